"""A page as blocks: what is said, in which order, and how firmly; never how it is drawn.

INVARIANT (closed): ``Block`` is a closed union. A view makes blocks, a writer draws every kind of them; neither knows
the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang


class Tone(StrEnum):
    """How a stretch of text is meant. A writer without colour leaves the words to speak for themselves."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    GOOD = "good"
    BAD = "bad"
    OPEN = "open"
    CAVEAT = "caveat"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


#: One line of text, to be wrapped where it is drawn.
Line: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the page's own."""

    text: str
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list: a mark, its id, its title, what came of it, and remarks below."""

    mark: Span
    key: str
    title: Line
    status: Span | None = None
    notes: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """Things under one another."""

    items: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid; numbers stand to the right."""

    title: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a tree with remarks and branches of its own."""

    line: Line
    notes: tuple[Line, ...] = ()
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree, drawn with all its branches."""

    root: Branch


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text whose columns matter, such as a line of a file with a caret under it; never wrapped."""

    lines: tuple[Line, ...]


Block: TypeAlias = Heading | Paragraph | Entries | Grid | Tree | Verbatim


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report in one language."""

    title: str
    lang: Lang
    blocks: tuple[Block, ...]


def plain(line: Line) -> str:
    """Return a line's text alone."""
    return "".join(span.text for span in line)
