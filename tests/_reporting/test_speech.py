"""One language's days, numbers and money."""

from __future__ import annotations

from datetime import date

import pytest

from smartvillage._reporting.speech import Speech
from smartvillage.diagnostics import Lang
from smartvillage.model.base import Period
from smartvillage.model.tasks import Term


@pytest.mark.parametrize(
    ("amount", "vi", "en"),
    [
        (0, "0 đồng", "0 đồng"),
        (999, "999 đồng", "999 đồng"),
        (1_000_000, "1 triệu đồng", "1 million đồng"),
        (15_500_000, "15,5 triệu đồng", "15.5 million đồng"),
        (1_234_567, "1.234.567 đồng", "1,234,567 đồng"),
        (2_050_000_000, "2,05 tỷ đồng", "2.05 billion đồng"),
    ],
)
def test_money_is_short_only_where_nothing_is_lost(amount: int, vi: str, en: str) -> None:
    """An amount in millions is the same amount."""
    assert (Speech("vi").money(amount), Speech("en").money(amount)) == (vi, en)


@pytest.mark.parametrize(("lang", "expected"), [("vi", "03/04/2023"), ("en", "2023-04-03")])
def test_a_day_is_written_as_people_write_it(lang: Lang, expected: str) -> None:
    """Day first in Vietnamese; ISO in English, where day and month would be guessed."""
    assert Speech(lang).day(date(2023, 4, 3)) == expected


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [
        ("2023-04-03", "ngày 03/04/2023", "of 2023-04-03"),
        ("2024-03", "tháng 03/2024", "of 2024-03"),
        ("2023", "năm 2023", "of 2023"),
    ],
)
def test_a_date_may_lack_its_day_or_month(written: str, vi: str, en: str) -> None:
    """A draft's day is blank; nothing is made up for it."""
    assert (Speech("vi").date(written), Speech("en").date(written)) == (vi, en)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 20_000_000, "0 – 20 triệu đồng"),
        (31_000_000, 269_000_000, "31 – 269 triệu đồng"),
        (500_000_000, 2_000_000_000, "500 triệu đồng – 2 tỷ đồng"),
        (999, 1_000_000, "999 đồng – 1 triệu đồng"),
    ],
)
def test_a_range_of_money_names_its_unit_once(low: int, high: int, expected: str) -> None:
    """Unless its ends have different ones."""
    assert Speech("vi").money_range(low, high) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-01-01", "2023-12-31", "2023-01-01 – 2023-12-31"),
        ("2023-01-01", None, "from 2023-01-01"),
        (None, "2023-12-31", "until 2023-12-31"),
        (None, None, "without end"),
    ],
)
def test_a_period_names_the_ends_it_has(first: str | None, last: str | None, expected: str) -> None:
    """Both days are included, as files write them."""
    period = Period.model_validate({"from": first, "until": last})
    assert Speech("en").period(period) == expected


@pytest.mark.parametrize(
    ("amount", "least", "expected"),
    [(1, None, "1 working day"), (5, None, "5 working days"), (5, 3, "3–5 working days")],
)
def test_a_term_says_its_unit(amount: int, least: int | None, expected: str) -> None:
    """A term may be a range of one unit."""
    assert Speech("en").term(Term(amount=amount, unit="working_days"), least=least) == expected


def test_an_exact_number_is_shown_as_a_percent() -> None:
    """117/133 is a share; it is rounded for show alone."""
    assert Speech("vi").number("117/133", percent=True) == "87,97 %"


def test_a_page_knows_no_words_of_another() -> None:
    """Only what a page needs is loaded."""
    assert not Speech("vi", "assessment").knows("standing.secured")


@pytest.mark.parametrize(
    ("item", "expected"),
    [("II.2.13", "mục II.2.13"), ("a", "mục a"), ("Điều 1.2 a", "Điều 1.2 a"), ("Phụ lục", "Phụ lục")],
)
def test_a_part_of_a_text_that_says_what_it_is_is_no_item(item: str, expected: str) -> None:
    """A number alone is called an item; `Điều 2` is not called `mục Điều 2`."""
    assert Speech("vi").item(item) == expected
