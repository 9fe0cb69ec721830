"""Counting working days in Vietnam: Tết, days in lieu, swapped Saturdays, calendar terms."""

from __future__ import annotations

from datetime import date

import pytest

from smartvillage._planning.calendar import Calendar
from smartvillage.model.tasks import Term


def due(start: date, amount: int, unit: str) -> date:
    """Return the last day of a term from a working day."""
    calendar = Calendar(start)
    return calendar.day(calendar.due(calendar.index(start), Term.model_validate({"amount": amount, "unit": unit})))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 2, 7), date(2024, 2, 7)),  # the last day before Tết
        (date(2024, 2, 8), date(2024, 2, 15)),  # the 29th of the last moon to the fifth of the first
        (date(2024, 4, 27), date(2024, 5, 2)),  # Saturday, Sunday, swapped Monday, 30 April, 1 May
        (date(2024, 5, 4), date(2024, 5, 4)),  # the Saturday worked instead
        (date(2024, 5, 11), date(2024, 5, 13)),  # any other Saturday
        (date(2023, 1, 2), date(2023, 1, 3)),  # in lieu of a Sunday's New Year
    ],
)
def test_next_working_day(day: date, expected: date) -> None:
    """Days off are stepped over, swapped Saturdays are not."""
    calendar = Calendar(day)
    assert expected == calendar.day(calendar.index(day))


@pytest.mark.parametrize(
    ("start", "amount", "unit", "expected"),
    [
        (date(2024, 4, 1), 1, "working_days", date(2024, 4, 1)),
        (date(2024, 4, 1), 5, "working_days", date(2024, 4, 5)),
        (date(2024, 4, 26), 5, "working_days", date(2024, 5, 6)),  # 26/4, 2/5, 3/5, Saturday 4/5, 6/5
        (date(2024, 4, 1), 7, "days", date(2024, 4, 8)),
        (date(2024, 4, 1), 2, "weeks", date(2024, 4, 15)),
        (date(2024, 1, 31), 1, "months", date(2024, 2, 29)),
        (date(2024, 3, 29), 1, "months", date(2024, 5, 2)),  # 29/4 is swapped away
        (date(2024, 2, 29), 1, "years", date(2025, 2, 28)),
    ],
)
def test_due_day(start: date, amount: int, unit: str, expected: date) -> None:
    """Working days count the first day, calendar terms do not and move on from a day off."""
    assert expected == due(start, amount, unit)


@pytest.mark.parametrize("unit", ["working_days", "days", "weeks", "months"])
def test_latest_start_is_the_last_that_still_ends_in_time(unit: str) -> None:
    """A term from the latest start ends by the due day, and one begun a day later does not."""
    calendar, term = Calendar(date(2024, 1, 2)), Term.model_validate({"amount": 2, "unit": unit})
    for day in (date(2024, 3, 29), date(2024, 5, 2), date(2024, 9, 4)):
        last = calendar.index(day)
        start = calendar.latest_start(term, last)
        assert calendar.due(start, term) <= last < calendar.due(start + 1, term)


def test_latest_start_before_the_calendar_is_none() -> None:
    """A term longer than the time before its due day has no start."""
    calendar = Calendar(date(2024, 1, 2))
    assert calendar.latest_start(Term(amount=30, unit="working_days"), 3) == -1


def test_last_working_day_before() -> None:
    """A day off is stepped back over."""
    calendar = Calendar(date(2024, 1, 2))
    assert date(2024, 4, 26) == calendar.day(calendar.last_before(date(2024, 5, 1)))


def test_added_days_off_carry_their_citation() -> None:
    """A day the caller adds is not worked, not even as a swapped Saturday, and says who orders it."""
    added = {date(2024, 4, 2): "12/QĐ-UBND", date(2024, 5, 4): "13/QĐ-UBND"}
    calendar = Calendar(date(2024, 4, 1), added)
    used = calendar.used(date(2024, 4, 1), date(2024, 5, 31))
    assert date(2024, 4, 3) == calendar.day(calendar.index(date(2024, 4, 2)))
    assert [(off.on, off.source) for off in used.days_off if off.source] == [(date(2024, 4, 2), "12/QĐ-UBND")]
    assert used.worked_saturdays == ()


def test_used_lists_weekdays_off_and_worked_saturdays() -> None:
    """Days off at a weekend are not listed; names come in both languages, with the source's version."""
    used = Calendar(date(2024, 4, 1)).used(date(2024, 4, 1), date(2024, 5, 31))
    assert [off.on for off in used.days_off] == [
        date(2024, 4, 18), date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1),
    ]  # fmt: skip
    assert (used.days_off[0].name.vi, used.days_off[0].name.en) == (
        "Ngày Giỗ Tổ Hùng Vương",
        "Hung Kings' Commemoration Day",
    )
    assert used.worked_saturdays == (date(2024, 5, 4),)
    assert used.source == "holidays"
    assert used.version


def test_years_not_announced_and_years_unknown_are_said() -> None:
    """After the last year with swapped days decrees may still come; after 2100 the source is silently empty."""
    calendar = Calendar(date(2024, 1, 2))
    assert calendar.used(date(2024, 1, 2), date(2024, 12, 31)).unannounced_years == ()
    assert calendar.used(date(2049, 6, 1), date(2050, 6, 1)).unannounced_years == (2049, 2050)
    assert Calendar(date(2101, 1, 3)).used(date(2101, 1, 3), date(2101, 2, 1)).missing_years == (2101,)


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2024, 4, 29), "Nghỉ hoán đổi, làm bù thứ Bảy 04/05/2024", "Day off, swapped with Saturday 2024-05-04"),
        (date(2015, 1, 2), "Nghỉ hoán đổi, làm bù thứ Bảy 27/12/2014", "Day off, swapped with Saturday 2014-12-27"),
        (date(2018, 12, 31), "Nghỉ hoán đổi, làm bù thứ Bảy 05/01/2019", "Day off, swapped with Saturday 2019-01-05"),
        (date(2024, 4, 30), "Ngày Chiến thắng", "Liberation Day/Reunification Day"),
    ],
)
def test_a_swapped_day_names_the_day_worked_instead(day: date, vi: str, en: str) -> None:
    """Its date is written as each language does, also where the two lie in different years."""
    (off,) = Calendar(day).used(day, day).days_off
    assert (off.name.vi, off.name.en) == (vi, en)
