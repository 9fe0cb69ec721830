"""What the tasks leave unproven: papers to attach, records to complete, figures of one's own to get.

The rule: only what a criterion used counts against it; a substitute that was not chosen does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.bound import BLOCKS, LACKS
from smartvillage._program.nodes import Slot, Tally
from smartvillage._program.reads import inside
from smartvillage._program.walk import compiled
from smartvillage.model.findings import Outcome
from smartvillage.model.roadmap import ToProve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from smartvillage.model.criteria import Criterion
    from smartvillage.model.village import Evidence

    from .asking import State


def to_prove(state: State, instead: Mapping[str, State], left: Iterable[Evidence]) -> Iterator[ToProve]:
    """Yield, for every criterion that is met and not proven, what *proven* still lacks.

    ``instead`` are the states in which criteria would be met that are not met in this one for want of proof; ``left``
    are the papers that tasks leave beside those attached.
    """
    papers = tuple(left)
    for finding in state.assessment.findings:
        name = finding.criterion
        if finding.outcome is Outcome.MET and not finding.proven:
            lacking = _lacking(state, state.criterion(name).criterion, papers)
            if lacking is not None:
                yield lacking
        elif name in instead:
            lacking = _lacking(instead[name], state.criterion(name).criterion, ())
            if lacking is not None:
                yield lacking


def _lacking(state: State, criterion: Criterion, left: tuple[Evidence, ...]) -> ToProve | None:
    """Say what a criterion lacks; nothing where the papers that tasks leave are all it lacked."""
    masks = _masks(state, criterion.id)
    lists = criterion.evidence if isinstance(criterion.evidence, tuple) else ()
    attached = {kind for name in (criterion.id, *masks) for kind in state.bound.papers.get(name, ())}
    coming = {piece.type for piece in left if not {criterion.id, *masks}.isdisjoint(piece.supports)}
    there = any((attached | coming).issuperset(wanted) for wanted in lists)
    if there and not any(mask & (BLOCKS | LACKS) for mask in masks.values()) and coming:
        return None
    return ToProve(
        criterion=criterion.id,
        title=criterion.title,
        papers=() if there else lists,
        no_evidence_list=criterion.evidence is None,
        own_figures=tuple(name for name, mask in masks.items() if mask & BLOCKS),
        incomplete=tuple(name for name, mask in masks.items() if mask & LACKS),
    )


def _masks(state: State, name: str) -> dict[str, int]:
    """Return what weakens each fact that a criterion used; of substitutes only the one chosen."""
    program, bound = state.program, state.bound
    lowered, layout = state.criterion(name), compiled(program).layout
    found: dict[str, int] = {}
    for node in inside((lowered.holds, lowered.applies), layout, bound.values):
        if isinstance(node, Slot) and not node.inner:
            fact = program.slots[node.index].fact
            if fact is not None:
                found[fact] = found.get(fact, 0) | bound.masks[node.index]
        elif isinstance(node, Tally):
            listed = bound.entities[node.list]
            fact = program.lists[node.list].fact
            for mask in (listed.mask, *listed.masks, *listed.weak.values()):
                found[fact] = found.get(fact, 0) | mask
    return dict(sorted(found.items()))
