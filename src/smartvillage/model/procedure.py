"""The procedure: the steps that a verdict goes through between the village and the body that decides.

The rule: a step says who takes it, after which others, by when and how long it lasts; whether a village has taken it
is read off the day facts that record it, never assumed.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Tag

from .activities import as_list
from .base import Day, Frozen, Id, Text
from .basis import Based
from .limits import YearlyDay


class StepRecords(Frozen):
    """The day facts that say when a step began and when it ended."""

    start: Id | None = None
    end: Id | None = None


def until_kind(value: Any) -> Literal["day", "yearly"]:  # noqa: ANN401 - whatever the file holds
    """Tell a day of every year from one day."""
    return "yearly" if isinstance(value, (dict, YearlyDay)) else "day"


Until = Annotated[
    Annotated[Day, Tag("day")] | Annotated[YearlyDay, Tag("yearly")],
    Discriminator(until_kind),
]


class Step(Based):
    """One step of the procedure."""

    id: Id
    owner: Id
    """The role that takes it, or ``unknown`` where no text says."""
    title: Text | None = None
    after: Annotated[tuple[Id, ...], BeforeValidator(as_list)] = ()
    """The steps that come before it."""
    lasts: str | None = None
    """How long it must last at least, as ``10 days``."""
    until: Until | None = None
    """Its last day: one day, or a day of every year."""
    decision: Id | None = None
    """The decision that must be met for the step to be passed."""
    records: StepRecords = StepRecords()


#: The owner of a step of which no text says who takes it.
NOBODY_SAYS = "unknown"
