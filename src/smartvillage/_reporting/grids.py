"""Grids: a small table drawn in columns that together never take more than the width.

Where the width is too small for the longest word of each column, every row is drawn as lines of its own.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from .blocks import Grid, Line, Span, Tone
from .wrapping import breadth, columns, indent, pad, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = 2


def lay_grid(grid: Grid, width: int) -> Iterator[Line]:
    """Draw the titles, a rule, and the rows."""
    titles = tuple(Span(column.title, Tone.MUTED) for column in grid.columns)
    numbers = [column.number for column in grid.columns]
    widths = _widths([titles, *grid.rows], numbers, width)
    if widths is None:
        for row in grid.rows:
            yield from _stacked(titles, row, width)
        return
    yield from _row(titles, widths, numbers)
    yield (Span("─" * (sum(widths) + _GAP * (len(widths) - 1)), Tone.MUTED),)
    for row in grid.rows:
        yield from _row(row, widths, numbers)


def _widths(rows: Sequence[tuple[Span, ...]], numbers: Sequence[bool], width: int) -> list[int] | None:
    """Give each column what its widest cell takes; then fold long titles over numbers; then the widest column.

    Nothing where a word would have to be cut.
    """
    cells = [[cell.text for cell in column] for column in zip(*rows, strict=True)]
    wanted = [max(map(columns, column)) for column in cells]
    folded = [
        min(want, _folded(column)) if number else want
        for want, column, number in zip(wanted, cells, numbers, strict=True)
    ]
    room = width - _GAP * (len(wanted) - 1)
    words = [max((columns(word) for cell in column for word in cell.split()), default=1) for column in cells]
    if sum(words) > room:
        return None
    for floor in (folded, words):
        while sum(wanted) > room and any(want > least for want, least in zip(wanted, floor, strict=True)):
            spare = [at for at, want in enumerate(wanted) if want > floor[at]]
            wanted[max(spare, key=wanted.__getitem__)] -= 1
    return wanted


def _stacked(titles: tuple[Span, ...], row: tuple[Span, ...], width: int) -> Iterator[Line]:
    """Draw a row's first cell, and below it each other cell after its title."""
    yield from wrap(row[:1], width, cut=True)
    for title, cell in zip(titles[1:], row[1:], strict=True):
        named = (Span(f"{title.text}:" if title.text.strip() else "", Tone.MUTED), Span(" "), cell)
        for line in wrap(named, width - _GAP, cut=True):
            yield indent(line, _GAP)


def _folded(column: Sequence[str]) -> int:
    """Tell how narrow a column of numbers can be with its title on two lines."""
    title, *body = column
    words = [columns(word) for word in title.split()]
    return max([columns(title) // 2 + 1, *words, *map(columns, body)])


def _row(cells: tuple[Span, ...], widths: list[int], numbers: list[bool]) -> Iterator[Line]:
    wrapped = [wrap((cell,), width, cut=True) for cell, width in zip(cells, widths, strict=True)]
    for lines in zip_longest(*wrapped, fillvalue=()):
        row: list[Span] = []
        for line, width, number in zip(lines, widths, numbers, strict=True):
            if row:
                row.append(Span(" " * _GAP))
            row += pad(line, width, right=number)
        while row and not row[-1].text.strip():
            row.pop()
        if breadth(tuple(row)):
            yield tuple(row)
