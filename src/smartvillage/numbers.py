"""Numbers as people type them, Vietnamese or English, read strictly and kept exact.

INVARIANT (no guess): a text with two readings is a fault that names both; a percent sign makes a percent and nothing
else does; size never decides. Everything is ``int`` or ``Fraction``: no binary float comes out of this file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from .exact import Exact, decimals_of, exact_text, read_exact, simplify

Style: TypeAlias = Literal["vi", "en"]

#: What a number may have at the door: more digits or a larger exponent would let a short text cost hours.
MAX_DIGITS = 40
MAX_EXPONENT = 30

_PARTS = re.compile(r"([-\N{MINUS SIGN}]?)(\d[\d.,]*)(.*)", re.ASCII | re.DOTALL)
_MACHINE = re.compile(r"(-?\d+(?:\.\d+)?)[eE]([-+]?\d+)(?![\w.,])\s*(.*)", re.ASCII | re.DOTALL)
_FRACTION = re.compile(r"([\d.,]+)\s*/\s*([\d.,]+)", re.ASCII)
_NO_DECIMAL = re.compile(r"[-\N{MINUS SIGN}]?0[xXoObB]\w")
_NOT_FINITE = re.compile(r"[-+\N{MINUS SIGN}]?\.?(nan|inf|infinity|∞)", re.IGNORECASE)


class NumberFault(ValueError):  # noqa: N818 - a fault becomes a diagnostic; it is no error of the program
    """A text is no number, or could be two.

    ``kind`` is one of ``empty not_a_number ambiguous wrong_marks grouping malformed foreign_digits not_finite too_long
    zero_whole empty_share not_a_duration``. ``readings`` are ways to write what may have been meant, ``likely``
    those of them that whoever asked could take; where none is, all.
    """

    def __init__(self, kind: str, text: str, readings: tuple[str, ...] = (), likely: tuple[str, ...] = ()) -> None:
        """Keep what is wrong, the text and its readings."""
        self.kind, self.text, self.readings, self.likely = kind, text, readings, likely or readings
        super().__init__(kind, text, readings, likely)

    def __str__(self) -> str:
        """Name the kind and the text."""
        return f"{self.kind}: {self.text[:60]!r}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed: its exact value, and how it was written."""

    value: Exact
    """Exact; a percent is already divided by 100."""
    unit: str = ""
    """The unit as typed, ``"%"`` for a percent, empty for none."""
    percent: bool = False
    decimals: int = 0
    """How many decimals were typed."""
    part: int | None = None
    whole: int | None = None
    """The two counts of a fraction such as ``117/133``."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Marks:
    """The two marks of a style, and the patterns they make."""

    group: str
    decimal: str

    def plain(self, digits: str) -> str:
        """Write digits without group marks and with a point."""
        return digits.replace(self.group, "").replace(self.decimal, ".")


_STYLES: dict[str, _Marks] = {"vi": _Marks(".", ","), "en": _Marks(",", ".")}
_GROUPED = {style: re.compile(rf"\d{{1,3}}(?:{re.escape(marks.group)}\d{{3}})+", re.ASCII)
            for style, marks in _STYLES.items()}  # fmt: skip


def read_number(written: str | float | Decimal, style: Style = "vi") -> Number:
    """Read a number as somebody typed it.

    Args:
        written: the text, or a number that a program or a JSON file gave; a float is read by its shortest text.
        style: ``vi`` (``1.234,5``) or ``en`` (``1,234.5``).

    Raises:
        NumberFault: the text is no number or has two readings. ``0/0`` is the kind ``empty_share`` (a share of
            nothing), ``3/0`` is ``zero_whole``.

    >>> read_number("87,9 %").value
    Fraction(879, 1000)
    >>> read_number("1.234,5 ha").unit
    'ha'
    """
    if isinstance(written, str):
        return _read_text(" ".join(written.split()), style)
    if isinstance(written, bool):
        raise NumberFault("not_a_number", str(written).lower())
    if isinstance(written, float):
        written = Decimal(repr(written))
    if isinstance(written, int):
        if abs(written) >= 10**MAX_DIGITS:
            raise NumberFault("too_long", "…")
        return Number(written, text=str(written))
    return _from_decimal(written)


def _from_decimal(written: Decimal) -> Number:
    """Take a decimal that a program or a JSON file gave."""
    _sign, digits, exponent = written.as_tuple()
    if not isinstance(exponent, int):
        raise NumberFault("not_finite", str(written))
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_EXPONENT:
        raise NumberFault("too_long", str(written)[:60])
    return Number(simplify(Fraction(written)), decimals=max(0, -exponent), text=str(written))


def _read_text(text: str, style: Style) -> Number:
    machine = _MACHINE.fullmatch(text)
    if machine:
        return _read_machine(text, machine)
    found = _PARTS.fullmatch(text)
    if not found or _NO_DECIMAL.match(text):
        raise NumberFault(_why_no_number(text), text)
    sign, digits, unit = found.groups()
    if unit.lstrip().startswith("/"):
        return _read_fraction(text, style)
    number = _plain_digits(digits, style, text)
    unit = _read_unit(unit, text)
    value = Fraction(number) if "." in number else int(number)
    if sign:
        value = -value
    percent = unit == "%"
    return Number(
        simplify(Fraction(value, 100)) if percent else simplify(value),
        unit,
        percent,
        len(number.partition(".")[2]),
        text=text,
    )


def _read_machine(text: str, found: re.Match[str]) -> Number:
    """Read a number with an exponent: only programs write those, always with a point."""
    digits, exponent, unit = found.groups()
    if len(digits) > MAX_DIGITS + 2 or len(exponent) > len("+30") or abs(int(exponent)) > MAX_EXPONENT:
        raise NumberFault("too_long", text[:60])
    value = simplify(Fraction(digits) * Fraction(10) ** int(exponent))
    unit = _read_unit(unit, text)
    percent = unit == "%"
    return Number(simplify(Fraction(value, 100)) if percent else value, unit, percent, text=text)


def _read_fraction(text: str, style: Style) -> Number:
    """Read two counts, ``117/133``. Counts are whole, so that ``1.234/2.420`` has one reading only."""
    found = _FRACTION.fullmatch(text)
    if not found:
        raise NumberFault("malformed", text)
    part, whole = (_read_count(digits, style, text) for digits in found.groups())
    if whole == 0:
        raise NumberFault("zero_whole" if part else "empty_share", text)
    return Number(simplify(Fraction(part, whole)), part=part, whole=whole, text=text)


def _read_count(digits: str, style: Style, text: str) -> int:
    if len(digits) > 2 * MAX_DIGITS:
        raise NumberFault("too_long", text[:60])
    if digits.isdigit() or _GROUPED[style].fullmatch(digits):
        plain = _STYLES[style].plain(digits)
        if len(plain) <= MAX_DIGITS:
            return int(plain)
        raise NumberFault("too_long", text[:60])
    raise NumberFault("malformed", text)


def _plain_digits(digits: str, style: Style, text: str) -> str:
    """Write digits with marks as digits with at most one point, or say why they cannot be read.

    One group mark alone (``1.234`` or ``90.2`` in Vietnamese) may be either mark: it is refused with both readings.
    """
    if len(digits) > 2 * MAX_DIGITS:
        raise NumberFault("too_long", text[:60])
    marks = _STYLES[style]
    whole, decimal_mark, decimals = digits.partition(marks.decimal)
    if not whole.isdigit() and (not decimal_mark or not _GROUPED[style].fullmatch(whole)):
        _check_groups(digits, style, text)
    if decimal_mark and not decimals.isdigit():
        raise _foreign(digits, style, text)
    plain = marks.plain(digits)
    if len(plain) - (1 if decimal_mark else 0) > MAX_DIGITS or len(decimals) > MAX_EXPONENT:
        raise NumberFault("too_long", text[:60])
    return plain


def _check_groups(digits: str, style: Style, text: str) -> None:
    """Refuse group marks that could be decimal marks or do not stand between groups of three."""
    marks = _STYLES[style]
    if digits.count(marks.group) == 1 and marks.decimal not in digits and not digits.endswith(marks.group):
        with_decimals, whole = digits.replace(marks.group, marks.decimal), digits.replace(marks.group, "")
        raise NumberFault("ambiguous", text, (text.replace(digits, with_decimals), text.replace(digits, whole)))
    if not _GROUPED[style].fullmatch(digits):
        raise _foreign(digits, style, text)


def _foreign(digits: str, style: Style, text: str) -> NumberFault:
    """Tell marks of the other style from marks of none."""
    other: Style = "en" if style == "vi" else "vi"
    group, decimal = re.escape(_STYLES[other].group), re.escape(_STYLES[other].decimal)
    if re.fullmatch(rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?", digits, re.ASCII):
        swapped = digits.translate(str.maketrans(".,", ",."))
        return NumberFault("wrong_marks", text, (text.replace(digits, swapped),))
    return NumberFault("grouping", text)


def _read_unit(unit: str, text: str) -> str:
    """Take what follows the digits as a unit: it begins with a letter or a sign, never with a digit or a mark."""
    unit = unit.strip()
    if not unit or unit == "%":
        return unit
    if re.match(r"[eE][-+]?\d", unit) or unit[0] in "%.,_+-/*^:;=<>()[]{}'\"\N{MINUS SIGN}":
        raise NumberFault("malformed", text)
    if unit[0].isnumeric():
        raise NumberFault("malformed" if unit[0].isascii() else "foreign_digits", text)
    return unit


def _why_no_number(text: str) -> str:
    if not text:
        return "empty"
    if _NOT_FINITE.fullmatch(text):
        return "not_finite"
    first = text.lstrip("+-\N{MINUS SIGN} ")[:1]
    if first.isnumeric() and not first.isascii():
        return "foreign_digits"
    return "malformed" if first.isdigit() or (first in {".", ","} and text[-1:].isdigit()) else "not_a_number"


#: How many decimals people are shown where the number itself does not say.
_SHOWN = 2


def show_number(
    value: Exact, lang: Style = "vi", decimals: int | None = None, *, percent: bool = False, unit: str = ""
) -> str:
    """Write a number for people: ``87,97 %``, ``1.234,5 ha``.

    Without ``decimals`` a number that ends within six decimals is written whole and another rounded half up to two,
    or to as many as keep it apart from a whole number: 99,998 % is never shown as 100 %.

    >>> show_number(Fraction(117, 133), "vi", percent=True)
    '87,97 %'
    """
    if percent:
        value, unit = value * 100, "%"
    if decimals is None:
        decimals = _fitting_decimals(value)
    scaled = _half_up(abs(value) * 10**decimals)
    whole, rest = divmod(scaled, 10**decimals)
    marks = _STYLES[lang]
    text = f"{whole:,}".replace(",", marks.group) + (f"{marks.decimal}{rest:0{decimals}}" if decimals else "")
    return f"{'-' if value < 0 and scaled else ''}{text}{' ' if unit else ''}{unit}"


def _fitting_decimals(value: Exact) -> int:
    needed = decimals_of(value)
    if needed is not None and needed <= 3 * _SHOWN:
        return needed
    decimals = _SHOWN
    while decimals < MAX_EXPONENT and _half_up(abs(value) * 10**decimals) % 10**decimals == 0:
        decimals += 1
    return decimals


def _half_up(value: Exact) -> int:
    """Round a number that is not negative to a whole one, halves upwards."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


__all__ = [
    "MAX_DIGITS", "MAX_EXPONENT", "Exact", "Number", "NumberFault", "Style",
    "exact_text", "read_exact", "read_number", "show_number",
]  # fmt: skip
