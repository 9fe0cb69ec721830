"""``smartvillage test``: cases from the command line, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Smartvillage

CASES = """\
ruleset: vi-du
cases:
  - {name: đúng, facts: {users: 10}, expect: {criteria/2: met}}
"""


@pytest.fixture
def cases(village: Path) -> Path:
    """A file of cases beside a ruleset that is one file of its name."""
    path = village.with_name("some.case.yaml")
    path.write_text(CASES, "utf-8")
    return path


def test_cases_that_pass(smartvillage: Smartvillage, cases: Path) -> None:
    """Exit code 0 and one line."""
    ended = smartvillage("test", cases, "--lang", "en")

    assert (ended.code, ended.out, ended.err) == (0, "vi-du: 1 cases, 1 passed, 0 failed\n", "")


def test_a_folder_is_searched(smartvillage: Smartvillage, cases: Path) -> None:
    """All files of cases below a folder are run."""
    assert smartvillage("test", cases.parent).out == "vi-du: 1 tình huống, 1 đúng, 0 sai\n"


def test_a_case_that_fails(smartvillage: Smartvillage, cases: Path) -> None:
    """Exit code 1, with the difference and the explanation."""
    cases.write_text(CASES.replace("users: 10", "users: 9"), "utf-8")
    ended = smartvillage("test", cases, "--lang", "en")

    assert ended.code == 1
    assert "criteria/2 (line 3): expected `met`, found `not_met`" in ended.out
    assert ended.out.endswith("vi-du: 1 cases, 0 passed, 1 failed\n")


def test_a_file_with_faults(smartvillage: Smartvillage, cases: Path) -> None:
    """Exit code 1, and the diagnostics are told."""
    cases.write_text("ruleset: vi-du\ncases: []\n", "utf-8")
    ended = smartvillage("test", cases)

    assert ended.code == 1
    assert "SV221" in ended.out


def test_coverage_and_mutation(smartvillage: Smartvillage, cases: Path) -> None:
    """Both are told after the cases; what lacks is no failure."""
    ended = smartvillage("test", cases, "--coverage", "--mutation", "--lang", "en")

    assert ended.code == 0
    assert "\ncoverage: " in ended.out
    assert "\nmutation score: " in ended.out


@pytest.mark.parametrize("event", ["uncovered", "survived"])
def test_what_is_left_out_fails_where_that_is_asked_for(smartvillage: Smartvillage, cases: Path, event: str) -> None:
    """A build can hold a ruleset's cases to either."""
    assert smartvillage("test", cases, "--fail-on", event).code == 1
    assert smartvillage("test", "dong-thap-2021-2025", "--fail-on", "uncovered").code == 0


def test_json_to_a_file(smartvillage: Smartvillage, cases: Path, tmp_path: Path) -> None:
    """The report is written whole, and said to be."""
    target = tmp_path / "report.json"
    ended = smartvillage("test", cases, "--format", "json", "-o", target, "--lang", "en")

    assert (ended.code, ended.out, ended.err) == (0, "", f"wrote {target}\n")
    assert json.loads(target.read_text("utf-8"))[0]["passed"] is True


def test_junit(smartvillage: Smartvillage, cases: Path) -> None:
    """Build servers get their XML."""
    assert smartvillage("test", cases, "--format", "junit").out.startswith('<?xml version="1.0" encoding="utf-8"?>\n')


def test_a_shipped_ruleset_by_its_name(smartvillage: Smartvillage) -> None:
    """The cases of a shipped set are run by its name."""
    ended = smartvillage("test", "dong-thap-2021-2025", "--lang", "en")

    assert ended.code == 0
    assert ended.out.startswith("dong-thap-2021-2025: ")


def test_nothing_to_run_is_no_success(smartvillage: Smartvillage, tmp_path: Path) -> None:
    """A folder without cases ends with exit code 1 and a hint."""
    ended = smartvillage("test", tmp_path, "--lang", "en")

    assert ended.code == 1
    assert "there is no file *.case.yaml" in ended.err


def test_a_path_that_is_not_there(smartvillage: Smartvillage) -> None:
    """A wrong name is misuse."""
    assert smartvillage("test", "nowhere").code == 2
