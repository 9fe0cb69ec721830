"""Whole files: what may stand in a ruleset's, an overlay's and a village's file, and in a file of cases."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from smartvillage._loading.overlay import VERBS, OverlayHeader
from smartvillage._loading.sections import DEFAULTS, SECTIONS
from smartvillage.diagnostics import Lang
from smartvillage.model.ruleset import Ruleset
from smartvillage.model.village import Village

from .cases import case_file
from .further import FACT_IDS
from .scalars import ID, Schema
from .surface import Surface
from .told import Told
from .unions import by_head

Kind: TypeAlias = Literal["ruleset", "overlay", "village", "case"]

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def file_schema(kind: Kind, lang: Lang = "vi") -> Schema:
    """Return the schema of a kind of file."""
    return dress(kind, lang, KINDS[kind])


def village_schema(ruleset: Ruleset, facts: dict[str, Schema], around: dict[str, Schema], lang: Lang) -> Schema:
    """Return the schema of a village that is held against one ruleset.

    Args:
        ruleset: The ruleset, whose kinds of evidence, criteria and activities may be named.
        facts: The schema of what may be said of each fact.
        around: The definitions that those schemas refer to.
        lang: The language of descriptions.
    """

    def make(surface: Surface) -> Schema:
        body = village(surface)
        surface.defs |= around
        known = [*(one.id for one in ruleset.criteria), *ruleset.facts]
        evidence = surface.defs["Evidence"]["properties"]
        evidence["type"] |= {"enum": list(ruleset.evidence_types)}
        evidence["supports"] |= {"if": {"type": "string"}, "then": {"enum": known}, "else": {"items": {"enum": known}}}
        body["properties"]["facts"] |= {"properties": facts, "additionalProperties": False}
        body["properties"]["progress"] |= {"propertyNames": {"enum": list(ruleset.activities)}}
        return body

    schema = dress("village", lang, make)
    name = f"{ruleset.id}@{ruleset.version}"
    return schema | {
        "$id": f"urn:smartvillage:schema:village:{ruleset.id}:{lang}",
        "title": f"smartvillage village, {name}",
    }


def dress(kind: str, lang: Lang, make: Callable[[Surface], Schema]) -> Schema:
    """Give a schema its name and its definitions."""
    surface = Surface(Told(lang))
    body = make(surface)
    said = surface.told.say(kind)
    head: Schema = {"$schema": DRAFT, "$id": f"urn:smartvillage:schema:{kind}:{lang}", "title": f"smartvillage {kind}"}
    return head | ({"description": said} if said else {}) | body | {"$defs": dict(sorted(surface.defs.items()))}


def _ruleset(surface: Surface) -> Schema:
    """Describe one file of a ruleset: any of its sections, since a folder is the union of its files."""
    return _closed({**_sections(surface), DEFAULTS: _defaults(surface)})


def _overlay(surface: Surface) -> Schema:
    sections = _sections(surface)
    del sections["ruleset"]
    own = {
        "overlay": surface.model(OverlayHeader),
        "edits": {"type": "array", "items": _edit(surface)},
    }
    described = {key: _told(surface, "overlay", key, schema) for key, schema in own.items()}
    return {**_closed({**described, **sections}), "required": ["overlay"]}


def _edit(surface: Surface) -> Schema:
    """Describe an edit: the word that it begins with says which keys it has."""
    keys: dict[str, Schema | bool] = {key: True for kind in VERBS.values() for key in surface.keys(kind)}
    return by_head({verb: surface.model(kind) for verb, kind in VERBS.items()}, keys)


def village(surface: Surface) -> Schema:
    """Describe a village whose ruleset is not known: a fact may be anything, and nothing where it is missing."""
    surface.model(Village)
    body = surface.defs.pop("Village")
    del body["title"]
    body["properties"]["facts"] |= {"type": ["object", "null"], "propertyNames": ID, "additionalProperties": True}
    return body


def _sections(surface: Surface) -> dict[str, Any]:
    fields = Ruleset.model_fields
    sections = {name: surface.of(fields[name].annotation) for name in SECTIONS}
    sections["facts"] = {**sections["facts"], "propertyNames": FACT_IDS}
    return {name: _told(surface, "ruleset", name, schema) for name, schema in sections.items()}


def _defaults(surface: Surface) -> Schema:
    from smartvillage.model.criteria import Criterion

    keys = surface.keys(Criterion)
    own = {key: keys[key] for key in ("group", "basis", "source")}
    return _told(surface, "ruleset", DEFAULTS, _closed(own))


def _closed(properties: dict[str, Any]) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _told(surface: Surface, kind: str, key: str, schema: Schema) -> Schema:
    said = surface.told.say(f"{kind}.{key}")
    return {**schema, "description": said} if said else schema


#: The kinds of file that a schema describes; the next kind is one line here and one function above.
KINDS: MappingProxyType[str, Callable[[Surface], Schema]] = MappingProxyType({
    "ruleset": _ruleset,
    "overlay": _overlay,
    "village": village,
    "case": case_file,
})  # fmt: skip

__all__ = ["KINDS", "Kind", "file_schema", "village_schema"]
