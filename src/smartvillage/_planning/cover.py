"""The pass rule as a tree over sets of activities: a leaf is met by any of its ways, a gate by k of its items.

The rule: sets are bit masks, so that nothing here knows what an activity is. What needs nothing more is the leaf
``DONE`` with the empty way; what nothing meets is the leaf ``NEVER`` without ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Leaf:
    """Met once all activities of one way are chosen."""

    ways: tuple[int, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """Met once ``k`` of its items are."""

    k: int
    items: tuple[Tree, ...]


Tree: TypeAlias = Leaf | Gate

DONE = Leaf((0,))
NEVER = Leaf(())


def bits(mask: int) -> Iterator[int]:
    """Yield the activities of a set, lowest number first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield the leaves from left to right; one that stands in two places comes twice."""
    if isinstance(tree, Leaf):
        yield tree
    else:
        for item in tree.items:
            yield from leaves(item)


def satisfied(tree: Tree, chosen: int) -> bool:
    """Tell whether a set of activities meets the rule."""
    if isinstance(tree, Leaf):
        return any(way & ~chosen == 0 for way in tree.ways)
    return sum(satisfied(item, chosen) for item in tree.items) >= tree.k


def support(tree: Tree) -> int:
    """Return all activities that stand in any way."""
    mask = 0
    for leaf in leaves(tree):
        for way in leaf.ways:
            mask |= way
    return mask


def minimal(ways: Iterable[int]) -> tuple[int, ...]:
    """Keep the ways that contain no other, smallest first."""
    kept: list[int] = []
    for way in sorted(set(ways), key=lambda way: (way.bit_count(), way)):
        if not any(other & ~way == 0 for other in kept):
            kept.append(way)
    return tuple(kept)


def restrict(tree: Tree, taken: int, refused: int) -> Tree:
    """Say what is left of the rule once some activities are taken and others are refused."""
    if isinstance(tree, Leaf):
        return Leaf(tuple(way & ~taken for way in tree.ways if not way & refused), tree.id)
    return Gate(tree.k, tuple(restrict(item, taken, refused) for item in tree.items))


def simplify(tree: Tree) -> Tree:
    """Fold what is decided and flatten what is nested, without changing which sets meet the rule."""
    if isinstance(tree, Leaf):
        ways = minimal(tree.ways)
        return DONE if ways == (0,) else Leaf(ways, tree.id)
    items = [item for item in map(simplify, tree.items) if item != NEVER and not _is_empty(item)]
    waiting = [item for item in items if item is not DONE]
    k = tree.k - (len(items) - len(waiting))
    if k <= 0:
        return DONE
    if k > len(waiting):
        return NEVER
    return _flatten(k, waiting)


def _is_empty(item: Tree) -> bool:
    return isinstance(item, Leaf) and not item.ways


def _flatten(k: int, items: Sequence[Tree]) -> Tree:
    if len(items) == 1:
        return items[0]
    if k == len(items):
        nested = [part for item in items for part in _conjuncts(item)]
        return Gate(len(nested), tuple(nested))
    alternatives = [item for item in items if isinstance(item, Leaf)]
    if k == 1 and len(alternatives) == len(items):
        return Leaf(minimal(way for item in alternatives for way in item.ways))
    return Gate(k, tuple(items))


def _conjuncts(tree: Tree) -> tuple[Tree, ...]:
    return tree.items if isinstance(tree, Gate) and tree.k == len(tree.items) else (tree,)


def components(items: Sequence[Tree]) -> list[list[Tree]]:
    """Group items so that no activity stands in two groups, in the order of their first items."""
    groups: list[tuple[int, list[int]]] = []
    for number, item in enumerate(items):
        mask, members = support(item), [number]
        apart = []
        for other, numbers in groups:
            if other & mask:
                mask |= other
                members = numbers + members
            else:
                apart.append((other, numbers))
        groups = [*apart, (mask, sorted(members))]
    return [[items[number] for number in members] for _, members in sorted(groups, key=lambda group: group[1])]
