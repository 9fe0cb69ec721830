"""The page for contributors names what is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_every_room_of_the_house_is_on_the_map() -> None:
    """Each stage's folder is named, and each folder and file that is named is there."""
    source = ROOT / "src" / "smartvillage"
    rooms = {path.name for path in source.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert rooms - set(re.findall(r"`(_?\w+)/`", PAGE)) - {"_testing", "_faults", "model"} == set()
    for named in re.findall(r"`((?:_|model/|docs/|tests/)[\w/]+\.py)`", PAGE):
        assert (source / named).exists() or (ROOT / named).exists(), named
