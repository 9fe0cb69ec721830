"""Proof: a finding that stands on evidence, with records that show what they need and facts that nothing blocks.

The rule: proven is asked only of what is met. Substitutes were chosen before anything was opened, and a record that
carries the result and lacks a need leaves it unproven even where another leaf would do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.bound import LACKS
from smartvillage._program.nodes import Slot, Tally
from smartvillage._program.reads import Reads, inside, reads
from smartvillage._program.walk import compiled, walk
from smartvillage.model.facts import ShareFact
from smartvillage.truth import TRUE

if TYPE_CHECKING:
    from smartvillage._program.bound import Bound, Entities
    from smartvillage._program.closures import Values


class Proof:
    """What can be proven of a bound village."""

    __slots__ = ("_bound", "_guarded", "_layout")

    def __init__(self, bound: Bound) -> None:
        """Take a village; its guarded values are walked when they are first needed."""
        self._bound = bound
        self._layout = compiled(bound.program).layout
        self._guarded: Values | None = None

    def proven(self, place: int, mask: int) -> bool:
        """Tell whether a criterion that is met is proven too; ``mask`` is what weakens the leaves that carry it."""
        if mask & LACKS or not self._attested(place):
            return False
        if self._bound.guarded is self._bound.values:
            return True
        if self._guarded is None:
            self._guarded = walk(self._bound.program, self._bound.guarded)
        layout = self._layout
        return self._guarded[layout.applies + place] == self._guarded[layout.holds + place] == TRUE  # type: ignore[no-any-return]

    def _attested(self, place: int) -> bool:
        """Tell whether the evidence is there that the criterion asks for."""
        criterion = self._bound.program.criteria[place].criterion
        if criterion.evidence is None or criterion.evidence == "none":
            return criterion.evidence is not None
        papers = self._bound.papers
        if not papers:
            return any(not wanted for wanted in criterion.evidence)
        types = set(papers.get(criterion.id, ()))
        if not papers.keys().isdisjoint(self._bound.program.facts):
            types |= {kind for name in self.used(place) for kind in papers.get(name, ())}
        return any(types.issuperset(wanted) for wanted in criterion.evidence)

    def used(self, place: int) -> set[str]:
        """Return the facts that the rule used: of substitutes only the chosen one."""
        program, values = self._bound.program, self._bound.values
        lowered = program.criteria[place]
        used: set[str] = set()
        for node in inside((lowered.holds, lowered.applies), self._layout, values):
            if isinstance(node, Tally):
                used.add(program.lists[node.list].fact)
            elif isinstance(node, Slot) and not node.inner:
                used.add(program.slots[node.index].fact or "")
        for name in tuple(used):
            fact = program.facts.get(name)
            if isinstance(fact, ShareFact) and fact.part and fact.whole:
                used |= {fact.part, fact.whole}
        return used

    def weak(self) -> list[bool]:
        """Tell for each criterion whether anything that it may read is weakened in any way."""
        found: list[bool] | None = self._bound.notes.get("weak")
        if found is None:
            masks = self._bound.masks
            lists = [_is_weakened(one) for one in self._bound.entities]
            found = self._bound.notes["weak"] = [
                one.others or any(masks[slot] for slot in one.slots) or any(lists[number] for number in one.lists)
                for one in self._read()
            ]
        return found

    def _read(self) -> list[Reads]:
        program = self._bound.program
        found: list[Reads] | None = program._derived.get("reads")  # noqa: SLF001 - the place for what is made of it
        if found is None:
            found = program._derived["reads"] = [  # noqa: SLF001 - likewise
                reads(self._layout, (one.holds, one.applies)) for one in program.criteria
            ]
        return found


def _is_weakened(entities: Entities) -> bool:
    return bool(entities.mask or entities.weak or any(entities.masks))
