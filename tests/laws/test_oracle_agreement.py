"""The engine and the oracle, which share no code, find the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from laws.engine import day_of, judged, outcomes
from oracle.verdict import Verdict, judge_village
from strategies.rulesets import rulesets
from strategies.villages import villages

from smartvillage import Assessment

Plain = dict[str, object]


def expected_outcomes(verdict: Verdict) -> dict[str, str]:
    """Return what the oracle found of every criterion, and of the verdict."""
    return {**{key: one.outcome for key, one in verdict.findings.items()}, "verdict": verdict.verdict}


def reasons(assessment: Assessment) -> dict[str, set[str]]:
    """Return the engine's reasons by criterion."""
    return {one.criterion: {reason.value for reason in one.reasons} for one in assessment.findings}


@st.composite
def questions(draw: st.DrawFn, *, whole: bool) -> tuple[Plain, Plain]:
    """Draw a ruleset and a village for it."""
    ruleset = draw(rulesets())
    return ruleset, draw(villages(ruleset, whole=whole))


@given(questions(whole=True))
def test_complete_facts_outcomes(question: tuple[Plain, Plain]) -> None:
    """On complete facts every outcome and the verdict are the oracle's."""
    ruleset, village = question
    expected = judge_village(ruleset, village, day_of(village))
    actual = judged(ruleset, village)
    assert outcomes(actual) == expected_outcomes(expected)
    assert actual.counts.model_dump() == expected.counts


@given(questions(whole=False))
def test_open_facts_outcomes(question: tuple[Plain, Plain]) -> None:
    """On open facts every outcome and the verdict are the oracle's."""
    ruleset, village = question
    expected = judge_village(ruleset, village, day_of(village))
    actual = judged(ruleset, village)
    assert outcomes(actual) == expected_outcomes(expected)
    assert actual.counts.model_dump() == expected.counts


@given(questions(whole=False))
def test_reasons(question: tuple[Plain, Plain]) -> None:
    """Why a finding is open or not met is what the oracle says."""
    ruleset, village = question
    expected = judge_village(ruleset, village, day_of(village))
    assert reasons(judged(ruleset, village)) == {key: set(one.reasons) for key, one in expected.findings.items()}


@given(questions(whole=False))
def test_caveats(question: tuple[Plain, Plain]) -> None:
    """What weakens the facts that carry a decided finding is what the oracle says."""
    ruleset, village = question
    expected = judge_village(ruleset, village, day_of(village))
    decided = {key for key, one in expected.findings.items() if one.outcome in ("met", "not_met")}
    actual = {
        one.criterion: {caveat.value for caveat in one.caveats}
        for one in judged(ruleset, village).findings
        if one.criterion in decided
    }
    assert actual == {key: set(expected.findings[key].caveats) for key in decided}


@given(questions(whole=True))
def test_proven(question: tuple[Plain, Plain]) -> None:
    """What is proven, and how many of the counted are, is what the oracle says."""
    ruleset, village = question
    expected = judge_village(ruleset, village, day_of(village))
    actual = judged(ruleset, village)
    assert {one.criterion for one in actual.findings if one.proven} == {
        key for key, one in expected.findings.items() if one.proven
    }
    assert actual.proven == expected.proven
