"""The apps' READMEs: two lines that start each, in both languages; the second is run by the tests beside this file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
APPS = sorted(path.name for path in (ROOT / "examples" / "apps").iterdir() if (path / "README.md").is_file())
GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]


def test_every_app_has_a_test_that_starts_it() -> None:
    """No app can be added without one."""
    tests = {path.name for path in Path(__file__).parent.glob("test_*_app.py")}
    assert {f"test_{app}_app.py" for app in APPS} == tests


@pytest.mark.parametrize("app", APPS)
def test_what_an_app_needs_is_a_group(app: str) -> None:
    """The line that installs names a group of pyproject, and those who run all tests get it too."""
    text = (ROOT / "examples" / "apps" / app / "README.md").read_text(encoding="utf-8")
    [group] = re.findall(r"^pip install -e \. --group (\S+)$", text, re.MULTILINE)
    assert group in GROUPS
    assert {"include-group": group} in GROUPS["apps"]
    assert {"include-group": "apps"} in GROUPS["test"]


@pytest.mark.parametrize("app", APPS)
def test_an_apps_readme_speaks_both_languages(app: str) -> None:
    """A Vietnamese and an English paragraph, each with how to run it."""
    text = (ROOT / "examples" / "apps" / app / "README.md").read_text(encoding="utf-8")
    assert ["**Tiếng Việt.**" in text, "**English.**" in text, text.count("```sh")] == [True, True, 1]
