"""Explanations of random rulesets and villages: always there, and never at odds with the assessment."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from laws.engine import day_of
from strategies.rulesets import rulesets
from strategies.villages import villages

from smartvillage._evaluation.assess import assess
from smartvillage._evaluation.explain import explain
from smartvillage._program.bind import bind
from smartvillage._program.lower import lower
from smartvillage._program.reduction import Reduction
from smartvillage._program.residue import Case, truth_of
from smartvillage._program.walk import compiled, walk
from smartvillage.api import load_ruleset, load_village
from smartvillage.model.explanation import Explanation, Step
from smartvillage.model.findings import Outcome

Plain = dict[str, Any]


@st.composite
def states(draw: st.DrawFn) -> tuple[Plain, Plain]:
    """Draw a ruleset and a village for it."""
    ruleset = draw(rulesets())
    return ruleset, draw(villages(ruleset))


def root(explanation: Explanation) -> str:
    """Name the outcome that the root of the rule alone would give."""
    assert explanation.rule is not None
    return explanation.rule.truth


def leaves(step: Step) -> list[Step]:
    """Return a step and all below it."""
    return [step, *[leaf for inner in step.steps for leaf in leaves(inner)]]


@given(states())
def test_a_residue_means_what_its_node_means(state: tuple[Plain, Plain]) -> None:
    """With nothing assumed, what is left of a rule has the truth that the walk found."""
    ruleset, village = load_ruleset(state[0]), load_village(state[1])
    program = lower(ruleset, day_of(state[1]))
    bound = bind(program, village)
    found, layout = walk(program, bound.values), compiled(program).layout
    for place, criterion in enumerate(program.criteria):
        for node, start in ((criterion.holds, layout.holds), (criterion.applies, layout.applies)):
            reduction = Reduction(bound)
            formula = reduction.truth(node)
            assert truth_of(formula, Case(), reduction.variables) == found[start + place]


@given(states())
def test_every_criterion_has_an_explanation_that_agrees(state: tuple[Plain, Plain]) -> None:
    """Outcome, reasons and caveats are the finding's; the tree's root has its truth; a decided outcome is certain."""
    ruleset, village = load_ruleset(state[0]), load_village(state[1])
    program = lower(ruleset, day_of(state[1]))
    bound = bind(program, village)
    for finding in assess(program, bound).findings:
        told = explain(program, bound, finding.criterion)
        assert Explanation.model_validate_json(told.model_dump_json()) == told
        assert (told.outcome, told.reasons, told.caveats) == (finding.outcome, finding.reasons, finding.caveats)
        if finding.outcome in {Outcome.MET, Outcome.NOT_MET}:
            assert root(told) == finding.outcome
            assert told.certainty.certain is not told.certainty.rests_on_proxy
            assert told.certainty.holds == finding.outcome
        assert told.proof.proven == finding.proven
        assert told.proof.proven == (not told.proof.lacks)
