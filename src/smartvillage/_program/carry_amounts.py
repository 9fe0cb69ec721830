"""Carrying an amount that one of many rows gives, as points do by steps.

The rule: an amount carries a sum unless it is the least, or the most, that it could be on the side that is asked for;
the rows before the one that holds carry it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .carried import say_nothing
from .interval import EVERYTHING, Interval, add, hull, interval_of, scale
from .nodes import Const, Linear, Pick, Slot
from .walk import number_of, truth_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .carried import Carried, CarryFn, Walked
    from .interval import Known
    from .nodes import Node, TruthNode, Value
    from .program import Program

    #: Makes what tells of a condition, and of a value.
    Carries: TypeAlias = "Callable[[Program, TruthNode], CarryFn]"
    ValueCarries: TypeAlias = "Callable[[Program, Value], CarryFn]"


def amount_fn(
    program: Program, term: Pick, carries: tuple[Carries, ValueCarries], wanted_by: Sequence[tuple[int, ...]]
) -> Callable[[Walked, Carried, int, bool], None]:
    """Make what tells of an amount; ``wanted_by`` says by a comparison's truth which side carries it."""
    amount_at, extent = number_of(program, term), interval_of(_widest(program, term))
    rows = [(*_asked(program, condition, carries[0]), _given(program, row, carries[1])) for condition, row in term.rows]
    last = _given(program, term.otherwise, carries[1])

    def weighs(amount: Known, wanted: tuple[int, ...]) -> bool:
        if isinstance(amount, Interval):
            return True
        return (TRUE in wanted and amount != extent.low) or (FALSE in wanted and amount != extent.high)

    def told(walked: Walked, said: Carried, truth: int, tell: bool) -> None:
        if not weighs(amount_at(walked.values), wanted_by[truth]):
            return
        for condition_at, condition, row in rows:
            held = condition_at(walked.values)
            condition(walked, said, tell and held == UNKNOWN)
            if held != FALSE:
                row(walked, said, tell)
            if held == TRUE:
                return
        last(walked, said, tell)

    return told


def _asked(program: Program, node: TruthNode, carry: Carries) -> tuple[Callable[[list[object]], int], CarryFn]:
    return truth_of(program, node), carry(program, node)


def _given(program: Program, node: Node, carry: ValueCarries) -> CarryFn:
    return say_nothing if isinstance(node, Const) else carry(program, node)  # type: ignore[arg-type]  # a value's rows


def _widest(program: Program, value: Node) -> Known:
    """Return all that a value could be, whatever is known."""
    match value:
        case Const(value=known):
            return known
        case Slot(index=index):
            return program.slots[index].domain or EVERYTHING
        case Linear(terms=terms, constant=constant):
            total: Known = constant
            for factor, term in terms:
                total = add(total, scale(factor, _widest(program, term)))
            return total
        case Pick(rows=rows, otherwise=otherwise):
            found = _widest(program, otherwise)
            for _, row in rows:
                found = hull(found, _widest(program, row))
            return found
        case _:
            return EVERYTHING
