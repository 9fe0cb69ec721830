"""Choosing against brute force that shares no code with it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import Any

import pytest

from smartvillage._planning.choose import choose, search
from smartvillage._planning.cover import Gate, Leaf, Tree

Rule = Any


def draw_rule(rng: random.Random, size: int, depth: int) -> Rule:
    """Draw a rule as plain data: a list of sets of activities, or a count with rules."""
    if depth == 0 or rng.random() < 0.3:
        return [set(rng.sample(range(size), rng.randint(1, min(3, size)))) for _ in range(rng.randint(1, 3))]
    items = [draw_rule(rng, size, depth - 1) for _ in range(rng.randint(1, 4))]
    return (rng.randint(1, len(items)), items)


def as_tree(rule: Rule) -> Tree:
    """Write a drawn rule in the planner's words."""
    if isinstance(rule, tuple):
        return Gate(rule[0], tuple(as_tree(item) for item in rule[1]))
    return Leaf(tuple(sum(1 << number for number in way) for way in rule))


def holds(rule: Rule, chosen: frozenset[int]) -> bool:
    """Judge a set of activities by the drawn rule itself."""
    if isinstance(rule, tuple):
        return bool(sum(holds(item, chosen) for item in rule[1]) >= rule[0])
    return any(way <= chosen for way in rule)


def lightest(size: int, weights: list[int], passes: Callable[[frozenset[int]], bool]) -> int | None:
    """Try every set."""
    sets = (frozenset(s) for n in range(size + 1) for s in itertools.combinations(range(size), n))
    return min((sum(weights[n] for n in s) for s in sets if passes(s)), default=None)


@pytest.mark.parametrize("seed", range(150))
def test_the_choice_weighs_what_brute_force_finds(seed: int) -> None:
    """A proven choice is the lightest of all sets, and it meets the rule."""
    rng = random.Random(seed)  # noqa: S311 - drawn rules, no secret
    size = rng.randint(1, 9)
    weights = [rng.randint(1, 30) for _ in range(size)]
    rule = draw_rule(rng, size, 3)
    found = choose(as_tree(rule), weights)
    assert found is not None
    chosen = frozenset(n for n in range(size) if found.chosen >> n & 1)
    assert holds(rule, chosen)
    assert (lightest(size, weights, lambda s: holds(rule, s)), True) == (found.weight, found.proven)


@pytest.mark.parametrize("seed", range(60))
def test_a_rule_that_more_can_worsen_is_searched_whole(seed: int) -> None:
    """Where activities can undo one another the lightest set that passes is found, or that there is none."""
    rng = random.Random(seed)  # noqa: S311 - drawn rules, no secret
    size = rng.randint(1, 6)
    weights = [rng.randint(1, 30) for _ in range(size)]
    rule, banned = draw_rule(rng, size, 2), set(rng.sample(range(size), min(2, size)))

    def passes(chosen: frozenset[int]) -> bool:
        return holds(rule, chosen) and (not banned <= chosen or len(chosen) > size - 1)

    found = search(as_tree(rule), weights, lambda mask: passes(frozenset(n for n in range(size) if mask >> n & 1)))
    assert lightest(size, weights, passes) == (found.weight if found else None)


def test_a_rule_nothing_meets_has_no_choice() -> None:
    """Two of two where one has no way."""
    assert choose(Gate(2, (Leaf((1,)), Leaf(()))), [1]) is None


def test_an_unproven_choice_never_claims_more_than_its_bound() -> None:
    """Cover-like rules of many shared activities stop at the step limit and say so."""
    rng = random.Random(5)  # noqa: S311 - drawn rules, no secret
    rule = (30, [[{rng.randrange(40)} for _ in range(4)] for _ in range(30)])
    found = choose(as_tree(rule), [rng.randint(900, 1100) for _ in range(40)])
    assert found is not None
    assert found.bound <= found.weight
