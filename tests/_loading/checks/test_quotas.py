"""Quotas: asking for more than there is, which is nearly always a slip."""

from __future__ import annotations

from typing import Any

import pytest

RULE = "rule: {fact: regulation}"
DECISION = "if: {met: all, at_least: all}"
TWO = "count: [{fact: regulation}, {fact: regulation, is: false}]"


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ("at_least: 2", []),
        ("at_least: 3", ["SV324"]),
        ("more_than: 1", []),
        ("more_than: 2", ["SV324"]),
        ("is: 2", []),
        ("is: 3", ["SV324"]),
        ("at_most: 9", []),
        ("less_than: 9", []),
        ("at_least: all", []),
        ("at_least: 100 %", []),
        ("at_least: unknown", []),
    ],
)
def test_conditions(tests: str, expected: list[str], codes: Any) -> None:
    """Of two conditions at most two hold."""
    assert codes((RULE, f"rule: {{{TWO}, {tests}}}")) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("all, at_least: 8", []),
        ("all, at_least: 9", ["SV324"]),
        ('["1.1", "2.1"], at_least: 2', []),
        ('["1.1", "2.1"], at_least: 3', ["SV324"]),
    ],
)
def test_criteria(chosen: str, expected: list[str], codes: Any) -> None:
    """No more criteria are met than are chosen."""
    assert codes((DECISION, f"if: {{met: {chosen}}}")) == expected


def test_a_group(codes: Any) -> None:
    """Of a group at most its own criteria are met; those set aside as a precondition are not among all."""
    group = ("groups:", "groups:\n  - {id: first, title: Trước, precondition: true}")
    into = ('id: "1.1"\n    group: "1"', 'id: "1.1"\n    group: first')
    assert codes(group, into, (DECISION, "if: {met: {group: first}, at_least: 1}")) == []
    assert codes(group, into, (DECISION, "if: {met: {group: first}, at_least: 2}")) == ["SV324"]
    assert codes(group, into, (DECISION, "if: {met: all, at_least: 8}")) == ["SV324"]


def test_nobody_can_tell(codes: Any) -> None:
    """Where a criterion has a fault of its own nothing is held against how many are asked for."""
    assert codes((RULE, "rule: {fakt: regulation}"), (DECISION, "if: {met: all, at_least: 9}")) == ["SV206"]
