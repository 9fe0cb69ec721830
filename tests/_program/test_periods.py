"""When a figure is from and when it grows old."""

from __future__ import annotations

from datetime import date

import pytest

from smartvillage._program.literal import Tables
from smartvillage._program.periods import end_of_period, later_by
from smartvillage.durations import Duration

VILLAGE = Tables(days="vi")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023", date(2023, 12, 31)),
        (2023, date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2/2023", date(2023, 2, 28)),
        ("12/2023", date(2023, 12, 31)),
        ("31/3/2024", date(2024, 3, 31)),
        ({"from": "2023-01-01", "until": "2023-06-30"}, date(2023, 6, 30)),
        ({"from": "2023-01-01"}, None),
        ("9999-12", date.max),
        ("quý I", None),
        ("2024-13", None),
        ("0000", None),
    ],
)
def test_end_of_period(written: object, expected: date | None) -> None:
    """A year, a month, a day and a stretch end on their last day; anything else is no period."""
    assert end_of_period(written, VILLAGE) == expected


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (Duration(1, "days"), date(2024, 2, 1)),
        (Duration(2, "weeks"), date(2024, 2, 14)),
        (Duration(1, "months"), date(2024, 2, 29)),
        (Duration(1, "years"), date(2025, 1, 31)),
        (Duration(3, "working_days"), date(2024, 2, 5)),
        (Duration(5, "working_days"), date(2024, 2, 7)),
    ],
)
def test_later(duration: Duration, expected: date) -> None:
    """Months and years are calendar ones; working days are Monday to Friday."""
    assert later_by(date(2024, 1, 31), duration) == expected


def test_past_the_last_day() -> None:
    """What would lie past the last day there is, is that day."""
    assert later_by(date(9999, 6, 1), Duration(12, "months")) == date.max
