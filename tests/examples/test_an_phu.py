"""Ấp An Phú on 31 March 2024, as its commune's plan reports it: the golden result."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smartvillage import evaluate, load_ruleset, load_village
from smartvillage.model.basis import Basis
from smartvillage.model.findings import Assessment, Caveat, Counts, Outcome, Reason
from smartvillage.model.village import Village

MET, NOT_MET, NOT_ASSESSABLE, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.NOT_ASSESSABLE, Outcome.UNKNOWN

#: Each of the 33, in the ruleset's order, with why it is not met or open.
EXPECTED: dict[str, tuple[Outcome, tuple[Reason, ...]]] = {
    "a": (MET, ()),
    "b": (UNKNOWN, (Reason.MISSING_FACT,)),
    "c": (MET, ()),
    "d": (MET, ()),
    "đ": (NOT_MET, (Reason.BELOW,)),
    "e": (NOT_MET, (Reason.ABSENT,)),
    "1.1": (NOT_ASSESSABLE, (Reason.THRESHOLD_UNKNOWN,)),
    "1.2": (MET, ()),
    "1.3": (MET, ()),
    "1.4": (NOT_MET, (Reason.ABSENT,)),
    "2.1": (MET, ()),
    "2.2": (NOT_MET, (Reason.BELOW,)),
    "2.3": (MET, ()),
    "2.4": (NOT_MET, (Reason.BELOW,)),
    "2.5": (MET, ()),
    "2.6": (MET, ()),
    "2.7": (MET, ()),
    "2.8": (MET, ()),
    "2.9": (MET, ()),
    "2.10": (MET, ()),
    "2.11": (NOT_MET, (Reason.BELOW,)),
    "2.12": (NOT_ASSESSABLE, (Reason.THRESHOLD_UNKNOWN,)),
    "2.13": (MET, ()),
    "3.1": (MET, ()),
    "3.2": (MET, ()),
    "3.3": (NOT_ASSESSABLE, (Reason.NO_METHOD,)),
    "3.4": (MET, ()),
    "3.5": (MET, ()),
    "3.6": (NOT_MET, (Reason.ABSENT,)),
    "3.7": (NOT_MET, (Reason.BELOW,)),
    "4.1": (NOT_MET, (Reason.ABSENT,)),
    "4.2": (NOT_MET, (Reason.ABSENT,)),
    "4.3": (NOT_MET, (Reason.ABSENT,)),
}

#: What the library finds by itself that weakens a figure; nothing of it is written into the village's file.
CAVEATS: dict[str, tuple[Caveat, ...]] = {
    "1.1": (Caveat.SCOPE_MISMATCH,),
    "1.2": (Caveat.PLANNED_NOT_COUNTED,),
    "2.12": (Caveat.SCOPE_MISMATCH, Caveat.PROXY_MEASURE),
    "2.13": (Caveat.SCOPE_MISMATCH, Caveat.PROXY_MEASURE, Caveat.STATED_DIFFERS),
}

FILE = Path(__file__).parents[2] / "examples" / "an-phu" / "village.yaml"


@pytest.fixture(scope="module")
def village() -> Village:
    """Ấp An Phú."""
    return load_village(FILE)


@pytest.fixture(scope="module")
def assessment(village: Village) -> Assessment:
    """Ấp An Phú against the province's set."""
    return evaluate(load_ruleset(village.ruleset), village)


@pytest.fixture(scope="module")
def overlaid(village: Village) -> Assessment:
    """The same with the national norms laid over."""
    return evaluate(load_ruleset(village.ruleset), village, overlays=["quoc-gia-tham-chieu"])


def test_comes_out_15_9_3_of_the_27(assessment: Assessment) -> None:
    """15 met, 9 not met, 3 not assessable as reported, 2 proven; not recognised."""
    assert assessment.counts == Counts(met=15, not_met=9, not_assessable=3)
    assert (assessment.proven, assessment.verdict) == (2, Outcome.NOT_MET)


def test_the_framework_comes_out_3_2_1(assessment: Assessment) -> None:
    """Three conditions met, two not met, one unknown."""
    framework = assessment.groups[0]

    assert (framework.id, framework.precondition) == ("framework", True)
    assert framework.counts == Counts(met=3, not_met=2, unknown=1)


def test_the_groups_share_out_the_27(assessment: Assessment) -> None:
    """The four groups' counts, in the ruleset's order."""
    assert [(group.id, group.counts) for group in assessment.groups[1:]] == [
        ("digital-infrastructure", Counts(met=2, not_met=1, not_assessable=1)),
        ("digital-services", Counts(met=9, not_met=3, not_assessable=1)),
        ("rural-economy", Counts(met=4, not_met=2, not_assessable=1)),
        ("management", Counts(not_met=3)),
    ]


def test_findings_stand_in_the_rulesets_order(assessment: Assessment) -> None:
    """All 33, in the decision's order."""
    assert [finding.criterion for finding in assessment.findings] == list(EXPECTED)


@pytest.mark.parametrize("criterion", EXPECTED)
def test_each_criterion_comes_out_as_reported(assessment: Assessment, criterion: str) -> None:
    """The outcome of each of the 33, and why."""
    finding = assessment[criterion]

    assert (finding.outcome, finding.reasons) == EXPECTED[criterion]


@pytest.mark.parametrize("criterion", EXPECTED)
def test_each_criterion_has_the_caveats_found_from_the_data(assessment: Assessment, criterion: str) -> None:
    """Scope, proxies, planned places and a cut percentage are noticed; nothing else is."""
    assert assessment[criterion].caveats == CAVEATS.get(criterion, ())


def test_the_two_printed_addresses_prove_two(assessment: Assessment) -> None:
    """The commune's site proves 2.5, the cooperative's 3.2."""
    assert [finding.criterion for finding in assessment.findings if finding.proven] == ["2.5", "3.2"]


@pytest.mark.parametrize(
    ("criterion", "open_"),
    [
        ("b", ("facts/voluntary",)),
        ("1.1", ("criteria/1.1/rule/at_least",)),
        ("2.12", ("criteria/2.12/instead/managed_file/at_least",)),
        ("3.3", ("criteria/3.3/rule",)),
    ],
)
def test_what_is_open_is_named(assessment: Assessment, criterion: str, open_: tuple[str, ...]) -> None:
    """An open finding names the fact, the threshold or the method that would matter."""
    assert assessment[criterion].open == open_


@pytest.mark.parametrize(
    ("criterion", "basis"),
    [
        ("a", Basis.STATED),
        ("1.2", Basis.ASSUMED),
        ("2.5", Basis.WORDING),
        ("2.13", Basis.STATED),
        ("3.7", Basis.INFERRED),
    ],
)
def test_the_basis_of_a_finding_is_its_weakest(assessment: Assessment, criterion: str, basis: Basis) -> None:
    """A finding shows how firm its rule is."""
    assert assessment[criterion].basis == basis


def test_the_verdict_rests_on_an_inferred_rule(assessment: Assessment) -> None:
    """That all must be met is inferred, and the decision says so."""
    assert [(decision.id, decision.outcome, decision.basis) for decision in assessment.decisions] == [
        ("recognised", Outcome.NOT_MET, Basis.INFERRED)
    ]


def test_national_norms_settle_two_more(overlaid: Assessment) -> None:
    """With the overlay 17 met, 9 not met, 1 not assessable; the framework and what is proven stay."""
    assert overlaid.counts == Counts(met=17, not_met=9, not_assessable=1)
    assert overlaid.groups[0].counts == Counts(met=3, not_met=2, unknown=1)
    assert (overlaid.proven, overlaid.verdict) == (2, Outcome.NOT_MET)


@pytest.mark.parametrize("criterion", EXPECTED)
def test_national_norms_change_those_two_alone(overlaid: Assessment, criterion: str) -> None:
    """1.1 and 2.12 become met, with the same caveats; all else stays."""
    finding = overlaid[criterion]
    expected = (MET, ()) if criterion in {"1.1", "2.12"} else EXPECTED[criterion]

    assert (finding.outcome, finding.reasons) == expected
    assert finding.caveats == CAVEATS.get(criterion, ())


def test_an_overlaid_result_names_its_overlay(overlaid: Assessment) -> None:
    """The result says which overlay was laid over."""
    assert overlaid.ruleset.overlays == ("quoc-gia-tham-chieu@1.0.0",)


def test_every_fact_says_where_it_was_read(village: Village) -> None:
    """Each line names the plan and the item in it."""
    sources = {key: line.get("source") for key, line in village.facts.items()}

    assert [key for key, source in sources.items() if not (source and source["id"] == "plan" and source["item"])] == []


def test_what_the_plan_cites_is_kept_as_printed(village: Village) -> None:
    """The decision stands under both of its dates and both of its symbols, the guidance as a letter."""
    cites = [(text.number, text.date, text.type) for text in village.sources["plan"].cites]

    assert ("384/QĐ-UBND-HC", "2023-03-04", "decision") in cites
    assert ("384/QĐ-UBND", "2023-04-03", "decision") in cites
    assert ("1478/HD-SKH-CN", "2023-07-17", "letter") in cites


def test_its_file_holds_no_verdict() -> None:
    """No outcome, reason or caveat is written into the village's file."""
    words = set(re.findall(r"\w+", FILE.read_text(encoding="utf-8")))

    assert words & {*Outcome, *Reason, *Caveat} - {"unknown"} == set()
