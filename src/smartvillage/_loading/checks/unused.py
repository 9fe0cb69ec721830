"""Unused definitions: without this a misspelt definition that nothing refers to could not be noticed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.facts import ListFact, RecordFact

if TYPE_CHECKING:
    from .context import Loaded

#: The sections whose entries are there to be referred to, and what one of them is called.
NAMED = {
    "sources": "source", "roles": "role", "scales": "scale", "codes": "code list", "limits": "limit",
    "evidence_types": "evidence type",
}  # fmt: skip


def check_unused(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield a warning for each definition that nothing refers to, after all other checks of a set without errors."""
    for section, kind in NAMED.items():
        used = loaded.used.get(section, set())
        for entry, _ in loaded.entries(section):
            if entry.id not in used:
                yield references.unused(entry.place(key=True), kind, entry.id)
    yield from _facts(loaded)
    for entry, activity in loaded.entries("activities"):
        if not activity.effects and not activity.advised and entry.id not in loaded.used.get("activities", set()):
            yield references.unused(entry.place(key=True), "activity", entry.id)


def _facts(loaded: Loaded) -> Iterator[Diagnostic]:
    used, fields = loaded.used.get("facts", set()), loaded.used.get("fields", set())
    for entry, fact in loaded.entries("facts"):
        if fact.context:
            continue
        if entry.id not in used:
            yield references.unused(entry.place(key=True), "fact", entry.id)
            continue
        for name, field in fact.fields.items() if isinstance(fact, (RecordFact, ListFact)) else ():
            if not field.context and f"{entry.id}/{name}" not in fields:
                yield references.unused(entry.place("fields", name, key=True), "field", f"{entry.id}/{name}")
