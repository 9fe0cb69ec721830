"""The README tells the truth: its examples run, and its commands are those it promises."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import TYPE_CHECKING

import smartvillage
from smartvillage._cli import endings

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_python_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a clone's folder."""
    monkeypatch.chdir(ROOT)
    ran = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert (ran.failed, ran.attempted > 5) == (0, True)


def test_the_first_two_installing_lines_do_the_jobs() -> None:
    """The first prints An Phú's roadmap, the second passes the tests, one line each."""
    shell = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
    first, second, *_ = [line for line in shell if "pip install" in line]
    assert first.endswith("smartvillage roadmap examples/an-phu/village.yaml --until 2024-12-31")
    assert "--group test" in second
    assert second.endswith("pytest -n auto")


def test_every_exit_code_is_documented() -> None:
    """With the meaning it has in the code."""
    codes = {code for name, code in vars(endings).items() if name.isupper()}
    table = README.split("| Exit code | Means |")[1].split("\n\n")[0]
    assert {
        int(code) for row in re.findall(r"^\| ([\d, ]+) \|", table, re.MULTILINE) for code in row.split(",")
    } == codes


def test_the_overlay_is_sound(tmp_path: Path) -> None:
    """The overlay that is shown loads without a fault, and does nothing before its first day."""
    [text] = re.findall(r"```yaml\n(overlay:.*?)```", README, re.DOTALL)
    path = tmp_path / "xa-an-nhon.yaml"
    path.write_text(text, encoding="utf-8")
    assert smartvillage.check(path) == ()
    ruleset = smartvillage.load_ruleset("dong-thap-2021-2025", overlays=[path])
    assert [day.isoformat() for day in ruleset.amended] == ["2025-01-01"]
