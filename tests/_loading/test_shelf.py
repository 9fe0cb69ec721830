"""The shelf: names lead to folders on it, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage._loading.finding import find_ruleset
from smartvillage._loading.shelf import find_near, is_name, shipped
from smartvillage.errors import NotFoundError


def test_the_shipped_rulesets_are_folders() -> None:
    """Every shipped name leads to a folder that holds a ruleset."""
    assert "dong-thap-2021-2025" in shipped()
    assert all((folder / "ruleset.yaml").is_file() for folder in shipped().values())


@pytest.mark.parametrize("text", ["", ".", "..", "a/b", "/a", "a\\b", "file:a", "a\0b"])
def test_a_path_is_no_name(text: str, tmp_path: Path) -> None:
    """No separator, scheme or way up is part of a name, and nothing is found by one."""
    assert not is_name(text)
    assert find_near(text, tmp_path) is None


def test_a_name_is_looked_for_near(tmp_path: Path) -> None:
    """A file, a folder, and what lies in ``rulesets`` near are found by name."""
    (tmp_path / "rulesets" / "b").mkdir(parents=True)
    (tmp_path / "rulesets" / "b" / "ruleset.yaml").write_text("", encoding="utf-8")
    (tmp_path / "a.yml").write_text("", encoding="utf-8")
    found = [find_near("a", tmp_path), find_near("b", tmp_path), find_near("c", tmp_path), find_near("a", None)]
    assert found == [tmp_path / "a.yml", tmp_path / "rulesets" / "b", None, None]


def test_a_file_of_another_kind_bears_no_name(tmp_path: Path) -> None:
    """What a folder holds besides, a key or a licence, is not read because a village names it."""
    for name in (".env", "LICENSE", "setup.toml"):
        (tmp_path / name).write_text("secret", encoding="utf-8")
        assert find_near(name, tmp_path) is None


def test_the_shelf_comes_first(tmp_path: Path) -> None:
    """A shipped name means the shipped ruleset, whatever lies near."""
    (tmp_path / "dong-thap-2021-2025").mkdir()
    assert find_ruleset("dong-thap-2021-2025", tmp_path) == shipped()["dong-thap-2021-2025"]


def test_a_name_that_nothing_bears(tmp_path: Path) -> None:
    """It is said what is known."""
    with pytest.raises(NotFoundError) as error:
        find_ruleset("x", tmp_path)
    assert error.value.known == tuple(shipped())


@pytest.mark.parametrize(("beside", "found"), [("notes.txt", ""), ("village-2.yaml", "ruleset.yaml")])
def test_what_lies_in_a_rulesets_folder_finds_it(beside: str, found: str, tmp_path: Path) -> None:
    """The folder's own ruleset is found by the id it says; where villages lie beside it, its file alone is meant."""
    (tmp_path / "ruleset.yaml").write_text("ruleset: {id: a}\nfacts:\n", encoding="utf-8")
    (tmp_path / beside).write_text("", encoding="utf-8")

    assert (find_near("a", tmp_path), find_near("b", tmp_path)) == (tmp_path / found, None)


@pytest.mark.parametrize("text", ["", "[", "ruleset: a", "ruleset: {id: [a]}", "ruleset: {id: 1}"])
def test_a_ruleset_that_says_no_id_is_not_found_by_it(text: str, tmp_path: Path) -> None:
    """A file that cannot be read, or says no id, bears no name."""
    (tmp_path / "ruleset.yaml").write_text(text, encoding="utf-8")

    assert find_near("a", tmp_path) is None


def test_a_folder_that_only_bears_the_name_is_passed_over(tmp_path: Path) -> None:
    """The folder of a ruleset's project holds no ruleset itself; beside a village it hides none."""
    (tmp_path / "bo-moi" / "src").mkdir(parents=True)
    (tmp_path / "bo-moi" / "pyproject.toml").write_text("", "utf-8")
    assert find_near("bo-moi", tmp_path) is None
    (tmp_path / "rulesets" / "bo-moi").mkdir(parents=True)
    (tmp_path / "rulesets" / "bo-moi" / "ruleset.yaml").write_text("", "utf-8")
    assert find_near("bo-moi", tmp_path) == tmp_path / "rulesets" / "bo-moi"


@pytest.mark.parametrize("inside", ["bo-moi/ruleset.yaml", "overlays/bo-moi.yaml"])
def test_the_project_of_a_name_leads_to_what_it_makes(inside: str, tmp_path: Path) -> None:
    """Its ruleset's folder or its overlay's file, where `new ruleset` puts them; another one's name leads nowhere."""
    file = tmp_path / "bo-moi" / "src" / "goi" / inside
    file.parent.mkdir(parents=True)
    file.write_text("", "utf-8")

    assert find_near("bo-moi", tmp_path) == (file.parent if file.stem == "ruleset" else file)
    assert find_near("goi", tmp_path) is None


def test_a_link_out_of_a_project_leads_nowhere(tmp_path: Path) -> None:
    """A project is read inside its own folder only."""
    outside, package = tmp_path / "o" / "bo-moi", tmp_path / "p" / "bo-moi" / "src" / "goi"
    outside.mkdir(parents=True)
    (outside / "ruleset.yaml").write_text("", "utf-8")
    package.mkdir(parents=True)
    (package / "bo-moi").symlink_to(outside)

    assert find_near("bo-moi", tmp_path / "p") is None
