"""Formulas put together: what is decided goes, and alike parts are counted."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.combining import counted, denied, fork, quorum
from smartvillage._program.interval import hold
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
    hull_of,
    size,
    truth_of,
)
from smartvillage.truth import FALSE, TRUE

YES, NO = Decided(TRUE), Decided(FALSE)
VARIABLES = {number: Variable(f"t{number}", None) for number in range(4)}


def test_a_quorum_keeps_only_what_is_open() -> None:
    """Each that holds leaves one fewer to go; too few left is false."""
    left = quorum(2, [YES, NO, Free(0), Free(1)])
    assert isinstance(left, Quorum)
    assert (left.k, len(left.items)) == (1, 2)
    assert quorum(1, [YES, Free(0)]).truth == TRUE  # type: ignore[union-attr]
    assert quorum(2, [NO, Free(0)]).truth == FALSE  # type: ignore[union-attr]
    assert quorum(2, [YES, thing := Free(0)]) is thing


def test_a_denial_of_a_denial_is_the_thing_itself() -> None:
    """Twice denied, nothing is left of it."""
    thing = Free(0)
    assert denied(denied(thing)) is thing
    assert denied(YES).truth == FALSE  # type: ignore[union-attr]


def test_a_fork_whose_rows_agree_is_one_truth() -> None:
    """Whatever the condition, it holds."""
    assert fork([(Free(0), YES)], YES) is YES
    assert isinstance(fork([(Free(0), YES)], NO), Fork)


def test_sums_that_weigh_differently_or_hold_values_are_no_counts() -> None:
    """Only alike parts can be counted."""
    one, two = (Choice(((Free(0), Sum(constant=weight)),), Sum()) for weight in (1, 2))
    assert counted(Sum((), ((1, one), (1, two)), -1), Op.GE) is None
    assert counted(Sum(((1, 0),), ((1, one),), -1), Op.GE) is None
    assert counted(Sum(constant=1), Op.GE) is None


def test_a_formula_is_as_large_as_its_parts() -> None:
    """Every formula and every sum within counts."""
    assert size(Denial(Quorum(1, (Free(0), Free(1))))) == 4


weights = st.sampled_from([Fraction(-3, 2), -1, Fraction(2, 5), 1, 3])


@given(weights, st.integers(-3, 3), st.sampled_from(list(Op)), st.dictionaries(st.integers(0, 3), st.booleans()))
def test_counting_alike_parts_means_what_the_sum_means(
    weight: Exact, constant: int, op: Op, known: dict[int, bool]
) -> None:
    """In every case, decided or open, the count has the truth of the comparison."""
    parts = tuple((1, Choice(((Free(n), Sum(constant=weight + 1)),), Sum(constant=1))) for n in VARIABLES)
    total = Sum((), parts, constant)
    found: Formula | None = counted(total, op)
    case = Case(truths=known)
    assert found is not None
    told, plain = truth_of(found, case, VARIABLES), hold(hull_of(total, case, VARIABLES), op)
    assert told == plain or (op is Op.EQ and told == FALSE)
