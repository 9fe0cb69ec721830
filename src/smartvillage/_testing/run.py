"""Running cases: each is evaluated as a user would, and what came out is held against what was expected."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from smartvillage import api
from smartvillage._faults import cases as faults
from smartvillage._faults.references import unknown_id
from smartvillage.diagnostics import Severity
from smartvillage.errors import DiagnosedError, NotFoundError, NotInForceError, RulesetError

from .homes import as_reached, home_of, ruleset_in
from .reading import read_cases
from .reads import Reads
from .seen import Seen
from .village import village_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.findings import Assessment
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .case import Case, CaseFile, Expectation, Told

#: The code of a day outside the ruleset's period.
NOT_IN_FORCE = "SV619"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something that came out otherwise than expected."""

    expectation: Expectation
    """What was expected."""
    found: Told
    """What came out."""


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """How a case went."""

    case: Case
    """The case that was run."""
    mismatches: tuple[Mismatch, ...] = ()
    """What came out otherwise than expected."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with the case, its village or its ruleset, where none of it was expected."""
    codes: tuple[str, ...] = ()
    """The codes of what was told; where the case expects an error, one of them must be it."""
    ruleset: Ruleset | None = None
    """The ruleset with the overlays of the case; nothing where it never came to that, as below."""
    village: Village | None = None
    """The village that the case made."""
    day: date | None = None
    """The day on which it was evaluated."""
    assessment: Assessment | None = None
    """What the evaluation found."""

    @property
    def passed(self) -> bool:
        """Tell whether all came out as expected."""
        if self.mismatches or self.faults:
            return False
        return self.case.error is None or (
            bool(self.codes) and all(_matches(code, self.case.error) for code in self.codes)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Suite:
    """A file of cases with the ruleset that it is about, each set of overlays resolved once."""

    file: CaseFile
    """The file as it was read."""
    ruleset: Ruleset | None
    """The ruleset that it is about; nothing where that has faults."""
    faults: tuple[Diagnostic, ...]
    """What is wrong with the file or with its ruleset; then none of its cases is run."""
    _resolved: dict[tuple[str | Path, ...], Ruleset] = field(default_factory=dict)
    _reads: dict[int, Reads] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The ruleset's id, or as the file writes it; of a file that says none, its own name."""
        return self.ruleset.id if self.ruleset is not None else str(self.file.ruleset or self.file.path)

    def resolved(self, case: Case) -> Ruleset:
        """Return the ruleset with the overlays of a case."""
        assert self.ruleset is not None  # noqa: S101 - a suite without one runs no case
        overlays = case.overlays or ()
        if overlays not in self._resolved:
            near = self.file.path.parent
            self._resolved[overlays] = api.load_ruleset(self.ruleset, overlays=overlays, near=near)
        return self._resolved[overlays]

    def reads(self, ruleset: Ruleset) -> Reads:
        """Return what reads what in a ruleset."""
        if id(ruleset) not in self._reads:
            self._reads[id(ruleset)] = Reads(ruleset)
        return self._reads[id(ruleset)]


def open_suite(path: Path) -> Suite:
    """Read a file of cases and load its ruleset."""
    file = read_cases(path)
    if file.faults:
        return Suite(file, None, file.faults)
    try:
        return Suite(file, _ruleset(file), ())
    except RulesetError as error:
        return Suite(file, None, error.diagnostics)
    except NotFoundError as error:
        place = file.cases[0].document.place(("ruleset",)) if file.cases else None
        return Suite(file, None, (unknown_id(place, "ruleset", error.name, error.known),))


def _ruleset(file: CaseFile) -> Ruleset:
    """Load the ruleset of a file of cases: the one it lies in where that bears the name, else by name."""
    if isinstance(file.ruleset, Path):
        return api.load_ruleset(file.ruleset)
    home = home_of(file.path)
    if home is not None:
        own = api.load_ruleset(ruleset_in(as_reached(home, file.path)))
        if own.id == file.ruleset:
            return own
    return api.load_ruleset(file.ruleset, near=file.path.parent)


def run_suite(suite: Suite) -> Iterator[Result]:
    """Run the cases of a file one after the other."""
    return (run_case(suite, case) for case in suite.file.cases if suite.ruleset is not None)


def run_case(suite: Suite, case: Case) -> Result:
    """Run one case."""
    if case.faults:
        return Result(case, faults=case.faults)
    try:
        ruleset = suite.resolved(case)
        wrong = tuple(_unknown(case, ruleset)) or tuple(_unread(case, suite.reads(ruleset)))
        village = village_of(case, ruleset)
        return Result(case, faults=wrong) if wrong else judged(case, ruleset, village)
    except DiagnosedError as error:
        return _refused(case, error)
    except NotFoundError as error:
        return Result(case, faults=(_not_found(case, error),))


def _not_found(case: Case, error: NotFoundError) -> Diagnostic:
    """Say of what a case names that nothing bears that name."""
    if error.kind in ("overlay", "ruleset"):
        return unknown_id(case.place("overlays"), error.kind, error.name, error.known)
    return faults.no_file(case.place("name"), error.name)


def judged(case: Case, ruleset: Ruleset, village: Village) -> Result:
    """Evaluate the village of a case and hold what came out against what was expected."""
    day = case.date or village.as_of
    try:
        assessment = api.evaluate(ruleset, village, day, overlays=())
    except DiagnosedError as error:
        return _refused(case, error)
    except NotInForceError as error:
        if case.error is not None:
            return Result(case, codes=(NOT_IN_FORCE,), ruleset=ruleset, village=village, day=day)
        from smartvillage._faults.village import not_in_force

        return Result(case, faults=(not_in_force(case.place("date"), error),))
    seen = Seen(assessment)
    told = [(expectation, seen.told(expectation)) for expectation in case.expect]
    wrong = tuple(Mismatch(expectation, found) for expectation, found in told if found != expectation.wanted)
    return Result(case, wrong, ruleset=ruleset, village=village, day=day, assessment=assessment)


def _refused(case: Case, error: DiagnosedError) -> Result:
    found = tuple(fault for fault in error.diagnostics if fault.severity is Severity.ERROR)
    if case.error is None:
        return Result(case, faults=found)
    return Result(case, codes=tuple(dict.fromkeys(fault.code for fault in found)))


def _matches(code: str, wanted: str) -> bool:
    """Tell whether a code is the wanted one, or of the wanted hundred."""
    return code == wanted or (wanted.endswith("xx") and code[:3] == wanted[:3])


def _unknown(case: Case, ruleset: Ruleset) -> Iterator[Diagnostic]:
    """Yield a fault for each expectation about something the ruleset does not have."""
    criteria = [criterion.id for criterion in ruleset.criteria]
    for expectation in case.expect:
        part, name = expectation.part, expectation.name
        if not name:
            continue
        kind, known = "criterion", criteria
        if part == "decisions":
            kind, known = "decision", list(ruleset.decisions)
        elif part in ("reasons", "caveats"):
            kind, known = "criterion or decision", [*criteria, *ruleset.decisions]
        if name not in known:
            yield faults.unknown_subject(expectation.place, kind, name, known)


def _unread(case: Case, reads: Reads) -> Iterator[Diagnostic]:
    """Yield a fault where what the case says is read by nothing that it expects."""
    said = {*case.facts, *case.without}
    named = {expectation.name for expectation in case.expect}
    supported = {one for paper in case.evidence if isinstance(paper, dict) for one in _supported(paper)}
    if not (said or supported) or not case.expect or "" in named or not case.facts.keys() <= reads.facts:
        return  # a fact that the ruleset does not have is told where it is bound
    read = frozenset().union(*(reads.facts_of(name) for name in named))
    if not (said & read or supported & (read | named) or _papers(case) & said):
        yield faults.says_nothing(case.place("name"), case.name)


def _supported(paper: dict[str, object]) -> list[str]:
    found = paper.get("supports")
    return [found] if isinstance(found, str) else [str(one) for one in found] if isinstance(found, list) else []


def _papers(case: Case) -> set[str]:
    """Return what a case takes out that is no fact; whether it mattered the outcome says."""
    return set(case.without) if any(expectation.part == "proven" for expectation in case.expect) else set()
