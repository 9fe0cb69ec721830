"""Help, version and completion."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Smartvillage

COMMANDS = ["evaluate", "explain", "roadmap", "validate", "rulesets", "new"]


def test_help_lists_every_command(smartvillage: Smartvillage) -> None:
    """In the order in which one needs them, and with the exit codes."""
    text = smartvillage("--help").out
    places = [text.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)
    assert "exit codes" in text
    assert "..." not in text[places[0] :]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(smartvillage: Smartvillage, command: str) -> None:
    """A sentence in Vietnamese, one in English, and examples where there is something to try."""
    ended = smartvillage(command, "--help")
    assert ended.code == 0
    assert any(letter in ended.out for letter in "ạảấầẩậắằặẹẻếềểệỉịọỏốồổộớờởợụủứừửựỳ")
    assert command == "new" or f"smartvillage {command}" in ended.out


def test_the_version_is_the_packages(smartvillage: Smartvillage) -> None:
    """One number, in one place."""
    assert smartvillage("--version").out == f"smartvillage {version('smartvillage')}\n"


def test_python_m_is_the_same_command() -> None:
    """Where no script was installed."""
    command = [sys.executable, "-m", "smartvillage", "--version"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout == f"smartvillage {version('smartvillage')}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    """The line on the page about output gives a script."""
    command = [sys.executable, "-c", "from smartvillage._cli import main; main()"]
    environment = {**os.environ, "_SMARTVILLAGE_COMPLETE": f"{shell}_source"}
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert "_SMARTVILLAGE_COMPLETE" in ended.stdout


def offered(*words: str) -> list[str]:
    """Ask as bash does what may stand for the last word."""
    command = [sys.executable, "-c", "from smartvillage._cli import main; main()"]
    asked = {
        "_SMARTVILLAGE_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(("smartvillage", *words)),
        "COMP_CWORD": str(len(words)),
    }  # fmt: skip
    ended = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **asked}, check=False)
    return [line.partition(",")[2] for line in ended.stdout.splitlines() if line]


def test_a_shell_is_offered_rulesets() -> None:
    """By the names that are shipped."""
    assert offered("rulesets", "show", "dong") == ["dong-thap-2021-2025"]
    assert offered("new", "village", "--ruleset", "nothing") == []


def test_a_shell_is_offered_criteria() -> None:
    """Those of the ruleset that the village names, and its decisions."""
    village = str(Path(__file__).parents[2] / "examples" / "an-phu")
    assert offered("explain", village, "3.") == ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"]
    assert offered("explain", village, "rec") == ["recognised"]


def test_a_shell_is_offered_nothing_for_a_village_that_is_not_there() -> None:
    """And sees no traceback."""
    assert offered("explain", "nowhere.yaml", "3.") == []
