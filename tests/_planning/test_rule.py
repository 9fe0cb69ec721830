"""Pass rules as the planner reads them off the decision: gates, shares, groups, what does not apply, what is unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smartvillage import Roadmap
from smartvillage.model.findings import Outcome
from smartvillage.model.obstacles import NoWay
from smartvillage.model.roadmap import Standing

Road = Callable[..., Roadmap]
FLAGS = ("a", "b", "c", "d")
RULES: dict[str, Any] = {str(number): {"fact": flag} for number, flag in enumerate(FLAGS, 1)}
#: One activity a flag, each dearer than the one before.
ACTIVITIES: dict[str, Any] = {
    f"do_{flag}": {"effects": [{"fact": flag}], "cost": f"{cost} triệu đồng"} for cost, flag in enumerate(FLAGS, 1)
}


def tasks(road: Road, decision: dict[str, Any], **more: Any) -> list[str]:
    """Return the flags that a plan makes true."""
    found = road(ACTIVITIES, RULES, dict.fromkeys(FLAGS, False), ruleset={"decision": decision, **more})
    assert found.standing is Standing.SECURED
    return sorted(task.id.removeprefix("do_") for task in found.tasks)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ({"met": "all", "at_least": "all"}, ["a", "b", "c", "d"]),
        ({"met": "all", "at_least": 2}, ["a", "b"]),
        ({"met": "all", "more_than": 2}, ["a", "b", "c"]),
        ({"met": "all", "at_least": "50 %"}, ["a", "b"]),
        ({"met": "all", "more_than": "50 %"}, ["a", "b", "c"]),
        ({"met": "all", "at_least": "51 %"}, ["a", "b", "c"]),
        ({"not_met": "all", "at_most": 1}, ["a", "b", "c"]),
        ({"not_met": "all", "less_than": "50 %"}, ["a", "b", "c"]),
        ({"met": ["3", "4"], "at_least": 1}, ["c"]),
        ({"met": "all", "at_least": 1, "at_most": 2}, ["a"]),
        ({"all_of": [{"met": ["3", "4"], "at_least": 1}, {"met": "all", "at_least": 2}]}, ["a", "c"]),
        ({"any_of": [{"fact": "d"}, {"met": ["1", "2"], "at_least": "all"}]}, ["a", "b"]),
        ({"count": [{"fact": "a"}, {"fact": "c"}, {"fact": "d"}], "at_least": 2}, ["a", "c"]),
        ({"not": {"met": "all", "at_most": 2}}, ["a", "b", "c"]),
    ],
)
def test_cheapest_for_a_decision(road: Road, decision: dict[str, Any], expected: list[str]) -> None:
    """Each decision is met by the cheapest flags that do."""
    assert expected == tasks(road, decision)


def test_decision_of_a_decision(road: Road) -> None:
    """Another decision is read like the main one."""
    found = road(
        ACTIVITIES,
        RULES,
        ruleset={
            "decisions": {
                "first": {"if": {"met": ["1", "2"], "at_least": "all"}},
                "recognised": {"main": True, "if": {"all_of": [{"decision": "first"}, {"met": "all", "at_least": 3}]}},
            }
        },
    )
    assert (found.standing, [task.id for task in found.tasks]) == (Standing.SECURED, ["do_a", "do_b", "do_c"])


def test_criterion_that_does_not_apply_needs_no_task(road: Road) -> None:
    """What does not apply is in no share."""
    criteria = [
        {"id": "1", "title": "Một", "rule": {"fact": "a"}},
        {"id": "2", "title": "Hai", "rule": {"fact": "b"}, "applies_if": {"fact": "c"}},
    ]
    found = road(ACTIVITIES, None, {"c": False}, ruleset={"criteria": criteria})
    assert (found.standing, [task.id for task in found.tasks]) == (Standing.SECURED, ["do_a"])
    assert found.replay.with_assumptions.counts.not_applicable == 1


def test_criterion_that_an_activity_makes_apply(road: Road) -> None:
    """The verdict tells: where doing one thing makes another criterion apply, that one is met too."""
    criteria = [
        {"id": "1", "title": "Một", "rule": {"fact": "c"}},
        {"id": "2", "title": "Hai", "rule": {"fact": "b"}, "applies_if": {"fact": "c"}},
    ]
    found = road(ACTIVITIES, None, {"c": False}, ruleset={"criteria": criteria})
    assert found.replay.with_assumptions.verdict is Outcome.MET
    assert [task.id for task in found.tasks] == ["do_b", "do_c"]


def test_unseen_criterion_keeps_the_decision_open(road: Road) -> None:
    """In a partial set nothing is recognised, and no activity closes what nobody has seen."""
    header = {
        "id": "small", "title": "Nhỏ", "version": "1.0.0", "basis": "assumed", "source": "ours",
        "completeness": "partial", "period": {"from": "2024-01-01", "until": "2025-12-31"},
    }  # fmt: skip
    found = road(ACTIVITIES, RULES, ruleset={"ruleset": header})
    obstacle = found.obstacles[0]
    assert found.standing is Standing.OUT_OF_REACH
    assert isinstance(obstacle, NoWay)
    assert (obstacle.criterion, obstacle.path) == (None, "decisions/recognised/if")
    assert [f"do_{flag}" for flag in FLAGS] == [task.id for task in found.tasks]


def test_what_nobody_knows_may_count_too(road: Road) -> None:
    """Where at most two may be met and two are unknown, the activity is taken that leaves the least unknown."""
    found = road(ACTIVITIES, RULES, ruleset={"decision": {"met": "all", "at_least": 1, "at_most": 2}})
    assert (found.standing, [task.id for task in found.tasks]) == (Standing.SECURED, ["do_c"])
