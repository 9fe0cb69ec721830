"""The lower bound: the cheapest proof of the pass rule, each activity's weight split over the leaves that share it.

INVARIANT (split): over all leaves the shares of an activity sum to its weight, so a proof pays at most what its union
weighs, whatever the split; the cheapest proof is a bound and its union a candidate. Shares then move to where they are
used, which raises the bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from .cover import Leaf, Tree, bits, leaves, satisfied

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How much of a share that a proof leaves idle moves to where it is used, round by round.
_MOVES = (2, 2, 3, 3, 4, 4, 6, 6, 8, 8, 12, 16, 24, 32)


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A lower bound, and the lightest set met on the way to it."""

    bound: int
    chosen: int


class Steps:
    """A limit on work, counted in leaves looked at and never in seconds."""

    def __init__(self, left: int) -> None:
        """Begin with so many steps."""
        self.left = left

    def spend(self, steps: int) -> None:
        """Take some away."""
        self.left -= steps

    @property
    def spent(self) -> bool:
        """True once nothing is left."""
        return self.left <= 0


def weigh(mask: int, weights: Sequence[int]) -> int:
    """Return the weight of a set."""
    return sum(weights[number] for number in bits(mask))


def trim(tree: Tree, chosen: int, weights: Sequence[int]) -> int:
    """Drop activities that the rule does not need, the heaviest first."""
    for number in sorted(bits(chosen), key=lambda number: -weights[number]):
        if satisfied(tree, chosen & ~(1 << number)):
            chosen &= ~(1 << number)
    return chosen


def relax(tree: Tree, weights: Sequence[int], steps: Steps) -> Relaxed:
    """Bound the lightest set that meets the rule from below, and find a light one.

    The rule must be able to be met: every leaf has a way, as after ``simplify``.
    """
    split = _Split(tree, weights)
    best, chosen, weight = -1, 0, -1
    for move in (*_MOVES, 0):
        steps.spend(len(split.ways))
        bound, proof = split.cheapest(tree)
        best = max(best, bound)
        union = split.union(proof)
        if weight < 0 or weigh(union, weights) < weight:
            chosen, weight = union, weigh(union, weights)
        if best == weight or not move or not split.move(proof, move):
            break
    return Relaxed(best, chosen if best == weight else trim(tree, chosen, weights))


class _Split:
    """The shares of every leaf in every activity that its ways hold."""

    def __init__(self, tree: Tree, weights: Sequence[int]) -> None:
        found = list(leaves(tree))
        self.ways = [[tuple(bits(way)) for way in leaf.ways] for leaf in found]
        self.users: dict[int, list[int]] = {}
        for number, ways in enumerate(self.ways):
            for activity in sorted({activity for way in ways for activity in way}):
                self.users.setdefault(activity, []).append(number)
        self.shares: list[dict[int, int]] = [{} for _ in found]
        for activity, users in self.users.items():
            self._spread(activity, users, weights[activity])

    def _spread(self, activity: int, leaves_: Sequence[int], amount: int) -> None:
        each, rest = divmod(amount, len(leaves_))
        for place, leaf in enumerate(leaves_):
            self.shares[leaf][activity] = self.shares[leaf].get(activity, 0) + each + (rest if place == 0 else 0)

    def cheapest(self, tree: Tree) -> tuple[int, list[tuple[int, int]]]:
        """Return what the cheapest proof pays, and which leaf it meets in which way."""
        return self._proof(tree, count())

    def _proof(self, tree: Tree, counter: Iterator[int]) -> tuple[int, list[tuple[int, int]]]:
        if isinstance(tree, Leaf):
            leaf = next(counter)
            shares = self.shares[leaf]
            paid, way = min((sum(map(shares.__getitem__, way)), n) for n, way in enumerate(self.ways[leaf]))
            return paid, [(leaf, way)]
        found = sorted((self._proof(item, counter) for item in tree.items), key=lambda part: part[0])[: tree.k]
        return sum(paid for paid, _ in found), [leaf for _, proof in found for leaf in proof]

    def union(self, proof: list[tuple[int, int]]) -> int:
        """Return all activities of a proof."""
        mask = 0
        for leaf, way in proof:
            for activity in self.ways[leaf][way]:
                mask |= 1 << activity
        return mask

    def move(self, proof: list[tuple[int, int]], part: int) -> bool:
        """Move idle shares to the leaves whose way in the proof uses the activity; tell whether any moved."""
        used: dict[int, list[int]] = {}
        for leaf, way in proof:
            for activity in self.ways[leaf][way]:
                used.setdefault(activity, []).append(leaf)
        moved = [self._move(activity, users, part) for activity, users in used.items()]
        return any(moved)

    def _move(self, activity: int, users: list[int], part: int) -> bool:
        amount = 0
        for leaf in self.users[activity]:
            if leaf not in users:
                idle = self.shares[leaf][activity] // part
                self.shares[leaf][activity] -= idle
                amount += idle
        if amount:
            self._spread(activity, users, amount)
        return amount > 0
