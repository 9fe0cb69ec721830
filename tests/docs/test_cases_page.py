"""The page on cases tells the truth: its example runs, its commands run, its tables name every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smartvillage._cli.course import run
from smartvillage._testing.wanted import READERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cases.md").read_text("utf-8")

RULESET = """\
ruleset: {id: vi-du, title: Ví dụ, version: 1.0.0, period: {from: 2023-01-01}, basis: assumed, source: own}
sources: {own: {type: own, issuer: chúng tôi, seen: true}}
facts: {service_share: {type: share}}
criteria: [{id: "2.1", title: Dịch vụ công trực tuyến, rule: {fact: service_share, at_least: 70 %}}]
decisions: {recognised: {main: true, if: {met: all, at_least: all}}}
"""


def test_its_example_and_its_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cases pass against a ruleset as they speak of it, by the commands as they stand there."""
    (tmp_path / "vi-du").mkdir()
    (tmp_path / "vi-du" / "ruleset.yaml").write_text(RULESET, "utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "vi-du" / "some.case.yaml").write_text(example, "utf-8")
    monkeypatch.chdir(tmp_path)
    (commands,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [line.removeprefix("smartvillage ").split() for line in commands.splitlines()]

    assert [run(line) for line in lines] == [0, 0, 0]
    assert "vi-du: 4 trường hợp, 4 đúng, 0 sai" in capsys.readouterr().out


def test_it_names_every_expectation() -> None:
    """Each key that can be expected stands in the table."""
    assert [key for key in READERS if f"`{key}`" not in PAGE] == []
