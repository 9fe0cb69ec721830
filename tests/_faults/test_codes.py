"""Counting codes: each is given by one function, shown by one bad file at least, and told in one line of the docs."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import smartvillage

ROOT = Path(__file__).parents[2]
PACKAGE = Path(smartvillage.__file__).parent
FAULTS = PACKAGE / "_faults"


def given() -> Counter[str]:
    """Count for each code the functions that give it."""
    found: Counter[str] = Counter()
    for file in FAULTS.glob("*.py"):
        text = file.read_text("utf-8")
        for part in ast.parse(text).body:
            if isinstance(part, ast.FunctionDef):
                found.update(set(re.findall(r'"(SV\d{3})"', ast.get_source_segment(text, part) or "")))
    return found


def test_each_code_has_one_function() -> None:
    """No two functions give one code."""
    assert {code for code, functions in given().items() if functions > 1} == set()


def test_no_code_is_given_outside_of_the_functions() -> None:
    """Every code in a file of faults stands in a function, and a diagnostic is made nowhere else."""
    written = {code for file in FAULTS.glob("*.py") for code in re.findall(r'"(SV\d{3})"', file.read_text("utf-8"))}
    assert written == set(given())
    others = [file for file in PACKAGE.rglob("*.py") if FAULTS not in file.parents]
    assert [file.name for file in others if re.search(r'\bDiagnostic\(\s*"SV', file.read_text("utf-8"))] == []


def test_each_code_has_one_line_in_the_docs() -> None:
    """The page lists every code once, and no other."""
    page = (ROOT / "docs" / "diagnostics.md").read_text("utf-8")
    assert Counter(re.findall(r"^\| (SV\d{3}) \|", page, re.MULTILINE)) == Counter(set(given()))


def test_every_hundred_has_a_file() -> None:
    """The codes of a file share their hundred, and no hundred but the rulesets' references has two."""
    hundreds = {
        file.stem: {code[:3] for code in re.findall(r'"(SV\d{3})"', file.read_text("utf-8"))}
        for file in FAULTS.glob("*.py")
    }
    assert {name: found for name, found in hundreds.items() if len(found) > 1} == {}
