"""The tasks as the result shows them: who, when, what for, at what cost.

The rule: a task of the plan has the calendar's days, one that is done its actual ones; nothing is guessed between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage.model.activities import FactEffect, LearnEffect, ListEffect, SettleEffect
from smartvillage.model.roadmap import Load
from smartvillage.model.tasks import Driver, Task, TaskKind, TaskStatus

from .effects import decided_by_others
from .terms import cost_of, duration_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from smartvillage.model.activities import Activity
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .actors import Actors
    from .calendar import Calendar
    from .dates import Dates
    from .field import Move


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a task is for."""

    criteria: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Writes tasks."""

    ruleset: Ruleset
    village: Village
    actors: Actors
    calendar: Calendar

    def planned(self, move: Move, dates: Dates, purpose: Purpose, known: frozenset[str]) -> Task:
        """Write a task that is planned or begun; ``known`` are the tasks there are, done ones included."""
        span, begun = dates.spans[move.id], dates.jobs[move.id].started
        return self._task(move.id, move.activity, known).model_copy(
            update={
                "criteria": purpose.criteria,
                "assumptions": purpose.assumptions,
                "start": dates.start(move.id),
                "due": dates.due(move.id),
                "working_days": span.due - span.start + 1,
                "slack": dates.slack.get(move.id),
                "latest_due": dates.latest_due(move.id),
                "driven_by": span.driver,
                "critical": move.id in dates.critical,
                "status": TaskStatus.STARTED if begun else TaskStatus.PLANNED,
                "actual_start": begun,
                **self._people(move.activity, dates.start(move.id)),
            }
        )

    def done(self, known: frozenset[str]) -> Iterable[Task]:
        """Write the tasks that are done, at their actual days."""
        for name, progress in sorted(self.village.progress.items()):
            if progress.done is None or name not in self.ruleset.activities:
                continue
            activity, start = self.ruleset.activities[name], progress.started or progress.done
            days = self.calendar.last_before(progress.done) - self.calendar.index(start) + 1
            yield self._task(name, activity, known).model_copy(
                update={
                    "start": start,
                    "due": progress.done,
                    "working_days": max(days, 0),
                    "status": TaskStatus.DONE,
                    "actual_start": progress.started,
                    "actual_end": progress.done,
                    **self._people(activity, start),
                }
            )

    def _people(self, activity: Activity, day: date) -> dict[str, object]:
        return {
            "owner": self.actors.actor(activity.owner, day, activity.basis),
            "support": tuple(self.actors.actor(role, day, activity.basis) for role in activity.support),
        }

    def _task(self, name: str, activity: Activity, known: frozenset[str]) -> Task:
        """Write what does not depend on days."""
        return Task(
            id=name,
            kind=kind_of(activity, self.ruleset),
            support_kind=activity.kind,
            title=activity.title,
            owner=self.actors.actor(activity.owner, self.village.as_of, activity.basis),
            needs=tuple(need for need in activity.after if need in known),
            start=self.village.as_of,
            due=self.village.as_of,
            duration=duration_of(activity),
            working_days=0,
            driven_by=Driver(kind="actual"),
            cost=cost_of(activity, self.ruleset.ruleset.numbers),
            funding=activity.funding,
            effects=activity.effects,
            evidence=activity.evidence,
            basis=activity.basis,
            source=activity.source,
            note=activity.note,
        )


def kind_of(activity: Activity, ruleset: Ruleset) -> TaskKind:
    """Read a task's kind off its effects: the first that applies of await, ask, measure and work."""
    kinds = {_kind(effect, ruleset) for effect in activity.effects}
    return next((kind for kind in TaskKind if kind in kinds), TaskKind.WORK)


def _kind(effect: object, ruleset: Ruleset) -> TaskKind:
    match effect:
        case SettleEffect():
            return TaskKind.ASK
        case LearnEffect():
            return TaskKind.MEASURE
        case FactEffect(granted_by=None) | ListEffect(granted_by=None):
            return TaskKind.AWAIT if decided_by_others(effect, ruleset) else TaskKind.WORK
        case _:
            return TaskKind.AWAIT


def criteria_of(
    moves: Sequence[Move], touched: Mapping[str, frozenset[str]], reads: Mapping[str, frozenset[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the newly met criteria each task helps; one that helps none itself takes those of what needs it.

    ``reads`` are the paths each newly met criterion reads, in the ruleset's order.
    """
    found = {move.id: tuple(name for name, paths in reads.items() if paths & touched[move.id]) for move in moves}
    followers = {move.id: [other.id for other in moves if move.id in other.activity.after] for move in moves}
    return {id_: found[id_] or _inherited(id_, found, followers, reads) for id_ in found}


def _inherited(
    id_: str, found: Mapping[str, tuple[str, ...]], followers: Mapping[str, list[str]], reads: Mapping[str, object]
) -> tuple[str, ...]:
    helped, waiting, seen = set[str](), list(followers[id_]), set[str]()
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            helped.update(found[here])
            waiting += [] if found[here] else followers[here]
    return tuple(name for name in reads if name in helped)


def loads(tasks: Sequence[Task]) -> tuple[Load, ...]:
    """Sum tasks and working days by owner; what is done weighs on nobody."""
    open_ = [task for task in tasks if task.status is not TaskStatus.DONE]
    owners = {task.owner.role: task.owner for task in open_}
    return tuple(
        Load(
            role=role,
            title=owners[role].title,
            tasks=sum(task.owner.role == role for task in open_),
            working_days=sum(task.working_days for task in open_ if task.owner.role == role),
        )
        for role in sorted(owners)
    )
