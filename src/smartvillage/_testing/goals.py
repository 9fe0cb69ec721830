"""Goals: what cases should show of a criterion for nothing in it to be left untried.

Of each criterion: every outcome that some village can have; each limit from just short of it, on it, and just past it;
each day on which something in it begins or ends, from both sides. What no village can show is no goal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from smartvillage.exact import exact_text, read_exact
from smartvillage.model.findings import Outcome

from .alone import Alone
from .rules import edges_in, facts_in, literals_in
from .states import states_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.model.ruleset import Ruleset


#: How many states are tried to find what a criterion can come to.
_MOST = 400


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
    """``outcome``, ``points``, ``grade``, ``limit`` or ``day``."""
    of: str
    """The outcome, the limit's path, or the day."""
    side: str = ""
    """On which side of a limit, or which end."""
    where: str = ""
    """The file and line of the limit, since an overlay may set it anew."""


def reachable(ruleset: Ruleset, data: Mapping[str, Any], criterion: str) -> tuple[Goal, ...]:
    """Return what some village can come to, as far as the states of the criterion's facts show.

    That is every outcome, every level of its grade, and of its points those of each step, else the least and the most.
    """
    alone = Alone(data, criterion, ruleset)
    facts, literals = facts_in(alone.rule, data), literals_in(alone.rule, data)
    states = states_of(facts, data, literals, ruleset.ruleset.numbers, most=_MOST)
    days = days_of(ruleset, alone.rule, data)
    asked = (alone.finding(state, day) for state in states.combinations or ({},) for day in days)
    found = [one for one in asked if one is not None and not isinstance(one, str)]
    outcomes = {str(one.outcome) for one in found if one.outcome is not None}
    if states.cut and outcomes:
        outcomes |= {Outcome.MET, Outcome.NOT_MET}  # among so many states there is one of each
    grades = {one.grade.lowest for one in found if one.grade is not None and one.grade.lowest == one.grade.highest}
    points = {read_exact(str(one.points)) for one in found if one.points is not None and ".." not in str(one.points)}
    stepped = (alone.rule.get("points") or {}).get("steps")
    ends = [exact_text(one) for one in sorted(points if stepped or not points else {min(points), max(points)})]
    told = (("outcome", sorted(outcomes)), ("grade", sorted(grades)), ("points", ends))
    return tuple(Goal(criterion, what, of) for what, ways in told for of in ways)


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
