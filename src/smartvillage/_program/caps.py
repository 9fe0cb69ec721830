"""Caps: a value that grows with one slot up to a limit and no further, as points do that are given in proportion.

The rule: below its cap a value is asked only of the slot's values below the limit; a hull of both would go beyond it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .nodes import Compare, Linear, Op, Pick, Slot

if TYPE_CHECKING:
    from .nodes import Exact


class Cap(NamedTuple):
    """So many times a slot and a constant, below a limit of that slot."""

    slot: Slot
    limit: Exact
    factor: Exact
    constant: Exact


def cap_of(node: Pick) -> Cap | None:
    """Return the cap that the last row of a choice puts on what holds otherwise; nothing where there is none."""
    match node.rows[-1][0], node.otherwise:
        case (
            Compare(value=Linear(terms=((1, Slot() as asked),), constant=limit), op=Op.GE),
            Linear(terms=((factor, Slot() as grown),), constant=constant),
        ) if asked.index == grown.index and asked.inner == grown.inner and not grown.inner:
            return Cap(grown, -limit, factor, constant)
        case _:
            return None
