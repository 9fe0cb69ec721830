"""Characters: from bytes to a text that shows everything it says.

The rule: whatever a reader cannot see but a parser obeys (control and bidi characters, odd line ends, non-characters)
is refused with its place before anything is parsed. Text is compared in the composed form NFC.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from ._faults import source as faults
from .diagnostics import Diagnostic
from .positions import Lines

#: Control characters but tab and line ends; separators; bidi marks; surrogates; non-characters; a mark in mid-text.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff"
    "\ufffe\uffff" + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)) + "]"
)

#: A file with more of them is no text at all; the first few are enough to see it.
_SHOWN = 20


def text_of(content: str | bytes, file: str) -> str | Diagnostic:
    """Decode UTF-8, with or without a byte order mark; a fault where it is something else."""
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = content[: error.start].decode("utf-8")
        return faults.not_utf8(Lines(file, readable + "\N{REPLACEMENT CHARACTER}").place(len(readable)))


def forbidden_faults(lines: Lines) -> tuple[Diagnostic, ...]:
    """Return a fault for each of the first forbidden characters of a text."""
    if _FORBIDDEN.search(lines.text) is None:
        return ()
    found = list(_FORBIDDEN.finditer(lines.text))[:_SHOWN]
    return tuple(faults.forbidden_character(lines.place(match.start()), name_of(match[0])) for match in found)


def forbidden_in(value: str) -> str | None:
    """Name the first forbidden character of a value, which an escape may have brought in; nothing if it has none."""
    found = _FORBIDDEN.search(value)
    return found and name_of(found[0])


def name_of(char: str) -> str:
    """Name a character by its number and, where it has one, its name."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}{' ' if name else ''}{name}"


def composed(text: str) -> str:
    """Return a text in its composed form NFC."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_composed(text: str) -> bool:
    """Tell whether a text is in NFC already, as nearly all are."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)
