"""Rulesets that other packages bring: found by name after ours, and what is broken there breaks nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import smartvillage as sv
from smartvillage._loading.finding import find_ruleset
from smartvillage._loading.installed import installed
from smartvillage._loading.shelf import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = Path(__file__).parents[1] / "bad" / "base.yaml"
OVERLAY = """\
overlay: {id: mine, title: Của tôi, version: 1.0.0, extends: "base@>=1", basis: assumed, source: own}
sources: {own: {type: own, issuer: UBND xã, seen: true}}
edits: [{set: limits/least_area, to: 60 ha, because: thử}]
"""


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes installed packages that offer rulesets; returns the folder they are installed in."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def install(package: str, entry: str, **files: str) -> Path:
        info = tmp_path / f"{package.replace('-', '_')}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[smartvillage.rulesets]\nmine = {entry}\n", "utf-8")
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/")
            path = path if path.suffix else path.with_suffix(".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return install


def ruleset() -> str:
    """Return the text of a small set."""
    return BASE.read_text("utf-8")


def told() -> list[str]:
    """Return what is told of installed packages."""
    return [fault.render("en").splitlines()[0] for fault in installed().warnings]


def test_a_package_brings_rulesets(packages: Callable[..., Path]) -> None:
    """Each is a folder on the package's own shelf, listed after ours and found by its name."""
    home = packages("rules-a", "rules_a", rules_a__base__ruleset=ruleset(), rules_a__notes__readme="a: b\n")
    assert list(sv.rulesets()) == [*shipped(), "base"]
    assert find_ruleset("base") == home / "rules_a" / "base"
    assert sv.load_ruleset("base").id == "base"
    assert told() == []


def test_a_package_is_not_run(packages: Callable[..., Path]) -> None:
    """Rulesets are data: where they lie is found without importing anything."""
    home = packages("rules-a", "rules_a", rules_a__base__ruleset=ruleset())
    (home / "rules_a" / "__init__.py").write_text("raise SystemExit(3)\n", "utf-8")
    assert list(installed().sets) == ["base"]


def test_a_package_brings_an_overlay(packages: Callable[..., Path]) -> None:
    """Its name stands for what it makes of the set that it extends, be that another package's."""
    packages("rules-a", "rules_a", rules_a__base__ruleset=ruleset())
    packages("rules-b", "rules_b", rules_b__overlays__mine=OVERLAY)
    made = sv.load_ruleset("mine")
    assert (made.id, made.overlays) == ("base", ("mine@1.0.0",))
    assert sv.load_ruleset("base", overlays=["mine"]) == made


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("nowhere", "ModuleNotFoundError: No module named 'nowhere'"),
        ("broken.inner", "RuntimeError: boom"),
        ("module", "NotADirectoryError: module"),
        ("empty", "no ruleset lies in its folder"),
    ],
)
def test_a_broken_package_is_told_and_left_out(packages: Callable[..., Path], entry: str, why: str) -> None:
    """Ours and those of other packages are there all the same."""
    home = packages("rules-a", "rules_a", rules_a__base__ruleset=ruleset())
    packages("rules-b", entry)
    for name in ("broken", "empty"):
        (home / name).mkdir()
    (home / "broken" / "__init__.py").write_text("raise RuntimeError('boom')\n", "utf-8")
    (home / "module.py").write_text("", "utf-8")
    assert list(sv.rulesets()) == [*shipped(), "base"]
    assert told() == [f"warning SV114: the package `rules-b` offers rulesets as `mine`, which cannot be used: {why}"]


def test_a_name_that_is_taken_is_told(packages: Callable[..., Path]) -> None:
    """Ours come first, then those of the first package by name."""
    ours = next(iter(shipped()))
    packages("rules-b", "rules_b", rules_b__base__ruleset=ruleset())
    home = packages("rules-a", "rules_a", **{"rules_a__base__ruleset": ruleset(), f"rules_a__{ours}__ruleset": "a: 1"})
    assert find_ruleset("base") == home / "rules_a" / "base"
    assert find_ruleset(ours) == shipped()[ours]
    assert told() == [
        (
            f"warning SV115: `{ours}` of the package `rules-a` is left out: "
            "the package `smartvillage` has that name already"
        ),
        "warning SV115: `base` of the package `rules-b` is left out: the package `rules-a` has that name already",
    ]


def test_a_link_out_of_a_package_is_not_followed(packages: Callable[..., Path], tmp_path: Path) -> None:
    """What lies elsewhere is no part of the package."""
    home = packages("rules-a", "rules_a", rules_a__base__ruleset=ruleset(), elsewhere__ruleset=ruleset())
    (home / "rules_a" / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert list(installed().sets) == ["base"]


def test_a_folder_near_comes_before_a_package(packages: Callable[..., Path], tmp_path: Path) -> None:
    """What lies beside a village is what it means; nobody looks for packages then."""
    packages("rules-a", "rules_a", rules_a__base__ruleset=ruleset(), near__base=ruleset())
    assert find_ruleset("base", tmp_path / "near") == tmp_path / "near" / "base.yaml"
