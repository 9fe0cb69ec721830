"""Ranks and classes: measures that come to a level of a scale, or to one code of several.

The rule: a level is what is known of "at least this one" for every level of its scale, so that a comparison is asked of
the parts before they are joined: of the lowest of two levels one known to be low decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.model.facts import LevelFact
from smartvillage.model.findings import Reason

from .build import ALWAYS, NEVER, Found
from .interval import Interval
from .literal import LiteralFault, plain_text
from .measures import FactMeasure, bounded
from .nodes import AtLeast, Compare, Kind, Linear, Not, Op, Pick
from .program import SlotInfo
from .quota import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage.model.limits import Bounds, Rounding

    from .build import Build, Site
    from .measures import Asked, Held, Measure
    from .nodes import Const, Slot, TruthNode


class RankMeasure(NamedTuple):
    """A level: for each of its scale, lowest first, whether it is at least that one."""

    build: Build
    scale: str
    levels: tuple[str, ...]
    reach: tuple[TruthNode, ...]

    def read(self, written: object) -> Level:
        """Read a level's id."""
        return Level(position(written, self.levels, "unknown_level"), share=False)

    def known(self, level: Level, op: Op, round_: Rounding | None) -> TruthNode:  # noqa: ARG002 - no level is rounded
        """Ask for the levels from this one up, from the next one up, or for neither."""
        return self.build.sided(self._held(int(level.value), op), op)

    def _held(self, at: int, op: Op) -> TruthNode:
        match op:
            case Op.GE:
                return self.from_(at)
            case Op.GT:
                return self.from_(at + 1)
            case Op.LE:
                return _denied(self.from_(at + 1))
            case Op.LT:
                return _denied(self.from_(at))
            case Op.EQ:
                return AtLeast(2, (self.from_(at), _denied(self.from_(at + 1))))

    def from_(self, at: int) -> TruthNode:
        """Return whether it is at least the level at a position; above the highest there is none."""
        return self.reach[at] if at < len(self.reach) else NEVER

    def unseen(self, bounds: Bounds | Interval, op: Op, site: Site, ask: Asked) -> Held:
        """Hold the level against a slot that lies within the bounds, level by level."""
        whole = Interval(0, len(self.levels) - 1, whole=True)
        domain = bounds if isinstance(bounds, Interval) else bounded(bounds, whole, lambda one: self.read(one).value)
        info = SlotInfo(
            site.settled_at, Kind.LIMIT, truth=False, domain=domain, reason=Reason.THRESHOLD_UNKNOWN, ask=ask.ask
        )
        slot = self.build.slot(info)
        at_least, above = self._against(slot, 0), self._against(slot, 1)
        held: dict[Op, TruthNode] = {
            Op.GE: at_least, Op.GT: above, Op.LT: Not(at_least), Op.LE: Not(above),
            Op.EQ: AtLeast(2, (at_least, Not(above))),
        }  # fmt: skip
        return self.build.sided(held[op], op), Found("", None, domain, slot.index)

    def follow(self, level: Linear, op: Op) -> TruthNode:  # noqa: ARG002 - as all measures have it
        """Refuse: a level is so many times nothing; the checks of loading say so."""
        return NEVER

    def _against(self, slot: Slot, above: int) -> TruthNode:
        """Say that for every level the limit is below it or the level reached; ``above``: the next one is reached."""
        each = []
        for at in range(len(self.levels)):
            below = Compare(Linear(((1, slot),), -at), Op.LT)
            each.append(AtLeast(1, (below, self.from_(at + above))))
        return AtLeast(len(each), tuple(each))


class Turn(NamedTuple):
    """A choice as its rows are written: the code, by its position, of the first one that holds, or another choice."""

    rows: tuple[tuple[TruthNode, int | Turn], ...]
    otherwise: int | Turn

    def spread(self, found: Sequence[TruthNode]) -> TruthNode:
        """Return what holds of the code that is chosen, given what holds of each.

        Row by row, so that what is open between two codes of which the same holds is decided.
        """
        return _spread(self, found, {})


def _spread(turn: int | Turn, found: Sequence[TruthNode], made: dict[int, TruthNode]) -> TruthNode:
    if isinstance(turn, int):
        return found[turn]
    if id(turn) not in made:
        rows = tuple((when, _spread(then, found, made)) for when, then in turn.rows)
        made[id(turn)] = Pick(rows, _spread(turn.otherwise, found, made))
    return made[id(turn)]


class ClassMeasure(NamedTuple):
    """One code of several: for each whether it is that one."""

    build: Build
    codes: tuple[str, ...]
    chosen: tuple[TruthNode, ...]
    turn: Turn
    list: str | None = None
    """The list that the codes are of, where it has a name."""

    def read(self, written: object) -> Level:
        """Read a code."""
        return Level(position(written, self.codes, "unknown_code"), share=False)

    def known(self, level: Level, op: Op, round_: Rounding | None) -> TruthNode:  # noqa: ARG002 - no code is rounded
        """Ask for the code."""
        return self.build.sided(self.chosen[int(level.value)], op)

    def unseen(self, bounds: Bounds | Interval, op: Op, site: Site, ask: Asked) -> Held:  # noqa: ARG002
        """Refuse: a code is held against no bounds; the checks of loading say so."""
        return NEVER, Found("unknown")

    def follow(self, level: Linear, op: Op) -> TruthNode:  # noqa: ARG002 - likewise
        """Refuse: a code is so many times nothing; the checks of loading say so."""
        return NEVER


def position(written: object, known: tuple[str, ...], kind: str) -> int:
    """Return where an id stands among those that are known.

    Raises:
        LiteralFault: it is none of them.
    """
    text = plain_text(written)
    if isinstance(written, bool) or text not in known:
        raise LiteralFault(kind, text, known)
    return known.index(text)


def rank_of(measure: Measure) -> RankMeasure:
    """Return a measure as a rank: a fact that is a level lies at least where its position does."""
    if isinstance(measure, RankMeasure):
        return measure
    assert isinstance(measure, FactMeasure)  # noqa: S101 - what the checks of loading hold
    assert isinstance(measure.fact, LevelFact)  # noqa: S101 - likewise
    levels = measure.build.tables.levels(measure.fact)
    return RankMeasure(measure.build, measure.fact.scale, levels, from_value(measure.slot, len(levels)))


def from_value(value: Slot | Const, size: int) -> tuple[TruthNode, ...]:
    """Return for each of so many levels whether a value is at least that one."""
    return (ALWAYS, *(Compare(Linear(((1, value),), -at), Op.GE) for at in range(1, size)))


def constant(at: int, size: int) -> tuple[TruthNode, ...]:
    """Return the rank of a level that is known."""
    return tuple(ALWAYS if place <= at else NEVER for place in range(size))


def lowest(build: Build, ranks: Sequence[RankMeasure]) -> RankMeasure:
    """Return the lowest of ranks over one scale."""
    each = tuple(zip(*(one.reach for one in ranks), strict=True))
    return RankMeasure(build, ranks[0].scale, ranks[0].levels, tuple(every(items) for items in each))


def highest(build: Build, ranks: Sequence[RankMeasure]) -> RankMeasure:
    """Return the highest of ranks over one scale."""
    each = tuple(zip(*(one.reach for one in ranks), strict=True))
    return RankMeasure(build, ranks[0].scale, ranks[0].levels, tuple(some(items) for items in each))


def every(items: Sequence[TruthNode]) -> TruthNode:
    """Return whether all hold, without those that always do."""
    kept = [item for item in items if item is not ALWAYS]
    if not kept:
        return ALWAYS
    return kept[0] if len(kept) == 1 else AtLeast(len(kept), tuple(kept))


def some(items: Sequence[TruthNode]) -> TruthNode:
    """Return whether any holds, without those that never do."""
    if any(item is ALWAYS for item in items):
        return ALWAYS
    kept = [item for item in items if item is not NEVER]
    if not kept:
        return NEVER
    return kept[0] if len(kept) == 1 else AtLeast(1, tuple(kept))


def _denied(node: TruthNode) -> TruthNode:
    return NEVER if node is ALWAYS else ALWAYS if node is NEVER else Not(node)
