"""What is said of two versions of a shape that differ in one place."""

from __future__ import annotations

from typing import Any

import pytest
from suite.shapes import HERE

import smartvillage
from smartvillage import Ruleset
from smartvillage.document import read_text

#: The shape, what is written there, what is written instead, whose change it is, and what that is called.
CHANGES = [
    ("01-share-at-least", "70 %", "75 %", "1", "stricter"),
    ("02-strictly-more", "more_than: 80 %", "at_least: 80 %", "1", "looser"),
    ("03-by-region", "mountain: 50 %", "mountain: 60 %", "1", "stricter"),
    ("11-any-of", ", {fact: team}]", "]", "1", "stricter"),
    ("12-all-of", ", {fact: mobile}]", "]", "1", "looser"),
    ("13-k-of-n", "at_least: 2", "at_least: 3", "1", "stricter"),
    ("32-revocation", "at_least: 50 %", "at_least: 40 %", "keeps", "stricter"),
    ("32-revocation", "at_least: 30 %", "at_least: 40 %", "keeps", "looser"),
    ("33-pass-rule", "at_least: 60 %", "at_least: 70 %", "nearly", "stricter"),
]


def ruleset(text: str) -> Ruleset:
    """Load the ruleset of a text."""
    data: Any = read_text(text, "ruleset.yaml").data
    return smartvillage.load_ruleset(data)


@pytest.mark.parametrize(("shape", "written", "instead", "name", "kind"), CHANGES)
def test_a_change_is_called_by_what_becomes_of_villages(
    shape: str, written: str, instead: str, name: str, kind: str
) -> None:
    """One place changed is stricter or looser, with a village that shows it."""
    text = (HERE / shape / "ruleset.yaml").read_text(encoding="utf-8")
    assert written in text
    first, second = (ruleset(one) for one in (text, text.replace(written, instead, 1)))
    change = next(one for one in smartvillage.diff(first, second).changes if one.id == name)

    assert (change.kind, change.witness is not None) == (kind, True)
