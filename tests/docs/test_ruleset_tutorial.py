"""The tutorial on rulesets, done word by word in an empty folder, ends where it says that it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

import smartvillage as sv
from making.steps import Workspace, steps_of
from smartvillage import testing

PAGE = Path(__file__).parents[2] / "docs" / "tutorials" / "ruleset.md"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a reader who did every step; the guides' own test does them in Vietnamese."""
    workspace = Workspace.made(tmp_path_factory.mktemp("reader") / "here", "en")
    for step in steps_of(PAGE.read_text(encoding="utf-8")):
        workspace.perform(step)
    return workspace.folder


@pytest.fixture(scope="module")
def ruleset(home: Path) -> Path:
    """The folder of the ruleset that was written."""
    return home / "tinh-mau-2026" / "src" / "smartvillage_tinh_mau_2026" / "tinh-mau-2026"


def test_the_ruleset_has_no_faults_and_no_warnings(ruleset: Path) -> None:
    """Neither by itself nor as the amendment makes it."""
    assert sv.check(ruleset) == ()
    assert sv.check(ruleset / "overlays" / "sua-doi-2027.yaml") == ()


def test_its_cases_pass_and_leave_nothing_out(ruleset: Path) -> None:
    """As many as the page says, and all that there is to try."""
    [report] = testing.run_cases(testing.find_cases(ruleset), coverage=True)
    assert report.coverage is not None
    assert (report.passed, len(report.results), report.coverage.lacking) == (True, 31, ())


@pytest.mark.parametrize(
    ("version", "overlays", "on", "met", "not_met", "not_assessable"),
    [
        ("ban-cu", [], "2026-06-30", 3, 2, 1),
        ("tinh-mau-2026", [], "2026-06-30", 4, 2, 0),
        ("tinh-mau-2026", ["sua-doi-2027"], "2026-12-31", 4, 2, 0),
        ("tinh-mau-2026", ["sua-doi-2027"], "2027-01-01", 3, 3, 0),
    ],
)
def test_the_hamlet_comes_out_as_the_page_says(  # noqa: PLR0913, PLR0917 - what the page says of one version on one day
    home: Path, version: str, overlays: list[str], on: str, met: int, not_met: int, not_assessable: int
) -> None:
    """By the first version, by the one in which the threshold is known, and before and after the amendment."""
    ruleset = sv.load_ruleset(home / version if version == "ban-cu" else version, overlays=overlays, near=home)
    assessment = sv.evaluate(ruleset, sv.load_village(home / "ap-mau.yaml"), on)
    counts = assessment.counts
    assert (counts.met, counts.not_met, counts.not_assessable) == (met, not_met, not_assessable)
    assert assessment.verdict == "not_met"


def test_the_last_roadmap_has_one_task_and_no_assumption(home: Path) -> None:
    """Once the threshold is known, issuing the regulation is enough."""
    roadmap = sv.roadmap(sv.load_ruleset("tinh-mau-2026", near=home), home / "ap-mau.yaml", until="2026-12-31")
    assert ([task.id for task in roadmap.tasks], roadmap.assumptions) == (["issue_regulation"], ())
