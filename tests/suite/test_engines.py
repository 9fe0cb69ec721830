"""Every case by every engine: what explains and what searches all completions finds what the evaluation found."""

from __future__ import annotations

import pytest
from suite.shapes import HERE, params

import smartvillage
from smartvillage import Assessment, Explanation, Outcome, Reason
from smartvillage.testing import Case, Result, Suite, run_case

#: What is known and stays so.
DECIDED = (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE)

#: The cases from which something comes out.
JUDGED = params(lambda case: case.error is None)


def judged(suite: Suite, case: Case) -> tuple[Result, Assessment]:
    """Run a case that no error stops."""
    result = run_case(suite, case)
    assert result.assessment is not None
    return result, result.assessment


def explained(result: Result, subject: str) -> Explanation:
    """Explain a criterion or a decision of a case that was run."""
    assert result.ruleset is not None
    assert result.village is not None
    return smartvillage.explain(result.ruleset, result.village, subject, result.day, overlays=())


@pytest.mark.parametrize(("suite", "case"), JUDGED)
def test_the_explanation_of_a_criterion_is_its_finding(suite: Suite, case: Case) -> None:
    """Outcome, reasons, caveats and whether it is proven are the same where they are explained."""
    result, assessment = judged(suite, case)
    found = [(one.criterion, one.outcome, one.reasons, one.caveats, one.proven) for one in assessment.findings]
    told = [explained(result, one.criterion) for one in assessment.findings]

    assert [(one.id, one.outcome, one.reasons, one.caveats, one.proven) for one in told] == found


@pytest.mark.parametrize(("suite", "case"), JUDGED)
def test_the_explanation_of_a_decision_is_its_result(suite: Suite, case: Case) -> None:
    """The outcome, the level or the score, with its reasons and caveats, is the same where it is explained."""
    result, assessment = judged(suite, case)
    found = [(one.id, one.outcome, one.answer, one.reasons, one.caveats) for one in assessment.decisions]
    told = [explained(result, one.id) for one in assessment.decisions]

    assert [(one.id, one.outcome, one.answer, one.reasons, one.caveats) for one in told] == found


@pytest.mark.parametrize(("suite", "case"), JUDGED)
def test_what_is_decided_holds_under_every_completion(suite: Suite, case: Case) -> None:
    """A decided outcome is certain, and the one outcome that every completion gives."""
    result, assessment = judged(suite, case)
    decided = [
        (subject, outcome)
        for subject, outcome in (
            *((one.criterion, one.outcome) for one in assessment.findings),
            *((one.id, one.outcome) for one in assessment.decisions),
        )
        if outcome in DECIDED
    ]
    sure = [(subject, explained(result, subject).certainty) for subject, _ in decided]

    assert [(subject, one.certain, one.holds) for subject, one in sure] == [
        (subject, True, outcome) for subject, outcome in decided
    ]


@pytest.mark.parametrize(("suite", "case"), JUDGED)
def test_what_is_open_could_come_out_otherwise(suite: Suite, case: Case) -> None:
    """Of an open outcome two completions differ, and some of the open things settle it; what is not in force cannot."""
    result, assessment = judged(suite, case)
    told = [
        explained(result, one.criterion).certainty
        for one in assessment.findings
        if one.outcome is not None and one.outcome not in DECIDED and Reason.NOT_IN_FORCE not in one.reasons
    ]

    assert [(one.certain, bool(one.settle), one.finished) for one in told] == [(False, True, True)] * len(told)


def test_the_last_row_of_a_choice_is_as_firm_as_its_measure() -> None:
    """What is chosen where no row holds has the basis of the choice, and is not told as unseen."""
    folder = HERE / "15-score-bands"
    told = smartvillage.explain(folder / "ruleset.yaml", folder / "village.yaml", "level")
    assert told.rule is not None

    assert [(one.head, one.basis) for one in told.rule.steps][-1] == ("otherwise", "assumed")
