"""What can be: the outcomes that some completion of everything open gives a rule.

The same question is put to a village whose facts are partly open and to a rule of which no village is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage.model.findings import Outcome

from .feasible import SearchStoppedError, Steps
from .search import Goal, find

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .residue import Formula, Variable


@dataclass(frozen=True, slots=True)
class Question:
    """A criterion's two residues and the open things in them."""

    applies: Formula
    holds: Formula
    variables: Mapping[int, Variable]


def possible_outcomes(question: Question, steps: Steps) -> list[Outcome] | None:
    """Return the outcomes that some completion gives; nothing where the search stopped before it knew."""
    try:
        return [outcome for outcome in _GOALS if find(goals_of(question, outcome), question.variables, steps)]
    except SearchStoppedError:
        return None


#: What each outcome asks of (applies, holds); nothing asked is free.
_GOALS: dict[Outcome, tuple[bool, bool | None]] = {
    Outcome.MET: (True, True),
    Outcome.NOT_MET: (True, False),
    Outcome.NOT_APPLICABLE: (False, None),
}


def goals_of(question: Question, outcome: Outcome) -> list[Goal]:
    """Return what must hold for an outcome."""
    applies, holds = _GOALS[outcome]
    goals = [(question.applies, applies)]
    return goals if holds is None else [*goals, (question.holds, holds)]
