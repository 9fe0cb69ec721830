"""The officer's pages explain the very words that the library prints, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import smartvillage
from making.translations import DOCS, Page, _read, pages
from smartvillage._reporting.labels.en import common as english
from smartvillage._reporting.labels.vi import common as vietnamese
from smartvillage.diagnostics import Lang

WORDS = {"vi": vietnamese.LABELS, "en": english.LABELS}


def page(name: str) -> Page:
    """Return a page by its name."""
    return next(one for one in pages() if one.name == name)


def first_cells(name: str, lang: str) -> Iterator[str]:
    """Yield the first cell of each row of a page's tables, in a language, without its sign and emphasis."""
    said = _read(page(name).catalogue)
    for line in Path(DOCS / f"{name}.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        for cell in cells[:2]:
            message = said.get(cell) if lang == "en" else None
            yield str(message.string if message else cell).lstrip("✓✗?– ").strip("*`")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", ["reason", "caveat", "short_basis"])
def test_every_word_of_a_verdict_is_explained(kind: str, lang: str) -> None:
    """By the words that stand in an assessment, so that an officer finds them again."""
    printed = {words for key, words in WORDS[lang].items() if key.startswith(f"{kind}.")}
    assert printed - set(first_cells("how-to/read-verdict", lang)) == set()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_outcome_is_explained(lang: str) -> None:
    """All five, by their names."""
    outcomes = ("met", "not_met", "unknown", "not_assessable", "not_applicable")
    printed = {WORDS[lang][f"outcome.{one}"] for one in outcomes}
    assert printed - set(first_cells("how-to/read-verdict", lang)) == set()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_evidence_is_called_as_the_ruleset_calls_it(lang: Lang) -> None:
    """Each type in the table, beside its own title."""
    cells = list(first_cells("how-to/evidence", lang))
    types = smartvillage.load_ruleset("dong-thap-2021-2025").evidence_types
    told = {one: cells[at + 1] for at, one in enumerate(cells) if one in types and re.fullmatch(r"[a-z_]+", one)}
    assert told == {one: types[one].title.say(lang) for one in told}
    assert "photo" in told
