"""The page for authors tells the truth: its commands run one after the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smartvillage._cli.course import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "authoring.md").read_text("utf-8")


def test_its_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In an empty folder, from the first to the last."""
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [line.removeprefix("smartvillage ").split() for block in blocks for line in block.splitlines()]
    ended = {" ".join(line): run(line) for line in lines}
    assert {line: code for line, code in ended.items() if code} == {}, capsys.readouterr()
    assert len(ended) > 9


def test_its_links_lead_somewhere() -> None:
    """Inside the repository."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", PAGE) if "://" not in link]
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
