"""The shipped villages and set, printed whole: it fits, and no key or blank is left in the words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import smartvillage as sv
from smartvillage._reporting.wrapping import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang

EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES: list[Lang] = ["vi", "en"]


def results(name: str) -> Iterator[tuple[sv.Ruleset, sv.Assessment | sv.Explanation | sv.Roadmap | sv.Ruleset]]:
    """Make every kind of result of one village, and an explanation of every criterion and decision."""
    village = sv.load_village(EXAMPLES / name)
    ruleset = sv.load_ruleset(village.ruleset)
    yield ruleset, ruleset
    yield ruleset, sv.evaluate(ruleset, village)
    for criterion in (*(one.id for one in ruleset.criteria), *ruleset.decisions):
        yield ruleset, sv.explain(ruleset, village, criterion)
    yield ruleset, sv.roadmap(ruleset, village)
    yield ruleset, sv.roadmap(ruleset, village, until=date(2024, 7, 31), budget=1_000_000, target="proven")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["an-phu", "ap-thu"])
def test_every_page_fits_and_is_in_words(name: str, lang: Lang) -> None:
    """Only an address may be wider than the terminal; nothing reads like a program's own value."""
    for ruleset, result in results(name):
        for line in sv.render(result, lang=lang, width=70, ruleset=ruleset).splitlines():
            assert columns(line) <= 70 or "://" in line
            assert not re.search(r"None|[{}]|\bTrue\b|\bFalse\b|facts/|criteria/|Fraction", line)
