"""Proof: a finding that stands on evidence, with records that show what they need and facts that nothing blocks.

The rule: proven is asked only of what is met. Substitutes were chosen before anything was opened, and a record that
carries the result and lacks a need leaves it unproven even where another leaf would do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage._program.bound import LACKS
from smartvillage._program.nodes import Slot, Tally
from smartvillage._program.reads import inside, reads
from smartvillage._program.walk import compiled, walk
from smartvillage.model.facts import ShareFact
from smartvillage.truth import TRUE

if TYPE_CHECKING:
    from collections.abc import Collection

    from smartvillage._program.bound import Bound
    from smartvillage._program.closures import Values
    from smartvillage._program.program import Program
    from smartvillage.model.criteria import Criterion


class _Asked(NamedTuple):
    """What proof asks of a program's criteria, made once."""

    places: dict[str, int]
    """Where each criterion stands."""
    papers: tuple[tuple[frozenset[str], ...], ...]
    """By criterion: the lists of evidence of which one must be there; none at all where nothing ever proves it."""
    free: tuple[bool, ...]
    """By criterion: whether no evidence at all is enough."""
    by_slot: tuple[tuple[int, ...], ...]
    """By slot: the criteria that may read it."""
    by_list: tuple[tuple[int, ...], ...]
    """By list: the criteria that may read it."""
    others: frozenset[int]
    """The criteria that read what was found of others."""


class Proof:
    """What can be proven of a bound village."""

    __slots__ = ("_asked", "_bound", "_guarded", "_papered", "_supported", "weak")

    def __init__(self, bound: Bound) -> None:
        """Take a village; its guarded values are walked when they are first needed."""
        self._bound, self._asked = bound, _asked(bound.program)
        self._guarded: Values | None = None
        #: The criteria of which anything that they may read is weakened in any way.
        self.weak = self._weakened()
        self._supported = bound.papers.keys() & bound.program.facts.keys() if bound.papers else set()
        self._papered = self._with_papers()

    def proven(self, place: int, mask: int) -> bool:
        """Tell whether a criterion that is met is proven too; ``mask`` is what weakens the leaves that carry it."""
        if mask & LACKS or not (self._asked.free[place] or (place in self._papered and self._attested(place))):
            return False
        if place not in self.weak or self._bound.guarded is self._bound.values:
            return True
        if self._guarded is None:
            self._guarded = walk(self._bound.program, self._bound.guarded)
        layout = compiled(self._bound.program).layout
        return self._guarded[layout.applies + place] == self._guarded[layout.holds + place] == TRUE  # type: ignore[no-any-return]

    def _attested(self, place: int) -> bool:
        """Tell whether the evidence is there that the criterion asks for."""
        papers = self._bound.papers
        types: Collection[str] = papers.get(self._bound.program.criteria[place].criterion.id, ())
        if self._supported:
            types = {*types, *[kind for name in self._supported & self.used(place) for kind in papers[name]]}
        return bool(types) and any(wanted.issubset(types) for wanted in self._asked.papers[place])

    def _with_papers(self) -> Collection[int]:
        """Return the criteria that attached evidence may speak for."""
        if self._supported:
            return range(len(self._bound.program.criteria))
        places = self._asked.places
        return {places[supported] for supported in self._bound.papers if supported in places}

    def used(self, place: int) -> set[str]:
        """Return the facts that the rule used: of substitutes only the chosen one."""
        program, values = self._bound.program, self._bound.values
        lowered = program.criteria[place]
        used: set[str] = set()
        for node in inside((lowered.holds, lowered.applies), compiled(program).layout, values):
            if isinstance(node, Tally):
                used.add(program.lists[node.list].fact)
            elif isinstance(node, Slot) and not node.inner:
                used.add(program.slots[node.index].fact or "")
        for name in tuple(used):
            fact = program.facts.get(name)
            if isinstance(fact, ShareFact) and fact.part and fact.whole:
                used |= {fact.part, fact.whole}
        return used

    def _weakened(self) -> set[int]:
        asked, found = self._asked, set(self._asked.others)
        for slot, mask in enumerate(self._bound.masks):
            if mask:
                found.update(asked.by_slot[slot])
        for number, entities in enumerate(self._bound.entities):
            if entities.mask or entities.weak or any(entities.masks):
                found.update(asked.by_list[number])
        return found


def _asked(program: Program) -> _Asked:
    found: _Asked | None = program._derived.get("asked")  # noqa: SLF001 - the place for what is made of it
    if found is None:
        found = program._derived["asked"] = _ask(program)  # noqa: SLF001 - likewise
    return found


def _ask(program: Program) -> _Asked:
    layout = compiled(program).layout
    by_slot: list[list[int]] = [[] for _ in program.slots]
    by_list: list[list[int]] = [[] for _ in program.lists]
    others = set()
    for place, one in enumerate(program.criteria):
        read = reads(layout, (one.holds, one.applies))
        for slot in read.slots:
            by_slot[slot].append(place)
        for number in read.lists:
            by_list[number].append(place)
        if read.others:
            others.add(place)
    papers = tuple(_papers(one.criterion) for one in program.criteria)
    return _Asked(
        places={one.criterion.id: place for place, one in enumerate(program.criteria)},
        papers=papers,
        free=tuple(frozenset() in wanted for wanted in papers),
        by_slot=tuple(map(tuple, by_slot)),
        by_list=tuple(map(tuple, by_list)),
        others=frozenset(others),
    )


def _papers(criterion: Criterion) -> tuple[frozenset[str], ...]:
    """Return the lists of evidence; one that asks for nothing is always there."""
    if criterion.evidence == "none":
        return (frozenset(),)
    return tuple(frozenset(types) for types in criterion.evidence or ())
