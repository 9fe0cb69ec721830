"""Carrying inside a list: which fields of an entity carry what is asked of it.

The rule: the same as for the rest of a rule, over the entity's own fields; what is open is named by list, entity and
field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from smartvillage.model.findings import Reason
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .bound import REASON_BITS
from .closures import truth_fn
from .fold import InnerLayout, open_row
from .interval import Interval
from .nodes import AtLeast, Compare, Kind, Not, Pick, Prefer, Slot
from .reads import parts, slots_of

if TYPE_CHECKING:
    from .bound import Entities
    from .carried import Carried
    from .closures import TruthFn, Values
    from .nodes import Node, Tally, TruthNode
    from .program import Program

#: A program, a tally of its and the entities of the tally's list.
_Counted: TypeAlias = "tuple[Program, Tally, Entities]"


class Outside(Protocol):
    """Who goes through the rule around a list, and keeps what is said of both."""

    said: Carried

    def outer(self, slot: Slot, *, tell: bool) -> None:
        """Go to a leaf that stands outside of the list."""


class EntityCarrier:
    """Goes through what is asked of an entity, along the leaves that carry its truth."""

    __slots__ = ("_around", "_counted", "_place", "_row", "_values")

    def __init__(self, around: Outside, values: Values, counted: _Counted, place: int | None) -> None:
        """Take an entity by its place; no place is one of which nothing is known."""
        program, tally, entities = counted
        self._around, self._values, self._counted, self._place = around, values, counted, place
        self._row: Values = open_row(program, tally.list) if place is None else list(entities.rows[place])

    def truth(self, node: TruthNode) -> int:
        """Return a part's truth of this entity."""
        program, tally, _ = self._counted
        made: dict[int, tuple[TruthFn, bool]] = program._derived.setdefault("inner", {})  # noqa: SLF001 - made once
        found = made.get(id(node))
        if found is None:
            layout = InnerLayout(len(program.lists[tally.list].fields))
            fn = truth_fn(node, layout)
            found = made[id(node)] = (fn, layout.outer)
        fn, outer = found
        return fn([*self._row, *self._values] if outer else self._row)

    def visit(self, node: Node, *, tell: bool) -> None:
        """Go to the leaves that carry the truth."""
        if isinstance(node, Slot):
            self._leaf(node, tell=tell)
        elif isinstance(node, Compare):
            for slot in slots_of(node.value):
                self._leaf(slot, tell=tell)
        elif isinstance(node, Not):
            self.visit(node.item, tell=tell)
        elif isinstance(node, Pick):
            self._pick(node, tell=tell)
        elif isinstance(node, (AtLeast, Prefer)):
            truth = self.truth(node)
            for part in parts(node):
                if self.truth(part) == truth:  # type: ignore[arg-type]
                    self.visit(part, tell=tell)

    def _pick(self, node: Pick, *, tell: bool) -> None:
        """Go to the conditions that were asked and to the rows that agree with what was picked."""
        truth = self.truth(node)
        for condition, row in node.rows:
            held = self.truth(condition)
            if held != UNKNOWN or truth == UNKNOWN:
                self.visit(condition, tell=tell and held == UNKNOWN)
            if held != FALSE and truth in {self.truth(row), UNKNOWN}:  # type: ignore[arg-type]
                self.visit(row, tell=tell and self.truth(row) == truth)  # type: ignore[arg-type]
            if held == TRUE:
                return
        last = self.truth(node.otherwise)  # type: ignore[arg-type]
        if truth in {last, UNKNOWN}:
            self.visit(node.otherwise, tell=tell and last == truth)

    def _leaf(self, slot: Slot, *, tell: bool) -> None:
        if not slot.inner:
            self._around.outer(slot, tell=tell)
            return
        if self._place is None:
            return
        value, said = self._row[slot.index], self._around.said
        program, tally, entities = self._counted
        at = (self._place, slot.index)
        if not (isinstance(value, Interval) or (slot.truth and value == UNKNOWN)):
            said.mask |= entities.weak.get(at, 0)
        elif tell:
            info = program.lists[tally.list]
            said.reasons |= REASON_BITS[entities.whys.get(at, Reason.MISSING_FACT)]
            said.open[f"facts/{info.fact}/{entities.ids[self._place]}/{info.fields[slot.index].field}"] = Kind.FACT
