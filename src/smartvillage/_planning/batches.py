"""Batches: questions about leaves that can share one asking, since none sees what is done for another.

INVARIANT (apart): in a batch every leaf sees exactly the moves it asks about, so its answer is what it would be alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .rule import Wanted


@dataclass(slots=True)
class Batch:
    """Questions that are asked at once."""

    chosen: int = 0
    """All moves done."""
    barred: int = 0
    """Moves that would change the answer of a leaf in the batch."""
    questions: list[tuple[Wanted, int]] = field(default_factory=list)

    def takes(self, chosen: int, seen: int) -> bool:
        """Tell whether a question fits: which moves it does, and which ones its leaf sees at all."""
        return not chosen & self.barred and not self.chosen & seen & ~chosen


class Batches:
    """Questions put into as few batches as come of taking the first that fits."""

    def __init__(self) -> None:
        """Begin with none."""
        self._batches: list[Batch] = []

    def add(self, leaf: Wanted, chosen: int, seen: int) -> None:
        """Add a question: a leaf, the moves done, and the moves that the leaf sees."""
        batch = next((batch for batch in self._batches if batch.takes(chosen, seen)), None)
        if batch is None:
            batch = Batch()
            self._batches.append(batch)
        batch.chosen |= chosen
        batch.barred |= seen & ~chosen
        batch.questions.append((leaf, chosen))

    def __iter__(self) -> Iterator[Batch]:
        """Yield the batches."""
        return iter(self._batches)
