"""Layout: a page as lines of spans for a terminal of some width. Whoever prints only paints them.

INVARIANT (width): no line of an entry, a grid or a paragraph is wider than the width, but for a word that is so by
itself; verbatim text keeps its columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from .blocks import (
    Block,
    Branch,
    Entries,
    Entry,
    Grid,
    Heading,
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
    Tree,
    Verbatim,
    plain,
)
from .grids import lay_grid
from .wrapping import breadth, columns, indent, pad, ruled, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The least a title keeps beside its status; in less the status goes below.
_TITLE = 28
_NARROWEST = 30


def lay(page: Page, width: int) -> Iterator[Line]:
    """Lay a page out, block by block."""
    width = max(width, _NARROWEST)
    before: Block | None = None
    for block in page.blocks:
        if before is not None and _apart(before, block):
            yield ()
        yield from _lay(block, width)
        before = block


def _apart(before: Block, block: Block) -> bool:
    """Tell whether an empty line stands between two blocks."""
    if isinstance(before, Heading) or (isinstance(before, Paragraph) and plain(before.line).endswith(":")):
        return False
    return not (isinstance(before, Paragraph) and isinstance(block, Paragraph))


def _lay(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Heading():
            yield from _heading(block, width)
        case Paragraph():
            yield from wrap(block.line, width)
        case Entries():
            yield from _entries(block, width)
        case Grid():
            yield from lay_grid(block, width)
        case Tree():
            yield from _branch(block.root, width)
        case Verbatim():
            yield from block.lines
        case _:
            assert_never(block)


def _heading(heading: Heading, width: int) -> Iterator[Line]:
    lines = wrap((Span(heading.text, Tone.STRONG),), width)
    yield from lines
    widest = max(map(breadth, lines))
    if heading.level < 3:  # noqa: PLR2004 - the third level has no rule
        yield ruled(" " * widest, "═" if heading.level == 1 else "─", width)


def _entries(entries: Entries, width: int) -> Iterator[Line]:
    key = max((columns(entry.key) for entry in entries.items), default=0)
    status = max((columns(entry.status.text) for entry in entries.items if entry.status), default=0)
    left = 2 + (key + 2 if key else 0)
    beside = 0 < status <= width - left - 2 - _TITLE
    for entry in entries.items:
        yield from _entry(entry, left, width, status if beside else 0)


def _entry(entry: Entry, left: int, width: int, status: int) -> Iterator[Line]:
    """Draw the mark, the id, the title and, where there is room, the status at the right; then the remarks."""
    room = width - left - (status + 2 if status else 0)
    start = pad((entry.mark, Span(" "), Span(entry.key, Tone.STRONG)), left)
    for number, line in enumerate(wrap(entry.title, room)):
        begun = (*start, *line) if number == 0 else indent(line, left)
        if number == 0 and status and entry.status:
            begun = (*pad(begun, left + room + 2), entry.status)
        yield begun
    below = entry.notes if status or entry.status is None else ((entry.status,), *entry.notes)
    for note in below:
        for line in wrap(note, width - left):
            yield indent(line, left)


def _branch(branch: Branch, width: int) -> Iterator[Line]:
    yield from wrap(branch.line, width)
    bar = Span("│ " if branch.branches else "  ", Tone.MUTED)
    for note in branch.notes:
        for line in wrap(note, width - 4):
            yield (bar, Span("  "), *line)
    for child in branch.branches:
        last = child is branch.branches[-1]
        sign = "└─ " if last else "├─ "
        for line in _branch(child, width - 3):
            yield (Span(sign, Tone.MUTED), *line)
            sign = "   " if last else "│  "
