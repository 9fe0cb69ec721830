"""Dates of jobs that need one another, against slipping one start day by day."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from graphlib import CycleError

import pytest

from smartvillage._planning.calendar import Calendar
from smartvillage._planning.dates import date_all
from smartvillage._planning.schedule import Job, Span, chain, forward, in_order, shut
from smartvillage.model.base import Period
from smartvillage.model.tasks import Driver, Term

CALENDAR = Calendar(date(2024, 1, 2))
START = CALENDAR.index(date(2024, 4, 1))


def draw_jobs(seed: int) -> dict[str, Job]:
    """Draw jobs each of which may need earlier ones."""
    rng = random.Random(seed)  # noqa: S311 - drawn jobs, no secret
    jobs: dict[str, Job] = {}
    for number in range(rng.randint(1, 6)):
        unit = rng.choice(["working_days", "days", "weeks", "months"])
        term = Term.model_validate({"amount": rng.randint(1, 20 if unit.endswith("days") else 3), "unit": unit})
        needs = tuple(rng.sample(sorted(jobs), rng.randint(0, min(2, len(jobs)))))
        window = Period(from_=date(2024, 5, 6), until=date(2025, 3, 31)) if rng.random() < 0.2 else None
        jobs[f"j{number}"] = Job(f"j{number}", needs, term, window)
    return jobs


def slipped(jobs: dict[str, Job], name: str, days: int) -> dict[str, Span]:
    """Start one job later, and let all that need it follow."""
    spans: dict[str, Span] = {}
    for job in in_order(jobs):
        first = max([START, *(spans[need].due + 1 for need in job.needs)])
        if job.window is not None and job.window.start is not None:
            first = max(first, CALENDAR.index(job.window.start))
        first += days if job.id == name else 0
        spans[job.id] = Span(first, CALENDAR.due(first, job.term), Driver(kind="start"))
    return spans


def in_windows(jobs: dict[str, Job], spans: dict[str, Span]) -> bool:
    """Tell whether no job ends outside its window."""
    return not any(shut(job, spans[name], CALENDAR) for name, job in jobs.items())


def last(spans: dict[str, Span]) -> int:
    """Return the last due day."""
    return max(span.due for span in spans.values())


@pytest.mark.parametrize("seed", range(60))
def test_slack_is_the_largest_slip(seed: int) -> None:
    """Slack kept leaves the last due day and the windows; one day more does not."""
    jobs = draw_jobs(seed)
    dates = date_all(jobs, CALENDAR, START, date(2025, 12, 31))
    ready = last(slipped(jobs, "", 0))
    for name, slack in dates.slack.items():
        kept, more = slipped(jobs, name, slack), slipped(jobs, name, slack + 1)
        assert (last(kept), in_windows(jobs, kept)) == (ready, True)
        assert last(more) > ready or not in_windows(jobs, more)


@pytest.mark.parametrize("seed", range(60))
def test_latest_due_keeps_the_deadline(seed: int) -> None:
    """A task may end by its latest due day and all still ends by the deadline; a later start does not."""
    jobs, until = draw_jobs(seed), date(2025, 1, 31)
    dates = date_all(jobs, CALENDAR, START, until)
    if last(slipped(jobs, "", 0)) > CALENDAR.last_before(until):
        assert dates.latest == {}
        return
    for name, due in dates.latest.items():
        slips = range(CALENDAR.last_before(until) - dates.spans[name].start + 2)
        fitting = [days for days in slips if _keeps(jobs, slipped(jobs, name, days), until)]
        assert due == slipped(jobs, name, max(fitting))[name].due


def _keeps(jobs: dict[str, Job], spans: dict[str, Span], until: date) -> bool:
    return last(spans) <= CALENDAR.last_before(until) and in_windows(jobs, spans)


def job(name: str, *needs: str, days: int = 5) -> Job:
    """Make a job of some working days."""
    return Job(name, needs, Term(amount=days, unit="working_days"))


def test_circle_is_named() -> None:
    """Jobs that need one another have no order."""
    with pytest.raises(CycleError):
        in_order({"a": job("a", "b"), "b": job("b", "a")})


def test_the_latest_need_drives() -> None:
    """Of two needs the one that ends later sets the start; of equal ones the smaller id does."""
    jobs = {"a": job("a"), "b": job("b", days=7), "c": job("c", days=7), "z": job("z", "a", "b", "c")}
    spans = forward(jobs, CALENDAR, START)
    assert spans["z"].driver == Driver(kind="need", task="b")
    assert chain(spans, "z") == ("b", "z")


def test_need_that_is_no_job_is_none() -> None:
    """What is fulfilled already does not hold a job up."""
    assert forward({"a": job("a", "gone")}, CALENDAR, START)["a"].driver == Driver(kind="start")


def test_started_job_is_past_its_window() -> None:
    """One that has begun is not told that its window closed, and follows its actual start."""
    begun = replace(job("a"), started=date(2024, 3, 28), window=Period(from_=None, until=date(2024, 3, 29)))
    spans = forward({"a": begun}, CALENDAR, START)
    assert (spans["a"].driver.kind, shut(begun, spans["a"], CALENDAR)) == ("actual", False)
    assert CALENDAR.day(spans["a"].due) == date(2024, 4, 3)


def test_no_jobs_have_no_days() -> None:
    """Nothing is ready where nothing is done."""
    dates = date_all({}, CALENDAR, START, date(2024, 12, 31))
    assert (dates.ready_on, dates.critical) == (None, ())
