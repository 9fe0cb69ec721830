"""The cases of the shipped Đồng Tháp set: all pass, nothing is left untried, and no small mistake goes unnoticed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from smartvillage import rulesets
from smartvillage._testing.mutation import Fate, MutationReport
from smartvillage._testing.report import Report, goal_words, mutant_words
from smartvillage.testing import failure, find_cases, run_cases

HOME = rulesets()["dong-thap-2021-2025"]


@pytest.fixture(scope="module")
def report() -> Report:
    """The whole report on the set's cases."""
    (found,) = run_cases(find_cases(HOME), coverage=True, mutation=True)
    return found


@pytest.fixture(scope="module")
def mutation(report: Report) -> MutationReport:
    """What became of every small mistake."""
    assert report.mutation is not None
    return report.mutation


def test_every_case_passes(report: Report) -> None:
    """Each case comes out as it says."""
    assert [fault.render("en") for fault in report.faults] == []
    assert [failure(result, "en") for result in report.failed] == []
    assert len(report.results) > 200


def test_every_criterion_is_expected_by_name(report: Report) -> None:
    """No criterion of the set is left out."""
    assert report.coverage is not None
    assert len(report.coverage.by_criterion()) == 1 + 33  # and the set itself


def test_nothing_is_left_untried(report: Report) -> None:
    """Coverage is 100 %: outcomes, both sides of every limit, the first and the last day."""
    assert report.coverage is not None
    assert [goal_words(goal).en for goal in report.coverage.lacking] == []


def test_no_mistake_goes_unnoticed(mutation: MutationReport) -> None:
    """The mutation score is 100 %: what survives is shown to be no mistake at all."""
    assert [mutant_words(tried).en for tried in mutation.of(Fate.SURVIVED)] == []
    assert mutation.score == Fraction(1)
    assert len(mutation.of(Fate.KILLED)) > 200


def test_what_is_no_mistake_is_shown(mutation: MutationReport) -> None:
    """Ten changes say what the set says: bounds that no share reaches, papers for what is never met, repeated rules."""
    equal = [(tried.mutant.shown, tried.mutant.words.en) for tried in mutation.of(Fate.EQUIVALENT)]

    assert sorted(equal) == [
        ("criteria/1.1/rule/at_least/unknown/at_most", "`at_most` becomes `less_than`"),
        ("criteria/2.12/instead/0/at_least/unknown/at_most", "`at_most` becomes `less_than`"),
        ("criteria/2.12/rule/at_least/unknown/at_most", "`at_most` becomes `less_than`"),
        ("criteria/2.8/rule/at_least/unknown/at_most", "`at_most` becomes `less_than`"),
        ("criteria/3.3/evidence", "no evidence is asked for"),
        ("criteria/3.3/evidence/0", "evidence `commune_confirmation` taken out"),
        ("criteria/3.3/evidence/0", "evidence `screenshot` taken out"),
        ("decisions/recognised/if/all_of/0/met", "criterion `e` left out of `met`"),
        ("decisions/recognised/if/all_of/1/met", "criterion `3.7` left out of `met`"),
        ("decisions/recognised/if/all_of/1/met", "criterion `4.2` left out of `met`"),
    ]
    assert all(tried.shown for tried in mutation.of(Fate.EQUIVALENT))


def test_the_cases_are_no_part_of_the_set() -> None:
    """A file of cases beside a set, and the village it starts from, are not read as the set's own files."""
    assert (HOME / "cases" / "village.yaml").is_file()
    assert Path(HOME / "cases" / "recognition.case.yaml") in find_cases(HOME)
