"""Data that a program hands over is held to what a file's text is held to."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

import smartvillage
from smartvillage import VillageError

VILLAGE: dict[str, Any] = {
    "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
    "ruleset": "made-up",
    "as_of": "2024-03-31",
    "facts": {},
}


def codes(facts: Any) -> list[str]:
    """Return the codes of what is wrong with a village of some facts."""
    with pytest.raises(VillageError) as caught:
        smartvillage.load_village({**VILLAGE, "facts": facts})
    return [diagnostic.code for diagnostic in caught.value.diagnostics]


def test_text_is_composed() -> None:
    """Letters whose marks stand apart are composed, in keys and in values."""
    apart = unicodedata.normalize("NFD", "đường")
    village = smartvillage.load_village({**VILLAGE, "facts": {apart: apart}})
    assert village.facts == {"đường": "đường"}


def test_keys_that_are_one_when_composed() -> None:
    """Two spellings of one key are a duplicate, never a silent loss."""
    assert codes({"đường": True, unicodedata.normalize("NFD", "đường"): False}) == ["SV105"]


def test_data_nested_without_end() -> None:
    """Data nested thousands deep is refused; the interpreter's own limit is never met."""
    facts: dict[str, Any] = {}
    here = facts
    for _ in range(5000):
        here["a"] = {}
        here = here["a"]
    assert codes(facts) == ["SV112"]
