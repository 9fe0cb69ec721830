"""Dates: each task starts on the first working day that its needs, its window and the plan's start allow.

There are no capacities, so one pass forwards gives every earliest day and one pass backwards every latest one. Days are
the calendar's numbers. What was begun before its needs were met ends no sooner than they.

INVARIANT (monotone): starting later never ends earlier, so both passes are exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from smartvillage.model.tasks import Driver

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from smartvillage.model.base import Period
    from smartvillage.model.tasks import Term

    from .calendar import Calendar


@dataclass(frozen=True, slots=True)
class Job:
    """What dates need to know of an activity. ``needs`` are those that are not fulfilled already."""

    id: str
    needs: tuple[str, ...]
    term: Term
    window: Period | None = None
    started: date | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The working days of a job, by number, and what set the first."""

    start: int
    due: int
    driver: Driver


def in_order(jobs: Mapping[str, Job]) -> list[Job]:
    """Return the jobs, each after what it needs; of the rest the smaller id first.

    Raises:
        CycleError: Jobs need one another in a circle.
    """
    sorter = TopologicalSorter({id_: [need for need in jobs[id_].needs if need in jobs] for id_ in sorted(jobs)})
    return [jobs[id_] for id_ in sorter.static_order()]


def forward(jobs: Mapping[str, Job], calendar: Calendar, start: int) -> dict[str, Span]:
    """Give every job its earliest days."""
    spans: dict[str, Span] = {}
    for job in in_order(jobs):
        spans[job.id] = _earliest(job, spans, calendar, start)
    return spans


def _earliest(job: Job, spans: Mapping[str, Span], calendar: Calendar, start: int) -> Span:
    if job.started:
        return _begun(job, calendar.index(job.started), spans, calendar, start)
    first, driver = start, Driver(kind="start")
    for need in sorted(job.needs):
        if need in spans and spans[need].due + 1 > first:
            first, driver = spans[need].due + 1, Driver(kind="need", task=need)
    if job.window and job.window.start and calendar.index(job.window.start) > first:
        first, driver = calendar.index(job.window.start), Driver(kind="window")
    return Span(first, calendar.due(first, job.term), driver)


def _begun(job: Job, first: int, spans: Mapping[str, Span], calendar: Calendar, start: int) -> Span:
    """Date a job that has begun; a need that ends later than it would alone sets its end."""
    due, last = max(calendar.due(first, job.term), start), None
    for need in sorted(job.needs):
        if need in spans and spans[need].due > due:
            due, last = spans[need].due, need
    return Span(first, due, Driver(kind="actual", task=last))


def shut(job: Job, span: Span, calendar: Calendar) -> bool:
    """Tell whether a job ends outside its window. One that has begun is past asking."""
    closes = job.window.until if job.window else None
    return not job.started and closes is not None and calendar.day(span.due) > closes


def latest_starts(jobs: Mapping[str, Job], spans: Mapping[str, Span], calendar: Calendar, end: int) -> dict[str, int]:
    """Give every job the last start with which all end by a day and inside their windows, the others at their best."""
    latest: dict[str, int] = {}
    dues: dict[str, int] = {}
    for job in reversed(in_order(jobs)):
        followers = [other for other in jobs.values() if job.id in other.needs]
        due = min([end, *(dues[next_.id] if next_.started else latest[next_.id] - 1 for next_ in followers)])
        dues[job.id] = due
        if job.window and job.window.until:
            due = min(due, calendar.last_before(job.window.until))
        latest[job.id] = spans[job.id].start if job.started else calendar.latest_start(job.term, due)
    return latest


def chain(spans: Mapping[str, Span], last: str) -> tuple[str, ...]:
    """Follow the drivers back from a job; the first comes first."""
    found = [last]
    while (need := spans[found[-1]].driver.task) is not None and need in spans:
        found.append(need)
    return tuple(reversed(found))


def last_job(spans: Mapping[str, Span]) -> str | None:
    """Return the job that ends last; of several the smallest id."""
    return min(spans, key=lambda id_: (-spans[id_].due, id_), default=None)
