"""The residue: what is left of a truth once everything known is put in, over the things that are still open.

The same formula serves the search for certainty (which splits cases on it) and the search for the weakest value of one
open thing (which walks along it). Its truth is three-valued, like that of the nodes it comes from.
INVARIANT (same meaning): with nothing assigned, a residue's truth is the truth of its node.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .interval import EVERYTHING, Interval, Known, add, hold, hull, scale
from .nodes import Exact, Op

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Variable:
    """Something open: its path, and for a value which numbers it can be; a truth has no domain.

    Several may bear one path: how many entities there are that nobody listed is settled by their list.
    """

    path: str
    domain: Interval | None


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """A truth that is decided."""

    truth: int


@dataclass(frozen=True, slots=True, eq=False)
class Free:
    """An open truth."""

    variable: int


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """A sum held against zero. Two atoms with the same ``key`` say the same."""

    sum: Sum
    op: Op
    key: object


@dataclass(frozen=True, slots=True, eq=False)
class Quorum:
    """At least ``k`` of the items hold."""

    k: int
    items: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Denial:
    """The item does not hold."""

    item: Formula


@dataclass(frozen=True, slots=True, eq=False)
class Fork:
    """The truth of the first row whose condition holds; where it is open which, what the rows in question agree on."""

    rows: tuple[tuple[Formula, Formula], ...]
    otherwise: Formula


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The sum of the first row whose condition holds; where conditions are open, all between the rows in question."""

    rows: tuple[tuple[Formula, Sum], ...]
    otherwise: Sum


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """Scaled open values, scaled choices and a constant."""

    terms: tuple[tuple[Exact, int], ...] = ()
    choices: tuple[tuple[Exact, Choice], ...] = ()
    constant: Exact = 0


Formula: TypeAlias = Decided | Free | Atom | Quorum | Denial | Fork


@dataclass(slots=True)
class Case:
    """What is assumed so far: truths by variable, comparisons by key, and values that are put in."""

    truths: dict[int, bool] = field(default_factory=dict)
    atoms: dict[object, bool] = field(default_factory=dict)
    values: dict[int, Exact] = field(default_factory=dict)


def truth_of(formula: Formula, case: Case, variables: Mapping[int, Variable]) -> int:
    """Return the formula's truth in a case: 0, 1 or 2."""
    match formula:
        case Decided(truth):
            return truth
        case Free(variable):
            return _assumed(case.truths.get(variable))
        case Atom():
            assumed = _assumed(case.atoms.get(formula.key))
            return assumed if assumed != UNKNOWN else hold(hull_of(formula.sum, case, variables), formula.op)
        case Denial(item):
            return TRUE - truth_of(item, case, variables)
        case Quorum(k, items):
            return _quorum(k, [truth_of(item, case, variables) for item in items])
        case Fork():
            return _agreed(formula, case, variables)


def _assumed(truth: bool | None) -> int:  # noqa: FBT001
    return UNKNOWN if truth is None else TRUE if truth else FALSE


def _quorum(k: int, truths: list[int]) -> int:
    if truths.count(TRUE) >= k:
        return TRUE
    return FALSE if len(truths) - truths.count(FALSE) < k else UNKNOWN


def _agreed(fork: Fork, case: Case, variables: Mapping[int, Variable]) -> int:
    seen = {truth_of(item, case, variables) for item in in_question(fork.rows, fork.otherwise, case, variables)}
    return seen.pop() if len(seen) == 1 else UNKNOWN


Row = TypeVar("Row")


def in_question(
    rows: tuple[tuple[Formula, Row], ...], otherwise: Row, case: Case, variables: Mapping[int, Variable]
) -> list[Row]:
    """Return the rows that may be the first whose condition holds."""
    found = []
    for condition, row in rows:
        truth = truth_of(condition, case, variables)
        if truth != FALSE:
            found.append(row)
        if truth == TRUE:
            return found
    return [*found, otherwise]


def hull_of(total: Sum, case: Case, variables: Mapping[int, Variable]) -> Known:
    """Return what a sum can be in a case."""
    found: Known = total.constant
    for factor, variable in total.terms:
        found = add(found, scale(factor, _span(variable, case, variables)))
    for factor, choice in total.choices:
        found = add(found, scale(factor, _chosen(choice, case, variables)))
    return found


def _span(variable: int, case: Case, variables: Mapping[int, Variable]) -> Known:
    value = case.values.get(variable)
    return value if value is not None else variables[variable].domain or EVERYTHING


def _chosen(choice: Choice, case: Case, variables: Mapping[int, Variable]) -> Known:
    rows = in_question(choice.rows, choice.otherwise, case, variables)
    *others, last = [hull_of(row, case, variables) for row in rows]
    if rows[-1] is choice.otherwise:
        last = _below(choice, last, case, variables)
    for one in others:
        last = hull(one, last)
    return last


def _below(choice: Choice, found: Known, case: Case, variables: Mapping[int, Variable]) -> Known:
    """Return what a capped sum is below its cap (``caps``): there no higher value of its one variable counts."""
    match choice.rows[-1][0], choice.otherwise:
        case Atom(Sum(((1, asked),), (), limit), Op.GE), Sum(((factor, grown),), (), constant) if asked == grown:
            span = _span(grown, case, variables)
            if isinstance(span, Interval) and (span.high is None or span.high >= -limit):
                return add(scale(factor, Interval(span.low, -limit, span.low_open, high_open=True)), constant)
    return found


def size(formula: Formula) -> int:
    """Count the parts of a formula; asking for its truth costs as much."""
    todo: list[Formula | Sum] = [formula]
    count = 0
    while todo:
        count += 1
        part = todo.pop()
        match part:
            case Atom(total):
                todo.append(total)
            case Denial(item):
                todo.append(item)
            case Quorum(_, items):
                todo += items
            case Fork(rows, otherwise):
                todo += [otherwise, *[inner for row in rows for inner in row]]
            case Sum(choices=choices):
                todo += [inner for _, choice in choices for row in choice.rows for inner in row]
                todo += [choice.otherwise for _, choice in choices]
    return count


def atom(total: Sum, op: Op) -> Atom:
    """Hold a sum against zero; without choices the same sum gives the same key wherever it stands."""
    if total.choices:
        return Atom(total, op, object())
    return Atom(total, op, (tuple(sorted(total.terms)), total.constant, op))


def renamed(formula: Formula, names: Mapping[int, int]) -> Formula:
    """Return the formula over other variables."""
    match formula:
        case Decided():
            return formula
        case Free(variable):
            return Free(names[variable])
        case Atom(total, op):
            return atom(_renamed_sum(total, names), op)
        case Denial(item):
            return Denial(renamed(item, names))
        case Quorum(k, items):
            return Quorum(k, tuple([renamed(item, names) for item in items]))
        case Fork(rows, otherwise):
            renamed_rows = tuple([(renamed(condition, names), renamed(row, names)) for condition, row in rows])
            return Fork(renamed_rows, renamed(otherwise, names))


def _renamed_sum(total: Sum, names: Mapping[int, int]) -> Sum:
    terms = tuple([(factor, names[variable]) for factor, variable in total.terms])
    return Sum(
        terms, tuple([(factor, _renamed_choice(choice, names)) for factor, choice in total.choices]), total.constant
    )


def _renamed_choice(choice: Choice, names: Mapping[int, int]) -> Choice:
    rows = tuple([(renamed(condition, names), _renamed_sum(row, names)) for condition, row in choice.rows])
    return Choice(rows, _renamed_sum(choice.otherwise, names))
