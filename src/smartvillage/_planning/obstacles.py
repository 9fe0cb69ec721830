"""Obstacles: what keeps the target out of reach, each with its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.obstacles import CostUnknown, NoWay, OverBudget, TooLate, WindowClosed

from .schedule import chain, last_job, shut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from smartvillage.model.obstacles import Obstacle

    from .asking import State
    from .calendar import Calendar
    from .dates import Dates
    from .rule import Wanted
    from .solve import Problem, Solution


def obstacles(
    problem: Problem, solution: Solution, dates: Dates, budget: int | None, base: State
) -> Iterator[Obstacle]:
    """Yield what stands in the way of a solution."""
    for leaf in solution.hopeless:
        yield _no_way(problem, leaf, base)
    if dates.until is not None and dates.ready_on is not None and dates.ready_on > dates.until:
        yield _too_late(dates, dates.until, dates.ready_on)
    yield from _closed(problem, solution, dates.calendar)
    cost = problem.field.cost(solution.chosen)
    if budget is not None and cost > budget:
        yield OverBudget(budget=budget, cheapest=cost, short_by=cost - budget)
    free = [move.id for move in problem.field.chosen(solution.chosen) if move.cost.high is None]
    if free:
        yield CostUnknown(tasks=tuple(free))


def _no_way(problem: Problem, leaf: Wanted, base: State) -> NoWay:
    read = problem.finder.reads(leaf, base)
    finding = None if leaf.criterion is None else base.assessment[leaf.criterion]
    return NoWay(
        criterion=leaf.criterion,
        path=leaf.path,
        title=problem.title(leaf.criterion),
        facts=tuple(sorted(path.removeprefix("facts/") for path in read if path.count("/") == 1)),
        reasons=() if finding is None else finding.reasons,
        open=() if finding is None else finding.open,
    )


def _too_late(dates: Dates, until: date, ready: date) -> TooLate:
    last = last_job(dates.spans)
    late = dates.calendar.index(ready) - dates.calendar.last_before(until)
    return TooLate(
        until=until, earliest=ready, working_days=late, chain=() if last is None else chain(dates.spans, last)
    )


def _closed(problem: Problem, solution: Solution, calendar: Calendar) -> Iterator[Obstacle]:
    for id_ in problem.field.ids(solution.chosen):
        job, span = problem.field.jobs[id_], problem.field.spans[id_]
        if job.window is not None and shut(job, span, calendar):
            yield WindowClosed(task=id_, from_=job.window.from_, until=job.window.until)
