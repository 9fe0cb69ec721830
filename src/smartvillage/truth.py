"""Three-valued truth: false < unknown < true.

The lattice is the whole logic: *and* is the minimum, *or* the maximum, *not* the mirror, and *at least k of n* is the
k-th largest. Nothing here is a table; a law that holds for ``min`` and ``max`` holds for us.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Truth(IntEnum):
    """What is known of a statement: ``FALSE < UNKNOWN < TRUE``."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2

    def __bool__(self) -> bool:
        """Refuse: an unknown truth is neither, so that ``if truth:`` can never guess."""
        msg = "a Truth has three values; compare it with Truth.TRUE, Truth.UNKNOWN or Truth.FALSE"
        raise TypeError(msg)


#: The same three values as plain integers, for hot loops.
FALSE, UNKNOWN, TRUE = 0, 1, 2


def negate(truth: int) -> int:
    """Mirror a truth: true and false change places, unknown stays."""
    return TRUE - truth


def at_least(k: int, truths: Iterable[int]) -> int:
    """Tell whether at least ``k`` of ``truths`` hold: the k-th largest of them.

    >>> at_least(2, [TRUE, UNKNOWN, FALSE]) == UNKNOWN
    True
    """
    ranked = sorted(truths, reverse=True)
    if k <= 0:
        return TRUE
    return ranked[k - 1] if k <= len(ranked) else FALSE
