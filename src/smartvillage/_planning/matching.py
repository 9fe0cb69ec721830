"""Which entities of a list an effect changes: its ``where`` read against what the village wrote of each.

The rule: only what is known to match is changed; a field that is missing matches nothing and its opposite neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage._program.literal import LiteralFault, read_literal
from smartvillage.model.limits import ValueLimit
from smartvillage.numbers import NumberFault
from smartvillage.truth import FALSE, TRUE, UNKNOWN, negate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage._program.literal import Tables
    from smartvillage._program.nodes import Exact
    from smartvillage.model.conditions import Tests, Where
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.limits import Limit

#: The comparison words over exact values; days are their number.
_WORDS = {
    "at_least": lambda value, limit: value >= limit,
    "more_than": lambda value, limit: value > limit,
    "at_most": lambda value, limit: value <= limit,
    "less_than": lambda value, limit: value < limit,
    "is": lambda value, limit: value == limit,
    "on_or_after": lambda value, limit: value >= limit,
    "after": lambda value, limit: value > limit,
    "on_or_before": lambda value, limit: value <= limit,
    "before": lambda value, limit: value < limit,
}


def matches(
    entity: Mapping[str, Any], where: Where | None, fields: Mapping[str, AnyFact], tables: tuple[Tables, Tables]
) -> bool:
    """Tell whether an entity is known to match; ``tables`` are how the village and how the ruleset write."""
    return where is None or _truth(entity, where, fields, tables) == TRUE


def _truth(
    entity: Mapping[str, Any], where: Where, fields: Mapping[str, AnyFact], tables: tuple[Tables, Tables]
) -> int:
    parts = [_field(entity.get(name), fields[name], tests, tables) for name, tests in where.fields.items()]
    parts += [_truth(entity, part, fields, tables) for part in where.all_of]
    if where.any_of:
        parts.append(max(_truth(entity, part, fields, tables) for part in where.any_of))
    if where.not_ is not None:
        parts.append(negate(_truth(entity, where.not_, fields, tables)))
    return min(parts, default=TRUE)


def _field(written: Any, fact: AnyFact, tests: Tests, tables: tuple[Tables, Tables]) -> int:  # noqa: ANN401
    value = typed(fact, written, tables[0])
    if value is None:
        return UNKNOWN
    return min((_test(value, word, limit, fact, tables[1]) for word, limit in tests.given()), default=int(value))


def _test(value: Exact, word: str, limit: Limit | tuple[Limit, ...], fact: AnyFact, tables: Tables) -> int:
    if isinstance(limit, tuple):
        return max(_test(value, "is", one, fact, tables) for one in limit)
    known = typed(fact, limit.value, tables) if isinstance(limit, ValueLimit) else None
    if known is None:
        return UNKNOWN
    return TRUE if _WORDS[word](value, known) else FALSE


def typed(fact: AnyFact, written: Any, tables: Tables) -> Exact | None:  # noqa: ANN401 - as the village wrote it
    """Read a written value by its type; nothing where it is missing or says nothing."""
    if isinstance(written, dict):
        if written.get("status") == "planned":
            return None
        written = written.get("value", True if any(key not in _ABOUT for key in written) else None)
    if written is None:
        return None
    try:
        return read_literal(fact, written, tables)
    except (LiteralFault, NumberFault):
        return None


#: What a mapping says about a value without being one.
_ABOUT = frozenset({"scope", "period", "measured_on", "status", "source", "note", "planned", "planned_for"})
