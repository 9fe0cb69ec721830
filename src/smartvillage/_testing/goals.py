"""Goals: what cases should show of a criterion for nothing in it to be left untried.

Of each criterion: every outcome that some village can have; each limit from just short of it, on it, and just past it;
each day on which something in it begins or ends, from both sides. What no village can show is no goal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .alone import Alone
from .rules import edges_in, facts_in, literals_in
from .states import states_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.model.ruleset import Ruleset


class Side(StrEnum):
    """Where a value lies by a limit."""

    SHORT = "short"
    AT = "at"
    PAST = "past"


@dataclass(frozen=True, slots=True, order=True)
class Goal:
    """One thing that a case should show."""

    criterion: str
    """Of which criterion; empty for the ruleset itself."""
    what: str
    """``outcome``, ``limit`` or ``day``."""
    of: str
    """The outcome, the limit's path, or the day."""
    side: str = ""
    where: str = ""
    """The file and line of the limit, since an overlay may set it anew."""


def reachable(ruleset: Ruleset, data: Mapping[str, Any], criterion: str) -> frozenset[str]:
    """Return the outcomes that some village can have, as far as the states of the criterion's facts show."""
    alone = Alone(data, criterion, ruleset)
    facts, literals = facts_in(alone.rule, data), literals_in(alone.rule, data)
    states = states_of(facts, data, literals, ruleset.ruleset.numbers).combinations or ({},)
    days = days_of(ruleset, alone.rule, data)
    found = (alone.finding(state, day) for state in states for day in days)
    told = {
        str(one.outcome) for one in found if one is not None and not isinstance(one, str) and one.outcome is not None
    }
    return frozenset(told)


def days_of(ruleset: Ruleset, rule: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[date, ...]:
    """Return a day of each stretch of the ruleset's period in which the same holds of a rule."""
    period = ruleset.ruleset.period
    first = period.from_ or period.until
    begun = (day if is_first else day + timedelta(days=1) for day, is_first in edges_in(rule, data))
    return tuple(sorted({*([first] if first else []), *(day for day in begun if day in period)}))


def day_goals(ruleset: Ruleset, rule: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Goal]:
    """Yield both sides of each day on which something in a criterion begins or ends, inside the ruleset's period."""
    for day, is_first in edges_in(rule, data):
        for one in (day - timedelta(days=1), day) if is_first else (day, day + timedelta(days=1)):
            if one in ruleset.ruleset.period:
                yield Goal(rule["id"], "day", one.isoformat())


def period_goals(ruleset: Ruleset) -> Iterator[Goal]:
    """Yield the first and the last day of a ruleset's period, and the days beside them that lie outside."""
    period = ruleset.ruleset.period
    for day, beside in ((period.from_, -1), (period.until, 1)):
        if day is not None:
            yield Goal("", "day", day.isoformat())
            yield Goal("", "day", (day + timedelta(days=beside)).isoformat())
