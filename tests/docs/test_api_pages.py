"""The reference of Python names everything public, and says of every field what it means."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import smartvillage
from making.api.meaning import meaning
from making.api.pages import PAGES, VOCABULARY, page_text, vocabulary_text, write_api
from making.api.source import aliases, attributes, classes, homes, modules
from smartvillage import plot, testing
from smartvillage.diagnostics import Lang
from smartvillage.model.findings import Assessment, Outcome
from smartvillage.model.limits import ByLimit

#: Modules of the vocabulary that hold no type that anybody meets.
INSIDE = {"digest", "display", "frozen", "lazy", "mentions", "packed"}


def named(lang: Lang = "en") -> str:
    """Return all pages as one text."""
    return "\n".join(
        [*(page_text(page, lang) for page in PAGES), *(vocabulary_text(name, lang) for name in VOCABULARY)]
    )


def test_every_public_name_has_its_place() -> None:
    """Of the library, of the pictures and of the tools for tests, each once."""
    text = named()
    names = [f"smartvillage.{name}" for name in smartvillage.__all__]
    names += [f"smartvillage.plot.{name}" for name in plot.__all__]
    names += [f"smartvillage.testing.{name}" for name in testing.__all__]
    assert [name for name in names if text.count(f":: {name}\n") != 1] == []


def test_every_module_of_the_vocabulary_has_its_page() -> None:
    """But for those that nobody meets."""
    assert {module.rpartition(".")[2] for module in modules()} == set(VOCABULARY) | INSIDE


def test_every_type_of_the_vocabulary_has_its_place() -> None:
    """Where it is documented, public or not; aliases too."""
    text = named()
    known = [name for module in VOCABULARY for name in (*classes(f"smartvillage.model.{module}"),)]
    assert [name for name in known if f":: {homes()[name]}\n" not in text] == []
    short = [
        f"smartvillage.model.{module}.{name}"
        for module in VOCABULARY
        for name in aliases(f"smartvillage.model.{module}")
    ]
    assert [name for name in short if f".. py:data:: {name}\n" not in text] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_field_has_a_meaning(lang: Lang) -> None:
    """Of every type of the vocabulary and every public class, in both languages."""
    kinds = [getattr(smartvillage, name) for name in smartvillage.__all__]
    kinds += [getattr(testing, name) for name in testing.__all__]
    for module in (f"smartvillage.model.{name}" for name in VOCABULARY):
        kinds += [vars(import_module(module))[name] for name in classes(module)]
    untold = {
        f"{kind.__name__}.{one.name}"
        for kind in kinds
        if isinstance(kind, type)
        for one in attributes(kind)
        if not meaning(kind, one, lang)
    }
    assert untold == set()


def test_a_field_speaks_the_language_of_the_build() -> None:
    """In Vietnamese by the words of the schemas; in English by what the source says, else by those words."""
    field = next(one for one in attributes(Assessment) if one.name == "procedure")
    assert meaning(Assessment, field, "vi") == "Các bước của thủ tục."
    assert meaning(Assessment, field, "en") == field.told != ""


def test_a_type_is_written_as_the_source_has_it() -> None:
    """Each name with the place where it is documented, without what reads it."""
    types = {one.name: one.type for one in attributes(ByLimit)}
    base, limits = "smartvillage.model.base", "smartvillage.model.limits"
    assert types["values"] == f"Mapping[{base}.Id, {limits}.Limit]"
    assert types["otherwise"] == f"{limits}.Limit | None"


def test_a_word_of_a_closed_choice_says_what_it_is() -> None:
    """As the source says, else as it is printed."""
    told = {one.name: meaning(Outcome, one, "en") for one in attributes(Outcome)}
    assert told["UNKNOWN"] == "A fact is missing or unusable."
    assert told["MET"] == "Met"


def test_pages_are_written_once(tmp_path: Path) -> None:
    """A second build finds nothing to write, and takes a page away that is none any more."""
    write_api(tmp_path, "en")
    folder = tmp_path / "reference" / "api"
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md")}
    (folder / "gone.md").write_text("", encoding="utf-8")
    write_api(tmp_path, "en")
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md")} == before
