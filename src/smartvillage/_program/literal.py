"""Reading a written value as the exact number its fact's type makes of it; the one place where a type reads a text.

The rule: the type decides, never the shape of the text. ``3`` is a level, a count or no share at all, depending on who
asks. Levels and codes are their position, days their ordinal, truths 0 and 2, shares and quantities exact numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    CountFact,
    DateFact,
    FlagFact,
    JudgementFact,
    LevelFact,
    ListFact,
    QuantityFact,
    RecordFact,
    ResultFact,
    ShareFact,
)
from smartvillage.numbers import Number, NumberFault, read_number
from smartvillage.timeline import iso_day, vietnamese_day
from smartvillage.truth import FALSE, TRUE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from smartvillage.model.ruleset import Ruleset
    from smartvillage.numbers import Style

    from .nodes import Exact


#: A mark before three digits may part thousands.
_THOUSANDS = re.compile(r"[.,]\d{3}(?!\d)")
_MARK = re.compile(r"\d[.,]\d")


class LiteralFault(ValueError):  # noqa: N818 - a fault becomes a diagnostic; it is no error of the program
    """A text is not what the fact's type asks for.

    ``kind`` is one of ``not_days not_above_zero not_a_truth not_whole negative not_a_share over_whole unit_missing
    unit_unwanted share_unit unknown_level unknown_code not_a_day no_number no_literal``; ``known`` are the words that
    would do, of ``no_number`` the type.
    """

    def __init__(self, kind: str, text: str, known: tuple[str, ...] = ()) -> None:
        """Keep what is wrong, the text, and what would do."""
        self.kind, self.text, self.known = kind, text, known
        super().__init__(kind, text, known)


class SpanFact(AnyFact):
    """How many days lie between two day facts: calendar days, the first not counted."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What a type needs to read a text: the scales, the codes, how numbers are typed and how days are written."""

    scales: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    style: Style = "vi"
    days: Literal["iso", "vi"] = "iso"

    @classmethod
    def of(cls, ruleset: Ruleset) -> Tables:
        """Take the tables of a ruleset."""
        return cls(
            {name: tuple(level.id for level in scale) for name, scale in ruleset.scales.items()},
            {name: tuple(codes) for name, codes in ruleset.codes.items()},
            ruleset.ruleset.numbers,
        )

    def levels(self, fact: LevelFact) -> tuple[str, ...]:
        """Return the levels of a fact, lowest first."""
        return self.scales.get(fact.scale, ())

    def choices(self, fact: ChoiceFact) -> tuple[str, ...]:
        """Return the codes of a fact."""
        return fact.codes if isinstance(fact.codes, tuple) else self.codes.get(fact.codes, ())


def read_literal(fact: AnyFact, written: object, tables: Tables) -> Exact:
    """Read a written value by its fact's type.

    Raises:
        LiteralFault: it is not what the type asks for.
        NumberFault, UnitFault: it is no number, or not in a unit that fits.
    """
    return _READERS[type(fact)](fact, written, tables)


def read_measure(fact: CountFact | QuantityFact | ShareFact, written: object, tables: Tables) -> Number:
    """Read a number by its fact's type and keep how it was written; its value is in the fact's own unit."""
    if isinstance(written, bool) or not isinstance(written, (str, int, Decimal)):
        raise LiteralFault("no_number", plain_text(written), (fact.type,))
    try:
        return _MEASURES[type(fact)](fact, written, tables)
    except NumberFault as fault:
        if len(fault.readings) > 1:
            likely = tuple(one for one in fault.readings if _is_likely(fact, fault.text, one, tables))
            raise NumberFault(fault.kind, fault.text, fault.readings, likely) from None
        raise


def _is_likely(fact: CountFact | QuantityFact | ShareFact, text: str, reading: str, tables: Tables) -> bool:
    """Tell whether the type takes a reading, and no mark is dropped that does not part thousands."""
    if not _THOUSANDS.search(text) and not _MARK.search(reading):
        return False
    try:
        _MEASURES[type(fact)](fact, reading, tables)
    except ValueError:
        return False
    return True


def _count(_fact: CountFact, written: str | int | Decimal, tables: Tables) -> Number:
    number = read_number(written, tables.style)
    if number.unit:
        raise LiteralFault("unit_unwanted", number.text)
    if number.value.denominator != 1 or number.part is not None:
        raise LiteralFault("not_whole", number.text)
    if number.value < 0:
        raise LiteralFault("negative", number.text)
    return number


def _quantity(fact: QuantityFact, written: str | int | Decimal, tables: Tables) -> Number:
    number = read_number(written, tables.style)
    if number.unit == fact.unit or (not number.unit and fact.unit == "1"):
        return number
    if not number.unit:
        raise LiteralFault("unit_missing", number.text, (f"{number.text} {fact.unit}",))
    from smartvillage.units import convert

    value = convert(number.value, number.unit, fact.unit)
    return Number(value, fact.unit, decimals=number.decimals, text=number.text)


def _share(_fact: ShareFact, written: str | int | Decimal, tables: Tables) -> Number:
    number = read_number(written, tables.style)
    if not number.percent and number.part is None:
        raise LiteralFault("share_unit" if number.unit else "not_a_share", number.text)
    if number.value < 0:
        raise LiteralFault("negative", number.text)
    if number.value > 1:
        raise LiteralFault("over_whole", number.text)
    return number


_MEASURES: dict[type[AnyFact], Callable[..., Number]] = {
    CountFact: _count, QuantityFact: _quantity, ShareFact: _share,
}  # fmt: skip


def _measured(fact: CountFact | QuantityFact | ShareFact, written: object, tables: Tables) -> Exact:
    return read_measure(fact, written, tables).value


def _truth(_fact: AnyFact, written: object, _tables: Tables) -> Exact:
    if not isinstance(written, bool):
        raise LiteralFault("not_a_truth", plain_text(written), ("true", "false"))
    return TRUE if written else FALSE


def _level(fact: LevelFact, written: object, tables: Tables) -> Exact:
    return _position(written, tables.levels(fact), "unknown_level")


def _choice(fact: ChoiceFact, written: object, tables: Tables) -> Exact:
    return _position(written, tables.choices(fact), "unknown_code")


def _position(written: object, known: tuple[str, ...], kind: str) -> int:
    text = plain_text(written)
    if text not in known or isinstance(written, bool):
        raise LiteralFault(kind, text, known)
    return known.index(text)


def _day(_fact: DateFact, written: object, tables: Tables) -> Exact:
    return read_day(written, tables).toordinal()


def read_day(written: object, tables: Tables) -> date:
    """Read a day: ISO, and in village files also the Vietnamese ``31/3/2024``."""
    text = plain_text(written)
    day = vietnamese_day(text) if tables.days == "vi" else iso_day(text)
    if day is None:
        raise LiteralFault("not_a_day", text)
    return day


#: How many days the units have whose length never varies.
_DAYS_OF = {"days": 1, "weeks": 7}


def _span(_fact: SpanFact, written: object, _tables: Tables) -> Exact:
    from smartvillage.durations import read_duration

    duration = read_duration(written if isinstance(written, str) else plain_text(written))
    if duration.unit not in _DAYS_OF:
        raise LiteralFault("not_days", plain_text(written))
    return duration.amount * _DAYS_OF[duration.unit]


def read_times(written: object, style: Style) -> Exact:
    """Read how many times something a relative limit is: ``110 %``, ``1,1`` or ``2``.

    Raises:
        LiteralFault, NumberFault: it is no bare number above zero.
    """
    if isinstance(written, bool) or not isinstance(written, (str, int, Decimal)):
        raise LiteralFault("no_literal", plain_text(written))
    number = read_number(written, style)
    if number.unit and not number.percent:
        raise LiteralFault("unit_unwanted", number.text)
    if number.value <= 0:
        raise LiteralFault("not_above_zero", number.text)
    return number.value


def _no_literal(_fact: ListFact, written: object, _tables: Tables) -> Exact:
    raise LiteralFault("no_literal", plain_text(written))


def plain_text(written: object) -> str:
    """Write a scalar as its file had it."""
    if isinstance(written, bool):
        return "true" if written else "false"
    return str(written)


#: One reader a type; the next type is one line here.
_READERS: dict[type[AnyFact], Callable[..., Exact]] = {
    FlagFact: _truth,
    JudgementFact: _truth,
    RecordFact: _truth,
    CountFact: _measured,
    QuantityFact: _measured,
    ShareFact: _measured,
    LevelFact: _level,
    ChoiceFact: _choice,
    DateFact: _day,
    ResultFact: _truth,
    SpanFact: _span,
    ListFact: _no_literal,
}

#: The types whose facts are true or false.
FLAG_LIKE = (FlagFact, JudgementFact, RecordFact, ResultFact)
