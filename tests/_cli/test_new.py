"""``smartvillage new``: villages and rulesets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import smartvillage as sv

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Smartvillage

SET = "dong-thap-2021-2025"


def test_a_new_village_loads_with_everything_missing(smartvillage: Smartvillage, tmp_path: Path) -> None:
    """It can be evaluated as it is, and nothing is met or failed."""
    path = tmp_path / "moi.yaml"
    ended = smartvillage("new", "village", "--ruleset", SET, "-o", path)
    assert (ended.code, ended.out) == (0, "")
    counts = sv.evaluate(SET, sv.load_village(path)).counts
    assert (counts.met, counts.not_met) == (0, 0)


def test_it_says_what_to_do_next(smartvillage: Smartvillage, tmp_path: Path) -> None:
    """The next command can be copied."""
    path = tmp_path / "moi.yaml"
    assert f"smartvillage evaluate {path}" in smartvillage("new", "village", "--ruleset", SET, "-o", path).err


def test_without_a_file_it_is_printed(smartvillage: Smartvillage) -> None:
    """Standard output is data."""
    assert "\nfacts:\n" in smartvillage("new", "village", "--ruleset", SET).out


def test_a_file_that_exists_is_kept(smartvillage: Smartvillage, tmp_path: Path) -> None:
    """Nobody's work is lost to a second call, unless asked."""
    path = tmp_path / "moi.yaml"
    path.write_text("mine", "utf-8")
    assert smartvillage("new", "village", "--ruleset", SET, "-o", path).code == 2
    assert path.read_text("utf-8") == "mine"
    assert smartvillage("new", "village", "--ruleset", SET, "-o", path, "--force").code == 0
    assert path.read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("asked", "expected"), [("2024-05-06", "2024-05-06"), ("6/5/2024", "2024-05-06"), ("2030-01-01", "2025-12-31")]
)
def test_the_day_lies_in_the_period(smartvillage: Smartvillage, asked: str, expected: str) -> None:
    """A day outside becomes the nearest inside, which is told beside the file and in it."""
    ended = smartvillage("new", "village", "--ruleset", SET, "--as-of", asked, "--lang", "en")
    assert f"\nas_of: {expected}\n" in ended.out
    stands_in = asked == "2030-01-01"
    assert ("2030-01-01 lies outside the ruleset's period" in ended.err) is stands_in
    assert ("the day below is the nearest inside" in ended.out) is stands_in


def test_it_says_how_numbers_are_written(smartvillage: Smartvillage) -> None:
    """In either language, since the examples show it in one way alone."""
    for lang, way in (("vi", "Số viết kiểu Việt Nam: 1.234.567,8"), ("en", "written as in Vietnamese, 1.234.567,8")):
        assert way in smartvillage("new", "village", "--ruleset", SET, "--lang", lang).out


def test_the_day_is_today_where_nobody_says_another(
    smartvillage: Smartvillage, village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here alone the clock is asked."""

    class Today(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return date(2024, 7, 8)

    monkeypatch.setattr("smartvillage._cli.new.date", Today)
    text = smartvillage("new", "village", "--ruleset", village.with_name("vi-du.yaml")).out
    assert "\nas_of: 2024-07-08\n" in text


def test_a_new_ruleset_is_sound_and_its_cases_pass(
    smartvillage: Smartvillage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is, in a folder of its name."""
    monkeypatch.chdir(tmp_path)
    ended = smartvillage("new", "ruleset", "moi-2026", "--lang", "en")
    assert (ended.code, ended.out) == (0, "")
    assert "then run: smartvillage validate moi-2026" in ended.err
    assert smartvillage("validate", "moi-2026", "--lang", "en").out == "No faults found.\n"
    assert smartvillage("test", "moi-2026").code == 0


def test_a_new_overlay_is_sound_and_its_cases_pass(smartvillage: Smartvillage, tmp_path: Path) -> None:
    """In the folder that was asked for."""
    folder = tmp_path / "made"
    assert smartvillage("new", "ruleset", "sa-dec", "--extends", SET, "-o", folder).code == 0
    assert smartvillage("validate", folder, "--lang", "en").out == "No faults found.\n"
    assert smartvillage("test", folder).code == 0


def test_a_folder_that_holds_something_is_kept(smartvillage: Smartvillage, tmp_path: Path) -> None:
    """Nothing is written over it."""
    (tmp_path / "own.txt").write_text("mine", "utf-8")
    ended = smartvillage("new", "ruleset", "a", "-o", tmp_path, "--lang", "en")
    assert (ended.code, [path.name for path in tmp_path.iterdir()]) == (2, ["own.txt"])
    assert "exists and is not empty" in ended.err


@pytest.mark.parametrize("arguments", [("a/b",), ("村",), ("a", "--extends", "nowhere")])
def test_what_no_ruleset_can_be_made_of(
    smartvillage: Smartvillage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert smartvillage("new", "ruleset", *arguments).code == 2
    assert list(tmp_path.iterdir()) == []
