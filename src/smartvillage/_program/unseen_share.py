"""The weakest share that nobody has seen: how high (or low) a required part of a set may be and still be met.

A share that is open never meets an open count in one product; its node says only what the hardest and the easiest
share make of the count. Each hit weighs 1 − p and each miss −p, so the sum is a straight line in p, and those two ends
tell where it crosses zero.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartvillage.exact import simplify

from .forms import OPS
from .interval import EVERYTHING, Interval, interval_of
from .nodes import Compare, Linear, Not, Op, Pick, Slot, Tally
from .reads import beneath
from .residue import Case, hull_of

if TYPE_CHECKING:
    from .nodes import Exact, Node, TruthNode
    from .program import LimitInfo
    from .reduction import Reduction


def weakest_share(node: TruthNode, slot: int, limit: LimitInfo, reduction: Reduction) -> Interval | bool | None:
    """Return the shares that make the count hold for sure; true where its node does not show them, nothing for none."""
    ends = _ends(node, slot)
    domain = limit.domain or EVERYTHING
    if ends is None or domain.low is None or domain.high is None or domain.low == domain.high:
        return True
    op = OPS[limit.word]
    rising = op in {Op.GE, Op.GT}
    hardest, easiest = (domain.high, domain.low) if rising else (domain.low, domain.high)
    far, near = (_worst(one, reduction, rising=rising) for one in ends)
    if far is None or near is None or far == near:
        return None
    edge = simplify(easiest + Fraction(near * (hardest - easiest)) / (near - far))
    strict = op in {Op.GT, Op.LT}
    found = Interval(domain.low, edge, domain.low_open, strict) if rising else (
        Interval(edge, domain.high, strict, domain.high_open)
    )  # fmt: skip
    return found if _is_something(found) else None


def _ends(node: TruthNode, slot: int) -> tuple[Compare, Compare] | None:
    """Find what the hardest and the easiest share make of a count; nothing where they are no plain sums over a set."""
    for inner in beneath(node):
        if not (isinstance(inner, Pick) and isinstance(inner.otherwise, Slot) and inner.otherwise.index == slot):
            continue
        conditions = [condition.item if isinstance(condition, Not) else condition for condition, _ in inner.rows]
        if len(conditions) == 2 and all(_is_sum(condition) for condition in conditions):  # noqa: PLR2004 - both ends
            return conditions[0], conditions[1]  # type: ignore[return-value]  # asked just before
    return None


def _is_sum(node: Node) -> bool:
    if not (isinstance(node, Compare) and isinstance(node.value, Linear) and len(node.value.terms) == 1):
        return False
    return isinstance(node.value.terms[0][1], (Tally, Linear))


def _worst(compare: Compare, reduction: Reduction, *, rising: bool) -> Exact | None:
    hull = interval_of(hull_of(reduction.sum(compare.value), Case(), reduction.variables))
    return hull.low if rising else hull.high


def _is_something(found: Interval) -> bool:
    assert found.low is not None  # noqa: S101 - a share's domain has both ends
    assert found.high is not None  # noqa: S101 - likewise
    if found.low == found.high:
        return not (found.low_open or found.high_open)
    return found.low < found.high
