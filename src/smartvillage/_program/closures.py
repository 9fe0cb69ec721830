"""Closures: each node becomes one plain function from the list of values to a truth or a value.

The rule: what can be known from the node alone is decided here, once; the function looks at nothing but its values. A
known number stands in the list as itself, an open one as an ``Interval``, a truth as 0, 1 or 2.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .against import against, against_unseen
from .caps import cap_of
from .interval import Interval, add, hold, hull, scale
from .nodes import AtLeast, Compare, Const, Linear, Not, Op, Pick, Prefer, Slot, Tally
from .weighing import weighing, weighing_against

if TYPE_CHECKING:
    from collections.abc import Callable

    from .interval import Known
    from .layout import Layout
    from .nodes import Node, TruthNode, Value

#: Slots, tallies, choices and what was found so far, by place.
Values: TypeAlias = "list[Any]"
TruthFn: TypeAlias = "Callable[[Values], int]"
ValueFn: TypeAlias = "Callable[[Values], Known]"


def truth_fn(node: TruthNode, layout: Layout) -> TruthFn:
    """Make the function of a truth node."""
    place = layout.found(node)
    return itemgetter(place) if place is not None else structure_fn(node, layout)


def structure_fn(node: TruthNode, layout: Layout) -> TruthFn:
    """Make the function of a truth node from its parts."""
    return _TRUTHS[type(node)](node, layout)


def value_fn(node: Value, layout: Layout) -> ValueFn:
    """Make the function of a value node."""
    return _VALUES[type(node)](node, layout)


def _slot(node: Slot, layout: Layout) -> TruthFn:
    return itemgetter(layout.slot(node))


def _tally(node: Tally, layout: Layout) -> ValueFn:
    return itemgetter(layout.tally(node))


def _const(node: Const, _layout: Layout) -> ValueFn:
    value = node.value
    return lambda _values: value


def _linear(node: Linear, layout: Layout) -> ValueFn:
    weighed = weighing(node, layout)
    if weighed is not None:
        return weighed
    terms = [(factor, value_fn(term, layout)) for factor, term in node.terms]
    constant = node.constant

    def total(values: Values) -> Known:
        known: Known = constant
        for factor, term in terms:
            known = add(known, scale(factor, term(values)))
        return known

    return total


def _pick_value(node: Pick, layout: Layout) -> ValueFn:
    rows = [(truth_fn(condition, layout), value_fn(row, layout)) for condition, row in node.rows]  # type: ignore[arg-type]
    otherwise = _below(node, layout) or value_fn(node.otherwise, layout)  # type: ignore[arg-type]

    def pick(values: Values) -> Known:
        seen: Known | None = None
        for condition, row in rows:
            truth = condition(values)
            if truth == FALSE:
                continue
            value = row(values)
            seen = value if seen is None else hull(seen, value)
            if truth == TRUE:
                return seen
        value = otherwise(values)
        return value if seen is None else hull(seen, value)

    return pick


def _below(node: Pick, layout: Layout) -> ValueFn | None:
    """Return what a capped value comes to below its cap, where no higher value counts; nothing for any other."""
    cap = cap_of(node)
    if cap is None:
        return None
    slot, limit, factor, constant = cap
    place = layout.slot(slot)

    def below(values: Values) -> Known:
        value = values[place]
        if isinstance(value, Interval) and (value.high is None or value.high >= limit):
            value = Interval(value.low, limit, value.low_open, high_open=True)
        return add(scale(factor, value), constant)

    return below


def _compare(node: Compare, layout: Layout) -> TruthFn:
    value, op = node.value, node.op
    if isinstance(value, Linear):
        quick = _quick_compare(value, op, layout)
        if quick is not None:
            return quick
        if len(value.terms) == 1 and value.terms[0][0] == 1 and isinstance(value.terms[0][1], Linear):
            inner = value.terms[0][1]
            value = Linear(inner.terms, inner.constant + value.constant)
        weighed = weighing_against(value, op, layout)
        if weighed is not None:
            return weighed
    total = value_fn(value, layout)
    return lambda values: hold(total(values), op)


def _quick_compare(value: Linear, op: Op, layout: Layout) -> TruthFn | None:
    """Return the short way for one value against one limit, known or not; nothing for anything else."""
    places = [_place(term, layout) for _, term in value.terms]
    match [factor for factor, _ in value.terms], places:
        case [1], [int(place)]:
            return against(place, -value.constant, op, _domain(value.terms[0][1], layout))
        case [1, -1], [int(place), int(limit)] if value.constant == 0 and op is not Op.EQ:
            domain = _domain(value.terms[1][1], layout)
            return None if domain is None else against_unseen(place, limit, domain, op)
        case _:
            return None


def _domain(term: Value, layout: Layout) -> Interval | None:
    return layout.domain(term) if isinstance(term, Slot) else None


def _place(term: Value, layout: Layout) -> int | None:
    if isinstance(term, Slot):
        return layout.slot(term)
    return layout.tally(term) if isinstance(term, Tally) else None


def _at_least(node: AtLeast, layout: Layout) -> TruthFn:
    items = [truth_fn(item, layout) for item in node.items]
    if node.k == len(items):
        return _every(items)
    return _any(items) if node.k == 1 else _some(node.k, items)


def _every(items: list[TruthFn]) -> TruthFn:
    if len(items) == 1:
        return items[0]

    def every(values: Values) -> int:
        lowest = TRUE
        for item in items:
            truth = item(values)
            if truth == FALSE:
                return FALSE
            if truth == UNKNOWN:
                lowest = UNKNOWN
        return lowest

    return every


def _any(items: list[TruthFn]) -> TruthFn:
    def some(values: Values) -> int:
        highest = FALSE
        for item in items:
            truth = item(values)
            if truth == TRUE:
                return TRUE
            if truth == UNKNOWN:
                highest = UNKNOWN
        return highest

    return some


def _some(k: int, items: list[TruthFn]) -> TruthFn:
    if k <= 0 or k > len(items):
        decided = TRUE if k <= 0 else FALSE
        return lambda _values: decided

    def ranked(values: Values) -> int:
        return sorted([item(values) for item in items], reverse=True)[k - 1]

    return ranked


def _not(node: Not, layout: Layout) -> TruthFn:
    item = truth_fn(node.item, layout)
    return lambda values: TRUE - item(values)


def _pick_truth(node: Pick, layout: Layout) -> TruthFn:
    if len(node.rows) == 1:
        return _either(node, layout)
    rows = [(truth_fn(condition, layout), truth_fn(row, layout)) for condition, row in node.rows]  # type: ignore[arg-type]
    otherwise = truth_fn(node.otherwise, layout)  # type: ignore[arg-type]

    def pick(values: Values) -> int:
        agreed = -1
        for condition, row in rows:
            truth = condition(values)
            if truth == FALSE:
                continue
            found = row(values)
            if agreed not in {-1, found}:
                return UNKNOWN
            if truth == TRUE:
                return found
            agreed = found
        found = otherwise(values)
        return found if agreed in {-1, found} else UNKNOWN

    return pick


def _either(node: Pick, layout: Layout) -> TruthFn:
    """Make the function of one row and what holds otherwise."""
    ((first, row),) = node.rows
    condition, yes, no = truth_fn(first, layout), truth_fn(row, layout), truth_fn(node.otherwise, layout)  # type: ignore[arg-type]

    def either(values: Values) -> int:
        truth = condition(values)
        if truth == UNKNOWN:
            found = yes(values)
            return found if found == no(values) else UNKNOWN
        return yes(values) if truth == TRUE else no(values)

    return either


def _prefer(node: Prefer, layout: Layout) -> TruthFn:
    options = [truth_fn(option, layout) for option in node.options]
    place = layout.prefer(node)
    return lambda values: options[values[place]](values)


_TRUTHS: dict[type[Node], Callable[..., TruthFn]] = {
    Const: _const,  # type: ignore[dict-item]
    Slot: _slot,
    Compare: _compare,
    AtLeast: _at_least,
    Not: _not,
    Pick: _pick_truth,
    Prefer: _prefer,
}
_VALUES: dict[type[Node], Callable[..., ValueFn]] = {
    Const: _const,
    Slot: _slot,
    Linear: _linear,
    Tally: _tally,
    Pick: _pick_value,
}
