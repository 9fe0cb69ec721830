"""The shipped set of Lâm Đồng: strict comparisons, two of a garbled sentence; and a village with counts."""

from __future__ import annotations

from pathlib import Path

from rulesets.reading import asked, parts

from smartvillage import evaluate, explain, load_ruleset, load_village
from smartvillage.model.basis import Basis
from smartvillage.model.limits import ValueLimit

SHIPPED = load_ruleset("lam-dong-2021-2025")
VILLAGE = load_village(Path(__file__).parents[2] / "examples" / "tam-thang-thon-3")


def test_says_more_than_where_the_article_does() -> None:
    """The words "trên 80%", "hơn 90%", "hơn 70%" are strict; "đạt 100%" is not."""
    assert {criterion.id: asked(criterion) for criterion in SHIPPED.criteria} == {
        "1": ["more_than 80 %"],
        "2": ["at_least 100 %"],
        "3": [],
        "4": ["more_than 90 %"],
        "5": ["more_than 70 %"],
    }


def test_the_two_figures_of_the_garbled_sentence_are_inferred() -> None:
    """Only which figure belongs to which condition is inferred; the rest is stated."""
    limits = {c.id: part.basis for c in SHIPPED.criteria for part in parts(c.rule) if isinstance(part, ValueLimit)}

    assert limits == {"1": Basis.STATED, "2": Basis.STATED, "4": Basis.INFERRED, "5": Basis.INFERRED}


def test_tam_thang_meets_the_smartphones_alone() -> None:
    """498 of 524 is over 90 %; 160 of 162 households with fibre or 4G say nothing of fibre alone."""
    found = evaluate(SHIPPED, VILLAGE)

    assert [finding.outcome for finding in found.findings] == ["unknown", "unknown", "unknown", "met", "unknown"]
    assert found.decisions[0].outcome == "unknown"


def test_the_rounded_percent_agrees_with_its_counts() -> None:
    """498/524 is 95,04 %, which the article rounds to 95 %: no caveat."""
    told = explain(SHIPPED, VILLAGE, "4")

    assert told.rule is not None
    assert told.rule.measured is not None
    assert told.rule.measured.exact == "249/262"
    assert evaluate(SHIPPED, VILLAGE)["4"].caveats == ()
