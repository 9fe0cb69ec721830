"""What weakens a fact: it speaks of another place than was asked for, or of a day too long ago.

The rule: a caveat never changes an outcome. Where logic closes the gap between two places there is none: nothing in
the wider place is nothing in the narrower, and one in the narrower is one in the wider.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.durations import read_duration
from smartvillage.model.facts import CountFact, QuantityFact, ShareFact
from smartvillage.model.findings import Caveat
from smartvillage.truth import FALSE, TRUE

from .bound import CAVEAT_BITS
from .literal import FLAG_LIKE
from .periods import later_by

if TYPE_CHECKING:
    from datetime import date

    from smartvillage.model.facts import AnyFact

    from .bound import Reading
    from .lines import Reader

_SCOPE = CAVEAT_BITS[Caveat.SCOPE_MISMATCH]
_STALE = CAVEAT_BITS[Caveat.STALE]


class Around(NamedTuple):
    """What a field stands in: the scope its list or record was reported with, and the scope it was asked for."""

    scope: str | None = None
    wanted: str | None = None


NOWHERE = Around()


def wanted_of(reader: Reader, fact: AnyFact, around: Around = NOWHERE) -> str:
    """Return what a fact asks about: its own scope, else that of its list or record, else the set's subject."""
    return fact.scope or around.wanted or reader.subject


def weaken(reader: Reader, fact: AnyFact, reading: Reading, around: Around) -> None:
    """Put on a reading what its scope and its age leave."""
    scope = reading.scope if reading.scope is not None else around.scope
    if scope is not None and reading.value is not None:
        wanted = wanted_of(reader, fact, around)
        if scope != wanted and not _closed(reader, fact, reading, scope, wanted):
            reading.mask |= _SCOPE
    if fact.fresh_for is not None and reading.day is not None:
        reading.mask |= aged(reader, fact, reading.day)


def weaken_filled(reader: Reader, share: AnyFact, filled: Reading, counted: AnyFact, reading: Reading) -> None:
    """Put on a share what one of its counts leaves; it is as old as the older, and of the place the count speaks of."""
    scope, wanted = reading.scope or wanted_of(reader, counted), wanted_of(reader, share)
    filled.mask |= reading.mask & ~_SCOPE
    if scope != wanted and not _closed(reader, share, filled, scope, wanted):
        filled.mask |= _SCOPE
        filled.scope = filled.scope or scope
    if reading.day is not None:
        filled.mask |= aged(reader, share, reading.day)
        filled.day = reading.day if filled.day is None else min(filled.day, reading.day)


def aged(reader: Reader, fact: AnyFact, day: date) -> int:
    """Say whether a figure of a day is too old."""
    if fact.fresh_for is None:
        return 0
    return _STALE if later_by(day, read_duration(fact.fresh_for)) < reader.day else 0


def _closed(reader: Reader, fact: AnyFact, reading: Reading, scope: str, wanted: str) -> bool:
    """Tell whether what is so of one place is so of the other all the same."""
    if is_wider(reader, scope, wanted):
        return _is_none(fact, reading)
    return is_wider(reader, wanted, scope) and isinstance(fact, FLAG_LIKE) and reading.value == TRUE


def is_wider(reader: Reader, wider: str, narrower: str) -> bool:
    """Tell whether one place surely contains another: the village's own lies in all that it is said to lie within."""
    return narrower == reader.kind and wider in reader.within


def _is_none(fact: AnyFact, reading: Reading) -> bool:
    if isinstance(fact, FLAG_LIKE):
        return reading.value == FALSE
    return isinstance(fact, (CountFact, QuantityFact, ShareFact)) and reading.value == 0
