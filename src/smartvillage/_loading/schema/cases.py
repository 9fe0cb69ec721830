"""A file of cases: what is said of a village, on which day, and what must come out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage.model.findings import Caveat, Counts, Outcome, Reason
from smartvillage.model.village import Village

from .scalars import DAY, ID, SCALAR, TEXT, Schema

if TYPE_CHECKING:
    from .surface import Surface

_WHOLE: Schema = {"type": "integer", "minimum": 0}


def case_file(surface: Surface) -> Schema:
    """Describe a file of cases."""
    cases: Schema = {"type": "array", "minItems": 1, "items": _case(surface)}
    keys: dict[str, Schema] = {"ruleset": TEXT, "date": DAY, "cases": cases}
    return _mapping(surface, "case", keys, ["ruleset", "cases"])


def _case(surface: Surface) -> Schema:
    surface.model(Village)
    village = surface.defs.pop("Village")["properties"]
    keys: dict[str, Schema] = {
        "name": {"type": "string", "minLength": 1},
        "village": {"type": "string"},
        "overlays": {"type": "array", "items": TEXT},
        "date": DAY,
        "facts": {"type": ["object", "null"], "propertyNames": ID},
        "without": {"type": "array", "items": TEXT},
        "evidence": {"type": "array", "items": village["evidence"]["items"]},
        "expect": {"type": ["object", "null"], "patternProperties": _expectations(), "additionalProperties": False},
        "error": {"type": "string", "pattern": r"^SV[0-9](xx|[0-9]{2})$"},
    }
    either: Schema = {"anyOf": [{"required": ["expect"]}, {"required": ["error"]}]}
    return _mapping(surface, "Case", keys, ["name"]) | either


def _expectations() -> dict[str, Schema]:
    """Describe what may be expected, by the pattern of its key."""
    counts = dict.fromkeys(Counts.model_fields, _WHOLE)
    return {
        "^criteria/.": {"enum": [None, *map(str, Outcome), "scored"]},
        "^(decisions|points|grades)/.": SCALAR,
        "^reasons/.": _words(Reason),
        "^caveats/.": _words(Caveat),
        "^proven/.": {"type": "boolean"},
        "^counts$": {"type": "object", "properties": counts, "additionalProperties": False, "minProperties": 1},
        "^proven$": _WHOLE,
    }


def _words(known: Any) -> Schema:  # noqa: ANN401 - an enumeration
    return {"type": "array", "items": {"enum": [str(word) for word in known]}}


def _mapping(surface: Surface, kind: str, keys: dict[str, Schema], needed: list[str]) -> Schema:
    said = {key: surface.told.say(f"{kind}.{key}") for key in keys}
    described = {key: schema | ({"description": said[key]} if said[key] else {}) for key, schema in keys.items()}
    return {"type": "object", "properties": described, "required": needed, "additionalProperties": False}
