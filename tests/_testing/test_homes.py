"""A file of cases finds its ruleset and its villages, and never leaves their folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage._testing.homes import as_reached, home_of, inside, ruleset_in
from smartvillage.testing import open_suite


def test_the_home_is_the_folder_of_the_ruleset_around(home: Path) -> None:
    """Cases in a folder of their own belong to the ruleset above them."""
    assert home_of(home / "cases" / "x.case.yaml") == home.resolve()
    assert home_of(home / "x.case.yaml") == home.resolve()


def test_cases_that_lie_in_no_ruleset_have_no_home(tmp_path: Path) -> None:
    """Then only their own folder is theirs."""
    assert home_of(tmp_path / "x.case.yaml") is None


def test_a_home_is_named_as_its_file_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the path that leads to the file where it comes through the home, else from the root."""
    monkeypatch.chdir(home.parent)
    file = Path(home.name) / "cases" / "x.case.yaml"
    assert as_reached(home.resolve(), file) == Path(home.name)
    monkeypatch.chdir(home / "cases")
    assert as_reached(home.resolve(), Path("x.case.yaml")) == home.resolve()


def test_a_ruleset_beside_a_village_is_its_own_file(home: Path) -> None:
    """A folder is a ruleset as a whole, unless villages lie in it."""
    assert ruleset_in(home) == home
    (home / "village.yaml").write_text("", "utf-8")
    assert ruleset_in(home) == home / "ruleset.yaml"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("village.yaml", None),
        ("../ruleset.yaml", None),
        ("../../elsewhere.yaml", "SV804"),
        ("/etc/passwd", "SV804"),
        ("https://example.org/a.yaml", "SV804"),
        ("file:village.yaml", "SV804"),
        ("nowhere.yaml", "SV805"),
        ("link.yaml", "SV804"),
        ("a\0b.yaml", "SV804"),
        ("x" * 5000 + ".yaml", "SV805"),
    ],
)
def test_a_path_stays_inside(home: Path, written: str, code: str | None) -> None:
    """A path is followed to its end, links included, and refused where that lies elsewhere."""
    (home.parent / "elsewhere.yaml").write_text("", "utf-8")
    (home / "cases" / "link.yaml").symlink_to(home.parent / "elsewhere.yaml")

    path, fault = inside(home / "cases" / "x.case.yaml", written, lambda: None)

    assert (fault and fault.code, path is None) == (code, code is not None)


def test_the_ruleset_around_comes_before_one_of_that_name_elsewhere(home: Path) -> None:
    """A name is first that of the ruleset the cases lie in."""
    (home / "ruleset.yaml").write_text(
        (home / "ruleset.yaml").read_text("utf-8").replace("id: vi-du", "id: dong-thap-2021-2025"), "utf-8"
    )
    path = home / "cases" / "x.case.yaml"
    path.write_text("ruleset: dong-thap-2021-2025\ncases: [{name: a, expect: {criteria/1: unknown}}]", "utf-8")
    ruleset = open_suite(path).ruleset

    assert ruleset is not None
    assert len(ruleset.criteria) == 3


def test_another_name_is_looked_up_as_everywhere(home: Path) -> None:
    """Cases may be about a ruleset on the shelf."""
    path = home / "cases" / "x.case.yaml"
    path.write_text("ruleset: dong-thap-2021-2025\ncases: [{name: a, expect: {criteria/a: unknown}}]", "utf-8")

    assert open_suite(path).name == "dong-thap-2021-2025"


def test_a_name_that_nothing_bears_is_told_where_it_stands(tmp_path: Path) -> None:
    """The fault is the file's own."""
    path = tmp_path / "x.case.yaml"
    path.write_text("ruleset: khong-co\ncases: [{name: a, expect: {proven: 0}}]", "utf-8")
    (fault,) = open_suite(path).faults

    assert fault.place is not None
    assert (fault.code, fault.place.line) == ("SV301", 1)


def test_a_ruleset_with_faults_is_told_once(home: Path) -> None:
    """What is wrong with the ruleset is told of the file, not of each of its cases."""
    text = (home / "ruleset.yaml").read_text("utf-8").replace("fact: wifi}", "fact: wifii}")
    (home / "ruleset.yaml").write_text(text, "utf-8")
    path = home / "cases" / "x.case.yaml"
    path.write_text("ruleset: vi-du\ncases: [{name: a, expect: {proven: 0}}, {name: b, expect: {proven: 0}}]", "utf-8")

    assert [fault.code for fault in open_suite(path).faults if fault.severity == "error"] == ["SV301"]
