"""The river flows one way: who may import whom is a test, not a habit."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "smartvillage"
#: The one door of each third-party library.
DOORS = {
    "yaml": "yaml_text.py",
    "pint": "units.py",
    "holidays": "_planning/calendar.py",
    "click": "_cli/",
    "rich": "_reporting/",
    "matplotlib": "_plotting/",
    "pytest": "pytest_plugin.py",
}


def test_layers_hold() -> None:
    """The contracts in pyproject.toml hold, and there are no cycles between stages."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_one_place_looks_upstream() -> None:
    """What imports by name is known: what shows a result asks for its picture, the others look into their own room."""
    texts = {path.relative_to(SOURCE).as_posix(): path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    assert {name for name, text in texts.items() if "import_module(" in text} == {
        "__init__.py", "_cli/commands.py", "_reporting/speech.py", "_reporting/view/page.py", "model/display.py"
    }  # fmt: skip


def imported(path: Path) -> set[str]:
    """Return the top-level libraries a file imports anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("library", sorted(DOORS))
def test_each_library_has_one_door(library: str) -> None:
    """Only the file named after the job imports the library."""
    users = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if library in imported(path)}
    assert {user for user in users if not user.startswith(DOORS[library])} == set()


def test_no_file_holds_two_ideas() -> None:
    """No source file is longer than 300 lines."""
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCE.rglob("*.py")}
    assert {path.relative_to(SOURCE).as_posix(): length for path, length in lengths.items() if length > 300} == {}
