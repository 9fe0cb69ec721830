"""The notebooks: run at every build of the site, and a fault in one is a fault of the build."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.md"))


def test_a_notebook_that_fails_fails_the_build() -> None:
    """They are run each time, nothing is read from a cache, and what one raises stops the build."""
    body = ast.parse((ROOT / "docs" / "conf.py").read_text("utf-8")).body
    set_to = {
        one.targets[0].id: one.value.value
        for one in body
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and isinstance(one.value, ast.Constant)
    }
    assert (set_to["nb_execution_mode"], set_to["nb_execution_raise_on_error"]) == ("force", True)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_speaks_its_readers_language_and_asks_no_network(notebook: Path) -> None:
    """Every result is shown in the language that was asked for; nothing is fetched."""
    text = notebook.read_text("utf-8")
    code = "\n".join(re.findall(r"```\{code-cell\} ipython3\n(.*?)```", text, re.DOTALL))
    assert re.findall(r"lang=(?!lang\b)[^,)]+", code) == []
    assert "://" not in code


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_made_up_villages_are_called_synthetic(notebook: Path) -> None:
    """By their ids and names, and in the text around them."""
    text = notebook.read_text("utf-8")
    if "Random(" in text:
        assert '"id": f"synthetic-' in text
        assert '"name": f"Synthetic village ' in text
        assert "*synthetic*" in text
