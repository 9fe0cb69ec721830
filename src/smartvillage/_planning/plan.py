"""Planning: findings become a roadmap. The course of it on one page; each step stands in a file of its own.

INVARIANT (replay): whatever the choosing thought, only what the evaluator finds of the village after the tasks decides
the standing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage.errors import NotFoundError
from smartvillage.model.obstacles import CostUnknown
from smartvillage.model.roadmap import Advised, CalendarUsed, Replay, Roadmap, Standing, TotalCost

from .actors import Actors
from .asking import Asker
from .assumptions import Granted, grant
from .calendar import Calendar
from .dates import Dates, date_all
from .effects import Effects
from .field import Field, lay_out
from .granting import listed
from .obstacles import obstacles
from .proof import to_prove
from .relaxations import relaxations
from .replan import changes, notices, planned_before
from .replay import milestones, replayed, state_after
from .rows import Purpose, Rows, criteria_of, loads
from .rule import read_rule, wanted
from .solve import Problem, Solution, solve
from .ways import Finder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from smartvillage.model.obstacles import Obstacle
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.tasks import Assumption, Task
    from smartvillage.model.village import Village

    from .asking import Ask, State

#: What can be asked for. Levels are one more word here, and one more leaf in ``rule``.
TARGETS = ("reported", "proven")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the planner."""

    ruleset: Ruleset
    village: Village
    on: date
    until: date | None
    budget: int | None
    target: str
    previous: Roadmap | None
    calendar: Calendar

    @property
    def start(self) -> int:
        """The first working day after the day to plan from, by number."""
        return self.calendar.last_before(self.on) + 1


def plan(  # noqa: PLR0913 - the question has that many parts
    ruleset: Ruleset,
    village: Village,
    *,
    evaluate: Ask,
    on: date,
    until: date | None = None,
    budget: int | None = None,
    target: str = "reported",
    previous: Roadmap | None = None,
    days_off: Mapping[date, str] | None = None,
) -> Roadmap:
    """Find the cheapest set of tasks after which the target is met, with dates, assumptions and its replay.

    Args:
        ruleset: The resolved ruleset.
        village: The village as it is.
        evaluate: The evaluator, which alone decides what is met.
        on: The day to plan from.
        until: The deadline, that day included; by default the ruleset's last day in force.
        budget: What may be spent, in đồng.
        target: ``reported`` or ``proven``.
        previous: The roadmap before this one.
        days_off: Further days off, each with the text that orders it.

    Raises:
        NotFoundError: There is no such target.
        NotInForceError: ``until`` lies outside the ruleset's period.
    """
    if target not in TARGETS:
        raise NotFoundError("target", target, known=TARGETS)
    until = until or ruleset.ruleset.period.until
    calendar = Calendar(min(on, *(_actual_days(village))), days_off)
    question = Question(ruleset, village, on, until, budget, target, previous, calendar)
    if until is not None:
        return _planned(question, Asker(evaluate, until, proven=target == "proven"))
    found = _planned(question, Asker(evaluate, on, proven=target == "proven"))
    if found.ready_on is None:
        return found
    return _planned(question, Asker(evaluate, found.ready_on, proven=target == "proven"))


def _actual_days(village: Village) -> list[date]:
    """Return the days on which something began or was done, so that the calendar holds them."""
    steps = village.progress.values()
    return [village.as_of, *(day for step in steps for day in (step.started, step.done) if day is not None)]


def _planned(question: Question, asker: Asker) -> Roadmap:
    """Plan with the evaluator asked on one day."""
    base = asker.plain(question.village)
    effects = Effects(question.ruleset, base.bound, proven=question.target == "proven")
    asker.work_with(effects)
    before = planned_before(question.previous)
    field = lay_out(question.ruleset, question.village, effects, question.calendar, (question.start, before))
    problem = _problem(question, asker, base, effects, field)
    return _Answer.of(question, problem, effects, solve(problem)).roadmap()


def _problem(question: Question, asker: Asker, base: State, effects: Effects, field: Field) -> Problem:
    rule = read_rule(base.program, base.absent)
    finder = Finder(asker, effects, field)
    ways = {leaf: finder.ways(leaf, base) for leaf in dict.fromkeys(wanted(rule))}
    calendar = question.calendar
    late = 0 if question.until is None else field.after(calendar.last_before(question.until))
    return Problem(asker, base, finder, field, rule, ways, field.outside(calendar), late)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A solution on its way to a roadmap."""

    question: Question
    problem: Problem
    effects: Effects
    solution: Solution
    dates: Dates
    granted: Granted
    actors: Actors

    @classmethod
    def of(cls, question: Question, problem: Problem, effects: Effects, solution: Solution) -> _Answer:
        jobs = problem.field.jobs_of(solution.chosen, windows=not solution.past_windows)
        dates = date_all(jobs, question.calendar, question.start, question.until)
        order = sorted(jobs, key=lambda id_: (dates.spans[id_].due, id_))
        granted = grant(problem, effects, solution.rule, solution.chosen, order)
        return cls(question, problem, effects, solution, dates, granted, Actors(question.ruleset, question.village))

    def roadmap(self) -> Roadmap:
        """Write the result."""
        question, problem, solution, dates = self.question, self.problem, self.solution, self.dates
        assumptions = tuple(listed(problem, self.granted, self.actors, dates))
        tasks = self._tasks(assumptions)
        found = tuple(obstacles(problem, solution, dates, question.budget, problem.base))
        standing = self._standing(found)
        last_day = question.ruleset.ruleset.period.until
        moves = problem.field.chosen(solution.chosen)
        dues = [(dates.due(move.id), move.id) for move in moves]
        return Roadmap(
            standing=standing,
            target=question.target,
            on=question.on,
            start_on=question.calendar.day(question.start),
            until=question.until,
            budget=question.budget,
            ready_on=dates.ready_on,
            tasks=tasks,
            assumptions=assumptions,
            milestones=tuple(milestones(problem.asker, problem.rule, self.granted, dues, problem.base)),
            critical_path=dates.critical,
            cost=TotalCost(
                low=sum(move.cost.low or 0 for move in moves),
                high=problem.field.cost(solution.chosen),
                unknown_count=sum(move.cost.high is None for move in moves),
            ),
            load=loads(tasks),
            proven_cheapest=solution.proven,
            cost_bound=self._cost_bound(),
            calendar=self._calendar(),
            replay=self._replay(),
            obstacles=found,
            relaxations=tuple(relaxations(problem, question.budget, question.calendar, last_day))
            if standing is Standing.OUT_OF_REACH
            else (),
            to_prove=tuple(to_prove(self.granted.with_)),
            advised=_advised(question.ruleset),
            changes=None if question.previous is None else changes(question.previous, tasks),
            notices=tuple(notices(question.ruleset, question.village, self.effects)),
        )

    def _standing(self, found: Sequence[Obstacle]) -> Standing:
        rule, asker = self.problem.rule, self.problem.asker
        if asker.passes(rule, self.problem.base):
            return Standing.ALREADY_MET
        barred = any(not isinstance(obstacle, CostUnknown) for obstacle in found)
        if barred or not asker.passes(rule, self.granted.with_):
            return Standing.OUT_OF_REACH
        return Standing.SECURED if asker.passes(rule, self.granted.without) else Standing.CONDITIONAL

    def _tasks(self, assumptions: Sequence[Assumption]) -> tuple[Task, ...]:
        question, problem, dates = self.question, self.problem, self.dates
        moves = problem.field.chosen(self.solution.chosen)
        done = {name for name, step in question.village.progress.items() if step.done is not None}
        known = frozenset({move.id for move in moves} | done)
        touched = {move.id: problem.finder.touched(move.id) for move in moves}
        purposes = criteria_of(moves, touched, self._newly_met())
        owned = {move.id: tuple(one.path for one in assumptions if one.task == move.id) for move in moves}
        rows = Rows(question.ruleset, question.village, self.actors, question.calendar)
        planned = [rows.planned(move, dates, Purpose(purposes[move.id], owned[move.id]), known) for move in moves]
        return tuple(sorted([*planned, *rows.done(known)], key=lambda task: (task.start, task.due, task.id)))

    def _newly_met(self) -> dict[str, frozenset[str]]:
        """Return the criteria met in the replay and not before, with the paths each reads."""
        base, after = self.problem.base, self.granted.with_
        names = [one.criterion.id for one in base.program.criteria]
        return {
            name: self.problem.finder.reads_of(name, base) for name in names if after.met(name) and not base.met(name)
        }

    def _cost_bound(self) -> int:
        cost = self.problem.field.cost(self.solution.chosen)
        if self.solution.proven:
            return cost
        return min(cost, self.problem.field.least_cost(self.problem.tree(self.solution.rule)))

    def _calendar(self) -> CalendarUsed:
        first = self.question.calendar.day(self.question.start)
        last = max([first, *(day for day in (self.question.until, self.dates.ready_on) if day is not None)])
        return self.question.calendar.used(first, last)

    def _replay(self) -> Replay:
        problem, granted = self.problem, self.granted
        asker, rule, base = problem.asker, problem.rule, problem.base
        until, ready = self.question.until, self.dates.ready_on
        by_until: State | None = None
        if until is not None and ready is not None and ready > until:
            timely = [
                move.id for move in problem.field.chosen(self.solution.chosen) if self.dates.due(move.id) <= until
            ]
            by_until = state_after(asker, granted, timely)
        return Replay(
            ruleset=base.assessment.ruleset,
            village=base.assessment.village,
            before=replayed(base, target_met=asker.passes(rule, base)),
            without_assumptions=replayed(granted.without, target_met=asker.passes(rule, granted.without)),
            with_assumptions=replayed(granted.with_, target_met=asker.passes(rule, granted.with_)),
            by_until=by_until and replayed(by_until, target_met=asker.passes(rule, by_until)),
        )


def _advised(ruleset: Ruleset) -> tuple[Advised, ...]:
    return tuple(
        Advised(id=name, title=activity.title, owner=activity.owner)
        for name, activity in sorted(ruleset.activities.items())
        if activity.advised
    )
