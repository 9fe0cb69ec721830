"""The answer: a solution becomes a roadmap. Only what the replay finds decides the standing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartvillage.model.obstacles import CostUnknown
from smartvillage.model.roadmap import Advised, CalendarUsed, Replay, Roadmap, Standing, TotalCost

from .actors import Actors
from .assumptions import Granted, grant
from .dates import Dates, date_all
from .granting import listed
from .leaving import papers
from .obstacles import obstacles
from .procedure import Ahead
from .proof import to_prove
from .relaxations import relaxations
from .replan import changes, notices
from .replay import milestones, replayed, state_after
from .rows import Purpose, Rows, criteria_of, loads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartvillage.model.ahead import StepAhead
    from smartvillage.model.obstacles import Obstacle
    from smartvillage.model.roadmap import ToProve
    from smartvillage.model.tasks import Assumption, Task

    from .asking import State
    from .effects import Effects
    from .field import Move
    from .question import Question
    from .solve import Problem, Solution


@dataclass(frozen=True, slots=True)
class Answer:
    """A solution on its way to a roadmap."""

    question: Question
    problem: Problem
    effects: Effects
    solution: Solution
    dates: Dates
    granted: Granted
    actors: Actors

    @classmethod
    def of(cls, question: Question, problem: Problem, effects: Effects, solution: Solution) -> Answer:
        """Date a solution and find what must be granted for it."""
        jobs = problem.field.jobs_of(solution.chosen, windows=not solution.past_windows)
        dates = date_all(jobs, question.calendar, question.start, question.until)
        order = sorted(jobs, key=lambda id_: (dates.spans[id_].due, id_))
        granted = grant(problem, effects, solution.rule, solution.chosen, order)
        return cls(question, problem, effects, solution, dates, granted, Actors(question.ruleset, question.village))

    def roadmap(self) -> Roadmap:
        """Write the result."""
        question = self.question
        assumptions = tuple(listed(self.problem, self.granted, self.actors, self.dates))
        tasks = self._tasks(assumptions)
        return Roadmap(
            target=question.target,
            on=question.on,
            start_on=question.calendar.day(question.start),
            until=question.until,
            budget=question.budget,
            ready_on=self.dates.ready_on,
            tasks=tasks,
            assumptions=assumptions,
            critical_path=self.dates.critical,
            load=loads(tasks),
            calendar=self._calendar(),
            replay=self._replay(),
            to_prove=tuple(self._to_prove()),
            left_out=self.problem.today.short(self.granted.with_),
            advised=self._advised(),
            procedure=self._procedure(),
            changes=None if question.previous is None else changes(question.previous, tasks),
            notices=tuple(notices(question.ruleset, question.village, self.effects)),
            **self._verdict(),
        )

    def _verdict(self) -> dict[str, Any]:
        """Say how it stands, what it costs, what is in the way and when what is reached."""
        question, problem, solution, dates = self.question, self.problem, self.solution, self.dates
        found = tuple(obstacles(problem, solution, dates, question.budget, problem.base))
        standing = self._standing(found)
        out = standing is Standing.OUT_OF_REACH
        last_day = question.ruleset.ruleset.period.until
        dues = [(dates.due(move.id), move.id) for move in self._moves()]
        before = problem.base, problem.today
        return {
            "standing": standing,
            "cost": self._cost(),
            "proven_cheapest": solution.proven,
            "cost_bound": self._cost_bound(),
            "milestones": tuple(milestones(problem.asker, problem.rule, self.granted, dues, before)),
            "obstacles": found,
            "relaxations": tuple(relaxations(problem, question.budget, question.calendar, last_day)) if out else (),
        }

    def _moves(self) -> list[Move]:
        return self.problem.field.chosen(self.solution.chosen)

    def _standing(self, found: Sequence[Obstacle]) -> Standing:
        rule, asker = self.problem.rule, self.problem.asker
        if asker.passes(rule, self.problem.base):
            return Standing.ALREADY_MET
        barred = any(not isinstance(obstacle, CostUnknown) for obstacle in found)
        if barred or not asker.passes(rule, self.granted.with_):
            return Standing.OUT_OF_REACH
        return Standing.SECURED if asker.passes(rule, self.granted.without) else Standing.CONDITIONAL

    def _tasks(self, assumptions: Sequence[Assumption]) -> tuple[Task, ...]:
        question, finder, moves = self.question, self.problem.finder, self._moves()
        done = {name for name, step in question.village.progress.items() if step.done is not None}
        known = frozenset({move.id for move in moves} | done)
        purposes = criteria_of(moves, {move.id: finder.touched(move.id) for move in moves}, self._newly_met())
        owned = {move.id: tuple(one.path for one in assumptions if one.task == move.id) for move in moves}
        rows = Rows(question.ruleset, question.village, self.actors, question.calendar)
        planned = [rows.planned(move, self.dates, Purpose(purposes[move.id], owned[move.id]), known) for move in moves]
        return tuple(sorted([*planned, *rows.done(known)], key=lambda task: (task.start, task.due, task.id)))

    def _newly_met(self) -> dict[str, frozenset[str]]:
        """Return the criteria that the replay finds as asked and the base does not, with the paths each reads."""
        base, after, finder = self.problem.base, self.granted.with_, self.problem.finder
        today, reached = self.problem.today, self.problem.today.good(after)
        newly = [one.criterion.id for one in base.program.criteria if one.criterion.id in reached - today.good(base)]
        return {name: finder.reads_of(name, base) for name in newly}

    def _cost(self) -> TotalCost:
        costs = [move.cost for move in self._moves()]
        return TotalCost(
            low=sum(cost.low or 0 for cost in costs),
            high=sum(cost.high or 0 for cost in costs),
            unknown_count=sum(cost.high is None for cost in costs),
        )

    def _cost_bound(self) -> int:
        cost = self.problem.field.cost(self.solution.chosen)
        if self.solution.proven:
            return cost
        return min(cost, self.problem.field.least_cost(self.problem.floor(self.solution.rule)))

    def _procedure(self) -> tuple[StepAhead, ...]:
        """Date the steps that are still to take once the target is met."""
        question, granted, problem = self.question, self.granted, self.problem
        if not question.ruleset.procedure or not problem.asker.passes(problem.rule, granted.with_):
            return ()
        calendar, ready = question.calendar, self.dates.ready_on or question.on
        today, then = (
            {one.id: one for one in state.assessment.procedure} for state in (problem.today.state, granted.with_)
        )
        first = max(calendar.last_before(ready) + 1, question.start)
        # A step that an amendment adds is not in the set of today; it stands as it will.
        return Ahead(calendar, self.actors, then | today, then, question.start, first).steps(question.ruleset)

    def _calendar(self) -> CalendarUsed:
        first = self.question.calendar.day(self.question.start)
        days = [self.question.until, self.dates.ready_on, *(step.due for step in self._procedure())]
        last = max([first, *(day for day in days if day is not None)])
        return self.question.calendar.used(first, last)

    def _replay(self) -> Replay:
        problem, granted = self.problem, self.granted
        told = {
            "without_assumptions": granted.without,
            "with_assumptions": granted.with_,
            "by_until": self._by_until(),
        }
        passes = problem.asker.passes
        return Replay(
            ruleset=problem.base.assessment.ruleset,
            village=problem.base.assessment.village,
            before=replayed(problem.today.state, target_met=problem.today.target_met),
            lapsing=problem.today.lapsing(problem.base),
            **{
                name: replayed(state, target_met=passes(problem.rule, state))
                for name, state in told.items()
                if state is not None
            },
        )

    def _by_until(self) -> State | None:
        """Ask what is met by the deadline where the plan is late."""
        until, ready = self.question.until, self.dates.ready_on
        if until is None or ready is None or ready <= until:
            return None
        timely = [move.id for move in self._moves() if self.dates.due(move.id) <= until]
        return state_after(self.problem.asker, self.granted, timely)

    def _to_prove(self) -> Iterator[ToProve]:
        """Say what proof lacks, of what is met, and of what would be met and cannot be proven."""
        problem, granted = self.problem, self.granted
        instead: dict[str, State] = {}
        if problem.today.proven:
            for leaf in self.solution.hopeless:
                state = problem.finder.as_reported(leaf, problem.base)
                if leaf.criterion is not None and state is not None:
                    instead[leaf.criterion] = state
        deeds = granted.deeds(move.id for move in self._moves())
        left = () if problem.today.proven else papers(self.question.ruleset.activities, deeds, problem.asker.day)
        return to_prove(granted.with_, instead, left)

    def _advised(self) -> tuple[Advised, ...]:
        activities = sorted(self.question.ruleset.activities.items())
        return tuple(Advised(id=name, title=one.title, owner=one.owner) for name, one in activities if one.advised)
