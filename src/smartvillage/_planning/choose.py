"""Choosing: the lightest set of activities that meets the pass rule, proven lightest where the steps allow.

Weights are whole numbers and additive. Parts of the rule that share no activity are solved apart; inside a part the
search branches on shared activities, since without sharing the cheapest proof is exact. INVARIANT (bound): a result's
bound never exceeds the weight of any set that meets the rule; equal to its own weight it is proven.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cover import DONE, Gate, Leaf, Tree, bits, components, leaves, restrict, simplify
from .relax import Steps, relax, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: Steps of work before the search stops and says so.
STEPS = 80_000
#: Steps for each bound in a search that shows sets to the evaluator.
STEPS_A_TRIAL = 2_000
#: How many sets a search whose rule may be worsened shows the evaluator.
TRIALS = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """A set that meets the rule, what it weighs, and what none can weigh less than."""

    chosen: int
    weight: int
    bound: int

    @property
    def proven(self) -> bool:
        """True where no set is lighter."""
        return self.bound >= self.weight


def choose(tree: Tree, weights: Sequence[int], steps: Steps | None = None) -> Choice | None:
    """Find the lightest set that meets the rule; nothing where no set does."""
    return _solve(simplify(tree), weights, steps or Steps(STEPS))


def _solve(tree: Tree, weights: Sequence[int], steps: Steps) -> Choice | None:
    """Solve a simplified rule: apart where it falls apart, by branching where it does not."""
    if tree is DONE:
        return Choice(0, 0, 0)
    if isinstance(tree, Leaf):
        best = min(((weigh(way, weights), way) for way in tree.ways), default=None)
        return best and Choice(best[1], best[0], best[0])
    parts = components(tree.items)
    if len(parts) > 1:
        return _combine(tree.k, parts, weights, steps)
    return _branch(tree, weights, steps)


def _combine(k: int, parts: list[list[Tree]], weights: Sequence[int], steps: Steps) -> Choice | None:
    """Meet k items over parts that share nothing: the best for every count in every part, then the best sum."""
    best: dict[int, Choice] = {0: Choice(0, 0, 0)}
    left = sum(map(len, parts))
    for part in parts:
        left -= len(part)
        options = _options(part, range(max(0, k - left - max(best)), min(k, len(part)) + 1), weights, steps)
        best = _sums(best, options, k - left, k)
    return best.get(k)


def _options(part: list[Tree], counts: range, weights: Sequence[int], steps: Steps) -> dict[int, Choice]:
    found = {count: _solve(simplify(Gate(count, tuple(part))), weights, steps) for count in counts}
    return {count: choice for count, choice in found.items() if choice is not None}


def _sums(best: dict[int, Choice], options: dict[int, Choice], least: int, most: int) -> dict[int, Choice]:
    sums: dict[int, Choice] = {}
    for done, before in best.items():
        for count, choice in options.items():
            total = done + count
            if least <= total <= most:
                joined = _joined(before, choice)
                sums[total] = _better(sums[total], joined) if total in sums else joined
    return sums


def _joined(one: Choice, other: Choice) -> Choice:
    return Choice(one.chosen | other.chosen, one.weight + other.weight, one.bound + other.bound)


def _better(one: Choice, other: Choice) -> Choice:
    lighter = one if one.weight <= other.weight else other
    return Choice(lighter.chosen, lighter.weight, min(one.bound, other.bound))


def _branch(tree: Tree, weights: Sequence[int], steps: Steps, below: int | None = None) -> Choice:
    """Take or refuse one shared activity after another. ``below`` is a weight that is of no use any more."""
    found = relax(tree, weights, steps)
    best = Choice(found.chosen, weigh(found.chosen, weights), found.bound)
    enough = best.weight if below is None else min(best.weight, below)
    pivot = None if best.bound >= enough or steps.spent else _pivot(tree, found.chosen, weights)
    if pivot is None:
        return best
    bit, bounds = 1 << pivot, []
    for taken, refused in ((bit, 0), (0, bit)):
        cost = weights[pivot] if taken else 0
        rest = simplify(restrict(tree, taken, refused))
        choice = _below(rest, weights, steps, min(best.weight, enough) - cost)
        if choice is None:
            continue
        bounds.append(choice.bound + cost)
        if choice.weight + cost < best.weight:
            best = Choice(choice.chosen | taken, choice.weight + cost, best.bound)
    return Choice(best.chosen, best.weight, max(found.bound, min([*bounds, best.weight])))


def _below(tree: Tree, weights: Sequence[int], steps: Steps, below: int) -> Choice | None:
    """Solve a branch; where it does not fall apart, only as far as it can still be lighter."""
    if isinstance(tree, Gate) and len(components(tree.items)) == 1:
        return _branch(tree, weights, steps, below)
    return _solve(tree, weights, steps)


def _pivot(tree: Tree, candidate: int, weights: Sequence[int]) -> int | None:
    """Pick the activity to branch on: shared by most leaves, in the candidate, heavy."""
    users: dict[int, int] = {}
    for leaf in leaves(tree):
        mask = 0
        for way in leaf.ways:
            mask |= way
        for number in bits(mask):
            users[number] = users.get(number, 0) + 1
    shared = [number for number, count in users.items() if count > 1]
    return max(
        shared, key=lambda number: (candidate >> number & 1, users[number] * weights[number], -number), default=None
    )


def search(tree: Tree, weights: Sequence[int], accepts: Callable[[int], bool]) -> Choice | None:
    """Find the lightest set that also passes a trial, where doing more can make things worse.

    Every set that passes contains one that meets the rule, so the rule still bounds from below.
    """
    trials = _Trials(accepts)
    best = _search(tree, weights, (0, 0), trials, None)
    bound = choose(tree, weights)
    if best is None or bound is None:
        return None
    return Choice(best.chosen, best.weight, min(bound.bound, best.weight) if trials.exhausted else best.weight)


class _Trials:
    """Trials asked so far; each set once."""

    def __init__(self, accepts: Callable[[int], bool]) -> None:
        self._accepts = accepts
        self._known: dict[int, bool] = {}
        self.exhausted = False

    def __call__(self, chosen: int) -> bool:
        if chosen not in self._known:
            if len(self._known) >= TRIALS:
                self.exhausted = True
                return False
            self._known[chosen] = self._accepts(chosen)
        return self._known[chosen]


def _search(
    tree: Tree, weights: Sequence[int], decided: tuple[int, int], trials: _Trials, best: Choice | None
) -> Choice | None:
    taken, refused = decided
    rest = choose(restrict(tree, taken, refused), weights, Steps(STEPS_A_TRIAL))
    if rest is None or trials.exhausted:
        return best
    cost = weigh(taken, weights)
    if best is not None and cost + rest.bound >= best.weight:
        return best
    candidate, weight = taken | rest.chosen, cost + rest.weight
    if trials(candidate) and (best is None or weight < best.weight):
        best = Choice(candidate, weight, weight)
        if rest.proven:
            return best
    free = next(bits(candidate & ~taken), None)
    if free is None:
        free = next((n for n in range(len(weights)) if not (taken | refused) >> n & 1), None)
    if free is None:
        return best
    bit = 1 << free
    best = _search(tree, weights, (taken | bit, refused), trials, best)
    return _search(tree, weights, (taken, refused | bit), trials, best)
