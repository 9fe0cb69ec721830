"""HTML: every text is escaped, and a page fetches nothing."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from smartvillage._reporting.as_html import to_html, whole_page
from smartvillage._reporting.blocks import (
    Block,
    Branch,
    Column,
    Entries,
    Entry,
    Grid,
    Heading,
    Page,
    Paragraph,
    Span,
    Tone,
    Tree,
    Verbatim,
)
from smartvillage._reporting.view.page import page

if TYPE_CHECKING:
    from smartvillage.model.explanation import Explanation
    from smartvillage.model.findings import Assessment
    from smartvillage.model.roadmap import Roadmap

EVIL = "<script>alert('x')</script>&\""
BLOCKS: list[Block] = [
    Heading(EVIL),
    Paragraph((Span(EVIL), Span(EVIL, Tone.STRONG), Span(EVIL, Tone.BAD))),
    Entries((Entry(Span(EVIL), EVIL, (Span(EVIL),), Span(EVIL), ((Span(EVIL),),)),)),
    Grid((Column(EVIL), Column(EVIL, number=True)), ((Span(EVIL), Span(EVIL)),)),
    Tree(Branch((Span(EVIL),), ((Span(EVIL),),), (Branch((Span(EVIL),)),))),
    Verbatim(((Span(EVIL),),)),
]


class Tags(HTMLParser):
    """Reads a page and keeps its tags, open ones in order, and what they ask a browser to fetch."""

    def __init__(self, text: str) -> None:
        """Read the whole text."""
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.fetched: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that is opened."""
        self.seen.add(tag)
        self.fetched += [value for name, value in attrs if name in ("src", "href")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_nothing_that_was_typed_is_a_tag(block: Block) -> None:
    """A village may be called anything."""
    found = Tags(to_html(Page(EVIL, "vi", (block,))))
    assert "script" not in found.seen
    assert found.open == []


def test_a_page_title_is_escaped() -> None:
    """The title stands in the head, where a tag would end it."""
    assert "script" not in Tags(whole_page(Page(EVIL, "vi", ()))).seen


def test_a_whole_page_fetches_nothing(assessment: Assessment, explanation: Explanation, roadmap: Roadmap) -> None:
    """It can be sent to somebody without a network."""
    for result in (assessment, explanation, roadmap):
        found = Tags(whole_page(page(result, "vi")))
        assert (found.open, found.fetched) == ([], [])


def test_a_whole_page_is_made_for_paper() -> None:
    """A4 with the margins of administrative documents, and no row torn apart; a fragment leaves that to its site."""
    empty = Page("T", "vi", ())
    whole = whole_page(empty)
    assert "@page{size:A4;margin:20mm 15mm 20mm 30mm}" in whole
    assert ".smartvillage tr,.smartvillage li{break-inside:avoid}" in whole.partition("@media print{")[2]
    assert "@page" not in to_html(empty)


def test_a_fragment_says_its_language() -> None:
    """A reader for the blind pronounces it right."""
    assert to_html(Page("", "en", ())).startswith('<section class="smartvillage" lang="en">')
