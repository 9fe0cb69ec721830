"""The procedure: what its steps name is there, and no step waits for itself."""

from __future__ import annotations

from typing import Any

import pytest

STEP = "procedure:\n  - {id: a, owner: officer, records: {start: founded}}\n"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("{id: b, owner: officer, after: [a], lasts: 10 days, until: 2024-12-31, decision: recognised}", []),
        ("{id: b, owner: unknown, after: a, until: {month: 12, day: 1, year: previous}}", []),
        ("{id: b, owner: officers}", ["SV301"]),
        ("{id: b, owner: officer, after: [c]}", ["SV301"]),
        ("{id: b, owner: officer, decision: recognized}", ["SV301"]),
        ("{id: b, owner: officer, records: {start: founding}}", ["SV301"]),
        ("{id: b, owner: officer, records: {end: residents}}", ["SV308"]),
        ("{id: b, owner: officer, lasts: soon}", ["SV409"]),
        ("{id: b, owner: officer, until: {month: 4, day: 31}}", ["SV228"]),
        ("{id: b, owner: officer, until: 2024-02-30}", ["SV211"]),
        ("{id: b, owner: officer, untill: 2024-02-29}", ["SV203"]),
        ("{id: b, owner: officer, after: [b]}", ["SV311"]),
        ("{id: a, owner: officer}", ["SV215"]),
        ("{id: b}", ["SV204"]),
        ("{owner: officer}", ["SV204"]),
    ],
)
def test_a_step(step: str, expected: list[str], codes: Any) -> None:
    """Each misspelt or missing word is told once."""
    assert codes(("limits:\n", f"{STEP}  - {step}\n\nlimits:\n")) == expected


def test_a_decision_that_is_a_level_is_met_by_nothing(codes: Any) -> None:
    """A step asks for a verdict."""
    scored = "  rated: {score: {points: all}}\n"
    step = "procedure:\n  - {id: b, owner: officer, decision: rated}\n"
    scored_set = ("decisions:\n", f"decisions:\n{scored}")
    assert "SV340" not in codes(scored_set)
    assert "SV340" in codes(("limits:\n", f"{step}\nlimits:\n"), scored_set)


def test_steps_that_wait_for_one_another_are_a_circle(codes: Any) -> None:
    """No step could ever begin."""
    steps = "procedure:\n  - {id: a, owner: officer, after: [b]}\n  - {id: b, owner: officer, after: [a]}\n"
    assert codes(("limits:\n", f"{steps}\nlimits:\n")) == ["SV311"]


def test_parties_that_succeed_one_another_are_a_circle(codes: Any) -> None:
    """Nobody would ever be in office."""
    parties = "parties:\n  a: {title: A, successors: [b]}\n  b: {title: B, successors: [a]}\n"
    assert codes(("limits:\n", f"{parties}\nlimits:\n")) == ["SV311"]


def test_a_party_ends_after_it_begins(codes: Any) -> None:
    """Both days are its own."""
    parties = "parties:\n  a: {title: A, from: 2025-07-01, until: 2025-06-30}\n"
    assert codes(("limits:\n", f"{parties}\nlimits:\n")) == ["SV213"]
