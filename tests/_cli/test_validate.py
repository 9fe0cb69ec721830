"""``smartvillage validate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Smartvillage

ROOT = Path(__file__).parents[2]


def test_the_shipped_files_have_no_errors(smartvillage: Smartvillage) -> None:
    """What is shipped is an example to follow."""
    ended = smartvillage("validate", ROOT / "examples" / "an-phu", "dong-thap-2021-2025")
    assert ended.code == 0


def test_all_faults_are_told_in_one_run(smartvillage: Smartvillage, edited: Callable[[str, str], Path]) -> None:
    """Of all files, each with its place, a caret and a hint."""
    path = edited("wifi: false\n  users: 4", "wifi: maybe\n  user: 4")
    ended = smartvillage("validate", path, path.with_name("vi-du.yaml"), "--lang", "en")
    assert ended.code == 1
    assert f"{path}:5:9: error SV" in ended.out
    assert "        ^^^^^\n" in ended.out
    assert "hint: did you mean `users`?" in ended.out
    assert "2 errors, 0 warnings." in ended.out


def test_faults_of_text_shape_and_facts_are_told_together(
    smartvillage: Smartvillage, edited: Callable[[str, str], Path]
) -> None:
    """A comma in braces, a misspelt key and a fact nobody asks for stop one another no more than they must."""
    path = edited(
        "wifi: false\n", "wifi: {value: 87,9 %}\n  nix: 1\nevidence: [{id: a, typ: x, supports: '1'}]\nfactz: {}\n"
    )
    path.write_text(path.read_text("utf-8").replace("\n  users: 4", ""), "utf-8")
    ended = smartvillage("validate", path, "--format", "json")
    told = [(fault["place"]["line"], fault["code"]) for fault in json.loads(ended.out)["diagnostics"]]
    assert told == [(5, "SV604"), (5, "SV107"), (6, "SV601"), (7, "SV203"), (8, "SV203")]


def test_faults_of_text_shape_and_references_of_a_ruleset_are_told_together(
    smartvillage: Smartvillage, village: Path
) -> None:
    """What hangs on a bare id is judged as if it had been quoted."""
    path = village.with_name("vi-du.yaml")
    text = path.read_text("utf-8").replace(
        '{id: "2", title: Người dùng, rule: {fact: users', "{id: 2, title: Người dùng, rule: {fact: user"
    )
    path.write_text(
        text.replace("title: Có wifi", "title: Có wifi, nhanh").replace("owner: officer", "ownr: officer"), "utf-8"
    )
    ended = smartvillage("validate", path, "--format", "json")
    told = [(fault["place"]["line"], fault["code"]) for fault in json.loads(ended.out)["diagnostics"]]
    assert told == [(5, "SV107"), (6, "SV318"), (9, "SV106"), (9, "SV301"), (13, "SV203")]


def test_a_fault_is_told_once(smartvillage: Smartvillage, village: Path) -> None:
    """Though the ruleset is checked for itself and for a village that names it."""
    path = village.with_name("vi-du.yaml")
    path.write_text(path.read_text("utf-8").replace("owner: officer", "owner: oficer"), "utf-8")
    ended = smartvillage("validate", village, path, village, "--lang", "en")
    assert (ended.code, ended.out.count("did you mean `officer`?")) == (1, 1)


def test_a_day_outside_the_period_hides_no_other_fault(
    smartvillage: Smartvillage, edited: Callable[[str, str], Path]
) -> None:
    """The facts are held against the nearest day on which the set is in force."""
    edited("as_of: 2024-03-31", "as_of: 2023-04-02")
    ended = smartvillage("validate", edited("users: 4", "user: 4"), "--format", "json")
    told = [(fault["place"]["line"], fault["code"]) for fault in json.loads(ended.out)["diagnostics"]]
    assert told == [(3, "SV619"), (6, "SV601")]


def test_faults_as_json(smartvillage: Smartvillage, edited: Callable[[str, str], Path]) -> None:
    """With codes, places and both languages."""
    ended = smartvillage("validate", edited("users: 4", "users: x"), "--format", "json")
    found = json.loads(ended.out)
    assert (ended.code, found["errors"], found["warnings"]) == (1, 1, 0)
    assert set(found["diagnostics"][0]) == {"code", "severity", "place", "path", "message", "hint"}


def test_an_unknown_ruleset_is_a_fault_of_the_village(
    smartvillage: Smartvillage, edited: Callable[[str, str], Path]
) -> None:
    """With its place, like any other."""
    ended = smartvillage("validate", edited("ruleset: vi-du", "ruleset: vi-duu"), "--lang", "en")
    assert ended.code == 1
    assert ":2:10: error SV301: there is no ruleset `vi-duu`" in ended.out


def test_a_village_can_be_held_against_another_set(smartvillage: Smartvillage, village: Path) -> None:
    """Facts that the other set does not ask for are told."""
    ended = smartvillage("validate", village, "--ruleset", "dong-thap-2021-2025", "--lang", "en")
    assert ended.code == 1
    assert "the ruleset has no fact `users`" in ended.out


def test_a_file_that_is_not_there_is_usage(smartvillage: Smartvillage) -> None:
    """There is nothing to check."""
    assert smartvillage("validate", "nowhere.yaml").code == 2


def test_a_folder_is_looked_through(smartvillage: Smartvillage, village: Path) -> None:
    """Its villages, rulesets and what lies deeper, each once; files of other programs are passed over."""
    deeper = village.parent / "deeper"
    deeper.mkdir()
    (deeper / "village.yaml").write_text(village.read_text("utf-8").replace("users: 4", "users: x"), "utf-8")
    (deeper / "vi-du.yaml").write_text(village.with_name("vi-du.yaml").read_text("utf-8"), "utf-8")
    (village.parent / "other.yaml").write_text("on: push\n", "utf-8")
    ended = smartvillage("validate", village.parent, village, "--format", "json")
    told = [(fault["place"]["file"], fault["code"]) for fault in json.loads(ended.out)["diagnostics"]]
    assert (ended.code, told) == (1, [(str(deeper / "village.yaml"), "SV612")])


def test_a_fault_of_a_ruleset_with_cases_is_told_once(
    smartvillage: Smartvillage, edited: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ruleset that cases belong to is read again for them, and named as the reader named it."""
    home = edited("", "").parent
    monkeypatch.chdir(home)
    home.joinpath("bo").mkdir()
    home.joinpath("bo", "ruleset.yaml").write_text(
        home.joinpath("vi-du.yaml").read_text("utf-8") + "gruops: []\n", "utf-8"
    )
    home.joinpath("bo", "a.case.yaml").write_text(
        "ruleset: vi-du\ncases: [{name: a, expect: {counts: {met: 0}}}]\n", "utf-8"
    )
    ended = smartvillage("validate", "bo", "--lang", "en")
    assert ended.out.count("SV2") == 1


def test_faults_as_sarif(smartvillage: Smartvillage, edited: Callable[[str, str], Path], tmp_path: Path) -> None:
    """Into a file whose ending says so, or printed."""
    path = edited("users: 4", "users: x")
    target = tmp_path / "out.sarif"
    assert smartvillage("validate", path, "-o", target).code == 1
    printed = smartvillage("validate", path, "--format", "sarif").out
    assert json.loads(printed) == json.loads(target.read_text("utf-8"))
    assert [one["ruleId"] for one in json.loads(printed)["runs"][0]["results"]] == ["SV612"]


def test_faults_as_annotations(smartvillage: Smartvillage, edited: Callable[[str, str], Path]) -> None:
    """One line a fault."""
    ended = smartvillage("validate", edited("users: 4", "users: x"), "--format", "github", "--lang", "en")
    assert ended.out.startswith("::error file=")
    assert (ended.code, ended.out.count("\n")) == (1, 1)


def test_only_faults_are_written_as_sarif(smartvillage: Smartvillage, village: Path, tmp_path: Path) -> None:
    """An evaluation is no list of faults."""
    assert smartvillage("evaluate", village, "-o", tmp_path / "out.sarif").code == 2
    assert not (tmp_path / "out.sarif").exists()
