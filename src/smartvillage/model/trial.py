"""Trials: one value held against its limits, as explanations tell it.

INVARIANT (no words): only what was found stands here, never a sentence. Exact numbers are text (``"117/133"``); levels
and codes are their ids, days are ISO, truths are ``true`` and ``false``.
"""

from __future__ import annotations

from typing import Literal

from .base import Frozen, Id, Period, Text
from .basis import Basis

#: Which kind of thing a value or a limit is, so that it can be printed: ``percent`` is a share of 1, exact.
Form = Literal["truth", "number", "percent", "level", "code", "day", "days"]

#: What an open slot is: a missing fact, an unseen limit, a missing method, a criterion nobody here has seen.
OpenKind = Literal["fact", "limit", "method", "unseen"]

#: What a step came to. Open is what facts, limits and methods that are missing leave undecided; what is only measured,
#: and of which nothing is asked, is neither met nor not.
StepTruth = Literal["met", "not_met", "open", "measured"]


class Span(Frozen):
    """What an open value can still be. An absent end is unbounded; an open end is not itself inside."""

    low: str | None = None
    high: str | None = None
    low_open: bool = False
    high_open: bool = False


class Asked(Frozen):
    """A role that may know, and its title."""

    role: Id
    title: Text | None = None


class Cited(Frozen):
    """A citation with what is printed of its source."""

    id: Id
    item: str | None = None
    quote: str | None = None
    number: str | None = None
    title: Text | None = None
    issuer: str | None = None
    date: str | None = None
    seen: bool = False
    """True where the text itself was read."""


class Measured(Frozen):
    """What was looked at and what it came to."""

    form: Form
    exact: str | None = None
    """The value used; nothing while it is open."""
    within: Span | None = None
    """What it can still be, where somebody narrowed it; an open fact alone can be anything of its kind."""
    written: str | None = None
    """As the village wrote it."""
    unit: str = ""
    title: Text | None = None
    """What a level or a code is called."""
    part: str | None = None
    """The count behind a share."""
    whole: str | None = None
    part_of: Id | None = None
    """The fact that counts the part, where the share names one."""
    out_of: str | None = None
    """The most that points, or a count, could come to."""
    source: Cited | None = None
    """Where the village has it from."""


class Picked(Frozen):
    """The class by which a limit is picked: a choice fact and one of its codes."""

    fact: Id
    fact_title: Text | None = None
    code: Id | None = None
    """The village's own code; while it is open the row's; nothing for the row of all others."""
    title: Text | None = None


class InForce(Frozen):
    """What is in force in a period."""

    during: Period
    exact: str | None = None
    """The value, where one fact is held against it."""
    written: str
    title: Text | None = None


class Relative(Frozen):
    """What a limit follows from: another limit or a fact, so many times, or a day of the village's year."""

    kind: Literal["limit", "fact", "measure", "year"]
    of: str
    """The limit, the fact or the measure; of a day of every year the year that the village speaks of."""
    title: Text | None = None
    times: str | None = None
    """How many times that it is, as the ruleset writes it."""
    exact: str | None = None
    """What that comes to; nothing while it is open."""
    basis: Basis | None = None
    """What that rests on, where it is another limit."""
    source: Cited | None = None


class LimitStep(Frozen):
    """A limit as it is in force on the day, with where it comes from."""

    path: str
    form: Form
    exact: str | None = None
    within: Span | None = None
    """Between what it must lie while nobody here has seen it."""
    written: str = ""
    """As the ruleset writes it."""
    unit: str = ""
    title: Text | None = None
    basis: Basis = Basis.UNKNOWN
    source: Cited | None = None
    ask: Asked | None = None
    relative: Relative | None = None
    """What it follows from, where it does not stand by itself."""
    picked: tuple[Picked, ...] = ()
    """By which classes it is picked, outermost first; several limits with one class are those in question."""
    periods: tuple[InForce, ...] = ()
    """When values are in force, where none is on this day; a limit in such a hole is nothing anybody could know."""


class Distance(Frozen):
    """How far a value lies from its limit, in the fact's own unit: below zero is lacking, from zero up is to spare.

    For a share with counts it is how many of the part; without counts percentage points; for levels, how many levels;
    for counts of entities, conditions or criteria, how many of those; for the points of criteria, marks.
    """

    amount: str
    measure: Literal["units", "points", "levels", "days", "items", "marks"]
    unit: str = ""
    of: Id | None = None
    """What is counted: the fact of the part, or the list."""
    title: Text | None = None
    """What that is called."""
    direction: Literal["up", "down"] = "up"
    """Which way the value would have to go."""
    beyond: bool = False
    """True where that amount alone is not enough: the limit itself does not yet meet a strict test."""
    bound: bool = False
    """True where members are open: it is at least so far, however they turn out."""


class Comparison(Frozen):
    """One test: the comparison word, its limit or limits, and what it came to."""

    word: str
    truth: StepTruth
    limits: tuple[LimitStep, ...] = ()
    distance: Distance | None = None
    """Nothing while either side is open."""
    gives: str | None = None
    """The points or the level that are given where the test holds."""
    gives_title: Text | None = None
