"""Bands: what lies in none of them, and which neighbours overlap or go the wrong way."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.bands import Band, gaps, out_of_order
from smartvillage._program.interval import Interval

EDGE = Fraction(491, 1000)
WHOLE, ANY, SHARE = Interval(0, 100, whole=True), Interval(0, 100), Interval(0, 1)


def band(low: Any, high: Any, ends: str = "[]") -> Band:
    """Write a band by its ends, ``[`` or ``]`` for an end that is inside."""
    return Band(low, high, low_open=ends[0] == "(", high_open=ends[1] == ")")


@pytest.mark.parametrize(("bands", "domain", "expected"), [
    ([band(0, 49), band(50, 75), band(76, 100)], WHOLE, []),
    ([band(0, 49), band(50, 75), band(76, 100)], ANY, [band(49, 50, "()"), band(75, 76, "()")]),
    ([band(None, 50, "[)"), band(50, 75), band(75, None, "(]")], ANY, []),
    ([band(None, EDGE, "[)"), band(EDGE, None, "(]")], SHARE, [band(EDGE, EDGE)]),
    ([band(None, 5), band(6, 9)], Interval(0, 9, whole=True), []),
    ([band(None, 5), band(6, 9)], Interval(0, 10, whole=True), [band(9, None, "(]")]),
    ([band(None, 5), band(6, 9)], Interval(0), [band(5, 6, "()"), band(9, None, "(]")]),
    ([band(2, 5), band(5, None, "(]")], ANY, []),
])  # fmt: skip
def test_what_lies_in_no_band(bands: list[Band], domain: Interval, expected: list[Band]) -> None:
    """Between two neighbours and above the highest, where the fact can be; below the lowest edge nothing is."""
    assert list(gaps(bands, domain, rising=True)) == expected


def test_where_lower_is_better_what_lies_below_all_is_in_no_band() -> None:
    """The best band ends the scale at its lower edge."""
    assert list(gaps([band(10, None), band(5, 10, "[)")], ANY, rising=False)) == [band(None, 5, "[)")]
    assert list(gaps([band(10, None), band(0, 10, "[)")], ANY, rising=False)) == []


@pytest.mark.parametrize(("bands", "sided", "expected"), [
    ([band(0, None), band(50, None), band(75, None)], True, []),
    ([band(0, None), band(75, None), band(50, None)], True, [(1, 2)]),
    ([band(0, None), band(50, None), band(50, None)], True, [(1, 2)]),
    ([band(0, None), band(50, None), band(50, None, "(]")], True, []),
    ([band(None, 100), band(None, 10), band(None, 2)], True, []),
    ([band(None, 100), band(None, 10), band(None, 10, "[)")], True, []),
    ([band(None, 100), band(None, 10), band(None, 10)], True, [(1, 2)]),
    ([band(0, 49), band(50, 75)], False, []),
    ([band(0, 50), band(50, 75)], False, [(0, 1)]),
    ([band(0, 50, "[)"), band(50, 75)], False, []),
    ([band(50, 75), band(0, 49)], False, []),
    ([band(50, 75), band(0, 49), band(60, 70)], False, [(1, 2)]),
    ([band(50, None)], False, []),
])  # fmt: skip
def test_neighbours_that_do_not_fit(bands: list[Band], sided: bool, expected: list[tuple[int, int]]) -> None:  # noqa: FBT001
    """Those that share a value, and those that do not go the way of the first two."""
    assert list(out_of_order(bands, sided=sided)) == expected


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8, unique=True), st.data())
def test_every_value_lies_in_a_band_or_in_a_gap_and_in_one_alone(cuts: list[int], data: st.DataObject) -> None:
    """Whatever the edges are, a value from the lowest edge on has one place."""
    edges = sorted(cuts)
    bands = [
        Band(low, high, data.draw(st.booleans()), data.draw(st.booleans()))
        for low, high in zip(edges[::2], edges[1::2], strict=False)
    ]
    found = [*bands, *gaps(bands, Interval(0, 40), rising=True)]
    for doubled in range(2 * edges[0] + 1, 81):
        value = Fraction(doubled, 2)
        assert sum(_inside(value, one) for one in found) == 1


def _inside(value: Fraction, one: Band) -> bool:
    above = one.low is None or value > one.low or (value == one.low and not one.low_open)
    return above and (one.high is None or value < one.high or (value == one.high and not one.high_open))
