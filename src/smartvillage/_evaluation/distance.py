"""Distances: how far a value lies from its limit, in the fact's own unit; what is lacking is below zero.

INVARIANT (enough): where the unit comes in whole ones, a lack of *n* means that *n* more are enough and fewer are not,
a strict test included. Where it does not, a strict test that is exactly at its limit lacks nothing that has a number,
and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from smartvillage._program.nodes import Op
from smartvillage.exact import exact_text
from smartvillage.model.explanation import Distance

if TYPE_CHECKING:
    from smartvillage._program.nodes import Exact
    from smartvillage.model.base import Text

Measure = Literal["units", "points", "levels", "days", "items", "marks"]

#: The comparison each word stands for.
OPS = {
    "at_least": Op.GE, "more_than": Op.GT, "at_most": Op.LE, "less_than": Op.LT, "is": Op.EQ,
    "on_or_after": Op.GE, "after": Op.GT, "on_or_before": Op.LE, "before": Op.LT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ruler:
    """What distances are measured in."""

    measure: Measure
    whole: bool = False
    unit: str = ""
    of: str | None = None
    title: Text | None = None


def distance(value: Exact, limit: Exact, op: Op, ruler: Ruler) -> Distance:
    """Return how far a value lies from a limit."""
    up = op in {Op.GE, Op.GT} or (op is Op.EQ and value < limit)
    if op is Op.EQ:
        return _told(min(value - limit, limit - value), ruler, up=up, beyond=False)
    edge = _reached(limit, op) if ruler.whole else limit
    amount = value - edge if up else edge - value
    beyond = not ruler.whole and op in {Op.GT, Op.LT} and amount <= 0
    return _told(amount, ruler, up=up, beyond=beyond)


def _reached(limit: Exact, op: Op) -> int:
    """Return the whole number nearest to the limit that meets the test."""
    match op:
        case Op.GE:
            return ceil(limit)
        case Op.GT:
            return floor(limit) + 1
        case Op.LE:
            return floor(limit)
        case _:
            return ceil(limit) - 1


def _told(amount: Exact, ruler: Ruler, *, up: bool, beyond: bool) -> Distance:
    return Distance(
        amount=exact_text(amount), measure=ruler.measure, unit=ruler.unit, of=ruler.of, title=ruler.title,
        direction="up" if up else "down", beyond=beyond,
    )  # fmt: skip


def share_distance(value: Exact, limit: Exact, op: Op, counts: tuple[Exact, Exact] | None, ruler: Ruler) -> Distance:
    """Return how many of the part a share lies from its limit; percentage points where no counts are known."""
    if counts is None:
        return distance(value * 100, limit * 100, op, Ruler("points", unit="%"))
    part, whole = counts
    return distance(part, limit * whole, op, ruler)
