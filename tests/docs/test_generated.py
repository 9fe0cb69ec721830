"""Pages that are written at each build: all commands are there, and what says the same is not touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from making.commands import command_page
from making.generated import write_catalogue

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_command_is_in_the_reference(lang: Lang) -> None:
    """Each command and those below it have their help on the page."""
    text = command_page(lang)
    for name in ("evaluate", "roadmap", "validate", "diff", "test", "rulesets show", "new ruleset", "new village"):
        assert f"`smartvillage {name}`" in text


def test_a_page_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    """Writing again touches no file, and what is no page any more goes, wherever it lies."""
    write_catalogue(tmp_path, "en")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    for gone in ("gone.md", "dong-thap-2021-2025/gone.md"):
        (tmp_path / gone).write_text("x", encoding="utf-8")
    write_catalogue(tmp_path, "en")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == before
