"""Stretches: the days from which on a ruleset says something else; between two of them it stays the same.

The rule: looked at on the first day of each stretch, a set has been looked at on every day. No clock is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

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


def first_days(ruleset: Ruleset) -> tuple[date, ...]:
    """Return the first day of each stretch in which a set stays the same, in order."""
    period = ruleset.ruleset.period
    changes = {day for section in _DATED for day in _changes(getattr(ruleset, section, None)) if day in period}
    first = period.start or min([*changes, *([period.until] if period.until else [])], default=_SOME_DAY)
    return tuple(sorted({first, *changes})[:MOST_DAYS])


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
