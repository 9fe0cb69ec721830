"""Overlays: reading what an overlay is, which set it extends, and what it adds and edits.

INVARIANT (no false citation): what an overlay sets rests on the edit's own ground, else on the overlay's header, never
on what stood there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from smartvillage._faults import overlays as faulty
from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.model.base import Id, Period, Text, Written
from smartvillage.model.basis import Based
from smartvillage.model.ruleset import Version

from .build import validated
from .edits import Edit, Target, apply, overlap, target
from .entries import Entry, Origin, Path
from .footing import Ground
from .ground import header_ground
from .sections import SECTIONS, Sections, empty_values, same_id, split_section
from .versions import in_range, read_extends

#: The kinds of edit; only the first is made by this version.
VERBS = ("set", "alter", "add", "retire", "select", "lock")


class OverlayHeader(Based):
    """What an overlay is and which set it extends."""

    id: Id
    title: Text
    version: Version
    extends: str
    in_force: Period | None = None


class SetEdit(Based):
    """One value set at one path, and why."""

    set: str
    to: Written
    because: Text = Field()


@dataclass(frozen=True, slots=True)
class Overlay:
    """An overlay that was read: its header, its ground, and where it stands."""

    header: OverlayHeader
    ground: Ground
    origin: Origin

    @property
    def name(self) -> str:
        """The overlay as a resolved set records it."""
        return f"{self.header.id}@{self.header.version}"


def read_overlay(origin: Origin, faults: list[Diagnostic]) -> Overlay | None:
    """Read an overlay's header, or add what is wrong with it."""
    faults.extend(origin.faults)
    data = origin.data
    if not isinstance(data, Mapping):
        if data is not None:
            faults.append(shape.wrong_file(origin.place(()), "overlay"))
        return None
    if "overlay" not in data:
        faults.append(shape.wrong_file(origin.place(()), "overlay"))
        return None
    entry = Entry("overlay", "", data["overlay"], origin, ("overlay",))
    header = validated(OverlayHeader, data["overlay"], entry, (), faults)
    if header is None:
        return None
    if header.in_force is not None:
        faults.append(faulty.dated_overlay(entry.place("in_force", key=True)))
    return Overlay(header, header_ground(data["overlay"]), origin)


def resolve(overlays: Sequence[Overlay], sections: Sections, faults: list[Diagnostic]) -> None:
    """Bring overlays into a set: what they add, then what they edit. Their order makes no difference."""
    overlays = sorted(overlays, key=lambda overlay: overlay.name)
    for overlay in overlays:
        faults.extend(_check_base(overlay, sections))
        faults.extend(_add(overlay, sections))
    targets = [each for overlay in overlays for each in _targets(overlay, sections, faults)]
    for place, edit in list(_alone(targets, faults)):
        apply(place, edit, header_ground(sections.header()), faults)


def _alone(targets: Iterable[tuple[Target, Edit]], faults: list[Diagnostic]) -> Iterator[tuple[Target, Edit]]:
    """Yield the edits whose path nothing else edits, be it another edit or an overlay that is resolved already."""
    taken: dict[int, list[tuple[Path, Place | None]]] = {}
    for target_, edit in targets:
        entry = target_.entry
        resolved = [(steps, origin.place(written)) for steps, (origin, written, _) in entry.edits.items()]
        others = taken.setdefault(id(entry), resolved)
        first = [place for steps, place in others if overlap(steps, target_.steps)]
        if first:
            faults.append(faulty.edited_twice(edit.place("set"), edit.path, first[0]))
        else:
            others.append((target_.steps, edit.place("set")))
            yield target_, edit


def _check_base(overlay: Overlay, sections: Sections) -> Iterator[Diagnostic]:
    base = sections.header()
    where = overlay.origin.place(("overlay", "extends"))
    extends = read_extends(overlay.header.extends)
    if extends is None:
        yield faulty.bad_range(where, overlay.header.extends)
        return
    name, bounds = extends
    version = str(base.get("version", ""))
    try:
        fits = in_range(version, bounds)
    except ValueError:
        return  # the base's own version is told as a fault of the base
    if same_id(name) != same_id(base.get("id", "")) or not fits:
        yield faulty.other_base(where, overlay.header.extends, str(base.get("id", "")), version)


def _add(overlay: Overlay, sections: Sections) -> Iterator[Diagnostic]:
    origin = overlay.origin
    sections.origins.append(origin)
    known = [name for name in SECTIONS if name != "ruleset"]
    for name, content in origin.data.items():
        if name in known:
            before = {id(entry) for entry in sections}
            yield from split_section(origin, name, content, sections, {})
            for entry in sections.entries[name].values():
                if id(entry) not in before:
                    entry.header = overlay.ground
        elif name not in ("overlay", "edits"):
            yield shape.unknown_section(origin.place((name,), key=True), str(name), ("overlay", "edits", *known))


def _targets(overlay: Overlay, sections: Sections, faults: list[Diagnostic]) -> Iterator[tuple[Target, Edit]]:
    edits = overlay.origin.data.get("edits", ())
    for name in ("overlay", "edits"):
        faults.extend(empty_values(overlay.origin, name, overlay.origin.data.get(name, ())))
    if edits is None:
        return
    if not isinstance(edits, (list, tuple)):
        faults.append(shape.wrong_shape(overlay.origin.place(("edits",)), "a list"))
        return
    for position, written in enumerate(edits):
        edit = _edit(overlay, position, written, faults)
        if edit is not None:
            found = target(sections, edit, faults)
            if found is not None:
                yield found, edit


def _edit(overlay: Overlay, position: int, written: object, faults: list[Diagnostic]) -> Edit | None:
    entry = Entry("edits", "", written, overlay.origin, ("edits", position))
    if isinstance(written, Mapping) and "set" not in written:
        verb = next((verb for verb in VERBS if verb in written), None)
        if verb is not None:
            faults.append(faulty.verb_not_supported(entry.place(verb, key=True), verb))
            return None
    value: SetEdit | None = validated(SetEdit, written, entry, (), faults)
    if value is None or not isinstance(written, Mapping):
        return None
    own = Ground(
        overlay.ground.basis if value.basis is None else value.basis,
        value.source if "source" in written else None if value.basis == "assumed" else overlay.ground.source,
    )
    return Edit(value.set, written["to"], own, overlay.origin, ("edits", position), overlay.header.id)
