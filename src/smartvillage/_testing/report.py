"""The report of a run: what passed and what did not, what lacks, which mistakes nobody would notice.

One view says it in words, in Vietnamese or English; the same facts stand in plain data for programs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartvillage.diagnostics import Words

from .mutation import Fate
from .telling import failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Diagnostic, Lang, Place

    from .coverage import CoverageReport
    from .goals import Goal
    from .mutation import MutationReport, Tried
    from .run import Result

#: The version of the JSON that reports are written in.
SCHEMA = "1"


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """All that a run of a ruleset's cases found."""

    ruleset: str
    """The ruleset's id."""
    faults: tuple[Diagnostic, ...]
    """What is wrong with files as a whole."""
    results: tuple[Result, ...]
    """How each case went."""
    coverage: CoverageReport | None = None
    """What no case shows, where that was asked."""
    mutation: MutationReport | None = None
    """Which mistakes no case notices, where that was asked."""

    @property
    def failed(self) -> tuple[Result, ...]:
        """Return the cases that did not pass."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def passed(self) -> bool:
        """Tell whether every file could be read and every case passed; a run without cases shows nothing."""
        return bool(self.results) and not self.faults and not self.failed


def as_text(report: Report, lang: Lang = "vi") -> str:
    """Write a report for people."""
    return "\n".join(_lines(report, lang)) + "\n"


def _lines(report: Report, lang: Lang) -> Iterator[str]:
    for fault in report.faults:
        yield fault.render(lang)
    for result in report.failed:
        yield failure(result, lang)
        yield ""
    total, failed = len(report.results), len(report.failed)
    yield Words(
        f"{report.ruleset}: {total} tình huống, {total - failed} đúng, {failed} sai",
        f"{report.ruleset}: {total} cases, {total - failed} passed, {failed} failed",
    ).say(lang)
    if report.coverage is not None:
        yield from _coverage(report.coverage, lang)
    if report.mutation is not None:
        yield from _mutation(report.mutation, lang)


def _coverage(coverage: CoverageReport, lang: Lang) -> Iterator[str]:
    shown, all_ = len(coverage.reached), len(coverage.goals)
    lacking = coverage.lacking
    criteria = coverage.by_criterion()
    whole = sum(shown == all_ for shown, all_ in criteria.values())
    yield Words(
        f"độ phủ: {_percent(shown, all_)} ({shown}/{all_}); {whole}/{len(criteria)} mục đủ",
        f"coverage: {_percent(shown, all_)} ({shown} of {all_}); {whole} of {len(criteria)} entries whole",
    ).say(lang)
    for goal in lacking:
        yield f"  {Words('thiếu', 'lacks').say(lang)} {goal_words(goal).say(lang)}"


#: What a goal asks for, by the side of a limit.
_SIDES = {
    "short": Words("sát dưới ngưỡng", "just short of the limit"),
    "at": Words("đúng ngưỡng", "on the limit"),
    "past": Words("vừa qua ngưỡng", "just past the limit"),
}


def goal_words(goal: Goal) -> Words:
    """Say what a goal asks for."""
    whose = goal.criterion or "ruleset"
    if goal.what == "outcome":
        return Words(f"{whose}: kết quả `{goal.of}`", f"{whose}: outcome `{goal.of}`")
    if goal.what in ("points", "grade"):
        vi = "điểm" if goal.what == "points" else "mức"
        return Words(f"{whose}: {vi} `{goal.of}`", f"{whose}: {goal.what} `{goal.of}`")
    if goal.what == "day":
        return Words(f"{goal.criterion or 'cả bộ'}: ngày {goal.of}", f"{whose}: the day {goal.of}")
    side = _SIDES[goal.side]
    where = f" ({_short(goal.where)})" if goal.where else ""
    return Words(f"{whose}: {side.vi} {goal.of}{where}", f"{whose}: {side.en} {goal.of}{where}")


def _mutation(mutation: MutationReport, lang: Lang) -> Iterator[str]:
    killed, survived, equal = (len(mutation.of(fate)) for fate in (Fate.KILLED, Fate.SURVIVED, Fate.EQUIVALENT))
    yield Words(
        f"điểm đột biến: {_percent(killed, killed + survived)} ({killed} bị phát hiện, {survived} lọt,"
        f" {equal} tương đương đã chứng minh)",
        f"mutation score: {_percent(killed, killed + survived)} ({killed} killed, {survived} survived,"
        f" {equal} shown equivalent)",
    ).say(lang)
    if mutation.possible > len(mutation.tried):
        yield Words(
            f"  chỉ thử {len(mutation.tried)} trong {mutation.possible} đột biến",
            f"  only {len(mutation.tried)} of {mutation.possible} mutants were tried",
        ).say(lang)
    for tried in mutation.of(Fate.SURVIVED):
        yield f"  {Words('lọt', 'survived').say(lang)} {mutant_words(tried).say(lang)}"
    for tried in mutation.of(Fate.EQUIVALENT):
        shown = tried.shown.say(lang) if tried.shown else ""
        yield f"  {Words('tương đương', 'equivalent').say(lang)} {mutant_words(tried).say(lang)}: {shown}"


def mutant_words(tried: Tried) -> Words:
    """Say which mistake a mutant is, and where it would stand."""
    mutant = tried.mutant
    where = f"{_where(mutant.place)} " if mutant.place else ""
    return Words(f"{where}{mutant.shown}: {mutant.words.vi}", f"{where}{mutant.shown}: {mutant.words.en}")


def _where(place: Place) -> str:
    return f"{_short(place.file)}:{place.line}"


def _short(file: str) -> str:
    """Name a file from the working folder where it lies below it."""
    try:
        return str(Path(file).relative_to(Path.cwd()))
    except ValueError:
        return file


def _percent(part: int, whole: int) -> str:
    """Write a share as a percent; only all of it is 100 %."""
    if not whole:
        return "–"
    return f"{part * 100 // whole} %"


def as_data(report: Report) -> dict[str, Any]:
    """Return a report as plain data."""
    data: dict[str, Any] = {
        "schema_version": SCHEMA,
        "ruleset": report.ruleset,
        "passed": report.passed,
        "faults": [fault.as_data() for fault in report.faults],
        "cases": [_case(result) for result in report.results],
    }
    if report.coverage is not None:
        data["coverage"] = {
            "reached": len(report.coverage.reached),
            "goals": len(report.coverage.goals),
            "lacking": [_goal(goal) for goal in report.coverage.lacking],
        }
    if report.mutation is not None:
        fates = {str(fate): len(report.mutation.of(fate)) for fate in Fate}
        told = [*report.mutation.of(Fate.SURVIVED), *report.mutation.of(Fate.EQUIVALENT)]
        data["mutation"] = {**fates, "possible": report.mutation.possible, "mutants": [_tried(tried) for tried in told]}
    return data


def _case(result: Result) -> dict[str, Any]:
    place = result.case.place("name")
    return {
        "name": result.case.name, "file": place.file, "line": place.line, "passed": result.passed,
        "codes": list(result.codes), "faults": [fault.as_data() for fault in result.faults],
        "mismatches": [
            {"key": one.expectation.key, "expected": _told(one.expectation.wanted), "found": _told(one.found)}
            for one in result.mismatches
        ],
    }  # fmt: skip


def _told(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _goal(goal: Goal) -> dict[str, Any]:
    words = goal_words(goal)
    return {
        "criterion": goal.criterion, "what": goal.what, "of": goal.of, "side": str(goal.side) or None,
        "words": {"vi": words.vi, "en": words.en},
    }  # fmt: skip


def _tried(tried: Tried) -> dict[str, Any]:
    mutant = tried.mutant
    return {
        "fate": str(tried.fate), "path": mutant.shown, "file": mutant.place and mutant.place.file,
        "line": mutant.place and mutant.place.line, "words": {"vi": mutant.words.vi, "en": mutant.words.en},
        "shown": tried.shown and {"vi": tried.shown.vi, "en": tried.shown.en},
    }  # fmt: skip
