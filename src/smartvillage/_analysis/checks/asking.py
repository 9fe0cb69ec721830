"""Asking: what a node comes to whatever the facts are, put to a village of which nothing is known.

INVARIANT (honest): a truth is called fixed only where the search closed every branch that would give another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.apart import apart
from smartvillage._program.bind import bind
from smartvillage._program.combining import denied, fork, quorum
from smartvillage._program.feasible import SearchStoppedError, Steps
from smartvillage._program.fold import open_row
from smartvillage._program.listing import Row
from smartvillage._program.nodes import Const, Op, Prefer
from smartvillage._program.possible import Question, possible_outcomes
from smartvillage._program.reduction import Reduction, TooDeepError
from smartvillage._program.residue import Atom, Free, Sum, Variable
from smartvillage._program.search import find
from smartvillage.model.findings import Outcome
from smartvillage.model.village import Village

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage._program.nodes import TruthNode
    from smartvillage._program.program import LoweredCriterion, Program
    from smartvillage._program.residue import Formula
    from smartvillage._program.search import Goal

#: How many steps one question may take.
_STEPS = 2_000


class _OfAnybody(Reduction):
    """Reduces the nodes for a village of which nothing is known, not even which facts it lacks."""

    def _truth(self, node: TruthNode, row: Row | None) -> Formula:
        """Let any of several substitutes be the one that is used."""
        if not isinstance(node, Prefer):
            return super()._truth(node, row)
        *rows, last = [self.truth(option, row) for option in node.options]
        used = [self.named((id(node), place), Variable("", None)) for place in range(len(rows))]
        return fork([(Free(name), option) for name, option in zip(used, rows, strict=True)], last)


class Asker:
    """Puts questions to the nodes of one program."""

    def __init__(self, program: Program) -> None:
        """Bind a village of which nothing is known."""
        header = program.ruleset.ruleset
        place = {"id": "x", "name": "x", "kind": header.subject}
        said = {"village": place, "ruleset": header.id, "as_of": program.day, "facts": {}}
        bound = bind(program, Village.model_validate(said))
        for index, info in enumerate(program.slots):
            if info.yearly is not None and info.domain is not None:
                bound.values[index] = info.domain  # a village may speak of any year
        self.program = program
        self._reduction = _OfAnybody(bound)
        self._fixed: dict[tuple[int, int | None], bool | None] = {}

    def fixed(self, node: TruthNode, list_: int | None = None) -> bool | None:
        """Return what a node always comes to; nothing where facts decide. Inside a list it is asked of an entity."""
        key = (id(node), list_)
        if key not in self._fixed:
            self._fixed[key] = self._always(self._inside(node, list_))
        return self._fixed[key]

    def _inside(self, node: TruthNode, list_: int | None) -> Formula:
        if list_ is None:
            return self.formula(node)
        return self._reduction.truth(node, Row(list_, "", open_row(self.program, list_)))

    def _always(self, formula: Formula) -> bool | None:
        if self.never([(formula, True)]):
            return False
        return True if self.never([(formula, False)]) else None

    def formula(self, node: TruthNode) -> Formula:
        """Return what a node asks of everything that is open; a node too deep to be gone through may be anything."""
        try:
            return self._reduction.root(node)
        except TooDeepError:
            return Free(self._reduction.named(id(node), Variable("", None)))

    def fixed_where_it_applies(self, lowered: LoweredCriterion) -> bool | None:
        """Return whether a criterion is always met, or never, wherever it applies; nothing where facts decide."""
        if isinstance(lowered.applies, Const):
            return None  # then it is what the rule is
        question = Question(self.formula(lowered.applies), self.formula(lowered.holds), self._reduction.variables)
        found = possible_outcomes(question, Steps(_STEPS))
        if found is None or (Outcome.MET in found) == (Outcome.NOT_MET in found):
            return None
        return Outcome.MET in found

    def never_together(self, criteria: Sequence[LoweredCriterion]) -> bool:
        """Tell whether it is certain that criteria can never all be met, or not apply."""
        ask = self.formula
        return self.never([(quorum(1, [denied(ask(one.applies)), ask(one.holds)]), True) for one in criteria])

    def never(self, goals: Sequence[Goal]) -> bool:
        """Tell whether it is certain that the goals cannot all be had at once."""
        return any(self._never(part) for part in apart(goals))

    def _never(self, goals: Sequence[Goal]) -> bool:
        if len(goals) == 1 and _goes_either_way(goals[0][0]):
            return False
        try:
            return find(goals, self._reduction.variables, Steps(_STEPS)) is None
        except SearchStoppedError:
            return False


def _goes_either_way(formula: Formula) -> bool:
    """Tell at once what is open both ways: a truth, or one value held against a limit that its domain straddles."""
    match formula:
        case Free():
            return True
        case Atom(Sum(terms, choices), op):
            return len(terms) == 1 and not choices and op is not Op.EQ
        case _:
            return False
