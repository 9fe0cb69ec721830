"""Grounds: every source that something rests on is there, and was read where something is stated by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._loading.claims import check_sources, path_to
from smartvillage.diagnostics import Diagnostic

if TYPE_CHECKING:
    from .context import Loaded


def check_grounds(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with sources and with what rests on them."""
    for entry, source in loaded.entries("sources"):
        if source.reports is not None:
            yield from loaded.refer("source", source.reports, entry, "reports")
    known = loaded.values["sources"]
    for claims in loaded.claims:
        entry = claims.entry
        for written, ground in claims.made:
            if ground.source is None or "source" not in written:
                continue
            if ground.source.id in known:
                loaded.use("sources", ground.source.id)
            else:
                yield from loaded.cite(ground.source.id, entry, *path_to(entry.data, written), "source")
        yield from check_sources(claims, known)
