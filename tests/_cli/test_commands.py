"""Help, version and completion."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
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


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    """The line in the README gives a script."""
    command = [sys.executable, "-c", "from smartvillage._cli import main; main()"]
    environment = {**os.environ, "_SMARTVILLAGE_COMPLETE": f"{shell}_source"}
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert "_SMARTVILLAGE_COMPLETE" in ended.stdout
