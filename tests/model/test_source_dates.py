"""The dates of sources: a day, a month or a year that the calendar has."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from smartvillage.model.ruleset import Source

PLAIN = {"type": "decision", "issuer": "UBND tỉnh", "seen": True}


@pytest.mark.parametrize("written", ["2024-02-29", "2024-02", "2024"])
def test_a_day_a_month_or_a_year_dates_a_source(written: str) -> None:
    """What is known of a date is kept as it is written."""
    assert Source.model_validate({**PLAIN, "date": written}).date == written


@pytest.mark.parametrize("written", ["2025-02-30", "2023-02-29", "2025-13", "0000", "15/12/2025"])
def test_what_the_calendar_does_not_have_dates_no_source(written: str) -> None:
    """A date that never was is a slip of the pen, and told."""
    with pytest.raises(ValidationError, match="a date is 2023-04-03"):
        Source.model_validate({**PLAIN, "date": written})
