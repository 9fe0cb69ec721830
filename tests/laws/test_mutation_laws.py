"""What is shown to change nothing changes nothing, whatever the ruleset and the village."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.rulesets import rulesets
from strategies.scored import scored_rulesets, whole_villages
from strategies.villages import villages

from smartvillage import Assessment, Ruleset, RulesetError, VillageError, evaluate, load_ruleset, load_village
from smartvillage._testing.equivalence import shown_equal
from smartvillage._testing.goals import reachable
from smartvillage._testing.mutants import Mutant, mutants_of
from smartvillage._testing.plain import plain

Plain = dict[str, Any]

#: How many mistakes of one ruleset are looked at.
_FEW = 8


@st.composite
def mistaken(draw: st.DrawFn) -> tuple[Ruleset, list[Mutant], list[Plain]]:
    """Draw a ruleset with a few of the mistakes that could be made in it, and some villages."""
    scored = draw(st.integers(0, 2)) == 0
    written = draw(scored_rulesets() if scored else rulesets(most=3))
    ruleset = load_ruleset(written)
    mutants = list(mutants_of(ruleset, plain(ruleset)))
    few = draw(st.lists(st.sampled_from(mutants), min_size=1, max_size=_FEW, unique_by=id))
    return ruleset, few, draw(st.lists(whole_villages() if scored else villages(written), min_size=1, max_size=3))


def come_out(ruleset: Ruleset, village: Plain) -> Any:
    """Return all that a case could expect of a village."""
    try:
        found: Assessment = evaluate(ruleset, load_village(village))
    except VillageError as error:
        return [fault.code for fault in error.diagnostics]
    findings = [
        (one.criterion, one.outcome, one.proven, one.reasons, one.caveats, str(one.points), str(one.grade))
        for one in found.findings
    ]
    return findings, [(one.id, one.answer, one.reasons, one.caveats) for one in found.decisions], found.counts


@given(mistaken())
def test_what_is_shown_equal_is(drawn: tuple[Ruleset, list[Mutant], list[Plain]]) -> None:
    """No village tells a mutant from the ruleset where it is shown that none can."""
    ruleset, mutants, known = drawn
    data = plain(ruleset)
    for mutant in mutants:
        try:
            mutated = load_ruleset(mutant.made(data))
        except RulesetError:
            continue
        if shown_equal(ruleset, data, mutant):
            for village in known:
                assert come_out(mutated, village) == come_out(ruleset, village), (mutant.shown, mutant.words.en)


@given(mistaken())
def test_a_mutant_is_a_ruleset_or_refused(drawn: tuple[Ruleset, list[Mutant], list[Plain]]) -> None:
    """A mistake makes a ruleset that can be asked, or one that the loader refuses; nothing else ever happens."""
    ruleset, mutants, known = drawn
    data = plain(ruleset)
    for mutant in mutants:
        try:
            come_out(load_ruleset(mutant.made(data)), known[0])
        except RulesetError:
            continue


@given(mistaken())
@settings(max_examples=10)
def test_what_is_to_be_shown_is_found_for_any_set(drawn: tuple[Ruleset, list[Mutant], list[Plain]]) -> None:
    """Every set has goals, each once, and of each criterion at least one."""
    ruleset, _, _ = drawn
    data = plain(ruleset)
    goals = [goal for rule in data["criteria"] for goal in reachable(ruleset, data, rule["id"])]

    assert len(set(goals)) == len(goals)
    assert {goal.criterion for goal in goals} == {one.id for one in ruleset.criteria}
