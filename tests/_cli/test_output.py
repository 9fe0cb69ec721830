"""What is printed arrives, or the run says so; what is piped in is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartvillage._cli.terminal import wants_color

if TYPE_CHECKING:
    from .conftest import Smartvillage

RUN = [sys.executable, "-c", "from smartvillage._cli import main; main()"]
FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [("rulesets",), ("--help",), ("evaluate", "--help")], ids=" ".join)
def test_a_full_disk(command: tuple[str, ...]) -> None:
    """Data that got lost is told in one sentence, and by an exit code of its own."""
    with FULL.open("w") as full:
        ended = subprocess.run([*RUN, *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (74, "không ghi được `stdout`: hết chỗ trên đĩa\n")


@pytest.mark.skipif(os.name != "posix", reason="only there a stream can be closed so")
def test_a_closed_output() -> None:
    """Where there is no standard output nothing is lost without a word."""
    ended = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *RUN, "rulesets"], stderr=subprocess.PIPE, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (74, "không ghi được `stdout`: đầu ra chuẩn đã đóng\n")


@pytest.mark.parametrize("command", [("--help",), ("evaluate", "--help")], ids=" ".join)
def test_help_into_a_closed_pipe(command: tuple[str, ...]) -> None:
    """Help ends as quietly as data does."""
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run([*RUN, *command], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (141, "")


def piped(village: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside a village's ruleset, with the village's text piped in."""
    text = village.read_text("utf-8")
    return subprocess.run([*RUN, *command], input=text, cwd=village.parent, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", [("evaluate", "-"), ("explain", "-", "1"), ("validate", "-")], ids=" ".join)
def test_a_village_from_standard_input(smartvillage: Smartvillage, village: Path, command: tuple[str, ...]) -> None:
    """A dash stands for standard input; rulesets are named as from the folder one is in."""
    name, _, *rest = command
    ended = piped(village, *command, "--format", "json")
    assert (ended.returncode, ended.stdout) == (0, smartvillage(name, village, *rest, "--format", "json").out)


def test_faults_of_standard_input_have_places(village: Path) -> None:
    """A piped village's faults are told by line and column."""
    village.write_text(village.read_text("utf-8").replace("users: 4", "users: x"), "utf-8")
    ended = piped(village, "evaluate", "-")
    assert (ended.returncode, ended.stderr.splitlines()[0][:14]) == (4, "-:6:10: lỗi SV")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_village_from_a_named_pipe(village: Path) -> None:
    """What a shell hands over as `<(…)` is read too."""
    pipe = village.with_name("pipe")
    os.mkfifo(pipe)
    running = subprocess.Popen([*RUN, "evaluate", str(pipe)], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    pipe.write_bytes(village.read_bytes())
    assert running.communicate()[0].startswith("Ấp 1: Bộ ví dụ")


def test_a_dash_prints(smartvillage: Smartvillage, village: Path) -> None:
    """A dash stands for standard output where a file is asked for."""
    expected = smartvillage("evaluate", village, "--format", "json").out
    assert smartvillage("evaluate", village, "--format", "json", "-o", "-").out == expected
    new = smartvillage("new", "village", "--ruleset", "dong-thap-2021-2025", "--as-of", "2024-03-31", "-o", "-")
    assert "\nfacts:\n" in new.out


def test_a_form_that_contradicts_the_ending(smartvillage: Smartvillage, village: Path) -> None:
    """A file whose ending says another form than asked for is not written."""
    page = village.with_name("plan.html")
    ended = smartvillage("evaluate", village, "--format", "json", "-o", page, "--lang", "en")
    assert (ended.code, ended.err) == (2, f"`--format json` contradicts the ending of `{page}`\n")
    assert not page.exists()


@pytest.mark.parametrize("name", ["plan", "plan.json", "plan.JSON"])
def test_a_form_that_fits_the_ending(smartvillage: Smartvillage, village: Path, name: str) -> None:
    """An ending that says nothing, or the same, contradicts nothing."""
    file = village.with_name(name)
    assert smartvillage("evaluate", village, "--format", "json", "-o", file).code == 0
    assert file.read_text("utf-8").startswith("{")


@pytest.mark.parametrize(("value", "painted"), [("1", True), ("0", False), ("false", False), ("", False)])
def test_forced_colour(monkeypatch: pytest.MonkeyPatch, value: str, painted: bool) -> None:  # noqa: FBT001 - expected
    """``FORCE_COLOR=0`` forces nothing."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", value)
    assert wants_color() is painted


def test_colour_can_be_forced_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal too."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert not wants_color()
