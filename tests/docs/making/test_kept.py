"""A committed file that is written from others is brought up to date, or told where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from making.kept import keep


def test_what_differs_is_written(tmp_path: Path) -> None:
    """A file that is not there, and one that says something else; one that says the same is left alone."""
    old, same, new = tmp_path / "old", tmp_path / "same", tmp_path / "new"
    old.write_text("1", "utf-8")
    same.write_text("3", "utf-8")
    before = same.stat().st_mtime_ns
    assert keep({old: "2", same: "3", new: "4"}, [], "docs/x.py") == 0
    assert (old.read_text("utf-8"), new.read_text("utf-8")) == ("2", "4")
    assert before == same.stat().st_mtime_ns


def test_a_check_writes_nothing_and_names_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the command that mends it; where nothing differs it is silent."""
    old = tmp_path / "old"
    old.write_text("1", "utf-8")
    assert keep({old: "2"}, ["--check"], "docs/x.py") == 1
    assert old.read_text("utf-8") == "1"
    assert capsys.readouterr().err == "run `python docs/x.py`: old not up to date\n"
    assert keep({old: "1"}, ["--check"], "docs/x.py") == 0
