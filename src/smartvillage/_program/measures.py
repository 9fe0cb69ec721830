"""What a condition measures, and how it is held against a limit: a fact, a text, a truth, or how many of a set.

The rule: a measure says three things and no more: how it reads a written limit, what holding it against a known level
is, and what holding it against a level that nobody has seen is. The forms of limits are written once over these three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from smartvillage.exact import simplify
from smartvillage.model.findings import Reason
from smartvillage.model.limits import Bounds, Rounding

from .build import ALWAYS, NEVER, Found
from .domains import TextKey, unseen_limit_of
from .interval import Interval, drawn_in, scale
from .literal import plain_text, read_literal
from .nodes import AtLeast, Compare, Kind, Linear, Not, Op, Pick, Slot
from .program import SlotInfo
from .quota import Level, read_quota
from .rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.facts import AnyFact

    from .build import Build, Site
    from .nodes import Exact, TruthNode, Value

#: A truth, and what its limit came to.
Held: TypeAlias = "tuple[TruthNode, Found]"


class Measure(Protocol):
    """Anything that tests can be put to."""

    def read(self, written: object) -> Level:
        """Read a limit as written."""

    def known(self, level: Level, op: Op, round_: Rounding | None) -> TruthNode:
        """Hold the measure against a known level."""

    def unseen(self, bounds: Bounds | Interval, op: Op, site: Site, ask: Asked) -> Held:
        """Hold the measure against a level that nobody has seen."""

    def follow(self, level: Linear, op: Op) -> TruthNode:
        """Hold the measure against a level that follows from the village."""


class Asked(NamedTuple):
    """Who may know a limit, how the measure is rounded, and how many times the limit it is held against."""

    ask: str | None = None
    round_: Rounding | None = None
    times: Exact = 1


class FactMeasure(NamedTuple):
    """A fact or a field that is a number, a level, a code, a day or a text."""

    build: Build
    fact: AnyFact
    slot: Slot
    since: Slot | None = None
    """The day from which days are counted to the other."""

    def read(self, written: object) -> Level:
        """Read a limit the way the fact is read."""
        if isinstance(self.fact, TextKey):
            return Level(self.build.text(plain_text(written)), share=False)
        return Level(read_literal(self.fact, written, self.build.tables), share=False)

    def known(self, level: Level, op: Op, round_: Rounding | None) -> TruthNode:
        """Compare the fact, less the limit, with zero."""
        if round_ is not None:
            step = read_literal(self.fact, round_.to, self.build.tables)
            return _all([self._compare(edge, one) for edge, one in rounded(level.value, op, step, round_.mode)])
        return self._compare(level.value, op)

    def _compare(self, limit: Exact, op: Op) -> TruthNode:
        return Compare(Linear(self._terms(), -limit), op)

    def _terms(self) -> tuple[tuple[Exact, Slot], ...]:
        return ((1, self.slot),) if self.since is None else ((1, self.slot), (-1, self.since))

    def follow(self, level: Linear, op: Op) -> TruthNode:
        """Compare the fact, less what the limit follows from, with zero."""
        return Compare(_less(self._terms(), level), op)

    def unseen(self, bounds: Bounds | Interval, op: Op, site: Site, ask: Asked) -> Held:
        """Compare the fact with a slot that lies within the bounds."""
        domain = bounds if isinstance(bounds, Interval) else self._domain(bounds)
        path, reached = site.settled_at, scaled(ask.times, domain)
        if ask.round_ is not None:
            slot = self.build.slot(_truth_slot(path, ask.ask))
            return _by_far_and_near(self, reached, op, ask, slot), Found("", None, reached, slot.index)
        info = SlotInfo(path, Kind.LIMIT, truth=False, domain=domain, reason=Reason.THRESHOLD_UNKNOWN, ask=ask.ask)
        slot = self.build.slot(info)
        return self.follow(Linear(((ask.times, slot),)), op), Found("", None, reached, slot.index)

    def _domain(self, bounds: Bounds) -> Interval:
        default = unseen_limit_of(self.fact, self.build.tables)
        return bounded(bounds, default, lambda written: self.read(written).value)


class TruthMeasure(NamedTuple):
    """A fact or a field that is true or false, or a record with what is asked of it."""

    truth: TruthNode

    def read(self, written: object) -> Level:
        """Read ``true`` or ``false``."""
        return Level(2 if written is True else 0, share=False)

    def known(self, level: Level, op: Op, round_: Rounding | None) -> TruthNode:  # noqa: ARG002 - a truth takes `is`
        """Ask for the truth, or for its opposite."""
        return self.truth if level.value else Not(self.truth)

    def unseen(self, bounds: Bounds | Interval, op: Op, site: Site, ask: Asked) -> Held:  # noqa: ARG002
        """A truth is held against no bounds; the checks of loading refuse it."""
        return NEVER, Found("unknown")

    def follow(self, level: Linear, op: Op) -> TruthNode:  # noqa: ARG002 - likewise
        """A truth is held against no number; the checks of loading refuse it."""
        return NEVER


class CountMeasure(NamedTuple):
    """How many of a set: of entities, of conditions, of criteria."""

    build: Build
    total: Callable[[Exact, Exact], Value]
    """The sum over the set of one amount for each that hits and another for each that misses."""
    guard: Callable[[TruthNode], TruthNode]
    """What a share of the set becomes, since the set may be empty."""

    def read(self, written: object) -> Level:
        """Read a number, a percentage or ``all``."""
        return read_quota(written, self.build.tables.style)

    def known(self, level: Level, op: Op, round_: Rounding | None) -> TruthNode:
        """Compare the number of hits, or one sum in which every hit and every miss weighs its part."""
        if round_ is not None:
            step = self.read(round_.to).value
            edges = rounded(level.value, op, step, round_.mode)
            truth = _all([self._compare(level._replace(value=edge), one) for edge, one in edges])
        else:
            truth = self._compare(level, op)
        return self.guard(truth) if level.share else truth

    def _compare(self, level: Level, op: Op) -> TruthNode:
        if level.share:
            return Compare(Linear(((1, self.total(1 - level.value, -level.value)),)), op)
        return Compare(Linear(((1, self.total(1, 0)),), -level.value), op)

    def unseen(self, bounds: Bounds | Interval, op: Op, site: Site, ask: Asked) -> Held:
        """Hold a share against the bounds' far and near ends, a number against a slot."""
        share, domain = self._domain(bounds)
        path, reached = site.settled_at, scaled(ask.times, domain)
        if not share:
            info = SlotInfo(path, Kind.LIMIT, truth=False, domain=domain, reason=Reason.THRESHOLD_UNKNOWN, ask=ask.ask)
            slot = self.build.slot(info)
            return self.follow(Linear(((ask.times, slot),)), op), Found("", None, reached, slot.index)
        slot = self.build.slot(_truth_slot(path, ask.ask))
        bare = self._replace(guard=lambda truth: truth)
        node = self.guard(_by_far_and_near(bare, reached, op, ask, slot, share=True))
        return node, Found("", None, reached, slot.index)

    def follow(self, level: Linear, op: Op) -> TruthNode:
        """Compare the number of hits, less what the limit follows from, with zero."""
        return Compare(_less(((1, self.total(1, 0)),), level), op)

    def _domain(self, bounds: Bounds | Interval) -> tuple[bool, Interval]:
        if isinstance(bounds, Interval):
            return bounds.high is not None and bounds.high <= 1, bounds
        written = (bounds.at_least, bounds.more_than, bounds.at_most, bounds.less_than)
        levels = [self.read(one) for one in written if one is not None]
        share = not levels or any(level.share for level in levels)
        default = Interval(0, 1, low_open=True) if share else Interval(0, None, low_open=True)
        return share, bounded(bounds, default, lambda one: self.read(one).value)


def value_of(measure: Measure) -> Value:
    """Return the number that a measure comes to."""
    if isinstance(measure, CountMeasure):
        return measure.total(1, 0)
    assert isinstance(measure, FactMeasure)  # noqa: S101 - what the checks of loading hold
    return measure.slot if measure.since is None else Linear(((1, measure.slot), (-1, measure.since)))


class Relative(NamedTuple):
    """A measure held against so many times a limit."""

    measure: Measure
    times: Exact

    def read(self, written: object) -> Level:
        """Read the limit it is a part of, so many times."""
        level = self.measure.read(written)
        return level._replace(value=simplify(self.times * level.value))

    def known(self, level: Level, op: Op, round_: Rounding | None) -> TruthNode:
        """Hold the measure itself against the level, which is so many times the limit already."""
        return self.measure.known(level, op, round_)

    def unseen(self, bounds: Bounds | Interval, op: Op, site: Site, ask: Asked) -> Held:
        """Hold the measure against so many times what nobody has seen."""
        return self.measure.unseen(bounds, op, site, ask._replace(times=self.times * ask.times))

    def follow(self, level: Linear, op: Op) -> TruthNode:
        """Hold the measure against so many times what follows from the village."""
        terms = tuple((self.times * factor, term) for factor, term in level.terms)
        return self.measure.follow(Linear(terms, self.times * level.constant), op)


def scaled(times: Exact, domain: Interval) -> Interval:
    """Return so many times what a limit can be."""
    found = scale(times, domain) if times != 1 else domain
    assert isinstance(found, Interval)  # noqa: S101 - so many times an interval is one
    return found


def _less(terms: tuple[tuple[Exact, Value], ...], level: Linear) -> Linear:
    return Linear((*terms, *[(-factor, term) for factor, term in level.terms]), -level.constant)


def bounded(bounds: Bounds, default: Interval, read: Callable[[object], Exact]) -> Interval:
    """Read bounds; an end of which nothing is told is the default's."""
    low, low_open, high, high_open = default.low, default.low_open, default.high, default.high_open
    if bounds.at_least is not None or bounds.more_than is not None:
        low_open = bounds.at_least is None
        low = read(bounds.more_than if low_open else bounds.at_least)
    if bounds.at_most is not None or bounds.less_than is not None:
        high_open = bounds.at_most is None
        high = read(bounds.less_than if high_open else bounds.at_most)
    return drawn_in(Interval(low, high, low_open, high_open, default.whole))


def _truth_slot(path: str, ask: str | None) -> SlotInfo:
    return SlotInfo(path, Kind.LIMIT, truth=True, domain=None, reason=Reason.THRESHOLD_UNKNOWN, ask=ask)


def _by_far_and_near(  # noqa: PLR0913 - the slot and the measure stand beside what is asked
    measure: Measure, domain: Interval, op: Op, ask: Asked, slot: Slot, *, share: bool = False
) -> TruthNode:
    """Decide where every limit within the domain agrees: no product of two unknowns is needed.

    It holds for all limits if it holds for the hardest, and for none if it does not even hold for the easiest. Where
    that end is open, the limit itself is never reached.
    """
    rising = op in {Op.GE, Op.GT}
    low, high = (domain.low, domain.low_open), (domain.high, domain.high_open)
    hardest, easiest = (high, low) if rising else (low, high)
    strict, loose = (Op.GT, Op.GE) if rising else (Op.LT, Op.LE)
    rows: list[tuple[TruthNode, TruthNode]] = []
    if op is Op.EQ:
        return slot
    if hardest[0] is not None:
        far = measure.known(Level(hardest[0], share), loose if hardest[1] else op, ask.round_)
        rows.append((far, ALWAYS))
    if easiest[0] is not None:
        near = measure.known(Level(easiest[0], share), strict if easiest[1] else op, ask.round_)
        rows.append((Not(near), NEVER))
    return Pick(tuple(rows), slot) if rows else slot


def _all(truths: list[TruthNode]) -> TruthNode:
    return truths[0] if len(truths) == 1 else AtLeast(len(truths), tuple(truths))
