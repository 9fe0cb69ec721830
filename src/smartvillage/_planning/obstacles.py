"""Obstacles: what keeps the target out of reach, each with its figures.

The rule: an unknown cost is told and bars nothing; every other obstacle alone puts the target out of reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.boundary import weakest
from smartvillage._program.interval import Interval
from smartvillage.exact import exact_text
from smartvillage.model.facts import CountFact, QuantityFact, ShareFact
from smartvillage.model.obstacles import CostUnknown, NoWay, OverBudget, TooLate, WindowClosed

from .schedule import chain, last_job, shut
from .ways import truths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from smartvillage._program.nodes import Exact
    from smartvillage.model.facts import AnyFact
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


def _is_fact(path: str) -> bool:
    """Tell a fact from a part of one, and from a named limit or a method that is open."""
    return path.startswith("facts/") and path.count("/") == 1


def _no_way(problem: Problem, leaf: Wanted, base: State) -> NoWay:
    read = problem.finder.reads(leaf, base)
    finding = None if leaf.criterion is None else base.assessment[leaf.criterion]
    return NoWay(
        criterion=leaf.criterion,
        path=leaf.path,
        title=problem.title(leaf.criterion),
        only_proof=problem.today.proven and problem.finder.as_reported(leaf, base) is not None,
        facts=tuple(sorted(path.removeprefix("facts/") for path in read if _is_fact(path))),
        reasons=() if finding is None else finding.reasons,
        open=() if finding is None else finding.open,
        distance=tuple(_distances(problem, leaf, base, sorted(read))),
    )


def _distances(problem: Problem, leaf: Wanted, base: State, read: list[str]) -> Iterator[str]:
    """Yield by how much each known number misses the weakest value with which the leaf would hold."""
    for path in read:
        name = path.removeprefix("facts/")
        fact, reading = base.program.facts.get(name), base.bound.readings.get(name)
        if reading is None or reading.value is None or not isinstance(fact, (CountFact, QuantityFact, ShareFact)):
            continue
        state = problem.asker.state((), None, path)
        goal = weakest(state.program, state.bound, truths(leaf, state)[0], path)
        if isinstance(goal, Interval):
            yield from _missed(fact, reading.value, goal)


def _missed(fact: AnyFact, value: Exact, goal: Interval) -> Iterator[str]:
    end = goal.low if goal.low is not None and value <= goal.low else goal.high
    if end is not None and value != end:
        missed = value - end
        unit = "%" if isinstance(fact, ShareFact) else getattr(fact, "unit", "").removesuffix("1")
        yield f"{exact_text(missed * 100 if isinstance(fact, ShareFact) else missed)} {unit}".strip()


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
