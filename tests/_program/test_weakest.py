"""The weakest value of one open thing in a rule, against filling it in and walking again."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.engine import day_of
from strategies.rulesets import rulesets, skeleton
from strategies.villages import villages

from smartvillage import load_ruleset, load_village
from smartvillage._program.bind import bind
from smartvillage._program.bound import Bound
from smartvillage._program.boundary import weakest
from smartvillage._program.interval import Interval
from smartvillage._program.lower import lower
from smartvillage._program.nodes import Exact, Kind
from smartvillage._program.program import Program
from smartvillage._program.reduction import Reduction
from smartvillage._program.walk import compiled, walk
from smartvillage.model.ruleset import Ruleset
from smartvillage.model.village import Village
from smartvillage.truth import TRUE

Plain = dict[str, Any]


def bound_pair(ruleset: Ruleset, village: Village, given: dict[str, Any] | None = None) -> tuple[Program, Bound]:
    """Lower and bind."""
    program = lower(ruleset, village.as_of, given)
    return program, bind(program, village)


def truth(ruleset: Ruleset, village: Village, place: int, given: dict[str, Any]) -> int:
    """Fill something in and walk."""
    program, bound = bound_pair(ruleset, village, given)
    found: int = walk(program, bound.values)[compiled(program).layout.holds + place]
    return found


def inside(value: Exact, stretch: Interval) -> bool:
    """Tell whether a value lies in a stretch."""
    low = stretch.low is None or value > stretch.low or (value == stretch.low and not stretch.low_open)
    return low and (stretch.high is None or value < stretch.high or (value == stretch.high and not stretch.high_open))


def one(rule: Plain, facts: Plain) -> tuple[Program, Bound]:
    """Bind a village to a ruleset of one criterion."""
    declared = {
        "n": {"type": "count"},
        "rate": {"type": "share"},
        "ok": {"type": "flag"},
        "places": {"type": "list", "fields": {"wifi": {"type": "flag"}, "seats": {"type": "count"}}},
    }
    data = skeleton(declared)
    data["criteria"] = [{"id": "1", "title": "Một", "group": "one", "rule": rule}]
    data["decisions"] = {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}}
    village = {
        "village": {"id": "a", "name": "A", "kind": "hamlet"}, "ruleset": "made-up", "as_of": "2024-03-31",
        "facts": facts,
    }  # fmt: skip
    return bound_pair(load_ruleset(data), load_village(village))


PLACES = [{"id": "a", "wifi": True}, {"id": "b", "wifi": True}, {"id": "c", "wifi": False}, {"id": "d", "wifi": True}]


@pytest.mark.parametrize(
    ("rule", "facts", "path", "expected"),
    [
        (
            {"fact": "rate", "at_least": "unknown"}, {"rate": "92 %"}, "criteria/1/rule/at_least",
            Interval(0, Fraction(92, 100), low_open=True),
        ),
        (
            {"fact": "rate", "more_than": "unknown"}, {"rate": "92 %"}, "criteria/1/rule/more_than",
            Interval(0, Fraction(92, 100), low_open=True, high_open=True),
        ),
        ({"fact": "rate", "at_least": "70 %"}, {}, "facts/rate", Interval(Fraction(7, 10), 1)),
        ({"fact": "n", "more_than": 3}, {}, "facts/n", Interval(4, None, whole=True)),
        ({"fact": "ok"}, {}, "facts/ok", True),
        ({"fact": "ok", "is": False}, {}, "facts/ok", False),
        ({"no_method": "not_seen"}, {}, "criteria/1/rule", True),
        (
            {"count": "places", "where": {"wifi": True}, "at_least": "unknown"}, {"places": PLACES},
            "criteria/1/rule/at_least", Interval(0, Fraction(3, 4), low_open=True),
        ),
        (
            {"count": "places", "where": {"wifi": True}, "more_than": "unknown"}, {"places": PLACES},
            "criteria/1/rule/more_than", Interval(0, Fraction(3, 4), low_open=True, high_open=True),
        ),
        (
            {"count": "places", "where": {"wifi": True}, "at_most": {"unknown": {"at_least": "25 %"}}},
            {"places": PLACES}, "criteria/1/rule/at_most", Interval(Fraction(3, 4), 1),
        ),
        (
            {"count": "places", "where": {"wifi": True}, "at_least": {"unknown": {"at_least": "80 %"}}},
            {"places": PLACES}, "criteria/1/rule/at_least", None,
        ),
        (
            {"count": "places", "where": {"wifi": True}, "at_least": "unknown"},
            {"places": [*PLACES, {"id": "e"}]}, "criteria/1/rule/at_least", Interval(0, Fraction(3, 5), low_open=True),
        ),
        (
            {"count": "places", "where": {"wifi": True}, "at_least": "all"},
            {"places": [PLACES[0], {"id": "e"}]}, "facts/places/e/wifi", True,
        ),
        (
            {"count": "places", "where": {"seats": {"at_least": "unknown"}}, "at_least": 2},
            {"places": [{"id": "a", "seats": 3}, {"id": "b", "seats": 9}]},
            "criteria/1/rule/where/seats/at_least", Interval(0, 3, low_open=True),
        ),
        ({"fact": "rate", "at_least": "unknown"}, {}, "criteria/1/rule/at_least", None),
        ({"fact": "rate", "at_least": "50 %"}, {"rate": "60 %"}, "facts/rate", None),
    ],
)  # fmt: skip
def test_the_weakest_value_is_told(rule: Plain, facts: Plain, path: str, expected: Interval | bool | None) -> None:  # noqa: FBT001
    """A limit may be as hard as what was measured, a fact must reach its limit, a method must hold."""
    program, bound = one(rule, facts)
    assert weakest(program, bound, program.criteria[0].holds, path) == expected


@st.composite
def states(draw: st.DrawFn) -> tuple[Ruleset, Village]:
    """Draw a ruleset and a village for it."""
    data = draw(rulesets(most=2))
    village = draw(villages(data))
    assert day_of(village)
    return load_ruleset(data), load_village(village)


def grid(program: Program, path: str) -> list[Exact | bool]:
    """Return values that an open thing may have, some at every edge of the rules drawn."""
    info = next(info for info in program.slots if info.path == path)
    limit = program.limits.get(path)
    domain = info.domain or (limit.domain if limit is not None else None)
    if info.truth and domain is None:
        return [True, False]
    assert domain is not None
    step = 1 if domain.whole or domain.high is None else Fraction(1, 16)
    values: list[Exact] = [step * place for place in range(20)]
    return [value for value in values if inside(value, domain)]


def speaks_of_all(written: object) -> bool:
    """Tell whether a list is stated by one row about every entity: what such a row leaves open has no weakest value."""
    if isinstance(written, dict):
        return "all" in written or any(speaks_of_all(part) for part in written.values())
    return isinstance(written, list) and any(speaks_of_all(part) for part in written)


@given(states())
def test_filling_in_the_weakest_value_makes_it_hold(state: tuple[Ruleset, Village]) -> None:
    """Every value inside makes the rule hold; where nothing is told and it does not hold yet, no value does.

    The second half speaks of facts and of limits that stand outside of entities: what is asked of each entity of a
    list that is open itself may have a weakest value that is not found.
    """
    ruleset, village = state
    program, bound = bound_pair(ruleset, village)
    for place, criterion in enumerate(program.criteria):
        told = not speaks_of_all(village.facts) and truth(ruleset, village, place, {}) != TRUE
        reduction = Reduction(bound)
        reduction.truth(criterion.holds)
        paths = {variable.path for variable in reduction.variables.values()}
        for path in sorted(paths & {info.path for info in program.slots if info.kind is not Kind.UNSEEN}):
            found = weakest(program, bound, criterion.holds, path)
            alone = told and "/where/" not in path and not path.startswith("facts/places")
            for value in grid(program, path):
                fits = found == value if isinstance(found, bool) else found is not None and inside(value, found)
                held = truth(ruleset, village, place, {path: value}) == TRUE
                assert held or not fits
                assert found is not None or not held or not alone
