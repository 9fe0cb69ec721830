"""Carrying: which leaves carry a result, and so why it is open or fails, what weakens it, and what is open.

The rule: a truth is carried by the parts that have the same truth, all of them, in whatever order they were asked. Each
node becomes one plain function, as it does for its truth: what can be known from the node alone is decided once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage.model.findings import Reason
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .bound import REASON_BITS
from .carried import add_open, say_nothing
from .carry_counts import counting_fn
from .interval import Interval
from .nodes import AtLeast, Compare, Const, Not, Op, Pick, Prefer, Slot
from .reads import counts_of, slots_of
from .walk import compiled, number_of, truth_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .carried import Carried, CarryFn, Walked
    from .closures import TruthFn
    from .nodes import Node, TruthNode, Value
    from .program import Program

_EMPTY = REASON_BITS[Reason.EMPTY_SET]
_OTHER = REASON_BITS[Reason.OTHER_VALUE]
#: Why a comparison fails: the side of the limit on which the value lies.
_SIDES = {
    Op.GE: REASON_BITS[Reason.BELOW], Op.GT: REASON_BITS[Reason.BELOW],
    Op.LE: REASON_BITS[Reason.ABOVE], Op.LT: REASON_BITS[Reason.ABOVE], Op.EQ: _OTHER,
}  # fmt: skip


def carry_fn(program: Program, node: TruthNode) -> CarryFn:
    """Return what goes to the leaves that carry a node's truth; of a decision that is read, what was said of it."""
    layout = compiled(program).layout
    place = layout.found(node)
    if place is None or place < layout.decisions:
        return root_carry(program, node)
    return _nested(place - layout.decisions)


def root_carry(program: Program, node: TruthNode) -> CarryFn:
    """Return what goes into a node's own parts, made once and kept beside the program."""
    made: dict[Node, CarryFn] = program._derived.setdefault("carries", {})  # noqa: SLF001 - the place for what is made of it
    found = made.get(node)
    if found is None:
        make = _sided if id(node) in program.sides else _CARRIES[type(node)]
        found = made[node] = make(program, node)  # type: ignore[arg-type]  # only a marked node is of one kind
    return found


def _sided(program: Program, node: AtLeast) -> CarryFn:
    """Tell of a test of a level: where it fails, on which side the level lies; how it came about is no reason."""
    truth_at, inner = truth_of(program, node), carry_fn(program, node.items[0])
    whys = (_SIDES[program.sides[id(node)]], 0, _OTHER)

    def sided(walked: Walked, said: Carried, tell: bool) -> None:
        truth = truth_at(walked.values)
        if tell:
            said.reasons |= whys[truth]
        inner(walked, said, tell and truth == UNKNOWN)

    return sided


def value_carry(program: Program, value: Value) -> CarryFn:
    """Return what goes to all that a value comes from, made once; where it is open, what is open is asked why."""
    made: dict[Node, CarryFn] = program._derived.setdefault("value_carries", {})  # noqa: SLF001 - the place for what is made of it
    found = made.get(value)
    if found is None:
        found = made[value] = _value_carry(program, value)
    return found


def _value_carry(program: Program, value: Value) -> CarryFn:
    value_at = number_of(program, value)
    leaves = [(slot.index, program.slots[slot.index].path, program.slots[slot.index].kind) for slot in slots_of(value)]
    counts = counting_fn(program, Compare(value, Op.EQ), carry_fn, value_carry) if counts_of(value) else None

    def carry(walked: Walked, said: Carried, tell: bool) -> None:
        values = walked.values
        is_open = isinstance(value_at(values), Interval)
        for index, path, kind in leaves:
            if not isinstance(values[index], Interval):
                said.mask |= walked.masks[index]
            elif tell:
                add_open(walked, said, index, path, kind)
        if counts is not None:
            counts(walked, said, UNKNOWN if is_open else TRUE, tell and is_open)

    return carry


def _nested(decision: int) -> CarryFn:
    def nested(walked: Walked, said: Carried, tell: bool) -> None:
        said.take(walked.nested(decision, tell=tell), reasons=tell)

    return nested


def _const(_program: Program, _node: Const) -> CarryFn:
    return say_nothing


def _slot(program: Program, node: Slot) -> CarryFn:
    index, info = node.index, program.slots[node.index]
    path, kind = info.path, info.kind

    def slot(walked: Walked, said: Carried, tell: bool) -> None:
        value = walked.values[index]
        if value != UNKNOWN:
            said.mask |= walked.masks[index]
            if tell:
                said.reasons |= _OTHER if value == TRUE else REASON_BITS[walked.whys[index]]
        elif tell:
            add_open(walked, said, index, path, kind)

    return slot


def _compare(program: Program, node: Compare) -> CarryFn:
    truth_at = truth_of(program, node)
    slots = [(slot.index, program.slots[slot.index]) for slot in slots_of(node.value)]
    leaves = [(index, info.path, info.kind) for index, info in slots]
    counts = counting_fn(program, node, carry_fn, value_carry) if counts_of(node.value) else None
    whys = _whys(node)

    def compare(walked: Walked, said: Carried, tell: bool) -> None:
        values = walked.values
        truth = truth_at(values)
        if tell:
            said.reasons |= whys[truth]
        asked = tell and truth == UNKNOWN
        for index, path, kind in leaves:
            if not isinstance(values[index], Interval):
                said.mask |= walked.masks[index]
            elif asked:
                add_open(walked, said, index, path, kind)
        if counts is not None:
            counts(walked, said, truth, asked)

    return compare


def _whys(node: Compare) -> tuple[int, int, int]:
    """Say by its truth why a comparison lets a rule fail; that something is there to be counted is no reason."""
    return (_EMPTY, 0, 0) if node.of_emptiness else (_SIDES[node.op], 0, _OTHER)


def _at_least(program: Program, node: AtLeast) -> CarryFn:
    truth_at = truth_of(program, node)
    items = [(truth_of(program, item), carry_fn(program, item)) for item in node.items]

    def at_least(walked: Walked, said: Carried, tell: bool) -> None:
        values = walked.values
        truth = truth_at(values)
        for item, carry in items:
            if item(values) == truth:
                carry(walked, said, tell)

    return at_least


def _not(program: Program, node: Not) -> CarryFn:
    return carry_fn(program, node.item)


def _prefer(program: Program, node: Prefer) -> CarryFn:
    options = [carry_fn(program, option) for option in node.options]
    place = compiled(program).layout.prefer(node)
    return lambda walked, said, tell: options[walked.values[place]](walked, said, tell)


def _pick(program: Program, node: Pick) -> CarryFn:
    """Go to what was picked; where rows differ all of them are used, and the condition is what is open."""
    if all(isinstance(row, Const) for _, row in node.rows):
        return _between(program, node)
    truth_at = truth_of(program, node)
    rows = [(*_asked(program, condition), *_asked(program, row)) for condition, row in node.rows]
    last_at, otherwise = _asked(program, node.otherwise)
    emptiness = _emptiness(node.otherwise)

    def pick(walked: Walked, said: Carried, tell: bool) -> None:
        values = walked.values
        truth = truth_at(values)
        opened = False
        for condition_at, condition, row_at, row in rows:
            held = condition_at(values)
            if held != UNKNOWN or truth == UNKNOWN:
                condition(walked, said, tell and held == UNKNOWN)
            if held != FALSE and truth in {found := row_at(values), UNKNOWN}:
                row(walked, said, tell and found == truth)
            if held == TRUE:
                return
            opened = opened or held == UNKNOWN
        last = last_at(values)
        if truth in {last, UNKNOWN} and not (opened and emptiness(walked)):
            otherwise(walked, said, tell and last == truth)

    return pick


def _asked(program: Program, node: Node) -> tuple[TruthFn, CarryFn]:
    return truth_of(program, node), carry_fn(program, node)  # type: ignore[arg-type]


def _emptiness(node: Node) -> Callable[[Walked], bool]:
    """Tell whether a node is a slot for an empty set; it counts only where the set is known to be empty."""
    if not isinstance(node, Slot):
        return lambda _walked: False
    index = node.index
    return lambda walked: walked.whys[index] is Reason.EMPTY_SET


def _between(program: Program, node: Pick) -> CarryFn:
    """Tell of a limit nobody has seen that was held at its far and its near end."""
    truth_at = truth_of(program, node)
    conditions = [_asked(program, condition) for condition, _ in node.rows]
    otherwise = carry_fn(program, node.otherwise)  # type: ignore[arg-type]

    def between(walked: Walked, said: Carried, tell: bool) -> None:
        values = walked.values
        is_open = truth_at(values) == UNKNOWN
        for condition_at, condition in conditions:
            held = condition_at(values)
            condition(walked, said, tell and held == (UNKNOWN if is_open else TRUE))
            if held == TRUE:
                return
        if is_open:
            otherwise(walked, said, tell)

    return between


_CARRIES: dict[type[Any], Callable[[Program, Any], CarryFn]] = {
    Const: _const,
    Slot: _slot,
    Compare: _compare,
    AtLeast: _at_least,
    Not: _not,
    Pick: _pick,
    Prefer: _prefer,
}
