"""Where the values of a read text stand: from a path of keys and indices back to file, line and column.

INVARIANT (starts): every list and mapping of the data has, by its identity, the start of each of its items; a mapping
has two starts an item, the key's and the value's. The data is kept alive beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from .diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Starts of items by the identity of their container.
Starts: TypeAlias = dict[int, list[int]]

#: A longer line is not quoted in a diagnostic.
_LONGEST_LINE = 400

#: A text in quotes: a backslash takes the next character with it, a quote that is doubled is one.
_QUOTED = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"' "|'[^']*(?:''[^']*)*'", re.DOTALL)

#: A number, a truth or nothing, as it is written.
_TOKEN = re.compile(r"[^\s,\]}]+")


class Lines:
    """A text by lines: turns an offset into a place.

    Lines are counted from the last place that was asked for, since faults mostly come in the order of the text; a
    list of all lines would cost more than the text itself. That place is one value, so that threads cannot mix two.
    """

    def __init__(self, file: str, text: str) -> None:
        """Keep the name of the file and its text."""
        self.file, self.text = file, text
        self._returns = "\r" in text
        self._last = (0, 1)

    def place(self, start: int, length: int = 1) -> Place:
        """Return the place of some characters; it never reaches past its line."""
        first, end = self._first_of_line(start), self._end_of_line(start)
        shown = self.text[first:end] if end - first <= _LONGEST_LINE else ""
        return Place(self.file, self._number(first), start - first + 1, max(1, min(length, end - start)), shown)

    def rest_of_line(self, start: int) -> str:
        """Return the characters from an offset to the end of its line, comments and blanks left out."""
        return self.text[start : self._end_of_line(start)].partition(" #")[0].rstrip()

    def _first_of_line(self, start: int) -> int:
        first = self.text.rfind("\n", 0, start)
        return 1 + (max(first, self.text.rfind("\r", 0, start)) if self._returns else first)

    def _end_of_line(self, start: int) -> int:
        ends = [self.text.find("\n", start), self.text.find("\r", start) if self._returns else -1]
        return min((end for end in ends if end >= 0), default=len(self.text))

    def _number(self, first: int) -> int:
        """Count the lines up to the one that begins at an offset."""
        last, number = self._last
        if first < last:
            last, number = 0, 1
        number += self.text.count("\n", last, first)
        if self._returns:
            number += self.text.count("\r", last, first) - self.text.count("\r\n", last, first)
        self._last = (first, number)
        return number


class Positions:
    """The starts of all values of one read text."""

    def __init__(self, lines: Lines, data: Any, root: int, starts: Starts) -> None:  # noqa: ANN401 - plain data
        """Keep the text, the data and where each of its items begins."""
        self._lines, self._data, self._root, self._starts = lines, data, root, starts

    def place(self, path: Sequence[str | int], *, key: bool = False) -> Place:
        """Return the place of the value at a path, or of its key.

        Steps that do not exist where they are asked for are passed over, so that the deepest thing that is there
        answers for what is missing, and words that only a schema knows do no harm.
        """
        here, value_at, key_at, name = self._data, self._root, None, None
        for step in path:
            if isinstance(here, dict) and step in here:
                index = list(here).index(str(step))
                key_at, value_at = self._starts[id(here)][2 * index : 2 * index + 2]
                here, name = here[str(step)], str(step)
            elif isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here):
                key_at, value_at = None, self._starts[id(here)][step]
                here = here[step]
        if key and key_at is not None and name is not None:
            return self._lines.place(key_at, self._length(key_at, name))
        return self._lines.place(value_at, self._length(value_at, here))

    def _length(self, start: int, value: object) -> int:
        """Tell how many characters a key or value takes on its first line."""
        text = self._lines.text
        opening = text[start : start + 1]
        if opening in {'"', "'"}:
            return _quoted_length(text, start)
        if opening in {"{", "["}:
            return _bracket_length(text, start)
        if isinstance(value, (dict, list)):
            return self._length(start, next(iter(value))) if isinstance(value, dict) and value else 1
        if isinstance(value, str):
            return len(value) if text.startswith(value, start) else len(self._lines.rest_of_line(start))
        token = _TOKEN.match(text, start)
        return len(token[0]) if token else 1


def _quoted_length(text: str, start: int) -> int:
    """Measure a quoted text, its quotes included."""
    quoted = _QUOTED.match(text, start)
    return len(quoted[0]) if quoted else 1


def _bracket_length(text: str, start: int) -> int:
    """Measure a bracket up to its partner, quotes passed over; to the end of the line where it has none there."""
    depth, at, end = 0, start, _line_end(text, start)
    while at < end:
        char = text[at]
        if char in "\"'" and text[at - 1] in " {[,:":
            at += _quoted_length(text, at) - 1
        elif char in "{[":
            depth += 1
        elif char in "}]":
            depth -= 1
            if depth == 0:
                return at + 1 - start
        at += 1
    return end - start


def _line_end(text: str, start: int) -> int:
    ends = [at for at in (text.find("\n", start), text.find("\r", start)) if at >= 0]
    return min(ends, default=len(text))
