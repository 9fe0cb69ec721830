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
    from collections.abc import Iterator

    from smartvillage.model.criteria import Criterion

    from .asking import State


def to_prove(state: State) -> Iterator[ToProve]:
    """Yield, for every criterion that is met and not proven, what *proven* still lacks."""
    for finding in state.assessment.findings:
        if finding.outcome is Outcome.MET and not finding.proven:
            yield _lacking(state, state.criterion(finding.criterion).criterion)


def _lacking(state: State, criterion: Criterion) -> ToProve:
    masks = _masks(state, criterion.id)
    lists = criterion.evidence if isinstance(criterion.evidence, tuple) else ()
    attached = {kind for name in (criterion.id, *masks) for kind in state.bound.papers.get(name, ())}
    there = any(attached.issuperset(wanted) for wanted in lists)
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
