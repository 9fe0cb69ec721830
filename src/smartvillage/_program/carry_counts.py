"""Carrying what is counted: entities of a list, conditions, and criteria.

The rule: of what is counted those carry a comparison that weigh for the side it came out on.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from smartvillage.model.findings import Reason
from smartvillage.truth import FALSE, TRUE, UNKNOWN, negate

from .bound import REASON_BITS
from .carry_amounts import amount_fn
from .carry_entity import Inside, entity_carry
from .fold import folder, number_is_idle, open_row
from .nodes import Const, Kind, Not, Op, Tally
from .reads import counts_of
from .walk import compiled, truth_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .bound import Entities
    from .carried import Carried, CarryFn, Walked
    from .carry_amounts import Carries, ValueCarries
    from .nodes import Compare, Pick, TruthNode
    from .program import Program

    #: Tells of what is counted; it is handed the comparison's truth, and whether it is asked why.
    CountFn: TypeAlias = "Callable[[Walked, Carried, int, bool], None]"

_MISSING = REASON_BITS[Reason.MISSING_FACT]
_TRUTHS = (FALSE, UNKNOWN, TRUE)


def carrying(op: Op, truth: int) -> tuple[int, ...]:
    """Say which of the counted carry a comparison: hits carry one that more hits would keep true."""
    if truth == UNKNOWN:
        return (UNKNOWN,)
    if op is Op.EQ:
        return (FALSE, TRUE)
    rising = op in {Op.GE, Op.GT}
    return (TRUE,) if rising == (truth == TRUE) else (FALSE,)


def counting_fn(program: Program, node: Compare, carry: Carries, value_carry: ValueCarries) -> CountFn:
    """Make what tells of all that a comparison counts; ``carry`` makes what tells of a condition, and of a value."""
    parts: list[CountFn] = []
    for criteria, terms in groupby(counts_of(node.value), lambda term: _criterion(program, term) is not None):
        if criteria:
            parts.append(_criteria(program, node.op, list(terms)))  # type: ignore[arg-type]
            continue
        for term in terms:
            if isinstance(term, Tally):
                parts.append(_tally(program, node, term))
            elif _is_plain(term):
                parts.append(_condition(program, node.op, term, carry))
            else:
                wanted = [carrying(node.op, one) for one in _TRUTHS]
                parts.append(amount_fn(program, term, (carry, value_carry), wanted))
    if len(parts) == 1:
        return parts[0]

    def counting(walked: Walked, said: Carried, truth: int, tell: bool) -> None:
        for part in parts:
            part(walked, said, truth, tell)

    return counting


def _criterion(program: Program, term: Tally | Pick) -> int | None:
    """Return the place of the criterion that is counted, if it is one."""
    if isinstance(term, Tally) or not _is_plain(term):
        return None
    layout = compiled(program).layout
    place = layout.found(term.rows[-1][0])
    return place - layout.holds if place is not None and layout.holds <= place < layout.applies else None


def _is_plain(term: Pick) -> bool:
    """Tell whether it is one amount if a condition holds and another if not, and nothing where it does not apply."""
    *aside, (_, held) = term.rows
    if not (isinstance(held, Const) and isinstance(term.otherwise, Const)):
        return False
    return not aside or (len(aside) == 1 and isinstance(aside[0][0], Not))


def _criteria(program: Program, op: Op, terms: list[Pick]) -> CountFn:
    """Tell of criteria that are counted, by what each came to."""
    layout = compiled(program).layout
    counted = []
    for term in terms:
        place = _criterion(program, term) or 0
        counted.append((place, layout.applies + place, layout.holds + place, _weighs(op, term)))

    def criteria(walked: Walked, said: Carried, truth: int, tell: bool) -> None:
        values, criterion = walked.values, walked.criterion
        for place, applies, holds, weighs in counted:
            if weighs[truth][values[applies]][values[holds]]:
                said.take(criterion(place), reasons=tell)

    return criteria


#: Whether a criterion carries a comparison, by the comparison's truth, whether it applies, and whether it holds.
_Weighs: TypeAlias = "tuple[tuple[tuple[bool, ...], ...], ...]"


def _weighs(op: Op, term: Pick) -> _Weighs:
    def weighs(truth: int, applies: int, holds: int) -> bool:
        wanted = carrying(op, truth)
        if applies == FALSE:
            return _carries_aside(term, holds, wanted)
        return (UNKNOWN if applies == UNKNOWN else holds) in _sought(term, wanted)

    return tuple(
        tuple(tuple(weighs(truth, applies, holds) for holds in _TRUTHS) for applies in _TRUTHS) for truth in _TRUTHS
    )


def _sought(term: Pick, wanted: tuple[int, ...]) -> tuple[int, ...]:
    """Return which truths of what is counted weigh as wanted; where failures are counted, they weigh more."""
    held, otherwise = term.rows[-1][1], term.otherwise
    failures = isinstance(held, Const) and isinstance(otherwise, Const) and held.value < otherwise.value
    return tuple(negate(one) for one in wanted) if failures else wanted


def _carries_aside(term: Pick, holds: int, wanted: tuple[int, ...]) -> bool:
    """Tell whether a result rests on a criterion not applying: else it would weigh for the other side."""
    weights = zip((TRUE, FALSE), (term.rows[-1][1], term.otherwise), strict=True)
    amounts = [node.value for truth, node in weights if holds in {truth, UNKNOWN} and isinstance(node, Const)]
    return (TRUE in wanted and min(amounts, default=0) < 0) or (FALSE in wanted and max(amounts, default=0) > 0)


def _condition(program: Program, op: Op, term: Pick, carry: Callable[[Program, TruthNode], CarryFn]) -> CountFn:
    """Tell of a condition that is counted."""
    node = term.rows[-1][0]
    truth_at, carried = truth_of(program, node), carry(program, node)
    sought = [_sought(term, carrying(op, truth)) for truth in _TRUTHS]

    def condition(walked: Walked, said: Carried, truth: int, tell: bool) -> None:
        if truth_at(walked.values) in sought[truth]:
            carried(walked, said, tell)

    return condition


def _tally(program: Program, node: Compare, tally: Tally) -> CountFn:
    """Tell of the entities of a list that carry how many they are."""
    made = folder(program, tally)
    within = entity_carry(program, tally, tally.where)
    wanted_by = [carrying(node.op, truth) for truth in _TRUTHS]
    name, blank = program.lists[tally.list].fact, open_row(program, tally.list)

    def told(walked: Walked, said: Carried, truth: int, tell: bool) -> None:
        entities, outer = walked.entities[tally.list], walked.values if made.outer else ()
        said.mask |= entities.mask
        if not tell and not made.outer and not entities.weak and not any(entities.masks):
            return
        truths, wanted = made.truths(entities, walked.values), wanted_by[truth]
        carrying_ones = [place for place, one in enumerate(truths) if one in wanted]
        if not tell:
            weak = _weak(entities)
            carrying_ones = [place for place in carrying_ones if place in weak] or carrying_ones[: int(made.outer)]
        for place in carrying_ones:
            said.mask |= entities.masks[place]
            within(Inside(walked, said, entities, [*entities.rows[place], *outer], place), tell)
        if tell and not entities.complete and not (entities.every and number_is_idle(node, tally, truths[0])):
            # a list that may hold more stands for one more entity of which nothing is known
            said.reasons |= _MISSING
            said.open[f"facts/{name}"] = Kind.FACT
            within(Inside(walked, said, entities, [*blank, *outer], None), tell)

    return told


def _weak(entities: Entities) -> set[int]:
    """Return the places of the entities that are weakened in any way."""
    return {place for place, _ in entities.weak} | {place for place, mask in enumerate(entities.masks) if mask}
