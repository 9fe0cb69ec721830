"""Mentions: the ways in which texts name a decision, and which of them mean the same one.

The rule: a mention is compared as it is printed; what is only another way of writing (case, tone placement, an
abbreviation, a year for a day) makes no difference.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .ruleset import Source

#: The type of text that a part of a symbol stands for (as in ``384/QĐ-UBND``), by Nghị định 30/2020.
SYMBOLS = {"QĐ": "decision", "HD": "guidance", "KH": "plan", "CV": "letter"}
#: In symbols of bodies of which there are many: who issued it cannot be told from the symbol.
_OF_MANY = frozenset({"UBND", "HĐND"})
#: Words that an abbreviation leaves out.
_UNSAID = frozenset({"và", "của"})


class Mention(NamedTuple):
    """One way in which a text is named, and where in ``sources``."""

    number: str
    symbol: str
    date: str | None
    issuer: str
    type: str | None
    steps: tuple[str | int, ...]

    @property
    def named(self) -> str:
        """Number and symbol, as people cite it."""
        return f"{self.number}/{self.symbol}" if self.symbol else self.number


def mentions_of(sources: Mapping[str, Source | None]) -> Iterator[Mention]:
    """Yield every mention in ``sources``: each source's own, then those that it prints."""
    for name, source in sources.items():
        if source is None:
            continue
        if source.number:
            yield Mention(*split(source.number), source.date, source.issuer, source.type, (name,))
        for position, cited in enumerate(source.cites):
            steps = (name, "cites", position)
            yield Mention(*split(cited.number), cited.date, cited.issuer or "", cited.type, steps)


def split(number: str) -> tuple[str, str]:
    """Split ``384/QĐ-UBND-HC`` into its number and its symbol."""
    head, _, symbol = number.strip().partition("/")
    return head.strip().lstrip("0"), symbol.strip().upper()


def kind_of(symbol: str) -> str | None:
    """Return the type of text that a symbol stands for; nothing where it stands for none."""
    return next((SYMBOLS[part] for part in re.split(r"[-/]", symbol) if part in SYMBOLS), None)


def same_text(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions mean one text: one number, and issuers that agree or that the symbol names."""
    if one.number != other.number:
        return False
    return same_issuer(one.issuer, other.issuer) or (one.symbol == other.symbol and _names_issuer(one.symbol))


def same_day(one: str, other: str) -> bool:
    """Tell whether two dates agree; a year agrees with every day in it."""
    return one.startswith(other) or other.startswith(one)


def same_issuer(one: str, other: str) -> bool:
    """Tell whether two names can be those of one body; one that is not told, or told in part, agrees with the whole."""
    return _agree(_words(one), _words(other))


def _agree(one: list[str], other: list[str]) -> bool:
    """Compare names word by word; an abbreviation stands for as many words as it has letters."""
    while one and other:
        if _plain(one[0]) == _plain(other[0]):
            one, other = one[1:], other[1:]
        elif _stands_for(one[0], other):
            one, other = one[1:], other[len(one[0]) :]
        elif _stands_for(other[0], one):
            one, other = one[len(other[0]) :], other[1:]
        else:
            return False
    return True


def _stands_for(short: str, words: list[str]) -> bool:
    initials = "".join(word[0] for word in words[: len(short)])
    return len(short) > 1 and short.isupper() and _plain(short) == _plain(initials)


def _names_issuer(symbol: str) -> bool:
    parts = re.split(r"[-/]", symbol)
    return len(parts) > 1 and _OF_MANY.isdisjoint(parts)


def _words(issuer: str) -> list[str]:
    """Return the words of a name, with the People's Committee written short."""
    text = re.sub(r"\b[uủ][ỷy] ban nhân dân", "UBND", unicodedata.normalize("NFC", issuer), flags=re.IGNORECASE)
    return [word for word in re.split(r"[\s&-]+", text.strip()) if word and word.lower() not in _UNSAID]


def _plain(word: str) -> str:
    """Write a word without case and with its tone after its letters, so that ``hoà`` and ``hòa`` are one."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(mark for mark in decomposed if mark not in tones) + tones
