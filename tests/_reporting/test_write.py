"""A file's ending says how a result is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartvillage._reporting import render
from smartvillage._reporting.write import write
from smartvillage.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

    from smartvillage._reporting.render import Format
    from smartvillage.model.findings import Assessment


@pytest.mark.parametrize(("ending", "form"), [(".json", "json"), (".md", "md"), (".txt", "text"), (".JSON", "json")])
def test_the_ending_says_the_form(assessment: Assessment, tmp_path: Path, ending: str, form: Format) -> None:
    """The file holds what would be printed."""
    path = write(assessment, tmp_path / f"a{ending}")
    assert path.read_text("utf-8") == render(assessment, form)


def test_html_is_a_whole_page(assessment: Assessment, tmp_path: Path) -> None:
    """A browser needs more than a fragment."""
    text = write(assessment, tmp_path / "a.html", lang="en").read_text("utf-8")
    assert text.startswith('<!doctype html>\n<html lang="en">')
    assert render(assessment, "html", lang="en") in text


def test_a_form_outweighs_the_ending(assessment: Assessment, tmp_path: Path) -> None:
    """Whoever names a form gets it."""
    path = write(assessment, tmp_path / "a.out", format="md")
    assert path.read_text("utf-8") == render(assessment, "md")


def test_an_unknown_ending_is_refused(assessment: Assessment, tmp_path: Path) -> None:
    """Nobody guesses, and nothing is written."""
    with pytest.raises(WriteError, match=r"a\.docx.* \.json, \.md, \.txt, \.html$"):
        write(assessment, tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []
