"""What others must grant: judgements, ratings, thresholds, methods and measurements, each as weak as still decides."""

from __future__ import annotations

from collections.abc import Callable

from smartvillage import Roadmap
from smartvillage.model.roadmap import Standing
from smartvillage.model.tasks import TaskKind

Road = Callable[..., Roadmap]


def test_judgement_is_awaited_from_its_assessor(road: Road) -> None:
    """A judgement is an assumption of the task that asks for it, granted by the assessor."""
    found = road({"x": {"effects": [{"fact": "view"}]}}, {"1": {"fact": "view"}})
    assumption = found.assumptions[0]
    assert (found.standing, found["x"].kind) == (Standing.CONDITIONAL, TaskKind.AWAIT)
    assert (assumption.task, assumption.path, assumption.needed.truth) == ("x", "facts/view", True)
    assert assumption.granted_by is not None
    assert (assumption.granted_by.role, assumption.criteria) == ("chair", ("1",))


def test_granted_effect_needs_the_least_that_decides(road: Road) -> None:
    """Four stars are asked for where three do: three are what must be granted."""
    effect = {"fact": "stars", "becomes": "4", "granted_by": "province"}
    found = road({"x": {"effects": [effect]}}, {"1": {"fact": "stars", "at_least": "3"}}, {"stars": "1"})
    assumption = found.assumptions[0]
    assert assumption.needed.span is not None
    assert (assumption.needed.form, assumption.needed.span.low) == ("level", "3")
    assert assumption.granted_by is not None
    assert assumption.granted_by.role == "province"


def test_threshold_at_most_the_fact(road: Road) -> None:
    """A limit nobody has seen is asked for, and may be at most what the fact reaches."""
    rule = {"fact": "share", "at_least": {"unknown": {}, "ask": "province"}}
    found = road({"x": {"effects": [{"settle": ["criteria/1/rule/at_least"]}]}}, {"1": rule}, {"share": "92 %"})
    assumption = found.assumptions[0]
    assert (found["x"].kind, assumption.kind, assumption.needed.form) == (TaskKind.ASK, "limit", "percent")
    assert assumption.needed.span is not None
    assert (assumption.needed.span.high, assumption.needed.span.high_open) == ("0.92", False)
    assert assumption.granted_by is not None
    assert assumption.granted_by.role == "province"


def test_measurement_at_least_the_limit(road: Road) -> None:
    """A missing fact is measured, and has to come to the limit."""
    found = road({"x": {"effects": [{"learn": "share"}]}}, {"1": {"fact": "share", "at_least": "70 %"}})
    assumption = found.assumptions[0]
    assert (found["x"].kind, assumption.kind) == (TaskKind.MEASURE, "fact")
    assert assumption.needed.span is not None
    assert assumption.needed.span.low == "0.7"


def test_method_holds(road: Road) -> None:
    """A method nobody has issued is asked for and assumed to be met."""
    rule = {"no_method": "no_guidance", "ask": "province"}
    found = road({"x": {"effects": [{"settle": ["criteria/1/rule"]}]}}, {"1": rule})
    assumption = found.assumptions[0]
    assert (assumption.kind, assumption.needed.truth) == ("method", True)
    assert found["x"].assumptions == ("criteria/1/rule",)


def test_two_methods_of_one_criterion_are_both_assumed(road: Road) -> None:
    """Two open things that decide only together are granted by two tasks."""
    rule = {"all_of": [{"id": "m", "no_method": "no_guidance"}, {"id": "n", "no_method": "not_seen"}]}
    activities = {name: {"effects": [{"settle": [f"criteria/1/rule/all_of/{name}"]}]} for name in ("m", "n")}
    found = road(activities, {"1": rule})
    assert (found.standing, [one.task for one in found.assumptions]) == (Standing.CONDITIONAL, ["m", "n"])


def test_assumption_that_decides_nothing_is_not_listed(road: Road) -> None:
    """A task may ask for more than is needed; only what is needed is assumed."""
    open_limit = {"fact": "share", "at_least": {"unknown": {}, "ask": "province"}}
    rules = {"1": open_limit, "2": {"fact": "users", "at_least": {"unknown": {"at_most": 5}, "ask": "province"}}}
    asked = {"effects": [{"settle": ["criteria/1/rule/at_least", "criteria/2/rule/at_least"]}]}
    found = road({"x": asked}, rules, {"share": "92 %", "users": 7})
    assert [one.path for one in found.assumptions] == ["criteria/1/rule/at_least"]


def test_learnt_fact_comes_before_its_substitute(road: Road) -> None:
    """Where a proxy falls short the fact itself is measured, and has to come to the limit."""
    criteria = [
        {
            "id": "1",
            "title": "Một",
            "rule": {"fact": "share", "at_least": "70 %"},
            "instead": [{"fact": "proxy", "caveat": "proxy_measure"}],
        }
    ]
    facts = {"share": {"type": "share"}, "proxy": {"type": "share"}}
    found = road(
        {"x": {"effects": [{"learn": "share"}]}},
        ruleset={"criteria": criteria, "facts": facts},
        village={"facts": {"proxy": "60 %"}},
    )
    assert found.standing is Standing.CONDITIONAL
    assert found.assumptions[0].needed.span is not None
    assert found.assumptions[0].needed.span.low == "0.7"


def test_hoped_value_is_what_is_pinned(road: Road) -> None:
    """A measuring is pinned at what is hoped; what is needed is the least that decides."""
    rule = {"fact": "share", "at_least": "70 %"}
    low = road({"x": {"effects": [{"learn": "share", "hoped": "60 %"}]}}, {"1": rule})
    high = road({"x": {"effects": [{"learn": "share", "hoped": "80 %"}]}}, {"1": rule})
    assert (low.standing, high.standing) == (Standing.OUT_OF_REACH, Standing.CONDITIONAL)
    assert high.assumptions[0].needed.span is not None
    assert high.assumptions[0].needed.span.low == "0.7"


def test_threshold_of_entities_is_asked_for(road: Road) -> None:
    """An unknown level inside ``where`` is granted like any other limit."""
    rule = {"count": "places", "where": {"size": {"at_least": {"unknown": {}, "ask": "province"}}}, "at_least": "all"}
    settle = {"settle": ["criteria/1/rule/where/size/at_least"]}
    found = road(
        {"x": {"effects": [settle]}}, {"1": rule}, {"places": [{"id": "p", "size": 3}, {"id": "q", "size": 5}]}
    )
    assumption = found.assumptions[0]
    assert (assumption.kind, assumption.needed.form) == ("limit", "number")
    assert assumption.needed.span is not None
    assert assumption.needed.span.high == "3"


def test_unknown_share_of_entities_is_asked_for(road: Road) -> None:
    """How many of a list nobody has said: at most as many as there are."""
    rule = {"count": "places", "where": {"wifi": True}, "at_least": {"unknown": {}, "ask": "province"}}
    places = [{"id": "p", "wifi": True}, {"id": "q", "wifi": False}]
    found = road({"x": {"effects": [{"settle": ["criteria/1/rule/at_least"]}]}}, {"1": rule}, {"places": places})
    assert found.standing is Standing.CONDITIONAL
    assert found.assumptions[0].needed.span is not None
    assert (found.assumptions[0].needed.form, found.assumptions[0].needed.span.high) == ("percent", "0.5")


OPEN_SHARE = {"fact": "share", "at_least": {"unknown": {}, "ask": "province"}}
SETTLE = {"effects": [{"settle": ["criteria/1/rule/at_least"]}]}


def test_milestones_come_with_what_is_granted(road: Road) -> None:
    """Each criterion is met after its own task, with what that task must be granted and nothing of the others."""
    rules = {"1": OPEN_SHARE, "2": {"fact": "view"}, "3": {"fact": "a"}}
    activities = {
        "ask": {**SETTLE, "duration": "5 working days"},
        "judge": {"effects": [{"fact": "view"}], "duration": "8 working days"},
        "work": {"effects": [{"fact": "a"}], "duration": "2 working days"},
    }
    found = road(activities, rules, {"share": "92 %"})
    assert [(one.on.day, one.kind, one.id) for one in found.milestones] == [
        (2, "criterion_met", "3"),
        (5, "criterion_met", "1"),
        (10, "criterion_met", "2"),
        (10, "target_met", None),
    ]


def test_assumption_names_only_the_criteria_it_decides(road: Road) -> None:
    """Criteria that are met anyway, and those that others decide, are not its own."""
    rules = {"1": OPEN_SHARE, "2": {"fact": "view"}, "3": {"fact": "a"}, "4": {"fact": "b"}}
    activities = {"ask": SETTLE, "judge": {"effects": [{"fact": "view"}]}, "work": {"effects": [{"fact": "a"}]}}
    found = road(activities, rules, {"share": "92 %", "b": True})
    assert [(one.task, one.criteria) for one in found.assumptions] == [("ask", ("1",)), ("judge", ("2",))]


def test_of_three_asked_two_are_needed(road: Road) -> None:
    """One task asks for three limits of which one decides nothing."""
    limit = {"unknown": {"at_most": 9}, "ask": "province"}
    rules = {"1": OPEN_SHARE, "2": {"fact": "users", "at_least": limit}, "3": {"fact": "stars", "at_least": "unknown"}}
    paths = [f"criteria/{name}/rule/at_least" for name in ("1", "2", "3")]
    found = road({"x": {"effects": [{"settle": paths}]}}, rules, {"share": "92 %", "users": 7, "stars": "4"})
    assert [one.path for one in found.assumptions] == paths[:2]
