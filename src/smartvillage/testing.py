"""Tests for authors of rulesets: run files of cases, see what they leave untested, and how many mistakes they catch.

Files of cases are named ``*.case.yaml``; each says of a village what is known of it and what must come out::

    ruleset: vi-du
    cases:
      - name: just enough users
        facts: {service_share: 70 %}
        expect: {criteria/2.1: met}

The same is run by ``smartvillage test`` and, where such files lie among a project's tests, by pytest.
"""

from __future__ import annotations

from pathlib import Path

from ._testing.case import ENDINGS, Case, CaseFile, Expectation, is_case_file
from ._testing.run import Mismatch, Result, Suite, open_suite, run_case, run_suite
from ._testing.telling import failure

__all__ = [
    "Case",
    "CaseFile",
    "Expectation",
    "Mismatch",
    "Result",
    "Suite",
    "failure",
    "find_cases",
    "is_case_file",
    "open_suite",
    "run_case",
    "run_suite",
]


def find_cases(path: Path) -> tuple[Path, ...]:
    """Return the files of cases at a path: the file itself, or all below the folder, in the order of their names."""
    if path.is_file():
        return (path,)
    found = (file for ending in ENDINGS for file in path.rglob(f"*{ending}"))
    return tuple(sorted(file for file in found if file.is_file() and not _is_hidden(file, path)))


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)
