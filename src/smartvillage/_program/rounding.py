"""Rounding belongs to the limit: a rounded measure against a limit is the bare measure against a moved limit.

So nothing is ever rounded: half up to a step *s*, ``x`` is at least ``L`` exactly when ``x`` is at least ⌈L⌉ − s/2,
where ⌈L⌉ lies on the grid of *s*; the other ways and words alike.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

from .nodes import Op

if TYPE_CHECKING:
    from .nodes import Exact

Mode: TypeAlias = Literal["half_up", "down", "up"]


def rounded(limit: Exact, op: Op, step: Exact, mode: Mode) -> list[tuple[Exact, Op]]:
    """Return the comparisons of the bare measure, all of which must hold."""
    reached = -((-Fraction(limit) / step).__floor__()) * step
    passed = ((Fraction(limit) / step).__floor__() + 1) * step
    match op:
        case Op.GE:
            return [_at_least(reached, step, mode)]
        case Op.GT:
            return [_at_least(passed, step, mode)]
        case Op.LT:
            return [_opposite(_at_least(reached, step, mode))]
        case Op.LE:
            return [_opposite(_at_least(passed, step, mode))]
        case Op.EQ:
            return [_at_least(reached, step, mode), _opposite(_at_least(passed, step, mode))]


def _at_least(edge: Exact, step: Exact, mode: Mode) -> tuple[Exact, Op]:
    """Say of the bare measure that the rounded one is at least an edge on the grid."""
    match mode:
        case "half_up":
            return _plain(edge - Fraction(step) / 2), Op.GE
        case "down":
            return _plain(edge), Op.GE
        case "up":
            return _plain(edge - step), Op.GT


def _opposite(comparison: tuple[Exact, Op]) -> tuple[Exact, Op]:
    limit, op = comparison
    return limit, Op.LT if op is Op.GE else Op.LE


def _plain(value: Exact) -> Exact:
    return value.numerator if value.denominator == 1 else value
