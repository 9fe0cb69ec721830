"""Relative limits, days of every year and the days between two: each slip is told once, at its word."""

from __future__ import annotations

from typing import Any

import pytest

RULE = "rule: {fact: area, at_least: {limit: least_area}}"
#: Further facts to be a part of, which reports keep so that none is unused.
MORE = (
    "facts:\n  plots: {type: quantity, unit: m2, context: true}\n  dues: {type: quantity, unit: VND, context: true}\n"
    "  opened: {type: date, context: true}\n"
)
FACTS = ("facts:\n", MORE)
UNUSED = "SV318"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("{fact: area, at_least: {times: 110 %, of: {limit: least_area}}}", []),
        ("{fact: area, at_least: {times: 1/2, of: {fact: plots}}}", []),
        ("{fact: area, at_least: {times: 2, of: {limit: least_area}, round: {to: 1 ha}}}", []),
        ("{fact: residents, at_least: {times: 2, of: {fact: users}}}", []),
        ("{count: places, where: {wifi: true}, at_least: {times: 2, of: {fact: users}}}", []),
        ("{fact: founded, before: {month: 12, day: 1, year: previous}}", []),
        ("{days: {from: founded, to: opened}, at_least: 2 weeks}", []),
        ("{days: {from: founded, to: opened}, at_least: unknown}", []),
        ("{fact: area, at_least: {times: 110 %, of: {limit: most_area}}}", ["SV301"]),
        ("{fact: area, at_least: {times: 110 %, of: {fact: plot}}}", ["SV301"]),
        ("{fact: area, at_least: {times: 110 %, of: {fact: dues}}}", ["SV412"]),
        ("{fact: area, at_least: {times: 110 %, of: {fact: users}}}", ["SV308"]),
        ("{fact: area, at_least: {times: 2 ha, of: {fact: plots}}}", ["SV434"]),
        ("{fact: area, at_least: {times: much, of: {fact: plots}}}", ["SV401"]),
        ("{fact: area, at_least: {times: -1, of: {fact: plots}}}", ["SV415"]),
        ("{fact: area, at_least: {times: 2}}", ["SV204"]),
        ("{fact: area, at_least: {times: 2, of: {fcat: plots}}}", ["SV206"]),
        ("{fact: area, at_least: {times: 2, of: {fact: plots, limit: least_area}}}", ["SV203"]),
        ("{fact: founded, at_least: {times: 2, of: {limit: least_area}}}", ["SV308"]),
        ("{fact: product, at_least: {times: 2, of: {limit: least_area}}}", ["SV308"]),
        ("{fact: user_share, at_least: {times: 2, of: {fact: file_share}}}", []),
        ("{fact: user_share, at_least: {times: 2, of: {fact: users}}}", ["SV308"]),
        ("{count: places, where: {wifi: true}, at_least: {times: 2, of: {fact: file_share}}}", ["SV308"]),
        ("{fact: area, at_least: {month: 12, day: 1}}", ["SV308"]),
        ("{fact: founded, before: {month: 12, day: 32}}", ["SV228"]),
        ("{fact: founded, before: {month: 12, day: 1, year: last}}", ["SV205"]),
        ("{fact: founded, before: {month: 12}}", ["SV204"]),
        ("{days: {from: founded}, at_least: 10 days}", ["SV204"]),
        ("{days: {from: founded, to: opening}, at_least: 10 days}", ["SV301"]),
        ("{days: {from: founded, to: residents}, at_least: 10 days}", ["SV308"]),
        ("{days: {from: founded, to: founded}, at_least: 10 days}", ["SV330"]),
        ("{days: {from: founded, to: opened}}", ["SV307"]),
        ("{days: {from: founded, to: opened}, after: 10 days}", ["SV306"]),
        ("{days: {from: founded, to: opened}, at_least: 10}", ["SV409"]),
        ("{days: {from: founded, to: opened}, at_least: 10 working days}", ["SV414"]),
    ],
)
def test_a_rule(rule: str, expected: list[str], codes: Any) -> None:
    """What is left unused by the rule that was exchanged is no matter here."""
    found = codes(FACTS, (RULE, f"rule: {rule}"))
    assert sorted(code for code in found if code != UNUSED) == expected


def test_limits_that_are_parts_of_one_another_are_a_circle(codes: Any) -> None:
    """No number would ever stand there."""
    limits = "  least_area: {times: 2, of: {limit: other}}\n  other: {times: 2, of: {limit: least_area}}"
    assert codes(("  least_area: {value: 50 ha}", limits)) == ["SV311"]


def test_what_a_limit_is_a_part_of_is_used(codes: Any) -> None:
    """A named limit that only another is a part of is no slip."""
    limits = "  least_area: {times: 2, of: {limit: other}}\n  other: {value: 25 ha}"
    assert codes(("  least_area: {value: 50 ha}", limits)) == []


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("{type: result, ruleset: other, context: true}", []),
        ("{type: result, ruleset: other, counts: everything, context: true}", ["SV205"]),
        ("{type: result, context: true}", ["SV204"]),
        ("{type: result, ruleset: ../other, context: true}", ["SV227"]),
        ("{type: result, ruleset: base, context: true}", ["SV311"]),
        ("{type: list, fields: {smart: {type: result, ruleset: base, context: true}}, context: true}", ["SV311"]),
    ],
)
def test_a_result_names_another_set(fact: str, expected: list[str], codes: Any) -> None:
    """By its name, which is looked for when a place is judged; never this set itself."""
    assert codes(("facts:\n", f"facts:\n  sister: {fact}\n")) == expected
