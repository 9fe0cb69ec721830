"""Pages that are read off the code and the data: all of it is there, and nothing else moves them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

import smartvillage as sv

SPEC = importlib.util.spec_from_file_location("pages", Path(__file__).parents[2] / "docs" / "pages.py")
assert SPEC is not None
assert SPEC.loader is not None
pages: Any = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(pages)

LANGS = pytest.mark.parametrize("lang", ["vi", "en"])


@LANGS
@pytest.mark.parametrize("name", sorted(sv.rulesets()))
def test_a_page_names_every_criterion_and_source(name: str, lang: Any) -> None:
    """Each criterion's id stands on its ruleset's page, and so does each source."""
    text, ruleset = pages.catalogue_page(name, lang), sv.load_ruleset(name)
    shown = text.replace("\\", "")
    assert [one.id for one in ruleset.criteria if f"**{one.id}**" not in shown] == []
    assert [one for one in ruleset.sources if f"**{one}**" not in shown] == []


@LANGS
def test_what_nobody_has_seen_is_said_where_it_stands(lang: Any) -> None:
    """The line of each unknown threshold says that nobody here has seen it."""
    lines = pages.catalogue_page("dong-thap-2021-2025", lang).splitlines()
    said = {"vi": "chưa ai thấy", "en": "nobody here has seen it"}[lang]
    start = next(place for place, line in enumerate(lines) if "**1.1**" in line)
    assert any(said in line for line in lines[start : start + 4])


def test_a_page_is_a_function_of_the_data() -> None:
    """Written twice it is the same; An Phú stands on the page of the set that it names and on no other."""
    name = "dong-thap-2021-2025"
    assert pages.catalogue_page(name, "vi") == pages.catalogue_page(name, "vi")
    naming = [one for one in sv.rulesets() if "An Phú" in pages.catalogue_page(one, "vi")]
    assert naming == [name]


@LANGS
def test_every_command_is_in_the_reference(lang: Any) -> None:
    """Each command and those below it have their help on the page."""
    text = pages.command_page(lang)
    for name in ("evaluate", "roadmap", "validate", "diff", "test", "rulesets show", "new ruleset", "new village"):
        assert f"`smartvillage {name}`" in text


def test_a_page_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    """Writing again touches no file, and what is no page any more goes."""
    (tmp_path / "reference").mkdir()
    pages.write_pages(tmp_path, "en")
    folder = tmp_path / "reference" / "catalogue"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    (folder / "gone.md").write_text("x", encoding="utf-8")
    pages.write_pages(tmp_path, "en")
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
