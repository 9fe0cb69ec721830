"""A program: one ruleset made ready for one day. It holds nodes and what they stand for, and knows no village.

How data goes through: ``lower`` turns the ruleset's conditions and limits into nodes over numbered slots and lists;
``bind`` reads a village's statements into values for those numbers; ``walk`` combines the two into truths; ``outcome``
names what a pair (applies, holds) means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.model.basis import Basis, Citation
    from smartvillage.model.criteria import Criterion, Decision
    from smartvillage.model.facts import Fact
    from smartvillage.model.findings import Reason
    from smartvillage.model.ruleset import Ruleset

    from .interval import Interval
    from .nodes import Exact, Kind, TruthNode


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """What a slot stands for.

    ``path`` names it everywhere: ``facts/residents``, ``facts/cameras/retention`` (a record's field),
    ``criteria/1.1/rule/at_least`` (a limit), ``criteria/3.3/rule`` (a method).
    """

    path: str
    kind: Kind
    truth: bool
    domain: Interval | None
    """Which numbers it can be; nothing for a truth."""
    reason: Reason
    """Why a finding is open while this is; a fact's may be sharpened when a village is bound."""
    fact: str | None = None
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class ListInfo:
    """A list fact and the fields its entities' inner slots stand for, in order."""

    fact: str
    fields: tuple[SlotInfo, ...]


@dataclass(frozen=True, slots=True)
class LimitInfo:
    """One limit as it is in force on the day, for explanations and for ``reach``."""

    path: str
    word: str
    """The comparison word it stands behind."""
    value: Exact | None
    """Nothing while it is open."""
    domain: Interval | None
    written: str
    """As the ruleset writes it."""
    slot: int | None
    basis: Basis
    source: Citation | None
    ask: str | None


@dataclass(frozen=True, slots=True)
class LoweredCriterion:
    """A criterion as two truths: does it apply, does it hold."""

    criterion: Criterion
    applies: TruthNode
    holds: TruthNode
    facts: frozenset[str]
    """The facts its rule, its substitutes and its ``applies_if`` read."""
    basis: Basis


@dataclass(frozen=True, slots=True)
class LoweredDecision:
    """A decision as one truth."""

    id: str
    decision: Decision
    holds: TruthNode


@dataclass(frozen=True, slots=True)
class Program:
    """A ruleset on a day, as nodes."""

    ruleset: Ruleset
    day: date
    slots: tuple[SlotInfo, ...]
    lists: tuple[ListInfo, ...]
    criteria: tuple[LoweredCriterion, ...]
    """In the ruleset's order; only those in the set on the day."""
    decisions: tuple[LoweredDecision, ...]
    limits: Mapping[str, LimitInfo]
    nodes: Mapping[str, TruthNode]
    """Every condition's node by the condition's path, for explanations: ``criteria/1.2/rule/all_of/0``."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
