"""Relaxations: what alone would bring the target back within reach, found by solving again with the rest kept.

The rule: each one is enough alone; what only helps together with another is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.obstacles import LaterUntil, MoreBudget, Waiver

from .rule import wanted
from .solve import best

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from smartvillage.model.obstacles import Relaxation

    from .calendar import Calendar
    from .solve import Problem


def relaxations(problem: Problem, budget: int | None, calendar: Calendar, last: date | None) -> Iterator[Relaxation]:
    """Yield the least later deadline, the least budget and every criterion whose waiver is enough.

    ``last`` is the last day a deadline may be moved to.
    """
    later = _least_until(problem, budget, calendar)
    if later is not None and (last is None or later <= last):
        yield LaterUntil(until=later)
    least = _cost(problem, problem.late | problem.outside)
    if budget is not None and least is not None and least > budget:
        yield MoreBudget(budget=least)
    yield from _waivers(problem, budget)


def _cost(problem: Problem, refused: int, waived: frozenset[str] = frozenset()) -> int | None:
    """Return what the cheapest set costs without some moves; nothing where there is none."""
    if not problem.feasible(problem.rule, refused, waived):
        return None
    found = best(problem, problem.rule, refused, waived)
    return None if found is None else problem.field.cost(found.chosen)


def _within(cost: int | None, budget: int | None) -> bool:
    return cost is not None and (budget is None or cost <= budget)


def _least_until(problem: Problem, budget: int | None, calendar: Calendar) -> date | None:
    """Search the due days of moves for the first by which the target can be met within the budget."""
    spans = problem.field.spans
    late = [spans[id_].due for id_ in problem.field.ids(problem.late)]
    dues = sorted(set(late))

    def enough(due: int) -> bool:
        return _within(_cost(problem, problem.outside | problem.field.after(due)), budget)

    if not dues or not enough(dues[-1]):
        return None
    low, high = 0, len(dues) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(dues[middle]) else (middle + 1, high)
    return calendar.day(dues[low])


def _waivers(problem: Problem, budget: int | None) -> Iterator[Relaxation]:
    refused = problem.late | problem.outside
    for leaf in dict.fromkeys(wanted(problem.rule)):
        if leaf.criterion is None or problem.ways[leaf].sets == (0,):
            continue
        waived = frozenset({leaf.criterion})
        if _within(_cost(problem, refused, waived), budget):
            title = problem.title(leaf.criterion)
            yield Waiver(criterion=leaf.criterion, title=title)
