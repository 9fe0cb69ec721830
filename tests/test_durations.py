"""Durations as people type them."""

from __future__ import annotations

import pytest

from smartvillage.durations import Duration, read_duration
from smartvillage.numbers import NumberFault


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("10 working days", 10, "working_days"),
        ("10 ngày làm việc", 10, "working_days"),
        ("1 working day", 1, "working_days"),
        ("30 days", 30, "days"),
        ("07 ngày", 7, "days"),
        ("1 day", 1, "days"),
        ("30 Ngày", 30, "days"),
        ("7ngày", 7, "days"),
        ("2 weeks", 2, "weeks"),
        ("2 tuần", 2, "weeks"),
        ("6 months", 6, "months"),
        ("12  tháng", 12, "months"),
        ("1 year", 1, "years"),
        ("5 năm", 5, "years"),
        ("0 days", 0, "days"),
        ("100 years", 100, "years"),
    ],
)
def test_reads(text: str, amount: int, unit: str) -> None:
    """A whole number and a word, in either language."""
    assert read_duration(text) == Duration(amount, unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "7", "days", "1,5 days", "-3 days", "3 hours", "3 days ago", "١ day", "9" * 5_000_000 + " days"]
)
def test_refused(text: str) -> None:
    """Anything else is no duration."""
    with pytest.raises(NumberFault) as caught:
        read_duration(text)
    assert caught.value.kind == "not_a_duration"


@pytest.mark.parametrize("text", ["101 years", "1201 months", "5219 weeks", "36526 days", "36526 working days"])
def test_at_most_a_century(text: str) -> None:
    """A duration past a century is a slip of the pen."""
    with pytest.raises(NumberFault) as caught:
        read_duration(text)
    assert caught.value.kind == "too_long"


@pytest.mark.parametrize(
    ("duration", "vi", "en"),
    [
        (Duration(10, "working_days"), "10 ngày làm việc", "10 working days"),
        (Duration(1, "days"), "1 ngày", "1 day"),
        (Duration(6, "months"), "6 tháng", "6 months"),
    ],
)
def test_says(duration: Duration, vi: str, en: str) -> None:
    """It is said in both languages, and read back from both."""
    assert (duration.say("vi"), duration.say("en")) == (vi, en)
    assert read_duration(vi) == read_duration(en) == duration
