"""What is measured by a condition: which comparison words can be asked of it, and how its limits are read.

The readers are those of the engine itself, so that what loads can be evaluated.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from smartvillage._program.domains import OWN_KEYS, TextKey
from smartvillage._program.literal import FLAG_LIKE, Tables, read_literal
from smartvillage._program.quota import read_quota
from smartvillage.model.facts import AnyFact, ChoiceFact, DateFact, LevelFact, ListFact, RecordFact

NUMBERS = ("at_least", "more_than", "at_most", "less_than", "is")
LEVELS = (*NUMBERS, "one_of")
DAYS = (*NUMBERS, "on_or_after", "after", "on_or_before", "before")
CODES = ("is", "one_of")
TRUTHS = ("is",)

Reader: TypeAlias = Callable[[Any], object]


class Measured(NamedTuple):
    """Something a condition looks at."""

    name: str
    words: tuple[str, ...]
    """What can be asked of it."""
    read: Reader
    """Reads a written limit, or raises what is wrong with it."""
    needs_test: bool = True
    open: bool = True
    """Whether a limit on it may be unknown."""
    fact: AnyFact | None = None
    """The fact or field it is; nothing for what is counted."""


def of_fact(name: str, fact: AnyFact, tables: Tables) -> Measured:
    """Return how a fact or a field is measured."""
    read = reader_of(fact, tables)
    if isinstance(fact, FLAG_LIKE):
        return Measured(name, TRUTHS, read, needs_test=False, open=False, fact=fact)
    if isinstance(fact, TextKey):
        return Measured(name, CODES, read, open=False, fact=fact)
    return Measured(name, words_of(fact), read, open=not isinstance(fact, ChoiceFact), fact=fact)


def reader_of(fact: AnyFact, tables: Tables) -> Reader:
    """Return what reads a fact's written values; where its scale or codes have a fault, everything can be read."""
    if (
        isinstance(fact, TextKey)
        or (isinstance(fact, LevelFact) and not tables.levels(fact))
        or (isinstance(fact, ChoiceFact) and not tables.choices(fact))
    ):
        return str
    return lambda written: read_literal(fact, written, tables)


def words_of(fact: AnyFact) -> tuple[str, ...]:
    """Return what can be asked of a fact that is neither true nor false."""
    match fact:
        case ChoiceFact():
            return CODES
        case LevelFact():
            return LEVELS
        case DateFact():
            return DAYS
        case _:
            return NUMBERS


def of_count(name: str, tables: Tables) -> Measured:
    """Return how a number of entities, conditions or criteria is measured."""
    return Measured(name, NUMBERS, lambda written: read_quota(written, tables.style))


def fields_of(fact: AnyFact) -> dict[str, AnyFact]:
    """Return the fields that a ``where`` over a fact may name."""
    if isinstance(fact, RecordFact):
        return {**OWN_KEYS, **fact.fields}
    return dict(fact.fields) if isinstance(fact, ListFact) else {}
