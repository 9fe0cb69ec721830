"""The command line, run in this process, and small files for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from smartvillage._cli.course import run

if TYPE_CHECKING:
    from collections.abc import Callable

#: A set of two criteria of which one is enough.
RULESET = """\
ruleset: {id: vi-du, title: Bộ ví dụ, version: 1.0.0, period: {from: 2023-04-03, until: 2025-12-31}, basis: assumed, source: own}
sources: {own: {type: own, issuer: UBND huyện, seen: true}}
roles: {officer: {title: Công chức}}
facts:
  wifi: {type: flag, title: Có wifi}
  users: {type: count, title: Người dùng}
criteria:
  - {id: "1", title: Wifi, rule: {fact: wifi}, evidence: none}
  - {id: "2", title: Người dùng, rule: {fact: users, at_least: 10}}
decisions:
  recognised: {main: true, title: Công nhận, if: {met: all, at_least: 1}}
activities:
  install: {title: Lắp wifi, kind: locality, effects: [{fact: wifi}], duration: 5 working days, owner: officer, cost: 2 triệu đồng}
"""  # noqa: E501 - a header on one line

VILLAGE = """\
village: {id: ap-1, name: Ấp 1, kind: hamlet}
ruleset: vi-du
as_of: 2024-03-31
facts:
  wifi: false
  users: 4
"""


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code, what it printed and what it said."""

    code: int
    out: str
    err: str


class Smartvillage(Protocol):
    """Runs the command line."""

    def __call__(self, *arguments: object) -> Ended:
        """Run it with arguments."""


@pytest.fixture
def smartvillage(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Smartvillage:
    """Run the command line in this process, away from the user's own settings."""
    for name in ("SMARTVILLAGE_LANG", "SMARTVILLAGE_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Ended:
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return call


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A village beside the ruleset that it names."""
    (tmp_path / "vi-du.yaml").write_text(RULESET, "utf-8")
    path = tmp_path / "village.yaml"
    path.write_text(VILLAGE, "utf-8")
    return path


@pytest.fixture
def edited(village: Path) -> Callable[[str, str], Path]:
    """The same village with one piece of its text changed."""

    def edit(old: str, new: str) -> Path:
        text = village.read_text("utf-8")
        assert old in text
        village.write_text(text.replace(old, new), "utf-8")
        return village

    return edit
