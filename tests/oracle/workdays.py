"""Working days, counted one by one on the public calendar of Vietnam."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

ONE_DAY = timedelta(days=1)


@cache
def _calendar() -> Any:
    return holidays.country_holidays("VN")


@cache
def is_working(day: date) -> bool:
    """Tell whether people work on a day: weekdays that are no days off, and Saturdays worked in their stead."""
    return bool(_calendar().is_working_day(day))


def working_from(day: date) -> date:
    """Return the day itself if people work, else the next on which they do."""
    while not is_working(day):
        day += ONE_DAY
    return day


def next_working(day: date) -> date:
    """Return the first working day after a day."""
    return working_from(day + ONE_DAY)


def count_working(first: date, last: date) -> int:
    """Count the working days from a day to a day, both included."""
    total = 0
    while first <= last:
        total += is_working(first)
        first += ONE_DAY
    return total


def due_day(start: date, term: str) -> date:
    """Return the last day of a term such as ``10 working days``, ``30 days``, ``2 weeks`` or ``6 months``."""
    amount, unit = int(term.split(" ", maxsplit=1)[0]), term.split(" ", 1)[1]
    if unit.startswith("working"):
        due = start
        for _ in range(amount - 1):
            due = next_working(due)
        return due
    if unit.startswith("month"):
        year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
        return working_from(date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])))
    return working_from(start + ONE_DAY * amount * (7 if unit.startswith("week") else 1))
