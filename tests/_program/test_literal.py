"""The type decides how a text is read, never the shape of the text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter

from smartvillage._program.literal import LiteralFault, Tables, read_literal
from smartvillage.model.facts import Fact
from smartvillage.numbers import NumberFault
from smartvillage.units import UnitFault

TABLES = Tables({"stars": ("1", "2", "3")}, {"region": ("mountain", "delta")})
FACT: TypeAdapter[Any] = TypeAdapter(Fact)


def read(fact: dict[str, Any], written: object, tables: Tables = TABLES) -> Any:
    """Read by a fact written as plain data."""
    return read_literal(FACT.validate_python(fact), written, tables)


@pytest.mark.parametrize(
    ("fact", "written", "expected"),
    [
        ({"type": "flag"}, True, 2),
        ({"type": "judgement"}, False, 0),
        ({"type": "document"}, True, 2),
        ({"type": "count"}, "1.234", None),
        ({"type": "count"}, "06", 6),
        ({"type": "count"}, 6, 6),
        ({"type": "share"}, "70 %", Fraction(7, 10)),
        ({"type": "share"}, "100 %", 1),
        ({"type": "share"}, "117/133", Fraction(117, 133)),
        ({"type": "level", "scale": "stars"}, "3", 2),
        ({"type": "level", "scale": "stars"}, 3, 2),
        ({"type": "choice", "codes": "region"}, "delta", 1),
        ({"type": "choice", "codes": ["x", "y"]}, "y", 1),
        ({"type": "date"}, "2024-03-31", date(2024, 3, 31).toordinal()),
        ({"type": "quantity", "unit": "ha"}, "251,3 ha", Fraction(2513, 10)),
        ({"type": "quantity", "unit": "ha"}, "1 km2", 100),
        ({"type": "quantity", "unit": "1"}, Decimal("0.3"), Fraction(3, 10)),
    ],
)
def test_reads(fact: dict[str, Any], written: object, expected: object) -> None:
    """Each type makes its own number of a text."""
    if expected is None:
        with pytest.raises(NumberFault):
            read(fact, written)
    else:
        assert read(fact, written) == expected


@pytest.mark.parametrize(
    ("fact", "written", "kind"),
    [
        ({"type": "flag"}, "true", "not_a_truth"),
        ({"type": "flag"}, 1, "not_a_truth"),
        ({"type": "count"}, "1,5", "not_whole"),
        ({"type": "count"}, "3/4", "not_whole"),
        ({"type": "count"}, "-1", "negative"),
        ({"type": "count"}, "3 ha", "unit_unwanted"),
        ({"type": "count"}, True, "no_number"),
        ({"type": "share"}, "0,7", "not_a_share"),
        ({"type": "share"}, "3 ha", "share_unit"),
        ({"type": "share"}, "101 %", "over_whole"),
        ({"type": "share"}, "-1 %", "negative"),
        ({"type": "level", "scale": "stars"}, "4", "unknown_level"),
        ({"type": "choice", "codes": "region"}, "coast", "unknown_code"),
        ({"type": "choice", "codes": ["true"]}, True, "unknown_code"),
        ({"type": "date"}, "31/3/2024", "not_a_day"),
        ({"type": "quantity", "unit": "ha"}, "3", "unit_missing"),
        ({"type": "list"}, "3", "no_literal"),
    ],
)
def test_refuses(fact: dict[str, Any], written: object, kind: str) -> None:
    """What a type does not take is refused with the reason."""
    with pytest.raises(LiteralFault) as caught:
        read(fact, written)
    assert caught.value.kind == kind


def test_other_kind_of_unit() -> None:
    """A unit that measures something else is no amount."""
    with pytest.raises(UnitFault):
        read({"type": "quantity", "unit": "ha"}, "3 kW")


def test_village_days() -> None:
    """In a village's file the Vietnamese way of writing a day is read too."""
    assert read({"type": "date"}, "31/3/2024", Tables(days="vi")) == date(2024, 3, 31).toordinal()


def test_english_numbers() -> None:
    """A file that says so is read with English marks."""
    assert read({"type": "quantity", "unit": "ha"}, "1,234.5 ha", Tables(style="en")) == Fraction(12345, 10)
