"""Parties and evidence types: what they name is there, and how long they count can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage.diagnostics import Diagnostic
from smartvillage.durations import read_duration

from .reading import unread

if TYPE_CHECKING:
    from .context import Loaded


def check_people(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with parties."""
    for entry, party in loaded.entries("parties"):
        for position, role in enumerate(party.fills):
            at = ("fills", position) if isinstance(entry.data["fills"], (list, tuple)) else ("fills",)
            yield from loaded.refer("role", role, entry, *at)
        for position, other in enumerate(party.successors if isinstance(party.successors, tuple) else ()):
            yield from loaded.refer("party", other, entry, "successors", position)
        if party.source is not None:
            yield from loaded.cite(party.source.id, entry, "source")


def check_evidence(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with evidence types."""
    for entry, kind in loaded.entries("evidence_types"):
        if kind.valid_for is not None:
            yield from unread(read_duration, kind.valid_for, entry, "valid_for")
