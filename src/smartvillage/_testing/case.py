"""Cases: what is said of a village, on which day, and what must come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from datetime import date

    from smartvillage.diagnostics import Diagnostic, Place
    from smartvillage.document import Document

#: How the name of a file of cases ends.
ENDINGS = (".case.yaml", ".case.yml", ".case.json")

#: What comes out, in a form that can be compared: a word, a truth, a number, a set of words, counts, or nothing.
Told: TypeAlias = "str | bool | int | frozenset[str] | dict[str, int] | None"


def is_case_file(source: object) -> TypeGuard[str | Path]:
    """Tell a file of cases by its name."""
    return isinstance(source, (str, Path)) and str(source).endswith(ENDINGS)


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must come out."""

    key: str
    """As written: ``criteria/2.13``."""
    wanted: Told
    """What must come out there."""
    place: Place | None
    """Where the file says so."""

    @property
    def part(self) -> str:
        """The kind of thing that is asked for, as ``criteria``, ``reasons`` or ``proven``."""
        return self.key.partition("/")[0]

    @property
    def name(self) -> str:
        """Of which criterion or decision; empty where it is about the whole."""
        return self.key.partition("/")[2]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One case as written; its village is made when it is run."""

    name: str
    """What is tried."""
    document: Document
    """The file that it stands in."""
    index: int
    """Which case of its file it is, from 0."""
    date: date | None
    """The day to evaluate on: the case's, else its file's."""
    village: Path | None
    """The village it starts from; without one, an empty village of the ruleset's subject."""
    overlays: tuple[str | Path, ...] | None
    """Nothing where the case does not say: those of its village."""
    data: dict[str, Any]
    """The case's own keys, as written."""
    expect: tuple[Expectation, ...] = ()
    """What must come out."""
    error: str | None = None
    """The code that must be told instead."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with the case itself; it cannot pass."""

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that the case says itself."""
        return self.data.get("facts") or {}

    @property
    def without(self) -> tuple[str, ...]:
        """What the case takes out of its village."""
        return tuple(map(str, self.data.get("without") or ()))

    @property
    def evidence(self) -> list[dict[str, Any]]:
        """The evidence that the case attaches."""
        return self.data.get("evidence") or []

    def place(self, *steps: str | int, key: bool = False) -> Place:
        """Return where a part of the case stands."""
        return self.document.place(("cases", self.index, *steps), key)

    def __str__(self) -> str:
        """Name the case and where it stands."""
        place = self.place("name")
        return f"{place.file}:{place.line}: {self.name}"


@dataclass(frozen=True, slots=True, eq=False)
class CaseFile:
    """A file of cases: of which ruleset, and all its cases."""

    path: Path
    """The file."""
    ruleset: str | Path
    """A name to look up near the file, or where the ruleset lies."""
    cases: tuple[Case, ...]
    """Its cases, in their order."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with the file as a whole."""
