"""The pages of diagnostics are current, leave no code out and show each in the reader's language."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

import smartvillage
from making.diagnostics import pages
from making.diagnostics.codes import GROUPS, codes
from making.diagnostics.elsewhere import elsewhere
from making.diagnostics.fixes import BAD

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("diagnostics", ROOT / "docs" / "diagnostics.py")
assert spec is not None
assert spec.loader is not None
table: Any = importlib.util.module_from_spec(spec)
spec.loader.exec_module(table)

LANGS = pytest.mark.parametrize("lang", ["vi", "en"])


def given() -> list[str]:
    """Return each code that the library can give."""
    faults = Path(smartvillage.__file__).parent / "_faults"
    texts = (file.read_text("utf-8") for file in faults.glob("*.py"))
    return sorted({code for text in texts for code in re.findall(r'"(SV\d{3})"', text)})


def test_the_table_is_current() -> None:
    """The committed table is what the code says; run ``python docs/diagnostics.py`` after a change."""
    assert table.PAGE.read_text(encoding="utf-8") == table.page()


def test_every_code_has_its_line() -> None:
    """Each code that the library can give stands in the table once, and its links lead to files."""
    text = table.page()
    assert sorted(re.findall(r"^\| (SV\d{3}) \|", text, flags=re.MULTILINE)) == given()
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert [link for link in links if not (table.PAGE.parent / link).is_file()] == []


@LANGS
def test_every_code_has_a_section_with_its_anchor(lang: Any) -> None:
    """A link to a code goes on working: each has one anchor, above its own heading, and the index names all."""
    text = "".join(pages.group_page(group, lang) for group in GROUPS)
    found = re.findall(r"^\((sv\d{3})\)=\n## (SV\d{3})$", text, flags=re.MULTILINE)
    assert sorted(found) == [(code.lower(), code) for code in given()]
    assert sorted(re.findall(r"\| \[(SV\d{3})\]\(#sv\d{3}\) \|", pages.index_page(lang))) == given()


@LANGS
@pytest.mark.parametrize("group", GROUPS)
def test_a_section_shows_what_is_told_and_what_mends_it(group: str, lang: Any) -> None:
    """Each report is in the page's language, and each fix stands below it as it was proved."""
    text = pages.group_page(group, lang)
    for code in codes(group):
        section = text.split(f"\n## {code.name}\n")[1].split("\n## ")[0]
        if code.bad is None:
            assert elsewhere()[code.name].mend.say(lang) in section
        else:
            told = {fault.message.say(lang).replace(f"{BAD}/", "") for fault in pages.report(code.bad)}
            assert [message for message in told if " ".join(message.split()) not in _in_one_line(section)] == []
            assert section.count("````diff\n") == 1


def test_what_cannot_be_seen_is_named() -> None:
    """The page of an invisible character says which it is in place of bearing it."""
    section = pages.group_page("source", "en").split("\n## SV103\n")[1]
    assert "Có⟨U+202E⟩quy chế" in section
    assert "\u202e" not in section


def test_a_page_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    """Writing again touches no file, and what is no page any more goes."""
    pages.write_diagnostics(tmp_path, "en")
    folder = tmp_path / "reference" / "diagnostics"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    (folder / "gone.md").write_text("x", encoding="utf-8")
    pages.write_diagnostics(tmp_path, "en")
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def _in_one_line(section: str) -> str:
    return " ".join(section.split())
