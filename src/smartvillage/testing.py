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

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ._testing.case import ENDINGS, Case, CaseFile, Expectation, is_case_file
from ._testing.report import Report
from ._testing.run import Mismatch, Result, Suite, open_suite, run_case, run_suite
from ._testing.telling import failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .diagnostics import Lang

__all__ = [
    "Case",
    "CaseFile",
    "Expectation",
    "Mismatch",
    "Report",
    "Result",
    "Suite",
    "failure",
    "find_cases",
    "is_case_file",
    "open_suite",
    "render_reports",
    "run_case",
    "run_cases",
    "run_suite",
]


def find_cases(path: Path) -> tuple[Path, ...]:
    """Return the files of cases at a path, in the order of their names.

    A file of cases is itself; of a folder it is all below it; of any other file, such as a ruleset, all in its folder.
    """
    if is_case_file(path):
        return (path,) if path.is_file() else ()
    path = path.parent if path.is_file() else path
    found = (file for ending in ENDINGS for file in path.rglob(f"*{ending}"))
    return tuple(sorted(file for file in found if file.is_file() and not _is_hidden(file, path)))


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def run_cases(
    files: Iterable[Path],
    *,
    coverage: bool = False,
    mutation: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Report, ...]:
    """Run the cases of files, and report on each ruleset that they are about.

    Args:
        files: Files of cases; those about one ruleset are judged together.
        coverage: Also ask what of each criterion no case shows.
        mutation: Also make every small mistake in the ruleset's data and see whether some case notices.
        progress: Told after each mistake how many are done, and of how many.
    """
    suites: dict[str, list[Suite]] = defaultdict(list)
    for file in files:
        suite = open_suite(file)
        suites[suite.name].append(suite)
    return tuple(
        _report(name, together, covered=coverage, mutated=mutation, progress=progress)
        for name, together in suites.items()
    )


def _report(
    name: str, suites: list[Suite], *, covered: bool, mutated: bool, progress: Callable[[int, int], None] | None
) -> Report:
    from ._testing.coverage import coverage
    from ._testing.mutation import mutation_score

    faults = tuple(dict.fromkeys(fault for suite in suites for fault in suite.faults))
    results = tuple(result for suite in suites for result in run_suite(suite))
    return Report(
        name, faults, results, coverage(suites) if covered else None,
        mutation_score(suites, progress) if mutated else None,
    )  # fmt: skip


def render_reports(
    reports: Sequence[Report],
    format: Literal["text", "json", "junit"] = "text",  # noqa: A002 - the word users type
    *,
    lang: Lang = "vi",
) -> str:
    """Write reports as text for people, as JSON, or as JUnit XML for build servers."""
    from ._testing import report as told

    if format == "junit":
        from ._testing.junit import as_junit

        return as_junit(reports, lang)
    if format == "json":
        import json

        return json.dumps([told.as_data(report) for report in reports], ensure_ascii=False, indent=2) + "\n"
    return "\n".join(told.as_text(report, lang) for report in reports)
