"""Packages made by ``new ruleset``: built as wheels and installed, their rulesets are listed and evaluate."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from datetime import date
from pathlib import Path

import pytest

import smartvillage as sv
from making.steps import Workspace, steps_of

ROOT = Path(__file__).parents[2]
VILLAGE = """\
village: {id: ap-1, name: Ấp 1, kind: hamlet}
ruleset: vinh-long-2026
as_of: 2026-06-30
facts:
  operating_regulation: true
  service_user_share: 92 %
"""


def wheel(source: Path, target: Path) -> Path:
    """Build a wheel with the installed backend and return it."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return next(target.iterdir())


def package(home: Path, name: str, extends: str | None) -> Path:
    """Make a package and build it."""
    for path, text in sv.new_ruleset(name, since=date(2026, 1, 1), extends=extends).items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, "utf-8")
    return wheel(home, home / "dist")


def tutorial(home: Path) -> Path:
    """Do the tutorial on rulesets word by word, which ends in a wheel, and return its reader's folder."""
    workspace = Workspace.made(home / "tutorial", "vi")
    for step in steps_of((ROOT / "docs" / "tutorials" / "ruleset.md").read_text("utf-8")):
        workspace.perform(step)
    return workspace.folder


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with smartvillage and two made packages, all from wheels; other libraries are borrowed."""
    home = tmp_path_factory.mktemp("made")
    ignored = shutil.ignore_patterns(".*", "__pycache__", "dist", "build", "*.egg-info", "tests")
    shutil.copytree(ROOT, home / "smartvillage", ignore=ignored)
    wheels = [
        wheel(home / "smartvillage", home / "dist"),
        package(home / "a", "vinh-long-2026", None),
        package(home / "b", "sa-dec", "dong-thap-2021-2025"),
        *(tutorial(home) / "goi").iterdir(),
    ]
    venv.create(home / "venv", with_pip=True)
    found = home / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    place = home / "venv"
    site = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    install = [str(found), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--ignore-installed"]
    subprocess.run([*install, *map(str, wheels)], check=True, capture_output=True)
    return found


def ran(python: Path, folder: Path, *arguments: str) -> str:
    """Run the installed command line in a folder."""
    command = [str(python), "-m", "smartvillage", *arguments]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_they_are_listed_after_ours(python: Path, tmp_path: Path) -> None:
    """With the package that brings each."""
    listed = json.loads(ran(python, tmp_path, "rulesets", "--format", "json"))
    brought = [(one["name"], one["version"], one["package"]) for one in listed if one["package"] != "smartvillage"]
    assert brought == [
        ("sa-dec", "0.1.0", "smartvillage-sa-dec"), ("tinh-mau-2026", "1.1.0", "smartvillage-tinh-mau-2026"),
        ("vinh-long-2026", "0.1.0", "smartvillage-vinh-long-2026"),
    ]  # fmt: skip
    assert listed[0]["package"] == "smartvillage"


def test_a_village_is_evaluated_against_one(python: Path, tmp_path: Path) -> None:
    """By its name."""
    (tmp_path / "village.yaml").write_text(VILLAGE, "utf-8")
    assert json.loads(ran(python, tmp_path, "evaluate", "village.yaml", "--format", "json"))["verdict"] == "met"


def test_a_village_is_evaluated_against_an_overlay(python: Path, tmp_path: Path) -> None:
    """Whose name stands for what it makes of its base."""
    text = VILLAGE.partition("facts:")[0].replace("vinh-long-2026", "sa-dec").replace("2026-06-30", "2024-06-30")
    (tmp_path / "village.yaml").write_text(f"{text}facts: {{sa-dec-done: true}}\n", "utf-8")
    found = json.loads(ran(python, tmp_path, "evaluate", "village.yaml", "--format", "json"))
    outcomes = {finding["criterion"]: finding["outcome"] for finding in found["findings"]}
    assert (found["ruleset"]["overlays"], outcomes["sa-dec"], len(outcomes)) == (["sa-dec@0.1.0"], "met", 34)


def test_the_tutorials_hamlet_is_evaluated_by_the_package_it_ends_in(python: Path, tmp_path: Path) -> None:
    """By its name, and by the amendment that lies in the package."""
    village = python.parents[2] / "tutorial" / "ap-mau.yaml"
    shutil.copy(village, tmp_path)
    found = json.loads(ran(python, tmp_path, "evaluate", "ap-mau.yaml", "--format", "json"))
    assert found["counts"]["met"] == 4
    later = ("--overlay", "sua-doi-2027", "--on", "2027-01-01", "--format", "json")
    assert json.loads(ran(python, tmp_path, "evaluate", "ap-mau.yaml", *later))["counts"]["met"] == 3


def test_an_installed_smartvillage_makes_them_too(python: Path, tmp_path: Path) -> None:
    """The texts and schemas that a new package begins with are in the wheel."""
    ran(python, tmp_path, "new", "ruleset", "another")
    ran(python, tmp_path, "new", "ruleset", "on-another", "--extends", "vinh-long-2026")
    assert "Không tìm thấy lỗi nào." in ran(python, tmp_path, "validate", "another", "on-another")
    needed = (
        (tmp_path / "on-another" / "pyproject.toml").read_text("utf-8").partition("dependencies = ")[2].splitlines()[0]
    )
    assert "smartvillage-vinh-long-2026" in needed
