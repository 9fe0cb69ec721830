"""Reduction: a node with everything put in that a bound village knows, as a residue over what is still open.

The rule: one open thing is one variable wherever it stands. An entity's open field is a thing of its own; entities
that nobody listed are counted by what each rule for entities would say of them.
INVARIANT (same meaning): what a reduction decides, the walk decides the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.truth import FALSE, UNKNOWN

from .combining import DECIDED, added, choice, counted, denied, fork, quorum
from .interval import Interval, hold
from .listing import Row, members
from .nodes import AtLeast, Compare, Const, Linear, Not, Op, Pick, Prefer, Slot, Tally
from .reads import depth
from .residue import (
    Case,
    Decided,
    Formula,
    Free,
    Sum,
    Variable,
    atom,
    hull_of,
)
from .walk import OuterLayout, compiled

if TYPE_CHECKING:
    from .bound import Bound
    from .nodes import Node, TruthNode, Value
    from .program import SlotInfo


#: How many nodes may lie on one way down; a file nests far less, only decisions that read decisions go further.
DEEPEST = 150


class TooDeepError(Exception):
    """A node lies over too many others to be reduced."""


class Reduction:
    """Reduces the nodes of one bound village; equal things share their variables."""

    def __init__(self, bound: Bound, *, own: bool = False) -> None:
        """Begin with nothing open seen; ``own`` reads a rule's own fact even where a substitute stands in for it."""
        self.variables: dict[int, Variable] = {}
        self.bound = bound
        self.program = bound.program
        self._layout: OuterLayout = compiled(bound.program).layout
        self._own = own
        self._numbers: dict[object, int] = {}
        self._done: dict[int, Formula] = {}
        self._sums: dict[int, Sum] = {}

    def root(self, node: TruthNode) -> Formula:
        """Reduce a whole rule.

        Raises:
            TooDeepError: more nodes lie below one another than are gone through.
        """
        if depth(node) > DEEPEST:
            raise TooDeepError
        return self.truth(node)

    def root_sum(self, value: Value) -> Sum:
        """Reduce a whole number.

        Raises:
            TooDeepError: as of a rule.
        """
        if depth(value) > DEEPEST:
            raise TooDeepError
        return self.sum(value)

    def truth(self, node: TruthNode, row: Row | None = None) -> Formula:
        """Reduce a truth node; inside a list for one entity."""
        if row is not None:
            return self._truth(node, row)
        found = self._done.get(id(node))
        if found is None:
            found = self._done[id(node)] = self._truth(node, None)
        return found

    def _truth(self, node: TruthNode, row: Row | None) -> Formula:  # noqa: PLR0911 - one a kind
        match node:
            case Const(value):
                return DECIDED[int(value)]
            case Slot():
                return self._open_truth(node, row)
            case Compare(value, op):
                return self._held(self.sum(value, row), op)
            case AtLeast(k, items):
                return quorum(k, [self.truth(item, row) for item in items])
            case Not(item):
                return denied(self.truth(item, row))
            case Pick(rows, otherwise):
                return self._forked(rows, otherwise, row)
            case Prefer(options):
                place = 0 if self._own else self.bound.values[self._layout.prefer(node)]
                return self.truth(options[place], row)

    def _open_truth(self, slot: Slot, row: Row | None) -> Formula:
        truth = row.values[slot.index] if slot.inner and row is not None else self.bound.values[slot.index]
        return DECIDED[truth] if truth != UNKNOWN else Free(self._variable(slot, row))

    def _variable(self, slot: Slot, row: Row | None) -> int:
        if slot.inner and row is not None:
            info = self.program.lists[row.list].fields[slot.index]
            fact = f"facts/{self.program.lists[row.list].fact}"
            path = f"{fact}/{row.name}/{info.field}"
            return self._number((path, row.place), path, info, row.values[slot.index])
        info = self.program.slots[slot.index]
        return self._number(info.path, info.path, info, self.bound.values[slot.index])

    def _number(self, key: object, path: str, info: SlotInfo, value: object) -> int:
        domain = None if info.truth else value if isinstance(value, Interval) else info.domain
        return self.named((key, info.truth), Variable(path, domain))

    def named(self, key: object, variable: Variable) -> int:
        """Return the number of a variable, one for the same key."""
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            self.variables[number] = variable
        return number

    def _held(self, total: Sum, op: Op) -> Formula:
        truth = hold(hull_of(total, Case(), self.variables), op)
        if truth != UNKNOWN:
            return DECIDED[truth]
        return counted(total, op) or atom(total, op)

    def _forked(self, rows: tuple[tuple[TruthNode, Node], ...], otherwise: Node, row: Row | None) -> Formula:
        kept: list[tuple[Formula, Formula]] = []
        for condition, item in rows:
            met = self.truth(condition, row)
            if isinstance(met, Decided) and met.truth == FALSE:
                continue
            then = self.truth(item, row)  # type: ignore[arg-type]  # a truth's rows are truths
            if isinstance(met, Decided):
                return fork(kept, then)
            kept.append((met, then))
        return fork(kept, self.truth(otherwise, row))  # type: ignore[arg-type]  # likewise

    def sum(self, node: Value, row: Row | None = None) -> Sum:
        """Reduce a value node."""
        match node:
            case Const(value):
                return Sum(constant=value)
            case Slot():
                value = row.values[node.index] if node.inner and row is not None else self.bound.values[node.index]
                if isinstance(value, Interval):
                    return Sum(((1, self._variable(node, row)),))
                return Sum(constant=value)
            case Linear(terms, constant):
                return added([(factor, self.sum(term, row)) for factor, term in terms], constant)
            case Tally():
                return self._tallied(node)
            case Pick(rows, otherwise):
                return self._chosen(rows, otherwise, row)

    def _chosen(self, rows: tuple[tuple[TruthNode, Node], ...], otherwise: Node, row: Row | None) -> Sum:
        kept: list[tuple[Formula, Sum]] = []
        for condition, item in rows:
            met = self.truth(condition, row)
            if isinstance(met, Decided) and met.truth == FALSE:
                continue
            then = self.sum(item, row)  # type: ignore[arg-type]  # a value's rows are values
            if isinstance(met, Decided):
                return choice(kept, then)
            kept.append((met, then))
        return choice(kept, self.sum(otherwise, row))  # type: ignore[arg-type]  # likewise

    def _tallied(self, tally: Tally) -> Sum:
        found = self._sums.get(id(tally))
        if found is None:
            folded = self.bound.values[self._layout.tally(tally)]
            entities = self.bound.entities[tally.list]
            open_ = isinstance(folded, Interval)
            found = added(members(self, tally, entities), 0) if open_ else Sum(constant=folded)
            self._sums[id(tally)] = found
        return found
