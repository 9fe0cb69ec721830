"""The days of a chosen set: when each task starts and ends, how far it may slip, and what is critical.

The rule: a slip is counted in working days, and what has begun no longer slips.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .schedule import Job, Span, chain, forward, last_job, latest_starts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from .calendar import Calendar


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of all chosen tasks."""

    calendar: Calendar
    until: date | None
    jobs: Mapping[str, Job]
    spans: Mapping[str, Span]
    slack: Mapping[str, int]
    """By how many working days a start may slip with the last due day unchanged; not for those begun."""
    latest: Mapping[str, int]
    """By when, as a working day's number, a task must end; empty where the plan is late or has no deadline."""

    @property
    def ready_on(self) -> date | None:
        """The last due day, late or not."""
        return max((self.due(id_) for id_ in self.spans), default=None)

    @property
    def critical(self) -> tuple[str, ...]:
        """The chain of drivers back from the last task."""
        last = last_job(self.spans)
        return () if last is None else chain(self.spans, last)

    def start(self, id_: str) -> date:
        """Return a task's first day; of one begun the day it really began."""
        return self.jobs[id_].started or self.calendar.day(self.spans[id_].start)

    def due(self, id_: str) -> date:
        """Return a task's last day."""
        return self.calendar.day(self.spans[id_].due)

    def latest_due(self, id_: str) -> date | None:
        """Return a task's due day after its largest slip that keeps the deadline."""
        number = self.latest.get(id_)
        return None if number is None else self.calendar.day(number)


def date_all(jobs: Mapping[str, Job], calendar: Calendar, start: int, until: date | None) -> Dates:
    """Date a set of jobs."""
    spans = forward(jobs, calendar, start)
    if not spans:
        return Dates(calendar, until, jobs, spans, {}, {})
    ready = max(span.due for span in spans.values())
    starts = latest_starts(jobs, spans, calendar, ready)
    free = [id_ for id_, job in jobs.items() if not job.started]
    slack = {id_: max(starts[id_] - spans[id_].start, 0) for id_ in free}
    latest: dict[str, int] = {}
    if until is not None and calendar.last_before(until) >= ready:
        last = latest_starts(jobs, spans, calendar, calendar.last_before(until))
        latest = {id_: calendar.due(last[id_], jobs[id_].term) for id_ in free}
    return Dates(calendar, until, jobs, spans, slack, latest)
