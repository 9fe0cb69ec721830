"""Bands as people read them: ``49 < … < 50``, ``= 0,491``, ``> 100``, in the numbers of the ruleset's own file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from smartvillage.exact import exact_text
from smartvillage.model.facts import ChoiceFact, DateFact, LevelFact, ShareFact

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.facts import AnyFact
    from smartvillage.numbers import Style

    from .bands import Band
    from .literal import Tables
    from .nodes import Exact

#: Writes one value.
Writer: TypeAlias = "Callable[[Exact], str]"


def band_text(band: Band, write: Writer) -> str:
    """Write all values between two edges."""
    low, high = (None if end is None else write(end) for end in (band.low, band.high))
    if low is not None and low == high:
        return f"`= {low}`"
    first = "" if low is None else f"{low} {'<' if band.low_open else '≤'} "
    last = "" if high is None else f" {'<' if band.high_open else '≤'} {high}"
    return f"`{first}…{last}`"


def number_text(value: Exact, style: Style) -> str:
    """Write a number with the decimal mark of a file."""
    text = exact_text(value)
    return text.replace(".", ",") if style == "vi" else text


def share_text(value: Exact, style: Style) -> str:
    """Write a part of a whole as a percentage."""
    return f"{number_text(value * 100, style)} %"


def writer_of(fact: AnyFact, tables: Tables) -> Writer:
    """Return what writes the values of a fact."""
    match fact:
        case LevelFact():
            names = tables.levels(fact)
        case ChoiceFact():
            names = tables.choices(fact)
        case DateFact():
            return lambda value: date.fromordinal(int(value)).isoformat()
        case ShareFact():
            return lambda value: share_text(value, tables.style)
        case _:
            return lambda value: number_text(value, tables.style)
    return lambda value: names[int(value)] if 0 <= value < len(names) else str(value)
