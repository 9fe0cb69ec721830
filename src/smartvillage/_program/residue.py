"""The residue: what is left of a truth once everything known is put in, over the things that are still open.

The same formula serves the search for certainty (which splits cases on it) and the search for the weakest value of one
open thing (which walks along it). Its truth is three-valued, like that of the nodes it comes from.
INVARIANT (same meaning): with nothing assigned, a residue's truth is the truth of its node.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .interval import Interval
from .nodes import Exact, Op

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Two ends, each (value or nothing, open).
Hull: TypeAlias = tuple[Exact | None, bool, Exact | None, bool]


@dataclass(frozen=True, slots=True)
class Variable:
    """Something open: its path, and for a value which numbers it can be; a truth has no domain.

    ``hidden`` ones stand for entities that nobody listed and are settled by their list, whose path they bear.
    """

    path: str
    domain: Interval | None
    hidden: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Known:
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


Formula: TypeAlias = Known | Free | Atom | Quorum | Denial | Fork


@dataclass(slots=True)
class Case:
    """What is assumed so far: truths by variable, comparisons by key, and values that are put in."""

    truths: dict[int, bool] = field(default_factory=dict)
    atoms: dict[object, bool] = field(default_factory=dict)
    values: dict[int, Exact] = field(default_factory=dict)


def truth_of(formula: Formula, case: Case, variables: Mapping[int, Variable]) -> int:
    """Return the formula's truth in a case: 0, 1 or 2."""
    match formula:
        case Known(truth):
            return truth
        case Free(variable):
            return _assumed(case.truths.get(variable))
        case Atom():
            assumed = _assumed(case.atoms.get(formula.key))
            return assumed if assumed != UNKNOWN else held(hull_of(formula.sum, case, variables), formula.op)
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


def hull_of(total: Sum, case: Case, variables: Mapping[int, Variable]) -> Hull:
    """Return between what a sum lies in a case."""
    hull: Hull = (total.constant, False, total.constant, False)
    for scale, variable in total.terms:
        hull = add(hull, scaled(scale, _span(variable, case, variables)))
    for scale, choice in total.choices:
        hull = add(hull, scaled(scale, _chosen(choice, case, variables)))
    return hull


def _span(variable: int, case: Case, variables: Mapping[int, Variable]) -> Hull:
    value = case.values.get(variable)
    if value is not None:
        return (value, False, value, False)
    domain = variables[variable].domain
    if domain is None:
        return (None, True, None, True)
    return (domain.low, domain.low_open, domain.high, domain.high_open)


def _chosen(choice: Choice, case: Case, variables: Mapping[int, Variable]) -> Hull:
    rows = in_question(choice.rows, choice.otherwise, case, variables)
    hull = hull_of(rows[0], case, variables)
    for row in rows[1:]:
        hull = join(hull, hull_of(row, case, variables))
    return hull


def scaled(scale: Exact, hull: Hull) -> Hull:
    """Multiply both ends; a negative scale makes them change places."""
    low, low_open, high, high_open = hull
    first = None if low is None else low * scale
    last = None if high is None else high * scale
    return (first, low_open, last, high_open) if scale > 0 else (last, high_open, first, low_open)


def add(one: Hull, other: Hull) -> Hull:
    """Add two hulls end by end; an end is open where either is."""
    low = None if one[0] is None or other[0] is None else one[0] + other[0]
    high = None if one[2] is None or other[2] is None else one[2] + other[2]
    return (low, one[1] or other[1], high, one[3] or other[3])


def join(one: Hull, other: Hull) -> Hull:
    """Return the smallest hull around two; where ends are equal it is open only if both are."""
    low, low_open = _outer(one[:2], other[:2], 1)
    high, high_open = _outer(one[2:], other[2:], -1)
    return (low, low_open, high, high_open)


def _outer(one: tuple[Exact | None, bool], other: tuple[Exact | None, bool], side: int) -> tuple[Exact | None, bool]:
    if one[0] is None or other[0] is None:
        return (None, True)
    if one[0] == other[0]:
        return (one[0], one[1] and other[1])
    return one if (one[0] < other[0]) == (side > 0) else other


def held(hull: Hull, op: Op) -> int:
    """Hold everything between two ends against zero."""
    low, low_open, high, high_open = hull
    surely_at_least = low is not None and low >= 0
    surely_above = low is not None and (low > 0 or (low == 0 and low_open))
    surely_at_most = high is not None and high <= 0
    surely_below = high is not None and (high < 0 or (high == 0 and high_open))
    match op:
        case Op.GE:
            return TRUE if surely_at_least else FALSE if surely_below else UNKNOWN
        case Op.GT:
            return TRUE if surely_above else FALSE if surely_at_most else UNKNOWN
        case Op.LE:
            return TRUE if surely_at_most else FALSE if surely_above else UNKNOWN
        case Op.LT:
            return TRUE if surely_below else FALSE if surely_at_least else UNKNOWN
        case Op.EQ:
            exactly = low == high == 0 and not (low_open or high_open)
            return TRUE if exactly else FALSE if surely_below or surely_above else UNKNOWN


def atom(total: Sum, op: Op) -> Atom:
    """Hold a sum against zero; without choices the same sum gives the same key wherever it stands."""
    if total.choices:
        return Atom(total, op, object())
    return Atom(total, op, (tuple(sorted(total.terms)), total.constant, op))


def renamed(formula: Formula, names: Mapping[int, int]) -> Formula:
    """Return the formula over other variables."""
    match formula:
        case Known():
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
    terms = tuple([(scale, names[variable]) for scale, variable in total.terms])
    return Sum(
        terms, tuple([(scale, _renamed_choice(choice, names)) for scale, choice in total.choices]), total.constant
    )


def _renamed_choice(choice: Choice, names: Mapping[int, int]) -> Choice:
    rows = tuple([(renamed(condition, names), _renamed_sum(row, names)) for condition, row in choice.rows])
    return Choice(rows, _renamed_sum(choice.otherwise, names))
