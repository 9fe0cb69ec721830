"""Planning: findings become a roadmap. The course of it on one page; each step stands in a file of its own.

INVARIANT (replay): whatever the choosing thought, only what the evaluator finds of the village after the tasks decides
the standing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smartvillage.errors import NotFoundError, QuestionError

from .answer import Answer
from .asking import Asker
from .calendar import Calendar
from .effects import Effects
from .field import lay_out
from .question import TARGETS, Question, another, no_pass, too_early
from .replan import planned_before
from .rule import levels_of, read_rule, wanted
from .solve import Problem, solve
from .today import Today
from .ways import Finder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from smartvillage._program.program import Program
    from smartvillage.model.roadmap import Roadmap
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .asking import Ask, State
    from .field import Field


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

    ``evaluate`` alone decides what is met. The deadline is by default the ruleset's last day in force; where there is
    none the replay is asked on the day when all is ready.

    Raises:
        NotFoundError: There is no such target.
        QuestionError: The main decision is a level or a score and no level of it is the target, the roadmap before is
            another village's or ruleset's, or no working day lies before ``until``.
        NotInForceError: ``until`` lies outside the ruleset's period.
    """
    _refuse_target(ruleset, target, evaluate(village, on, None)[0])
    calendar = Calendar(min(on, *_actual_days(village)), days_off)
    question = Question(ruleset, village, on, until or ruleset.ruleset.period.until, budget, target, previous, calendar)
    _refuse_another(question)
    first = calendar.day(question.start)
    if until is not None and until < first:
        raise QuestionError(too_early(until, first))
    until = question.until
    found = _planned(question, evaluate, until or on)
    return found if until or found.ready_on is None else _planned(question, evaluate, found.ready_on)


def _refuse_target(ruleset: Ruleset, target: str, program: Program) -> None:
    """Refuse a target that nobody could meet: of a main decision that is no condition only its levels can be."""
    levels = levels_of(program)
    if target not in TARGETS and target not in levels:
        raise NotFoundError("target", target, known=levels or TARGETS)
    main = ruleset.decisions[ruleset.main_decision() or ""]
    if target in TARGETS and main.if_ is None:
        raise QuestionError(no_pass())


def _refuse_another(question: Question) -> None:
    """Refuse to compare with a roadmap of another village or of another ruleset."""
    if question.previous is None:
        return
    before = question.previous.replay
    for kind, was, now in (
        ("village", before.village.id, question.village.id), ("ruleset", before.ruleset.id, question.ruleset.id),
    ):  # fmt: skip
        if was != now:
            raise QuestionError(another(kind, was, now))


def _actual_days(village: Village) -> list[date]:
    """Return the days on which something began or was done, so that the calendar holds them."""
    steps = village.progress.values()
    return [village.as_of, *(day for step in steps for day in (step.started, step.done) if day is not None)]


def _planned(question: Question, evaluate: Ask, day: date) -> Roadmap:
    """Plan with the evaluator asked on one day, by the set as it stands on that day."""
    question = replace(question, ruleset=question.ruleset.on(day))
    asker = Asker(evaluate, day, proven=question.target == "proven", level=question.level)
    base = asker.plain(question.village)
    now = _today(question, evaluate, base)
    effects = Effects(question.ruleset, base.bound, proven=question.target == "proven")
    asker.work_with(effects)
    before = planned_before(question.previous)
    field = lay_out(question.ruleset, question.village, effects, question.calendar, (question.start, before))
    problem = _problem(question, asker, (base, now), effects, field)
    return Answer.of(question, problem, effects, solve(problem)).roadmap()


def _today(question: Question, evaluate: Ask, base: State) -> Today:
    """Ask how the village stands on the day to plan from; ``base`` is the answer of the replay's day."""
    proven = question.target == "proven"
    asker = Asker(evaluate, question.on, proven=proven, level=question.level)
    same = base.program.day == question.on
    return Today.of(asker, base if same else asker.plain(question.village), proven=proven)


def _problem(question: Question, asker: Asker, states: tuple[State, Today], effects: Effects, field: Field) -> Problem:
    base, now = states
    rule = asker.rule = read_rule(base.program, base.absent, question.level)
    finder = Finder(asker, effects, field)
    leaves = list(dict.fromkeys(wanted(rule)))
    finder.ask_together(leaves, base)
    ways = {leaf: finder.ways(leaf, base) for leaf in leaves}
    calendar = question.calendar
    late = 0 if question.until is None else field.after(calendar.last_before(question.until))
    return Problem(asker, base, finder, field, rule, ways, now, field.outside(calendar), late)
