"""Doing better never makes a finding worse."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from laws.engine import judged, outcomes
from strategies.rising import improved, rising_rulesets
from strategies.villages import villages

Plain = dict[str, Any]
RANK = {"not_met": 0, "unknown": 1, "not_assessable": 1, "met": 2}


@st.composite
def bettered(draw: st.DrawFn) -> tuple[Plain, Plain, Plain]:
    """Draw a rising ruleset, a village, and the same village after things got better."""
    ruleset = draw(rising_rulesets())
    village = draw(villages(ruleset))
    return ruleset, village, draw(improved(village))


@given(bettered())
def test_improving_never_worsens(question: tuple[Plain, Plain, Plain]) -> None:
    """Improving a monotone fact never worsens a criterion or the verdict."""
    ruleset, village, better = question
    before, after = outcomes(judged(ruleset, village)), outcomes(judged(ruleset, better))
    assert {key: RANK[after[key]] >= RANK[before[key]] for key in before} == dict.fromkeys(before, True)


@given(bettered())
def test_proven_implies_met(question: tuple[Plain, Plain, Plain]) -> None:
    """What is proven is met, and the counts add up to the criteria that are counted."""
    ruleset, village, _ = question
    for one in ruleset["criteria"]:
        one["evidence"] = "none"
    found = judged(ruleset, village)
    assert {str(one.outcome) for one in found.findings if one.proven} <= {"met"}
    assert found.counts.total == len(ruleset["criteria"])
    assert found.proven <= found.counts.met
