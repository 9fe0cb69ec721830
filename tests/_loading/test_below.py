"""What lies below a folder: each ruleset once, and nothing of other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage._loading.below import below

HEADER = "ruleset: {id: a}\n"
VILLAGE = "village: {id: b}\nas_of: 2024-01-01\n"


def found(top: Path, **files: str) -> list[str]:
    """Write files, by their paths with ``__`` for a slash, and return what lies below."""
    for name, text in files.items():
        path = top / name.replace("__", "/")
        path = path.with_name(path.name.replace("_case", ".case") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return [path.relative_to(top).as_posix() for path in below(top)]


def test_a_rulesets_folder_is_one_thing(tmp_path: Path) -> None:
    """With its criteria; its overlays, villages and cases are things of their own."""
    assert found(
        tmp_path, r__ruleset=HEADER, r__facts="facts: {}\n", r__criteria__one="criteria: []\n",
        r__overlays__o="overlay: {id: o}\n", r__cases__a_case="cases: []\n", r__cases__v=VILLAGE,
    ) == ["r", "r/cases/a.case.yaml", "r/cases/v.yaml", "r/overlays/o.yaml"]  # fmt: skip


def test_a_ruleset_whose_header_has_another_name(tmp_path: Path) -> None:
    """Files that hold nothing but sections show that the folder is one ruleset."""
    assert found(tmp_path, r__head=HEADER, r__facts="facts: {}\n") == ["r"]


def test_rulesets_of_one_file_stand_beside_one_another(tmp_path: Path) -> None:
    """And beside villages."""
    assert found(tmp_path, a=HEADER, b=HEADER, village=VILLAGE) == ["a.yaml", "b.yaml", "village.yaml"]


def test_a_ruleset_that_shares_its_folder_with_a_village(tmp_path: Path) -> None:
    """Is its file."""
    assert found(tmp_path, r__ruleset=HEADER, r__village=VILLAGE) == ["r/ruleset.yaml", "r/village.yaml"]


@pytest.mark.parametrize("text", ["on: push\njobs: {}\n", "- a\n", "a: &x 1\nb: *x\n", "{[\n", "x: [1, 2]\n"])
def test_files_of_other_programs_are_passed_over(tmp_path: Path, text: str) -> None:
    """Whether they can be read or not."""
    assert found(tmp_path, foreign=text, village=VILLAGE) == ["village.yaml"]


def test_a_broken_file_of_ours_is_looked_at(tmp_path: Path) -> None:
    """It is known by a line that only our files have."""
    assert found(tmp_path, a="village: {id: b\nfacts: [\n") == ["a.yaml"]


def test_broken_json_of_ours_is_looked_at(tmp_path: Path) -> None:
    """Where the first key says whose it is; another program's broken file is passed over."""
    (tmp_path / "a.json").write_text('{\n  "ruleset": {', "utf-8")
    (tmp_path / "b.json").write_text('{"name": {"ruleset": ', "utf-8")
    assert below(tmp_path) == (tmp_path / "a.json",)


def test_a_file_that_cannot_be_opened_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows whose it is."""

    def refuse(*_: object) -> bytes:
        raise PermissionError

    monkeypatch.setattr("smartvillage._loading.below.read_bytes", refuse)
    assert found(tmp_path, closed="x: 1\n") == ["closed.yaml"]


def test_one_line_of_json_is_ours(tmp_path: Path) -> None:
    """Keys need no line of their own."""
    (tmp_path / "a.json").write_text('{"village": {"id": "b"}, "as_of": "2024-01-01"}', "utf-8")
    assert below(tmp_path) == (tmp_path / "a.json",)


def test_hidden_folders_and_those_of_other_programs_are_not_entered(tmp_path: Path) -> None:
    """Nor are links to folders."""
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    files = {".git__a": VILLAGE, "node_modules__b": VILLAGE, "x__village": VILLAGE}
    assert found(tmp_path, **files) == ["x/village.yaml"]


def test_nothing_found_is_the_folder_itself(tmp_path: Path) -> None:
    """So that whoever looks at it says that nothing is there."""
    assert below(tmp_path) == (tmp_path,)


def test_a_part_of_a_ruleset_stands_for_it(tmp_path: Path) -> None:
    """Whichever of its files is named, the whole is looked at."""
    found(tmp_path, r__ruleset=HEADER, r__facts="facts: {}\n", r__criteria__one="criteria: []\n", r__v=VILLAGE)
    named = ("r/ruleset.yaml", "r/facts.yaml", "r/criteria/one.yaml")
    assert {below(tmp_path / name) for name in named} == {(tmp_path / "r",)}
    assert below(tmp_path / "r" / "v.yaml") == (tmp_path / "r" / "v.yaml",)


def test_a_file_alone_is_itself(tmp_path: Path) -> None:
    """A ruleset of one file, a village, and what is not there."""
    found(tmp_path, a=HEADER)
    assert [below(tmp_path / name) for name in ("a.yaml", "none.yaml")] == [
        (tmp_path / "a.yaml",),
        (tmp_path / "none.yaml",),
    ]
