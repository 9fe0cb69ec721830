"""The READMEs tell the truth, in both languages the same: what they show is run, and what they list is all there is."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import smartvillage as sv

ROOT = Path(__file__).parents[2]
READMES = {lang: (ROOT / name).read_text("utf-8") for lang, name in (("en", "README.md"), ("vi", "README.vi.md"))}
SET = "dong-thap-2021-2025"
LANGS = pytest.mark.parametrize("lang", sorted(READMES))


def fences(lang: str) -> list[tuple[str, str]]:
    """Return the language and the text of each fence, in order."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", READMES[lang], re.DOTALL | re.MULTILINE)


def installing(lang: str) -> list[str]:
    """Return the lines of shell that install anything."""
    shell = [line for kind, body in fences(lang) if kind == "sh" for line in body.splitlines()]
    return [line for line in shell if "pip install" in line]


def test_the_first_two_installing_lines_do_the_jobs() -> None:
    """The first prints An Phú's roadmap, the second passes the tests, one line each; both READMEs have the same."""
    first, second = installing("en")
    assert first.endswith("smartvillage roadmap examples/an-phu/village.yaml --until 2024-12-31")
    assert "--group test" in second
    assert second.endswith("pytest -n auto")
    assert installing("vi") == [first, second]


@LANGS
def test_no_fence_is_run_by_nobody(lang: str) -> None:
    """Two are the installing lines, which every landing runs; the others are the path of five minutes and Python."""
    kinds = [kind for kind, _ in fences(lang)]
    assert kinds == ["sh", "sh", "sh", "yaml", "sh", "python"]
    assert "pip install/' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


@LANGS
def test_the_path_of_five_minutes_leads_there(lang: str, tmp_path: Path) -> None:
    """Word by word: the commands run, the two facts are filled in, and what the README then says is so."""
    (start, facts, asking) = [body for kind, body in fences(lang) if kind != "python"][2:]
    [name] = re.findall(r"-o (\S+\.yaml)", start)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    # The environment of this test stands for the one that the first command made.
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "activate").touch()
    typed = [f"sed -i 's|^{line.partition(':')[0]}:$|{line}|' {name}\n" for line in facts.splitlines()]
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(  # the shell that a reader types in
        ["bash", "-euo", "pipefail", "-c", "".join((start, *typed, asking))],  # noqa: S607
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
        env={"PATH": path, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("Error")) == (0, 0), done.stderr
    wanted = facts.splitlines()
    assert wanted == [line for line in (tmp_path / name).read_text("utf-8").splitlines() if line in wanted]
    assessment = sv.evaluate(SET, tmp_path / name)
    assert (assessment["2.13"].outcome, assessment["2.13"].proven) == (sv.Outcome.MET, False)
    assert assessment["1.1"].outcome is sv.Outcome.NOT_ASSESSABLE
    assert (tmp_path / name).with_suffix(".html").read_text("utf-8").startswith("<")


@LANGS
def test_the_python_examples_run(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a clone's folder."""
    monkeypatch.chdir(ROOT)
    name = {"en": "README.md", "vi": "README.vi.md"}[lang]
    ran = doctest.testfile(str(ROOT / name), module_relative=False)
    assert (ran.failed, ran.attempted > 5) == (0, True)


@LANGS
def test_every_shipped_ruleset_is_listed_as_it_is(lang: str) -> None:
    """Each stands in the table once, whole or partial as its data says, with overlays that are there."""
    rows = re.findall(r"^\| `([\w-]+)` \| (.*) \| (.*) \|$", READMES[lang], re.MULTILINE)
    assert sorted(name for name, _, _ in rows) == sorted(sv.rulesets())
    words = {"en": ("whole", "partial"), "vi": ("trọn", "không trọn")}[lang]
    for name, told, whole in rows:
        partial = sv.load_ruleset(name).ruleset.completeness == "partial"
        assert whole.startswith(words[partial]), name
        for overlay in re.findall(r"(?:overlay|bản phủ) `([\w-]+)`", told):
            assert sv.load_ruleset(name, overlays=overlay).criteria


@LANGS
def test_what_is_unknown_is_what_the_data_says(lang: str) -> None:
    """The thresholds that nobody has seen, and the criteria without a method, are those of the shipped set."""
    criteria = {one.id: one.model_dump_json() for one in sv.load_ruleset(SET).criteria}
    unseen = [id_ for id_, text in criteria.items() if '"basis":"unknown"' in text]
    without = [id_ for id_, text in criteria.items() if '"no_method"' in text]
    lines = READMES[lang].splitlines()
    heading = next(place for place, line in enumerate(lines) if line.startswith("- ") and "2.12" in line)
    told, method = (re.findall(r"\b\d\.\d+\b", line) for line in lines[heading : heading + 2])
    assert sorted(told) == sorted(unseen)
    assert sorted(set(method)) == sorted(without)


@LANGS
def test_links_lead_somewhere(lang: str) -> None:
    """Each file and folder that is named is there, the other README at the top."""
    named = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", READMES[lang])
    assert [link or source for link, source in named if not (ROOT / (link or source)).exists()] == []
    assert {"en": "(README.vi.md)", "vi": "(README.md)"}[lang] in READMES[lang].splitlines()[2]


def test_both_have_the_same_parts() -> None:
    """As many headings of each level, rows, pictures and points, in the same order."""

    def parts(text: str) -> list[str]:
        return re.findall(r"^(#+ |\| |- |```\w*|<p )", text, re.MULTILINE)

    assert parts(READMES["en"]) == parts(READMES["vi"])


@LANGS
def test_a_pictures_words_are_what_it_shows(lang: str) -> None:
    """Every number and day in the text that stands for a picture can be read in it, and it is this language's."""
    shown = re.findall(r'<img src="(docs/pictures/\w+\.(\w+)\.svg)" width="\d+" alt="([^"]*)"', READMES[lang])
    assert {language for _, language, _ in shown} == {lang}
    assert {file for file, _, _ in shown} == {
        f"docs/pictures/{name}.{lang}.svg" for name in ("evaluate", "explain", "roadmap")
    }
    for file, _, told in shown:
        text = re.sub(r"<[^>]*>", " ", (ROOT / file).read_text("utf-8"))
        missing = [
            one for one in re.findall(r"\d[\d.,/-]*\d|\d", told) if not re.search(rf"\b{re.escape(one)}\b", text)
        ]
        assert missing == [], file


@LANGS
def test_a_sentence_has_a_line(lang: str) -> None:
    """Prose that changes shows the sentence that changed; no two lines of it say the same."""
    prose = [line for line in READMES[lang].splitlines() if line and line[0].isalpha()]
    assert [one for one, other in pairwise(prose) if one == other] == []
    assert [line for line in prose if re.search(r"[a-zà-ỹ]\. [A-ZĐ]", line)] == []
