"""What is carried: the reasons, the caveats and the open paths of those leaves that a result rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .nodes import Kind


@dataclass(slots=True)
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
