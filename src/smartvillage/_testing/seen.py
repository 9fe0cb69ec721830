"""What came out, under the keys of ``expect``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .wanted import ABSENT, SCORED

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.findings import Assessment, DecisionResult, Finding

    from .case import Expectation, Told


class Seen:
    """An assessment by the keys of ``expect``."""

    def __init__(self, assessment: Assessment) -> None:
        """Take an assessment; its parts are looked up by id."""
        self.assessment = assessment
        self._findings = {finding.criterion: finding for finding in assessment.findings}
        self._decisions = {decision.id: decision for decision in assessment.decisions}

    def told(self, expectation: Expectation) -> Told:
        """Return what came out where something is expected; of counts only those that are."""
        part, name = expectation.part, expectation.name
        if part == "counts":
            return {word: getattr(self.assessment.counts, word) for word in _named(expectation.wanted)}
        if part == "decisions":
            decision = self._decisions.get(name)
            return None if decision is None else decision.answer
        if not name:
            return self.assessment.proven
        found = self._findings.get(name) or self._decisions.get(name)
        return ABSENT if found is None else _PARTS[part](found)


def _named(wanted: Told) -> dict[str, int]:
    return wanted if isinstance(wanted, dict) else {}


def _outcome(found: Finding | DecisionResult) -> Told:
    return SCORED if found.outcome is None else str(found.outcome)


def _shown(field: str) -> Callable[[Finding | DecisionResult], Told]:
    def read(found: Finding | DecisionResult) -> Told:
        value = getattr(found, field, None)
        return None if value is None else str(value)

    return read


_PARTS: dict[str, Callable[[Finding | DecisionResult], Told]] = {
    "criteria": _outcome,
    "reasons": lambda found: frozenset(map(str, found.reasons)),
    "caveats": lambda found: frozenset(map(str, found.caveats)),
    "proven": lambda found: bool(getattr(found, "proven", False)),
    "points": _shown("points"),
    "grades": _shown("grade"),
}
