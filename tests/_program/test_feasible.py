"""Feasibility over exact numbers, against a grid."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.feasible import Constraint, SearchStoppedError, Steps, feasible


def holds(row: Constraint, sample: dict[int, Fraction]) -> bool:
    """Put the numbers in."""
    total = sum((scale * sample.get(name, Fraction(0)) for name, scale in row.terms.items()), Fraction(row.constant))
    return total > 0 if row.strict else total >= 0


def test_strict_bounds_that_touch_exclude_one_another() -> None:
    """Above one and below one at once is nothing, at least one and at most one is one."""
    above, below = Constraint({0: 1}, -1, strict=True), Constraint({0: -1}, 1)
    assert feasible([above, below], frozenset(), Steps(100)) is None
    assert feasible([Constraint({0: 1}, -1), below], frozenset(), Steps(100)) == {0: Fraction(1)}


def test_no_whole_number_lies_between_two_neighbours() -> None:
    """Between zero and one there is a half, but no whole number."""
    rows = [Constraint({0: 1}, 0, strict=True), Constraint({0: -1}, 1, strict=True)]
    assert feasible(rows, frozenset(), Steps(100)) is not None
    assert feasible(rows, frozenset({0}), Steps(100)) is None


def test_twice_one_number_never_equals_twice_another_and_one() -> None:
    """Parity is seen by dividing through the common divisor."""
    rows = [Constraint({0: 2, 1: -2}, -1), Constraint({0: -2, 1: 2}, 1)]
    assert feasible(rows, frozenset({0, 1}), Steps(1000)) is None
    assert feasible(rows, frozenset({0}), Steps(1000)) is not None


def test_a_broken_sample_is_split_on_both_sides() -> None:
    """Whole numbers in a sliver that only broken corners touch at first are found or refused."""
    rows = [
        Constraint({0: 3, 1: 5}, -7), Constraint({0: -3, 1: -5}, 7), Constraint({0: 1}, 10), Constraint({0: -1}, 10),
    ]  # fmt: skip
    sample = feasible(rows, frozenset({0, 1}), Steps(10_000))
    assert sample is not None
    assert 3 * sample[0] + 5 * sample[1] == 7
    assert {value.denominator for value in sample.values()} == {1}


def test_a_search_without_steps_stops() -> None:
    """It never says "none" because it was tired."""
    with pytest.raises(SearchStoppedError):
        feasible([Constraint({0: 1}, 0)], frozenset(), Steps(0))


scales = st.integers(-3, 3)
rows_over_three = st.lists(
    st.builds(
        lambda scales, constant, strict: Constraint({n: s for n, s in enumerate(scales) if s}, constant, strict),
        st.tuples(scales, scales, scales),
        st.integers(-6, 6),
        st.booleans(),
    ),
    max_size=5,
)


@given(rows_over_three)
def test_whole_answers_are_those_of_the_grid(rows: list[Constraint]) -> None:
    """Within a box, numbers are found exactly where the grid holds some, and they satisfy every row."""
    box = [Constraint({name: sign}, 2) for name in range(3) for sign in (1, -1)]
    sample = feasible([*rows, *box], frozenset({0, 1, 2}), Steps(50_000))
    points = (dict(enumerate(map(Fraction, point))) for point in product(range(-2, 3), repeat=3))
    assert (sample is not None) == any(all(holds(row, point) for row in rows) for point in points)
    assert sample is None or all(holds(row, sample) for row in [*rows, *box])


@given(rows_over_three)
def test_broken_answers_satisfy_every_row(rows: list[Constraint]) -> None:
    """Where numbers are given they are right; where none are, the grid of thirds has none."""
    sample = feasible(rows, frozenset(), Steps(50_000))
    if sample is not None:
        assert all(holds(row, sample) for row in rows)
    else:
        points = (dict(enumerate(Fraction(x, 2) for x in point)) for point in product(range(-3, 4), repeat=3))
        assert not any(all(holds(row, point) for row in rows) for point in points)
