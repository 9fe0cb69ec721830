"""A page as lines: what stands beside what, and where an empty line keeps things apart."""

from __future__ import annotations

from smartvillage._reporting.as_text import to_text
from smartvillage._reporting.blocks import (
    Block,
    Branch,
    Entries,
    Entry,
    Heading,
    Page,
    Paragraph,
    Span,
    Tree,
    Verbatim,
)


def drawn(*blocks: Block, width: int = 40) -> list[str]:
    """Draw blocks without colour."""
    return to_text(Page("", "vi", blocks), width).splitlines()


def entry(title: str, status: str = "Đạt", *notes: str) -> Entry:
    """Make a met criterion."""
    return Entry(Span("✓"), "1.1", (Span(title),), Span(status), tuple((Span(note),) for note in notes))


def test_a_status_stands_at_the_right() -> None:
    """The eye finds all outcomes in one column, beside titles of any length."""
    assert drawn(Entries((entry("Wifi"), entry("Tổ điều hành dùng điện thoại thông minh")))) == [
        "✓ 1.1  Wifi                          Đạt",
        "✓ 1.1  Tổ điều hành dùng điện thoại  Đạt",
        "       thông minh",
    ]


def test_a_status_without_room_stands_below() -> None:
    """In a narrow terminal the title keeps the line."""
    assert drawn(Entries((entry("Wifi miễn phí", "Chưa đánh giá được"),)), width=32) == [
        "✓ 1.1  Wifi miễn phí",
        "       Chưa đánh giá được",
    ]


def test_remarks_hang_below_the_title() -> None:
    """A remark belongs to the thing above it."""
    assert drawn(Entries((entry("Wifi", "Đạt", "lưu ý: chưa tính phần mới dự kiến"),))) == [
        "✓ 1.1  Wifi                          Đạt",
        "       lưu ý: chưa tính phần mới dự kiến",
    ]


def test_a_heading_is_underlined_as_wide_as_it_is() -> None:
    """Titles can be told from text without colour."""
    assert drawn(Heading("Ấp 1", 1), Paragraph((Span("a"),)), Heading("Nhóm", 2)) == [
        "Ấp 1", "════", "a", "", "Nhóm", "────",
    ]  # fmt: skip


def test_paragraphs_stand_together() -> None:
    """Lines of one thought are not torn apart; a list is, unless the line before announces it."""
    lines = drawn(Paragraph((Span("a"),)), Paragraph((Span("b:"),)), Entries((entry("c"),)), Paragraph((Span("d"),)))
    assert [line[:1] for line in lines] == ["a", "b", "✓", "", "d"]


def test_a_tree_shows_who_belongs_to_whom() -> None:
    """Branches hang on their stem; remarks do not break the line down to the next branch."""
    inner = Branch((Span("b"),), ((Span("ghi"),),), (Branch((Span("c"),)),))
    assert drawn(Tree(Branch((Span("a"),), (), (inner, Branch((Span("d"),)))))) == [
        "a",
        "├─ b",
        "│  │   ghi",
        "│  └─ c",
        "└─ d",
    ]


def test_verbatim_text_keeps_its_columns() -> None:
    """A caret stays under what it points at."""
    long = "  " + "x" * 50
    assert drawn(Verbatim(((Span(long),), (Span("  ^"),)))) == [long, "  ^"]
