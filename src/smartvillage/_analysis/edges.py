"""Edges: at which values of its facts a criterion can turn, read off its nodes.

The rule: between two neighbouring edges of a fact every comparison of that fact alone comes out the same, so that
trying the edges and the stretches between them tries every case. What compares several open things at once is
``joint``: its edges are taken with the others at ordinary values, and trying them shows much and proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from smartvillage._program.nodes import Compare, Const, Kind, Linear, Slot, Tally
from smartvillage._program.reads import beneath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._program.nodes import Exact, Node, Value
    from smartvillage._program.program import Program

#: The most entities that a tried list holds.
MOST_ENTITIES = 100
#: What the others are taken as where a comparison turns on several things.
_ORDINARY = (1, 100)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where rules turn: by the path of a fact or field, and for lists as numbers of entities and how many are alike."""

    values: dict[str, set[Exact]] = field(default_factory=dict)
    lists: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    joint: list[str] = field(default_factory=list)
    """Paths that are compared with one another."""

    @property
    def whole(self) -> bool:
        """Tell whether trying the edges tries every case."""
        return not self.joint and not self.lists


def find_edges(edges: Edges, program: Program, *roots: Node) -> None:
    """Add the edges of some rules of a program."""
    names = _Names(program, {})
    for node in beneath(*roots):
        if isinstance(node, Tally):
            edges.lists.setdefault(program.lists[node.list].fact, set()).update(((0, 0), (1, 0), (1, 1), (2, 1)))
            names.inner.update((id(inner), node.list) for inner in beneath(node.where) if isinstance(inner, Slot))
    for node in beneath(*roots):
        if isinstance(node, Compare):
            _compare(edges, names, node.value)


@dataclass(frozen=True, slots=True)
class _Names:
    program: Program
    inner: dict[int, int]
    """The list of each inner slot, by the node's identity."""

    def kind(self, slot: Slot) -> Kind:
        """Tell what kind of thing an outer slot stands for."""
        return self.program.slots[slot.index].kind

    def ends(self, slot: Slot) -> list[Exact]:
        """Return where a limit may begin and end that does not stand in the ruleset; a day of every year is one day."""
        info = self.program.slots[slot.index]
        if info.yearly is not None:
            return [info.yearly.in_year(self.program.day.year).toordinal()]
        ends = () if info.domain is None else (info.domain.low, info.domain.high)
        return [end for end in ends if end is not None]

    def path(self, slot: Slot) -> str:
        """Return the path of what a slot stands for, whichever use of it this is."""
        if slot.inner:
            return self.program.lists[self.inner[id(slot)]].fields[slot.index].path
        info = self.program.slots[slot.index]
        if info.same_as is not None:
            info = self.program.slots[info.same_as]
        return info.path


def _compare(edges: Edges, names: _Names, value: Value) -> None:
    terms, constant = _flat(value)
    slots = [(factor, term) for factor, term in terms if isinstance(term, Slot)]
    tallies = [(factor, term) for factor, term in terms if isinstance(term, Tally)]
    if len(slots) == 1 and len(terms) == 1:
        factor, slot = slots[0]
        edges.values.setdefault(names.path(slot), set()).add(-Fraction(constant) / factor)
    elif slots and not _against_unseen(edges, names, slots, constant):
        _several(edges, names, slots, constant)
    if len(tallies) == 1 and len(terms) == 1:
        factor, tally = tallies[0]
        lists = edges.lists[names.program.lists[tally.list].fact]
        lists.update(_sizes(factor * tally.hit, factor * tally.miss, constant))


def _flat(value: Value) -> tuple[list[tuple[Exact, Value]], Exact]:
    if isinstance(value, Const):
        return [], value.value
    if not isinstance(value, Linear):
        return [(1, value)], 0
    terms: list[tuple[Exact, Value]] = []
    constant = value.constant
    for factor, term in value.terms:
        inner, more = _flat(term)
        terms += [(factor * one, slot) for one, slot in inner]
        constant += factor * more
    return terms, constant


def _against_unseen(edges: Edges, names: _Names, slots: list[tuple[Exact, Slot]], constant: Exact) -> bool:
    """Turn one fact where a limit that is a slot may begin or end; tell whether it is such a comparison."""
    facts = [(factor, slot) for factor, slot in slots if slot.inner or names.kind(slot) is Kind.FACT]
    unseen = [(factor, slot) for factor, slot in slots if (factor, slot) not in facts]
    if len(facts) != 1 or len(unseen) != 1:
        return False
    (factor, slot), (weight, limit) = facts[0], unseen[0]
    turns = edges.values.setdefault(names.path(slot), set())
    turns.update(-Fraction(weight * end + constant) / factor for end in names.ends(limit))
    return True


def _several(edges: Edges, names: _Names, slots: list[tuple[Exact, Slot]], constant: Exact) -> None:
    """Turn each in its place, with the others at ordinary values."""
    edges.joint.extend(names.path(slot) for _, slot in slots)
    for factor, slot in slots:
        for ordinary in _ORDINARY:
            others = sum(other * ordinary for other, one in slots if one is not slot)
            edges.values.setdefault(names.path(slot), set()).update((ordinary, -Fraction(others + constant) / factor))


def _sizes(hit: Exact, miss: Exact, constant: Exact) -> Iterator[tuple[int, int]]:
    """Yield (entities, hits) on both sides of where a count turns."""
    if miss == 0 and hit:
        turn = -Fraction(constant) / hit
        needed = min(MOST_ENTITIES, max(0, turn.__ceil__()))
        yield from ((size, hits) for hits in range(max(0, needed - 1), needed + 2) for size in (hits, hits + 1))
    elif hit != miss:
        share = -Fraction(miss) / (Fraction(hit) - miss)
        size = min(MOST_ENTITIES, max(2, share.denominator))
        turn = share * size
        near = {turn.__floor__() - 1, turn.__floor__(), turn.__ceil__(), turn.__ceil__() + 1}
        yield from ((size, hits) for hits in near if 0 <= hits <= size)
