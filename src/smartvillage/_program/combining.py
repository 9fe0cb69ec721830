"""Combining: the parts of a residue put together so that nothing decided stays in them.

INVARIANT (folded): a formula that is not ``Decided`` itself holds no part that is, but for the rows of a fork.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .nodes import Op
from .residue import Choice, Decided, Denial, Fork, Formula, Quorum, Sum

if TYPE_CHECKING:
    from .nodes import Exact

#: The truths that are decided.
DECIDED = {truth: Decided(truth) for truth in (FALSE, TRUE)}


def quorum(k: int, items: list[Formula]) -> Formula:
    """Fold what is decided: each that holds leaves one fewer to go."""
    kept = [item for item in items if not isinstance(item, Decided)]
    left = k - sum(isinstance(item, Decided) and item.truth == TRUE for item in items)
    if left <= 0:
        return DECIDED[TRUE]
    if left > len(kept):
        return DECIDED[FALSE]
    return kept[0] if len(kept) == 1 else Quorum(left, tuple(kept))


def denied(item: Formula) -> Formula:
    """Deny a formula; a denial of a denial is the thing itself."""
    if isinstance(item, Decided):
        return DECIDED[TRUE - item.truth]
    return item.item if isinstance(item, Denial) else Denial(item)


def fork(rows: list[tuple[Formula, Formula]], otherwise: Formula) -> Formula:
    """Fork between truths; rows that agree are one."""
    truths = {item.truth if isinstance(item, Decided) else UNKNOWN for item in (*(row for _, row in rows), otherwise)}
    agreed = len(truths) == 1 and UNKNOWN not in truths
    return otherwise if agreed or not rows else Fork(tuple(rows), otherwise)


def choice(rows: list[tuple[Formula, Sum]], otherwise: Sum) -> Sum:
    """Choose between sums."""
    return otherwise if not rows else Sum(choices=((1, Choice(tuple(rows), otherwise)),))


def counted(total: Sum, op: Op) -> Formula | None:
    """Say a comparison of a sum in which every part weighs alike as how many of them hold; nothing for another sum."""
    weights = {_weight(scale, part) for scale, part in total.choices}
    if total.terms or len(weights) != 1 or (weight := weights.pop()) in {None, 0}:
        return None
    items = [part.rows[0][0] for _, part in total.choices]
    base = total.constant + sum(scale * part.otherwise.constant for scale, part in total.choices)
    edge = -Fraction(base) / weight
    match op if weight > 0 else _MIRRORED[op]:
        case Op.GE:
            return quorum(ceil(edge), items)
        case Op.GT:
            return quorum(floor(edge) + 1, items)
        case Op.LE:
            return denied(quorum(floor(edge) + 1, items))
        case Op.LT:
            return denied(quorum(ceil(edge), items))
        case Op.EQ:
            exactly = [quorum(ceil(edge), items), denied(quorum(floor(edge) + 1, items))]
            return quorum(2, exactly) if edge.denominator == 1 else DECIDED[FALSE]


#: What a comparison is when both sides change their sign.
_MIRRORED = {Op.GE: Op.LE, Op.GT: Op.LT, Op.LE: Op.GE, Op.LT: Op.GT, Op.EQ: Op.EQ}


def _weight(scale: Exact, part: Choice) -> Exact | None:
    """Say how much more a choice adds where its one condition holds; nothing where it is no such choice."""
    if len(part.rows) != 1 or any(one.terms or one.choices for one in (part.rows[0][1], part.otherwise)):
        return None
    return scale * (part.rows[0][1].constant - part.otherwise.constant)


def added(parts: list[tuple[Exact, Sum]], constant: Exact) -> Sum:
    """Add scaled sums; one variable stands once."""
    terms: dict[int, Exact] = {}
    choices: list[tuple[Exact, Choice]] = []
    for factor, part in parts:
        constant += factor * part.constant
        for scale, variable in part.terms:
            terms[variable] = terms.get(variable, 0) + factor * scale
        choices += [(factor * scale, choice) for scale, choice in part.choices if factor]
    kept = tuple([(scale, variable) for variable, scale in terms.items() if scale])
    return Sum(kept, tuple(choices), constant)
