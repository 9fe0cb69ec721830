"""Diagnostics: what is wrong with a text, where, and what to do, in Vietnamese and English.

A diagnostic holds facts; its words are made when somebody asks for a language. One code has one function, which
stands in ``_faults`` in the file of its hundred.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A language of words.
Lang: TypeAlias = Literal["vi", "en"]


class Severity(StrEnum):
    """An error stops the load; a warning is told and goes on."""

    ERROR = "error"
    """What is wrong cannot be used."""
    WARNING = "warning"
    """It can be used, and somebody should look at it."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: file, line and column from 1, how many characters, and the line itself for the caret."""

    file: str
    """The file as it was named, or what the caller called the text."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    length: int = 1
    """How many characters, on this line."""
    text: str = field(default="", compare=False)
    """The line itself; empty where it is very long."""

    def __str__(self) -> str:
        """Name the place the way editors do."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages."""

    vi: str
    """In Vietnamese."""
    en: str
    """In English."""

    def say(self, lang: Lang) -> str:
        """Return the sentence in a language."""
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: a stable code, its place, and its words."""

    code: str
    """``SV`` and three digits; it never changes its meaning."""
    severity: Severity
    """Whether it stops the load."""
    message: Words
    """What is wrong, in one sentence."""
    hint: Words | None = None
    """What to do about it."""
    place: Place | None = None
    """Where it stands; nothing where a program handed the data over."""
    path: str = ""
    """The path of ids to the faulty thing, as ``criteria/2.13/rule/at_least``."""

    def render(self, lang: Lang = "vi") -> str:
        """Write it as text: place, code and message; the line with a caret under the fault; the hint."""
        where = f"{self.place}: " if self.place else ""
        severity = {"vi": {"error": "lỗi", "warning": "cảnh báo"}}.get(lang, {}).get(self.severity, self.severity)
        lines = [f"{where}{severity} {self.code}: {self.message.say(lang)}"]
        if self.place and self.place.text:
            lines += ["  " + self.place.text, "  " + _caret(self.place)]
        if self.hint:
            lines.append(f"  {'gợi ý' if lang == 'vi' else 'hint'}: {self.hint.say(lang)}")
        return "\n".join(lines)

    def as_data(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        place = self.place and {
            "file": self.place.file, "line": self.place.line, "column": self.place.column, "length": self.place.length,
        }  # fmt: skip
        return {
            "code": self.code,
            "severity": str(self.severity),
            "place": place,
            "path": self.path,
            "message": {"vi": self.message.vi, "en": self.message.en},
            "hint": self.hint and {"vi": self.hint.vi, "en": self.hint.en},
        }


def _caret(place: Place) -> str:
    """Underline the fault; tabs are kept so that the caret stands under it."""
    before = "".join("\t" if char == "\t" else " " for char in place.text[: place.column - 1])
    return before + "^" * max(1, min(place.length, len(place.text) - place.column + 1))


def in_place_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line and column, then path and code; those without a place come first."""
    return tuple(sorted(diagnostics, key=_by_place))


def _by_place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    place = diagnostic.place
    at = (place.file, place.line, place.column) if place else ("", 0, 0)
    return (*at, diagnostic.path, diagnostic.code)
