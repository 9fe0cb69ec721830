"""Neighbours of a literal: what stands one unit beside it, so that a rule with the one is not a rule with the other.

A unit is what its kind counts by: one for a count, the last digit as written for a number, one level, one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from smartvillage.exact import exact_text
from smartvillage.numbers import NumberFault, read_number
from smartvillage.timeline import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.numbers import Number, Style


@dataclass(frozen=True, slots=True)
class Kind:
    """What a literal is held against: a fact's type, and the words it can be."""

    name: str
    words: tuple[str, ...] = ()
    """The levels of a scale, lowest first, or the codes of a choice."""


#: Where nothing is known of what a literal is held against, its own shape tells.
PLAIN = Kind("plain")


def kind_of(fact: Mapping[str, Any], data: Mapping[str, Any]) -> Kind:
    """Return what a fact's literals are."""
    if fact["type"] == "level":
        return Kind("level", tuple(str(level["id"]) for level in data["scales"].get(fact["scale"], ())))
    if fact["type"] == "choice":
        codes = fact["codes"]
        return Kind("choice", tuple(data["codes"].get(codes, ()) if isinstance(codes, str) else codes))
    return Kind(fact["type"])


def neighbours(literal: Any, kind: Kind, style: Style = "vi") -> Iterator[Any]:  # noqa: ANN401 - as written
    """Yield the literals one unit beside a literal; none where nothing is beside it."""
    if isinstance(literal, bool):
        yield not literal
    elif literal == "all":
        yield "1"
    elif str(literal) in kind.words:
        yield from _words_beside(str(literal), kind)
    elif isinstance(literal, str) and (day := iso_day(literal)):
        yield from (one.isoformat() for one in days_beside(day))
    elif isinstance(literal, (str, int, Decimal)):
        yield from (shifted for by in (-1, 1) if (shifted := shift(literal, by, style)) is not None)


def _words_beside(word: str, kind: Kind) -> Iterator[str]:
    at = kind.words.index(word)
    if kind.name == "level":
        yield from (kind.words[place] for place in (at - 1, at + 1) if 0 <= place < len(kind.words))
    elif len(kind.words) > 1:
        yield kind.words[(at + 1) % len(kind.words)]


def days_beside(day: date) -> Iterator[date]:
    """Yield the day before and the day after."""
    yield day - timedelta(days=1)
    yield day + timedelta(days=1)


def shift(literal: str | int | Decimal, by: int, style: Style = "vi") -> str | None:
    """Return a number moved by so many units of its last digit; nothing for what no number is or no share can be."""
    number = _number(literal, style)
    if number is None:
        return None
    amount = Fraction(number.value) * (100 if number.percent else 1) + Fraction(by, 10**number.decimals)
    if amount < 0 or (number.percent and amount > 100):  # noqa: PLR2004 - a share is at most all
        return None
    return written(amount, number, style)


def written(amount: Fraction, number: Number, style: Style = "vi") -> str:
    """Write an amount as a number of the same kind is written."""
    text = exact_text(amount)
    if style == "vi":
        text = text.replace(".", ",")
    return f"{text} {number.unit}".rstrip()


def _number(literal: str | int | Decimal, style: Style) -> Number | None:
    try:
        return read_number(literal, style)
    except NumberFault:
        return None
