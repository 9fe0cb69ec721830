"""Days: on which days two rulesets are held against each other.

The rule: between two neighbouring dates of either set nothing changes, so one day of each stretch stands for all of it.
Sets whose periods never meet are compared across the gap: the last day of the one with the first of the other.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from smartvillage.timeline import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.base import Period
    from smartvillage.model.ruleset import Ruleset

    from .sameness import Texts

#: How many stretches of days are compared.
MOST_DAYS = 24


class Days(NamedTuple):
    """A day for each of the two rulesets."""

    before: date
    after: date


def days_to_compare(
    before: Ruleset, after: Ruleset, texts: tuple[Texts, Texts], since: date = date.min
) -> tuple[Days, ...]:
    """Return the days on which two rulesets are compared, the first and the last stretch always among them.

    An amendment that is made in one of them is none before the day ``since``.
    """
    ours, theirs = before.ruleset.period, after.ruleset.period
    start = max(one.start or date.min for one in (ours, theirs))
    until = min(one.until or date.max for one in (ours, theirs))
    if start > until:
        return (_across(ours, theirs),)
    start = min(max(start, since), until)
    dated = (text.section(section) for text in texts for section in ("decisions", "criteria", "limits", "measures"))
    turns = {day for section in dated for day in _dates(section)}
    first = start if start > date.min else min([*turns, until])
    found = sorted({first, *(day for day in turns if start < day <= until)})
    if len(found) > MOST_DAYS:
        found = [*found[: MOST_DAYS - 1], found[-1]]
    return tuple(Days(day, day) for day in found)


def _across(ours: Period, theirs: Period) -> Days:
    if ours.until is not None and theirs.start is not None and ours.until < theirs.start:
        return Days(ours.until, theirs.start)
    assert ours.start is not None  # noqa: S101 - periods that never meet have such ends
    assert theirs.until is not None  # noqa: S101 - likewise
    return Days(ours.start, theirs.until)


def _dates(plain: object) -> Iterator[date]:
    """Yield the first day of every stretch that a period in plain data begins or ends."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            day = iso_day(value) if key in ("from", "until") and isinstance(value, str) else None
            if day is None:
                yield from _dates(value)
            elif key == "from":
                yield day
            elif day < date.max:
                yield day + timedelta(days=1)
    elif isinstance(plain, list):
        for value in plain:
            yield from _dates(value)
