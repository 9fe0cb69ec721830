"""JSON as plain data with places: strict, without recursion, numbers exact.

The rule: what the standard does not allow (NaN, comments, single quotes, a comma at the end) is refused with its place.
"""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, NoReturn

from ._faults import numbers as number_faults
from ._faults import source as faults
from .characters import composed, forbidden_in
from .numbers import MAX_DIGITS, NumberFault, read_number
from .tree import Stopped, Tree

if TYPE_CHECKING:
    from .bounds import Limits
    from .positions import Lines

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"-?(?:NaN|Infinity)\b")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"true\b|false\b|null\b")


def read_json(lines: Lines, limits: Limits) -> Tree:
    """Read a JSON text into a tree; what is wrong stands in the tree's faults."""
    tree = _JsonTree(lines, limits)
    with suppress(Stopped):
        tree.read()
    return tree


class _JsonTree(Tree):
    """A tree that takes tokens, one after another."""

    def __init__(self, lines: Lines, limits: Limits) -> None:
        super().__init__(lines, limits)
        self._text = lines.text
        self._nodes = 0
        self._opened: list[int] = []
        self._fresh = False

    def read(self) -> None:
        """Read the one value of the text."""
        at = self._skip(0)
        if at == len(self._text):
            self.stop(faults.empty_file(self.lines.place(0)))
        at = self._value(at)
        while self._opened:
            at = self._next(self._skip(at))
        at = self._skip(at)
        if at < len(self._text):
            self._fail("rest", at)
        if self.data is None and not self.faults:
            self.stop(faults.empty_file(self.lines.place(0)))

    def _next(self, at: int) -> int:
        """Take what stands in an open list or mapping: a comma and an item, or the end."""
        mapping = self.here.__class__ is dict
        char = self._text[at : at + 1]
        if char == ("}" if mapping else "]"):
            self.close()
            self._opened.pop()
            self._fresh = False
            return at + 1
        if not self._fresh:
            if char != ",":
                self._fail("open_bracket", self._opened[-1])
            at = self._skip(at + 1)
        self._fresh = False
        return self._value(self._key(at) if mapping else at)

    def _key(self, at: int) -> int:
        """Take a key and its colon; say where the value begins."""
        if self._text[at : at + 1] != '"':
            self._fail("key", at)
        self._count(at)
        key, end = self._string(at)
        if len(key) > self.limits.max_key:
            self.refuse("max_key", at)
        self.name(key, at)
        end = self._skip(end)
        if self._text[end : end + 1] != ":":
            self._fail("key", end)
        return self._skip(end + 1)

    def _value(self, at: int) -> int:
        """Take a value, or enter a list or a mapping; say where it ended."""
        self._count(at)
        char = self._text[at : at + 1]
        if char in {"{", "["}:
            self.open({} if char == "{" else [], at)
            self._opened.append(at)
            self._fresh = True
            return at + 1
        if char == '"':
            text, end = self._string(at)
            self.put(text, at)
            return end
        return self._word(at)

    def _word(self, at: int) -> int:
        """Take a number, a truth or nothing."""
        word = _WORD.match(self._text, at)
        if word:
            self.put(_WORDS[word[0]], at)
            return word.end()
        odd = _NOT_FINITE.match(self._text, at)
        number = odd or _NUMBER.match(self._text, at)
        if not number:
            self._fail("nothing" if self._text[at : at + 1] in {",", "]", "}", ""} else "sign", at)
        try:
            self.put(_exact(number), at)
        except NumberFault as fault:
            self.report(number_faults.number_fault(self.lines.place(at, number.end() - at), fault))
            self.put(None, at)
        return number.end()

    def _string(self, at: int) -> tuple[str, int]:
        """Read a string; refuse what an escape may have brought in."""
        try:
            text, end = scanstring(self._text, at + 1, True)  # noqa: FBT003 - the library's own signature
        except JSONDecodeError as error:
            unclosed = error.msg.startswith("Unterminated")
            self._fail("open_quote" if unclosed or "control" in error.msg else "escape", at if unclosed else error.pos)
        if end - at - 2 > self.limits.max_scalar:
            self.refuse("max_scalar", at)
        name = forbidden_in(text) if "\\" in self._text[at:end] else None
        if name:
            self.stop(faults.forbidden_character(self.lines.place(at, end - at), name))
        return composed(text), end

    def _count(self, at: int) -> None:
        self._nodes += 1
        if self._nodes > self.limits.max_nodes:
            self.refuse("max_nodes", at)

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _fail(self, word: str, at: int) -> NoReturn:
        self.stop(faults.syntax(self.lines.place(min(at, max(len(self._text) - 1, 0))), word))


def _exact(found: re.Match[str]) -> int | Decimal:
    """Take a number as it is written, within the bounds of any number."""
    text = found[0]
    if found.re is _NOT_FINITE:
        raise NumberFault("not_finite", text)
    if len(text) > 2 * MAX_DIGITS:
        raise NumberFault("too_long", text[:60])
    value = int(text) if found[1] is None and found[2] is None else Decimal(text)
    read_number(value)
    return value
