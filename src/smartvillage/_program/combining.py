"""Combining: the parts of a residue put together so that nothing decided stays in them.

INVARIANT (folded): a formula that is not ``Decided`` itself holds no part that is, but for the rows of a fork.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.truth import FALSE, TRUE, UNKNOWN

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
