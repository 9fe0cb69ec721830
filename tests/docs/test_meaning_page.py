"""The page on meaning names the tests that hold its laws, all of them and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_law_is_named_and_every_named_test_is_there() -> None:
    """Each file of laws stands in the table."""
    page = (ROOT / "docs" / "explanation" / "meaning.md").read_text("utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", page))
    assert named == {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests" / "laws").glob("test_*.py")}
