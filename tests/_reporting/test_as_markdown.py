"""Markdown: what a village wrote is text, never markup."""

from __future__ import annotations

from smartvillage._reporting.as_markdown import to_markdown
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


def written(*blocks: Block) -> str:
    """Write blocks."""
    return to_markdown(Page("", "vi", blocks))


def test_what_was_typed_is_never_markup() -> None:
    """A title with stars, pipes or tags stays what it is."""
    typed = "a*b|c<i>[x](y)`d`_e_#"
    assert written(Heading(typed)) == "## a\\*b\\|c\\<i\\>\\[x\\](y)\\`d\\`\\_e\\_\\#\n"


def test_a_line_that_looks_like_a_list_is_text() -> None:
    """A paragraph that begins with a number and a dot is no list."""
    assert written(Paragraph((Span("1. Hạ tầng"),))) == "\\1. Hạ tầng\n"


def test_emphasis_never_holds_a_space_at_its_edge() -> None:
    """`** a**` would show its stars."""
    assert written(Paragraph((Span("x "), Span(" a ", Tone.STRONG)))) == "x  **a** \n"


def test_a_grid_is_a_table() -> None:
    """Numbers stand to the right, and a pipe in a cell does not end it."""
    grid = Grid((Column("Nhóm"), Column("Đạt", number=True)), ((Span("a|b"), Span("3")),))
    assert written(grid) == "| Nhóm | Đạt |\n| --- | ---: |\n| a\\|b | 3 |\n"


def test_entries_are_a_list_with_their_remarks_below() -> None:
    """The sign, the id, the title and the outcome stand on one line."""
    entry = Entry(Span("✓"), "1.2", (Span("Wifi"),), Span("Đạt"), ((Span("lưu ý"),),))
    assert written(Entries((entry,))) == "- ✓ **1.2** Wifi — *Đạt*\n  - lưu ý\n"


def test_a_bullet_is_not_written_twice() -> None:
    """A plain list has the list's own sign."""
    assert written(Entries((Entry(Span("•"), "", (Span("một"),)),))) == "- một\n"


def test_a_tree_is_a_nested_list() -> None:
    """Remarks and branches lie one step further in."""
    tree = Tree(Branch((Span("a"),), ((Span("n"),),), (Branch((Span("b"),)),)))
    assert written(tree) == "- a\n  - n\n  - b\n"


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    """Text with a fence of its own does not end ours."""
    assert written(Verbatim(((Span("```"),),))) == "````text\n```\n````\n"
