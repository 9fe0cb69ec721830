"""The door to programs: inside the period alone, lowered once, kept apart by day and by what is given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from smartvillage._program.door import program_for
from smartvillage.errors import NotInForceError

Make = Callable[..., Any]
FACTS = {"wifi": {"type": "flag"}}
RULES = {"1": {"fact": "wifi"}}


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2025, 12, 31)])
def test_first_and_last_day(make_ruleset: Make, day: date) -> None:
    """Both ends of the period are inside."""
    assert program_for(make_ruleset(FACTS, RULES), day).day == day


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2026, 1, 1)])
def test_outside(make_ruleset: Make, day: date) -> None:
    """A day outside is an error that says who asked for it."""
    with pytest.raises(NotInForceError) as caught:
        program_for(make_ruleset(FACTS, RULES), day, None, "until")
    assert (caught.value.day, caught.value.asked, caught.value.until) == (day, "until", date(2025, 12, 31))


def test_once(make_ruleset: Make) -> None:
    """The same day and the same given are lowered once."""
    ruleset, day = make_ruleset(FACTS, RULES), date(2024, 1, 1)
    assert program_for(ruleset, day) is program_for(ruleset, day, {})
    assert program_for(ruleset, day, {"facts/wifi": True}) is program_for(ruleset, day, {"facts/wifi": True})


def test_apart(make_ruleset: Make) -> None:
    """Another day, or something else given, is another program."""
    ruleset, day = make_ruleset(FACTS, RULES), date(2024, 1, 1)
    one = program_for(ruleset, day)
    assert one is not program_for(ruleset, date(2024, 1, 2))
    assert program_for(ruleset, day, {"facts/wifi": True}) is not program_for(ruleset, day, {"facts/wifi": False})


def test_true_is_not_one(make_ruleset: Make) -> None:
    """A truth and a number that Python takes for equal are not the same thing to be given."""
    ruleset, day = make_ruleset(FACTS, RULES), date(2024, 1, 1)
    assert program_for(ruleset, day, {"x": True}) is not program_for(ruleset, day, {"x": 1})


def test_bounded(make_ruleset: Make) -> None:
    """However many days are asked about, not all their programs are kept: a service is asked for years."""
    ruleset = make_ruleset(FACTS, RULES)
    for day in range(300):
        program_for(ruleset, date(2024, 1, 1) + timedelta(day))
    assert len(ruleset._derived["programs"]) <= 64
