"""Knowing more never takes back what was found."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from laws.engine import day_of, judged, outcomes
from oracle.facts import World
from oracle.verdict import judge_village
from strategies.completions import completions
from strategies.rulesets import rulesets
from strategies.villages import villages

Plain = dict[str, Any]
OPEN = ("unknown", "not_assessable")


@st.composite
def growing(draw: st.DrawFn) -> list[tuple[Plain, Plain]]:
    """Draw a ruleset and a village, and the same with some of what was open filled."""
    ruleset = draw(rulesets())
    village = draw(villages(ruleset))
    world = World(ruleset, village, day_of(village))
    return [(ruleset, village), draw(completions(ruleset, village, world))]


def decided(found: dict[str, str]) -> dict[str, str]:
    """Return what is settled."""
    return {key: outcome for key, outcome in found.items() if outcome not in OPEN}


@given(growing())
def test_filling_never_flips(states: list[tuple[Plain, Plain]]) -> None:
    """Whatever is decided holds under every completion of the open slots."""
    before, after = (outcomes(judged(*state)) for state in states)
    settled = decided(before)
    assert {key: after[key] for key in settled} == settled


@given(growing())
def test_filling_never_flips_for_the_oracle(states: list[tuple[Plain, Plain]]) -> None:
    """The oracle itself keeps the law that it judges others by."""
    before, after = (judge_village(*state, day_of(state[1])).findings for state in states)
    settled = decided({key: one.outcome for key, one in before.items()})
    assert {key: after[key].outcome for key in settled} == settled
