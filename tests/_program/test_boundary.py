"""The weakest values of one open thing, against asking every value of a fine grid."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.boundary import weakest_truth, weakest_values
from smartvillage._program.interval import Interval
from smartvillage._program.nodes import Exact, Op
from smartvillage._program.residue import (
    Case,
    Choice,
    Decided,
    Denial,
    Fork,
    Formula,
    Free,
    Quorum,
    Sum,
    Variable,
    atom,
    truth_of,
)
from smartvillage.truth import FALSE, TRUE

SHARE, WHOLE, OTHER, OPEN = 0, 1, 2, 3
VARIABLES = {
    SHARE: Variable("share", Interval(0, 1, low_open=True)),
    WHOLE: Variable("whole", Interval(0, 6, whole=True)),
    OTHER: Variable("other", Interval(0, 2)),
    OPEN: Variable("open", None),
}


def compare(scale: Exact, variable: int, constant: Exact, op: Op) -> Formula:
    """Hold one scaled variable and a constant against zero."""
    return atom(Sum(((scale, variable),), (), constant), op)


def test_an_unseen_threshold_is_at_most_what_was_measured() -> None:
    """92 % meets every threshold above 0 up to 92 %."""
    held = compare(-1, SHARE, Fraction(92, 100), Op.GE)
    assert weakest_values(held, VARIABLES, SHARE) == Interval(0, Fraction(92, 100), low_open=True)


def test_a_strict_test_leaves_the_end_open() -> None:
    """More than the threshold: the threshold itself must lie under 92 %."""
    held = compare(-1, SHARE, Fraction(92, 100), Op.GT)
    assert weakest_values(held, VARIABLES, SHARE) == Interval(0, Fraction(92, 100), low_open=True, high_open=True)


def test_a_missing_count_must_be_the_next_whole_number() -> None:
    """Above two and a half, a whole number is at least three."""
    assert weakest_values(compare(1, WHOLE, Fraction(-5, 2), Op.GT), VARIABLES, WHOLE) == Interval(3, 6, whole=True)


def test_what_no_value_meets_has_no_boundary() -> None:
    """A share is never at least two."""
    assert weakest_values(compare(1, SHARE, -2, Op.GE), VARIABLES, SHARE) is None


def test_another_open_value_is_taken_at_its_worst() -> None:
    """Where the other number may be up to two, the whole one must be at least four to reach two more than it."""
    total = atom(Sum(((1, WHOLE), (-1, OTHER)), (), -2), Op.GE)
    assert weakest_values(total, VARIABLES, WHOLE) == Interval(4, 6, whole=True)


def test_a_number_without_bounds_has_a_boundary_without_end() -> None:
    """An open number that can be anything is needed from the limit up."""
    variables = {0: Variable("x", None), 1: Variable("n", Interval())}
    assert weakest_values(compare(1, 1, -7, Op.GE), variables, 1) == Interval(7, None)


def test_an_open_truth_must_be_what_makes_it_hold() -> None:
    """True for a method, false under a denial, nothing where neither is enough."""
    assert weakest_truth(Free(OPEN), VARIABLES, OPEN) is True
    assert weakest_truth(Denial(Free(OPEN)), VARIABLES, OPEN) is False
    assert weakest_truth(Quorum(2, (Free(OPEN), Decided(FALSE))), VARIABLES, OPEN) is None


def test_neighbouring_whole_values_are_one_stretch() -> None:
    """Three or four, asked one by one, is from three to four."""
    either = Quorum(1, (compare(1, WHOLE, -3, Op.EQ), compare(1, WHOLE, -4, Op.EQ)))
    assert weakest_values(either, VARIABLES, WHOLE) == Interval(3, 4, whole=True)


def test_a_threshold_inside_a_count_moves_with_the_entities() -> None:
    """At least two of three measured values reach an unseen threshold: it is at most the second largest."""
    hits = tuple(
        (1, Choice(((compare(-1, OTHER, measured, Op.GE), Sum(constant=1)),), Sum())) for measured in (0, 1, 2)
    )
    assert weakest_values(atom(Sum((), hits, -2), Op.GE), VARIABLES, OTHER) == Interval(0, 1)


atoms = st.builds(
    compare, st.sampled_from([-2, -1, 1, 2]), st.sampled_from([WHOLE, OTHER]),
    st.integers(-8, 8).map(lambda n: Fraction(n, 2)), st.sampled_from(list(Op)),
)  # fmt: skip
leaves = st.one_of(atoms, st.builds(Free, st.just(OPEN)), st.sampled_from([Decided(FALSE), Decided(TRUE)]))
formulas = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Denial, inner),
        st.builds(Quorum, st.integers(1, 2), st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(lambda c, x, y: Fork(((c, x),), y), inner, inner, inner),
        st.builds(
            lambda c, scale, constant, op: atom(
                Sum(((1, OTHER),), ((scale, Choice(((c, Sum(((1, WHOLE),))),), Sum())),), constant), op
            ),
            inner, st.sampled_from([-1, 1]), st.integers(-3, 3), st.sampled_from(list(Op)),
        ),
    ),
    max_leaves=5,
)  # fmt: skip


def inside(value: Exact, stretch: Interval | None) -> bool:
    """Tell whether a value lies in a stretch."""
    if stretch is None:
        return False
    low = stretch.low is None or value > stretch.low or (value == stretch.low and not stretch.low_open)
    return low and (stretch.high is None or value < stretch.high or (value == stretch.high and not stretch.high_open))


@given(formulas, st.sampled_from([WHOLE, OTHER]))
def test_a_boundary_holds_inside_and_is_the_longest_run_of_a_grid(formula: Formula, number: int) -> None:
    """Every grid value inside makes it hold, and no run of holding values is longer than the boundary."""
    found = weakest_values(formula, VARIABLES, number)
    step = Fraction(1) if number == WHOLE else Fraction(1, 12)
    domain = VARIABLES[number].domain
    assert domain is not None
    assert isinstance(domain.high, int)
    grid = [step * place for place in range(int(domain.high / step) + 1)]
    holding = [truth_of(formula, Case(values={number: value}), VARIABLES) == TRUE for value in grid]
    assert all(held for value, held in zip(grid, holding, strict=True) if inside(value, found))
    runs = "".join("x" if held else " " for held in holding).split()
    longest = max(map(len, runs), default=0)
    assert sum(inside(value, found) for value in grid) >= longest - 1
    assert (found is not None) or not runs
