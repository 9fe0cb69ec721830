"""Stretches: the days from which on a ruleset says something else; between two of them it stays the same.

The rule: looked at on the first day of each stretch, a set has been looked at on every day. No clock is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from smartvillage.timeline import day_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.ruleset import Ruleset

#: On how many days a set is looked at; one that changes more often is looked at on its first ones.
MOST_DAYS = 24
#: The sections of which the dates change what is asked.
_DATED = ("criteria", "limits", "measures", "decisions")
#: A day for a set that names none.
_SOME_DAY = date(2000, 1, 1)


class Standing(NamedTuple):
    """A ruleset as it stands from one amendment to the next, and the days on which it is looked at."""

    ruleset: Ruleset
    days: tuple[date, ...]


def standings(ruleset: Ruleset) -> Iterator[Standing]:
    """Yield the set before and after each of its amendments."""
    period = ruleset.ruleset.period
    begins = sorted(day for day in ruleset.amended if day in period and day != period.start)
    for first, next_ in pairwise([None, *begins, None]):
        standing = ruleset.on(first or _first_day(ruleset, begins))
        days = _turns(standing, begins) | ({first} if first else set())
        inside = sorted(day for day in days if (first is None or first <= day) and (next_ is None or day < next_))
        yield Standing(standing, tuple(inside[:MOST_DAYS]))


def _turns(ruleset: Ruleset, begins: list[date]) -> set[date]:
    """Return the days of its period on which a set changes by its own dates, its first day among them."""
    period = ruleset.ruleset.period
    changes = {day for section in _DATED for day in _changes(getattr(ruleset, section)) if day in period}
    return {_first_day(ruleset, [*begins, *changes]), *changes}


def _first_day(ruleset: Ruleset, days: list[date]) -> date:
    """Return a day on which a set stands as it does before all its changes."""
    period = ruleset.ruleset.period
    last = [period.until] if period.until else []
    return period.start or min(
        [date.fromordinal(day.toordinal() - 1) for day in days if day > date.min] + last, default=_SOME_DAY
    )


def _changes(found: Any) -> Iterator[date]:  # noqa: ANN401 - a value of the vocabulary
    """Yield the days on which something within a value begins, or is over."""
    if isinstance(found, BaseModel):
        start, until = getattr(found, "from_", None), getattr(found, "until", None)
        if isinstance(start, date):
            yield start
        after = day_after(until) if isinstance(until, date) else None
        if after is not None:
            yield after
        for name in type(found).model_fields:
            yield from _changes(getattr(found, name))
    elif isinstance(found, Mapping):
        for part in found.values():
            yield from _changes(part)
    elif isinstance(found, tuple):
        for part in found:
            yield from _changes(part)
