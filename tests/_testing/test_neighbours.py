"""What stands one unit beside a literal, as its kind counts."""

from __future__ import annotations

from typing import Any

import pytest

from smartvillage._testing.neighbours import PLAIN, Kind, neighbours, shift

STARS = Kind("level", ("1", "2", "3"))
CODES = Kind("choice", ("a", "b", "c"))


@pytest.mark.parametrize(
    ("literal", "kind", "expected"),
    [
        ("70 %", Kind("share"), ["69 %", "71 %"]),
        ("87,9 %", Kind("share"), ["87,8 %", "88 %"]),
        ("100 %", Kind("share"), ["99 %"]),
        ("0 %", Kind("share"), ["1 %"]),
        ("10", Kind("count"), ["9", "11"]),
        ("0", Kind("count"), ["1"]),
        (3, PLAIN, ["2", "4"]),
        ("50 ha", Kind("quantity"), ["49 ha", "51 ha"]),
        ("7 ngày", PLAIN, ["6 ngày", "8 ngày"]),
        ("1.234,5 kg", PLAIN, ["1234,4 kg", "1234,6 kg"]),
        ("all", PLAIN, ["1"]),
        ("2", STARS, ["1", "3"]),
        ("1", STARS, ["2"]),
        ("3", STARS, ["2"]),
        ("b", CODES, ["c"]),
        ("c", CODES, ["a"]),
        ("2024-03-01", Kind("date"), ["2024-02-29", "2024-03-02"]),
        (True, Kind("flag"), [False]),
        ("unknown", PLAIN, []),
        ("90.2", PLAIN, []),
    ],
)
def test_neighbours(literal: Any, kind: Kind, expected: list[Any]) -> None:
    """Levels, codes, days, shares and numbers each have their own unit."""
    assert list(neighbours(literal, kind)) == expected


def test_a_number_is_written_as_its_style_writes() -> None:
    """A set with English numbers keeps its point."""
    assert shift("90.2 %", 1, "en") == "90.3 %"
    assert shift("1,234.5", 1, "en") == "1234.6"
