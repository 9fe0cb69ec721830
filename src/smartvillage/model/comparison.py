"""Comparisons: how two rulesets differ in what they mean, and which villages that touches. Closed kinds of change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

from .base import Frozen, Id, Text, Written
from .display import Displayed
from .findings import RESULT_SCHEMA, Outcome, RulesetRef, VillageRef
from .frozen import NOTHING, Mapped


class ChangeKind(StrEnum):
    """What a change means. Closed; the order is the order in which changes are shown."""

    ADDED = "added"
    RETIRED = "retired"
    STRICTER = "stricter"
    """No village fares better by it, and some fare worse."""
    LOOSER = "looser"
    """No village fares worse by it, and some fare better."""
    INCOMPARABLE = "incomparable"
    """Some fare better and some worse, or the two cannot be held against one village."""
    DATES = "dates_changed"
    RESPONSIBILITY = "responsibility_changed"
    PLANNING = "planning_changed"
    """What a way there takes: an activity's effects, cost or duration. No verdict depends on it."""
    EDITORIAL = "editorial"
    """Words, sources and order; no village fares otherwise."""


class Stand(Frozen):
    """How the village of a witness stands under one of the two rulesets."""

    outcome: Outcome | None = None
    """Of the criterion or decision; nothing where it is not in the set, or has no outcome."""
    proven: bool = False
    score: str | None = None
    """Its points or grade, where it has any."""
    verdict: Outcome | None = None
    """Of the ruleset's main decision, with everything else as good as this witness could be made."""


class Witness(Frozen):
    """A village that fares differently: made up, as small as it could be found."""

    on: date
    facts: Mapped[Id, Written] = NOTHING
    """The facts that make the difference, as a village file writes them. All others are missing."""
    evidence: tuple[Id, ...] = ()
    """The types of evidence attached."""
    before: Stand
    after: Stand

    @property
    def flips_verdict(self) -> bool:
        """Tell whether the main decision comes out differently too."""
        return self.before.verdict != self.after.verdict


class Change(Frozen):
    """One difference between two rulesets, classified by what it means."""

    kind: ChangeKind
    section: str
    """The section of the file: ``criteria``, ``decisions``, ``facts`` …"""
    id: Id
    title: Text | None = None
    keys: tuple[str, ...] = ()
    """The keys that read differently."""
    because: tuple[str, ...] = ()
    """Paths of other entries through which the meaning changed, such as a named limit or a fact."""
    before: Text | None = None
    """The rule in words, or what stood there."""
    after: Text | None = None
    witness: Witness | None = None
    """A village that fares differently; nothing where none does or none was found."""
    whole: bool = True
    """False where not every case could be tried: the kind then is what the tried cases show."""


class Flip(Frozen):
    """A village for which the two rulesets come out differently."""

    village: VillageRef
    on: date
    before: Outcome | None
    """What the main decision came to; nothing where that is a level or a score that is given."""
    after: Outcome | None
    before_answer: str = ""
    """The same in one word: ``met``, ``2``, ``1..3``."""
    after_answer: str = ""
    criteria: tuple[tuple[Id, Outcome | None, Outcome | None], ...] = ()
    """Each criterion that comes out differently: before and after; nothing where it is not in the set."""


class Unjudged(Frozen):
    """A village that could not be held against one of the two, and why."""

    name: str
    why: Text


class Comparison(Displayed, Frozen):
    """All differences between two rulesets, in the order of their kinds' weight within each section of the file."""

    schema_version: Literal["1"] = RESULT_SCHEMA
    before: RulesetRef
    after: RulesetRef
    changes: tuple[Change, ...] = ()
    flips: tuple[Flip, ...] = ()
    """Of the villages asked about, those that come out differently."""
    villages: int = 0
    """How many villages were asked about."""
    unjudged: tuple[Unjudged, ...] = ()

    def of(self, kind: ChangeKind | str) -> tuple[Change, ...]:
        """Return the changes of a kind."""
        return tuple(change for change in self.changes if change.kind == kind)

    def counts(self) -> Mapping[str, int]:
        """Count the changes by kind, in the order of kinds; kinds without any are left out."""
        found = {kind.value: len(self.of(kind)) for kind in ChangeKind}
        return {kind: count for kind, count in found.items() if count}

    def _headline(self) -> str:
        told = ", ".join(f"{count} {kind}" for kind, count in self.counts().items()) or "no change"
        return f"{self.before.id} {self.before.version} against {self.after.id} {self.after.version}: {told}"

    def _rows(self) -> Iterable[tuple[str, ...]]:
        for change in self.changes:
            yield str(change.kind), f"{change.section}/{change.id}", ", ".join((*change.keys, *change.because))
