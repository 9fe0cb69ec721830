"""Certainty is what trying every completion says."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import assume, given
from laws.engine import day_of
from oracle.verdict import judge_village
from strategies.doubts import Doubt, doubts

import smartvillage
from smartvillage.model.explanation import Certainty


def certainty(doubt: Doubt) -> Certainty:
    """Ask the engine how certain the criterion is."""
    ruleset, village = smartvillage.load_ruleset(doubt.ruleset), smartvillage.load_village(doubt.village)
    return smartvillage.explain(ruleset, village, "1").certainty


def every_outcome(doubt: Doubt, paths: list[str]) -> list[tuple[dict[str, Any], str]]:
    """Return every completion with its outcome."""
    found = []
    for values in doubt.completions(paths):
        ruleset, village = doubt.completed(values)
        found.append((values, judge_village(ruleset, village, day_of(village)).findings["1"].outcome))
    return found


def settles(ways: list[tuple[dict[str, Any], str]], paths: tuple[str, ...]) -> bool:
    """Tell whether knowing some paths settles the outcome whatever their values turn out to be."""
    seen = dict[tuple[str, ...], str]()
    for values, outcome in ways:
        if seen.setdefault(tuple(str(values[path]) for path in paths), outcome) != outcome:
            return False
    return True


@given(doubts())
def test_exact_is_the_enumeration(doubt: Doubt) -> None:
    """An outcome is certain if and only if every completion gives it."""
    paths = doubt.open_paths()
    assume(len(paths) <= 4)
    outcomes = {outcome for _, outcome in every_outcome(doubt, paths)}
    found = certainty(doubt)
    assert found.finished
    assert found.certain == (len(outcomes) == 1)
    assert {None if found.holds is None else found.holds.value} == (outcomes if len(outcomes) == 1 else {None})


@given(doubts())
def test_settling_sets_are_the_smallest(doubt: Doubt) -> None:
    """Each set that is told settles the outcome, none smaller does, and up to three are told."""
    paths = doubt.open_paths()
    assume(len(paths) <= 4)
    ways = every_outcome(doubt, paths)
    assume(len({outcome for _, outcome in ways}) > 1)
    sizes = range(1, len(paths) + 1)
    settling = [part for size in sizes for part in combinations(paths, size) if settles(ways, part)]
    smallest = {frozenset(part) for part in settling if len(part) == len(settling[0])}
    found = [frozenset(part) for part in certainty(doubt).settle]
    assert set(found) <= smallest
    assert len(found) == min(3, len(smallest))
