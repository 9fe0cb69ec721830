"""Printed bands: what lies in none of them, and one value that does."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.bands import Band, gaps, inside
from smartvillage._program.interval import Interval

ANY = Interval(0, 100)
WHOLE = Interval(0, 100, whole=True)


@pytest.mark.parametrize(
    ("gap", "domain", "expected"),
    [
        (Band(49, 50, low_open=True, high_open=True), ANY, Fraction(99, 2)),
        (Band(49, 50, low_open=True, high_open=True), WHOLE, None),
        (Band(49, 51, low_open=True, high_open=True), WHOLE, 50),
        (Band(49, 52, low_open=True, high_open=False), WHOLE, 50),
        (Band(50, 50), ANY, 50),
        (Band(50, 50, low_open=True), ANY, None),
        (Band(50, 50), WHOLE, 50),
        (Band(50, 49), ANY, None),
        (Band(100, None, low_open=True), ANY, None),
        (Band(100, None), ANY, 100),
        (Band(100, None, low_open=True), WHOLE, None),
        (Band(90, None, low_open=True), WHOLE, 91),
        (Band(90, None, low_open=True), Interval(0), 91),
        (Band(None, 10, high_open=True), Interval(), 9),
        (Band(None, 10), Interval(whole=True), 10),
        (Band(None, None), Interval(), 0),
    ],
)
def test_a_value_inside(gap: Band, domain: Interval, expected: Any) -> None:
    """It lies in the band and in the domain, or there is none."""
    assert inside(gap, domain) == expected


edges = st.lists(st.integers(0, 40), min_size=1, max_size=4, unique=True).map(sorted)


@given(edges, st.lists(st.booleans(), min_size=8, max_size=8), st.booleans(), st.sampled_from([1, 2]))
def test_gaps_are_what_no_band_takes(cuts: list[int], sides: list[bool], whole: bool, every: int) -> None:  # noqa: FBT001
    """At every half step a value lies in a band, in a gap, or below the lowest band, which takes it."""
    pairs = list(zip(cuts, cuts[1:] or [cuts[0] + 1], strict=False))[::every]
    bands = [Band(low, high, sides[at], sides[-at - 1]) for at, (low, high) in enumerate(pairs)]
    domain = Interval(0, 41, whole=whole)
    found = list(gaps(bands, domain, rising=True))
    for step in range(83):
        value = Fraction(step, 2)
        if whole and value.denominator != 1:
            continue
        taken = any(_holds(band, value) for band in bands) or not _above(bands[0], value)
        assert taken != any(_holds(gap, value) for gap in found)
    for gap in found:
        one = inside(gap, domain)
        assert one is not None
        assert _holds(gap, Fraction(one))
    assert all(first.high is not None for first, _ in pairwise(found))


def _above(band: Band, value: Fraction) -> bool:
    return band.low is None or value > band.low or (value == band.low and not band.low_open)


def _holds(band: Band, value: Fraction) -> bool:
    below = band.high is None or value < band.high or (value == band.high and not band.high_open)
    return _above(band, value) and below
