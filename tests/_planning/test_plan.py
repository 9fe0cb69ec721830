"""Roadmaps of a small place: what is planned, what is left out, how it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from smartvillage import Roadmap
from smartvillage.errors import NotFoundError, NotInForceError, RulesetError
from smartvillage.model.findings import Outcome
from smartvillage.model.roadmap import Standing

Road = Callable[..., Roadmap]
DO_A = {"effects": [{"fact": "a"}]}
DO_B = {"effects": [{"fact": "b"}]}


def ids(roadmap: Roadmap) -> list[str]:
    """Return the tasks by start, due and id."""
    return [task.id for task in roadmap.tasks]


def test_sure_effects_secure_the_target(road: Road) -> None:
    """Two flags, two tasks, no assumption."""
    found = road({"x": DO_A, "y": DO_B})
    assert (found.standing, ids(found), found.assumptions) == (Standing.SECURED, ["x", "y"], ())
    assert found.replay.without_assumptions.verdict is Outcome.MET


def test_met_village_needs_nothing(road: Road) -> None:
    """Nothing is planned, nothing is ready, nothing costs."""
    found = road({"x": DO_A}, facts={"a": True, "b": True})
    assert (found.standing, found.tasks, found.ready_on, found.cost.high) == (Standing.ALREADY_MET, (), None, 0)


def test_cheaper_way_is_taken(road: Road) -> None:
    """Of two activities for one fact the cheaper is planned and the other left out."""
    found = road({"dear": {**DO_A, "cost": "2 triệu đồng"}, "cheap": DO_A, "y": DO_B})
    assert (
        ids(found), found.cost.high, found.proven_cheapest, found.cost_bound,
    ) == (["cheap", "y"], 2_000_000, True, 2_000_000)  # fmt: skip


def test_unknown_cost_is_never_cheap(road: Road) -> None:
    """An activity of which nobody knows the cost comes after any known one, and is told where it is needed."""
    found = road({"open": {**DO_A, "cost": None}, "dear": {**DO_A, "cost": "900 triệu đồng"}, "y": DO_B})
    assert ids(found) == ["dear", "y"]


def test_k_of_n_leaves_criteria_out(road: Road) -> None:
    """Two of three are met at the least cost; the dearest criterion is left out."""
    rules = {"1": {"fact": "a"}, "2": {"fact": "b"}, "3": {"fact": "c"}}
    activities = {
        "x": {**DO_A, "cost": "3 triệu đồng"},
        "y": {**DO_B, "cost": "5 triệu đồng"},
        "z": {"effects": [{"fact": "c"}], "cost": "1 triệu đồng"},
    }
    found = road(activities, rules, ruleset={"decision": {"met": "all", "at_least": 2}})
    assert (sorted(ids(found)), found.standing) == (["x", "z"], Standing.SECURED)
    assert found.replay.with_assumptions.counts.met == 2


def test_shared_activity_beats_two_cheap_ones(road: Road) -> None:
    """One activity that helps two criteria is cheaper than one for each."""
    both = {"effects": [{"fact": "a"}, {"fact": "b"}], "cost": "3 triệu đồng"}
    one = {"cost": "2 triệu đồng"}
    found = road({"both": both, "x": {**DO_A, **one}, "y": {**DO_B, **one}})
    assert ids(found) == ["both"]
    assert found["both"].criteria == ("1", "2")


def test_what_is_needed_comes_first(road: Road) -> None:
    """A task starts after what it needs, says so, and is critical with it."""
    found = road({"x": {**DO_A, "after": ["prepare"]}, "prepare": {"effects": [{"fact": "c"}]}}, {"1": {"fact": "a"}})
    prepare, task = found["prepare"], found["x"]
    assert (prepare.due, task.start) == (date(2024, 4, 5), date(2024, 4, 8))
    assert (task.driven_by.kind, task.driven_by.task, task.needs) == ("need", "prepare", ("prepare",))
    assert found.critical_path == ("prepare", "x")
    assert prepare.criteria == task.criteria == ("1",)


def test_need_that_holds_already_is_fulfilled(road: Road) -> None:
    """An activity all of whose effects hold is not planned, and what needs it starts at once."""
    activities = {"x": {**DO_A, "after": ["prepare"]}, "prepare": {"effects": [{"fact": "c"}]}}
    found = road(activities, {"1": {"fact": "a"}}, {"c": True})
    assert (ids(found), found["x"].driven_by.kind, found["x"].needs) == (["x"], "start", ())


def test_enabler_without_effects_is_planned(road: Road) -> None:
    """What another activity needs is planned though it changes nothing itself."""
    found = road({"x": {**DO_A, "after": ["prepare"]}, "prepare": {"effects": []}}, {"1": {"fact": "a"}})
    assert ids(found) == ["prepare", "x"]


def test_window_sets_the_start(road: Road) -> None:
    """A task waits for its window, and may not slip out of it."""
    window = {"from": "2024-06-01", "until": "2024-06-14"}
    found = road({"x": {**DO_A, "available": window}}, {"1": {"fact": "a"}})
    task = found["x"]
    assert (task.start, task.driven_by.kind) == (date(2024, 6, 3), "window")
    assert (task.slack, task.latest_due) == (0, date(2024, 6, 14))


def test_slack_reaches_to_the_last_due_day(road: Road) -> None:
    """The shorter of two tasks may slip until the longer ends; the deadline lets both slip further."""
    found = road({"x": DO_A, "y": {**DO_B, "duration": "8 working days"}})
    assert (found["x"].slack, found["y"].slack) == (3, 0)
    assert found["x"].latest_due == found["y"].latest_due == date(2024, 12, 31)
    assert [found["x"].critical, found["y"].critical] == [False, True]


def test_added_counts_sum_up(road: Road) -> None:
    """Two activities that add to one count are both planned where one does not reach."""
    activities = {"x": {"effects": [{"fact": "users", "add": 2}]}, "y": {"effects": [{"fact": "users", "add": 3}]}}
    found = road(activities, {"1": {"fact": "users", "at_least": 6}}, {"users": 1})
    assert (ids(found), found.standing) == (["x", "y"], Standing.SECURED)


def test_adding_to_a_missing_count_makes_at_least_so_many(road: Road) -> None:
    """A count nobody gave is at least what is added."""
    found = road({"x": {"effects": [{"fact": "users", "add": 2}]}}, {"1": {"fact": "users", "at_least": 2}})
    assert found.standing is Standing.SECURED


def test_reach_raises_to_the_limit(road: Road) -> None:
    """A count is raised to what the rule asks."""
    reach = {"effects": [{"fact": "users", "reach": "criteria/1/rule/at_least"}]}
    found = road({"x": reach}, {"1": {"fact": "users", "at_least": 4}}, {"users": 1})
    assert found.standing is Standing.SECURED


def test_entities_that_match_are_changed(road: Road) -> None:
    """Wifi comes to the places that match, a planned one among them; the others stay as they are."""
    places = [
        {"id": "p", "wifi": False, "size": 9},
        {"id": "q", "status": "planned", "size": 8},
        {"id": "r", "size": 1},
    ]
    effect = {"list": "places", "where": {"size": {"at_least": 5}}, "with": {"wifi": True}}
    rule = {"count": "places", "where": {"wifi": True}, "at_least": 2}
    found = road({"x": {"effects": [effect]}}, {"1": rule}, {"places": places})
    assert found.standing is Standing.SECURED


def test_more_can_be_worse(road: Road) -> None:
    """Where one activity undoes another's criterion the cheapest set is one whose replay is met."""
    rules = {"1": {"fact": "a"}, "2": {"not": {"fact": "c"}}}
    activities = {
        "cheap": {"effects": [{"fact": "a"}, {"fact": "c"}]},
        "dear": {"effects": [{"fact": "a"}], "cost": "9 triệu đồng"},
    }
    found = road(activities, rules, {"c": False})
    assert (ids(found), found.proven_cheapest) == (["dear"], True)


def test_advised_activities_are_listed_and_never_planned(road: Road) -> None:
    """Advice stands beside the plan."""
    found = road({"x": DO_A, "y": DO_B, "nice": {"effects": [{"fact": "a"}], "advised": True, "cost": "1 đồng"}})
    assert (ids(found), [one.id for one in found.advised]) == (["x", "y"], ["nice"])


def test_milestones_follow_the_due_days(road: Road) -> None:
    """Criteria and the target are met after the due days, in order."""
    found = road({"x": DO_A, "y": {**DO_B, "duration": "8 working days"}})
    assert [(one.on, one.kind, one.id) for one in found.milestones] == [
        (date(2024, 4, 5), "criterion_met", "1"),
        (date(2024, 4, 10), "criterion_met", "2"),
        (date(2024, 4, 10), "target_met", None),
    ]


def test_load_is_told_by_owner(road: Road) -> None:
    """Tasks and working days are summed by role."""
    found = road({"x": DO_A, "y": {**DO_B, "owner": "province"}})
    assert [(one.role, one.tasks, one.working_days) for one in found.load] == [("chair", 1, 5), ("province", 1, 5)]


def test_round_trips_through_json(road: Road) -> None:
    """A roadmap read back from its JSON is the same."""
    found = road({"x": {"effects": [{"fact": "view"}]}, "y": {"effects": [{"fact": "a"}]}}, {"1": {"fact": "view"}})
    assert found == Roadmap.model_validate_json(found.model_dump_json())


def test_unknown_target_is_refused(road: Road) -> None:
    """Only what the planner knows can be asked for."""
    with pytest.raises(NotFoundError, match="silver"):
        road({"x": DO_A}, target="silver")


def test_deadline_past_the_period_is_refused(road: Road) -> None:
    """A deadline on which the ruleset is no longer in force is a fault of the question."""
    with pytest.raises(NotInForceError):
        road({"x": DO_A}, until=date(2026, 1, 1))


def test_without_deadline_the_period_is_one(road: Road) -> None:
    """The ruleset's last day is the deadline by default."""
    assert road({"x": DO_A, "y": DO_B}, until=None).until == date(2025, 12, 31)


@pytest.mark.parametrize(("kind", "users"), [("far", 3), ("near", 7)])
def test_reach_of_a_limit_by_class(road: Road, kind: str, users: int) -> None:
    """The limit of the village's own class is reached, also under a name."""
    limit = {"by": "kind", "values": {"far": 3, "near": 7}}
    more = {
        "codes": {"kinds": {"far": "Xa", "near": "Gần"}},
        "limits": {"least": limit},
        "facts": {"kind": {"type": "choice", "codes": "kinds"}, "users": {"type": "count"}},
    }
    reach = {"effects": [{"fact": "users", "reach": "criteria/1/rule/at_least"}]}
    rules = {"1": {"fact": "users", "at_least": {"limit": "least"}}}
    village = {"facts": {"users": 1, "kind": kind}}
    assert road({"x": reach}, rules, ruleset=more, village=village).standing is Standing.SECURED
    met = {"facts": {"users": users, "kind": kind}}
    assert road({"x": reach}, rules, ruleset=more, village=met).standing is Standing.ALREADY_MET


def test_reach_of_a_limit_of_an_unknown_class_is_no_way(road: Road) -> None:
    """Where nobody says which class the village is, there is nothing to reach yet."""
    more = {
        "codes": {"kinds": {"far": "Xa", "near": "Gần"}},
        "facts": {"kind": {"type": "choice", "codes": "kinds"}, "users": {"type": "count"}},
    }
    rules = {"1": {"fact": "users", "at_least": {"by": "kind", "values": {"far": 3, "near": 7}}}}
    reach = {"effects": [{"fact": "users", "reach": "criteria/1/rule/at_least"}]}
    assert road({"x": reach}, rules, ruleset=more, village={"facts": {"users": 1}}).standing is Standing.OUT_OF_REACH


@pytest.mark.parametrize(
    "activities",
    [
        {"x": {**DO_A, "after": ["y"]}, "y": {**DO_B, "after": ["x"]}},
        {"x": {**DO_A, "after": ["nice"]}, "nice": {"effects": [], "advised": True}},
        {"x": {"effects": [{"fact": "users", "becomes": 1}]}, "y": {"effects": [{"fact": "users", "becomes": 2}]}},
        {"x": {"effects": [{"fact": "users", "becomes": 1}]}, "y": {"effects": [{"fact": "users", "add": 2}]}},
    ],
)
def test_activities_that_cannot_be_are_a_fault_of_the_ruleset(road: Road, activities: dict[str, Any]) -> None:
    """Needs in a circle, advice as a need, and two values for one fact never come to planning."""
    with pytest.raises(RulesetError):
        road(activities, {"1": {"fact": "users", "at_least": 1}})


def test_plans_from_another_day(road: Road) -> None:
    """The first working day after the day asked for is the start."""
    found = road({"x": DO_A, "y": DO_B}, on=date(2024, 4, 26))
    assert (found.on, found.start_on, found["x"].due) == (date(2024, 4, 26), date(2024, 5, 2), date(2024, 5, 7))


def test_added_days_off_move_the_dates(road: Road) -> None:
    """A day the caller adds is not worked, and stands in the calendar with its text."""
    found = road({"x": DO_A, "y": DO_B}, days_off={date(2024, 4, 3): "12/QĐ-UBND"})
    assert found["x"].due == date(2024, 4, 8)
    assert [off.source for off in found.calendar.days_off if off.source] == ["12/QĐ-UBND"]


def test_open_ended_ruleset_has_no_deadline(road: Road) -> None:
    """Without a period's end and a deadline the replay is asked on the day when all is ready."""
    header = {
        "id": "small", "title": "Nhỏ", "version": "1.0.0", "basis": "assumed", "source": "ours",
        "period": {"from": "2024-01-01"},
    }  # fmt: skip
    found = road({"x": DO_A, "y": DO_B}, ruleset={"ruleset": header}, until=None)
    assert (found.until, found.ready_on, found.standing) == (None, date(2024, 4, 5), Standing.SECURED)
    assert (found.replay.with_assumptions.on, found["x"].latest_due) == (date(2024, 4, 5), None)


def test_limit_of_the_deadline_counts(road: Road) -> None:
    """A dated limit is the one in force on the deadline, for the rule and for what reaches it."""
    limit = {"dated": [{"until": "2024-06-30", "value": 2}, {"from": "2024-07-01", "value": 5}]}
    rules = {"1": {"fact": "users", "at_least": limit}}
    reach = {"x": {"effects": [{"fact": "users", "reach": "criteria/1/rule/at_least"}]}}
    assert road(reach, rules, {"users": 3}, until=date(2024, 6, 28)).standing is Standing.ALREADY_MET
    assert road(reach, rules, {"users": 3}, until=date(2024, 7, 1)).standing is Standing.SECURED


def test_task_may_end_on_the_last_day_of_its_window(road: Road) -> None:
    """Both days of a window are inside; one that is open anyway sets nothing."""
    window = {"from": "2024-04-01", "until": "2024-04-05"}
    found = road({"x": {**DO_A, "available": window}}, {"1": {"fact": "a"}})
    assert (found.standing, found["x"].driven_by.kind) == (Standing.SECURED, "start")


def test_ready_on_the_deadline_itself_is_in_time(road: Road) -> None:
    """The deadline's day is included, and leaves no slip."""
    found = road({"x": DO_A}, {"1": {"fact": "a"}}, until=date(2024, 4, 5))
    assert (found.standing, found["x"].latest_due) == (Standing.SECURED, date(2024, 4, 5))
