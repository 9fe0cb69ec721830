"""Walking: every truth once, whatever reads what, and in whatever order it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from smartvillage._program.bind import bind
from smartvillage._program.lower import lower
from smartvillage._program.walk import compiled, walk
from smartvillage.truth import FALSE, TRUE, UNKNOWN

DAY = date(2024, 3, 31)
Make = Callable[..., Any]
FACTS = {"a": {"type": "flag"}, "b": {"type": "flag"}, "share": {"type": "share"}}


def truths(ruleset: Any, village: Any) -> tuple[list[int], list[int]]:
    """Return the criteria's and the decisions' truths."""
    program = lower(ruleset, DAY)
    layout, found = compiled(program).layout, walk(program, bind(program, village).values)
    return found[layout.holds : layout.applies], found[layout.decisions :]


def test_decisions_in_any_order(make_ruleset: Make, make_village: Make) -> None:
    """A decision may stand before the one it reads, and be nothing but that one."""
    decisions = {
        "last": {"if": {"decision": "middle"}},
        "middle": {"if": {"decision": "first"}},
        "first": {"main": True, "if": {"met": "all", "at_least": 1}},
    }
    ruleset = make_ruleset(FACTS, {"1": {"fact": "a"}}, decisions=decisions)
    assert truths(ruleset, make_village(a=True))[1] == [TRUE, TRUE, TRUE]
    assert truths(ruleset, make_village(a=False))[1] == [FALSE, FALSE, FALSE]


def test_criteria_that_read_criteria(make_ruleset: Make, make_village: Make) -> None:
    """A criterion may ask how many others are met, or for a decision, before they stand in the set."""
    rules = {
        "1": {"met": ["3", "4"], "at_least": "all"},
        "2": {"decision": "some"},
        "3": {"fact": "a"},
        "4": {"fact": "b"},
    }
    decisions = {"some": {"main": True, "if": {"met": ["3", "4"], "at_least": 1}}}
    ruleset = make_ruleset(FACTS, rules, decisions=decisions)
    assert truths(ruleset, make_village(a=True, b=False)) == ([FALSE, TRUE, TRUE, FALSE], [TRUE])
    assert truths(ruleset, make_village(a=True)) == ([UNKNOWN, TRUE, TRUE, UNKNOWN], [TRUE])


@pytest.mark.parametrize("tested", ["at_least", "more_than", "at_most", "less_than", "is"])
@pytest.mark.parametrize("chosen", [3, "50 %", "all"])
@pytest.mark.parametrize("met", [0, 2, 3, 5])
def test_counts_of_criteria(make_ruleset: Make, make_village: Make, tested: str, chosen: object, met: int) -> None:
    """Counting what was found is comparing the number, or the share, of what is met."""
    facts = {f"f{place}": {"type": "flag"} for place in range(5)}
    rules = {str(place): {"fact": f"f{place}"} for place in range(5)}
    decisions = {"d": {"main": True, "if": {"met": "all", tested: chosen}}}
    village = make_village(**{f"f{place}": place < met for place in range(5)})
    limit = {3: Fraction(3), "50 %": Fraction(5, 2), "all": Fraction(5)}[chosen]
    expected = {
        "at_least": met >= limit, "more_than": met > limit, "at_most": met <= limit, "less_than": met < limit,
        "is": met == limit,
    }[tested]  # fmt: skip
    assert truths(make_ruleset(facts, rules, decisions=decisions), village)[1] == [TRUE if expected else FALSE]


def test_asked_twice(make_ruleset: Make, make_village: Make) -> None:
    """A program and a village are bound once, and walking leaves the values as they were."""
    program = lower(make_ruleset(FACTS, {"1": {"fact": "share", "at_least": "50 %"}}), DAY)
    village = make_village(share="60 %")
    bound = bind(program, village)
    before = list(bound.values)
    walk(program, bound.values)
    assert bind(program, village) is bound
    assert bound.values == before


def test_no_recursion_in_long_chains(make_ruleset: Make, make_village: Make) -> None:
    """Two thousand decisions, each reading the one before, are found one after the other."""
    decisions: dict[str, Any] = {"d0": {"main": True, "if": {"fact": "a"}}}
    decisions |= {f"d{place}": {"if": {"decision": f"d{place - 1}"}} for place in range(1, 2000)}
    ruleset = make_ruleset(FACTS, {"1": {"fact": "a"}}, decisions=decisions)
    assert set(truths(ruleset, make_village(a=True))[1]) == {TRUE}
