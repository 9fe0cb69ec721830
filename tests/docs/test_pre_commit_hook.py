"""The pre-commit hook runs what it says, with what the command line needs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]


def hook() -> dict[str, Any]:
    """Return the one hook."""
    [found] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return dict(found)


def ran(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the hook's command the way pre-commit does: at the top of a repository."""
    program, *words = hook()["entry"].split()
    command = [sys.executable, "-m", program, *words, *hook()["args"]]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_the_hook_installs_what_the_command_line_needs() -> None:
    """The same as the extra of that name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert hook()["additional_dependencies"] == project["optional-dependencies"]["cli"]


def test_the_hook_runs_when_a_file_of_the_language_changes() -> None:
    """Rulesets and villages are YAML or JSON."""
    files = re.compile(hook()["files"])
    assert [bool(files.search(name)) for name in ("a/ruleset.yaml", "b.yml", "c.json", "d.py")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_sound_repository_passes(tmp_path: Path) -> None:
    """Though it holds files of other programs."""
    shutil.copytree(ROOT / "examples" / "ap-thu", tmp_path / "villages" / "ap-thu")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", tmp_path / "mkdocs.yaml")
    done = ran(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_fault_stops_the_commit(tmp_path: Path) -> None:
    """With its file, line and column."""
    text = (ROOT / "examples" / "ap-thu" / "village.yaml").read_text("utf-8")
    (tmp_path / "village.yaml").write_text(text.replace("farmers_clubs: 1", "farmers_clubs: many"), "utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "farmers_clubs" in one)
    done = ran(tmp_path)
    assert (done.returncode, f"village.yaml:{line}:18" in done.stdout) == (1, True)
