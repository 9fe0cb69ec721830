"""The page on cases names every key; that its example and its commands run is kept with all guides."""

from __future__ import annotations

from pathlib import Path

from smartvillage._testing.wanted import READERS

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "cases.md").read_text("utf-8")


def test_it_names_every_expectation() -> None:
    """Each key that can be expected stands in the table."""
    assert [key for key in READERS if f"`{key}`" not in PAGE] == []
