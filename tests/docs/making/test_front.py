"""The pictures of the front page: drawn in each language, each of them shown, and each that is shown drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from making.front import draw

INDEX = (Path(__file__).parents[3] / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_front_page_shows_what_is_drawn(language: str, tmp_path: Path) -> None:
    """Under the name by which Sphinx looks for a picture in that language."""
    draw(tmp_path / "front", language)
    shown = {f"{name}.{language}.png" for name in re.findall(r"^:img-top: front/(\w+)\.png$", INDEX, re.MULTILINE)}
    assert {path.name for path in (tmp_path / "front").iterdir()} == shown
