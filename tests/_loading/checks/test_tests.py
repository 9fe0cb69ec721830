"""What can be asked of what: each type of fact takes its own comparisons, and its limits can be read."""

from __future__ import annotations

from typing import Any

import pytest

RULE = "rule: {fact: regulation}"
FINE = [
    "{fact: regulation, is: false}",
    "{fact: regulation, where: {issued_on: {on_or_after: 2024-01-01}, issuer: UBND xã}}",
    "{fact: regulation, where: {any_of: [{issuer: UBND xã}, {not: {number: 1/QĐ}}]}}",
    "{fact: residents, at_least: 100, less_than: 1000}",
    '{fact: product, one_of: ["2", "3"]}',
    '{fact: product, more_than: "1"}',
    "{fact: place_kind, is: mountain}",
    "{fact: place_kind, one_of: [mountain, other]}",
    "{fact: founded, before: 2024-01-01, after: 2023-01-01}",
    "{fact: area, at_least: 5 km2}",
    "{fact: user_share, at_least: 117/133}",
    "{fact: user_share, at_least: {value: 70 %, round: {to: 1 %}}}",
    "{count: places, where: {wifi: true}, at_least: 60 %, when_empty: met}",
    "{count: places, at_least: all, when_empty: not_applicable}",
    "{count: places, at_least: unknown}",
    "{count: places, at_least: {unknown: {more_than: 0 %}}}",
    "{count: [{fact: regulation}, {fact: regulation, is: false}], at_least: 1}",
    "{fact: residents, at_least: unknown}",
    "{no_method: delegated}",
]
WRONG = {
    "{fact: regulation, at_least: 3}": "SV306",
    "{fact: regulation, is: unknown}": "SV322",
    "{fact: regulation, is: có}": "SV436",
    "{fact: regulation, where: {issued_on: {on_or_after: 1/1/2024}}}": "SV421",
    "{fact: regulation, where: {any_of: [{issuer: UBND xã}, {not: {numbr: 1/QĐ}}]}}": "SV301",
    "{fact: residents}": "SV307",
    "{fact: residents, one_of: [1, 2]}": "SV306",
    "{fact: residents, on_or_after: 2024-01-01}": "SV306",
    "{fact: residents, at_least: all}": "SV401",
    '{fact: residents, at_least: "1.234,5"}': "SV435",
    "{fact: residents, at_least: 50 %}": "SV434",
    "{fact: residents, where: {a: 1}, at_least: 1}": "SV319",
    "{fact: place_kind, at_least: mountain}": "SV306",
    "{fact: place_kind, one_of: [mountain, sea]}": "SV301",
    "{fact: place_kind, is: unknown}": "SV322",
    "{fact: places, at_least: 1}": "SV306",
    "{fact: area, at_least: 5}": "SV413",
    "{fact: area, at_least: 5 kg}": "SV412",
    "{fact: user_share, at_least: 70}": "SV431",
    "{fact: user_share, at_least: {value: 70 %, round: {to: 1}}}": "SV431",
    "{fact: user_share, at_least: {unknown: {at_most: 1}}}": "SV431",
    "{count: places}": "SV307",
    "{count: places, one_of: [1]}": "SV306",
    "{count: places, at_least: 1 ha}": "SV434",
    "{count: places, at_least: 1, when_empty: met}": "SV320",
    "{count: [{fact: regulation}], at_least: 50 %, when_empty: met}": "SV320",
    "{count: [{fact: regulation}], at_least: 1, where: {a: 1}}": "SV319",
    "{count: regulation, at_least: 1}": "SV308",
    '{met: ["1.2"]}': "SV307",
    "{fact: residents, at_least: {by: residents, values: {a: 1}}}": "SV308",
    "{fact: residents, at_least: {by: place_kind, values: {other: 1 ha}, otherwise: 3}}": "SV434",
    "{fact: residents, at_least: {by: place_kind, values: {other: 1}, otherwise: 3 ha}}": "SV434",
    "{fact: residents, at_least: {dated: [{value: 3 ha}]}}": "SV434",
    "{fact: residents, at_least: {limit: least_area}}": "SV434",
    "{all_of: [{id: a, fact: regulation}, {id: a, fact: regulation}]}": "SV215",
    "{not: {all_of: [{fact: regulation}, {any_of: [{fact: residents}]}]}}": "SV307",
}


@pytest.mark.parametrize("rule", FINE)
def test_what_can_be_asked(rule: str, codes: Any) -> None:
    """A condition that makes sense has no fault."""
    assert codes(("[[paper]]", "[[paper]]\n    applies_if: " + rule)) == []


@pytest.mark.parametrize("rule", WRONG)
def test_what_cannot_be_asked(rule: str, codes: Any) -> None:
    """A condition that makes no sense has one fault."""
    assert codes(("[[paper]]", "[[paper]]\n    applies_if: " + rule)) == [WRONG[rule]]


def test_a_named_limit_is_told_once(codes: Any) -> None:
    """A named limit that its users cannot read is told once, at its own place, however often it is used."""
    again = '  - {id: "1.9", group: "1", title: Lại, rule: {fact: area, at_least: {limit: least_area}}}\n'
    assert codes(("{value: 50 ha}", "{value: 50 kg}"), ('  - id: "2.1"\n', again + '  - id: "2.1"\n')) == ["SV412"]


def test_where_a_scale_has_a_fault_its_levels_are_not_held_against_anybody(codes: Any) -> None:
    """Levels of a scale that cannot be read are not called unknown."""
    assert codes(('stars: ["1", "2", "3"]', "stars: 3")) == ["SV208"]


@pytest.mark.parametrize(("dated", "expected"), [
    ("[{from: 2023-01-01, until: 2023-12-31, value: 1}, {from: 2024-01-01, value: 2}]", []),
    ("[{from: 2024-01-01, value: 2}, {until: 2023-12-31, value: 1}]", []),
    ("[{value: 1}]", []),
    ("[{from: 2023-01-01, until: 2025-12-31, value: 1}]", []),
    ("[{from: 2023-01-02, value: 1}]", ["SV317"]),
    ("[{until: 2025-12-30, value: 1}]", ["SV317"]),
    ("[{until: 2023-12-31, value: 1}, {from: 2024-01-02, value: 2}]", ["SV317"]),
    ("[{until: 2024-01-01, value: 1}, {from: 2024-01-01, value: 2}]", ["SV316"]),
    ("[{from: 2023-01-01, value: 1}, {from: 2024-01-01, value: 2}]", ["SV316"]),
    ("[{from: 2024-01-01, until: 2023-12-31, value: 1}, {value: 2}]", ["SV213"]),
])  # fmt: skip
def test_dated_limits_cover_the_period_once(dated: str, expected: list[str], codes: Any) -> None:
    """Periods neither overlap nor end before they begin; a hole inside the set's own period is a warning."""
    rule = f"{{fact: residents, at_least: {{dated: {dated}}}}}"
    assert codes(("[[paper]]", "[[paper]]\n    applies_if: " + rule)) == expected


@pytest.mark.parametrize("rule", ["{count: places, at_least: 1}", "{fact: camera, where: {kept: {at_least: 7 ngày}}}"])
def test_instead_needs_one_fact(rule: str, codes: Any) -> None:
    """Substitutes stand only beside a rule that is one fact under tests."""
    change = f"rule: {rule}\n    instead: [{{fact: file_share}}]"
    assert codes(
        (RULE, change), ("facts:\n  regulation: {type: document}", "facts:\n  regulation: {type: document}")
    ) == ["SV310"]


def test_a_substitute_under_the_rules_own_tests_must_fit_them(codes: Any) -> None:
    """A substitute without tests of its own is read by the rule's."""
    assert codes(("fact: file_share, caveat", "fact: regulation, caveat")) == ["SV308"]


def test_a_substitute_may_have_tests_of_its_own(codes: Any) -> None:
    """With its own tests a substitute of another type will do."""
    assert codes(("fact: file_share, caveat", "fact: users, at_least: 100, caveat")) == []
