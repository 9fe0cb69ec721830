"""The made-up village for a quick start: short forms, and what is left out is missing, not false."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage import evaluate, load_village
from smartvillage.model.findings import Assessment, Caveat, Outcome, Reason

FILE = Path(__file__).parents[2] / "examples" / "ap-thu" / "village.yaml"


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Ấp Thử against the set it names."""
    village = load_village(FILE)
    return evaluate(village.ruleset, village)


@pytest.mark.parametrize(
    ("criterion", "outcome", "reasons"),
    [
        ("a", Outcome.MET, ()),
        ("b", Outcome.UNKNOWN, (Reason.MISSING_FACT,)),
        ("d", Outcome.MET, ()),
        ("e", Outcome.MET, ()),
        ("1.1", Outcome.MET, ()),
        ("1.2", Outcome.NOT_MET, (Reason.BELOW,)),
        ("1.4", Outcome.MET, ()),
        ("2.6", Outcome.NOT_ASSESSABLE, (Reason.THRESHOLD_UNKNOWN,)),
        ("2.7", Outcome.NOT_MET, (Reason.BELOW,)),
        ("2.13", Outcome.NOT_MET, (Reason.BELOW,)),
        ("3.4", Outcome.UNKNOWN, (Reason.MISSING_FACT,)),
        ("3.5", Outcome.NOT_MET, (Reason.EXPIRED,)),
        ("3.6", Outcome.NOT_MET, (Reason.OTHER_VALUE,)),
    ],
)
def test_each_outcome_has_its_reason(
    assessment: Assessment, criterion: str, outcome: Outcome, reasons: tuple[Reason, ...]
) -> None:
    """What is given decides, what is missing stays open, an expired or other value says so."""
    finding = assessment[criterion]

    assert (finding.outcome, finding.reasons) == (outcome, reasons)


def test_one_paper_proves_both_criteria_that_ask_for_it(assessment: Assessment) -> None:
    """The regulation supports a fact, and two criteria use that fact."""
    assert [finding.criterion for finding in assessment.findings if finding.proven] == ["e", "4.2"]


def test_nothing_weakens_its_facts(assessment: Assessment) -> None:
    """Own figures in scope carry no caveat."""
    assert {caveat for finding in assessment.findings for caveat in finding.caveats} == set[Caveat]()


def test_a_missing_fact_keeps_the_verdict_from_nothing(assessment: Assessment) -> None:
    """One criterion that is not met decides the verdict, whatever is missing."""
    assert assessment.verdict is Outcome.NOT_MET
