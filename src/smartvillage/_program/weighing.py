"""Sums over what was found already: how many criteria are met, counted without asking each one.

The rule: criteria that weigh alike are counted together, so that a decision over ten thousand costs a few counts.
"""

from __future__ import annotations

from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .interval import Interval
from .nodes import Const, Not, Op, Pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from .interval import Known
    from .layout import Layout
    from .nodes import Exact, Linear, Node

#: Where a term's truths stand: whether it applies (nothing where it always does) and whether it holds.
_Places: TypeAlias = "tuple[int | None, int]"
_Amounts: TypeAlias = "tuple[Exact, Exact]"


_Groups: TypeAlias = "dict[_Amounts, list[int]]"
_Conditional: TypeAlias = "list[tuple[int, int, _Amounts]]"


def weighing(node: Linear, layout: Layout) -> Callable[[list[Any]], Known] | None:
    """Make the function of a sum whose terms are all amounts for truths that are found; nothing for any other sum."""
    found = _grouped(node, layout)
    if found is None:
        return None
    groups, conditional = found
    return _summing(node.constant, [(_getter(places), amounts) for amounts, places in groups.items()], conditional)


def weighing_against(node: Linear, op: Op, layout: Layout) -> Callable[[list[Any]], int] | None:
    """Make the function that holds such a sum against zero, where all weigh alike and always apply."""
    found = _grouped(node, layout)
    if found is None or found[1] or len(found[0]) != 1:
        return None
    (((hit, miss), places),) = found[0].items()
    if hit <= miss or op is Op.EQ:
        return None
    return _counting(_getter(places), (hit - miss, node.constant + len(places) * miss), op)


def _counting(getter: Callable[[list[Any]], Any], weights: tuple[Exact, Exact], op: Op) -> Callable[[list[Any]], int]:
    """Count hits: each is worth so much more than a miss, over what misses alone come to."""
    worth, base = weights
    rising = op in {Op.GE, Op.GT}
    edge = -Fraction(base) / worth
    needed = -(-edge).__floor__() if op in {Op.GE, Op.LT} else edge.__floor__() + 1
    yes, no = (TRUE, FALSE) if rising else (FALSE, TRUE)

    def compare(values: list[Any]) -> int:
        truths = getter(values)
        hits = truths.count(TRUE)
        if hits >= needed:
            return yes
        return UNKNOWN if hits + truths.count(UNKNOWN) >= needed else no

    return compare


def _grouped(node: Linear, layout: Layout) -> tuple[_Groups, _Conditional] | None:
    groups: _Groups = {}
    conditional: _Conditional = []
    for factor, term in node.terms:
        seen = _weighed(term, layout) if factor == 1 else None
        if seen is None:
            return None
        (applies, holds), amounts = seen
        if applies is None:
            groups.setdefault(amounts, []).append(holds)
        else:
            conditional.append((applies, holds, amounts))
    return groups, conditional


def _getter(places: list[int]) -> Callable[[list[Any]], Any]:
    first, last = places[0], places[-1] + 1
    if places == list(range(first, last)):
        return itemgetter(slice(first, last))
    return itemgetter(*places)


def _weighed(term: Node, layout: Layout) -> tuple[_Places, _Amounts] | None:
    if not isinstance(term, Pick) or not isinstance(term.otherwise, Const):
        return None
    applies: int | None = None
    rows = list(term.rows)
    if len(rows) == 2:  # noqa: PLR2004 - the row of what does not apply comes first
        condition, amount = rows.pop(0)
        applies = layout.found(condition.item) if isinstance(condition, Not) else None
        if applies is None or not isinstance(amount, Const) or amount.value != 0:
            return None
    if len(rows) != 1 or not isinstance(rows[0][1], Const):
        return None
    holds = layout.found(rows[0][0])
    return None if holds is None else ((applies, holds), (rows[0][1].value, term.otherwise.value))


def _summing(
    constant: Exact,
    groups: list[tuple[Callable[[list[Any]], Any], _Amounts]],
    conditional: _Conditional,
) -> Callable[[list[Any]], Known]:
    def total(values: list[Any]) -> Known:
        low = high = constant
        for getter, (hit, miss) in groups:
            truths = getter(values)
            hits, misses = truths.count(TRUE), truths.count(FALSE)
            decided = hits * hit + misses * miss
            unsure = len(truths) - hits - misses
            low += decided + unsure * (min(hit, miss))
            high += decided + unsure * (max(miss, hit))
        for applies, holds, amounts in conditional:
            possible = _possible(values[applies], values[holds], amounts)
            low += min(possible)
            high += max(possible)
        return low if low == high else Interval(low, high)

    return total


def _possible(applies: int, holds: int, amounts: _Amounts) -> list[Exact]:
    """Return what a criterion can add that may not apply."""
    if applies == FALSE:
        return [0]
    hit, miss = amounts
    possible = [hit] if holds == TRUE else [miss] if holds == FALSE else [hit, miss]
    return possible if applies == TRUE else [0, *possible]
