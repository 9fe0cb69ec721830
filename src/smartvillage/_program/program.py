"""A program: one ruleset made ready for one day. It holds nodes and what they stand for, and knows no village.

How data goes through: ``lower`` turns the ruleset's conditions and limits into nodes over numbered slots and lists;
``bind`` reads a village's statements into values for those numbers; ``walk`` combines the two into truths; ``outcome``
names what a pair (applies, holds) means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.model.basis import Basis, Citation
    from smartvillage.model.criteria import Criterion, Decision
    from smartvillage.model.explanation import Picked
    from smartvillage.model.facts import Fact
    from smartvillage.model.findings import Caveat, Reason
    from smartvillage.model.limits import DatedValue, TimesLimit, YearlyDay
    from smartvillage.model.ruleset import Ruleset

    from .gauged import Gauged, Levels, Number
    from .interval import Interval
    from .literal import Tables
    from .nodes import Exact, Kind, Op, Prefer, Tally, TruthNode, Value

#: What somebody says of open slots, by path: a number, between what it lies, or a truth.
Given: TypeAlias = "Mapping[str, Exact | Interval | bool]"


class SlotInfo(NamedTuple):
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
    field: str | None = None
    """Which field of a record (for an inner slot: of an entity) it is; nothing for the fact itself."""
    same_as: int | None = None
    """The slot that this is a second use of: the same thing, with another reason (a class) or caveat (a substitute)."""
    caveat: Caveat | None = None
    """What using the fact here weakens, whatever the village says of it."""
    yearly: YearlyDay | None = None
    """The day of every year it is; its year is known once a village is bound."""


class ListInfo(NamedTuple):
    """A list fact and the fields its entities' inner slots stand for, in order."""

    fact: str
    fields: tuple[SlotInfo, ...]


class LimitInfo(NamedTuple):
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
    picked: tuple[Picked, ...] = ()
    """The classes that pick it, outermost first; told by explanations alone."""
    dated: tuple[DatedValue, ...] = ()
    """Its periods, where none of them holds the day; likewise."""
    follows: Value | None = None
    """What it comes to once a village is bound: a part of a fact, or a day of the village's year."""
    relative: TimesLimit | None = None
    """The relative limit it is; its own value is already so many times the other's."""


class LoweredCriterion(NamedTuple):
    """A criterion as two truths: does it apply, does it hold."""

    criterion: Criterion
    applies: TruthNode
    holds: TruthNode
    facts: frozenset[str]
    """The facts its rule, its substitutes and its ``applies_if`` read."""
    basis: Basis
    points: Number | None = None
    """What it gives, and of how much."""
    grade: Levels | None = None


class LoweredDecision(NamedTuple):
    """A decision as one truth; of a level or a score it is that of the decision which is needed."""

    id: str
    decision: Decision
    holds: TruthNode
    basis: Basis
    """The weakest basis among its conditions and limits."""
    level: Levels | None = None
    score: Number | None = None


@dataclass(frozen=True, slots=True, eq=False)
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
    facts: Mapping[str, Fact]
    """The ruleset's facts by id."""
    tables: Tables
    """How the ruleset's types read a village's texts."""
    tallies: tuple[Tally, ...] = ()
    """Every tally once; a village's counts are folded into one value for each."""
    prefers: tuple[Prefer, ...] = ()
    """Every choice among substitutes once; it is made when a village is bound."""
    late: tuple[tuple[str, int], ...] = ()
    """What reads other criteria or decisions, in an order in which all that is read comes first."""
    sides: Mapping[int, Op] = field(default_factory=dict)
    """By node: how a level is held against another, where a test of levels fails for its side alone."""
    gauged: Mapping[str, Gauged] = field(default_factory=dict)
    """What heads and named measures come to by their path, for explanations: ``decisions/total/score``."""
    texts: tuple[str, ...] = ()
    """The texts that rules ask for in records' own keys; a text's value is its position."""
    given: Given = field(default_factory=dict)
    """What was said of open slots when the ruleset was lowered; facts among it are filled when a village is bound."""
    _derived: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What is made once from the nodes and kept beside them."""
