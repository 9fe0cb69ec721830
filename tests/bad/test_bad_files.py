"""One bad file a code: what it must say and where.

Beside each `SVnnn-….yaml` lies the whole report as `.txt`, and what mends it as `.fix`.
A village is bound to `base.yaml`; an overlay extends it; every other file is that set with one thing wrong.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import smartvillage
from smartvillage import Diagnostic

HERE = Path(__file__).parent
FAULTS = Path(smartvillage.__file__).parent / "_faults"
BAD = sorted(path for path in HERE.glob("SV*") if path.suffix in {".yaml", ".yml", ".json"})
CODES = sorted({code for file in FAULTS.glob("*.py") for code in re.findall(r'"(SV\d{3})"', file.read_text())})

#: Codes that no file of a few lines can show, each with the reason and the test that shows it.
ELSEWHERE: dict[str, dict[str, str]] = yaml.safe_load((HERE / "elsewhere.yaml").read_text("utf-8"))


def report(path: Path) -> str:
    """Write what is found in a file, in English, without the folder."""
    found = smartvillage.check(path, ruleset=HERE / "base.yaml")
    return "".join(diagnostic.render("en").replace(f"{HERE}/", "") + "\n" for diagnostic in found)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_file(path: Path) -> None:
    """A bad file gives its report: these words, at this line and column, and nothing else."""
    assert report(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_first_code_is_the_name(path: Path) -> None:
    """A bad file's report names the code that the file is named after, and no other."""
    assert set(re.findall(r" (SV\d{3}): ", report(path))) == {path.name[:5]}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_bad_file(code: str) -> None:
    """Each code that a function gives has a bad file, or a reason why none can be kept."""
    assert (code in ELSEWHERE) != any(path.name.startswith(code) for path in BAD)


@pytest.mark.parametrize("code", sorted(ELSEWHERE))
def test_a_code_without_a_file_is_shown_by_a_test(code: str) -> None:
    """The test that is named exists and asserts the code."""
    path, *names = ELSEWHERE[code]["test"].split("::")
    text = (HERE.parents[1] / path).read_text("utf-8")
    start = text.index(f"def {names[-1]}(")
    body = text[start : text.find("\n\n\n", start)]
    assert code in body


def test_the_base_has_no_fault() -> None:
    """The set that all bad files are made of has neither a fault nor a warning."""
    assert smartvillage.check(HERE / "base.yaml") == ()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_message_has_a_hint(path: Path) -> None:
    """Whoever is told what is wrong is told what to do."""
    found: tuple[Diagnostic, ...] = smartvillage.check(path, ruleset=HERE / "base.yaml")
    assert [diagnostic.message.en for diagnostic in found if diagnostic.hint is None] == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_message_speaks_both_languages(path: Path) -> None:
    """Each message and each hint exists in Vietnamese and in English, and differs between them."""
    found: tuple[Diagnostic, ...] = smartvillage.check(path, ruleset=HERE / "base.yaml")
    for diagnostic in found:
        for words in (diagnostic.message, diagnostic.hint):
            assert words is None or (words.vi and words.en and words.vi != words.en)
