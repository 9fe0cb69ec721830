"""Roadmaps to a level: where the main decision is one, the target names the level to reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smartvillage import Roadmap
from smartvillage.errors import NotFoundError, QuestionError
from smartvillage.model.roadmap import Standing

Road = Callable[..., Roadmap]
Plain = dict[str, Any]

BY_SHARE: Plain = {"of": {"fact": "share"}, "steps": {"60 %": 30}}
#: Three ways to points: 20 for a flag, 30 in steps by a share, 50 for a flag of which the province decides.
SET: Plain = {
    "criteria": [
        {"id": "1", "title": "Một", "group": "g", "rule": {"fact": "a"}, "points": 20},
        {"id": "2", "title": "Hai", "group": "g", "points": {"max": 30, **BY_SHARE}},
        {"id": "3", "title": "Ba", "group": "g", "rule": {"fact": "b"}, "points": 50},
    ],
    "groups": [{"id": "g", "title": "Nhóm"}],
    "measures": {
        "rank": {"grade": {"of": {"points": {"group": "g"}}, "scale": "stars", "levels": {"2": 20, "3": 50, "4": 100}}},
    },
    "decisions": {
        "main": {"main": True, "level": "rank"},
        "other": {"if": {"any_of": [{"fact": "c"}, {"fact": "d"}]}},
    },
}  # fmt: skip
DO: Plain = {
    "flag": {"effects": [{"fact": "a"}], "cost": "1 triệu đồng"},
    "lift": {"effects": [{"fact": "share", "becomes": "60 %"}], "cost": "2 triệu đồng"},
    "large": {"effects": [{"fact": "b", "granted_by": "province"}], "cost": "4 triệu đồng"},
}


def planned(road: Road, target: str, facts: Plain | None = None, **more: Any) -> Roadmap:
    """Plan for a level of the set."""
    return road(DO, facts={"share": "10 %", **(facts or {})}, target=target, ruleset={**SET, **more})


def ids(roadmap: Roadmap) -> list[str]:
    """Return the tasks by id."""
    return sorted(task.id for task in roadmap.tasks)


def test_the_cheapest_way_to_a_level_is_found(road: Road) -> None:
    """Twenty points by the cheap flag, fifty by the flag and the share, all only with what the province grants."""
    assert ids(planned(road, "2")) == ["flag"]
    assert ids(planned(road, "3")) == ["flag", "lift"]
    assert ids(planned(road, "4")) == ["flag", "large", "lift"]


def test_the_replay_tells_the_level_that_is_reached(road: Road) -> None:
    """Before and after, in the main decision's own words; there is no outcome."""
    found = planned(road, "3")
    before, after = found.replay.before, found.replay.with_assumptions
    assert (found.target, found.standing) == ("3", Standing.SECURED)
    assert (before.answer, after.answer, after.verdict) == ("1", "3", None)
    assert (before.target_met, after.target_met) == (False, True)


def test_a_level_that_rests_on_a_grant_is_conditional(road: Road) -> None:
    """Without the grant the points are too few."""
    found = planned(road, "4")
    assert (found.standing, found.replay.without_assumptions.answer) == (Standing.CONDITIONAL, "3")


def test_a_level_that_is_had_already_needs_nothing(road: Road) -> None:
    """The lowest is, whatever is known."""
    assert planned(road, "1").standing is Standing.ALREADY_MET
    assert planned(road, "2", {"a": True}).standing is Standing.ALREADY_MET


def test_a_level_beyond_all_that_can_be_done_is_out_of_reach(road: Road) -> None:
    """Points that no activity brings are wanting."""
    rank = {"grade": {"of": {"points": {"group": "g"}}, "scale": "stars", "levels": {"4": 101}}}
    assert planned(road, "4", measures={"rank": rank}).standing is Standing.OUT_OF_REACH


def test_the_decision_that_is_needed_must_be_met_too(road: Road) -> None:
    """A level is given only where it is."""
    decisions = {
        "main": {"main": True, "level": "rank", "needs": "first"},
        "first": {"if": {"met": ["3"], "at_least": 1}},
    }
    assert ids(planned(road, "3", decisions=decisions)) == ["large"]


def test_a_lowest_level_asks_for_all_of_its_measures(road: Road) -> None:
    """Each of the groups must come up to it."""
    measures = {
        "one": {"grade": {"of": {"points": ["1"]}, "scale": "stars", "levels": {"2": 20}}},
        "two": {"grade": {"of": {"points": ["2"]}, "scale": "stars", "levels": {"2": 30}}},
        "rank": {"lowest": ["one", "two"]},
    }
    assert ids(planned(road, "2", measures=measures)) == ["flag", "lift"]


def test_what_is_scored_alone_is_left_out_of_nothing(road: Road) -> None:
    """It has no outcome, so that no target could ask it to be met."""
    found = planned(road, "2")
    assert found.left_out == ("3",)
    assert [one.kind for one in found.milestones] == ["criterion_met", "target_met"]


@pytest.mark.parametrize("target", ["reported", "proven"])
def test_a_level_is_neither_met_nor_proven(road: Road, target: str) -> None:
    """The question is refused, with what to ask instead."""
    with pytest.raises(QuestionError, match="name the one to reach"):
        planned(road, target)


def test_an_unknown_level_is_refused(road: Road) -> None:
    """The levels there are, are named."""
    with pytest.raises(NotFoundError) as caught:
        planned(road, "5")
    assert caught.value.known == ("1", "2", "3", "4")


def test_a_score_is_no_target(road: Road) -> None:
    """No number of points is."""
    decisions = {"main": {"main": True, "score": {"points": {"group": "g"}}}, "rank": {"level": "rank"}}
    with pytest.raises(QuestionError):
        planned(road, "reported", decisions=decisions)
    with pytest.raises(NotFoundError):
        planned(road, "3", decisions=decisions)


@pytest.mark.parametrize(
    ("users", "expected"), [(50, Standing.SECURED), (500, Standing.SECURED), (None, Standing.OUT_OF_REACH)]
)
def test_an_effect_reaches_the_limit_of_the_class_that_a_measure_chooses(
    road: Road, users: int | None, expected: Standing
) -> None:
    """Where the class is not known there is no limit to reach yet."""
    limit = {"by": "size", "values": {"small": "40 %", "large": "80 %"}}
    small = {"when": {"fact": "users", "less_than": 100}, "then": "small"}
    more = {
        "criteria": [{"id": "1", "title": "Một", "rule": {"fact": "share", "at_least": limit}}],
        "measures": {"size": {"choose": [small], "otherwise": "large", "codes": ["small", "large"]}},
    }
    effects = {"effects": [{"fact": "share", "reach": "criteria/1/rule/at_least"}]}
    facts = {"share": "10 %", **({} if users is None else {"users": users})}
    assert road({"lift": effects}, facts=facts, ruleset=more).standing is expected
