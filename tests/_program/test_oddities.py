"""What is odd in a village is told to who asks whether it is sound, and never to who asks for a verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import smartvillage
from smartvillage._faults.village import unknown_scope
from smartvillage._program.bind import bind
from smartvillage._program.door import program_for
from smartvillage._program.oddities import oddities

BASE = Path(__file__).parents[1] / "bad" / "base.yaml"


def told(kind: str = "hamlet", within: dict[str, str] | None = None, **facts: Any) -> list[tuple[str, str | None]]:
    """Return the codes and paths of what is odd in a village that binds all the same."""
    ruleset = smartvillage.load_ruleset(BASE)
    header = {"id": "a", "name": "A", "kind": kind, "within": within or {}}
    village = smartvillage.load_village({"village": header, "ruleset": "base", "as_of": "2024-03-31", "facts": facts})
    program = program_for(ruleset, village.as_of, None, "as_of")
    bind(program, village)
    return [(one.code, one.path) for one in oddities(program, village, lambda *_: None)]


@pytest.mark.parametrize("scope", ["hamlet", "unstated", "commune"])
def test_known_scopes_are_not_odd(scope: str) -> None:
    """The village's own kind, the places around it, and that nobody knows."""
    assert told(within={"commune": "xa-a"}, residents={"value": 1, "scope": scope}) == []


def test_a_place_that_nobody_named_is_odd() -> None:
    """A scope that may well be right is told too where the village does not say that it lies there."""
    assert told(residents={"value": 1, "scope": "commune"}) == [("SV621", "facts/residents/scope")]


@pytest.mark.parametrize(
    ("word", "hint"),
    [("xã", "write `commune`"), ("Ấp", "write `hamlet`"), ("huyện", "known here: `commune`, `hamlet`, `unstated`")],
)
def test_a_place_in_vietnamese_is_understood(word: str, hint: str) -> None:
    """The hint is the word of the file, where that place is known here."""
    fault = unknown_scope(None, word, ["commune", "hamlet", "unstated"])
    assert fault.hint is not None
    assert fault.hint.en == hint


def test_scopes_are_looked_for_in_statements_and_fields() -> None:
    """Wherever a scope may stand it is looked at."""
    statements = {"statements": [{"value": 1, "scope": "x"}]}
    items = {"items": [{"id": "c", "wifi": {"value": True, "scope": "y"}}], "scope": "z"}
    assert told(residents=statements, places=items) == [
        ("SV621", "facts/residents/statements/0/scope"),
        ("SV621", "facts/places/items/0/wifi/scope"),
        ("SV621", "facts/places/scope"),
    ]


def test_a_planned_paper_has_its_day_to_come() -> None:
    """What is only planned may lie ahead; the day itself is not after itself."""
    planned, today = {"status": "planned", "issued_on": "2025-01-01"}, {"value": 1, "measured_on": "31/3/2024"}
    assert told(regulation=planned, residents=today) == []
