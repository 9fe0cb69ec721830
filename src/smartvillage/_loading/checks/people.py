"""Sources, roles, parties and grounds: what they name is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._loading.grounds import check_sources, path_to
from smartvillage.diagnostics import Diagnostic
from smartvillage.durations import read_duration

from .limits import check_limit
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
            yield from loaded.refer("source", party.source.id, entry, "source")


def check_grounds(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with what conditions and limits rest on."""
    for entry, source in loaded.entries("sources"):
        if source.reports is not None:
            yield from loaded.refer("source", source.reports, entry, "reports")
    for claims in loaded.claims:
        entry = claims.entry
        for written, ground in claims.made:
            if ground.source is None or "source" not in written:
                continue
            if ground.source.id in loaded.values["sources"]:
                loaded.use("sources", ground.source.id)
            else:
                yield from loaded.refer("source", ground.source.id, entry, *path_to(entry.data, written), "source")
        yield from check_sources(claims, loaded.values["sources"])


def check_evidence(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with evidence types."""
    for entry, kind in loaded.entries("evidence_types"):
        if kind.valid_for is not None:
            yield from unread(read_duration, kind.valid_for, entry, "valid_for")


def check_named_limits(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with the forms of named limits; their values are read where they are used."""
    for entry, limit in loaded.entries("limits"):
        yield from check_limit(loaded, entry, limit, None, ())
