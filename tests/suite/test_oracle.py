"""Every case by the oracle, which shares no code with the engine, as far as it speaks the language."""

from __future__ import annotations

from typing import Any

import pytest
from oracle.verdict import judge_village
from suite.shapes import params

from smartvillage.document import read_file
from smartvillage.testing import Case, Suite, run_case

#: What the oracle does not know, by shape.
BEYOND = {
    "04-by-group": "measures",
    "08-nested": "results of other sets",
    "15-score-bands": "points and levels",
    "16-points": "points",
    "19-document": "what a document itself says, under `where`",
    "28-precondition": "decisions that need another",
    "29-eligible": "decisions that need another",
    "30-deadlines": "days of every year",
    "34-competitive": "points",
    "35-maturity": "levels",
}
#: Units that it does not convert, and the reason that it gives for a level that is another one.
UNITS = ("a little short in 2024", "all keep enough")
OTHER_LEVEL = "14-ordinal-level"


def spoken(suite: Suite, case: Case) -> bool:
    """Tell whether the oracle can judge a case."""
    folder = suite.file.path.parent.name
    return case.error is None and not case.overlays and folder not in BEYOND and case.name not in UNITS


@pytest.mark.parametrize(("suite", "case"), [param for param in params() if spoken(*param.values)])
def test_the_oracle_finds_the_same(suite: Suite, case: Case) -> None:
    """Outcomes, reasons, what is proven and the verdict are the oracle's."""
    result = run_case(suite, case)
    assert result.assessment is not None
    assert result.village is not None
    assert result.day is not None
    ruleset: Any = read_file(suite.file.path.parent / "ruleset.yaml").data
    expected = judge_village(ruleset, result.village._derived["document"].data, result.day)
    found = result.assessment.findings

    assert {one.criterion: (str(one.outcome), one.proven) for one in found} == {
        key: (one.outcome, one.proven) for key, one in expected.findings.items()
    }
    assert str(result.assessment.verdict) == expected.verdict
    if suite.file.path.parent.name != OTHER_LEVEL:
        reasons = {one.criterion: {str(reason) for reason in one.reasons} for one in found}
        assert reasons == {key: set(one.reasons) for key, one in expected.findings.items()}
