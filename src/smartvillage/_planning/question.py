"""The question: of which village, by which ruleset, from when, until when, for how much, for what.

The rule: a question holds all that the answer depends on, the calendar included; nobody asks the clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage.diagnostics import Words

if TYPE_CHECKING:
    from datetime import date

    from smartvillage.model.roadmap import Roadmap
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .calendar import Calendar

#: What can be asked for, beside the levels of a main decision that is one.
TARGETS = ("reported", "proven")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the planner."""

    ruleset: Ruleset
    village: Village
    on: date
    until: date | None
    budget: int | None
    target: str
    previous: Roadmap | None
    calendar: Calendar

    @property
    def level(self) -> str | None:
        """The level to be reached, where one is asked for."""
        return None if self.target in TARGETS else self.target

    @property
    def start(self) -> int:
        """The first working day after the day to plan from, by number."""
        return self.calendar.last_before(self.on) + 1


def too_early(until: date, first: date) -> Words:
    """Say that nothing can be done by a deadline."""
    return Words(
        f"hạn {until:%d/%m/%Y} trước ngày làm việc đầu tiên có thể bắt đầu ({first:%d/%m/%Y}); hãy chọn hạn muộn hơn",
        f"the deadline {until} lies before the first working day on which anything can start ({first}); "
        "ask for a later one",
    )


def no_pass() -> Words:
    """Say that the main decision is one that nothing meets."""
    return Words(
        "quyết định chính là một mức hoặc điểm số, không có đạt hay chưa đạt; nếu là mức, hãy chọn mức cần đạt",
        "the main decision is a level or a score, which nothing meets; where it is a level, name the one to reach",
    )


def another(kind: str, was: str, now: str) -> Words:
    """Say that an earlier roadmap is of something else."""
    name = {"village": "làng", "ruleset": "bộ tiêu chí"}[kind]
    return Words(
        f"lộ trình trước là của {name} `{was}`, không phải `{now}`",
        f"the earlier roadmap is for the {kind} `{was}`, not for `{now}`",
    )
