"""Units of measure: turning a number from one unit into another, exactly; the one door to pint.

The rule: only the units listed here reach pint, under their own definitions. A month is no number of days and a head
no household: what cannot be turned without guessing is a fault. Equal unit texts need no list and no pint, so a
ruleset may count in any word it likes.
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from .exact import Exact, simplify

if TYPE_CHECKING:
    from pint import UnitRegistry

#: What pint is told: each unit by the ones before it. Days and months are two dimensions.
_DEFINITIONS = (
    "dong = [money]", "thousand_dong = 1000 * dong", "million_dong = 1000000 * dong",
    "billion_dong = 1000000000 * dong", "us_dollar = [us_money]",
    "metre = [length]", "millimetre = metre / 1000", "centimetre = metre / 100", "kilometre = 1000 * metre",
    "square_metre = metre ** 2", "hectare = 10000 * metre ** 2", "square_kilometre = 1000000 * metre ** 2",
    "cubic_metre = metre ** 3", "litre = metre ** 3 / 1000", "millilitre = litre / 1000",
    "gram = [mass]", "kilogram = 1000 * gram", "quintal = 100000 * gram", "tonne = 1000000 * gram",
    "second = [time]", "minute = 60 * second", "hour = 3600 * second", "day = 86400 * second", "week = 604800 * second",
    "month = [calendar]", "quarter = 3 * month", "year = 12 * month",
    "watt = [power]", "kilowatt = 1000 * watt", "megawatt = 1000000 * watt",
    "watt_hour = [energy]", "kilowatt_hour = 1000 * watt_hour", "megawatt_hour = 1000000 * watt_hour",
    "bit = [data]", "kilobit = 1000 * bit", "megabit = 1000000 * bit", "gigabit = 1000000000 * bit",
    "person = [person]", "household = [household]",
)  # fmt: skip

#: The units as people write them, in Vietnamese, English and symbols.
_WRITTEN: dict[str, str] = {
    "VND": "dong", "VNĐ": "dong", "đồng": "dong", "đ": "dong", "dong": "dong", "nghìn đồng": "thousand_dong",
    "ngàn đồng": "thousand_dong", "thousand VND": "thousand_dong", "triệu đồng": "million_dong",
    "triệu VND": "million_dong", "million VND": "million_dong", "tỷ đồng": "billion_dong", "tỉ đồng": "billion_dong",
    "tỷ VND": "billion_dong", "billion VND": "billion_dong", "USD": "us_dollar",
    "m": "metre", "mét": "metre", "metre": "metre", "metres": "metre", "mm": "millimetre", "cm": "centimetre",
    "km": "kilometre", "kilômét": "kilometre", "ki-lô-mét": "kilometre",
    "m2": "square_metre", "m²": "square_metre", "ha": "hectare", "hecta": "hectare", "héc-ta": "hectare",
    "hectare": "hectare", "hectares": "hectare", "km2": "square_kilometre", "km²": "square_kilometre",
    "m3": "cubic_metre", "m³": "cubic_metre", "l": "litre", "lít": "litre", "litre": "litre", "litres": "litre",
    "ml": "millilitre", "g": "gram", "kg": "kilogram", "tạ": "quintal", "tấn": "tonne", "tonne": "tonne",
    "tonnes": "tonne", "t": "tonne",
    "s": "second", "giây": "second", "phút": "minute", "minute": "minute", "minutes": "minute", "h": "hour",
    "giờ": "hour", "hour": "hour", "hours": "hour", "ngày": "day", "day": "day", "days": "day",
    "tuần": "week", "week": "week", "weeks": "week", "tháng": "month", "month": "month", "months": "month",
    "quý": "quarter", "quarter": "quarter", "quarters": "quarter", "năm": "year", "year": "year", "years": "year",
    "W": "watt", "kW": "kilowatt", "MW": "megawatt", "Wh": "watt_hour", "kWh": "kilowatt_hour", "MWh": "megawatt_hour",
    "Kbps": "kilobit / second", "Mbps": "megabit / second", "Gbps": "gigabit / second",
    "người": "person", "person": "person", "persons": "person", "people": "person",
    "hộ": "household", "hộ gia đình": "household", "household": "household", "households": "household",
    "1": "1",
    "vnd": "dong", "Vnd": "dong", "Ha": "hectare", "HA": "hectare", "Km": "kilometre", "KM": "kilometre",
    "Kg": "kilogram", "KG": "kilogram", "KW": "kilowatt", "Kw": "kilowatt", "kw": "kilowatt",
    "mbps": "megabit / second",
}  # fmt: skip

#: Texts of numbers without a unit.
_NO_UNIT = ("", "%")

#: More terms than this are no unit anybody uses.
_MOST_TERMS = 4


class UnitFault(ValueError):  # noqa: N818 - a fault becomes a diagnostic; it is no error of the program
    """A number cannot be turned into the wanted unit.

    ``kind`` is ``unknown_unit``, ``missing_unit`` or ``mismatch``; ``known`` are the units that could be written, of a
    mismatch all that are listed where the wanted one is none of them.
    """

    def __init__(self, kind: str, unit: str, wanted: str, known: tuple[str, ...] = (), text: str = "") -> None:
        """Keep what is wrong, the unit that was written, the one that is wanted, and the number's text."""
        self.kind, self.unit, self.wanted, self.known, self.text = kind, unit, wanted, known, text
        super().__init__(kind, unit, wanted, known, text)

    def __str__(self) -> str:
        """Name the kind and both units."""
        return f"{self.kind}: {self.unit!r} to {self.wanted!r}"


def convert(value: Exact, unit: str, to: str) -> Exact:
    """Turn a number from one unit into another, exactly.

    Args:
        value: The number; a percent is already divided by 100.
        unit: The unit as written; empty or ``1`` for none. A ``/`` divides: ``triệu đồng/người/năm``.
        to: The wanted unit, written the same way.

    Raises:
        UnitFault: a unit is not listed, is missing, or is of another kind.

    >>> convert(500, "triệu đồng", "VND")
    500000000
    """
    if same_unit(unit, to):
        return value
    if not _tidy(unit):
        raise UnitFault("missing_unit", unit, to, text=str(value))
    written, wanted = _expression(unit), _expression(to)
    if written is None:
        raise UnitFault("unknown_unit", unit, to, alike(to) or (to,))
    factor = None if wanted is None else _factor(written, wanted)
    if factor is None:
        raise UnitFault("mismatch", unit, to, alike(to) or known_units())
    return simplify(value * factor)


def same_unit(unit: str, other: str) -> bool:
    """Tell whether two unit texts are one but for blanks and the way letters are composed; ``1`` is none."""
    return _tidy(unit) == _tidy(other)


def known_units() -> tuple[str, ...]:
    """Return the units that can be turned into one another, as people write them."""
    return tuple(name for name in _WRITTEN if name != "1")


def alike(unit: str) -> tuple[str, ...]:
    """Return a unit and those that can be turned into it, each by one name; nothing where it is not listed.

    >>> alike("ha")
    ('ha', 'm2', 'km2')
    """
    wanted = _expression(unit)
    if wanted is None:
        return ()
    names = {name: written for written, name in reversed(_WRITTEN.items()) if name != "1"}
    found = (written for name, written in names.items() if _factor(f"({name})", wanted) is not None)
    own = next((written for name, written in names.items() if f"({name})" == wanted), "")
    return (unit, *sorted((one for one in found if one != own), key=tuple(_WRITTEN).index))


def _tidy(unit: str) -> str:
    words = " ".join((unit if unit.isascii() else unicodedata.normalize("NFC", unit)).split())
    return "" if words == "1" else words.replace(" /", "/").replace("/ ", "/")


def _expression(unit: str) -> str | None:
    """Write a unit in the words pint is told, term by term; nothing if one of them is not listed."""
    terms = _tidy(unit).split("/")
    names = [_WRITTEN.get(term) or _WRITTEN.get(_uncapitalised(term)) for term in terms]
    if len(terms) > _MOST_TERMS or (not all(names) and _tidy(unit) not in _NO_UNIT):
        return None
    return " / ".join(f"({name or 1})" for name in names)


def _uncapitalised(term: str) -> str:
    """Write a word small. A short symbol is left as it is: `MB` is no `Mb`, and `M` no metre."""
    return term if term.isascii() and len(term) < len("metre") else term.lower()


@lru_cache(maxsize=256)
def _factor(written: str, wanted: str) -> Fraction | None:
    """Ask pint what one of a unit is in the other; nothing where they are of two kinds."""
    from pint.errors import DimensionalityError

    registry = _registry()
    try:
        one: Any = registry.Quantity(Fraction(1), registry.parse_units(written))
        return Fraction(one.to(registry.parse_units(wanted)).magnitude)
    except DimensionalityError:
        return None


@cache
def _registry() -> UnitRegistry[Any]:
    """Make pint's registry of our units alone."""
    import pint

    registry: UnitRegistry[Any] = pint.UnitRegistry(None, non_int_type=Fraction)
    for definition in _DEFINITIONS:
        registry.define(definition)
    return registry
