"""Characters: from bytes to a text that shows everything it says.

The rule: whatever a reader cannot see but a parser obeys (control and bidi characters, odd line ends, non-characters)
is refused with its place before anything is parsed. Text is compared in the composed form NFC.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from itertools import islice

from ._faults import source as faults
from .diagnostics import Diagnostic
from .positions import Lines

#: A file with more of them is no text at all; the first few are enough to see it.
_SHOWN = 20

#: How files of Word and Excel begin, and packed ones.
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def size_of(content: str | bytes) -> int:
    """Count the bytes of a content."""
    if isinstance(content, bytes) or content.isascii():
        return len(content)
    return len(content.encode("utf-8", "surrogatepass"))


def text_of(content: str | bytes, file: str) -> str | Diagnostic:
    """Decode UTF-8, with or without a byte order mark; a fault where it is something else."""
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.startswith(_OFFICE):
        return faults.not_utf8(Lines(file, "").place(0), office=True)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = content[: error.start].decode("utf-8")
        return faults.not_utf8(Lines(file, readable + "\N{REPLACEMENT CHARACTER}").place(len(readable)))


@cache
def _forbidden() -> re.Pattern[str]:
    """Make the pattern of control characters but tab and line ends, separators, bidi marks, surrogates, non-characters.

    Hardly any text needs it, so it is made when first asked for.
    """
    last_of_planes = "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    return re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
        f"\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff{last_of_planes}]"
    )


def forbidden_faults(lines: Lines) -> tuple[Diagnostic, ...]:
    """Return a fault for each of the first forbidden characters of a text."""
    if lines.text.replace("\n", "").isprintable():
        return ()  # nothing forbidden is printable, and this is the quicker question
    found = islice(_forbidden().finditer(lines.text), _SHOWN)
    return tuple(faults.forbidden_character(lines.place(match.start()), name_of(match[0])) for match in found)


def forbidden_in(value: str) -> str | None:
    """Name the first forbidden character of a value, which an escape may have brought in; nothing if it has none."""
    found = None if value.isprintable() else _forbidden().search(value)
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
