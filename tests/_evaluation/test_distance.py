"""Signed distances: how many more are enough, strict tests included."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage._evaluation.distance import Ruler, distance, share_distance
from smartvillage._program.interval import hold
from smartvillage._program.nodes import Op
from smartvillage.model.explanation import Distance
from smartvillage.truth import TRUE

COUNT = Ruler("units", whole=True, of="users")
RATE = Fraction(70, 100)


@pytest.mark.parametrize(
    ("value", "limit", "op", "amount", "direction"),
    [
        (7, 10, Op.GE, "-3", "up"),
        (10, 10, Op.GE, "0", "up"),
        (10, 10, Op.GT, "-1", "up"),
        (12, 10, Op.GT, "1", "up"),
        (12, 10, Op.LE, "-2", "down"),
        (10, 10, Op.LT, "-1", "down"),
        (9, Fraction(17, 2), Op.LE, "-1", "down"),
        (8, Fraction(17, 2), Op.GE, "-1", "up"),
        (4, 6, Op.EQ, "-2", "up"),
        (6, 4, Op.EQ, "-2", "down"),
    ],
)
def test_a_count_says_how_many_are_enough(value: int, limit: int, op: Op, amount: str, direction: str) -> None:
    """What is lacking is below zero, and the direction says which way to go."""
    told = distance(value, limit, op, COUNT)
    assert (told.amount, told.direction, told.beyond) == (amount, direction, False)


def test_a_share_with_counts_says_how_many_of_the_part() -> None:
    """62 of 100 households against 70 % are eight households short."""
    told = share_distance(Fraction(62, 100), RATE, Op.GE, (62, 100), COUNT)
    assert told == Distance(amount="-8", measure="units", of="users", direction="up")


def test_a_share_without_counts_says_percentage_points() -> None:
    """62 % against 70 % is eight points short, never eight percent of anything."""
    told = share_distance(Fraction(62, 100), RATE, Op.GE, None, COUNT)
    assert (told.amount, told.measure, told.unit) == ("-8", "points", "%")


def test_a_strict_test_at_its_limit_lacks_no_number_but_says_so() -> None:
    """More than 70 % at exactly 70 %: any amount more is enough, none is not."""
    assert share_distance(RATE, RATE, Op.GT, None, COUNT) == Distance(
        amount="0", measure="points", unit="%", direction="up", beyond=True
    )
    assert not share_distance(Fraction(71, 100), RATE, Op.GT, None, COUNT).beyond


@given(st.integers(-30, 30), st.fractions(-20, 20, max_denominator=6), st.sampled_from([Op.GE, Op.GT, Op.LE, Op.LT]))
def test_a_lack_is_exactly_enough(value: int, limit: Fraction, op: Op) -> None:
    """Going that far meets the test, one less does not, and to spare means met."""
    told = distance(value, limit, op, COUNT)
    amount, step = int(told.amount), 1 if told.direction == "up" else -1
    met = hold(value - limit, op) == TRUE
    assert met == (amount >= 0)
    moved = value - amount * step
    assert hold(moved - limit, op) == TRUE
    assert hold(moved - step - limit, op) != TRUE
