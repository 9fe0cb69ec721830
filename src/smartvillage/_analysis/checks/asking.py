"""Asking: what a node comes to whatever the facts are, put to a village of which nothing is known.

INVARIANT (honest): a truth is called fixed only where the search closed every branch that would give another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.bind import bind
from smartvillage._program.combining import denied, quorum
from smartvillage._program.feasible import SearchStoppedError, Steps
from smartvillage._program.fold import open_row
from smartvillage._program.listing import Row
from smartvillage._program.possible import Question, possible_outcomes
from smartvillage._program.reduction import Reduction, TooDeepError
from smartvillage._program.search import find
from smartvillage.model.findings import Outcome
from smartvillage.model.village import Village

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage._program.nodes import TruthNode
    from smartvillage._program.program import LoweredCriterion, Program
    from smartvillage._program.search import Goal

#: How many steps one question may take.
_STEPS = 2_000


class Asker:
    """Puts questions to the nodes of one program."""

    def __init__(self, program: Program) -> None:
        """Bind a village of which nothing is known."""
        header = program.ruleset.ruleset
        nobody = Village.model_validate(
            {
                "village": {"id": "x", "name": "x", "kind": header.subject},
                "ruleset": header.id,
                "as_of": program.day,
                "facts": {},
            }
        )
        self.program = program
        self._reduction = Reduction(bind(program, nobody))

    def fixed(self, node: TruthNode, list_: int | None = None) -> bool | None:
        """Return what a node always comes to; nothing where facts decide. Inside a list it is asked of an entity."""
        row = None if list_ is None else Row(list_, "", open_row(self.program, list_))
        try:
            formula = self._reduction.root(node) if row is None else self._reduction.truth(node, row)
        except TooDeepError:
            return None
        if self.never([(formula, True)]):
            return False
        return True if self.never([(formula, False)]) else None

    def fixed_where_it_applies(self, lowered: LoweredCriterion) -> bool | None:
        """Return whether a criterion is always met, or never, wherever it applies; nothing where facts decide."""
        try:
            applies, holds = self._reduction.root(lowered.applies), self._reduction.root(lowered.holds)
        except TooDeepError:
            return None
        found = possible_outcomes(Question(applies, holds, self._reduction.variables), Steps(_STEPS))
        if found is None or (Outcome.MET in found) == (Outcome.NOT_MET in found):
            return None
        return Outcome.MET in found

    def never_together(self, criteria: Sequence[LoweredCriterion]) -> bool:
        """Tell whether it is certain that criteria can never all be met, or not apply."""
        root = self._reduction.root
        try:
            goals = [(quorum(1, [denied(root(one.applies)), root(one.holds)]), True) for one in criteria]
        except TooDeepError:
            return False
        return self.never(goals)

    def never(self, goals: Sequence[Goal]) -> bool:
        """Tell whether it is certain that the goals cannot all be had at once."""
        try:
            return find(goals, self._reduction.variables, Steps(_STEPS)) is None
        except SearchStoppedError:
            return False
