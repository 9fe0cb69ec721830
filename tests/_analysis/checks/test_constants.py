"""Conditions that come to the same whatever the facts are, told where it comes from."""

from __future__ import annotations

from typing import Any

import pytest
from _analysis.checks.conftest import measure, rule

NEVER, ALWAYS = "this condition can never hold", "this condition always holds"
UNMET, MET = "so `9.1` can never be met", "so `9.1` is always met"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{fact: file_share, at_least: 80 %, at_most: 70 %}", [f"SV711 rule: {NEVER}, {UNMET}"]),
        ("{fact: file_share, more_than: 70 %, less_than: 70 %}", [f"SV711 rule: {NEVER}, {UNMET}"]),
        ("{fact: file_share, at_least: 70 %, at_most: 70 %}", []),
        ("{fact: residents, more_than: 4, less_than: 5}", [f"SV711 rule: {NEVER}, {UNMET}"]),
        ('{fact: idm, more_than: "0,4", less_than: "0,5"}', []),
        ("{fact: residents, at_least: 100001}", [f"SV711 at_least: {NEVER}, {UNMET}"]),
        ("{fact: residents, at_least: 100000}", []),
        ("{fact: residents, at_least: 0}", [f"SV712 at_least: {ALWAYS}, {MET}"]),
        ("{fact: residents, more_than: 0}", []),
        ("{fact: file_share, at_most: 100 %}", [f"SV712 at_most: {ALWAYS}, {MET}"]),
        ("{fact: residents, at_least: 0, at_most: 900}", [f"SV712 at_least: {ALWAYS}"]),
        ('{fact: product, at_least: "1"}', [f"SV712 at_least: {ALWAYS}, {MET}"]),
        ('{fact: product, more_than: "3"}', [f"SV711 more_than: {NEVER}, {UNMET}"]),
        ("{fact: place_kind, one_of: [mountain, other]}", [f"SV712 one_of: {ALWAYS}, {MET}"]),
        ("{fact: place_kind, is: mountain}", []),
        ("{fact: founded, after: 2024-01-01, before: 2024-01-02}", [f"SV711 rule: {NEVER}, {UNMET}"]),
        ("{fact: residents, at_least: unknown}", []),
        ("{no_method: no_guidance}", []),
    ],
)
def test_tests_of_a_fact(told: Any, written: str, expected: list[str]) -> None:
    """What a fact can be decides, by its type and its own bounds; the one test at fault is pointed at."""
    assert told(rule(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{all_of: [{fact: regulation}, {not: {fact: regulation}}]}", [f"SV711 rule: {NEVER}, {UNMET}"]),
        ("{any_of: [{fact: regulation}, {not: {fact: regulation}}]}", [f"SV712 rule: {ALWAYS}, {MET}"]),
        ("{any_of: [{fact: regulation}, {fact: residents, more_than: 100000}]}", [f"SV711 more_than: {NEVER}"]),
        ("{all_of: [{fact: camera}, {fact: residents, more_than: 100000}]}", [f"SV711 more_than: {NEVER}, {UNMET}"]),
        ("{not: {fact: residents, more_than: 100000}}", [f"SV711 more_than: {NEVER}, {MET}"]),
        ("{count: [{fact: regulation}, {fact: camera}], at_least: 0}", [f"SV712 at_least: {ALWAYS}, {MET}"]),
        ('{all_of: [{fact: idm, is: "1"}, {fact: idm, is: "0"}]}', [f"SV711 rule: {NEVER}, {UNMET}"]),
    ],
)  # fmt: skip
def test_combinations(told: Any, written: str, expected: list[str]) -> None:
    """The innermost part that is fixed is told, with what follows for the whole."""
    assert told(rule(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{count: places, where: {wifi: true, not: {wifi: true}}, at_least: 1}", [f"SV711 where: {NEVER}"]),
        ("{count: places, where: {any_of: [{wifi: true}, {wifi: false}]}, at_least: 1}", [f"SV712 where: {ALWAYS}"]),
        ("{fact: camera, where: {kept: {at_least: 7 ngày, less_than: 7 ngày}}}", [f"SV711 rule: {NEVER}, {UNMET}"]),
        ("{count: places, where: {wifi: true}, at_least: 0}", [f"SV712 at_least: {ALWAYS}, {MET}"]),
    ],
)
def test_what_is_asked_of_entities(told: Any, written: str, expected: list[str]) -> None:
    """A ``where`` that no entity fulfils, or every one, is told at its key."""
    assert told(rule(written)) == expected


def test_one_class_alone(told: Any) -> None:
    """A row of a table by class may be out of reach while the others are not."""
    written = "{fact: residents, at_least: {by: place_kind, values: {mountain: 0, other: 200000}}}"
    assert told(rule(written)) == [f"SV712 mountain: {ALWAYS}", f"SV711 other: {NEVER}"]


def test_from_one_day_on(told: Any) -> None:
    """A limit that is out of reach only later is told with the day."""
    dated = "[{from: 2023-01-01, until: 2024-12-31, value: 10}, {from: 2025-01-01, value: 100001}]"
    found = told(rule(f"{{fact: residents, at_least: {{dated: {dated}}}}}"))
    assert found == [f"SV711 at_least: {NEVER}, from 2025-01-01 on, {UNMET}"]


def test_when_it_applies(told: Any) -> None:
    """A criterion that never applies is told at its condition, one that is met wherever it applies at its rule."""
    never = rule("{fact: regulation}", more="    applies_if: {fact: residents, more_than: 100000}\n")
    assert told(never) == [f"SV711 more_than: {NEVER}, so `9.1` never applies"]
    always = rule("{fact: regulation}", more="    applies_if: {fact: regulation}\n")
    assert told(always) == [f"SV712 rule: {ALWAYS}, so `9.1` is always met where it applies"]
    other = rule("{not: {fact: regulation}}", more="    applies_if: {fact: regulation}\n")
    assert told(other) == [f"SV711 rule: {NEVER}, so `9.1` can never be met where it applies"]


def test_what_stands_in_may_do_what_the_rule_cannot(told: Any) -> None:
    """A rule out of reach is told, and yet its criterion can be met by what stands in."""
    written = rule(
        "{fact: user_share, at_least: 80 %, at_most: 70 %}", more="    instead: [{fact: file_share, at_least: 50 %}]\n"
    )
    assert told(written) == []
    useless = rule("{fact: user_share, at_least: 50 %}", more="    instead: [{fact: file_share, at_least: 0 %}]\n")
    assert told(useless) == [f"SV712 at_least: {ALWAYS}, so `9.1` is always met where it stands in"]


def test_criteria_that_contradict_one_another(told: Any) -> None:
    """A decision that asks for both names them, and no others."""
    assert told(rule("{fact: residents, less_than: 10}")) == [
        "SV713 if: `recognised` can never be met, since these criteria contradict one another: `2.4`, `9.1`"
    ]


def test_a_decision_is_not_told_what_its_criterion_was(told: Any) -> None:
    """A decision that asks for a criterion out of reach is out of reach for that reason alone."""
    assert told(rule("{fact: residents, at_least: 100001}")) == [f"SV711 at_least: {NEVER}, {UNMET}"]


def test_a_decision_of_its_own(told: Any) -> None:
    """What a decision itself asks is told of it."""
    found = told(("decisions:\n", "decisions:\n  big: {if: {fact: residents, at_least: 100001}}\n"))
    assert found == [f"SV711 at_least: {NEVER}, so `big` can never be met"]


def test_a_decision_that_needs_another(told: Any) -> None:
    """What it asks itself may always hold while it is not met; what it needs may make it impossible."""
    easy = "big: {if: {fact: residents, at_least: 0}, needs: recognised}"
    assert told(("decisions:\n", f"decisions:\n  {easy}\n")) == [f"SV712 at_least: {ALWAYS}"]
    few = "few: {if: {fact: residents, at_most: 50}, needs: many}\n  many: {if: {fact: residents, at_least: 51}}"
    assert told(("decisions:\n", f"decisions:\n  {few}\n")) == [f"SV711 if: {NEVER}, so `few` can never be met"]


def test_the_rows_of_a_choice(told: Any) -> None:
    """A condition inside a measure is looked at too."""
    written = '{choose: [{when: {fact: residents, more_than: 100000}, then: "3"}], otherwise: "1", scale: stars}'
    assert told(*measure(written))[0] == f"SV711 more_than: {NEVER}"


def test_a_day_of_every_year_is_of_any_year(told: Any) -> None:
    """A village may speak of any year, so a day of the year before is no bound."""
    assert told(rule("{fact: founded, on_or_before: 2020-12-31, after: {month: 12, day: 1, year: previous}}")) == []
