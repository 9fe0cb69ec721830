"""What a village may say of one ruleset's facts, as JSON Schema: types, units, scales, codes and the questions.

The rule: what the reader takes is valid here. What no schema can tell (which unit fits another, a part over its whole,
days in the wrong order) only the reader refuses.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartvillage._program.lines import AROUND, STATUSES
from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    CountFact,
    DateFact,
    FlagFact,
    JudgementFact,
    LevelFact,
    ListFact,
    QuantityFact,
    RecordFact,
    ResultFact,
    ShareFact,
)
from smartvillage.numbers import NumberFault, read_number

from .answers import answer_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset

#: A number as people type it, whatever its marks; the reader alone tells a comma from a point.
_DIGITS = r"^\s*[-\u2212]?\d[\d.,]*([eE][-+]?\d+)?"
_NULL: dict[str, Any] = {"type": "null"}
DAY: dict[str, Any] = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"}
_COUNT: dict[str, Any] = {"type": ["integer", "string"], "minimum": 0, "pattern": _DIGITS + r"\s*$"}
#: The definitions that the schemas of facts refer to: what may stand around every value.
AROUND_VALUES: dict[str, dict[str, Any]] = {
    **{key: {} for key in sorted(AROUND)},
    "scope": {"type": ["string", "null"]},
    "status": {"enum": [*STATUSES, None]},
    "measured_on": {"anyOf": [DAY, _NULL]},
    "planned_for": {"anyOf": [DAY, _NULL]},
    "source": {"type": ["string", "object", "null"]},
}  # fmt: skip


def fact_schemas(ruleset: Ruleset, lang: Lang) -> dict[str, dict[str, Any]]:
    """Return the schema of what a village may say of each fact, described by its question and its answers."""
    return {name: _fact(fact, ruleset, lang) for name, fact in ruleset.facts.items()}


def _fact(fact: AnyFact, ruleset: Ruleset, lang: Lang) -> dict[str, Any]:
    asked = fact.question or fact.title
    told = [asked.say(lang)] if asked else []
    found = {"description": "\n".join([*told, *answer_lines(fact, ruleset, lang)])}
    return found | ({"title": fact.title.say(lang)} if fact.title else {}) | _line(fact, ruleset, lang)


def _line(fact: AnyFact, ruleset: Ruleset, lang: Lang) -> dict[str, Any]:
    """Describe a line: a value, its long form, or several statements."""
    if isinstance(fact, ListFact):
        return _list(fact, ruleset, lang)
    value, keys = _VALUES[type(fact)](fact, ruleset, lang)
    long = _mapping({"value": _or_null(value), **keys})
    if isinstance(fact, ShareFact):
        long["allOf"] = [_needs("part", "whole"), _needs("whole", "part")]
    if isinstance(fact, ResultFact):
        long["not"] = _given("decision", "village")
    return _choice_of(_or_null(value), long, {})


def _choice_of(single: dict[str, Any], long: dict[str, Any], listed: dict[str, Any]) -> dict[str, Any]:
    """Let what was written pick the form; statements hold lines of the same fact again."""
    line: dict[str, Any] = {"if": {"type": "object"}, "then": long, "else": single}
    stated = _mapping({"statements": {"type": "array", "items": line, **listed}})
    several: dict[str, Any] = {"type": "object", "required": ["statements"]}
    return {"if": several, "then": stated, "else": line}


def _mapping(keys: Mapping[str, Any]) -> dict[str, Any]:
    around = {key: {"$ref": f"#/$defs/{key}"} for key in sorted(AROUND)}
    return {"type": "object", "properties": {**around, **keys}, "additionalProperties": False}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Take nothing too: a fact with nothing after its colon is missing."""
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return {**schema, "type": [*kinds, "null"]}


def _flag(_fact: AnyFact, _ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    return {"type": "boolean"}, {}


def _judgement(_fact: AnyFact, _ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    return {"type": "boolean"}, {"by": {}, "date": {}}


def _count(fact: CountFact, ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    return _COUNT | _bounds(fact, ruleset), {}


def _quantity(fact: QuantityFact, ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    if fact.unit == "1":
        return {"type": ["number", "string"], "pattern": _DIGITS} | _bounds(fact, ruleset), {}
    return {"type": "string", "pattern": _DIGITS + r"\s*[^\s\d.,]"}, {}


def _bounds(fact: CountFact | QuantityFact, ruleset: Ruleset) -> dict[str, Any]:
    """Return the bounds of plain numbers; what is typed as text the reader alone compares."""
    found = {}
    for word, written in (("minimum", fact.min), ("maximum", fact.max)):
        if isinstance(written, (str, int, Decimal)) and not isinstance(written, bool):
            try:
                value = read_number(written, ruleset.ruleset.numbers).value
            except NumberFault:
                continue
            if value.denominator == 1:
                found[word] = int(value)
    return found


def _share(_fact: AnyFact, _ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    percent = {"type": "string", "pattern": _DIGITS + r"\s*(%|/\s*\d[\d.,]*)\s*$"}
    return percent, {"part": _or_null(_COUNT), "whole": _or_null(_COUNT)}


def _needs(given: str, needed: str) -> dict[str, Any]:
    """Ask for a key where another has a value."""
    return {"if": _given(given), "then": _given(needed)}


def _given(*keys: str) -> dict[str, Any]:
    """Ask for keys with something after them."""
    return {"properties": {key: {"not": _NULL} for key in keys}, "required": list(keys)}


def _level(fact: LevelFact, ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    return _words(level.id for level in ruleset.scales.get(fact.scale, ())), {}


def _choice(fact: ChoiceFact, ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    return _words(fact.codes if isinstance(fact.codes, tuple) else ruleset.codes.get(fact.codes, ())), {}


def _words(words: Iterable[str]) -> dict[str, Any]:
    """Take the words, and the numbers that look like them: a bare ``3`` is a number to other readers of YAML."""
    known = list(words)
    numbers = [
        float(word) if "." in word else int(word) for word in known if re.fullmatch(r"\d{1,9}(\.\d{1,6})?", word)
    ]
    return {"enum": [*known, *numbers]}


def _date(_fact: AnyFact, _ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    return DAY, {}


def _record(fact: RecordFact, ruleset: Ruleset, lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    own = {"number": {}, "issuer": {}, "issued_on": _or_null(DAY), "valid_until": _or_null(DAY)}
    return {"type": "boolean"}, own | {key: _fact(field, ruleset, lang) for key, field in fact.fields.items()}


def _result(_fact: AnyFact, _ruleset: Ruleset, _lang: Lang) -> tuple[dict[str, Any], dict[str, Any]]:
    text = {"type": ["string", "number", "null"]}
    return {"type": "boolean"}, {"decision": text, "issued_on": {}, "village": text}


def _list(fact: ListFact, ruleset: Ruleset, lang: Lang) -> dict[str, Any]:
    """Describe a list: its entities one by one, or one row that speaks of all."""
    fields = {key: _fact(field, ruleset, lang) for key, field in fact.fields.items()}
    own = {key: {"$ref": f"#/$defs/{key}"} for key in ("status", "scope", "source", "note")}
    entity = {"type": "object", "properties": {"id": {}, "name": {}, **own, **fields}, "additionalProperties": False}
    items = {"type": ["array", "null"], "items": entity}
    listed = _mapping({"items": items, "complete": {"type": ["boolean", "null"]}, "all": _NULL})
    every = _mapping({"all": entity, "number": _or_null(_COUNT)})
    speaks_of_all = {"properties": {"all": {"not": _NULL}}, "required": ["all"]}
    return _choice_of(items, {"if": speaks_of_all, "then": every, "else": listed}, {"minItems": 1})


#: One function a type, as in ``answers``; lists have a form of their own.
_VALUES: dict[type[AnyFact], Callable[..., tuple[dict[str, Any], dict[str, Any]]]] = {
    FlagFact: _flag, JudgementFact: _judgement, RecordFact: _record, CountFact: _count, QuantityFact: _quantity,
    ShareFact: _share, LevelFact: _level, ChoiceFact: _choice, DateFact: _date,
    ResultFact: _result,
}  # fmt: skip
