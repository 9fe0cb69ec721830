"""The catalogue's words: each stands in both languages, with the same to fill in."""

from __future__ import annotations

from string import Formatter

from making.catalogue.words import WORDS


def blanks(text: str) -> set[str]:
    """Return what is filled into a label."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_word_stands_in_both_languages() -> None:
    """The same keys in the same order, and the same blanks."""
    assert list(WORDS["vi"]) == list(WORDS["en"])
    assert [key for key in WORDS["vi"] if blanks(WORDS["vi"][key]) != blanks(WORDS["en"][key])] == []
