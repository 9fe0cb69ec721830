"""Levels nobody can come to, rows never taken, and printed bands with a hole or an overlap."""

from __future__ import annotations

from typing import Any

import pytest
from _analysis.checks.conftest import measure, rule

BEYOND = 'SV721 "3": nothing ever comes to level `3`'
PRINTED = '"1": {at_most: 49 điểm}, "2": {at_least: 50 điểm, at_most: 75 điểm}, "3": {at_least: 76 điểm}'
LEVELS = "{{grade: {{of: {of}, scale: stars, levels: {{{levels}}}}}}}"


def graded(of: str, levels: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Add a grade by one fact or by points."""
    return measure(LEVELS.format(of=of, levels=levels))


@pytest.mark.parametrize(
    ("of", "levels", "expected"),
    [
        ("{fact: score}", '"1": 0 điểm, "2": 50 điểm, "3": 100 điểm', []),
        ("{fact: score}", '"1": 0 điểm, "2": 50 điểm, "3": 120 điểm', [BEYOND]),
        ("{fact: score}", '"1": 0 điểm, "2": 50 điểm', ["SV721 levels: nothing ever comes to level `3`"]),
        ("{fact: score}", '"2": 50 điểm, "3": 60 điểm', []),
        ("{fact: product}", '"1": "1", "2": "2", "3": {more_than: "3"}', [BEYOND]),
        ("{fact: idm}", '"1": {less_than: "0,491"}, "3": {more_than: "0,491"}', [
            "SV346 levels: no level takes the values `= 0,491`",
        ]),
        ("{fact: score}", PRINTED, [
            "SV346 levels: no level takes the values `49 < … < 50`, as `49,5`",
            "SV346 levels: no level takes the values `75 < … < 76`, as `75,5`",
        ]),
        ("{fact: residents}", '"1": {at_most: 49}, "2": {at_least: 50, at_most: 75}, "3": {at_least: 76}', []),
    ],
)  # fmt: skip
def test_grades(told: Any, of: str, levels: str, expected: list[str]) -> None:
    """What the fact can be decides which levels are had and which values lie in none."""
    assert told(*graded(of, levels)) == expected


def test_whole_points_leave_nothing_between(told: Any) -> None:
    """Points that are whole leave no hole at 49,5; points by a share do, and are told."""
    levels = '"1": {at_most: 49}, "2": {at_least: 50, at_most: 75}, "3": {at_least: 76}'
    twenty = ("    title: Có quy chế\n", "    title: Có quy chế\n    points: 60\n")
    forty = ("    title: Camera\n", "    title: Camera\n    points: 40\n")
    assert told(*graded("{points: all}", levels), twenty, forty) == []
    by_share = (
        "    title: Camera\n",
        "    title: Camera\n    points: {max: 40, of: {fact: file_share}, proportional: true}\n",
    )
    found = told(*graded("{points: all}", levels), twenty, by_share)
    assert found == [
        "SV346 levels: no level takes the values `49 < … < 50`, as `49,5`",
        "SV346 levels: no level takes the values `75 < … < 76`, as `75,5`",
    ]


def test_edges_by_day(told: Any) -> None:
    """An edge that moves on a day opens a hole from that day on."""
    periods = "{from: 2023-01-01, until: 2023-12-31, value: 50 điểm}, {from: 2024-01-01, value: 52 điểm}"
    dated = f"{{at_least: {{dated: [{periods}]}}}}"
    found = told(*graded("{fact: score}", f'"1": {{less_than: 50 điểm}}, "3": {dated}'))
    assert found[0] == "SV346 levels: no level takes the values `50 ≤ … < 52` (2024-01-01), as `51`"


def test_edges_by_class(told: Any) -> None:
    """An edge by class is held against its neighbour in each class."""
    by = "{at_least: {by: place_kind, values: {mountain: 50 điểm, other: 49 điểm}}}"
    overlap = told(*graded("{fact: score}", f'"1": {{less_than: 50 điểm}}, "2": {by}, "3": {{at_least: 70 điểm}}'))
    assert [line.split(":")[0] for line in overlap] == ['SV345 "2"', 'SV345 "3"']
    closed = by.replace("}}}", "}}, less_than: 70 điểm}").replace("49", "51")
    gaps = told(*graded("{fact: score}", f'"1": {{less_than: 50 điểm}}, "2": {closed}, "3": {{at_least: 70 điểm}}'))
    assert gaps == ["SV346 levels: no level takes the values `50 ≤ … < 51` (other), as `50,5`"]


def test_an_edge_under_a_name(told: Any) -> None:
    """An edge that stands under a name is as good as written out."""
    named = ("limits:\n", "limits:\n  cut: {value: 52 điểm}\n")
    found = told(
        named,
        *graded(
            "{fact: score}",
            '"1": {less_than: 50 điểm}, "2": {at_least: {limit: cut}, at_most: 60 điểm}, "3": {more_than: 60 điểm}',
        ),
    )
    assert found == ["SV346 levels: no level takes the values `50 ≤ … < 52`, as `51`"]


def test_an_unseen_edge_says_nothing(told: Any) -> None:
    """Nobody knows whether there is a hole beside an edge that nobody has seen."""
    assert (
        told(*graded("{fact: score}", '"1": {less_than: 50 điểm}, "2": {at_least: unknown}, "3": {at_least: unknown}'))
        == []
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('{when: {fact: idm, at_least: "0,8"}, then: "3"}, {when: {fact: idm, at_least: "0,2"}, then: "2"}', []),
        (
            '{when: {fact: idm, at_least: "0,2"}, then: "2"}, {when: {fact: idm, at_least: "0,8"}, then: "3"}',
            ["this row is never taken, since the rows before it take all it asks for"],
        ),
        (
            '{when: {fact: idm, less_than: "0,491"}, then: "1"}, {when: {fact: idm, more_than: "0,491"}, then: "3"}',
            ["the conditions that split `idm` leave out `= 0,491`"],
        ),
        (
            '{when: {fact: idm, at_most: "0,5"}, then: "1"}, {when: {fact: idm, at_least: "0,5"}, then: "3"}',
            ["of the conditions that split `idm` two take `= 0,5`"],
        ),
        ('{when: {fact: idm, less_than: "0,5"}, then: "1"}, {when: {fact: idm, at_least: "0,5"}, then: "3"}', []),
        ('{when: {fact: regulation}, then: "3"}, {when: {fact: regulation}, then: "2"}', [
            "this row is never taken, since the rows before it take all it asks for",
        ]),
    ],
)  # fmt: skip
def test_choices(told: Any, rows: str, expected: list[str]) -> None:
    """Rows are taken in order; those that split a fact as printed are held against its values."""
    found = told(*measure(f'{{choose: [{rows}], otherwise: "2", scale: stars}}'))
    assert [line.rsplit(": ", 1)[1] for line in found] == expected


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (("{fact: idm, less_than: '0,4'}", "{fact: idm, more_than: '0,6'}"), ["leave out `0,4 ≤ … ≤ 0,6`, as `0,5`"]),
        (("{fact: idm, less_than: '0,4'}", "{fact: idm, at_least: '0,4'}"), []),
        (("{fact: idm, at_most: '0,4'}", "{fact: idm, at_least: '0,4'}"), ["two take `= 0,4`"]),
        (("{fact: idm, at_most: '0,8'}", "{fact: idm, at_least: '0,4'}"), []),
        (("{fact: idm, at_least: '0,4'}", "{fact: idm, at_least: '0,6'}"), []),
        (("{fact: idm, at_most: '0,4'}", "{fact: score, at_least: 50 điểm}"), []),
    ],
)
def test_criteria_that_split_a_fact(told: Any, rules: tuple[str, ...], expected: list[str]) -> None:
    """Criteria of a group split a fact where they share no more than an edge; others ask for both."""
    found = [line for line in told(rule(*rules)) if not line.startswith("SV713")]
    assert [line.split("`idm` ", 1)[1] for line in found] == expected


def test_decisions_that_split_a_fact(told: Any) -> None:
    """Decisions are classes too."""
    low, high = '{if: {fact: idm, less_than: "0,491"}}', '{if: {fact: idm, more_than: "0,491"}}'
    found = told(("decisions:\n", f"decisions:\n  low: {low}\n  high: {high}\n"))
    assert found == ["SV723 if: the conditions that split `idm` leave out `= 0,491`"]
