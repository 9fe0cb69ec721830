"""What an assessment's page says, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartvillage._reporting import render
from smartvillage.model.findings import Outcome, Reason

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.findings import Assessment
    from smartvillage.model.ruleset import Ruleset


@pytest.mark.parametrize(
    ("lang", "headline"),
    [("vi", "2/4 tiêu chí đạt theo báo cáo, 1 đã được chứng minh"), ("en", "2 of 4 met as reported, 1 proven")],
)
def test_the_headline_shows_both_numbers(assessment: Assessment, lang: Lang, headline: str) -> None:
    """What is reported never stands without what is proven."""
    assert headline in render(assessment, lang=lang).splitlines()


def test_what_does_not_apply_is_not_in_the_total(assessment: Assessment) -> None:
    """The total is of what applies; how many do not is told beside it."""
    counts = assessment.counts.model_copy(update={"not_applicable": 3})
    text = render(assessment.model_copy(update={"counts": counts}), lang="en")
    assert "2 of 4 met as reported, 1 proven (3 not applicable)" in text


def test_the_verdict_shows_that_its_rule_is_inferred(assessment: Assessment) -> None:
    """A rule that no text states is never shown as if one did."""
    assert "Công nhận: ✗ not met · this rule: inferred, no text says just this" in render(assessment, lang="en")


def test_every_finding_stands_under_its_group_in_order(assessment: Assessment) -> None:
    """The order is the ruleset's."""
    lines = render(assessment, lang="en", width=80).splitlines()
    starts = [
        line.split("  ")[0] for line in lines if line[:2] in ("✓ ", "✗ ", "? ") or line in ("Framework", "Hạ tầng")
    ]
    assert starts == ["Framework", "? a", "Hạ tầng", "? 1.1", "✓ 1.2", "✓ 1.3", "✗ 1.4"]


def test_remarks_say_why_and_what_weakens(assessment: Assessment) -> None:
    """Reasons, caveats and a basis that nobody has seen stand below the criterion."""
    lines = render(assessment, lang="en").splitlines()
    below = lines[next(at for at, line in enumerate(lines) if line.startswith("? 1.1")) + 1]
    assert below.strip() == "because: threshold unknown · caveat: figure of another area · basis: unknown"


def test_an_assumed_basis_is_shown_even_where_met(assessment: Assessment) -> None:
    """A met criterion may rest on what is ours."""
    lines = render(assessment, lang="en").splitlines()
    assert lines[next(at for at, line in enumerate(lines) if line.startswith("✓ 1.2")) + 1].strip() == "basis: assumed"


def test_a_firm_finding_has_no_remark(assessment: Assessment) -> None:
    """Nothing is said where nothing has to be."""
    lines = render(assessment, lang="en").splitlines()
    assert lines[next(at for at, line in enumerate(lines) if line.startswith("✓ 1.3")) + 1].startswith("✗ 1.4")


def test_proven_is_told_in_words(assessment: Assessment) -> None:
    """Met and met and proven can be told apart without colour."""
    ends = [line.split("  ")[-1].strip() for line in render(assessment, lang="en").splitlines() if line[:1] == "✓"]
    assert ends == ["Met", "Met, proven"]


def test_missing_facts_are_named_as_the_ruleset_names_them(assessment: Assessment, ruleset: Ruleset) -> None:
    """With a ruleset at hand an officer reads titles; without one, ids."""
    assert "needed: “Voluntary”" in render(assessment, lang="en", ruleset=ruleset)
    assert "needed: “voluntary”" in render(assessment, lang="en")


def test_what_is_named_as_needed_is_not_called_missing_too(assessment: Assessment) -> None:
    """Once is enough; any other reason is told beside it."""
    text = render(assessment, lang="en")
    assert "needed: “voluntary”" in text
    assert "a fact is missing" not in text
    findings = [
        finding.model_copy(update={"reasons": (*finding.reasons, Reason.THRESHOLD_UNKNOWN)})
        if finding.outcome is Outcome.UNKNOWN
        else finding
        for finding in assessment.findings
    ]
    both = assessment.model_copy(update={"findings": tuple(findings)})
    assert "because: threshold unknown · needed: “voluntary”" in render(both, lang="en")


def test_the_commune_counts_otherwise_in_words_alone(assessment: Assessment) -> None:
    """Not assessable is printed as not met, with a star that says so; proven and met stay."""
    text = render(assessment, as_counted_by_commune=True)
    assert "Chưa đánh giá được" not in text
    assert [line.split("  ")[-1].strip() for line in text.splitlines() if line.startswith("✗ 1.1")] == ["Chưa đạt *"]
    assert "2/4 tiêu chí đạt theo báo cáo, 1 đã được chứng minh" in text
    assert "* Ghi theo cách đếm của xã" in text


def test_the_commune_counts_the_same_total(assessment: Assessment) -> None:
    """What leaves one column arrives in the other."""
    rows = [line.split() for line in render(assessment, lang="en", as_counted_by_commune=True).splitlines()]
    assert next(row[-4:] for row in rows if row[:3] == ["The", "whole", "set"]) == ["2", "2", "0", "1"]


def test_groups_are_counted_apart_from_the_set(assessment: Assessment) -> None:
    """Preconditions stand in the table and outside the total."""
    rows = [line.split() for line in render(assessment, lang="en").splitlines()]
    assert next(row for row in rows if row[:2] == ["Framework", "(precondition)"])[-5:] == ["0", "0", "0", "1", "0"]


def test_a_finding_without_a_group_is_not_lost(assessment: Assessment) -> None:
    """A criterion may stand in no group."""
    loose = assessment.findings[-1].model_copy(update={"group": None})
    text = render(assessment.model_copy(update={"findings": (loose,)}), lang="en")
    assert "Criteria outside groups" in text
    assert "✗ 1.4" in text


def test_overlays_are_named(assessment: Assessment) -> None:
    """Whoever reads the result sees which thresholds were changed."""
    changed = assessment.ruleset.model_copy(update={"overlays": ("siet@1.0.0",)})
    assert "vi-du 1.0.0 with siet@1.0.0" in render(assessment.model_copy(update={"ruleset": changed}), lang="en")


def test_a_group_without_criteria_has_no_line(assessment: Assessment) -> None:
    """What a selection left empty is not counted: no outcome stands there that could be read as one."""
    left = tuple(one for one in assessment.findings if one.group != assessment.groups[-1].id)
    title = assessment.groups[-1].title.say("en")
    assert title in render(assessment, lang="en")
    assert title not in render(assessment.model_copy(update={"findings": left}), lang="en")
