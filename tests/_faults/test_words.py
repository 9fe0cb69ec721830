"""What somebody meant: a hint names it only where there is one reading."""

from __future__ import annotations

import pytest

from smartvillage._faults.words import meant_day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31/12/2025", "2025-12-31"),
        ("31.12.2025", "2025-12-31"),
        ("5/5/2025", "2025-05-05"),
        ("ngày 3 tháng 4  năm 2023", "2023-04-03"),
    ],
)
def test_a_day_as_letters_write_it(text: str, meant: str) -> None:
    """A day with one reading is written out as a file has it."""
    hint = meant_day(text)
    assert hint is not None
    assert (hint.en, hint.vi) == (f"write `{meant}`", f"viết `{meant}`")


@pytest.mark.parametrize("text", ["1/4/2024", "31/2/2024", "0/5/2025", "32/1/2024", "Tháng 13 năm 2024", "2024", "mai"])
def test_no_day_is_made_up(text: str) -> None:
    """Where day and month could be exchanged, or no calendar has the day, none is named."""
    assert meant_day(text, or_month=True) is None


@pytest.mark.parametrize("text", ["Tháng 1 năm 2023", "1/2023"])
def test_a_month_where_a_month_will_do(text: str) -> None:
    """A month is named where a month may stand, and nowhere else."""
    hint = meant_day(text, or_month=True)
    assert hint is not None
    assert hint.en == "write `2023-01`"
    assert meant_day(text) is None
