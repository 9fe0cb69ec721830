"""Days and periods: half-open inside, both ends included in files.

INVARIANT (one door): "until 2024-12-31" includes that day; it becomes the half-open end 2025-01-01 in
``Period.end`` and nowhere else.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_VI_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def iso_day(text: str) -> date | None:
    """Read an ISO day such as ``2024-03-31``; nothing if it is not one."""
    if not _ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def vietnamese_day(text: str) -> date | None:
    """Read an ISO day or a Vietnamese one such as ``31/3/2024`` (day first); nothing if it is neither."""
    found = _VI_DAY.fullmatch(text)
    if not found:
        return iso_day(text)
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_period(day: date, first: date | None, end: date | None) -> bool:
    """Tell whether a day lies in the half-open period from ``first`` up to but not including ``end``."""
    return (first is None or first <= day) and (end is None or day < end)


def day_after(day: date) -> date | None:
    """Return the next day; nothing after the last day there is, since a period that ends there has no end."""
    return day + timedelta(days=1) if day < date.max else None


def add_months(day: date, months: int) -> date:
    """Move by calendar months; a day the month does not have becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
