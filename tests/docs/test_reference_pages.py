"""The reference of files and results leaves no key out, and what it shows is what the loader reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import smartvillage as sv
from making.reference.definitions import definitions, models
from making.reference.examples import ROOT, Example, files, found, kind_of
from making.reference.given import AROUND_WORDS, TYPES
from making.reference.layout import PAGES, UNITS
from making.reference.lines import village_lines
from making.reference.outcomes import examples as result_examples
from making.reference.pages import page_text, write_reference
from making.reference.results import places, result_pages
from making.reference.sharing import BASES, everything
from making.reference.writing import Section, example_of
from smartvillage._program.lines import AROUND
from smartvillage.diagnostics import Lang
from smartvillage.document import read_file
from smartvillage.model.facts import FACT_TYPES

SECTIONS = [Section(name, heading, "en") for page in PAGES for name, heading in page.sections]
NAMES = [section.name for section in SECTIONS]


def test_every_type_stands_on_one_page() -> None:
    """What the schemas of files define has its section, and only one."""
    assert sorted(NAMES) == sorted(everything("en"))


@pytest.mark.parametrize("section", SECTIONS, ids=NAMES)
def test_every_key_stands_in_its_section(section: Section) -> None:
    """Each key of a type is there, told or named where it is told."""
    text = section.text(2)
    schema = everything("en")[section.name]
    keys = {**schema.get("properties", {}), **schema.get("else", {}).get("properties", {})}
    is_choice = section.name in {"Condition", "Limit", "Measure", "Effect", "Edit"}
    assert [key for key in keys if f"`{key}`" not in text and not is_choice] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_key_has_a_meaning(lang: Lang) -> None:
    """No definition is left empty, in either language."""
    texts = [page_text(page, lang) for page in PAGES] + list(result_pages(lang).values())
    assert [line for text in texts for line in text.splitlines() if line.rstrip() == ":"] == []


def shown() -> Iterator[tuple[str, Example]]:
    """Yield everything that is shown from files, with the name of its type."""
    for name in NAMES:
        example = example_of(name)
        if example is not None:
            yield name, example
    yield from (("line", line) for lines in village_lines().values() for line in lines)
    yield from (name for name in (("key", example) for example in found().keys.values()))


def test_what_is_shown_stands_in_its_file() -> None:
    """An example, read alone, is what the library reads at that place of the file it comes from."""
    wrong = []
    for name, example in shown():
        there: Any = read_file(example.file).data
        for step in example.path:
            there = there[step]
        alone = yaml.load(example.text, Loader=yaml.CBaseLoader)  # noqa: S506 - it builds nothing but text
        if example.path:
            alone = alone[0] if isinstance(alone, list) else alone[str(example.path[-1])]
        if plain(there) != plain(alone):
            wrong.append((name, example.origin, example.text))
    assert wrong == []


def plain(data: Any) -> Any:
    """Return data whose single values are text."""
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return str(data).lower() if isinstance(data, bool) else str(data if data is not None else "")


def test_files_that_are_shown_have_no_fault() -> None:
    """The loader takes the files that were written for the reference alone; the others have tests of their own."""
    own = [file for file in files() if "reference/shown" in file.as_posix()]
    assert len(own) == 4
    faults = [fault.render("en") for fault in sv.check(ROOT / "docs" / "making" / "reference" / "shown" / "every-form")]
    assert faults == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in BASES])
def test_every_type_has_an_example(name: str) -> None:
    """Choices and what others are made of are shown by their members."""
    choices = {"Condition", "Limit", "Fact", "Field", "Effect", "Edit", "Measure"}
    assert name in choices or example_of(name) is not None


def test_each_type_of_fact_is_shown_as_villages_write_it() -> None:
    """With at least one line that was read."""
    assert set(TYPES) == {kind.__name__ for kind in FACT_TYPES.values()} == set(village_lines())
    assert set(AROUND_WORDS) == AROUND


def test_units_are_told_of_keys_that_are_there() -> None:
    """A key that is gone takes its unit with it."""
    named = [key.split(".") for key in UNITS]
    assert [(name, key) for name, key in named if key not in everything("en")[name]["properties"]] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_key_of_results_is_on_their_pages(lang: Lang) -> None:
    """Each definition that a result reaches has its section, and each key its line."""
    schema = sv.schema("result", lang=lang)["$defs"]
    text = "\n".join(result_pages(lang).values())
    missing = [
        f"{name}.{key}"
        for name in places()
        for key in schema[name].get("properties", {})
        if f"\n`{key}` · " not in text.partition(f"(result-{name.lower()})=")[2].partition("\n(result-")[0]
    ]
    assert missing == []


def test_examples_of_results_are_real() -> None:
    """What is shown comes from an evaluation; most types have one."""
    assert len(set(places()) & set(result_examples())) > 40


def test_pages_are_written_once(tmp_path: Path) -> None:
    """A second build finds nothing to write, and takes a page away that is none any more."""
    write_reference(tmp_path, "vi")
    folder = tmp_path / "reference" / "files"
    (folder / "gone.md").write_text("", encoding="utf-8")
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md") if path.name != "gone.md"}
    write_reference(tmp_path, "vi")
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md")} == before


def test_a_default_is_the_models_own() -> None:
    """What stands without a key is what the vocabulary says."""
    text = Section("Rounding", "round", "en").text(2)
    assert models()["Rounding"].model_fields["mode"].default == "half_up"
    assert "Without it: `half_up`." in text


def test_a_file_is_told_by_its_keys() -> None:
    """An overlay is no ruleset."""
    assert [kind_of({key: 1}) for key in ("overlay", "village", "cases", "facts")] == [
        "OverlayFile", "VillageFile", "CaseFile", "RulesetFile",
    ]  # fmt: skip
    assert definitions("vi")["Criterion"]["description"] != definitions("en")["Criterion"]["description"]
