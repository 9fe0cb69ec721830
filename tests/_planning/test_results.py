"""Results of other sets, and limits that follow from the village, in a plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smartvillage import Roadmap
from smartvillage.model.roadmap import Standing
from smartvillage.model.tasks import TaskKind

Road = Callable[..., Roadmap]
Plain = dict[str, Any]
RESULT: Plain = {"type": "result", "ruleset": "other"}


@pytest.mark.parametrize(
    ("facts", "rule", "effect", "line", "path"),
    [
        ({"r": RESULT}, {"fact": "r"}, {"fact": "r"}, {"r": False}, "facts/r"),
        (
            {"places": {"type": "list", "fields": {"r": RESULT, "size": {"type": "count"}}}},
            {"count": "places", "where": {"r": True}, "at_least": 1},
            {"list": "places", "with": {"r": True}},
            {"places": [{"id": "p", "r": False}]},
            "facts/places",
        ),
    ],
)
def test_nobody_gives_themselves_a_result(  # noqa: PLR0913, PLR0917 - one made-up place
    road: Road, facts: Plain, rule: Plain, effect: Plain, line: Plain, path: str
) -> None:
    """Another body decides on it, so it is an assumption and waited for."""
    found = road(
        {"x": {"effects": [effect]}}, {"1": rule}, {"a": None, "b": None, **line}, ruleset={"facts": _with(facts)}
    )
    assert (found.standing, found["x"].kind) == (Standing.CONDITIONAL, TaskKind.AWAIT)
    assert [one.path for one in found.assumptions] == [path]


def test_an_entity_field_that_is_no_result_is_the_villages_own(road: Road) -> None:
    """Beside one that is."""
    facts = {"places": {"type": "list", "fields": {"r": {**RESULT, "context": True}, "wifi": {"type": "flag"}}}}
    rule = {"count": "places", "where": {"wifi": True}, "at_least": "all"}
    found = road(
        {"x": {"effects": [{"list": "places", "with": {"wifi": True}}]}}, {"1": rule},
        {"a": None, "b": None, "places": [{"id": "p", "wifi": False}]}, ruleset={"facts": _with(facts)},
    )  # fmt: skip
    assert (found.standing, found.assumptions) == (Standing.SECURED, ())


def test_what_is_needed_of_an_unseen_limit_is_told_of_itself_and_not_of_its_part(road: Road) -> None:
    """Six are 150 % of four: the limit itself may be at most four."""
    sections = {
        "facts": _with({"n": {"type": "count"}}),
        "limits": {"least": {"unknown": {"at_least": 1}, "ask": "province"}},
    }
    rule = {"fact": "n", "at_least": {"times": "150 %", "of": {"limit": "least"}}}
    found = road(
        {"x": {"effects": [{"settle": ["limits/least"]}]}},
        {"1": rule},
        {"a": None, "b": None, "n": 6},
        ruleset=sections,
    )
    (one,) = found.assumptions
    assert one.needed.span is not None
    assert (one.path, one.needed.span.low, one.needed.span.high) == ("limits/least", "1", "4")
    assert one.granted_by is not None
    assert one.granted_by.role == "province"


def test_a_limit_that_follows_from_the_village_is_reached(road: Road) -> None:
    """Two for each of five are ten."""
    sections = {"facts": _with({"n": {"type": "count"}, "m": {"type": "count"}})}
    rule = {"fact": "n", "at_least": {"times": 2, "of": {"fact": "m"}}}
    effect = {"fact": "n", "reach": "criteria/1/rule/at_least"}
    found = road({"x": {"effects": [effect]}}, {"1": rule}, {"a": None, "b": None, "n": 3, "m": 5}, ruleset=sections)
    assert (found.standing, found.replay.with_assumptions.counts.met) == (Standing.SECURED, 1)


def _with(facts: Plain) -> Plain:
    return {"a": {"type": "flag", "context": True}, "b": {"type": "flag", "context": True}, **facts}
