"""The roadmap's laws, against every set of activities tried one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from laws.engine import outcomes
from oracle.effects import after
from oracle.literals import Plain
from oracle.planner import Question, best, dates, in_time, largest_slip, planned
from oracle.workdays import count_working, is_working
from strategies.plans import Problem, problems

import smartvillage
from smartvillage import Roadmap
from smartvillage.model.obstacles import LaterUntil, MoreBudget, OverBudget, TooLate
from smartvillage.model.roadmap import Standing

RANK = {Standing.OUT_OF_REACH: 0, Standing.CONDITIONAL: 1, Standing.SECURED: 2, Standing.ALREADY_MET: 3}


def asked(problem: Problem, **more: Any) -> Roadmap:
    """Ask for the roadmap of a problem."""
    question = {"until": problem.until, "budget": problem.budget, **more}
    ruleset = smartvillage.load_ruleset(problem.ruleset)
    return smartvillage.roadmap(ruleset, smartvillage.load_village(problem.village), **question)


def question_of(problem: Problem) -> Question:
    """Return the same question for the brute force, which asks the evaluator for every truth."""
    loaded: dict[str, Any] = {}
    answers: dict[str, bool] = {}

    def met(ruleset: Plain, village: Plain, day: date) -> bool:
        rules = repr(ruleset["criteria"])
        if rules not in loaded:
            loaded[rules] = smartvillage.load_ruleset({**ruleset, "activities": {}})
        key = f"{rules} {village['facts']!r} {day}"
        if key not in answers:
            found = smartvillage.evaluate(loaded[rules], smartvillage.load_village(village), on=day)
            answers[key] = outcomes(found)["verdict"] == "met"
        return answers[key]

    return Question(problem.ruleset, problem.village, problem.on, problem.until, met)


def ids(roadmap: Roadmap) -> tuple[str, ...]:
    """Return the tasks' ids, sorted."""
    return tuple(sorted(task.id for task in roadmap.tasks))


@given(problems())
def test_cheapest_is_the_brute_forces(problem: Problem) -> None:
    """Standing and tasks are those of the best of all sets, where the roadmap says it is proven."""
    roadmap, question = asked(problem, budget=None), question_of(problem)
    expected = best(question)
    if expected is None:
        assert roadmap.standing is Standing.OUT_OF_REACH
        return
    assert roadmap.standing is not Standing.OUT_OF_REACH
    actual = planned(question, ids(roadmap))
    assert (actual.rank >= expected.rank, roadmap.cost_bound <= roadmap.cost.high) == (True, True)
    if roadmap.proven_cheapest:
        assert (ids(roadmap), roadmap.cost_bound) == (expected.tasks, expected.cost)


@given(problems())
def test_standing_says_what_the_replay_finds(problem: Problem) -> None:
    """Unless out of reach the target is met with assumptions; without them if and only if secured or already met."""
    roadmap, question = asked(problem), question_of(problem)
    if roadmap.standing is Standing.OUT_OF_REACH:
        return
    assert question.meets(ids(roadmap), granted=True)
    sure = question.meets(ids(roadmap), granted=False)
    assert sure == (roadmap.standing in (Standing.SECURED, Standing.ALREADY_MET))
    assert (roadmap.replay.with_assumptions.target_met, roadmap.replay.without_assumptions.target_met) == (True, sure)
    assert bool(roadmap.assumptions) == (roadmap.standing is Standing.CONDITIONAL)


@given(problems())
def test_met_village_has_no_task(problem: Problem) -> None:
    """A village that is met has nothing to do, and only such a one is already met."""
    roadmap, question = asked(problem), question_of(problem)
    assert (roadmap.standing is Standing.ALREADY_MET) == question.meets((), granted=False)
    if roadmap.standing is Standing.ALREADY_MET:
        assert (roadmap.tasks, roadmap.ready_on) == ((), None)


@given(problems())
def test_no_task_is_superfluous(problem: Problem) -> None:
    """Without any one task and all that need it the target is not met."""
    roadmap, question = asked(problem), question_of(problem)
    if roadmap.standing is Standing.OUT_OF_REACH:
        return
    for task in roadmap.tasks:
        gone = {task.id}
        for other in roadmap.tasks:  # by start, so that needs come first
            gone |= {other.id} if gone & set(problem.ruleset["activities"][other.id].get("after", ())) else set()
        assert not question.meets(tuple(one for one in ids(roadmap) if one not in gone), granted=True)


@given(problems())
def test_no_assumption_is_superfluous(problem: Problem) -> None:
    """Without any one assumption the target is not met, though all others are granted."""
    roadmap, question = asked(problem), question_of(problem)
    if roadmap.standing is Standing.OUT_OF_REACH:
        return
    listed = {(one.task, one.path) for one in roadmap.assumptions}
    granted = [(task, effect) for task in ids(roadmap) for effect in problem.ruleset["activities"][task]["effects"]]
    for missing in listed:
        left = [effect for task, effect in granted if _is_sure_or_listed(problem, task, effect, listed - {missing})]
        assert not question.meets_with(left)


def _is_sure_or_listed(problem: Problem, task: str, effect: Plain, listed: set[tuple[str, str]]) -> bool:
    from oracle.effects import is_granted

    return not is_granted(problem.ruleset, effect) or (task, path_of(effect)) in listed


def path_of(effect: Plain) -> str:
    """Return the path at which an effect is granted."""
    if "settle" in effect:
        return str(effect["settle"][0])
    fact = effect.get("learn", effect.get("fact", effect.get("list")))
    return f"facts/{fact}"


def unbounded(problem: Problem) -> Problem:
    """Return a problem without windows."""
    activities = {
        name: {key: part for key, part in one.items() if key != "available"}
        for name, one in problem.ruleset["activities"].items()
    }
    return replace(problem, ruleset={**problem.ruleset, "activities": activities})


@given(problems())
def test_days(problem: Problem) -> None:
    """Start and due are working days, each task starts as early as it can and none before its needs have ended."""
    roadmap = asked(problem)
    # A plan that cannot keep all windows is told with its dates as if there were none.
    closed = any(one.kind == "window_closed" for one in roadmap.obstacles)
    question = question_of(unbounded(problem) if closed else problem)
    expected = dates(question, ids(roadmap))
    assert {task.id: (task.start, task.due) for task in roadmap.tasks} == expected
    assert all(is_working(task.start) and is_working(task.due) for task in roadmap.tasks)
    assert roadmap.ready_on == max((due for _, due in expected.values()), default=None)
    if roadmap.standing is not Standing.OUT_OF_REACH:
        assert in_time(question, expected, problem.until)


@given(problems(), st.randoms(use_true_random=False))
def test_order_of_input(problem: Problem, random: Any) -> None:
    """The same input in any order gives the same bytes."""
    activities = list(problem.ruleset["activities"].items())
    turned = {**problem.ruleset, "activities": dict(random.sample(activities, len(activities)))}
    expected = asked(problem).model_dump_json()
    assert asked(Problem(turned, problem.village, problem.until, problem.budget)).model_dump_json() == expected


@given(problems())
def test_later_is_never_dearer(problem: Problem) -> None:
    """A later deadline never costs more and never worsens the standing, where both are proven."""
    days = (date(2024, 4, 30), date(2024, 6, 28), date(2025, 6, 30))
    plans = [asked(problem, until=day, budget=None) for day in days]
    for sooner, later in pairwise(plans):
        if sooner.proven_cheapest and later.proven_cheapest and sooner.standing is not Standing.OUT_OF_REACH:
            assert later.standing is not Standing.OUT_OF_REACH
            assert (later.cost.unknown_count, later.cost.high) <= (sooner.cost.unknown_count, sooner.cost.high)


@given(problems())
def test_more_money_never_worsens(problem: Problem) -> None:
    """A larger budget never worsens the standing, and no budget steers which tasks are chosen."""
    plans = [asked(problem, budget=budget) for budget in (0, 3_000_000, None)]
    assert len({ids(plan) for plan in plans}) == 1
    for less, more in pairwise(plans):
        assert RANK[less.standing] <= RANK[more.standing]


@given(problems())
def test_slack(problem: Problem) -> None:
    """A task that slips by its slack leaves the end of the plan; one day more moves it, or a task out of its window."""
    roadmap, question = asked(problem, budget=None), question_of(problem)
    tasks = ids(roadmap)
    if roadmap.standing is Standing.OUT_OF_REACH or not tasks:
        return
    assert roadmap.ready_on is not None
    for task in roadmap.tasks:
        assert task.slack == largest_slip(question, tasks, task.id, roadmap.ready_on)
        slip = largest_slip(question, tasks, task.id, problem.until)
        assert task.latest_due == dates(question, tasks, task.id, slip)[task.id][1]


@given(problems())
@settings(max_examples=30)
def test_json_there_and_back(problem: Problem) -> None:
    """A roadmap is itself again after a way through JSON."""
    roadmap = asked(problem)
    assert Roadmap.model_validate_json(roadmap.model_dump_json()) == roadmap


@given(problems())
def test_effects_taken_in_leave_nothing_to_do(problem: Problem) -> None:
    """Once all has happened, and been granted, there is nothing left to do."""
    roadmap, question = asked(problem, budget=None), question_of(problem)
    if roadmap.standing is not Standing.OUT_OF_REACH:
        happened = question.effects(ids(roadmap), granted=True)
        ruleset, village = after(problem.ruleset, problem.village, happened, problem.on)
        done = asked(Problem(_unsettled(ruleset), village, problem.until, None))
        assert (done.standing, done.tasks) == (Standing.ALREADY_MET, ())


def _unsettled(ruleset: Plain) -> Plain:
    """Leave out the activities that ask for what is settled by now, and those that need them."""
    gone = set[str]()
    for name, activity in ruleset["activities"].items():
        if gone & set(activity.get("after", ())) or any("settle" in effect for effect in activity["effects"]):
            gone.add(name)
    left = {name: activity for name, activity in ruleset["activities"].items() if name not in gone}
    return {**ruleset, "activities": left}


@given(problems())
def test_planning_again_changes_nothing(problem: Problem) -> None:
    """Against itself a plan keeps every task."""
    first = asked(problem)
    again = asked(problem, previous=first)
    assert again.changes is not None
    assert (again.changes.kept, again.changes.moved) == (tuple(task.id for task in first.tasks), ())
    assert again.model_copy(update={"changes": None}) == first


@given(problems())
def test_each_relaxation_is_enough_alone(problem: Problem) -> None:
    """With one relaxation, all else kept, the target is in reach; with a day or a đồng less it is not."""
    for relaxation in asked(problem).relaxations:
        if isinstance(relaxation, LaterUntil):
            assert asked(problem, until=relaxation.until).standing is not Standing.OUT_OF_REACH
            assert asked(problem, until=relaxation.until - timedelta(1)).standing is Standing.OUT_OF_REACH
        elif isinstance(relaxation, MoreBudget):
            assert asked(problem, budget=relaxation.budget).standing is not Standing.OUT_OF_REACH
            assert asked(problem, budget=relaxation.budget - 1).standing is Standing.OUT_OF_REACH
        else:
            waived = _waiving(problem.ruleset, relaxation.criterion)
            assert asked(replace(problem, ruleset=waived)).standing is not Standing.OUT_OF_REACH


def _waiving(ruleset: Plain, criterion: str) -> Plain:
    """Count one criterion as met: one fewer of the others is needed."""
    ids = [one["id"] for one in ruleset["criteria"]]
    limit = ruleset["decisions"]["recognised"]["if"]["at_least"]
    needed = {"all": len(ids), "50 %": -(-len(ids) // 2)}.get(limit, limit) - 1
    others = [one for one in ids if one != criterion]
    rule = {"met": others, "at_least": needed} if needed else {"not": {"met": ids, "at_least": len(ids) + 1}}
    return {**ruleset, "decisions": {"recognised": {"main": True, "if": rule}}}


@given(problems())
def test_obstacles_add_up(problem: Problem) -> None:
    """A plan is over the budget by what it costs more, and too late by the working days after the deadline."""
    roadmap = asked(problem)
    found = {obstacle.kind: obstacle for obstacle in roadmap.obstacles}
    over, late = found.get("over_budget"), found.get("too_late")
    if isinstance(over, OverBudget):
        assert (over.cheapest, over.short_by) == (roadmap.cost.high, roadmap.cost.high - (problem.budget or 0))
    if isinstance(late, TooLate):
        assert roadmap.ready_on == late.earliest > problem.until
        assert late.working_days == count_working(problem.until + timedelta(1), late.earliest)
    assert ("over_budget" in found) == (problem.budget is not None and roadmap.cost.high > problem.budget)
    assert roadmap.standing is Standing.OUT_OF_REACH or not set(found) - {"cost_unknown"}
    assert ("cost_unknown" in found) == (roadmap.cost.unknown_count > 0)


@given(problems())
def test_proven_is_the_harder_target(problem: Problem) -> None:
    """What can be proven can be reported, at no greater cost, and the replay of a proven plan is proven."""
    criteria = [{**one, "evidence": "none"} for one in problem.ruleset["criteria"]]
    asking_nothing = replace(problem, ruleset={**problem.ruleset, "criteria": criteria})
    reported, proven = (asked(asking_nothing, budget=None, target=target) for target in ("reported", "proven"))
    if proven.standing is not Standing.OUT_OF_REACH:
        assert reported.standing is not Standing.OUT_OF_REACH
        assert proven.replay.with_assumptions.target_met
        spent = [(plan.cost.unknown_count, plan.cost.high) for plan in (reported, proven)]
        assert spent[0] <= spent[1] or not (reported.proven_cheapest and proven.proven_cheapest)
