"""The pictures of a terminal show what the commands print now, and fetch nothing."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.text import Text

import pictures
from making import terminal

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

DOCS = Path(__file__).parents[2] / "docs"
FILES = sorted(path.name for path in (DOCS / "pictures").glob("*.svg"))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("scene", terminal.SCENES, ids=lambda scene: scene.name)
def test_a_picture_is_current(scene: terminal.Scene, lang: Lang) -> None:
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
    line = Text("ố  đ")
    assert re.findall(r'x="(\d+)"', terminal._drawn(line, 20)) == ["18", "54"]
    assert 'textLength="24"' in terminal._drawn(Text("ấp"), 20)


def test_a_picture_ends_where_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that no longer prints the line at which its picture ends has no picture."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, "a\n\nb\n"))
    scene = terminal.Scene("x", "x", "^b$")
    assert [line.plain for line in terminal.printed(scene, "vi")] == ["$ x", "a", "…"]
    with pytest.raises(LookupError):
        terminal.printed(terminal.Scene("x", "x", "^c$"), "vi")


def test_the_script_tells_which_picture_is_no_longer_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--check`` writes nothing; without it the pictures are drawn anew."""
    monkeypatch.setattr(pictures, "FOLDER", tmp_path)
    monkeypatch.setattr(pictures, "SCENES", (terminal.Scene("one", "x"),))
    monkeypatch.setattr(pictures, "picture", lambda scene, lang: f"{scene.name} {lang}")
    (tmp_path / "one.vi.svg").write_text("one vi", encoding="utf-8")
    assert pictures.main(["--check"]) == 1
    assert ": one.en.svg not up to date" in capsys.readouterr().err
    assert (pictures.main([]), pictures.main(["--check"])) == (0, 0)
