"""Intervals of exact numbers with open or closed ends: what is known of a value that may be open.

The rule: an interval holds every number the value can still be, so whatever is decided about the interval is decided
about the value. A known value is a plain number and never an interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING, TypeAlias

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .nodes import Exact, Op

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends. An absent end is unbounded; an open end is not itself inside."""

    low: Exact | None = None
    high: Exact | None = None
    low_open: bool = False
    high_open: bool = False
    whole: bool = False
    """Only whole numbers are meant."""


#: What is known of a value: the number, or what it can still be.
Known: TypeAlias = "Exact | Interval"

EVERYTHING = Interval()


def interval_of(value: Known) -> Interval:
    """Write a known number as the interval that holds it alone."""
    return value if isinstance(value, Interval) else Interval(value, value)


def scale(factor: Exact, value: Known) -> Known:
    """Multiply; a negative factor makes the ends change places, and zero knows the result."""
    if not isinstance(value, Interval):
        return factor * value
    if factor == 0:
        return 0
    low = None if value.low is None else value.low * factor
    high = None if value.high is None else value.high * factor
    whole = value.whole and isinstance(factor, int) and abs(factor) == 1
    if factor > 0:
        return Interval(low, high, value.low_open, value.high_open, whole)
    return Interval(high, low, value.high_open, value.low_open, whole)


def add(one: Known, other: Known) -> Known:
    """Add end by end; an end is open where either is."""
    if not isinstance(one, Interval) and not isinstance(other, Interval):
        return one + other
    first, second = interval_of(one), interval_of(other)
    low = None if first.low is None or second.low is None else first.low + second.low
    high = None if first.high is None or second.high is None else first.high + second.high
    return Interval(low, high, first.low_open or second.low_open, first.high_open or second.high_open)


def hull(one: Known, other: Known) -> Known:
    """Return the smallest interval around both; where two ends are equal it is open only if both are."""
    if not isinstance(one, Interval) and one == other:
        return one
    first, second = interval_of(one), interval_of(other)
    low, low_open = _outer((first.low, first.low_open), (second.low, second.low_open), lower=True)
    high, high_open = _outer((first.high, first.high_open), (second.high, second.high_open), lower=False)
    return Interval(low, high, low_open, high_open)


def _outer(
    one: tuple[Exact | None, bool], other: tuple[Exact | None, bool], *, lower: bool
) -> tuple[Exact | None, bool]:
    if one[0] is None or other[0] is None:
        return None, False
    if one[0] == other[0]:
        return one[0], one[1] and other[1]
    return one if (one[0] < other[0]) is lower else other


def drawn_in(found: Interval) -> Interval:
    """Write whole numbers between open ends with closed ones: what lies above 1 is at least 2."""
    if not found.whole:
        return found
    low = found.low + 1 if found.low is not None and found.low_open else found.low
    high = found.high - 1 if found.high is not None and found.high_open else found.high
    return found if low is not None and high is not None and low > high else Interval(low, high, whole=True)


_HELD: dict[Op, Callable[[int, int], bool]] = {Op.GE: ge, Op.GT: gt, Op.LE: le, Op.LT: lt, Op.EQ: eq}


def hold(value: Known, op: Op) -> int:
    """Hold a value against zero: a truth that is so for every number it can still be."""
    if isinstance(value, Interval):
        return hold_against(value, 0, op)
    return TRUE if _HELD[op](value.numerator, 0) else FALSE


def hold_against(value: Interval, limit: Exact, op: Op) -> int:
    """Hold what a value can still be against a limit."""
    low, high = value.low, value.high
    if op is Op.GE or op is Op.LT:
        truth = _reaches(low, high, limit, value.high_open)
        return truth if op is Op.GE else TRUE - truth
    if op is Op.GT or op is Op.LE:
        truth = _passes(low, high, limit, value.low_open)
        return truth if op is Op.GT else TRUE - truth
    if low == high == limit:
        return TRUE
    reached, passed = _reaches(low, high, limit, value.high_open), _passes(low, high, limit, value.low_open)
    return FALSE if reached == FALSE or passed == TRUE else UNKNOWN


def _reaches(low: Exact | None, high: Exact | None, limit: Exact, high_open: bool) -> int:  # noqa: FBT001 - an end
    """Tell whether everything between two ends is at least the limit."""
    if low is not None and low >= limit:
        return TRUE
    return FALSE if high is not None and (high < limit or (high_open and high == limit)) else UNKNOWN


def _passes(low: Exact | None, high: Exact | None, limit: Exact, low_open: bool) -> int:  # noqa: FBT001 - an end
    """Tell whether everything between two ends is more than the limit."""
    if low is not None and (low > limit or (low_open and low == limit)):
        return TRUE
    return FALSE if high is not None and high <= limit else UNKNOWN
