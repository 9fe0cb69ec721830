"""One value held against one limit: the comparison that nearly every rule comes down to, made quick.

The rule: whole numbers are compared as they are, fractions by multiplying crosswise; only what is open goes the slow
way. No division, no floating point.
"""

from __future__ import annotations

from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .interval import Interval, add, hold, hold_against, scale
from .nodes import Op

if TYPE_CHECKING:
    from collections.abc import Callable

    from .nodes import Exact

_Compare: TypeAlias = "Callable[[list[Any]], int]"
_Slow: TypeAlias = "Callable[[Any], int]"

_HELD: dict[Op, Callable[[Any, Any], bool]] = {Op.GE: ge, Op.GT: gt, Op.LE: le, Op.LT: lt, Op.EQ: eq}


def against(place: int, limit: Exact, op: Op, domain: Interval | None = None) -> _Compare:
    """Make the function that holds the value at a place against a limit; ``domain`` is what it is while open."""
    above, below = limit.numerator, limit.denominator
    held = _HELD[op]
    open_truth = UNKNOWN if domain is None else hold_against(domain, limit, op)

    def slow(value: Any) -> int:  # noqa: ANN401 - a fraction or an interval
        if value is domain:
            return open_truth
        if value.__class__ is Interval:
            return hold_against(value, limit, op)
        return TRUE if held(value.numerator * below, above * value.denominator) else FALSE

    return _crosswise(place, (above, below), held, slow) if below != 1 else _WHOLE[op](place, above, slow)


def against_unseen(place: int, limit: int, domain: Interval, op: Op) -> _Compare:
    """Make the function that holds a value against a limit nobody has seen: against its far and its near end.

    It holds for every limit if it holds for the hardest, and for none if not even for the easiest; where such an end
    is open, the limit itself is never reached.
    """
    ends = (domain.high, domain.high_open), (domain.low, domain.low_open)
    far, near = ends if op in {Op.GE, Op.GT} else ends[::-1]
    loose, strict = (Op.GE, Op.GT) if op in {Op.GE, Op.GT} else (Op.LE, Op.LT)
    hardest = _end(far[0], loose if far[1] else op, FALSE)
    easiest = _end(near[0], strict if near[1] else op, TRUE)

    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is Interval or values[limit] is not domain:
            return hold(add(value, scale(-1, values[limit])), op)
        above, below = value.numerator, value.denominator
        return TRUE if hardest(above, below) else UNKNOWN if easiest(above, below) else FALSE

    return compare


def _end(limit: Exact | None, op: Op, endless: int) -> Callable[[int, int], bool]:
    """Hold a fraction against an end; where there is none the answer is always the same."""
    if limit is None:
        answer = endless == TRUE
        return lambda _above, _below: answer
    held, first, second = _HELD[op], limit.numerator, limit.denominator
    if second == 1:
        return lambda above, below: held(above, first * below)
    return lambda above, below: held(above * second, first * below)


def _crosswise(place: int, limit: tuple[int, int], held: Callable[[Any, Any], bool], slow: _Slow) -> _Compare:
    above, below = limit

    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is Fraction or value.__class__ is int:
            return TRUE if held(value.numerator * below, above * value.denominator) else FALSE
        return slow(value)

    return compare


def _at_least(place: int, limit: int, slow: _Slow) -> _Compare:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value >= limit else FALSE
        return slow(value)

    return compare


def _more_than(place: int, limit: int, slow: _Slow) -> _Compare:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value > limit else FALSE
        return slow(value)

    return compare


def _at_most(place: int, limit: int, slow: _Slow) -> _Compare:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value <= limit else FALSE
        return slow(value)

    return compare


def _less_than(place: int, limit: int, slow: _Slow) -> _Compare:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value < limit else FALSE
        return slow(value)

    return compare


def _is(place: int, limit: int, slow: _Slow) -> _Compare:
    def compare(values: list[Any]) -> int:
        value = values[place]
        if value.__class__ is int:
            return TRUE if value == limit else FALSE
        return slow(value)

    return compare


_WHOLE = {Op.GE: _at_least, Op.GT: _more_than, Op.LE: _at_most, Op.LT: _less_than, Op.EQ: _is}
