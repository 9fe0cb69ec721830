"""Which numbers a fact can be at all, and which ones a limit nobody has seen can be.

The rule: a domain comes from the fact's type and its own ``min`` and ``max``, never from what villages report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    CountFact,
    DateFact,
    LevelFact,
    QuantityFact,
    RecordFact,
    ShareFact,
)

from .interval import Interval
from .literal import SpanFact, read_literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from .literal import Tables

#: Any text: a record's own key such as its issuer, numbered by the texts that rules ask for; -1 is any other.
TEXTS = Interval(-1, None, whole=True)


class TextKey(AnyFact):
    """A record's own key that holds a text."""


#: The keys that every record has beside its fields.
OWN_KEYS: dict[str, AnyFact] = {
    "number": TextKey(),
    "issuer": TextKey(),
    "status": TextKey(),
    "issued_on": DateFact(type="date"),
    "valid_until": DateFact(type="date"),
}


def field_of(record: RecordFact, name: str) -> AnyFact:
    """Return the declaration of a record's field, its own keys included."""
    declared = record.fields.get(name)
    return OWN_KEYS[name] if declared is None else declared


def domain_of(fact: AnyFact, tables: Tables) -> Interval | None:
    """Return which numbers a fact can be; nothing for what is true or false."""
    domain = _DOMAINS.get(type(fact))
    return None if domain is None else domain(fact, tables)


def _between(fact: CountFact | QuantityFact, tables: Tables) -> Interval:
    counted = isinstance(fact, CountFact)
    low = (0 if counted else None) if fact.min is None else read_literal(fact, fact.min, tables)
    high = None if fact.max is None else read_literal(fact, fact.max, tables)
    return Interval(low, high, whole=counted)


#: By type; a type that is not here is true or false, or a list. A choice of one code has room for another: nobody
#: knows what was not given, though only one answer is on the list.
_DOMAINS: dict[type[AnyFact], Callable[..., Interval]] = {
    CountFact: _between,
    QuantityFact: _between,
    ShareFact: lambda _fact, _tables: Interval(0, 1),
    LevelFact: lambda fact, tables: Interval(0, len(tables.levels(fact)) - 1, whole=True),
    ChoiceFact: lambda fact, tables: Interval(0, max(1, len(tables.choices(fact)) - 1), whole=True),
    DateFact: lambda _fact, _tables: Interval(whole=True),
    TextKey: lambda _fact, _tables: TEXTS,
}


def unseen_limit_of(fact: AnyFact, tables: Tables) -> Interval:
    """Return where a limit on this fact lies that nobody has seen and of which no bounds are told."""
    match fact:
        case ShareFact():
            return Interval(0, 1, low_open=True)
        case SpanFact():
            return Interval(0, None, low_open=True, whole=True)
        case LevelFact() | ChoiceFact() | DateFact():
            domain = domain_of(fact, tables)
            return Interval(whole=True) if domain is None else domain
        case _:
            return Interval(0, None, low_open=True)
