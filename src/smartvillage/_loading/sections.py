"""Sections: the union of a ruleset's files, entry by entry.

How it goes through: each document's top is split into sections, each section into entries; an entry whose id is
already taken is a fault, and the first one stands. Nothing is validated here; an entry may be anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from smartvillage._faults import shape
from smartvillage._faults.words import nearest
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.model.base import normal_id
from smartvillage.timeline import iso_day

from .empties import empties
from .entries import Entry, Handed, Origin, Path, takes_null

if TYPE_CHECKING:
    from .lending import Lend

Form: TypeAlias = Literal["single", "mapping", "list"]

#: The sections of a ruleset and how each is written. Lists are those whose order matters.
SECTIONS: dict[str, Form] = {
    "ruleset": "single",
    "sources": "mapping",
    "roles": "mapping",
    "parties": "mapping",
    "scales": "mapping",
    "codes": "mapping",
    "facts": "mapping",
    "limits": "mapping",
    "measures": "mapping",
    "groups": "list",
    "criteria": "list",
    "decisions": "mapping",
    "procedure": "list",
    "evidence_types": "mapping",
    "activities": "mapping",
}
#: Sections without which a ruleset says nothing.
NEEDED = ("ruleset", "sources", "facts", "criteria", "decisions")
#: What a file may hold beside its sections.
DEFAULTS = "defaults"
#: What a resolved ruleset that was written out says of itself; nobody writes it by hand.
OVERLAYS = "overlays"
#: The same of the other sets from which limits were read.
BORROWED = "borrowed"
#: The same of its later days.
AMENDED = "amended"


class Dropped(NamedTuple):
    """What an overlay took out of a set, and where it says so."""

    overlay: str
    place: Place | None


@dataclass(slots=True)
class Sections:
    """All entries of a set by section and id, in the order in which they were read."""

    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    origins: list[Origin] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Sections of which something could not be read at all; what refers to them is not held against anybody."""
    overlays: tuple[str, ...] = ()
    """The overlays that a ruleset which was written out held already."""
    borrowed: tuple[str, ...] = ()
    """The other sets from which it had read limits."""
    amended: list[tuple[date, Sections]] = field(default_factory=list)
    """The entries of later days, by the day on which they begin, of a set that was amended and written out."""
    dropped: dict[tuple[str, str], Dropped] = field(default_factory=dict)
    """What overlays took out, by section and id."""
    lend: Lend | None = None
    """Loads other sets whose limits are named; nothing where none can be."""

    def add(self, entry: Entry) -> Diagnostic | None:
        """Add an entry, or say that its id is taken."""
        section = self.entries[entry.section]
        first = section.setdefault(entry.id, entry)
        if first is entry:
            return None
        at = ("id",) if SECTIONS[entry.section] == "list" else ()
        return shape.defined_twice(
            entry.place(*at, key=not at), entry.id or entry.section, first.place(*at, key=not at)
        )

    def copy(self) -> Sections:
        """Return sections of their own with the same entries, so that an overlay can be brought in."""
        entries = {
            name: {id_: replace(entry, edits=dict(entry.edits)) for id_, entry in section.items()}
            for name, section in self.entries.items()
        }
        return Sections(
            entries, list(self.origins), set(self.broken), self.overlays, self.borrowed,
            list(self.amended), dict(self.dropped), self.lend,
        )  # fmt: skip

    def drop(self, section: str, id_: str, overlay: str, place: Place | None) -> None:
        """Take an entry out."""
        del self.entries[section][id_]
        self.dropped[section, id_] = Dropped(overlay, place)

    def __iter__(self) -> Iterator[Entry]:
        """Yield every entry."""
        for section in self.entries.values():
            yield from section.values()

    def header(self) -> Mapping[str, Any]:
        """Return the data of the header, empty where there is none."""
        entry = self.entries["ruleset"].get("")
        return entry.data if entry is not None and isinstance(entry.data, Mapping) else {}


def gather(origins: Iterable[Origin], sections: Sections) -> Iterator[Diagnostic]:
    """Split documents into entries and add them; yields what is wrong with the split."""
    for origin in origins:
        sections.origins.append(origin)
        yield from origin.faults
        if origin.data is None:
            sections.broken.update(SECTIONS)
        elif not isinstance(origin.data, Mapping):
            sections.broken.update(SECTIONS)
            yield shape.wrong_shape(origin.place(()), "a mapping")
        elif "village" in origin.data or "overlay" in origin.data:
            sections.broken.update(SECTIONS)
            yield shape.wrong_file(origin.place(()), "ruleset")
        elif sets := _two_sets(origin.data, sections):
            first = sections.entries["ruleset"][""]
            yield shape.defined_twice(origin.place(("ruleset",), key=True), "ruleset", first.place(key=True), sets)
        else:
            yield from _split(origin, origin.data, sections, (*SECTIONS, DEFAULTS))


def _two_sets(data: Mapping[str, Any], sections: Sections) -> tuple[str, str] | None:
    """Return the ids of two sets where a file begins another than the one of the files before it."""
    header = data.get("ruleset")
    first, later = sections.header().get("id"), header.get("id") if isinstance(header, Mapping) else None
    return (first, later) if isinstance(first, str) and isinstance(later, str) and first != later else None


def missing(sections: Sections) -> Iterator[Diagnostic]:
    """Yield a fault for each needed section that no file has."""
    first = sections.origins[0] if sections.origins else None
    for name in NEEDED:
        if not sections.entries[name] and name not in sections.broken and not _is_empty_list(sections, name):
            yield shape.missing_section(first.place(()) if first else None, name)


def _is_empty_list(sections: Sections, name: str) -> bool:
    told = (origin.data for origin in sections.origins if isinstance(origin.data, Mapping))
    return any(data.get(name) is not None for data in told)


def _split(origin: Origin, data: Mapping[str, Any], sections: Sections, known: Iterable[str]) -> Iterator[Diagnostic]:
    defaults = data.get(DEFAULTS)
    if not isinstance(defaults, Mapping):
        defaults = {}
    for name, content in data.items():
        if name in SECTIONS:
            yield from split_section(origin, name, content, sections, defaults)
        elif name == DEFAULTS:
            yield from _check_defaults(origin, content)
        elif name == OVERLAYS and takes_null(origin) and isinstance(content, (list, tuple)):
            sections.overlays = tuple(map(str, content))
        elif name == BORROWED and takes_null(origin) and isinstance(content, (list, tuple)):
            sections.borrowed = tuple(map(str, content))
        elif name == AMENDED and takes_null(origin) and isinstance(content, Mapping):
            yield from _amended(content, sections)
        else:
            meant = nearest(str(name), SECTIONS)
            if meant is not None:  # what refers to it is not held against anybody
                sections.broken.add(meant)
            yield shape.unknown_section(origin.place((name,), key=True), str(name), known)


def _amended(content: Mapping[Any, Any], sections: Sections) -> Iterator[Diagnostic]:
    """Read the entries of later days of a set that was written out."""
    for written, data in content.items():
        day = written if isinstance(written, date) else iso_day(str(written))
        if day is None:
            yield shape.bad_day(None, str(written))
            continue
        later = Sections()
        yield from gather([Handed(data)], later)
        sections.amended.append((day, later))


def _check_defaults(origin: Origin, content: object) -> Iterator[Diagnostic]:
    if not isinstance(content, Mapping):
        yield shape.wrong_shape(origin.place((DEFAULTS,)), "a mapping")
        return
    known = ("group", "basis", "source")
    for key in content:
        if key not in known:
            yield shape.unknown_key(origin.place((DEFAULTS, key), key=True), str(key), known)


def split_section(
    origin: Origin, name: str, content: object, sections: Sections, defaults: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    """Split one section into entries and add them."""
    yield from empty_values(origin, name, content)
    form = SECTIONS[name]
    if content is None and takes_null(origin):
        return  # written out by a program, and no more there than if it were not
    if content is None:
        sections.broken.add(name)
    elif form == "single":
        found = sections.add(Entry(name, "", content, origin, (name,)))
        if found:
            yield found
    elif not isinstance(content, Mapping if form == "mapping" else (list, tuple)):
        sections.broken.add(name)
        yield shape.wrong_shape(origin.place((name,)), "a mapping" if form == "mapping" else "a list")
    else:
        for key, path, value in _items(name, content):
            if form == "list" and not _bears_id(value):
                sections.broken.add(name)
            found = sections.add(Entry(name, key, value, origin, path, defaults))
            if found:
                yield found


def empty_values(origin: Origin, name: str, content: object) -> Iterator[Diagnostic]:
    """Yield a fault for each key of a file that has nothing after it."""
    if takes_null(origin):
        return
    for path in empties({name: content}):
        yield shape.empty_value(origin.place(path, key=True), str(path[-1]))


def same_id(written: object) -> str:
    """Return whatever stands where an id is asked for, as ids are compared."""
    return normal_id(str(written))


def _bears_id(value: object) -> bool:
    """Tell whether an item of a list says how it is called; nobody can know who refers to one that does not."""
    return isinstance(value, Mapping) and isinstance(value.get("id"), str) and bool(value["id"])


def _items(name: str, content: Any) -> Iterator[tuple[str, Path, Any]]:  # noqa: ANN401 - plain data
    if SECTIONS[name] == "mapping":
        for key, value in content.items():
            yield same_id(key), (name, key), value
        return
    for position, value in enumerate(content):
        written = value.get("id") if isinstance(value, Mapping) else None
        yield same_id(written) if written is not None else f"#{position}", (name, position), value
