"""Oddities: what a village says that can be read, and is probably not what was meant. Warnings, and no outcome's cause.

The rule: a verdict never looks here; who asks whether a village is sound does. The day against which others are held
is the village's own, whatever day is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from smartvillage._faults import village as faults
from smartvillage.model.facts import ListFact, RecordFact

from .literal import LiteralFault, Tables, read_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from smartvillage.diagnostics import Diagnostic, Place
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.village import Village

    from .lines import Path
    from .program import Program

#: A scope that says that nobody knows which place a figure is about.
_UNSTATED = "unstated"
#: The days on which something was, never will be.
_PAST = ("measured_on", "issued_on")


def oddities(program: Program, village: Village, where: Callable[..., Place | None]) -> Iterator[Diagnostic]:
    """Yield the warnings that a ruleset has for a village."""
    subject, kind = program.ruleset.ruleset.subject, village.village.kind
    if kind != subject:
        yield faults.other_subject(where(("village", "kind")), kind, subject)
    asked = {name: fact for name, fact in program.facts.items() if name in village.facts}
    scopes = {kind, subject, _UNSTATED, *village.village.within, *_scopes(program.facts.values())}
    for name in asked:
        for path, key, written in _said(village.facts[name], ("facts", name)):
            if key == "scope":
                if written not in scopes:
                    yield _at(faults.unknown_scope(where(path), written, sorted(scopes)), path)
            elif _is_after(written, village):
                yield _at(faults.day_to_come(where(path), written, village.as_of), path)
    for place, piece in enumerate(village.evidence):
        if piece.issued_on is not None and piece.issued_on > village.as_of:
            path = ("evidence", place, "issued_on")
            yield _at(faults.day_to_come(where(path), piece.issued_on.isoformat(), village.as_of), path)


def _at(fault: Diagnostic, path: Path) -> Diagnostic:
    return replace(fault, path="/".join(map(str, path)))


def _scopes(declared: Iterable[AnyFact]) -> Iterator[str]:
    """Yield the places that a ruleset's facts and fields ask about."""
    for fact in declared:
        if fact.scope is not None:
            yield fact.scope
        if isinstance(fact, (ListFact, RecordFact)):
            yield from _scopes(fact.fields.values())


def _said(line: Any, path: Path) -> Iterator[tuple[Path, str, str]]:  # noqa: ANN401 - plain data
    """Yield each scope and each past day in a line, with its path; what is only planned has days to come."""
    if isinstance(line, Mapping):
        for key, value in line.items():
            if isinstance(value, str) and (key == "scope" or (key in _PAST and line.get("status") != "planned")):
                yield (*path, key), key, value
            elif key != "source":
                yield from _said(value, (*path, key))
    elif isinstance(line, (list, tuple)):
        for place, item in enumerate(line):
            yield from _said(item, (*path, place))


def _is_after(written: str, village: Village) -> bool:
    """Tell whether a day is later than the village's; one that cannot be read is told elsewhere."""
    day: date
    try:
        day = read_day(written, Tables({}, {}, village.numbers, "vi"))
    except LiteralFault:
        return False
    return day > village.as_of
