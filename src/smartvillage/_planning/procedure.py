"""The procedure ahead: the steps that are still to take once the target is met, forward from the day all is ready.

The rule: a step whose own decision is met today can begin at once, every other when all is ready; none begins before
those it comes after have ended. What no text says, who takes it or how long, is never filled in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from smartvillage.model.ahead import StepAhead
from smartvillage.model.basis import Basis
from smartvillage.model.steps import StepStatus

from .terms import term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from smartvillage.model.procedure import Step
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.steps import StepResult

    from .actors import Actors
    from .calendar import Calendar


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the steps ahead are dated from."""

    calendar: Calendar
    actors: Actors
    today: Mapping[str, StepResult]
    """Each step as it stands on the day to plan from."""
    then: Mapping[str, StepResult]
    """Each step as it stands once the tasks are done and all is granted."""
    start: int
    """The first working day on which anything can begin, by number."""
    ready: int
    """The first working day after all is ready."""
    ends: dict[str, int | None] = field(default_factory=dict)
    """When each step ends, by a working day's number; nothing where it cannot begin."""

    def steps(self, ruleset: Ruleset) -> tuple[StepAhead, ...]:
        """Return the steps that are not done, in the ruleset's order."""
        steps = {step.id: step for step in ruleset.procedure}
        graph = {name: [need for need in step.after if need in steps] for name, step in steps.items()}
        found = {name: self._step(steps[name]) for name in TopologicalSorter(graph).static_order()}
        return tuple(one for name in steps if (one := found[name]) is not None)

    def _step(self, step: Step) -> StepAhead | None:
        today, then = self.today[step.id], self.then[step.id]
        if today.status is StepStatus.DONE:
            over = today.ended_on or today.started_on
            self.ends[step.id] = -1 if over is None else self.calendar.last_before(over)
            return None
        span = self._span(step, today, then)
        self.ends[step.id] = None if span is None else span[1]
        start, due = (None, None) if span is None else (self._first(today, span[0]), self.calendar.day(span[1]))
        return StepAhead(
            id=step.id,
            title=step.title,
            owner=None
            if today.owner is None
            else self.actors.actor(today.owner, start or self._ready_day(), step.basis),
            status=today.status,
            after=today.waits_for,
            start=start,
            due=due,
            lasts=step.lasts,
            until=then.due_on,
            late=due is not None and then.due_on is not None and due > then.due_on,
            decision=step.decision,
            decision_met=None if step.decision is None else then.decision_met == "met",
            basis=step.basis or Basis.UNKNOWN,
        )

    def _span(self, step: Step, today: StepResult, then: StepResult) -> tuple[int, int] | None:
        """Return the working days on which a step begins and ends at the earliest."""
        before = [self.ends[name] for name in step.after]
        if None in before or (step.decision is not None and then.decision_met != "met"):
            return None
        if today.started_on is not None:
            start = self.calendar.index(today.started_on)
            return start, max(self._due(step, start), self.start)
        free = step.decision is not None and today.decision_met == "met"
        start = max([self.start if free else self.ready, *(end + 1 for end in before if end is not None)])
        return start, self._due(step, start)

    def _due(self, step: Step, start: int) -> int:
        return start if step.lasts is None else self.calendar.due(start, term(step.lasts))

    def _first(self, today: StepResult, start: int) -> date:
        return today.started_on or self.calendar.day(start)

    def _ready_day(self) -> date:
        return self.calendar.day(self.ready)
