"""Folding: what a tally comes to over a list's entities, once, when a village is bound.

The rule: an entity whose truth is open may be a hit or a miss; a list that is not complete may have any number of
further entities of which nothing is known; ``every`` speaks of at least one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .bound import BLOCKS
from .closures import truth_fn
from .interval import Interval, add, hold
from .nodes import Compare, Linear

if TYPE_CHECKING:
    from .bound import Entities
    from .closures import TruthFn, Values
    from .interval import Known
    from .nodes import Exact, Prefer, Slot, Tally, TruthNode
    from .program import Program


class InnerLayout:
    """An entity's fields, then the slots of the program, where a rule for entities reads some."""

    __slots__ = ("_width", "outer")

    def __init__(self, width: int) -> None:
        """Start with how many fields an entity has."""
        self._width = width
        self.outer = False

    def slot(self, slot: Slot) -> int:
        """Return the place of a field, or of a slot behind the fields."""
        if slot.inner:
            return slot.index
        self.outer = True
        return self._width + slot.index

    def tally(self, tally: Tally) -> int:
        """Refuse: no list lies inside an entity."""
        raise TypeError(tally)

    def prefer(self, prefer: Prefer) -> int:
        """Refuse: an entity has no substitutes."""
        raise TypeError(prefer)

    def domain(self, slot: Slot) -> Interval | None:  # noqa: ARG002 - only programs know their slots
        """Know of none."""
        return None

    def found(self, node: TruthNode) -> int | None:  # noqa: ARG002 - nothing is found before an entity is
        """Find nothing beforehand."""
        return None


class Folder(NamedTuple):
    """What decides whether an entity is a hit, made once for a program."""

    where: TruthFn
    width: int
    outer: bool

    def truths(self, entities: Entities, values: Values) -> list[int]:
        """Return each entity's truth."""
        where = self.where
        if self.outer:
            slots = values
            return [where([*row, *slots]) for row in entities.rows]
        return [where(row) for row in entities.rows]

    def stranger(self, domains: list[Known | int], values: Values) -> int:
        """Return the truth of an entity of which nothing is known."""
        return self.where([*domains, *values] if self.outer else domains)


def folder(program: Program, tally: Tally) -> Folder:
    """Return what decides a tally's hits, made once and kept beside the program."""
    made: dict[int, Folder] = program._derived.setdefault("folders", {})  # noqa: SLF001 - the place for what is made of it
    found = made.get(id(tally.where))
    if found is None:
        layout = InnerLayout(len(program.lists[tally.list].fields))
        where = truth_fn(tally.where, layout)
        found = made[id(tally.where)] = Folder(where, len(program.lists[tally.list].fields), layout.outer)
    return found


def open_row(program: Program, number: int) -> list[Known | int]:
    """Return the fields of an entity of which nothing is known."""
    return [UNKNOWN if info.domain is None else info.domain for info in program.lists[number].fields]


def fold(program: Program, tally: Tally, entities: Entities, values: Values) -> Known:
    """Return what a tally comes to: a number, or between what it lies."""
    made = folder(program, tally)
    truths = made.truths(entities, values)
    if entities.every:
        return _every(truths[0], entities.number, tally)
    hits, misses = truths.count(TRUE), truths.count(FALSE)
    known = hits * tally.hit + misses * tally.miss
    low, high = sorted((tally.hit, tally.miss))
    unsure = len(truths) - hits - misses
    least, most = known + unsure * low, known + unsure * high
    if entities.complete:
        return least if least == most else Interval(least, most)
    low, high = _amounts(made.stranger(open_row(program, tally.list), values), tally)
    return Interval(None if low < 0 else least, None if high > 0 else most)


def fold_guarded(program: Program, tally: Tally, entities: Entities, values: Values) -> Known:
    """Fold with everything opened that a blocking caveat weakens: fields, entities, the whole list."""
    if entities.mask & BLOCKS:
        low, high = _amounts(folder(program, tally).stranger(open_row(program, tally.list), values), tally)
        return Interval(0 if low >= 0 else None, 0 if high <= 0 else None)
    doubtful = {place for place, mask in enumerate(entities.masks) if mask & BLOCKS}
    known = fold(program, tally, _opened(program, tally.list, entities, doubtful), values)
    amounts = (0, tally.hit, tally.miss)
    for _ in doubtful:
        known = _widened(known, min(amounts), max(amounts))
    return known


def _opened(program: Program, number: int, entities: Entities, doubtful: set[int]) -> Entities:
    """Return the entities that are sure, with their weakened fields open."""
    from dataclasses import replace

    blank = open_row(program, number)
    rows = [
        [blank[at] if entities.weak.get((place, at), 0) & BLOCKS else value for at, value in enumerate(row)]
        for place, row in enumerate(entities.rows)
        if place not in doubtful
    ]
    every = entities.every and not doubtful
    return replace(entities, rows=rows, every=every, complete=entities.complete and every == entities.every)


def _widened(known: Known, low: Exact, high: Exact) -> Interval:
    if not isinstance(known, Interval):
        return Interval(known + low, known + high)
    return Interval(
        None if known.low is None else known.low + low, None if known.high is None else known.high + high,
        known.low_open, known.high_open,
    )  # fmt: skip


def _amounts(truth: int, tally: Tally) -> tuple[Exact, Exact]:
    """Return the least and the most that an entity of some truth adds."""
    if truth == UNKNOWN:
        return min(tally.hit, tally.miss), max(tally.hit, tally.miss)
    amount = tally.hit if truth == TRUE else tally.miss
    return amount, amount


def _every(truth: int, number: int | None, tally: Tally) -> Known:
    """Say what all entities add that one row speaks of."""
    low, high = _amounts(truth, tally)
    if number is not None:
        low, high = low * number, high * number
        return low if low == high else Interval(low, high)
    if low == high == 0:
        return 0
    return Interval(None if low < 0 else low, None if high > 0 else high)


def number_is_idle(node: Compare, tally: Tally, truth: int) -> bool:
    """Tell whether it makes no difference of how many entities one row speaks, once its own truth is known."""
    value = node.value
    if not isinstance(value, Linear) or len(value.terms) != 1:
        return False
    completed = (FALSE, TRUE) if truth == UNKNOWN else (truth,)
    return all(hold(add(_every(one, None, tally), value.constant), node.op) != UNKNOWN for one in completed)
