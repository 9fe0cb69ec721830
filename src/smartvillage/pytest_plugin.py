"""A pytest plugin: every case of a ruleset's ``*.case.yaml`` is a test of its own, with its explanation on failure.

The rule: a project without such files pays nothing; the library is imported when the first such file is collected, and
a file of another tool whose name ends alike is left to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartvillage.testing import Case, Suite

#: How the name of a file of cases ends; told here so that looking at a name imports nothing.
_ENDINGS = (".case.yaml", ".case.yml", ".case.json")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect files of cases and no others."""
    is_ours = file_path.name.endswith(_ENDINGS) and _speaks_of_rulesets(file_path)
    return CaseFile.from_parent(parent, path=file_path) if is_ours else None


def _speaks_of_rulesets(file: Path) -> bool:
    """Tell a file of cases, misspelt or not, from another tool's file whose name ends alike."""
    try:
        text = file.read_bytes()
    except OSError:
        return True  # what cannot be read is told as a test that fails
    return b"ruleset" in text or (b"cases" in text and b"expect" in text)


class CaseFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Collect its cases; a file that cannot be read is one test that says why."""
        from smartvillage.testing import open_suite

        suite = open_suite(self.path)
        if suite.faults:
            yield FaultyFile.from_parent(self, name="faults", suite=suite)
            return
        for case in suite.file.cases:
            yield CaseItem.from_parent(self, name=case.name, suite=suite, case=case)


class FaultyFile(pytest.Item):
    """A file of cases, or its ruleset, with faults."""

    def __init__(self, *, suite: Suite, **more: Any) -> None:  # noqa: ANN401 - what pytest hands over
        """Keep what is wrong."""
        super().__init__(**more)
        self.suite = suite

    def runtest(self) -> None:
        """Fail."""
        raise CaseFailedError("\n".join(fault.render("en") for fault in self.suite.faults))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401 - as pytest has it
        """Show the faults and no traceback."""
        return _shown(excinfo) or super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the file."""
        return self.path, 0, self.path.name


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, *, suite: Suite, case: Case, **more: Any) -> None:  # noqa: ANN401 - what pytest hands over
        """Keep the case and the file it stands in."""
        super().__init__(**more)
        self.suite, self.case = suite, case

    def runtest(self) -> None:
        """Run the case."""
        from smartvillage.testing import failure, run_case

        result = run_case(self.suite, self.case)
        if not result.passed:
            raise CaseFailedError(failure(result, "en"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401 - as pytest has it
        """Show what was expected, what was found and why, and no traceback."""
        return _shown(excinfo) or super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the file, the line and the case."""
        return self.path, self.case.place("name").line - 1, f"{self.path.name}: {self.case.name}"


class CaseFailedError(Exception):
    """A case did not pass; its text says all there is to say."""


def _shown(excinfo: pytest.ExceptionInfo[BaseException]) -> str | None:
    return str(excinfo.value) if isinstance(excinfo.value, CaseFailedError) else None
