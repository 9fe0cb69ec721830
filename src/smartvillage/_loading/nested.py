"""Nested villages: a file that a village names is read, and judged by the set that is asked about.

INVARIANT (inside): a path leads only to a file in the folder of the file that names it, or below: no scheme, no
absolute path, no ``..`` and no link out. INVARIANT (ends): a file is never judged by way of itself, nor a set by way of
itself, and files stand only so deep inside one another.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from smartvillage._faults import nested as faults
from smartvillage._faults import references, relative
from smartvillage._program.judged import Judged
from smartvillage.diagnostics import Diagnostic, Place, Severity
from smartvillage.document import Limits
from smartvillage.errors import NotFoundError, NotInForceError, VillageError

from .folder import village_file
from .ruleset import check_ruleset, locate
from .shelf import find_near
from .village import check_village

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from smartvillage._program.judged import Judge
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .resolve import Checked

#: How deep files may stand inside one another.
DEPTH = 8

#: Judges a village by a set on a day; what the village itself names by files is judged by the function it is handed.
Ask: TypeAlias = "Callable[[Ruleset, Village, date, Judge], tuple[bool | None, bool]]"


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found once and is asked again: of each file on a day, and of each set; files inside files share it."""

    files: dict[tuple[Path | None, PurePosixPath], Path | None] = field(default_factory=dict)
    """By the file that names another and the path from it; nothing where that leads nowhere."""
    judged: dict[tuple[Path, str, date], Judged] = field(default_factory=dict)
    sets: dict[tuple[str, tuple[str, ...]], Checked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nested:
    """Where the files that one village names are looked for, and how they are judged."""

    file: Path | None
    """The village's own file; nothing for one that came from no file."""
    ruleset: str
    """The set by which the village itself is judged."""
    ask: Ask
    beside: Path | None = None
    """Where the set lies by which the village itself is judged: others lie beside it."""
    limits: Limits = field(default_factory=Limits)
    trail: tuple[tuple[Path, str], ...] = ()
    """The files around this one, each with its set."""
    _found: _Found = field(default_factory=_Found)

    def judge(self, written: str, ruleset: str, day: date, place: Place | None) -> Judged:
        """Judge the village at a path by a set on a day; what is wrong with a file is told the first time alone."""
        key, fault = (self.file, PurePosixPath(written)), None
        if key not in self._found.files:
            self._found.files[key], fault = self._file_at(written, place)
        path = self._found.files[key]
        if path is None:
            return Judged(faults=() if fault is None else (fault,))
        known = self._found.judged.get((path, ruleset, day))
        if known is not None:
            return known._replace(faults=())
        found = self._found.judged[path, ruleset, day] = self._judge(path, ruleset, day, place)
        return found

    def _judge(self, path: Path, ruleset: str, day: date, place: Place | None) -> Judged:
        fault = self._in_a_circle(path, ruleset, place)
        if fault is not None:
            return Judged(faults=(fault,))
        village, found = check_village(self._as_named(path), limits=self.limits)
        if village is None:
            return Judged(faults=_errors(found))
        if village.ruleset != ruleset:
            own = village._derived["document"].place(("ruleset",))  # noqa: SLF001 - where its values stood
            return Judged(faults=(faults.other_set(own, village.ruleset, ruleset),))
        return self._ask(path, village, day, place)

    def _file_at(self, written: str, place: Place | None) -> tuple[Path | None, Diagnostic | None]:
        """Return the file at a path with every link followed, or why there is none that may be read."""
        if self.file is None:
            return None, faults.no_folder(place, written)
        if _leads_out(written):
            return None, faults.outside_folder(place, written)
        home = self.file.parent
        try:
            path = village_file(home / written).resolve(strict=True)
            inside = path.is_relative_to(home.resolve(strict=True))
        except (NotFoundError, OSError, RuntimeError, ValueError):
            return None, faults.no_such_village(place, written)
        return (path, None) if inside else (None, faults.outside_folder(place, written))

    def _in_a_circle(self, path: Path, ruleset: str, place: Place | None) -> Diagnostic | None:
        around = (*self.trail, (self._own(), self.ruleset))
        files, sets = [file for file, _ in around], [name for _, name in around]
        if path in files:
            names = [file.name for file in (*files[files.index(path) :], path)]
            return faults.judged_in_a_circle(place, names)
        if ruleset in sets:
            return faults.judged_in_a_circle(place, [*sets[sets.index(ruleset) :], ruleset])
        return faults.nested_too_deep(place, DEPTH) if len(around) > DEPTH else None

    def _as_named(self, path: Path) -> Path:
        """Return the path as it is told to people: from where the file that names it lies."""
        home = self.file.parent if self.file is not None else Path()
        return home / path.relative_to(home.resolve())

    def _own(self) -> Path:
        return (self.file or Path()).resolve()

    def _ask(self, path: Path, village: Village, day: date, place: Place | None) -> Judged:
        try:
            ruleset, found = self._set(village)
        except NotFoundError as error:
            return Judged(faults=(references.unknown_id(place, error.kind, error.name, error.known),))
        if ruleset is None:
            return Judged(faults=(relative.other_set_faulty(place, village.ruleset, len(_errors(found))),))
        inner = replace(self, file=path, ruleset=village.ruleset, trail=(*self.trail, (self._own(), self.ruleset)))
        try:
            met, proven = self.ask(ruleset, village, day, inner.judge)
        except VillageError as error:
            return Judged(faults=error.diagnostics)
        except NotInForceError:
            return Judged()
        return Judged(met, proven)

    def _set(self, village: Village) -> Checked:
        """Return the set that a village names, with its overlays."""
        key = (village.ruleset, village.overlays)
        if key not in self._found.sets:
            near = self.file.parent if self.file is not None else None
            source = self._place_of(village.ruleset, near)
            self._found.sets[key] = check_ruleset(source, overlays=village.overlays, near=near, limits=self.limits)
        return self._found.sets[key]

    def _place_of(self, name: str, near: Path | None) -> Path:
        """Return where a set lies: on a shelf or near the village, else beside the set around."""
        try:
            return locate(name, near)
        except NotFoundError:
            found = find_near(name, self.beside)
            if found is None:
                raise
            return found


def _leads_out(written: str) -> bool:
    """Tell whether a path as written can lead anywhere but down: one rule on every system."""
    steps = PurePosixPath(written).parts
    return not steps or ".." in steps or written.startswith(("/", "~")) or any(mark in written for mark in "\\:\0")


def _errors(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(fault for fault in found if fault.severity is Severity.ERROR)
