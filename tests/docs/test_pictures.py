"""The pictures of a terminal show what the commands print now, and fetch nothing."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[2] / "docs"
spec = importlib.util.spec_from_file_location("pictures", DOCS / "pictures.py")
assert spec is not None
assert spec.loader is not None
pictures: Any = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pictures)
terminal: Any = sys.modules["making.terminal"]

FILES = sorted(path.name for path in (DOCS / "pictures").glob("*.svg"))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("scene", terminal.SCENES, ids=lambda scene: scene.name)
def test_a_picture_is_current(scene: Any, lang: str) -> None:
    """The committed one is what the command prints; run ``python docs/pictures.py`` after a change."""
    committed = (DOCS / "pictures" / f"{scene.name}.{lang}.svg").read_text("utf-8")
    assert committed == terminal.picture(scene, lang)


def test_no_picture_is_left_over() -> None:
    """Each file is drawn by the script."""
    assert sorted(f"{scene.name}.{lang}.svg" for scene in terminal.SCENES for lang in ("vi", "en")) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_picture_fetches_nothing(name: str) -> None:
    """No address but the name of the language SVG, no type or picture from elsewhere, no path of a machine."""
    text = (DOCS / "pictures" / name).read_text("utf-8")
    assert re.findall(r"https?://[^\"' ]*", text) == ["http://www.w3.org/2000/svg"]
    assert re.findall(r"url\(|@import|href|/home/|/root/", text) == []


def test_columns_stay_columns() -> None:
    """After a gap a piece begins at its own column, and is as wide as its columns whatever the type."""
    line = terminal.Text("ố  đ")
    assert re.findall(r'x="(\d+)"', terminal._drawn(line, 20)) == ["18", "54"]
    assert 'textLength="24"' in terminal._drawn(terminal.Text("ấp"), 20)


def test_a_picture_ends_where_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that no longer prints the line at which its picture ends has no picture."""
    monkeypatch.setattr(
        terminal.subprocess, "run", lambda *_, **__: terminal.subprocess.CompletedProcess([], 0, "a\n\nb\n")
    )
    scene = terminal.Scene("x", "x", "^b$")
    assert [line.plain for line in terminal.printed(scene, "vi")] == ["$ x", "a", "…"]
    with pytest.raises(LookupError):
        terminal.printed(terminal.Scene("x", "x", "^c$"), "vi")
