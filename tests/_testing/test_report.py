"""The report of a run, as text, as JSON and as JUnit XML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from smartvillage.testing import find_cases, is_case_file, render_reports, run_cases

if TYPE_CHECKING:
    from pathlib import Path

    from _testing.conftest import Write

    from smartvillage._testing.report import Report

CASES = """\
  - {name: đúng, facts: {users: 10}, expect: {criteria/2: met}}
  - {name: sai, facts: {users: 9}, expect: {criteria/2: met}}
"""


@pytest.fixture
def reports(home: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> tuple[Report, ...]:
    """The reports on two cases, one of which fails."""
    write(CASES)
    monkeypatch.chdir(home)
    return run_cases(find_cases(home), coverage=True, mutation=True)


def test_the_text_counts_and_lists(reports: tuple[Report, ...]) -> None:
    """Cases, coverage with what lacks, and the score with what survived."""
    text = render_reports(reports, lang="en")

    assert "vi-du: 2 cases, 1 passed, 1 failed\n" in text
    assert "  lacks 2: just past the limit criteria/2/rule/at_least (ruleset.yaml:16)\n" in text
    assert "  lacks 1: outcome `met`\n" in text
    assert "  lacks ruleset: the day 2025-12-31\n" in text
    assert "  survived ruleset.yaml:16 criteria/2/rule/at_least/value: `10` becomes `9`\n" in text


def test_the_text_is_vietnamese_by_itself(reports: tuple[Report, ...]) -> None:
    """Every sentence exists in Vietnamese."""
    text = render_reports(reports)

    assert "vi-du: 2 tình huống, 1 đúng, 1 sai\n" in text
    assert "  thiếu cả bộ: ngày 2025-12-31\n" in text
    assert "  thiếu 2: vừa qua ngưỡng criteria/2/rule/at_least (ruleset.yaml:16)\n" in text
    assert "  lọt ruleset.yaml:16 criteria/2/rule/at_least/value: `10` đổi thành `9`\n" in text


def test_json_holds_the_same(reports: tuple[Report, ...]) -> None:
    """Programs read cases, what lacks and the mutants."""
    (data,) = json.loads(render_reports(reports, "json"))

    assert (data["ruleset"], data["passed"], data["schema_version"]) == ("vi-du", False, "1")
    assert [(case["name"], case["passed"]) for case in data["cases"]] == [("đúng", True), ("sai", False)]
    assert data["cases"][1]["mismatches"] == [{"key": "criteria/2", "expected": "met", "found": "not_met"}]
    assert data["coverage"]["goals"] == data["coverage"]["reached"] + len(data["coverage"]["lacking"])
    assert data["mutation"]["survived"] + data["mutation"]["equivalent"] == len(data["mutation"]["mutants"])


def test_junit_is_a_suite_of_cases(reports: tuple[Report, ...]) -> None:
    """A build server sees each case, and why one failed."""
    written = render_reports(reports, "junit", lang="en").encode()
    suite = ET.fromstring(written).find("testsuite")  # noqa: S314 - our own text

    assert suite is not None
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("vi-du", "2", "1")
    (failed,) = suite.findall("testcase/failure")
    assert "expected `met`, found `not_met`" in (failed.text or "")


def test_a_file_that_cannot_be_read_fails_the_run(home: Path) -> None:
    """A fault of a file is no passing run, and JUnit shows it as an error."""
    (home / "x.case.yaml").write_text("ruleset: [", "utf-8")
    reports = run_cases(find_cases(home))

    assert [report.passed for report in reports] == [False]
    assert 'errors="1"' in render_reports(reports, "junit")
    assert "SV104" in render_reports(reports)


def test_cases_are_found_by_their_name(home: Path, write: Write) -> None:
    """Below a folder, whatever their depth, and nothing hidden."""
    write(CASES)
    write(CASES, "b.case.yml")
    (home / ".cache").mkdir()
    write(CASES, ".cache/hidden.case.yaml")
    found = [path.relative_to(home).as_posix() for path in find_cases(home)]

    assert found == ["b.case.yml", "cases/some.case.yaml"]
    assert find_cases(home / "b.case.yml") == (home / "b.case.yml",)
    assert find_cases(home / "ruleset.yaml") == find_cases(home)
    assert find_cases(home / "nowhere.case.yaml") == ()
    assert [is_case_file(path) for path in ("a.case.yaml", "a.case.json", "a.yaml", 1)] == [True, True, False, False]


def test_files_about_one_ruleset_are_judged_together(home: Path, write: Write) -> None:
    """What one file does not show another may."""
    write(CASES.splitlines(keepends=True)[0])
    write("  - {name: ít, facts: {users: 9}, expect: {criteria/2: not_met}}\n", "b.case.yaml")
    (report,) = run_cases(find_cases(home), mutation=True)
    assert report.mutation is not None

    assert len(report.results) == 2
    assert not any(t.mutant.shown == "criteria/2/rule/at_least/value" for t in report.mutation.of("survived"))  # type: ignore[arg-type]
