"""Nesting: measures, points and limits that lie too deep in one another, or are asked too often, are refused."""

from __future__ import annotations

from typing import Any

import pytest

import smartvillage
from smartvillage import RulesetError

Plain = dict[str, Any]
BASE: Plain = {
    "ruleset": {"id": "deep", "title": "Sâu", "version": "1.0.0", "period": {"from": "2023-01-01"}, "basis": "assumed",
                "source": "ours"},
    "sources": {"ours": {"type": "own", "issuer": "T", "seen": True}},
    "scales": {"rank": ["1", "2"]}, "facts": {"ok": {"type": "flag"}, "rooms": {"type": "count"}}, "criteria": [],
}  # fmt: skip
ONE: Plain = {"grade": {"of": {"fact": "rooms"}, "scale": "rank", "levels": {"2": 5}}}


def told(measures: Plain, criteria: list[Plain] | None = None, **more: Any) -> list[str]:
    """Return the codes of what is told of a set whose main decision is the last of its measures."""
    decision: Plain = {"main": True, "score": {"fact": "rooms"}}
    data = {**BASE, "measures": measures, "criteria": criteria or [], "decisions": {"main": decision}, **more}
    try:
        smartvillage.load_ruleset(data)
    except RulesetError as error:
        return [one.code for one in error.diagnostics]
    return []


def chain(size: int, first: Plain) -> Plain:
    """Make measures each of which is the one before it."""
    return {"m0": first, **{f"m{at}": {"measure": f"m{at - 1}"} for at in range(1, size)}}


def test_a_chain_of_measures_may_be_as_deep_as_conditions() -> None:
    """The next one is one too many, and all that lie on it are not told again."""
    assert told(chain(24, ONE)) == []
    assert told(chain(25, ONE)) == ["SV217"]
    assert told(chain(2000, ONE)) == ["SV217"]


def test_a_long_circle_is_a_circle() -> None:
    """However long it is, it is told once."""
    assert told(chain(2000, {"measure": "m1999"})) == ["SV311"]


def test_a_chain_of_limits_is_as_deep_at_most() -> None:
    """Named limits lie in one another too."""
    limits: Plain = {"l0": {"value": 5}, **{f"l{at}": {"limit": f"l{at - 1}"} for at in range(1, 2000)}}
    rule = {"fact": "rooms", "at_least": {"limit": "l1999"}}
    assert told({}, [{"id": "1", "title": "Một", "rule": rule}], limits=limits) == ["SV217"]


def test_measures_that_double_are_refused() -> None:
    """Twenty measures that each ask the one before twice would ask the first a million times."""
    doubling = {"m0": ONE, **{f"m{at}": {"lowest": [f"m{at - 1}"] * 10} for at in range(1, 8)}}
    assert told(doubling) == ["SV350"]
    assert told({name: doubling[name] for name in ("m0", "m1", "m2")}) == []


@pytest.mark.parametrize(("size", "expected"), [(5, []), (20, ["SV350"])])
def test_points_over_points_by_steps_are_bounded(size: int, expected: list[str]) -> None:
    """Each step asks for the points below it again."""
    steps = {"1": 1, "0,5": 0}
    criteria: list[Plain] = [{"id": "c0", "title": "C", "rule": {"fact": "ok"}, "points": 1}]
    for at in range(1, size):
        points = {"max": 1, "of": {"points": [f"c{at - 1}"]}, "steps": steps}
        criteria.append({"id": f"c{at}", "title": "C", "points": points})
    assert told({}, criteria) == expected


def test_criteria_that_read_one_another_may_be_many() -> None:
    """What is found of a criterion is asked once; an explanation too deep to be searched says so."""
    criteria: list[Plain] = [{"id": "c0", "title": "C", "rule": {"fact": "ok"}, "points": 1}]
    for at in range(1, 300):
        rule = {"points": [f"c{at - 1}"], "at_least": 1}
        criteria.append({"id": f"c{at}", "title": "C", "rule": rule, "points": 1})
    decision = {"main": True, "score": {"points": ["c299"]}}
    ruleset = smartvillage.load_ruleset({**BASE, "criteria": criteria, "decisions": {"main": decision}})
    village = smartvillage.load_village(
        {
            "village": {"id": "a", "name": "A", "kind": "hamlet"},
            "ruleset": "deep",
            "as_of": "2024-03-31",
            "facts": {"ok": True},
        }
    )
    assert smartvillage.evaluate(ruleset, village).decisions[0].answer == "1"
    found = smartvillage.explain(ruleset, village, "main")
    assert (found.answer, found.certainty.finished) == ("1", False)
