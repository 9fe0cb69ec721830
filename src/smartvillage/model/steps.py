"""Steps: how far a village has come in the procedure that leads to the verdict.

A result only: nothing here computes. What no day fact records is said to be unrecorded, never taken as done.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from .base import Frozen, Id, Text
from .basis import Basis, Citation


class StepStatus(StrEnum):
    """How far a step has come. Closed."""

    DONE = "done"
    """The day that ends it has come, or the only day that records it, and it has lasted as long as it must."""
    UNDER_WAY = "under_way"
    """It has begun and not ended."""
    OPEN = "open"
    """No day is given on which it began."""
    UNRECORDED = "unrecorded"
    """The ruleset names no day fact by which anybody could tell."""


class StepResult(Frozen):
    """What is found of one step on the day."""

    id: Id
    title: Text | None = None
    owner: Id | None = None
    """The role that takes it; nothing where no text says."""
    status: StepStatus
    started_on: date | None = None
    ended_on: date | None = None
    waits_for: tuple[Id, ...] = ()
    """The steps before it that are not known to be done."""
    due_on: date | None = None
    """Its last day: of a day of every year the one of the village's year."""
    in_time: bool | None = None
    """Whether it ended by its last day; nothing while that is open."""
    lasts: str | None = None
    """How long it must last at least, as the ruleset writes it."""
    may_end_on: date | None = None
    """The first day on which it has lasted long enough; of working days the first there could be, without holidays."""
    lasts_kept: bool | None = None
    """Whether it lasted long enough; nothing while that is open, or where only the working calendar could tell."""
    decision: Id | None = None
    """The decision that must be met for it to be passed."""
    decision_met: Literal["met", "not_met", "unknown"] | None = None
    basis: Basis = Basis.UNKNOWN
    source: Citation | None = None
    note: Text | None = None
