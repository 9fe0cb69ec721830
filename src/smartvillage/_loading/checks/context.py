"""What checks look at: every entry with its value, or without one where the entry has a fault of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from smartvillage._faults import overlays, references
from smartvillage._program.literal import Tables
from smartvillage.diagnostics import Diagnostic

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step
    from smartvillage._loading.ground import Claims
    from smartvillage._loading.sections import Sections
    from smartvillage.model.facts import AnyFact

#: The section that holds the things of a kind.
SECTION_OF = {
    "source": "sources", "role": "roles", "party": "parties", "scale": "scales", "code list": "codes",
    "fact": "facts", "limit": "limits",
    "measure": "measures", "group": "groups", "criterion": "criteria", "decision": "decisions",
    "step": "procedure", "evidence type": "evidence_types", "activity": "activities",
}  # fmt: skip


@dataclass(slots=True)
class Loaded:
    """A set's entries and values, and what has been referred to so far."""

    sections: Sections
    values: dict[str, dict[str, Any]]
    claims: list[Claims]
    used: dict[str, set[str]] = field(default_factory=dict)
    """The ids that something referred to, by section; fields stand as ``fact/field`` under ``fields``."""
    read_limits: set[tuple[str, str]] = field(default_factory=set)
    """Named limits that were read already, with what they were held against."""
    deep: set[tuple[str, str]] = field(default_factory=set)
    """Measures and limits, by section and id, that lie too deep or go in a circle: nobody goes down along them."""
    _tags: frozenset[str] | None = None
    _tables: Tables | None = None

    def entries(self, section: str) -> Iterator[tuple[Entry, Any]]:
        """Yield the entries of a section that have a value."""
        values = self.values[section]
        for id_, entry in self.sections.entries[section].items():
            value = values.get(id_)
            if value is not None:
                yield entry, value

    def fact(self, name: str) -> AnyFact | None:
        """Return a fact; nothing where it is not there or has a fault of its own."""
        found: AnyFact | None = self.values["facts"].get(name)
        return found

    def use(self, section: str, name: str) -> None:
        """Note that something referred to an id."""
        self.used.setdefault(section, set()).add(name)

    def refer(self, kind: str, name: str, entry: Entry, *steps: Step, key: bool = False) -> Iterator[Diagnostic]:
        """Note a reference, and yield a fault where it leads nowhere."""
        section = SECTION_OF[kind]
        known = self.values[section]
        if name in known:
            self.use(section, name)
        elif (section, name) in self.sections.dropped:
            dropped = self.sections.dropped[section, name]
            yield overlays.refers_to_dropped(entry.place(*steps, key=key), name, *dropped)
        elif section not in self.sections.broken:
            yield references.unknown_id(entry.place(*steps, key=key), kind, name, known)

    def cite(self, name: str, entry: Entry, *steps: Step) -> Iterator[Diagnostic]:
        """Note a citation, and yield a fault where it leads nowhere; ``{id, item}`` is told at its ``id``."""
        written = entry.data
        for step in steps:
            written = written.get(step) if isinstance(written, Mapping) else written[int(step)]
        yield from self.refer("source", name, entry, *steps, *(("id",) if isinstance(written, Mapping) else ()))

    def type_of(self, name: str) -> str:
        """Return what a fact's declaration calls its type."""
        return str(getattr(self.fact(name), "type", ""))

    def tags(self) -> frozenset[str]:
        """Return the tags that criteria carry."""
        if self._tags is None:
            self._tags = frozenset(tag for _, criterion in self.entries("criteria") for tag in criterion.tags)
        return self._tags

    @property
    def tables(self) -> Tables:
        """How values are read: the scales and codes there are."""
        if self._tables is None:
            header = self.values["ruleset"].get("")
            self._tables = Tables(
                {name: tuple(level.id for level in scale) for name, scale in self.values["scales"].items() if scale},
                {name: tuple(codes) for name, codes in self.values["codes"].items() if codes},
                header.numbers if header is not None else "vi",
            )
        return self._tables
