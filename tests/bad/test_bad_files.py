"""One bad file a code: what it must say and where. Beside each `SVnnn-….yaml` lies the whole report as `.txt`.

A village is bound to `base.yaml`; an overlay extends it; every other file is that set with one thing wrong.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import smartvillage
from smartvillage import Diagnostic

HERE = Path(__file__).parent
FAULTS = Path(smartvillage.__file__).parent / "_faults"
BAD = sorted(path for path in HERE.glob("SV*") if path.suffix in {".yaml", ".yml", ".json"})
CODES = sorted({code for file in FAULTS.glob("*.py") for code in re.findall(r'"(SV\d{3})"', file.read_text())})

#: Codes that no file of a few lines can show, each with the reason.
ELSEWHERE = {
    "SV101": "a file that cannot be opened is no file to keep; tests/test_document.py shows it",
    "SV113": "a link out of a folder is not kept in a folder of files; tests/_loading/test_ruleset.py makes one",
    "SV114": "no file makes a package that cannot be used; tests/_loading/test_installed.py makes one",
    "SV115": "no file makes two packages of one name; tests/_loading/test_installed.py makes them",
    "SV218": "twenty thousand criteria are no small file; tests/_loading/test_ruleset.py lowers the bound",
    "SV515": "a link out of a folder is not kept in a folder of files; tests/_loading/test_extends.py makes one",
    "SV517": "seventeen overlays on one another are no small file; tests/_loading/test_extends.py lowers the bound",
    "SV630": "nine files inside one another are no small file; tests/_loading/test_nested.py makes them",
    "SV632": "a village that was read from no file is no bad file; tests/_loading/test_nested.py hands one over",
    "SV618": "a roadmap tells it of a village that is met or not; no check of files does",
}


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


def test_the_base_has_no_fault() -> None:
    """The set that all bad files are made of has neither a fault nor a warning."""
    assert smartvillage.check(HERE / "base.yaml") == ()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_message_speaks_both_languages(path: Path) -> None:
    """Each message and each hint exists in Vietnamese and in English, and differs between them."""
    found: tuple[Diagnostic, ...] = smartvillage.check(path, ruleset=HERE / "base.yaml")
    for diagnostic in found:
        for words in (diagnostic.message, diagnostic.hint):
            assert words is None or (words.vi and words.en and words.vi != words.en)
