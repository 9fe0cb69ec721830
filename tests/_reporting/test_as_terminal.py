"""Colour is paint: without it the same lines stand there."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from smartvillage._reporting import render
from smartvillage.errors import MissingExtraError

if TYPE_CHECKING:
    from smartvillage.model.findings import Assessment
    from smartvillage.model.roadmap import Roadmap

_PAINT = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("width", [50, 100])
def test_paint_changes_no_letter(assessment: Assessment, roadmap: Roadmap, width: int) -> None:
    """Taking the colours off gives the plain text."""
    for result in (assessment, roadmap):
        painted = render(result, color=True, width=width)
        bare = "".join(line.rstrip() + "\n" for line in _PAINT.sub("", painted).splitlines())
        assert bare == render(result, width=width)


def test_outcomes_are_painted(assessment: Assessment) -> None:
    """Green for met, red for not met, yellow for open."""
    painted = render(assessment, color=True)
    assert {"\x1b[32mĐạt\x1b[0m", "\x1b[31mChưa đạt\x1b[0m", "\x1b[33mThiếu số liệu\x1b[0m"} <= set(
        re.findall(r"\x1b\[3[123]m[^\x1b]+\x1b\[0m", painted)
    )


def test_without_rich_the_install_command_is_told(assessment: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour is an extra."""
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with pytest.raises(MissingExtraError, match=r'pip install "smartvillage\[cli\]"'):
        render(assessment, color=True)
