"""The search: an assignment of everything open under which formulas come out as wanted, or the knowledge of none.

It splits on one open truth or comparison at a time, asks the three-valued truth what the rest still leaves open, and
drops a branch as soon as the comparisons chosen on the way cannot all hold together.
INVARIANT (honest): "none" is said only when every branch was closed; a search out of steps says that it stopped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .feasible import Constraint, Sample, Steps, feasible
from .nodes import Op
from .residue import (
    Atom,
    Case,
    Decided,
    Denial,
    Fork,
    Formula,
    Free,
    Quorum,
    Sum,
    in_question,
    size,
    truth_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .nodes import Exact
    from .residue import Variable

#: A formula and what it shall come out as.
Goal = tuple[Formula, bool]


@dataclass(slots=True)
class Branch:
    """One case with the comparisons that were chosen on the way to it."""

    case: Case = field(default_factory=Case)
    constraints: tuple[Constraint, ...] = ()
    sample: Sample = field(default_factory=dict)

    def with_truth(self, variable: int, truth: bool) -> Branch:  # noqa: FBT001
        """Assume an open truth."""
        case = Case({**self.case.truths, variable: truth}, self.case.atoms, self.case.values)
        return Branch(case, self.constraints, self.sample)

    def with_atom(self, key: object, truth: bool, constraints: Sequence[Constraint]) -> Branch:  # noqa: FBT001
        """Assume a comparison."""
        case = Case(self.case.truths, {**self.case.atoms, key: truth}, self.case.values)
        return Branch(case, (*self.constraints, *constraints), self.sample)


def find(
    goals: Sequence[Goal], variables: Mapping[int, Variable], steps: Steps, early: frozenset[int] = frozenset()
) -> Branch | None:
    """Return a case in which every goal comes out as wanted; nothing if there is none.

    Open truths among ``early`` are decided before others: where two completions must differ, the search is short once
    it knows in what.
    """
    first, goals = _spread(goals)
    todo = [] if first is None else [first]
    work = 1 + sum(size(formula) for formula, _ in goals) // 32
    while todo:
        steps.take(work)
        branch = todo.pop()
        waiting = _next(goals, branch.case, variables)
        if waiting is None:
            continue
        if isinstance(waiting[0], Decided):
            return branch
        thing, wanted = _undecided(waiting, branch.case, variables, early)
        todo.extend(_split(thing, branch, variables, steps, wanted=wanted))
    return None


def _spread(goals: Sequence[Goal]) -> tuple[Branch | None, list[Goal]]:
    """Ask for the parts where all of them are asked for, and assume open truths at once; no branch if they clash."""
    todo = list(reversed(goals))
    kept: list[Goal] = []
    truths: dict[int, bool] = {}
    while todo:
        formula, wanted = todo.pop()
        match formula:
            case Denial(item):
                todo.append((item, not wanted))
            case Quorum(k, items) if k == (len(items) if wanted else 1):
                todo += [(item, wanted) for item in items]
            case Free(variable):
                if truths.setdefault(variable, wanted) != wanted:
                    return None, kept
            case _:
                kept.append((formula, wanted))
    return Branch(Case(truths)), kept


def _next(goals: Sequence[Goal], case: Case, variables: Mapping[int, Variable]) -> Goal | None:
    """Return the first goal still open; ``Decided`` when all came out as wanted, nothing when one did not."""
    waiting: Goal = (Decided(TRUE), True)
    for formula, wanted in goals:
        truth = truth_of(formula, case, variables)
        if truth == (FALSE if wanted else TRUE):
            return None
        if truth == UNKNOWN and isinstance(waiting[0], Decided):
            waiting = (formula, wanted)
    return waiting


def _undecided(
    goal: Goal, case: Case, variables: Mapping[int, Variable], early: frozenset[int]
) -> tuple[Free | Atom, bool]:
    """Find what to split on in a goal, an open truth or a comparison whose choices are made; and which way first."""
    formula, wanted = goal
    while True:
        match formula:
            case Free():
                return formula, wanted
            case Atom():
                inner = _open_choice(formula.sum, case, variables)
                if inner is None:
                    return formula, wanted
                formula = inner
            case Denial(item):
                formula, wanted = item, not wanted
            case Quorum(_, items):
                waiting = [item for item in items if truth_of(item, case, variables) == UNKNOWN]
                chosen = (item for item in waiting if isinstance(item, Free) and item.variable in early)
                formula = next(chosen, waiting[0])
            case Fork(rows, otherwise):
                formula = _open_row(rows, otherwise, case, variables)
            case Decided():
                msg = "INVARIANT (honest): a decided formula has nothing to split on"
                raise AssertionError(msg)


def _open_row(
    rows: tuple[tuple[Formula, Formula], ...], otherwise: Formula, case: Case, variables: Mapping[int, Variable]
) -> Formula:
    for condition, row in rows:
        truth = truth_of(condition, case, variables)
        if truth == UNKNOWN:
            return condition
        if truth == TRUE:
            return row
    return otherwise


def _open_choice(total: Sum, case: Case, variables: Mapping[int, Variable]) -> Formula | None:
    """Return the first condition within a sum that is still open."""
    for _, choice in total.choices:
        for condition, _row in choice.rows:
            truth = truth_of(condition, case, variables)
            if truth == UNKNOWN:
                return condition
            if truth == TRUE:
                break
        chosen = in_question(choice.rows, choice.otherwise, case, variables)[0]
        inner = _open_choice(chosen, case, variables)
        if inner is not None:
            return inner
    return None


def _split(
    thing: Free | Atom, branch: Branch, variables: Mapping[int, Variable], steps: Steps, *, wanted: bool
) -> list[Branch]:
    """Assume the thing both ways, the wanted one last so that it is tried first; keep what can be."""
    if isinstance(thing, Free):
        return [branch.with_truth(thing.variable, truth) for truth in (not wanted, wanted)]
    terms, constant = _plain(thing.sum, branch.case, variables)
    kept = []
    for truth in (not wanted, wanted):
        for rows in _rows(thing.op, truth, terms, constant):
            further = branch.with_atom(thing.key, truth, rows)
            sample = _sample(further.constraints, variables, steps)
            if sample is not None:
                further.sample = sample
                kept.append(further)
    return kept


def _plain(total: Sum, case: Case, variables: Mapping[int, Variable]) -> tuple[dict[int, Exact], Exact]:
    """Write a sum whose choices are made as scaled variables and a constant."""
    terms: dict[int, Exact] = {}
    constant = total.constant
    for scale, variable in total.terms:
        terms[variable] = terms.get(variable, 0) + scale
    for scale, choice in total.choices:
        chosen = in_question(choice.rows, choice.otherwise, case, variables)[0]
        inner, added = _plain(chosen, case, variables)
        constant += scale * added
        for variable, factor in inner.items():
            terms[variable] = terms.get(variable, 0) + scale * factor
    return {variable: scale for variable, scale in terms.items() if scale}, constant


def _rows(op: Op, truth: bool, terms: dict[int, Exact], constant: Exact) -> list[list[Constraint]]:  # noqa: FBT001
    """Write a comparison that holds or fails as constraints; each list is one way."""
    minus = {variable: -scale for variable, scale in terms.items()}
    at_least, above = Constraint(terms, constant), Constraint(terms, constant, strict=True)
    at_most, below = Constraint(minus, -constant), Constraint(minus, -constant, strict=True)
    match op:
        case Op.GE:
            return [[at_least if truth else below]]
        case Op.GT:
            return [[above if truth else at_most]]
        case Op.LE:
            return [[at_most if truth else above]]
        case Op.LT:
            return [[below if truth else at_least]]
        case Op.EQ:
            return [[at_least, at_most]] if truth else [[below], [above]]


def _sample(constraints: Sequence[Constraint], variables: Mapping[int, Variable], steps: Steps) -> Sample | None:
    names = {name for row in constraints for name in row.terms}
    domains = [row for name in sorted(names) for row in _domain(name, variables[name])]
    whole = frozenset(name for name in names if (domain := variables[name].domain) is not None and domain.whole)
    return feasible([*constraints, *domains], whole, steps)


def _domain(name: int, variable: Variable) -> list[Constraint]:
    domain = variable.domain
    rows = []
    if domain is not None and domain.low is not None:
        rows.append(Constraint({name: 1}, -domain.low, domain.low_open))
    if domain is not None and domain.high is not None:
        rows.append(Constraint({name: -1}, domain.high, domain.high_open))
    return rows
