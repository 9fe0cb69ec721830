"""What is carried: the reasons, the caveats and the open paths of those leaves that a result rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from .bound import REASON_BITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.findings import Reason

    from .bound import Entities
    from .closures import Values
    from .nodes import Kind


@dataclass(slots=True, eq=False)
class Carried:
    """What the leaves that carry a result say."""

    reasons: int = 0
    mask: int = 0
    open: dict[str, Kind] = field(default_factory=dict)
    """The paths of what is open, in the order of the rule, and of what kind each is."""

    def take(self, other: Carried, *, reasons: bool) -> None:
        """Add what another result says."""
        self.mask |= other.mask
        if reasons:
            self.reasons |= other.reasons
            self.open |= other.open


class Walked(Protocol):
    """A walked village, as carriers look at it, with what was said of the criteria and decisions that a rule reads."""

    values: Values
    masks: list[int]
    whys: list[Reason]
    entities: tuple[Entities, ...]

    def criterion(self, place: int) -> Carried:
        """Tell of a criterion."""

    def nested(self, place: int, *, tell: bool) -> Carried:
        """Tell of a decision; ``tell`` where it is asked why."""


#: Goes to the leaves that carry a node's truth and adds what they say; the last argument is whether they are asked why.
CarryFn: TypeAlias = "Callable[[Walked, Carried, bool], None]"


def add_open(walked: Walked, said: Carried, index: int, path: str, kind: Kind) -> None:
    """Tell of an open slot that was asked why."""
    said.reasons |= REASON_BITS[walked.whys[index]]
    said.open[path] = kind


def say_nothing(_walked: Walked, _said: Carried, _tell: bool) -> None:  # noqa: FBT001 - as every carrier takes it
    """Carry nothing."""
