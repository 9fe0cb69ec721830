"""What is given for open slots: it fills or narrows limits, methods and facts by their path."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from smartvillage._program.bind import bind
from smartvillage._program.interval import Interval
from smartvillage._program.lower import lower
from smartvillage._program.walk import compiled, walk
from smartvillage.truth import FALSE, TRUE, UNKNOWN

DAY = date(2024, 3, 31)
Make = Callable[..., Any]

FACTS = {
    "share": {"type": "share"},
    "wifi": {"type": "flag"},
    "region": {"type": "choice", "codes": ["mountain", "delta"]},
    "places": {"type": "list", "fields": {"wifi": {"type": "flag"}}},
}
PLACES = [{"id": "a", "wifi": True}, {"id": "b", "wifi": False}]


def truth_of(ruleset: Any, village: Any, given: dict[str, Any]) -> int:
    """Return the first criterion's truth."""
    program = lower(ruleset, DAY, given)
    truth: int = walk(program, bind(program, village).values)[compiled(program).layout.holds]
    return truth


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, UNKNOWN),
        ({"criteria/1/rule/at_least": Fraction(92, 100)}, TRUE),
        ({"criteria/1/rule/at_least": Fraction(93, 100)}, FALSE),
        ({"criteria/1/rule/at_least": Interval(0, Fraction(9, 10))}, TRUE),
        ({"criteria/1/rule/at_least": Interval(Fraction(92, 100), 1, low_open=True)}, FALSE),
        ({"criteria/1/rule/at_least": True}, TRUE),
        ({"criteria/1/rule/at_least": False}, FALSE),
    ],
)
def test_limit(make_ruleset: Make, make_village: Make, given: dict[str, Any], expected: int) -> None:
    """A number settles a limit, an interval narrows it, a truth decides its test."""
    ruleset = make_ruleset(FACTS, {"1": {"fact": "share", "at_least": "unknown"}})
    assert truth_of(ruleset, make_village(share="92 %"), given) == expected


@pytest.mark.parametrize(("given", "expected"), [({}, UNKNOWN), ({"criteria/1/rule": True}, TRUE)])
def test_method(make_ruleset: Make, make_village: Make, given: dict[str, Any], expected: int) -> None:
    """A truth settles a method at the rule's own path."""
    ruleset = make_ruleset(FACTS, {"1": {"no_method": "no_guidance"}})
    assert truth_of(ruleset, make_village(), given) == expected


@pytest.mark.parametrize(
    ("given", "expected"), [({}, UNKNOWN), ({"facts/wifi": True}, TRUE), ({"facts/wifi": False}, FALSE)]
)
def test_flag(make_ruleset: Make, make_village: Make, given: dict[str, Any], expected: int) -> None:
    """A truth fills a fact that is missing."""
    assert truth_of(make_ruleset(FACTS, {"1": {"fact": "wifi"}}), make_village(), given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, UNKNOWN), ({"facts/share": Fraction(1, 2)}, TRUE), ({"facts/share": Interval(0, Fraction(1, 3))}, FALSE)],
)
def test_number(make_ruleset: Make, make_village: Make, given: dict[str, Any], expected: int) -> None:
    """A number fills a fact, an interval narrows it."""
    ruleset = make_ruleset(FACTS, {"1": {"fact": "share", "at_least": "50 %"}})
    assert truth_of(ruleset, make_village(), given) == expected


def test_given_fact_is_not_weak(make_ruleset: Make, make_village: Make) -> None:
    """What is given for a fact is not the commune's figure any more."""
    ruleset = make_ruleset(FACTS, {"1": {"fact": "share", "at_least": "50 %"}})
    village = make_village(share={"value": "92 %", "scope": "commune"})
    plain, filled = (bind(lower(ruleset, DAY, given), village) for given in ({}, {"facts/share": Fraction(92, 100)}))
    assert (plain.masks[0] != 0, filled.masks[0]) == (True, 0)


@pytest.mark.parametrize(("value", "expected"), [(Fraction(1, 2), TRUE), (Fraction(2, 3), FALSE)])
def test_share_of_a_count(make_ruleset: Make, make_village: Make, value: Fraction, expected: int) -> None:
    """A number given for an unknown share of a list is a share."""
    ruleset = make_ruleset(FACTS, {"1": {"count": "places", "where": {"wifi": True}, "at_least": "unknown"}})
    assert truth_of(ruleset, make_village(places=PLACES), {"criteria/1/rule/at_least": value}) == expected


@pytest.mark.parametrize(("value", "expected"), [(1, TRUE), (2, FALSE)])
def test_number_of_a_count(make_ruleset: Make, make_village: Make, value: int, expected: int) -> None:
    """A number given for an unknown number of entities is a number, one included."""
    rule = {"count": "places", "where": {"wifi": True}, "at_least": {"unknown": {"at_least": 1, "at_most": 5}}}
    ruleset = make_ruleset(FACTS, {"1": rule})
    assert truth_of(ruleset, make_village(places=PLACES), {"criteria/1/rule/at_least": value}) == expected


def test_named_limit_settles_all_its_users(make_ruleset: Make, make_village: Make) -> None:
    """A named limit is settled at its own path, for every rule that uses it."""
    rule = {"fact": "share", "at_least": {"limit": "seen"}}
    ruleset = make_ruleset(FACTS, {"1": rule, "2": rule}, limits={"seen": {"unknown": {}}})
    program = lower(ruleset, DAY, {"limits/seen": Fraction(9, 10)})
    found = walk(program, bind(program, make_village(share="92 %")).values)
    start = compiled(program).layout.holds
    assert found[start : start + 2] == [TRUE, TRUE]


def test_row_of_a_class(make_ruleset: Make, make_village: Make) -> None:
    """One row of a table by class is settled at its own path."""
    limit = {"by": "region", "values": {"mountain": "unknown", "delta": "95 %"}}
    ruleset = make_ruleset(FACTS, {"1": {"fact": "share", "at_least": limit}})
    given = {"criteria/1/rule/at_least/values/mountain": Fraction(1, 2)}
    assert truth_of(ruleset, make_village(share="92 %", region="mountain"), given) == TRUE
    assert truth_of(ruleset, make_village(share="92 %", region="delta"), given) == FALSE
