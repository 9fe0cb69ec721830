"""Wrapping: lines of spans cut to a number of terminal columns. A letter with its marks takes one column."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, combining, east_asian_width

from .blocks import Line, Span, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

#: One word: pieces without a space between them, each in its tone.
_Word = tuple[Span, ...]


def columns(text: str) -> int:
    """Count the terminal columns that a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if letter.isascii():
        return 1
    if combining(letter) or category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def breadth(line: Line) -> int:
    """Count the columns of a line."""
    return sum(columns(span.text) for span in line)


def wrap(line: Line, width: int, *, cut: bool = False) -> list[Line]:
    """Break a line at its spaces so that no part is wider than ``width``.

    A word that is wider by itself (an address) stays whole, unless ``cut``.
    """
    width = max(width, 1)
    lines: list[list[Span]] = [[]]
    used = 0
    for word in _words(line, width if cut else None):
        size = breadth(word)
        if used and used + 1 + size > width:
            lines.append([])
            used = 0
        if used:
            _add(lines[-1], (Span(" ", lines[-1][-1].tone),))
            used += 1
        _add(lines[-1], word)
        used += size
    return [tuple(spans) for spans in lines]


def pad(line: Line, width: int, *, right: bool = False) -> Line:
    """Fill a line up to ``width``; ``right`` puts it at the right end."""
    space = Span(" " * max(0, width - breadth(line)))
    if not space.text:
        return line
    return (space, *line) if right else (*line, space)


def indent(line: Line, by: int) -> Line:
    """Move a line to the right."""
    return (Span(" " * by), *line) if by and line else line


def _words(line: Line, width: int | None) -> Iterator[_Word]:
    word: list[Span] = []
    for span in line:
        for place, piece in enumerate(span.text.split(" ")):
            if place and word:
                yield from _cut(tuple(word), width)
                word = []
            if piece:
                word.append(Span(piece, span.tone))
    if word:
        yield from _cut(tuple(word), width)


def _cut(word: _Word, width: int | None) -> Iterator[_Word]:
    """Cut a word that is too wide into pieces; each piece is in one tone."""
    if width is None or breadth(word) <= width:
        yield word
        return
    for span in word:
        piece = ""
        for letter in span.text:
            if columns(piece + letter) > width and piece:
                yield (Span(piece, span.tone),)
                piece = ""
            piece += letter
        yield (Span(piece, span.tone),)


def _add(spans: list[Span], more: Line) -> None:
    for span in more:
        if spans and spans[-1].tone is span.tone:
            spans[-1] = Span(spans[-1].text + span.text, span.tone)
        else:
            spans.append(span)


def ruled(text: str, sign: str, width: int) -> Line:
    """Draw a rule as wide as a text, at most ``width``."""
    return (Span(sign * min(columns(text), width), Tone.MUTED),)
