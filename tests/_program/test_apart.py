"""Goals that share nothing open stand apart, and are had together if and only if each part can be had."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.apart import apart, open_in
from smartvillage._program.feasible import Steps
from smartvillage._program.interval import Interval
from smartvillage._program.nodes import Op
from smartvillage._program.residue import (
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
)
from smartvillage._program.search import find
from smartvillage.truth import FALSE, TRUE

VARIABLES = {
    **{number: Variable(f"t{number}", None) for number in range(4)},
    **{number: Variable(f"n{number}", Interval(0, 2, whole=True)) for number in range(4, 7)},
}


@st.composite
def formulas(draw: st.DrawFn, depth: int = 2) -> Formula:  # noqa: PLR0911 - one a kind
    """Draw a formula over a few open truths and numbers."""
    kinds = ["free", "atom", "decided", *(["deny", "quorum", "fork", "choice"] if depth else [])]
    inner = formulas(depth - 1) if depth else st.nothing()
    number = st.integers(-3, 3)
    match draw(st.sampled_from(kinds)):
        case "free":
            return Free(draw(st.integers(0, 3)))
        case "decided":
            return Decided(draw(st.sampled_from([FALSE, TRUE])))
        case "atom":
            return atom(Sum(((1, draw(st.integers(4, 6))),), (), draw(number)), draw(st.sampled_from(list(Op))))
        case "deny":
            return Denial(draw(inner))
        case "quorum":
            items = draw(st.lists(inner, min_size=1, max_size=3))
            return Quorum(draw(st.integers(1, len(items))), tuple(items))
        case "fork":
            return Fork(((draw(inner), draw(inner)),), draw(inner))
        case _:
            one, other = Sum(constant=draw(number)), Sum(((1, draw(st.integers(4, 6))),))
            return atom(Sum((), ((1, Choice(((draw(inner), one),), other)),), draw(number)), Op.GE)


goals = st.lists(st.tuples(formulas(), st.booleans()), max_size=4)


@given(goals)
def test_parts_share_nothing_open(wanted: list[tuple[Formula, bool]]) -> None:
    """Whatever is open in one part is open in no other."""
    open_ = [{name for formula, _ in part for name in open_in(formula)} for part in apart(wanted)]
    assert sum(map(len, open_)) == len(set().union(*open_))


@given(goals)
def test_all_can_be_had_where_each_part_can(wanted: list[tuple[Formula, bool]]) -> None:
    """The parts together have a solution if and only if the goals have one."""
    whole = find(wanted, VARIABLES, Steps(200_000)) is not None
    parts = all(find(part, VARIABLES, Steps(200_000)) is not None for part in apart(wanted))
    assert whole == parts


def test_goals_that_share_nothing_are_apart() -> None:
    """Of three goals the two that share a variable stay together."""
    two = Quorum(2, (Free(1), Free(2), Free(3)))
    wanted: list[tuple[Formula, bool]] = [(Free(0), True), (Free(1), True), (two, True)]
    assert sorted(map(len, apart(wanted))) == [1, 2]
