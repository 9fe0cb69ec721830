"""A roadmap: the cheapest set of tasks after which the evaluator, asked again, finds the target met (OSCAL: Activity).

A result only: nothing here computes. Every task was required by the replay, every assumption is owned by a task, and
every day is a working day unless it is a deadline or an actual day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Literal, NoReturn

from .ahead import StepAhead
from .base import Frozen, Id, Text
from .display import Displayed
from .findings import RESULT_SCHEMA, Counts, Finding, Outcome, RulesetRef, VillageRef
from .obstacles import Obstacle, Relaxation
from .tasks import Assumption, Task


class Standing(StrEnum):
    """How far the target can be reached. Closed."""

    ALREADY_MET = "already_met"
    SECURED = "secured"
    """Met once the tasks are done, with sure effects alone."""
    CONDITIONAL = "conditional"
    """Met once the listed assumptions are granted; dropping any one breaks it."""
    OUT_OF_REACH = "out_of_reach"

    def __bool__(self) -> NoReturn:
        """Refuse: a standing has four values, so that ``if standing:`` can never guess."""
        msg = "a Standing has four values; compare it with Standing.SECURED and its like"
        raise TypeError(msg)


class TotalCost(Frozen):
    """What all tasks of known cost come to, and how many have none."""

    low: int
    high: int
    unknown_count: int = 0


class Milestone(Frozen):
    """What the replay finds for the first time after a due day."""

    on: date
    kind: Literal["criterion_met", "group_complete", "target_met"]
    id: Id | None = None
    title: Text | None = None


class Load(Frozen):
    """How much a role has to carry; reported, not levelled."""

    role: Id
    title: Text
    tasks: int
    working_days: int


class DayOff(Frozen):
    """A weekday on which nobody works, and who says so."""

    on: date
    name: Text
    source: str | None = None
    """The text that orders it, where the caller added the day; nothing where the calendar's own source has it."""


class CalendarUsed(Frozen):
    """The days off and worked Saturdays that the dates were counted with."""

    days_off: tuple[DayOff, ...] = ()
    worked_saturdays: tuple[date, ...] = ()
    source: str
    version: str
    unannounced_years: tuple[int, ...] = ()
    """Years whose days in lieu or swapped days are not decreed yet, so that single days may still change."""
    missing_years: tuple[int, ...] = ()
    """Years of which the source knows nothing at all: only weekends were counted."""


class Replayed(Frozen):
    """What the evaluator found on a day."""

    on: date
    verdict: Outcome | None
    """Nothing where the main decision is a level or a score that is given."""
    answer: str = ""
    """What the main decision came to in one word: ``met``, ``2``, ``1..3``."""
    target_met: bool
    counts: Counts
    proven: int
    findings: tuple[Finding, ...] = ()


class Replay(Frozen):
    """The evaluator asked again: today, after the tasks, and after the tasks with everything granted."""

    ruleset: RulesetRef
    village: VillageRef
    before: Replayed
    """On the day to plan from; all others are asked of the deadline."""
    lapsing: tuple[Id, ...] = ()
    """Criteria that are met on the day to plan from and, if nothing is done, no longer on the deadline; for the target
    *proven*: that are proven then and no longer."""
    without_assumptions: Replayed
    with_assumptions: Replayed
    by_until: Replayed | None = None
    """With everything granted, but only the tasks that end by the deadline; given where the plan is late."""


class ToProve(Frozen):
    """What a criterion that will be met as reported still lacks to be proven; undated."""

    criterion: Id
    title: Text
    papers: tuple[tuple[Id, ...], ...] = ()
    """Lists of evidence types of which one whole list must be attached; empty where it is, or none is asked."""
    no_evidence_list: bool = False
    """True where the ruleset does not say which papers prove it, so that nothing can."""
    own_figures: tuple[Id, ...] = ()
    """Facts whose figure is about something else, too old, or in conflict."""
    incomplete: tuple[Id, ...] = ()
    """Records that do not show what they need: a number, a day, an issuer."""


class Advised(Frozen):
    """An activity worth doing though it closes nothing."""

    id: Id
    title: Text
    owner: Id


class Moved(Frozen):
    """A task whose days changed."""

    task: Id
    was_start: date
    was_due: date


class Changes(Frozen):
    """What became of the tasks of the roadmap before this one."""

    kept: tuple[Id, ...] = ()
    moved: tuple[Moved, ...] = ()
    added: tuple[Id, ...] = ()
    dropped: tuple[Id, ...] = ()


class Notice(Frozen):
    """Something the village's progress says that its facts do not bear out."""

    code: str
    activity: Id
    message: Text
    facts: tuple[Id, ...] = ()


class Roadmap(Displayed, Frozen):
    """The whole result: frozen, equal by value, JSON there and back."""

    schema_version: Literal["1"] = RESULT_SCHEMA
    standing: Standing
    target: str
    on: date
    start_on: date
    """The first working day after ``on``."""
    until: date | None = None
    """The deadline, that day included."""
    budget: int | None = None
    ready_on: date | None = None
    tasks: tuple[Task, ...] = ()
    """By start, due and id; those already done included."""
    assumptions: tuple[Assumption, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    critical_path: tuple[Id, ...] = ()
    cost: TotalCost
    load: tuple[Load, ...] = ()
    engine: Literal["core"] = "core"
    proven_cheapest: bool
    """True where no other set is better in the whole order of choosing."""
    cost_bound: int
    """No better set costs less than this, in đồng; the cost itself where it is proven."""
    calendar: CalendarUsed
    replay: Replay
    obstacles: tuple[Obstacle, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    left_out: tuple[Id, ...] = ()
    """Criteria that apply and are still not met, or not proven where that is asked, once all is done and granted."""
    to_prove: tuple[ToProve, ...] = ()
    advised: tuple[Advised, ...] = ()
    procedure: tuple[StepAhead, ...] = ()
    """The steps still to take once the target is met; none where it is out of reach."""
    changes: Changes | None = None
    notices: tuple[Notice, ...] = ()

    def __getitem__(self, task: str) -> Task:
        """Return a task by its id."""
        for found in self.tasks:
            if found.id == task:
                return found
        raise KeyError(task)

    def _headline(self) -> str:
        ready = f"ready on {self.ready_on}" if self.ready_on else "nothing to do"
        without, granted = self.replay.without_assumptions, self.replay.with_assumptions
        total = granted.counts.total - granted.counts.not_applicable
        met = f"{without.counts.met} of {total} without assumptions, {granted.counts.met} with {len(self.assumptions)}"
        tasks = "1 task" if len(self.tasks) == 1 else f"{len(self.tasks)} tasks"
        return f"{self.standing}: {tasks}, {ready}; {met}; {granted.proven} proven"

    def _rows(self) -> Iterable[tuple[str, ...]]:
        for task in self.tasks:
            days = f"{task.start} – {task.due}"
            yield days, task.id, task.title.vi, task.owner.title.vi, ", ".join(task.criteria)
