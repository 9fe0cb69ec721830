"""One value held against one known limit: the comparison that nearly every rule comes down to, made quick.

The rule: whole numbers are compared as they are, fractions by multiplying crosswise; only what is open goes the slow
way. No division, no floating point.
"""

from __future__ import annotations

from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

from smartvillage.truth import FALSE, TRUE

from .interval import add, hold
from .nodes import Op

if TYPE_CHECKING:
    from collections.abc import Callable

    from .interval import Known
    from .nodes import Exact

_HELD: dict[Op, Callable[[Any, Any], bool]] = {Op.GE: ge, Op.GT: gt, Op.LE: le, Op.LT: lt, Op.EQ: eq}


def against(place: int, limit: Exact, op: Op) -> Callable[[list[Any]], int]:
    """Make the function that holds the value at a place against a limit."""
    above, below = limit.numerator, limit.denominator
    held = _HELD[op]

    def slow(value: Known) -> int:
        if value.__class__ is Fraction:
            return TRUE if held(value.numerator * below, above * value.denominator) else FALSE  # type: ignore[union-attr]
        return hold(add(value, -limit), op)

    if below != 1:
        return _crosswise(place, (above, below), held, slow)
    return _WHOLE[op](place, above, slow)


def _crosswise(
    place: int, limit: tuple[int, int], held: Callable[[Any, Any], bool], slow: Callable[[Known], int]
) -> Callable[[list[Any]], int]:
    above, below = limit

    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is Fraction or value.__class__ is int:
            return TRUE if held(value.numerator * below, above * value.denominator) else FALSE
        return slow(value)

    return compare


def _at_least(place: int, limit: int, slow: Callable[[Known], int]) -> Callable[[list[Any]], int]:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value >= limit else FALSE
        return slow(value)

    return compare


def _more_than(place: int, limit: int, slow: Callable[[Known], int]) -> Callable[[list[Any]], int]:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value > limit else FALSE
        return slow(value)

    return compare


def _at_most(place: int, limit: int, slow: Callable[[Known], int]) -> Callable[[list[Any]], int]:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value <= limit else FALSE
        return slow(value)

    return compare


def _less_than(place: int, limit: int, slow: Callable[[Known], int]) -> Callable[[list[Any]], int]:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value < limit else FALSE
        return slow(value)

    return compare


def _is(place: int, limit: int, slow: Callable[[Known], int]) -> Callable[[list[Any]], int]:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value == limit else FALSE
        return slow(value)

    return compare


_WHOLE = {Op.GE: _at_least, Op.GT: _more_than, Op.LE: _at_most, Op.LT: _less_than, Op.EQ: _is}
