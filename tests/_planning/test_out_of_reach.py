"""Obstacles and relaxations: why a target is out of reach, and what alone would be enough."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from smartvillage import Roadmap
from smartvillage.model.findings import Outcome
from smartvillage.model.obstacles import (
    CostUnknown,
    LaterUntil,
    MoreBudget,
    NoWay,
    OverBudget,
    TooLate,
    Waiver,
    WindowClosed,
)
from smartvillage.model.roadmap import Standing

Road = Callable[..., Roadmap]
DO_A = {"effects": [{"fact": "a"}]}
DO_B = {"effects": [{"fact": "b"}]}


def test_early_deadline_is_too_late(road: Road) -> None:
    """The plan is kept with its late days; by how many working days it is late is said."""
    found = road({"x": DO_A, "y": {**DO_B, "after": ["x"]}}, until=date(2024, 4, 9))
    late = found.obstacles[0]
    assert isinstance(late, TooLate)
    assert (found.standing, found.ready_on) == (Standing.OUT_OF_REACH, date(2024, 4, 12))
    assert (late.earliest, late.working_days, late.chain) == (date(2024, 4, 12), 3, ("x", "y"))
    assert found["y"].latest_due is None


def test_late_replay_says_what_is_met_by_the_deadline(road: Road) -> None:
    """With only the tasks that end in time one of two is met."""
    found = road({"x": DO_A, "y": {**DO_B, "after": ["x"]}}, until=date(2024, 4, 9))
    assert found.replay.by_until is not None
    assert (found.replay.by_until.counts.met, found.replay.by_until.verdict) == (1, Outcome.NOT_MET)
    assert found.replay.with_assumptions.counts.met == 2


def test_late_relaxations(road: Road) -> None:
    """The least deadline is the last due day; waiving the late criterion is enough too, waiving the other is not."""
    found = road({"x": DO_A, "y": {**DO_B, "after": ["x"]}}, until=date(2024, 4, 9))
    assert LaterUntil(until=date(2024, 4, 12)) in found.relaxations
    assert [one.criterion for one in found.relaxations if isinstance(one, Waiver)] == ["2"]


def test_deadline_prefers_a_dearer_way_in_time(road: Road) -> None:
    """The cheap way takes too long, so the quick one is planned; without the deadline the cheap one is."""
    ways = {"slow": {**DO_A, "duration": "6 months"}, "quick": {**DO_A, "cost": "9 triệu đồng"}}
    rules = {"1": {"fact": "a"}}
    assert [task.id for task in road(ways, rules, until=date(2024, 6, 28)).tasks] == ["quick"]
    assert [task.id for task in road(ways, rules).tasks] == ["slow"]


def test_small_budget_is_over(road: Road) -> None:
    """The cheapest plan stands there with what it lacks."""
    found = road({"x": DO_A, "y": DO_B}, budget=1_500_000)
    assert found.obstacles == (OverBudget(budget=1_500_000, cheapest=2_000_000, short_by=500_000),)
    assert found.standing is Standing.OUT_OF_REACH
    assert MoreBudget(budget=2_000_000) in found.relaxations
    assert [one.criterion for one in found.relaxations if isinstance(one, Waiver)] == ["1", "2"]


def test_later_deadline_can_save_money(road: Road) -> None:
    """Over budget in time, within it by the slow and cheap way."""
    ways = {"slow": {**DO_A, "duration": "30 working days"}, "quick": {**DO_A, "cost": "9 triệu đồng"}}
    found = road(ways, {"1": {"fact": "a"}}, until=date(2024, 4, 30), budget=2_000_000)
    assert LaterUntil(until=date(2024, 5, 15)) in found.relaxations
    assert MoreBudget(budget=9_000_000) in found.relaxations


def test_budget_that_is_enough_changes_nothing(road: Road) -> None:
    """A budget is a comparison and never steers."""
    without, within = road({"x": DO_A, "y": DO_B}), road({"x": DO_A, "y": DO_B}, budget=2_000_000)
    assert without.tasks == within.tasks
    assert (within.standing, within.obstacles, within.relaxations) == (Standing.SECURED, (), ())


def test_no_activity_closes_it(road: Road) -> None:
    """The plan is the cheapest for what can still be met; the rest is told with the facts its rule reads."""
    found = road({"x": DO_A})
    obstacle = found.obstacles[0]
    assert isinstance(obstacle, NoWay)
    assert (obstacle.criterion, obstacle.facts, [task.id for task in found.tasks]) == ("2", ("b",), ["x"])
    assert [Waiver(criterion="2", title=obstacle.title)] == list(found.relaxations)


def test_no_way_tells_how_far_the_fact_is(road: Road) -> None:
    """A number that nothing raises misses its limit by so much."""
    found = road({"x": DO_A}, {"1": {"fact": "users", "at_least": 12}}, {"users": 4})
    obstacle = found.obstacles[0]
    assert isinstance(obstacle, NoWay)
    assert obstacle.distance == ("-8",)


def test_no_way_to_an_unknown_named_limit(road: Road) -> None:
    """The limit that nobody has seen is what is open; the facts told are facts alone."""
    rule = {"fact": "users", "at_least": {"times": "110 %", "of": {"limit": "norm"}}}
    found = road({"x": DO_A}, {"1": rule}, {"users": 4}, ruleset={"limits": {"norm": "unknown"}})
    obstacle = found.obstacles[0]
    assert isinstance(obstacle, NoWay)
    assert (obstacle.facts, obstacle.open) == (("users",), ("limits/norm",))


def test_k_of_n_without_enough_ways(road: Road) -> None:
    """Two of three with one way: both others are in the way, and what can be met is planned."""
    rules = {"1": {"fact": "a"}, "2": {"fact": "b"}, "3": {"fact": "c"}}
    found = road({"x": DO_A}, rules, ruleset={"decision": {"met": "all", "at_least": 2}})
    assert [one.criterion for one in found.obstacles if isinstance(one, NoWay)] == ["2", "3"]
    assert (found.standing, [task.id for task in found.tasks]) == (Standing.OUT_OF_REACH, ["x"])


def test_window_that_closed(road: Road) -> None:
    """An activity that was possible only before is planned without its window, and the window is told."""
    window = {"from": "2024-01-01", "until": "2024-04-03"}
    found = road({"x": {**DO_A, "available": window}, "y": DO_B})
    assert found.obstacles == (WindowClosed(task="x", from_=date(2024, 1, 1), until=date(2024, 4, 3)),)
    assert found.standing is Standing.OUT_OF_REACH
    assert [one.criterion for one in found.relaxations if isinstance(one, Waiver)] == ["1"]


def test_what_needs_a_closed_window_is_closed_too(road: Road) -> None:
    """Another way is taken where the cheap one needs something that can no longer be done."""
    window = {"from": "2024-01-01", "until": "2024-04-03"}
    activities = {
        "cheap": {**DO_A, "after": ["gone"]},
        "gone": {"effects": [{"fact": "c"}], "available": window, "cost": "0 đồng"},
        "dear": {**DO_A, "cost": "9 triệu đồng"},
    }
    found = road(activities, {"1": {"fact": "a"}})
    assert ([task.id for task in found.tasks], found.standing) == (["dear"], Standing.SECURED)


def test_unknown_cost_leaves_the_standing(road: Road) -> None:
    """A task without a cost is told as an obstacle; the plan is secured all the same."""
    found = road({"x": {**DO_A, "cost": None}, "y": DO_B}, budget=1_000_000)
    assert (found.standing, found.obstacles) == (Standing.SECURED, (CostUnknown(tasks=("x",)),))
    assert (found.cost.high, found.cost.unknown_count) == (1_000_000, 1)


def test_criteria_that_exclude_one_another_have_no_way(road: Road) -> None:
    """Where what meets one criterion breaks another, the one not met today is in the way and nothing is planned."""
    found = road({"x": DO_A}, {"1": {"fact": "a"}, "2": {"not": {"fact": "a"}}})
    assert found.standing is Standing.OUT_OF_REACH
    assert [one.criterion for one in found.obstacles if isinstance(one, NoWay)] == ["1"]
    assert found.tasks == ()


def test_least_deadline_of_several_late_days(road: Road) -> None:
    """Of ways that end one after another the first that is enough within the budget sets the deadline."""
    ways = {
        f"x{days}": {**DO_A, "duration": f"{days} working days", "cost": f"{cost} triệu đồng"}
        for days, cost in ((6, 9), (7, 8), (8, 3), (9, 2), (10, 1))
    }
    found = road(ways, {"1": {"fact": "a"}}, until=date(2024, 4, 5), budget=3_000_000)
    assert [one.until for one in found.relaxations if isinstance(one, LaterUntil)] == [date(2024, 4, 10)]
    free = road(ways, {"1": {"fact": "a"}}, until=date(2024, 4, 5))
    assert [one.until for one in free.relaxations if isinstance(one, LaterUntil)] == [date(2024, 4, 8)]


def test_waiver_counts_within_the_budget(road: Road) -> None:
    """Waiving the dear criterion leaves exactly the budget; waiving the cheap one does not."""
    found = road({"x": DO_A, "y": {**DO_B, "cost": "5 triệu đồng"}}, budget=1_000_000)
    assert [one.criterion for one in found.relaxations if isinstance(one, Waiver)] == ["2"]


def test_deadline_is_never_moved_past_the_period(road: Road) -> None:
    """On the ruleset's last day it is in force, after it no deadline can lie."""
    ends = {"x": {**DO_A, "duration": "6 months"}}
    header = {"id": "small", "title": "Nhỏ", "version": "1.0.0", "basis": "assumed", "source": "ours"}
    for until, expected in (("2024-10-01", [date(2024, 10, 1)]), ("2024-09-30", [])):
        period = {"ruleset": {**header, "period": {"from": "2024-01-01", "until": until}}}
        found = road(ends, {"1": {"fact": "a"}}, ruleset=period, until=date(2024, 5, 31))
        assert [one.until for one in found.relaxations if isinstance(one, LaterUntil)] == expected
