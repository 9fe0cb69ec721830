"""The shipped set of Thanh Hóa (decision 35/2022), and the two villages whose published figures are held against it."""

from __future__ import annotations

from pathlib import Path

from rulesets.reading import asked

from smartvillage import evaluate, load_ruleset, load_village

SHIPPED = load_ruleset("thanh-hoa-2022-2025")
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_has_six_conditions_that_must_all_be_met() -> None:
    """The commune's page tells six conditions, the last three with their comparison: from 70 %, from 50 %, 100 %."""
    assert {criterion.id: asked(criterion) for criterion in SHIPPED.criteria} == {
        "1": [],
        "2": [],
        "3": ["at_least 1"],
        "4": ["at_least 70 %"],
        "5": ["at_least 50 %"],
        "6": ["at_least 100 %"],
    }


def test_is_whole() -> None:
    """The sentence that tells the conditions reads complete, so a village can be a smart village by this set."""
    assert SHIPPED.ruleset.completeness == "whole"


def test_van_son_meets_three_and_has_no_data_for_the_rest() -> None:
    """Zalo groups, fibre or 4G, 87 cameras are told; nothing on skills, accounts and addresses."""
    found = evaluate(SHIPPED, load_village(EXAMPLES / "van-son-thon-8"))

    assert [finding.outcome for finding in found.findings] == ["met", "met", "met", "unknown", "unknown", "unknown"]
    assert found.decisions[0].outcome == "unknown"


def test_vinh_ba_meets_three_of_another_provinces_conditions() -> None:
    """86,65 % ≥ 70 %, 77,72 % ≥ 50 %, one drone model; whether fibre, platforms and addresses are there is not told."""
    found = evaluate(SHIPPED, load_village(EXAMPLES / "vinh-ba"))

    assert [finding.outcome for finding in found.findings] == ["unknown", "unknown", "met", "met", "met", "unknown"]
    assert found.decisions[0].outcome == "unknown"


def test_nothing_is_proven_without_a_word_on_evidence() -> None:
    """No source says what evidence is asked for, so no village proves anything by this set."""
    assert {criterion.evidence for criterion in SHIPPED.criteria} == {None}
    assert evaluate(SHIPPED, load_village(EXAMPLES / "van-son-thon-8")).proven == 0
