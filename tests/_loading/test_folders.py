"""A folder is one set: its files are put together, and what stands there twice is told once."""

from __future__ import annotations

from pathlib import Path

from smartvillage._loading import check_ruleset

BASE = Path(__file__).parent.parent / "bad" / "base.yaml"


def line_of(text: str) -> int:
    """Return the first line of the base set that holds a text."""
    return next(n for n, line in enumerate(BASE.read_text(encoding="utf-8").splitlines(), 1) if text in line)


def test_two_sets_in_one_folder_are_told_once(tmp_path: Path) -> None:
    """The second header is told, with both ids; what it brings is not held against the first set."""
    (tmp_path / "a.yaml").write_text(BASE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(BASE.with_name("other.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    [fault] = check_ruleset(tmp_path)[1]
    assert (fault.code, str(fault.place)) == ("SV215", f"{tmp_path}/b.yaml:2:1")
    assert "`base` and `other`" in fault.message.en


def test_a_second_header_of_the_same_set_hides_nothing(tmp_path: Path) -> None:
    """It is told, and what stands below it is read as the set's."""
    (tmp_path / "a.yaml").write_text(BASE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("ruleset: {id: base}\nroles:\n  officer: {title: Cán bộ}\n", encoding="utf-8")
    found = check_ruleset(tmp_path)[1]
    assert [fault.message.en.split(" (")[0] for fault in found] == [
        "`ruleset` is defined twice",
        "`officer` is defined twice",
    ]


def test_an_id_may_be_defined_once_in_a_folder(tmp_path: Path) -> None:
    """The same id in two files is a fault at the second, which names the first."""
    (tmp_path / "a.yaml").write_text(BASE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("roles:\n  officer: {title: Cán bộ}\n", encoding="utf-8")
    [fault] = check_ruleset(tmp_path)[1]
    first = f"{tmp_path}/a.yaml:{line_of('officer:')}:3"
    assert (fault.code, str(fault.place)) == ("SV215", f"{tmp_path}/b.yaml:2:3")
    assert fault.message.en == f"`officer` is defined twice (first at {first})"
