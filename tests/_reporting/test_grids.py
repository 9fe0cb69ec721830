"""Grids never take more than the width, and keep every cell's words."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from smartvillage._reporting.blocks import Column, Grid, Span, plain
from smartvillage._reporting.grids import lay_grid
from smartvillage._reporting.wrapping import breadth

CELLS = st.text(st.sampled_from("aấ b"), max_size=40).map(Span)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Draw a grid of up to six columns."""
    columns = draw(st.lists(st.builds(Column, st.text(st.sampled_from("ấb "), max_size=20), st.booleans()),
                            min_size=1, max_size=6))  # fmt: skip
    rows = draw(st.lists(st.tuples(*(CELLS for _ in columns)), max_size=4))
    return Grid(tuple(columns), tuple(rows))


@given(grids(), st.integers(30, 120))
def test_no_line_is_wider_than_the_width(grid: Grid, width: int) -> None:
    """A table fits the terminal, whatever its cells hold."""
    assert all(breadth(line) <= width for line in lay_grid(grid, width))


@given(grids(), st.integers(30, 120))
def test_no_letter_of_a_row_is_lost(grid: Grid, width: int) -> None:
    """Folding a cell drops nothing of it, and cuts no word but one that is wider than the width."""
    drawn = Counter("".join(plain(line) for line in lay_grid(grid, width)))
    written = Counter("".join(cell.text for row in grid.rows for cell in row))
    assert all(drawn[letter] >= written[letter] for letter in "aấb")


def test_words_are_not_cut() -> None:
    """As long as each column has room for its longest word, only spaces are broken at."""
    grid = Grid((Column("Nhóm"), Column("Thiếu số liệu", number=True)), ((Span("nông nghiệp"), Span("3")),))
    assert [plain(line) for line in lay_grid(grid, 14)] == [
        "Nhóm     Thiếu",
        "            số",
        "          liệu",
        "──────────────",
        "nông         3",
        "nghiệp",
    ]


def test_where_words_have_no_room_rows_are_stacked() -> None:
    """Each cell then stands after its title; no word is cut that fits a line."""
    grid = Grid((Column("Nhóm"), Column("Thiếu số liệu", number=True)), ((Span("nông nghiệp"), Span("3")),))
    assert [plain(line) for line in lay_grid(grid, 12)] == ["nông nghiệp", "  Thiếu số", "  liệu: 3"]


def test_titles_over_numbers_fold_before_text_does() -> None:
    """A group keeps its name on one line while a title can go on two."""
    grid = Grid(
        (Column("Nhóm"), Column("Chưa đánh giá được", number=True)), ((Span("Hạ tầng kỹ thuật số"), Span("3")),)
    )
    assert [plain(line) for line in lay_grid(grid, 32)] == [
        "Nhóm                   Chưa đánh",
        "                        giá được",
        "────────────────────────────────",
        "Hạ tầng kỹ thuật số            3",
    ]
