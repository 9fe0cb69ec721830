"""Layouts: where in a list of values a node finds what it stands for. Only this is known of the list's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .interval import Interval
    from .nodes import Prefer, Slot, Tally, TruthNode


class Layout(Protocol):
    """Where things stand in the list of values."""

    def slot(self, slot: Slot) -> int:
        """Return the place of a slot."""

    def tally(self, tally: Tally) -> int:
        """Return the place of a folded tally."""

    def prefer(self, prefer: Prefer) -> int:
        """Return the place of a choice."""

    def domain(self, slot: Slot) -> Interval | None:
        """Return which numbers a slot can be at all."""

    def found(self, node: TruthNode) -> int | None:
        """Return the place of a truth that is found before it is asked for, if it is."""
