"""When a figure is from and how old it may be: the last day of a period, and a day some time after another.

The rule: months and years are calendar ones; a year, a month or a day is read by its form, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from smartvillage.timeline import add_months, iso_day, vietnamese_day

from .literal import plain_text

if TYPE_CHECKING:
    from smartvillage.durations import Duration

    from .literal import Tables

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_VI_MONTH = re.compile(r"(\d{1,2})/(\d{4})")
_SATURDAY = 5


def end_of_period(written: object, tables: Tables) -> date | None:
    """Return the last day of a year, a month, a day or ``{from, until}``; nothing if it is none of them."""
    if isinstance(written, Mapping):
        until = written.get("until")
        return None if until is None else end_of_period(until, tables)
    text = plain_text(written)
    day = vietnamese_day(text) if tables.days == "vi" else iso_day(text)
    if day is not None:
        return day
    if _YEAR.fullmatch(text) and int(text):
        return date(int(text), 12, 31)
    month = _MONTH.fullmatch(text)
    year, number = (month[1], month[2]) if month else _vietnamese_month(text)
    if not year or not 1 <= int(number) <= 12 or not int(year):  # noqa: PLR2004 - months of a year
        return None
    first = date(int(year), int(number), 1)
    return add_months(first, 1) - timedelta(days=1) if first < date(9999, 12, 1) else date.max


def _vietnamese_month(text: str) -> tuple[str, str]:
    found = _VI_MONTH.fullmatch(text)
    return (found[2], found[1]) if found else ("", "")


def later_by(day: date, duration: Duration) -> date:
    """Return the day some time after another; the last day there is where it would lie past it."""
    try:
        match duration.unit:
            case "months":
                return add_months(day, duration.amount)
            case "years":
                return add_months(day, 12 * duration.amount)
            case "weeks":
                return day + timedelta(weeks=duration.amount)
            case "days":
                return day + timedelta(days=duration.amount)
            case "working_days":
                return _weekdays_later(day, duration.amount)
    except (OverflowError, ValueError):
        return date.max


def _weekdays_later(day: date, amount: int) -> date:
    """Count Monday to Friday; holidays belong to the planner's calendar."""
    weeks, rest = divmod(amount, 5)
    day += timedelta(weeks=weeks)
    while rest:
        day += timedelta(days=1)
        rest -= day.weekday() < _SATURDAY
    return day
