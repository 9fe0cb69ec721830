"""Every guide tells the truth: its steps, done one after the other as a reader does them, end as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from making.steps import Workspace, steps_of

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = sorted(
    path.relative_to(DOCS).as_posix()
    for folder in ("tutorials", "how-to", "explanation", ".")
    for path in (DOCS / folder).glob("*.md")
    if any(steps_of(path.read_text(encoding="utf-8")))
)


@pytest.mark.parametrize("page", GUIDES)
def test_its_steps_end_as_it_says(page: str, tmp_path: Path) -> None:
    """In a fresh folder, in Vietnamese; the site is built in both languages, and does them in each."""
    workspace = Workspace.made(tmp_path / "here", "vi")
    for step in steps_of((DOCS / page).read_text(encoding="utf-8")):
        workspace.perform(step)
