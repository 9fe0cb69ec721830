"""Overlays as they are written: a header that says what is extended, sections that add, and a list of edits.

INVARIANT (no false citation): what an overlay sets rests on the edit's own ground, else on the overlay's header, never
on what stood there before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ConfigDict, Field

from smartvillage._faults import overlays as faulty
from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.model.base import Day, Id, Period, Text, Written
from smartvillage.model.basis import Based
from smartvillage.model.conditions import Selector
from smartvillage.model.frozen import Mapped
from smartvillage.model.limits import Lock
from smartvillage.model.ruleset import Version

from .build import validated
from .empties import empties
from .entries import Entry, Origin, Path, Setting, Step, takes_null
from .footing import Ground
from .ground import header_ground


class OverlayHeader(Based):
    """What an overlay is, which set or overlay it extends, and when it is in force."""

    id: Id
    title: Text
    version: Version
    extends: str
    in_force: Period | None = None
    """Before its first day and after its last the overlay does nothing: a dated overlay is an amendment."""


class Reasoned(Based):
    """An edit, and why it is made."""

    because: Text

    model_config = ConfigDict(serialize_by_alias=True)


class SetEdit(Reasoned):
    """What stands at a path is set; it must stand there."""

    set: str
    to: Written


class AlterEdit(Reasoned):
    """Keys of a mapping are set, be they there or not."""

    alter: str
    with_: Mapped[str, Written] = Field(alias="with", min_length=1)


class AddEdit(Reasoned):
    """An entry is added to a section, after another or at the end."""

    add: str
    after: Id | None = None
    item: Mapped[str, Written]


class RetireEdit(Reasoned):
    """An entry leaves the set, from a day on where one is given."""

    retire: str
    from_: Day | None = Field(None, alias="from")


class SelectEdit(Reasoned):
    """Only some criteria stay, and all those of precondition groups."""

    select: Selector


class LockEdit(Reasoned):
    """What stands at a path may not be changed any more, or only tightened."""

    lock: str
    as_: Lock = Field(alias="as")


#: The kinds of edit by the word that each begins with; the next is one line here and one function in ``edits``.
VERBS: dict[str, type[Reasoned]] = {
    "set": SetEdit,
    "alter": AlterEdit,
    "add": AddEdit,
    "retire": RetireEdit,
    "select": SelectEdit,
    "lock": LockEdit,
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: its verb, the path it names, what it rests on, why, and where it is written."""

    verb: str
    path: str
    content: Any
    """The edit as one of ``VERBS``."""
    written: Mapping[str, Any]
    ground: Ground
    origin: Origin
    at: Path
    overlay: str

    def place(self, *steps: Step, key: bool = False) -> Place | None:
        """Return the place of a part of the edit."""
        return self.origin.place((*self.at, *steps), key)

    def setting(self, *steps: Step) -> Setting:
        """Return who sets what is written at a part of the edit."""
        return Setting(self.origin, (*self.at, *steps), self.overlay, self.content.because, self.ground)

    def told(self) -> Place | None:
        """Return where a fault of the edit as a whole is told: at what it names."""
        return self.place(self.verb)


@dataclass(frozen=True, slots=True)
class Overlay:
    """An overlay that was read: its header, its ground, its edits, and the overlay that it extends."""

    header: OverlayHeader
    ground: Ground
    origin: Origin
    edits: tuple[Edit, ...]
    parent: Overlay | None = None
    """Nothing where it extends a ruleset."""

    @property
    def id(self) -> str:
        """The overlay's id."""
        return self.header.id

    @property
    def name(self) -> str:
        """The overlay as a resolved set records it."""
        return f"{self.header.id}@{self.header.version}"

    def chain(self) -> Iterator[Overlay]:
        """Yield the overlay, then what it extends, one after the other."""
        here: Overlay | None = self
        while here is not None:
            yield here
            here = here.parent

    def place(self, *steps: Step, key: bool = False) -> Place | None:
        """Return the place of a part of the header."""
        return self.origin.place(("overlay", *steps), key)


def read_overlay(origin: Origin, faults: list[Diagnostic]) -> Overlay | None:
    """Read an overlay, or add what is wrong with it; a faulty edit is left out, and told."""
    faults.extend(origin.faults)
    data = origin.data
    if not isinstance(data, Mapping) or "overlay" not in data:
        if data is not None:
            faults.append(shape.wrong_file(origin.place(()), "overlay"))
        return None
    faults.extend(_empty(origin, data))
    entry = Entry("overlay", "", data["overlay"], origin, ("overlay",))
    header = validated(OverlayHeader, data["overlay"], entry, (), faults)
    if header is None:
        return None
    ground = header_ground(data["overlay"])
    return Overlay(header, ground, origin, tuple(_edits(origin, header.id, ground, faults)))


def _empty(origin: Origin, data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield a fault for each key of the header and the edits that has nothing after it."""
    if takes_null(origin):
        return
    for path in empties({name: data[name] for name in ("overlay", "edits") if name in data}):
        yield shape.empty_value(origin.place(path, key=True), str(path[-1]))


def _edits(origin: Origin, overlay: str, header: Ground, faults: list[Diagnostic]) -> Iterator[Edit]:
    edits = origin.data.get("edits", ())
    if edits is None:
        return
    if not isinstance(edits, (list, tuple)):
        faults.append(shape.wrong_shape(origin.place(("edits",)), "a list"))
        return
    for position, written in enumerate(edits):
        entry = Entry("edits", "", written, origin, ("edits", position))
        verb = _verb(entry, faults)
        content = validated(VERBS[verb], written, entry, (), faults) if verb else None
        if content is not None:
            ground = Ground(
                header.basis if content.basis is None else content.basis,
                content.source if "source" in written else None if content.basis == "assumed" else header.source,
            )
            path = getattr(content, verb) if verb != "select" else "criteria"
            yield Edit(verb, path, content, written, ground, origin, ("edits", position), overlay)


def _verb(entry: Entry, faults: list[Diagnostic]) -> str:
    """Return the word an edit begins with; nothing after telling that it has none, or two."""
    if not isinstance(entry.data, Mapping):
        faults.append(shape.wrong_shape(entry.place(), "a mapping"))
        return ""
    verbs = [verb for verb in VERBS if verb in entry.data]
    if len(verbs) != 1:
        faults.append(faulty.wrong_verb(entry.place(), [str(key) for key in entry.data], VERBS))
        return ""
    return verbs[0]
