"""Carrying inside a list: which fields of an entity carry what is asked of it.

The rule: the same as for the rest of a rule, over the entity's own fields; what is open is named by list, entity and
field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage.model.findings import Reason
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .bound import REASON_BITS
from .carried import add_open
from .closures import truth_fn
from .fold import InnerLayout
from .interval import Interval
from .nodes import AtLeast, Compare, Const, Kind, Not, Pick, Prefer, Slot
from .reads import parts, slots_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .bound import Entities
    from .carried import Carried, Walked
    from .closures import TruthFn, Values
    from .nodes import Node, Tally
    from .program import Program


class Inside:
    """An entity, by its place in its list; no place is one of which nothing is known.

    ``row`` holds its fields, and behind them the slots of the program, where a rule for entities reads some.
    """

    __slots__ = ("entities", "place", "row", "said", "walked")

    def __init__(self, walked: Walked, said: Carried, entities: Entities, row: Values, place: int | None) -> None:
        """Take the entity's fields, and what is said of it and of what lies around its list."""
        self.walked, self.said, self.entities, self.row, self.place = walked, said, entities, row, place


#: Goes to the leaves that carry the truth of what is asked of an entity; ``tell`` where they are asked why.
InnerFn: TypeAlias = "Callable[[Inside, bool], None]"


def entity_carry(program: Program, tally: Tally, node: Node) -> InnerFn:
    """Make what goes to the leaves of an entity that carry a node's truth."""
    return _CARRIES[type(node)](program, tally, node)


def _truth(program: Program, tally: Tally, node: Node) -> TruthFn:
    return truth_fn(node, InnerLayout(len(program.lists[tally.list].fields)))  # type: ignore[arg-type]


def _const(_program: Program, _tally: Tally, _node: Const) -> InnerFn:
    return lambda _inside, _tell: None


def _slot(program: Program, tally: Tally, node: Slot) -> InnerFn:
    return _field(program, tally, node) if node.inner else _outer(program, node)


def _outer(program: Program, node: Slot) -> InnerFn:
    """Tell of a slot of the program that a rule for entities reads."""
    index, truth, info = node.index, node.truth, program.slots[node.index]

    def outer(inside: Inside, tell: bool) -> None:
        value = inside.walked.values[index]
        if not (isinstance(value, Interval) or (truth and value == UNKNOWN)):
            inside.said.mask |= inside.walked.masks[index]
        elif tell:
            add_open(inside.walked, inside.said, index, info.path, info.kind)

    return outer


def _field(program: Program, tally: Tally, node: Slot) -> InnerFn:
    info, index, truth = program.lists[tally.list], node.index, node.truth
    named = info.fields[index].field

    def field(inside: Inside, tell: bool) -> None:
        entities, said, place = inside.entities, inside.said, inside.place
        if place is None:
            return
        value = inside.row[index]
        if not (isinstance(value, Interval) or (truth and value == UNKNOWN)):
            said.mask |= entities.weak.get((place, index), 0)
        elif tell:
            said.reasons |= REASON_BITS[entities.whys.get((place, index), Reason.MISSING_FACT)]
            said.open[f"facts/{info.fact}/{entities.ids[place]}/{named}"] = Kind.FACT

    return field


def _compare(program: Program, tally: Tally, node: Compare) -> InnerFn:
    leaves = [_slot(program, tally, slot) for slot in slots_of(node.value)]

    def compare(inside: Inside, tell: bool) -> None:
        for leaf in leaves:
            leaf(inside, tell)

    return compare


def _not(program: Program, tally: Tally, node: Not) -> InnerFn:
    return entity_carry(program, tally, node.item)


def _alike(program: Program, tally: Tally, node: AtLeast | Prefer) -> InnerFn:
    """Go to the parts of the same truth."""
    truth_at = _truth(program, tally, node)
    items = [_asked(program, tally, part) for part in parts(node)]

    def alike(inside: Inside, tell: bool) -> None:
        truth = truth_at(inside.row)
        for item, carry in items:
            if item(inside.row) == truth:
                carry(inside, tell)

    return alike


def _asked(program: Program, tally: Tally, node: Node) -> tuple[TruthFn, InnerFn]:
    return _truth(program, tally, node), entity_carry(program, tally, node)


def _pick(program: Program, tally: Tally, node: Pick) -> InnerFn:
    """Go to the conditions that were asked and to the rows that agree with what was picked."""
    truth_at = _truth(program, tally, node)
    rows = [(*_asked(program, tally, condition), *_asked(program, tally, row)) for condition, row in node.rows]
    last_at, otherwise = _asked(program, tally, node.otherwise)

    def pick(inside: Inside, tell: bool) -> None:
        truth = truth_at(inside.row)
        for condition_at, condition, row_at, row in rows:
            held = condition_at(inside.row)
            if held != UNKNOWN or truth == UNKNOWN:
                condition(inside, tell and held == UNKNOWN)
            if held != FALSE and truth in {found := row_at(inside.row), UNKNOWN}:
                row(inside, tell and found == truth)
            if held == TRUE:
                return
        last = last_at(inside.row)
        if truth in {last, UNKNOWN}:
            otherwise(inside, tell and last == truth)

    return pick


_CARRIES: dict[type[Any], Callable[[Program, Tally, Any], InnerFn]] = {
    Const: _const,
    Slot: _slot,
    Compare: _compare,
    AtLeast: _alike,
    Not: _not,
    Pick: _pick,
    Prefer: _alike,
}
