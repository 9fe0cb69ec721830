"""The shapes as the tests of this folder see them: each folder, its files of cases, and each case with its ruleset."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smartvillage.testing import Case, find_cases, open_suite

#: How many shapes there are.
SHAPES = 36

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in HERE.iterdir() if path.is_dir() and re.match(r"\d\d-", path.name))
SUITES = [open_suite(file) for folder in FOLDERS for file in find_cases(folder)]


def params(wanted: Callable[[Case], bool] = lambda _: True) -> list[Any]:
    """Return the cases that are wanted, each with its ruleset, as parameters of a test."""
    return [
        pytest.param(suite, case, id=f"{suite.file.path.parent.name}: {case.name}")
        for suite in SUITES
        for case in suite.file.cases
        if wanted(case)
    ]


def name_of(path: Path) -> str:
    """Name a folder in the list of tests."""
    return path.name
