"""What docstrings show is what comes out: every example of the library runs, in a folder that has the examples."""

from __future__ import annotations

import doctest
import importlib
import inspect
import shutil
from pathlib import Path

import pytest

import smartvillage
from smartvillage import plot

ROOT = Path(__file__).parents[1]
SOURCE = Path(smartvillage.__file__).parent
#: The modules that show something.
MODULES = sorted(
    ".".join(("smartvillage", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
    for path in SOURCE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As they stand, from a folder in which somebody copied the examples."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("apps", "*.ipynb"))
    monkeypatch.chdir(tmp_path)
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("name", sorted(name for name in smartvillage.__all__ if name.islower()))
def test_every_public_function_shows_an_example(name: str) -> None:
    """A reader sees what a call looks like and what it gives."""
    told = inspect.getdoc(getattr(smartvillage, name)) or ""
    assert ">>> " in told


@pytest.mark.parametrize("name", plot.__all__)
def test_every_picture_says_what_it_is_drawn_from(name: str) -> None:
    """Arguments, what comes back and what may be missing."""
    told = inspect.getdoc(getattr(plot, name)) or ""
    assert [part for part in ("Args:", "Returns:", "Raises:") if part not in told] == []
