"""Findings: what an evaluation says of a village (OSCAL: Finding). Closed words, counts, and the whole Assessment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, NoReturn

from .base import Frozen, Id, Text
from .basis import Basis
from .display import Displayed
from .lazy import AsTuple
from .steps import StepResult

#: The version of the JSON that results are written in; it changes when a reader would have to change.
RESULT_SCHEMA: Literal["1"] = "1"


class Outcome(StrEnum):
    """What is found of a criterion. Closed."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASSESSABLE = "not_assessable"
    """A threshold or a method is missing and its bounds do not decide."""
    UNKNOWN = "unknown"
    """A fact is missing or unusable."""
    NOT_APPLICABLE = "not_applicable"

    def __bool__(self) -> NoReturn:
        """Refuse: an outcome has five values, so that ``if outcome:`` can never guess."""
        msg = "an Outcome has five values; compare it with Outcome.MET and its like"
        raise TypeError(msg)


class Reason(StrEnum):
    """Why a finding is not met or open. Closed; the order is the order in which reasons are shown."""

    MISSING_FACT = "missing_fact"
    UNUSABLE_FACT = "unusable_fact"
    PLANNED_ONLY = "planned_only"
    THRESHOLD_UNKNOWN = "threshold_unknown"
    NO_METHOD = "no_method"
    EMPTY_SET = "empty_set"
    NO_BAND = "no_band"
    NOT_IN_FORCE = "not_in_force"
    CLASS_UNKNOWN = "class_unknown"
    BELOW = "below"
    ABOVE = "above"
    ABSENT = "absent"
    OTHER_VALUE = "other_value"
    EXPIRED = "expired"
    UNSEEN_CRITERION = "unseen_criterion"


class Caveat(StrEnum):
    """What weakens a fact that was used. Closed; the order is the order in which caveats are shown."""

    SCOPE_MISMATCH = "scope_mismatch"
    PROXY_MEASURE = "proxy_measure"
    STALE = "stale"
    CONFLICT = "conflict"
    STATED_DIFFERS = "stated_differs"
    PLANNED_NOT_COUNTED = "planned_not_counted"
    PARTIAL_RULESET = "partial_ruleset"


#: The caveats with which a fact proves nothing.
BLOCKING = frozenset({Caveat.SCOPE_MISMATCH, Caveat.PROXY_MEASURE, Caveat.STALE, Caveat.CONFLICT})


class Amount(Frozen):
    """Between what points, a count or any other number lies, exact; both ends are one where it is known."""

    lowest: str | None = None
    """Nothing where there is no end."""
    highest: str | None = None
    out_of: str | None = None
    """The most it could be: of points what all give that may apply, of a count how many may be counted."""
    form: Literal["number", "percent"] = "number"
    """``percent`` is a share of 1."""
    unit: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether it is not known."""
        return self.lowest is None or self.lowest != self.highest

    def __str__(self) -> str:
        """Write one number, or ``lo..hi``."""
        return _between(self.lowest, self.highest)


class LevelRange(Frozen):
    """Between which levels of a scale something lies; both are one where it is known."""

    scale: Id
    lowest: Id
    highest: Id

    @property
    def is_open(self) -> bool:
        """Tell whether it is not known."""
        return self.lowest != self.highest

    def __str__(self) -> str:
        """Write one level, or ``lo..hi``."""
        return _between(self.lowest, self.highest)


def _between(low: str | None, high: str | None) -> str:
    return low if low == high and low is not None else f"{low or ''}..{high or ''}"


class Finding(Frozen):
    """What is found of one criterion: the outcome as reported, whether it is proven, and why.

    A criterion that is only scored has no outcome; where it does not apply it has neither points nor a grade.
    """

    criterion: Id
    title: Text
    group: Id | None = None
    outcome: Outcome | None
    proven: bool = False
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    basis: Basis = Basis.UNKNOWN
    """The weakest basis among the criterion's conditions and limits on the day."""
    open: tuple[str, ...] = ()
    """The paths of what is open and would matter: facts, limits, methods, unseen criteria."""
    points: Amount | None = None
    grade: LevelRange | None = None


class Counts(Frozen):
    """How many criteria came out how."""

    met: int = 0
    not_met: int = 0
    not_assessable: int = 0
    unknown: int = 0
    not_applicable: int = 0

    @property
    def total(self) -> int:
        """All criteria counted, whatever came out."""
        return self.met + self.not_met + self.not_assessable + self.unknown + self.not_applicable


class GroupResult(Frozen):
    """One group's counts."""

    id: Id
    title: Text
    precondition: bool
    counts: Counts
    proven: int


class DecisionResult(Frozen):
    """What a decision came to.

    A level or a score is given only where the decision it needs is met; its ``outcome`` is then nothing, and else that
    of the needed one: not met or unknown.
    """

    id: Id
    title: Text | None = None
    outcome: Outcome | None
    basis: Basis
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    level: LevelRange | None = None
    score: Amount | None = None

    @property
    def answer(self) -> str:
        """One word for the outcome, level or score, as ``met``, ``2``, ``1..3`` or ``62``; ``none`` for no level."""
        if self.outcome is not None:
            return str(self.outcome)
        return str(self.level or self.score or "none")


class RulesetRef(Frozen):
    """Which resolved ruleset was asked: enough to find it again and to see that it is the same."""

    id: Id
    version: str
    title: Text
    overlays: tuple[str, ...] = ()
    digest: str
    """SHA-256 of the resolved ruleset's canonical JSON (RFC 8785)."""


class VillageRef(Frozen):
    """Which village was asked."""

    id: Id
    name: str
    digest: str


class Assessment(Displayed, Frozen):
    """The whole result of an evaluation on one day: frozen, equal by value, JSON there and back.

    ``counts`` and ``proven`` count the criteria outside precondition groups; ``findings`` holds all, in the ruleset's
    order. ``verdict`` is the main decision's outcome; nothing where that is a level or a score.
    """

    schema_version: Literal["1"] = RESULT_SCHEMA
    ruleset: RulesetRef
    village: VillageRef
    on: date
    verdict: Outcome | None
    counts: Counts
    proven: int
    groups: Annotated[Sequence[GroupResult], AsTuple] = ()
    decisions: Annotated[Sequence[DecisionResult], AsTuple] = ()
    findings: Annotated[Sequence[Finding], AsTuple] = ()
    procedure: tuple[StepResult, ...] = ()
    """How far the steps have come that lead to the verdict, in the ruleset's order."""

    def __getitem__(self, criterion: str) -> Finding:
        """Return the finding of a criterion."""
        for finding in self.findings:
            if finding.criterion == criterion:
                return finding
        raise KeyError(criterion)

    def of(self, outcome: Outcome | str) -> tuple[Finding, ...]:
        """Return the findings with an outcome, in the ruleset's order."""
        return tuple(finding for finding in self.findings if finding.outcome == outcome)

    def _headline(self) -> str:
        counts = self.counts
        told = f"{counts.met} of {counts.total - counts.not_applicable} met as reported, {self.proven} proven"
        given = next((one.answer for one in self.decisions), "none")  # the main decision comes first
        answer = given if self.verdict is None else str(self.verdict)
        return f"{self.village.id} on {self.on}: {told}; {answer} by {self.ruleset.id} {self.ruleset.version}"

    def _rows(self) -> Iterable[tuple[str, ...]]:
        for finding in self.findings:
            why = ", ".join((*finding.reasons, *finding.caveats))
            scored = " ".join(str(one) for one in (finding.points, finding.grade) if one is not None)
            told = scored if finding.outcome is None else str(finding.outcome)
            yield told, finding.criterion, finding.title.vi, "proven" if finding.proven else "", why
