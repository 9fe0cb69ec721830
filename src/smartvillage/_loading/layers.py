"""Layers: overlays brought into a set, one on another.

How it goes through: what is extended comes before what extends it; overlays of which neither extends the other come in
the order of their ids, and it may not matter. So two of them may not touch the same: one path, a path and one inside
it, a thing that one takes out or adds and the other looks at. That is asked of paths and not by resolving both ways:
paths that do not meet can be edited in any order whatever the values are, and whoever reads the fault sees both places.

INVARIANT (as it was): every path of an overlay is followed in the set that it extends, never in what it makes of it;
so the order of its edits makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from smartvillage._faults import overlays as faulty
from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, Place

from .amendments import waits
from .build import build
from .edits import Change, changes, make
from .entries import Entry, Path, Setting
from .footing import Ground
from .ground import ground_entry, header_ground
from .idle import leave_idle_out
from .locks import Locks
from .overlay import Edit, Overlay
from .sections import SECTIONS, Sections, split_section
from .selecting import Selection


class Touch(NamedTuple):
    """What an overlay touched: a part of an entry, written or only looked at."""

    steps: Path
    overlay: Overlay
    place: Place | None
    reads: bool = False
    adds: bool = False
    """The entry was not there before."""
    chooses: bool = False
    """A selection looked at it: whether it keeps what is added is asked of that itself."""

    def alike(self, other: Touch) -> bool:
        """Tell whether two touches of one entry differ only in their place."""
        return self.overlay is other.overlay and self[0] == other[0] and self[3:] == other[3:]

    def meets(self, other: Touch) -> bool:
        """Tell whether two touches of one entry are of the same, so that it matters which came first."""
        if (self.reads and other.reads) or (self.adds and other.chooses) or (self.chooses and other.adds):
            return False
        if self.overlay is other.overlay and (self.reads or other.reads):
            return False
        return overlap(self.steps, other.steps)


@dataclass(slots=True)
class Doings:
    """Which edits made a difference on any day, and what is told of those that made none."""

    idle: dict[tuple[str, Path], Diagnostic] = field(default_factory=dict)
    at_work: set[tuple[str, Path]] = field(default_factory=set)

    def note(self, change: Edit, path: str, *, at_work: bool) -> None:
        """Note whether an edit made a difference."""
        key = (f"{change.overlay} {change.origin.file}", change.at)
        if at_work:
            self.at_work.add(key)
        else:
            self.idle.setdefault(key, faulty.no_effect(change.told(), path))

    def in_vain(self) -> Iterator[Diagnostic]:
        """Yield a fault for each edit that never made a difference."""
        yield from (fault for key, fault in self.idle.items() if key not in self.at_work)


@dataclass(slots=True)
class Layers:
    """A set while overlays are brought into it."""

    sections: Sections
    faults: list[Diagnostic]
    doings: Doings
    day: date
    """The first day on which the set is as it is made here."""
    touched: dict[tuple[str, str], list[Touch]] = field(default_factory=dict)
    selections: list[tuple[Overlay, Selection]] = field(default_factory=list)

    def bring_in(self, overlays: Sequence[Overlay]) -> None:
        """Bring overlays in, each after what it extends."""
        for overlay in sorted(overlays, key=lambda one: (len(list(one.chain())), one.name)):
            before = self.sections.copy()
            self._add(overlay)
            made = list(self._alone(overlay, before))
            for change in made:
                self._make(change)
            self.faults.extend(Locks(before, self.sections).broken(made))
        if self.selections:
            selecting, selection = self.selections[-1]
            leave_idle_out(self.sections, self._left_out(), selecting.id, selection.edit.told())
        _arrange(self.sections)

    def _left_out(self) -> set[str]:
        """Return the criteria that selections took out, and nobody put in again."""
        choosing = {overlay.id for overlay, _ in self.selections}
        return {
            name for (section, name), dropped in self.sections.dropped.items()
            if section == "criteria" and dropped.overlay in choosing and name not in self.sections.entries[section]
        }  # fmt: skip

    def _add(self, overlay: Overlay) -> None:
        """Add what stands in the overlay's own sections."""
        origin, sections = overlay.origin, self.sections
        sections.origins.append(origin)
        known = [name for name in SECTIONS if name != "ruleset"]
        for name, content in origin.data.items():
            if name in known:
                before = {id(entry) for entry in sections}
                self.faults.extend(split_section(origin, name, content, sections, {}))
                for entry in sections.entries[name].values():
                    if id(entry) not in before:
                        entry.header = overlay.ground
                        entry.added = Setting(origin, entry.path, overlay.id)
                        place = entry.place(key=True)
                        self._hold(overlay, (name, entry.id), Touch((), overlay, place, adds=True), entry.name)
                        self._admit(overlay, entry, place)
            elif name not in ("overlay", "edits"):
                self.faults.append(
                    shape.unknown_section(origin.place((name,), key=True), str(name), ("overlay", "edits", *known))
                )

    def _touch(self, overlay: Overlay, entry: tuple[str, str], touch: Touch) -> Touch | None:
        """Note what an overlay touches, and return what it may not share with another that it does not extend."""
        others = self.touched.setdefault(entry, [])
        below = {one.id for one in overlay.chain()}
        met = next(
            (one for one in others if (one.overlay is overlay or one.overlay.id not in below) and one.meets(touch)),
            None,
        )
        if met is None and not any(one.alike(touch) for one in others):
            others.append(touch)  # each kind once: a thousand edits after one entry look at it in the same way
        return met

    def _alone(self, overlay: Overlay, before: Sections) -> Iterator[Change]:
        """Yield the changes of an overlay that touch nothing which another edit touches."""
        for edit in overlay.edits:
            if waits(edit, self.day):
                self.doings.note(edit, edit.path, at_work=False)
                continue
            told = len(self.faults)
            found = list(changes(edit, before, self.faults))
            if not found and len(self.faults) == told:
                self.doings.note(edit, edit.path, at_work=False)
            if edit.verb == "select":
                self._look(overlay, Selection.of(edit, before), before)
            for change in found:
                met = [one for one in self._meetings(overlay, change) if one is not None]
                if not met:
                    if change.added is not None:
                        self._admit(overlay, change.added, edit.told())
                    yield change
                else:
                    self.faults.append(_conflict(overlay, change, met[0]))

    def _look(self, overlay: Overlay, selection: Selection, before: Sections) -> None:
        """Note what a selection rests on, and that it was made."""
        place = selection.edit.told()
        for section, id_, steps in selection.looked_at(before):
            self._hold(
                overlay,
                (section, id_),
                Touch(steps, overlay, place, reads=True, chooses=True),
                f"{section}/{id_}/{steps[0]}",
            )
        self.selections.append((overlay, selection))

    def _hold(self, overlay: Overlay, entry: tuple[str, str], touch: Touch, path: str) -> None:
        """Note a touch, or tell whom it meets."""
        met = self._touch(overlay, entry, touch)
        if met is not None:
            self.faults.append(faulty.do_not_commute(touch.place, path, overlay.id, met.overlay.id, met.place))

    def _admit(self, overlay: Overlay, entry: Entry, place: Place | None) -> None:
        """Tell of a new criterion that a selection, had it come later, would have left out."""
        below = {one.id for one in overlay.chain()}
        for other, selection in self.selections if entry.section == "criteria" else ():
            if other.id not in below and not selection.keeps(entry):
                first = selection.edit.told()
                self.faults.append(faulty.do_not_commute(place, entry.name, overlay.id, other.id, first))

    def _meetings(self, overlay: Overlay, change: Change) -> Iterator[Touch | None]:
        place = change.edit.told()
        for steps in change.writes:
            yield self._touch(
                overlay, (change.section, change.id), Touch(steps, overlay, place, adds=change.added is not None)
            )
        for section, id_, steps in change.reads:
            yield self._touch(overlay, (section, id_), Touch(steps, overlay, place, reads=True))

    def _make(self, change: Change) -> None:
        """Make a change, and note whether it made a difference."""
        entries = self.sections.entries[change.section]
        if change.added is not None and change.id in entries:
            self.faults.append(shape.defined_twice(change.edit.told(), change.id, entries[change.id].place()))
            return
        whole = change.added is not None or change.dropped
        entry = None if whole else entries[change.id]
        was, old = (None, None) if entry is None else (self._built(entry), entry.data)
        make(change, self.sections)
        if entry is None:
            self.doings.note(change.edit, change.path, at_work=True)
        else:
            same = old == entry.data or (was is not None and was == self._built(entry))
            self.doings.note(change.edit, change.path, at_work=not same)

    def _built(self, entry: Entry) -> Any:  # noqa: ANN401 - a value of the vocabulary
        return built(entry, header_ground(self.sections.header()))


def built(entry: Entry, header: Ground) -> Any:  # noqa: ANN401 - a value of the vocabulary
    """Return what an entry comes to by itself; nothing where it has a fault."""
    data, _ = ground_entry(entry, header)
    return build(entry, data, [])


def overlap(first: Path, other: Path) -> bool:
    """Tell whether one way inside an entry is the other or goes on from it."""
    length = min(len(first), len(other))
    return first[:length] == other[:length]


def _conflict(overlay: Overlay, change: Change, met: Touch) -> Diagnostic:
    place = change.edit.told()
    if met.overlay is overlay:
        return faulty.edited_twice(place, change.path, met.place)
    return faulty.do_not_commute(place, change.path, overlay.id, met.overlay.id, met.place)


def _arrange(sections: Sections) -> None:
    """Put what was added after something there; several after one thing in the order of their ids, as at the end."""
    for name, entries in sections.entries.items():
        moved = [entry for entry in entries.values() if entry.after is not None]
        if not moved:
            continue
        inside: dict[str, list[Entry]] = {}
        for entry in sorted(moved, key=lambda one: natural(one.id)):
            at = entry.after if entry.after in entries else ""
            inside.setdefault(at or "", []).append(entry)
        order = [entry for entry in entries.values() if entry.after is None]
        sections.entries[name] = {entry.id: entry for entry in _behind([*order, *inside.pop("", [])], inside)}


def _behind(order: Iterable[Entry], inside: dict[str, list[Entry]]) -> Iterator[Entry]:
    for entry in order:
        yield entry
        yield from _behind(inside.pop(entry.id, []), inside)


def natural(id_: str) -> tuple[tuple[int, int, str], ...]:
    """Order ids as people do: ``2.9`` before ``2.10``."""
    import re

    parts = re.findall(r"\d+|\D+", id_, re.ASCII)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
