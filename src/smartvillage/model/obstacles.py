"""Obstacles: why a target is out of reach, and relaxations: what alone would bring it back. Two closed unions."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field

from .base import Frozen, Id, Text
from .findings import Reason


class NoWay(Frozen):
    """No activity closes this criterion, or none proves it where that is asked."""

    kind: Literal["no_way"] = "no_way"
    criterion: Id | None
    """Nothing where it is a condition of the decision itself."""
    path: str
    title: Text
    only_proof: bool = False
    """True where activities meet it, or it is met already, and only its proof is out of reach."""
    facts: tuple[Id, ...] = ()
    """The facts its rule reads."""
    reasons: tuple[Reason, ...] = ()
    """Why it is not met, or open, as the finding says."""
    open: tuple[str, ...] = ()
    """The paths of what is open and would matter."""
    distance: tuple[str, ...] = ()
    """By how much the facts miss the rule, where that is a number: exact, signed, with the unit."""


class TooLate(Frozen):
    """The cheapest plan ends after the deadline, and so does every other."""

    kind: Literal["too_late"] = "too_late"
    until: date
    earliest: date
    working_days: int
    """By how many working days it is late."""
    chain: tuple[Id, ...] = ()


class WindowClosed(Frozen):
    """A task cannot lie inside the time in which it is possible."""

    kind: Literal["window_closed"] = "window_closed"
    task: Id
    from_: date | None = Field(None, alias="from")
    until: date | None = None

    model_config = ConfigDict(serialize_by_alias=True)


class OverBudget(Frozen):
    """Even the cheapest plan costs more than there is."""

    kind: Literal["over_budget"] = "over_budget"
    budget: int
    cheapest: int
    short_by: int


class CostUnknown(Frozen):
    """Tasks of which nobody knows the cost; they are not counted as free."""

    kind: Literal["cost_unknown"] = "cost_unknown"
    tasks: tuple[Id, ...]


Obstacle = Annotated[NoWay | TooLate | WindowClosed | OverBudget | CostUnknown, Discriminator("kind")]


class LaterUntil(Frozen):
    """The least deadline that is enough, all else kept."""

    kind: Literal["until"] = "until"
    until: date


class MoreBudget(Frozen):
    """The least budget that is enough, all else kept."""

    kind: Literal["budget"] = "budget"
    budget: int


class Waiver(Frozen):
    """One criterion which, counted as met, is enough, all else kept."""

    kind: Literal["waive"] = "waive"
    criterion: Id
    title: Text


Relaxation = Annotated[LaterUntil | MoreBudget | Waiver, Discriminator("kind")]
