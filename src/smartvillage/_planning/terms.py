"""Durations and costs as an activity writes them, read: terms of days and whole đồng.

The rule: money is rounded outwards, and a cost that is not written is nothing, never zero.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from smartvillage.durations import read_duration
from smartvillage.model.tasks import Cost, Duration, Term
from smartvillage.numbers import read_number
from smartvillage.units import convert

if TYPE_CHECKING:
    from smartvillage.model.activities import Activity
    from smartvillage.model.base import Scalar
    from smartvillage.numbers import Style


def term(written: Scalar) -> Term:
    """Read one length of time."""
    found = read_duration(str(written))
    return Term(amount=found.amount, unit=found.unit)


def duration_of(activity: Activity) -> Duration:
    """Read an activity's duration."""
    range_ = activity.duration
    likely = None if range_.likely is None else term(range_.likely)
    return Duration(low=term(range_.low), likely=likely, high=term(range_.high))


def cost_of(activity: Activity, style: Style) -> Cost:
    """Read an activity's cost in whole đồng, rounded outwards; nothing where none is written."""
    range_ = activity.cost
    if range_ is None:
        return Cost()
    likely = None if range_.likely is None else ceil(_dong(range_.likely, style))
    return Cost(
        low=floor(_dong(range_.low, style)),
        likely=likely,
        high=ceil(_dong(range_.high, style)),
        basis=range_.basis or activity.basis,
        source=range_.source or activity.source,
    )


def _dong(written: Scalar, style: Style) -> int | Fraction:
    number = read_number(written if isinstance(written, (str, int, Decimal)) else str(written), style)
    return convert(number.value, number.unit, "VND") if number.unit and number.unit != "VND" else number.value
