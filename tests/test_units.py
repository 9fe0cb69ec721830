"""Units of measure."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest

from smartvillage.units import UnitFault, convert, known_units, same_unit


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (500, "triệu đồng", "VND", 500_000_000),
        (Fraction(5, 2), "tỷ đồng", "triệu đồng", 2500),
        (1, "tỉ đồng", "tỷ đồng", 1),
        (7, "nghìn đồng", "đồng", 7000),
        (5, "Triệu đồng", "VND", 5_000_000),
        (Fraction(1, 3), "km", "m", Fraction(1000, 3)),
        (12345, "m²", "ha", Fraction(2469, 2000)),
        (3, "km2", "ha", 300),
        (2, "tấn", "kg", 2000),
        (1, "KW", "W", 1000),
        (3, "quý", "tháng", 9),
        (2, "tuần", "days", 14),
        (90, "phút", "giờ", Fraction(3, 2)),
        (1, "Gbps", "Mbps", 1000),
        (4, "hộ", "households", 4),
        (65, "triệu đồng/người/năm", "VND/người/tháng", Fraction(16_250_000, 3)),
        (65, "triệu đồng / người / năm", "triệu đồng/người/năm", 65),
        (Fraction(1, 2), "%", "1", Fraction(1, 2)),
        (5, "1", "", 5),
        (5, "điểm phát sóng", "điểm  phát sóng", 5),
    ],
)
def test_converts_exactly(value: Fraction, unit: str, to: str, expected: Fraction) -> None:
    """A number is turned without losing anything."""
    assert convert(value, unit, to) == expected


def test_whole_is_int() -> None:
    """A whole result is an int."""
    assert isinstance(convert(Fraction(5, 2), "km", "m"), int)


@pytest.mark.parametrize(
    ("unit", "to", "kind"),
    [
        ("", "ha", "missing_unit"),
        ("1", "ha", "missing_unit"),
        ("mẫu", "ha", "unknown_unit"),
        ("MB", "kg", "unknown_unit"),
        ("M", "m", "unknown_unit"),
        ("ha/", "ha", "unknown_unit"),
        ("__import__('os')", "ha", "unknown_unit"),
        ("m**9999", "m", "unknown_unit"),
        ("m/m/m/m/m", "m", "unknown_unit"),
        ("ha", "km", "mismatch"),
        ("ha", "trường", "mismatch"),
        ("%", "ha", "mismatch"),
        ("ha", "1", "mismatch"),
        ("năm", "ngày", "mismatch"),
        ("người", "hộ", "mismatch"),
        ("USD", "VND", "mismatch"),
    ],
)
def test_refuses(unit: str, to: str, kind: str) -> None:
    """What cannot be turned without guessing is refused, and no stranger's text reaches pint."""
    with pytest.raises(UnitFault) as caught:
        convert(1, unit, to)
    assert (caught.value.kind, caught.value.unit, caught.value.wanted) == (kind, unit, to)


@pytest.mark.parametrize("unit", known_units())
def test_every_listed_unit_is_defined(unit: str) -> None:
    """Each unit of the list can be turned into itself by way of its definition."""
    assert convert(7, f"{unit}/tấn", f"{unit}/kg") == Fraction(7, 1000)


def test_same_unit() -> None:
    """Blanks and composition make no difference, case does."""
    assert same_unit(" triệu  đồng", "triệu đồng")
    assert same_unit("h\N{LATIN SMALL LETTER O WITH CIRCUMFLEX}\N{COMBINING DOT BELOW}", "hộ")
    assert not same_unit("M", "m")


def test_pint_is_loaded_when_units_differ() -> None:
    """Equal units need no pint."""
    code = "import sys; from smartvillage.units import convert; convert(1, 'ha', 'ha'); print('pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
