"""One fix a bad file: done as written, it leaves nothing to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

import smartvillage
from making.diagnostics.fixes import BAD, Fix, FixError, bad_files, fix_of, mend


@pytest.mark.parametrize("bad", bad_files(), ids=lambda path: path.stem)
def test_a_fix_mends_its_file(bad: Path, tmp_path: Path) -> None:
    """The mended file has neither the fault nor any other, and no warning either."""
    found = smartvillage.check(mend(bad, tmp_path), ruleset=tmp_path / "base.yaml")
    assert [diagnostic.render("en") for diagnostic in found] == []


def test_every_bad_file_has_a_fix_and_every_fix_a_file() -> None:
    """The two lie side by side."""
    assert {path.stem for path in BAD.glob("*.fix")} == {path.stem for path in bad_files()}


def test_a_fix_is_made_where_its_lines_stand_once() -> None:
    """Lines that are not there, or there twice, are refused: an edit that could mean two places means neither."""
    fix = Fix("a.yaml", ("  a: 1\n- b: 2\n+ b: 3\n",))
    assert fix.apply("a: 1\nb: 2\nc: 1\n") == "a: 1\nb: 3\nc: 1\n"
    for text in ("a: 1\n", "a: 1\nb: 2\na: 1\nb: 2\n", " a: 1\nb: 2\n"):
        with pytest.raises(FixError):
            fix.apply(text)


def test_a_fix_of_another_file_names_it() -> None:
    """What a bad file leans on may be what is wrong."""
    assert fix_of(BAD / "SV332-other-set-faulty.yaml").file == "SV439-backwards.yaml"
