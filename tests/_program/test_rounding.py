"""Rounding: a moved limit says of the bare measure what the limit says of the rounded one."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from operator import eq, ge, gt, le, lt
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from smartvillage._program.nodes import Op
from smartvillage._program.rounding import rounded

HELD = {Op.GE: ge, Op.GT: gt, Op.LE: le, Op.LT: lt, Op.EQ: eq}
ROUND = {
    "half_up": lambda steps: floor(steps + Fraction(1, 2)),
    "down": floor,
    "up": ceil,
}


@given(
    st.fractions(0, 3, max_denominator=20),
    st.fractions(0, 3, max_denominator=20),
    st.sampled_from([1, Fraction(1, 2), Fraction(1, 10)]),
    st.sampled_from(list(Op)),
    st.sampled_from(["half_up", "down", "up"]),
)
def test_same_as_rounding_first(
    value: Fraction, limit: Fraction, step: Fraction, op: Op, mode: Literal["half_up", "down", "up"]
) -> None:
    """Rounding the measure and holding it against the limit gives the same, limits off the grid included."""
    expected = HELD[op](ROUND[mode](value / step) * step, limit)
    assert all(HELD[one](value, edge) for edge, one in rounded(limit, op, step, mode)) == expected
