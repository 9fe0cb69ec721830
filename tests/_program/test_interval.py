"""Intervals: whatever is decided of one is so for every number in it."""

from __future__ import annotations

from fractions import Fraction
from operator import eq, ge, gt, le, lt

from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.interval import Interval, add, hold, hold_against, hull, scale
from smartvillage._program.nodes import Op
from smartvillage.truth import FALSE, TRUE, UNKNOWN

HELD = {Op.GE: ge, Op.GT: gt, Op.LE: le, Op.LT: lt, Op.EQ: eq}
ENDS = st.none() | st.integers(-3, 3)
NUMBERS = st.fractions(-4, 4, max_denominator=4)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval with something in it."""
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    lone = low is not None and low == high
    return Interval(low, high, not lone and draw(st.booleans()), not lone and draw(st.booleans()))


def inside(value: Fraction | int, interval: Interval) -> bool:
    """Tell whether a number lies in an interval."""
    low, high = interval.low, interval.high
    over = low is None or value > low or (value == low and not interval.low_open)
    return over and (high is None or value < high or (value == high and not interval.high_open))


def samples(interval: Interval) -> list[Fraction]:
    """Return numbers of an interval: its ends and some between and beyond."""
    return [one for one in (Fraction(n, 4) for n in range(-40, 41)) if inside(one, interval)]


@given(intervals(), st.integers(-3, 3), st.sampled_from(list(Op)))
def test_held_against_a_limit(interval: Interval, limit: int, op: Op) -> None:
    """True where all numbers hold, false where none does, else unknown."""
    seen = {HELD[op](one, limit) for one in samples(interval)}
    expected = UNKNOWN if len(seen) != 1 else TRUE if seen.pop() else FALSE
    assert hold_against(interval, limit, op) == expected


@given(NUMBERS, st.sampled_from(list(Op)))
def test_known_numbers(value: Fraction, op: Op) -> None:
    """A known number is held as it is."""
    assert hold(value, op) == (TRUE if HELD[op](value, 0) else FALSE)


@given(intervals(), intervals(), NUMBERS, NUMBERS)
def test_sums_hold_sums(one: Interval, other: Interval, first: Fraction, second: Fraction) -> None:
    """The sum of two numbers lies in the sum of their intervals."""
    total = add(one, other)
    assert isinstance(total, Interval)
    if inside(first, one) and inside(second, other):
        assert inside(first + second, total)


@given(intervals(), NUMBERS, st.sampled_from([-2, -1, 0, 1, Fraction(1, 2)]))
def test_scaled(interval: Interval, value: Fraction, factor: int | Fraction) -> None:
    """A number scaled lies in its interval scaled; nothing of anything is nothing."""
    scaled = scale(factor, interval)
    if factor == 0:
        assert scaled == 0
    elif inside(value, interval):
        assert isinstance(scaled, Interval)
        assert inside(value * factor, scaled)


@given(intervals(), intervals(), NUMBERS)
def test_hulls_hold_both(one: Interval, other: Interval, value: Fraction) -> None:
    """What lies in either lies in the hull."""
    around = hull(one, other)
    assert isinstance(around, Interval)
    if inside(value, one) or inside(value, other):
        assert inside(value, around)


def test_hull_of_the_same_number() -> None:
    """The hull of a number with itself is that number."""
    assert hull(3, 3) == 3


def test_open_ends_meet() -> None:
    """Where two intervals share an end it is open only if both leave it out."""
    assert hull(Interval(0, 1, low_open=True), Interval(0, 2)) == Interval(0, 2)
    assert hull(Interval(0, 1, low_open=True), Interval(0, 2, low_open=True)) == Interval(0, 2, low_open=True)
