"""Unused definitions: without this a misspelt definition that nothing refers to could not be noticed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from smartvillage._faults import references
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.facts import ListFact, RecordFact

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry

    from .context import Loaded

#: The sections whose entries are there to be referred to, and what one of them is called.
NAMED = {
    "sources": "source", "roles": "role", "scales": "scale", "codes": "code list", "limits": "limit",
    "measures": "measure", "evidence_types": "evidence type",
}  # fmt: skip


def check_unused(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield a warning for each definition that nothing refers to, after all other checks of a set without errors.

    Where overlays were brought in only their own definitions are looked at: what an edit leaves unused is no slip.
    """
    edited = any(entry.edits or entry.header is not None for entry in loaded.sections)

    def defined(section: str) -> Iterator[tuple[Entry, Any]]:
        return (pair for pair in loaded.entries(section) if not edited or pair[0].header is not None)

    for section, kind in NAMED.items():
        used = loaded.used.get(section, set())
        for entry, _ in defined(section):
            if entry.id not in used:
                yield references.unused(entry.place(key=True), kind, entry.id)
    yield from _facts(loaded, defined("facts"))
    yield from _tags(loaded, defined("criteria"))
    for entry, party in defined("parties"):
        if not party.fills and entry.id not in loaded.used.get("parties", set()):
            yield references.unused(entry.place(key=True), "party", entry.id)
    for entry, activity in defined("activities"):
        if not activity.effects and not activity.advised and entry.id not in loaded.used.get("activities", set()):
            yield references.unused(entry.place(key=True), "activity", entry.id)


def _tags(loaded: Loaded, defined: Iterable[tuple[Entry, Any]]) -> Iterator[Diagnostic]:
    """Yield each tag that no selection names, where the set selects by tags at all; else they are for readers."""
    told = set(loaded.used.get("tags", ()))
    for entry, criterion in defined if told else ():
        for position, tag in enumerate(criterion.tags):
            if tag not in told:
                told.add(tag)
                yield references.unused(entry.place("tags", position), "tag", tag)


def _facts(loaded: Loaded, defined: Iterable[tuple[Entry, Any]]) -> Iterator[Diagnostic]:
    used, fields = loaded.used.get("facts", set()), loaded.used.get("fields", set())
    for entry, fact in defined:
        if fact.context:
            continue
        if entry.id not in used:
            yield references.unused(entry.place(key=True), "fact", entry.id)
            continue
        for name, field in fact.fields.items() if isinstance(fact, (RecordFact, ListFact)) else ():
            if not field.context and f"{entry.id}/{name}" not in fields:
                yield references.unused(entry.place("fields", name, key=True), "field", f"{entry.id}/{name}")
