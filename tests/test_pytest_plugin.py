"""The pytest plugin, in a project of its own: cases are tests, and other projects pay nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOME = Path(__file__).parent / "suite" / "09-flag"


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run pytest with this plugin and no other in a folder; return its exit code and what it printed."""
    command = [sys.executable, "-m", "pytest", "-p", "smartvillage.pytest_plugin", "-p", "no:cacheprovider", *arguments]
    surroundings = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=surroundings)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a set, a village and cases."""
    for name in ("ruleset.yaml", "village.yaml", "flag.case.yaml"):
        (tmp_path / name).write_text((HOME / name).read_text("utf-8"), "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    return tmp_path


def test_each_case_is_a_test(project: Path) -> None:
    """Every case has a name of its own and passes."""
    code, told = run(project, "-v")

    assert code == 0, told
    assert "flag.case.yaml::there, and not proven PASSED" in told
    assert "6 passed" in told


def test_a_case_is_chosen_by_its_name(project: Path) -> None:
    """Cases can be picked like any test."""
    code, told = run(project, "-k", "planned")

    assert code == 0, told
    assert "1 passed, 5 deselected" in told


def test_a_failure_shows_the_explanation_and_no_traceback(project: Path) -> None:
    """What was expected, what came out and why, at the case's line."""
    cases = (project / "flag.case.yaml").read_text("utf-8").replace("{wifi: false}", "{wifi: true}")
    (project / "flag.case.yaml").write_text(cases, "utf-8")
    code, told = run(project)

    assert code == 1
    assert "flag.case.yaml:10:11: case `not there`" in told
    assert "criteria/1 (line 12): expected `not_met`, found `met`" in told
    assert "The rule and the figures" in told
    assert "Traceback" not in told
    assert "pytest_plugin.py" not in told


def test_a_file_with_faults_is_one_failing_test(project: Path) -> None:
    """A file that cannot be read fails with its diagnostics."""
    (project / "flag.case.yaml").write_text("ruleset: flag\ncases: []\n", "utf-8")
    code, told = run(project)

    assert code == 1
    assert "SV221" in told
    assert "1 failed" in told
    assert "Traceback" not in told


def test_other_projects_pay_nothing(tmp_path: Path) -> None:
    """Where no file of cases lies the library itself is never imported."""
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    (tmp_path / "village.yaml").write_text("a: 1\n", "utf-8")
    (tmp_path / "test_it.py").write_text(
        "import sys\n\n\ndef test_it() -> None:\n"
        "    loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "    assert not loaded & {'pydantic', 'yaml', 'click', 'pint'}\n"
        "    assert 'smartvillage.api' not in sys.modules\n",
        "utf-8",
    )
    code, told = run(tmp_path)

    assert code == 0, told
    assert "1 passed" in told


def test_what_only_ends_like_a_file_of_cases_is_left_alone(tmp_path: Path) -> None:
    """Another tool's file that speaks of no ruleset is no test, and nothing is imported for it."""
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    (tmp_path / "login.case.yaml").write_text("name: login\ncases: [{steps: [open, type]}]\n", "utf-8")
    code, told = run(tmp_path)

    assert code == pytest.ExitCode.NO_TESTS_COLLECTED, told


@pytest.mark.parametrize("slip", [("ruleset:", "rulesat:"), ("cases:", "casses:")])
def test_a_slip_never_makes_cases_vanish(project: Path, slip: tuple[str, str]) -> None:
    """A misspelt key of a file of cases is a failing test and not a file of another tool."""
    cases = project / "flag.case.yaml"
    cases.write_text(cases.read_text("utf-8").replace(*slip, 1), "utf-8")
    code, told = run(project)

    assert code == pytest.ExitCode.TESTS_FAILED
    assert "SV203" in told


def test_it_is_found_by_pytest_itself() -> None:
    """The entry point names the plugin."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["entry-points"]["pytest11"] == {"smartvillage": "smartvillage.pytest_plugin"}
