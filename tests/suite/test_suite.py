"""The shapes that rules of villages take, each as a small set, a village and cases: a folder a shape, by its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from suite.shapes import FOLDERS, SHAPES, SUITES, name_of, params

from smartvillage.testing import Case, Suite, failure, find_cases, run_case


def test_every_shape_has_its_folder() -> None:
    """Each number from 1 to 36 has one folder."""
    assert [int(folder.name[:2]) for folder in FOLDERS] == list(range(1, SHAPES + 1))


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_a_shape_is_a_set_a_village_and_cases(folder: Path) -> None:
    """Each folder holds a ruleset, a village and at least one file of cases."""
    assert (folder / "ruleset.yaml").is_file()
    assert (folder / "village.yaml").is_file()
    assert find_cases(folder)


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.file.path.parent.name)
def test_the_file_and_its_set_have_no_fault(suite: Suite) -> None:
    """The file of cases reads, and its set loads."""
    assert [fault.render("en") for fault in suite.faults] == []


@pytest.mark.parametrize(("suite", "case"), params())
def test_case(suite: Suite, case: Case) -> None:
    """What the case expects comes out."""
    result = run_case(suite, case)

    assert result.passed, failure(result, "en")
