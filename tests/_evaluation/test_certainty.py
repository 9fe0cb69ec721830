"""Certainty and settling sets, against plain enumeration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smartvillage._evaluation.certainty import certainty
from smartvillage._program.interval import Interval
from smartvillage._program.nodes import Op
from smartvillage._program.possible import Question
from smartvillage._program.residue import (
    Atom,
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
from smartvillage.model.findings import Outcome
from smartvillage.truth import FALSE, TRUE

#: Two open truths and two open whole numbers from 0 to 2.
VARIABLES = {
    0: Variable("t0", None),
    1: Variable("t1", None),
    2: Variable("n0", Interval(0, 2, whole=True)),
    3: Variable("n1", Interval(0, 2, whole=True)),
}
VALUES: dict[int, tuple[Any, ...]] = {0: (False, True), 1: (False, True), 2: (0, 1, 2), 3: (0, 1, 2)}
OPS = {
    Op.GE: lambda x: x >= 0, Op.GT: lambda x: x > 0, Op.LE: lambda x: x <= 0, Op.LT: lambda x: x < 0,
    Op.EQ: lambda x: x == 0,
}  # fmt: skip


def says(formula: Formula, world: tuple[Any, ...]) -> bool:
    """Put one completion into a formula, the plain way."""
    match formula:
        case Decided(truth):
            return truth == TRUE
        case Free(variable):
            return bool(world[variable])
        case Atom(total, op):
            return bool(OPS[op](value(total, world)))
        case Denial(item):
            return not says(item, world)
        case Quorum(k, items):
            return sum(says(item, world) for item in items) >= k
        case Fork(rows, otherwise):
            return says(next((row for condition, row in rows if says(condition, world)), otherwise), world)


def value(total: Sum, world: tuple[Any, ...]) -> Any:
    """Put one completion into a sum."""
    plain = sum(scale * world[variable] for scale, variable in total.terms) + total.constant
    for scale, choice in total.choices:
        row = next((row for condition, row in choice.rows if says(condition, world)), choice.otherwise)
        plain += scale * value(row, world)
    return plain


sums = st.builds(
    lambda first, second, constant: Sum(
        tuple((scale, variable) for scale, variable in ((first, 2), (second, 3)) if scale), (), constant
    ),
    st.integers(-2, 2), st.integers(-2, 2), st.integers(-3, 3),
)  # fmt: skip
leaves = st.one_of(
    st.builds(Decided, st.sampled_from([FALSE, TRUE])),
    st.builds(Free, st.sampled_from([0, 1])),
    st.builds(atom, sums, st.sampled_from(list(Op))),
)


def deeper(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    """Combine formulas in every way there is."""
    choices = st.builds(lambda row, then, other: Choice(((row, then),), other), inner, sums, sums)
    mixed = st.builds(lambda plain, choice: Sum(plain.terms, ((1, choice),), plain.constant), sums, choices)
    items = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Denial, inner),
        st.builds(Quorum, st.integers(0, 3), items),
        st.builds(lambda row, then, other: Fork(((row, then),), other), inner, inner, inner),
        st.builds(atom, mixed, st.sampled_from(list(Op))),
    )


formulas = st.recursive(leaves, deeper, max_leaves=6)


def outcome(question: Question, world: tuple[Any, ...]) -> Outcome:
    """Name the outcome of one completion."""
    if not says(question.applies, world):
        return Outcome.NOT_APPLICABLE
    return Outcome.MET if says(question.holds, world) else Outcome.NOT_MET


def worlds() -> Iterator[tuple[Any, ...]]:
    """Write out every completion."""
    return product(*VALUES.values())


def settled_by(question: Question, known: tuple[int, ...]) -> bool:
    """Tell by enumeration whether knowing these leaves one outcome, whatever they are."""
    seen: dict[tuple[Any, ...], set[Outcome]] = {}
    for world in worlds():
        seen.setdefault(tuple(world[number] for number in known), set()).add(outcome(question, world))
    return all(len(outcomes) == 1 for outcomes in seen.values())


@given(formulas, formulas)
@settings(max_examples=150)
def test_certain_is_what_enumeration_says(applies: Formula, holds: Formula) -> None:
    """A verdict is certain exactly where every completion gives it."""
    question = Question(applies, holds, VARIABLES)
    possible = {outcome(question, world) for world in worlds()}
    told = certainty(question, limit=1_000_000)
    assert told.finished
    assert (told.certain, told.holds) == ((True, possible.pop()) if len(possible) == 1 else (False, None))


@given(formulas, formulas)
@settings(max_examples=150)
def test_the_smallest_settling_sets_are_those_of_enumeration(applies: Formula, holds: Formula) -> None:
    """All sets of the smallest size that settles are found, up to three."""
    question = Question(applies, holds, VARIABLES)
    told = certainty(question, limit=1_000_000)
    sizes = [[known for known in combinations(range(4), size) if settled_by(question, known)] for size in range(5)]
    smallest = next(sets for sets in sizes if sets)
    expected = {tuple(sorted(VARIABLES[number].path for number in known)) for known in smallest if known}
    assert set(told.settle) <= expected
    assert len(told.settle) == min(3, len(expected))


def test_two_comparisons_of_one_number_are_seen_together() -> None:
    """A number is above one or at most two, whatever it is: the walk can't see it, certainty does."""
    above, below = atom(Sum(((1, 2),), (), -1), Op.GT), atom(Sum(((1, 2),), (), -2), Op.LE)
    told = certainty(Question(Decided(TRUE), Quorum(1, (above, below)), VARIABLES))
    assert (told.certain, told.holds) == (True, Outcome.MET)


def test_a_verdict_on_a_proxy_is_never_certain() -> None:
    """Even one that nothing open could change."""
    told = certainty(Question(Decided(TRUE), Decided(TRUE), {}), rests_on_proxy=True)
    assert (told.certain, told.holds, told.settle) == (False, Outcome.MET, ())


def test_a_search_out_of_steps_says_so() -> None:
    """It claims neither certainty nor doubt."""
    told = certainty(Question(Decided(TRUE), Free(0), VARIABLES), limit=1)
    assert (told.certain, told.holds, told.finished) == (None, None, False)


def test_thirty_open_things_that_must_all_hold_settle_only_together() -> None:
    """The search asks for what refutes it instead of trying all subsets."""
    variables = {number: Variable(f"t{number}", None) for number in range(30)}
    told = certainty(Question(Decided(TRUE), Quorum(30, tuple(map(Free, variables))), variables))
    assert told.finished
    assert [len(paths) for paths in told.settle] == [30]


def test_eighteen_of_thirty_open_things_are_settled_by_all_of_them() -> None:
    """A threshold in the middle is the hardest to refute; it takes hundreds of steps, not millions."""
    variables = {number: Variable(f"t{number}", None) for number in range(30)}
    told = certainty(Question(Decided(TRUE), Quorum(18, tuple(map(Free, variables))), variables))
    assert told.finished
    assert [len(paths) for paths in told.settle] == [30]


def test_too_many_open_things_are_not_searched_for_settling_sets() -> None:
    """The answer says that it stopped; whether the outcome is certain is still told."""
    variables = {number: Variable(f"t{number}", None) for number in range(201)}
    told = certainty(Question(Decided(TRUE), Quorum(1, tuple(map(Free, variables))), variables))
    assert (told.certain, told.settle, told.finished) == (False, (), False)
