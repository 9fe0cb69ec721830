"""Citations: one decision printed in two ways within the texts that a set or a village rests on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from smartvillage._faults import references
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.model.ruleset import Source

Placer: TypeAlias = Callable[..., "Place | None"]

#: The type of text that a part of a symbol stands for (as in ``384/QĐ-UBND``), by Nghị định 30/2020.
SYMBOLS = {"QĐ": "decision", "HD": "guidance", "KH": "plan", "CV": "letter"}


class _Mention(NamedTuple):
    """One way in which a decision is printed, and where."""

    number: str
    symbol: str
    date: str | None
    issuer: str
    type: str | None
    steps: tuple[str | int, ...]


def check_cites(sources: Mapping[str, Source | None], place: Placer) -> Iterator[Diagnostic]:
    """Yield a warning at each later mention of a decision that differs from an earlier one."""
    first: dict[str, list[_Mention]] = {}
    for mention in _mentions(sources):
        yield from _own_symbol(mention, place)
        earlier = [other for other in first.setdefault(mention.number, []) if _same_issuer(other, mention)]
        if earlier:
            yield from _against(earlier[0], mention, place)
        first[mention.number].append(mention)


def _mentions(sources: Mapping[str, Source | None]) -> Iterator[_Mention]:
    for name, source in sources.items():
        if source is None:
            continue
        if source.number:
            number, symbol = _split(source.number)
            yield _Mention(number, symbol, source.date, _fold(source.issuer), source.type, (name,))
        for position, cited in enumerate(source.cites):
            number, symbol = _split(cited.number)
            steps = (name, "cites", position)
            yield _Mention(number, symbol, cited.date, _fold(cited.issuer or ""), cited.type, steps)


def _own_symbol(mention: _Mention, place: Placer) -> Iterator[Diagnostic]:
    kind = next((SYMBOLS[part] for part in re.split(r"[-/]", mention.symbol) if part in SYMBOLS), None)
    if mention.type and kind and mention.type != kind and mention.type in SYMBOLS.values():
        symbol = f"{mention.number}/{mention.symbol}"
        yield references.cited_type(place(*mention.steps, "type"), symbol, mention.type, kind)


def _against(first: _Mention, later: _Mention, place: Placer) -> Iterator[Diagnostic]:
    if first.date and later.date and not _agree(first.date, later.date):
        where = place(*later.steps, "date")
        yield references.cited_dates(where, later.number, first.date, later.date)
    if first.symbol != later.symbol:
        where = place(*later.steps, "number")
        yield references.cited_symbols(where, later.number, first.symbol, later.symbol)


def _agree(first: str, later: str) -> bool:
    """A year agrees with every day in it."""
    return first.startswith(later) or later.startswith(first)


def _same_issuer(first: _Mention, later: _Mention) -> bool:
    return not first.issuer or not later.issuer or first.issuer == later.issuer


def _split(number: str) -> tuple[str, str]:
    """Split ``384/QĐ-UBND-HC`` into its number and its symbol."""
    head, _, symbol = number.strip().partition("/")
    return head.strip().lstrip("0"), symbol.strip().upper()


def _fold(issuer: str) -> str:
    """Compare issuers without case, tone placement or the abbreviation of the People's Committee."""
    text = (
        re.sub(r"\s+", " ", issuer.strip().lower())
        .replace("ủy ban nhân dân", "ubnd")
        .replace("uỷ ban nhân dân", "ubnd")
    )
    return " ".join(_syllable(word) for word in text.split())


def _syllable(word: str) -> str:
    """Write a syllable with its tone after its letters, so that ``hoà`` and ``hòa`` are one."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(mark for mark in decomposed if mark not in tones) + tones
