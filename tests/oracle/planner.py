"""The roadmap by brute force: every set of activities is tried, the best that meets the target is the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations
from typing import Any

from oracle.effects import after, holds_already, is_granted
from oracle.literals import Plain
from oracle.workdays import count_working, due_day, next_working, working_from

#: Asks whether a ruleset's verdict on a village is met on a day.
Asks = Callable[[Plain, Plain, date], bool]
#: How sets are compared: unknown costs, cost, assumptions, working days, tasks, ids.
Rank = tuple[int, int, int, int, int, list[str]]


@dataclass(frozen=True)
class Plan:
    """One set of activities with its dates."""

    tasks: tuple[str, ...]
    days: dict[str, tuple[date, date]]
    rank: Rank

    @property
    def cost(self) -> int:
        """What all tasks of known cost come to."""
        return self.rank[1]


@dataclass(frozen=True)
class Question:
    """What a roadmap is asked."""

    ruleset: Plain
    village: Plain
    on: date
    until: date
    met: Asks

    def effects(self, tasks: tuple[str, ...], *, granted: bool) -> list[Plain]:
        """Return the effects of tasks, sure ones alone or all."""
        every = [effect for task in tasks for effect in self.ruleset["activities"][task]["effects"]]
        if granted:
            return every
        return [effect for effect in every if not is_granted(self.ruleset, effect)]

    def meets(self, tasks: tuple[str, ...], *, granted: bool) -> bool:
        """Tell whether the target is met after tasks."""
        return self.meets_with(self.effects(tasks, granted=granted))

    def meets_with(self, effects: list[Plain]) -> bool:
        """Tell whether the target is met after some effects."""
        return self.met(*after(self.ruleset, self.village, effects, self.on), self.until)

    def idle(self, task: str) -> bool:
        """Tell whether all effects of an activity hold already."""
        effects = self.ruleset["activities"][task]["effects"]
        return all(holds_already(self.ruleset, self.village, effect, self.on) for effect in effects)


def candidates(question: Question) -> Iterator[tuple[str, ...]]:
    """Yield every set of activities in which each has what it needs."""
    activities = question.ruleset["activities"]
    idle = {task for task in activities if question.idle(task)}
    useful = [task for task in sorted(activities) if task not in idle and not activities[task].get("advised")]
    for tasks in chain.from_iterable(combinations(useful, size) for size in range(len(useful) + 1)):
        if all(set(activities[task].get("after", ())) <= {*tasks, *idle} for task in tasks):
            yield tasks


def dates(
    question: Question, tasks: tuple[str, ...], slipping: str = "", days: int = 0
) -> dict[str, tuple[date, date]]:
    """Start every task as early as its needs and its window allow; one may slip by some working days."""
    activities, found = question.ruleset["activities"], dict[str, tuple[date, date]]()
    while len(found) < len(tasks):
        for task in tasks:
            needs = [need for need in activities[task].get("after", ()) if need in tasks]
            if task in found or not all(need in found for need in needs):
                continue
            window = activities[task].get("available", {})
            starts = [next_working(question.on), *(next_working(found[need][1]) for need in needs)]
            start = working_from(max([*starts, *([date.fromisoformat(window["from"])] if "from" in window else [])]))
            for _ in range(days if task == slipping else 0):
                start = next_working(start)
            found[task] = (start, due_day(start, high(activities[task]["duration"])))
    return found


def high(value: Any) -> Any:
    """Return the upper end of a range, or the one value there is."""
    return value["high"] if isinstance(value, dict) else value


def planned(question: Question, tasks: tuple[str, ...]) -> Plan:
    """Date a set of activities and rank it."""
    activities, days = question.ruleset["activities"], dates(question, tasks)
    costs = [high(activities[task]["cost"]) for task in tasks if "cost" in activities[task]]
    open_grants = [
        effect
        for effect in question.effects(tasks, granted=True)
        if is_granted(question.ruleset, effect)
        and not holds_already(question.ruleset, question.village, effect, question.on)
    ]
    spent = sum(money(cost) for cost in costs)
    worked = sum(count_working(*days[task]) for task in tasks)
    return Plan(tasks, days, (len(tasks) - len(costs), spent, len(open_grants), worked, len(tasks), list(tasks)))


def money(text: str) -> int:
    """Read an amount such as ``3 triệu đồng`` in whole đồng."""
    amount, unit = text.split(" ", 1)
    return int(amount) * {"triệu đồng": 1_000_000, "đồng": 1, "VND": 1}[unit]


def in_time(question: Question, days: dict[str, tuple[date, date]], until: date) -> bool:
    """Tell whether all tasks end by a day and lie in their windows."""
    for task, (_, due) in days.items():
        closes = question.ruleset["activities"][task].get("available", {}).get("until")
        if due > until or (closes and due > date.fromisoformat(closes)):
            return False
    return True


def largest_slip(question: Question, tasks: tuple[str, ...], task: str, until: date) -> int:
    """Return by how many working days a task may slip so that all still end by a day, in their windows."""
    least, most = 0, 500
    while most - least > 1:
        middle = (least + most) // 2
        kept = in_time(question, dates(question, tasks, task, middle), until)
        least, most = (middle, most) if kept else (least, middle)
    return least


def best(question: Question) -> Plan | None:
    """Return the best plan that keeps the deadline, if any does."""
    ranked = sorted((planned(question, tasks) for tasks in candidates(question)), key=lambda plan: plan.rank)
    timely = (plan for plan in ranked if in_time(question, plan.days, question.until))
    return next((plan for plan in timely if question.meets(plan.tasks, granted=True)), None)
