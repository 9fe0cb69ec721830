"""Markdown: a page for documents and version control. What a village or a ruleset wrote is text, never markup."""

from __future__ import annotations

import re
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

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")


def to_markdown(page: Page) -> str:
    """Write a page as CommonMark with tables."""
    return "\n\n".join("\n".join(_block(block)) for block in page.blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {_safe(block.text)}"
        case Paragraph():
            yield _LIST.sub(r"\1\\\2", _line(block.line)) if _bullet(block.line) else _line(block.line)
        case Entries():
            for entry in block.items:
                yield from _entry(entry)
        case Grid():
            yield from _grid(block)
        case Tree():
            yield from _branch(block.root, 0)
        case Verbatim():
            yield from _fenced(block)
        case _:
            assert_never(block)


def _entry(entry: Entry) -> Iterator[str]:
    key = f" **{_safe(entry.key)}**" if entry.key else ""
    status = f" — *{_safe(entry.status.text)}*" if entry.status else ""
    sign = "" if entry.mark.text == "•" else f" {_safe(entry.mark.text)}"
    yield f"-{sign}{key} {_line(entry.title)}{status}"
    for note in entry.notes:
        yield f"  - {_line(note)}"


def _grid(grid: Grid) -> Iterator[str]:
    yield "| " + " | ".join(_safe(column.title) for column in grid.columns) + " |"
    yield "| " + " | ".join("---:" if column.number else "---" for column in grid.columns) + " |"
    for row in grid.rows:
        yield "| " + " | ".join(_line((cell,)) for cell in row) + " |"


def _branch(branch: Branch, depth: int) -> Iterator[str]:
    start = "  " * depth
    yield f"{start}- {_line(branch.line)}"
    for note in branch.notes:
        yield f"{start}  - {_line(note)}"
    for child in branch.branches:
        yield from _branch(child, depth + 1)


def _fenced(block: Verbatim) -> Iterator[str]:
    text = [plain(line) for line in block.lines]
    longest = max((len(run) for line in text for run in re.findall(r"`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text"
    yield from text
    yield fence


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    """Emphasise what is strong; a space never stands inside the signs, where it would undo them."""
    text = _safe(span.text)
    if span.tone is not Tone.STRONG or not text.strip():
        return text
    inner = text.strip()
    return text.replace(inner, f"**{inner}**", 1)


def _bullet(line: Line) -> bool:
    return bool(_LIST.match(plain(line)))


def _safe(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text.replace("\n", " "))
