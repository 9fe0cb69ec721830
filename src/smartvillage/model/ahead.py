"""Steps ahead: what of the procedure is still to take once the target of a roadmap is met.

A result only: nothing here computes. Days are the first there could be, and nothing that no text says is filled in.
"""

from __future__ import annotations

from datetime import date

from .base import Frozen, Id, Text
from .basis import Basis
from .steps import StepStatus
from .tasks import Actor


class StepAhead(Frozen):
    """A step still to take once the target is met, with the first days on which it can begin and end."""

    id: Id
    title: Text | None = None
    owner: Actor | None = None
    """Who takes it on its first day; nothing where no text says."""
    status: StepStatus
    after: tuple[Id, ...] = ()
    """The steps before it that are still to take."""
    start: date | None = None
    """Nothing where its own decision, or that of a step before it, is not met even then."""
    due: date | None = None
    lasts: str | None = None
    """How long it must last; without it the days are the first there could be."""
    until: date | None = None
    """Its last day."""
    late: bool = False
    """True where it cannot end by its last day."""
    decision: Id | None = None
    decision_met: bool | None = None
    """Whether its decision is met once the tasks are done and all is granted."""
    basis: Basis = Basis.UNKNOWN
