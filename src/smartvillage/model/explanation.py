"""Explanations: the proof tree of one verdict, read off its evaluation, and what would settle it where it is open.

INVARIANT (no words): an explanation holds what was found, never a sentence; whoever prints it decides words and order.
Exact numbers are text (``"117/133"``); levels and codes are their ids, days are ISO, truths are ``true`` and ``false``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from .base import Frozen, Id, Period, Text
from .basis import Basis
from .display import Displayed
from .findings import RESULT_SCHEMA, Caveat, Outcome, Reason, RulesetRef, VillageRef
from .proof import Proof

#: Which kind of thing a value or a limit is, so that it can be printed: ``percent`` is a share of 1, exact.
Form = Literal["truth", "number", "percent", "level", "code", "day", "days"]

#: What an open slot is: a missing fact, an unseen limit, a missing method, a criterion nobody here has seen.
OpenKind = Literal["fact", "limit", "method", "unseen"]

#: What a step came to. Open is what facts, limits and methods that are missing leave undecided.
StepTruth = Literal["met", "not_met", "open"]


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
    for counts of entities, conditions or criteria, how many of those.
    """

    amount: str
    measure: Literal["units", "points", "levels", "days", "items"]
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


class Member(Frozen):
    """One entity, condition or criterion that was counted."""

    id: Id
    name: str | None = None
    title: Text | None = None
    """What a counted condition looks at."""


class Members(Frozen):
    """How many were counted, how many hold, and which do not. Names are bounded; the rest is counted."""

    total: int
    hold: int
    fail: int
    open: int
    not_applicable: int = 0
    unlisted: bool = False
    """True where there may be more than those counted."""
    every: bool = False
    """True where one statement speaks of all of them and not of how many there are."""
    planned: int = 0
    """How many are planned only and were left out."""
    failing: tuple[Member, ...] = ()
    undecided: tuple[Member, ...] = ()


class Weakness(Frozen):
    """A caveat with what it is about: which fact, what was asked for, what was given instead."""

    caveat: Caveat
    fact: Id | None = None
    title: Text | None = None
    asked: str | None = None
    """The wanted scope, the fact a proxy stands for, the age allowed, the value that counts give."""
    given: str | None = None
    """The scope given, the proxy, the day it was measured, the value as printed."""
    asked_title: Text | None = None
    """What the fact is called that a proxy stands for."""


class Missing(Frozen):
    """Something open that matters: a fact with its question, a limit or a method with who may know."""

    path: str
    kind: OpenKind
    reason: Reason
    fact: Id | None = None
    title: Text | None = None
    question: Text | None = None
    ask: Asked | None = None


class Step(Frozen):
    """One condition of the rule: what it looks at, what was found, what that was held against."""

    path: str
    head: str
    """The condition's head: ``fact``, ``count``, ``met``, ``all_of``, ``where`` and so on."""
    of: str | None = None
    """The id of the fact, list, criterion or decision it looks at."""
    title: Text | None = None
    truth: StepTruth
    carries: bool = True
    """True where the whole result rests on this step."""
    measured: Measured | None = None
    tests: tuple[Comparison, ...] = ()
    members: Members | None = None
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Weakness, ...] = ()
    missing: tuple[Missing, ...] = ()
    basis: Basis = Basis.UNKNOWN
    source: Cited | None = None
    note: Text | None = None
    steps: tuple[Step, ...] = ()


class Certainty(Frozen):
    """Whether the outcome holds whatever the open things turn out to be, and what would settle it."""

    certain: bool | None = None
    """True where every completion gives one outcome; nothing where the search stopped before it knew."""
    holds: Outcome | None = None
    """That outcome."""
    settle: tuple[tuple[str, ...], ...] = ()
    """The smallest sets of open things that settle the outcome whatever their values turn out to be."""
    rests_on_proxy: bool = False
    """True where a substitute stands in for the rule's own fact: such a verdict is never certain."""
    finished: bool = True
    """False where the search stopped at its step limit."""
    steps: int = 0


class Explanation(Displayed, Frozen):
    """Why a criterion or a decision came out as it did, as a tree. It exists too where the outcome is unknown."""

    schema_version: Literal["1"] = RESULT_SCHEMA
    ruleset: RulesetRef
    village: VillageRef
    on: date
    kind: Literal["criterion", "decision"] = "criterion"
    id: Id
    title: Text | None = None
    group: Id | None = None
    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    basis: Basis = Basis.UNKNOWN
    applies_if: Step | None = None
    rule: Step | None = None
    proof: Proof
    certainty: Certainty = Certainty()

    @property
    def proven(self) -> bool:
        """Tell whether the criterion is met and proven."""
        return self.proof.proven

    def _headline(self) -> str:
        weak = ", ".join((*self.reasons, *self.caveats))
        proven = "" if self.kind == "decision" else (", proven" if self.proven else ", not proven")
        return f"of {self.kind} {self.id}: {self.outcome}{proven}{f' ({weak})' if weak else ''}"

    def _rows(self) -> Iterable[tuple[str, ...]]:
        return _rows(self.rule, 0) if self.rule else ()


def _rows(step: Step, depth: int) -> Iterator[tuple[str, ...]]:
    """Write a step and those below it, each with its value and the limits it was held against."""
    value = (step.measured.exact or "?") if step.measured else ""
    held = "; ".join(f"{test.word} {', '.join(limit.written for limit in test.limits)}" for test in step.tests)
    yield str(step.truth), "· " * depth + (step.of or step.head), value, held
    for inner in step.steps:
        yield from _rows(inner, depth + 1)


Step.model_rebuild()
