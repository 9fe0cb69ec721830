"""Explanations: the proof tree of one verdict, read off its evaluation, and what would settle it where it is open.

INVARIANT (no words): an explanation holds what was found, never a sentence; whoever prints it decides words and order.
Exact numbers are text (``"117/133"``); levels and codes are their ids, days are ISO, truths are ``true`` and ``false``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from .base import Frozen, Id, Text
from .basis import Basis
from .display import Displayed
from .findings import RESULT_SCHEMA, Caveat, Outcome, Reason, RulesetRef, VillageRef
from .proof import Proof
from .trial import (
    Asked,
    Cited,
    Comparison,
    Distance,
    Form,
    InForce,
    LimitStep,
    Measured,
    OpenKind,
    Picked,
    Relative,
    Span,
    StepTruth,
)

__all__ = [
    "Asked",
    "Certainty",
    "Cited",
    "Comparison",
    "Distance",
    "Explanation",
    "Form",
    "InForce",
    "LimitStep",
    "Measured",
    "Member",
    "Members",
    "Missing",
    "OpenKind",
    "Picked",
    "Relative",
    "Span",
    "Step",
    "StepTruth",
    "Weakness",
]


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
    gives: str | None = None
    """Of a row of a choice: what is chosen where the condition holds."""
    gives_title: Text | None = None
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
    outcome: Outcome | None
    """Nothing for a criterion that is only scored, and for a level or a score that is given."""
    answer: str = ""
    """The outcome in one word, the level or the score: ``met``, ``2``, ``1..3``; empty for a criterion scored alone."""
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    basis: Basis = Basis.UNKNOWN
    needs: Step | None = None
    """The decision that must be met first."""
    applies_if: Step | None = None
    rule: Step | None = None
    """The rule; of a decision that is a level or a score, what is measured."""
    points: Step | None = None
    grade: Step | None = None
    proof: Proof
    certainty: Certainty = Certainty()

    @property
    def proven(self) -> bool:
        """Tell whether the criterion is met and proven."""
        return self.proof.proven

    def _headline(self) -> str:
        weak = ", ".join((*self.reasons, *self.caveats))
        proven = ", proven" if self.proven else ", not proven"
        proven = "" if self.kind == "decision" or self.outcome is None else proven
        answer = self.answer or ("scored" if self.outcome is None else str(self.outcome))
        return f"of {self.kind} {self.id}: {answer}{proven}{f' ({weak})' if weak else ''}"

    def _rows(self) -> Iterable[tuple[str, ...]]:
        return (row for step in (self.rule, self.points, self.grade) if step is not None for row in _rows(step, 0))


def _rows(step: Step, depth: int) -> Iterator[tuple[str, ...]]:
    """Write a step and those below it, each with its value and the limits it was held against."""
    value = (step.measured.exact or "?") if step.measured else ""
    held = "; ".join(f"{test.word} {', '.join(limit.written for limit in test.limits)}" for test in step.tests)
    yield str(step.truth), "· " * depth + (step.of or step.head), value, held
    for inner in step.steps:
        yield from _rows(inner, depth + 1)


Step.model_rebuild()
