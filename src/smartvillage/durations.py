"""Durations as people type them: ``10 working days``, ``07 ngày``, ``12 tháng``.

The rule: a duration is a whole number of one unit, and stays in that unit. Months are no number of days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .numbers import NumberFault

DurationUnit: TypeAlias = Literal["days", "working_days", "weeks", "months", "years"]

_WORDS: dict[str, DurationUnit] = {
    "day": "days", "days": "days", "ngày": "days",
    "working day": "working_days", "working days": "working_days", "ngày làm việc": "working_days",
    "week": "weeks", "weeks": "weeks", "tuần": "weeks",
    "month": "months", "months": "months", "tháng": "months",
    "year": "years", "years": "years", "năm": "years",
}  # fmt: skip

#: A century in each unit: longer is a slip of the pen, and would leave the calendar.
_LONGEST: dict[str, int] = {"days": 36_525, "working_days": 36_525, "weeks": 5_218, "months": 1_200, "years": 100}

_DURATION = re.compile(r"(\d{1,9}) ?(\D+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of days, working days, weeks, months or years."""

    amount: int
    unit: DurationUnit

    def say(self, lang: Literal["vi", "en"]) -> str:
        """Write it for people."""
        return f"{self.amount} {_say_unit(self, lang)}"


def read_duration(text: str) -> Duration:
    """Read a duration in Vietnamese or English words.

    Raises:
        NumberFault: of the kind ``not_a_duration``, or ``too_long`` past a century.

    >>> read_duration("07 ngày")
    Duration(amount=7, unit='days')
    """
    found = _DURATION.fullmatch(" ".join(str(text).split())) if isinstance(text, str) else None
    unit = _WORDS.get(found[2].lower()) if found else None
    if not found or unit is None:
        raise NumberFault("not_a_duration", str(text)[:60])
    amount = int(found[1])
    if amount > _LONGEST[unit]:
        raise NumberFault("too_long", str(text))
    return Duration(amount, unit)


def _say_unit(duration: Duration, lang: Literal["vi", "en"]) -> str:
    if lang == "en":
        words = duration.unit.replace("_", " ")
        return words[:-1] if duration.amount == 1 else words
    return next(word for word, unit in _WORDS.items() if unit == duration.unit and not word.isascii())
