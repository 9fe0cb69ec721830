"""A day of every year: which day it is, counted from a year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from smartvillage.model.limits import YearlyDay


@pytest.mark.parametrize(
    ("written", "year", "expected"),
    [
        ({"month": 12, "day": 1, "year": "previous"}, 2025, date(2024, 12, 1)),
        ({"month": 5, "day": 31}, 2025, date(2025, 5, 31)),
        ({"month": 1, "day": 1, "year": "next"}, 2025, date(2026, 1, 1)),
        ({"month": 2, "day": 29}, 2024, date(2024, 2, 29)),
        ({"month": 2, "day": 29}, 2025, date(2025, 2, 28)),
        ({"month": 12, "day": 31, "year": "next"}, 9999, date(9998, 12, 31)),
        ({"month": 1, "day": 1, "year": "previous"}, 1, date(1, 1, 1)),
    ],
)
def test_the_day_of_a_year(written: dict[str, Any], year: int, expected: date) -> None:
    """A day that only leap years have is in others the last of February; the calendar's ends hold."""
    assert YearlyDay.model_validate(written).in_year(year) == expected


@pytest.mark.parametrize(
    "written", [{"month": 13, "day": 1}, {"month": 0, "day": 1}, {"month": 4, "day": 31}, {"month": 4, "day": 0}]
)
def test_a_day_that_no_year_has(written: dict[str, Any]) -> None:
    """It is refused where the set is read."""
    with pytest.raises(ValidationError, match="no year has this day"):
        YearlyDay.model_validate(written)
