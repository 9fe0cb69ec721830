"""No file asks for anything of a file that asks for something of it, be it for a type alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import smartvillage

ROOT = Path(smartvillage.__file__).parent


def asked(file: Path) -> Iterator[Path]:
    """Yield the files of ours that a file imports from, inside of functions and for types too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            package = file.parents[node.level - 1] if node.level else ROOT.parent
            home = package.joinpath(*(node.module or "").split("."))
            for name in node.names:
                places = (home / f"{name.name}.py", home / name.name / "__init__.py",
                          home.with_suffix(".py"), home / "__init__.py")  # fmt: skip
                found = next((place for place in places if place.is_file() and ROOT in place.parents), None)
                if found is not None and found != file:
                    yield found


def circle(asks: dict[Path, set[Path]]) -> list[Path]:
    """Return the files of one circle, or none."""
    try:
        TopologicalSorter(asks).prepare()
    except CycleError as error:
        found: list[Path] = error.args[1]
        return found
    return []


def test_no_file_asks_one_that_asks_it() -> None:
    """The imports of all files have an order."""
    assert circle({file: set(asked(file)) for file in ROOT.rglob("*.py")}) == []


@pytest.mark.parametrize("back", ["from .a import A", "def f():\n    from . import a"])
def test_a_circle_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, back: str) -> None:
    """Two files that ask one another are a circle, wherever the import stands."""
    monkeypatch.setitem(asked.__globals__, "ROOT", tmp_path)
    (tmp_path / "__init__.py").touch()
    (tmp_path / "a.py").write_text("from .b import B\n", encoding="utf-8")
    (tmp_path / "b.py").write_text(f"{back}\n", encoding="utf-8")
    assert {file.name for file in circle({file: set(asked(file)) for file in tmp_path.glob("*.py")})} == {
        "a.py",
        "b.py",
    }
