"""What is said of a ruleset alone is so of every village."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from laws.engine import day_of, judged
from strategies.rulesets import rulesets
from strategies.scored import scored_rulesets, whole_villages
from strategies.villages import villages

import smartvillage
from smartvillage._analysis.checks import analyse
from smartvillage._analysis.checks.asking import Asker
from smartvillage._analysis.checks.levels import levels
from smartvillage._analysis.checks.seeking import Seeker
from smartvillage._analysis.checks.spots import criterion_spots
from smartvillage._program.door import program_for

Plain = dict[str, Any]
#: What a rule that always comes to a truth never gives.
OTHER = {True: "not_met", False: "met"}


def asked(ruleset: Plain, village: Plain) -> Asker:
    """Ask of the ruleset on the village's day."""
    return Asker(program_for(smartvillage.load_ruleset(ruleset), day_of(village)))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Plain, Plain]:
    """Draw a ruleset and a village for it, some of whose facts may be missing."""
    ruleset = draw(rulesets())
    return ruleset, draw(villages(ruleset, whole=draw(st.booleans())))


@given(questions())
def test_a_rule_that_is_fixed_is_so_for_every_village(question: tuple[Plain, Plain]) -> None:
    """A criterion said to be always met is never found not met, and the other way round; decisions likewise."""
    ruleset, village = question
    asker, found = asked(ruleset, village), judged(ruleset, village)
    outcomes = {one.criterion: one.outcome for one in found.findings}
    for lowered in asker.program.criteria:
        for spot in criterion_spots(lowered.criterion):
            truth, _ = Seeker(asker).seek(spot)
            if spot.steps == ("rule",) and truth is not None:
                assert outcomes[spot.id] != OTHER[truth]
        where = asker.fixed_where_it_applies(lowered)
        assert where is None or outcomes[lowered.criterion.id] != OTHER[where]
    decided = {one.id: one.outcome for one in found.decisions}
    for decision in asker.program.decisions:
        truth = asker.fixed(decision.holds)
        assert truth is None or decided[decision.id] != OTHER[truth]


@given(scored_rulesets(), whole_villages())
def test_a_level_that_nothing_comes_to_is_never_had(ruleset: Plain, village: Plain) -> None:
    """A grade is never one of the levels said to be out of reach, and no row is taken that is said never to be."""
    asker = asked(ruleset, village)
    told = {(one.section, one.id, one.what.removeprefix("never ")) for one in levels(asker)}
    for finding in judged(ruleset, village).findings:
        if finding.grade is not None and finding.grade.lowest == finding.grade.highest:
            assert ("criteria", finding.criterion, finding.grade.lowest) not in told


@given(scored_rulesets(), whole_villages())
def test_what_is_fixed_of_points_and_grades_is_so_for_every_village(ruleset: Plain, village: Plain) -> None:
    """A decision over points, grades and measures that is said to be fixed is found so."""
    asker, found = asked(ruleset, village), judged(ruleset, village)
    decided = {one.id: one.outcome for one in found.decisions}
    for lowered in asker.program.decisions:
        truth = None if lowered.decision.if_ is None else asker.fixed(lowered.holds)
        assert truth is None or decided[lowered.id] != OTHER[truth]


@given(st.one_of(rulesets(), scored_rulesets()))
def test_every_set_can_be_looked_at(ruleset: Plain) -> None:
    """Whatever a set says, every question is answered, and each answer says something in both languages."""
    for fault in analyse(smartvillage.load_ruleset(ruleset), lambda _set: lambda *_steps, **_key: None):
        assert fault.code.startswith("SV")
        assert fault.message.vi != fault.message.en
