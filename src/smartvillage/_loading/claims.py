"""What grounds claim, checked: unseen sources that state, unknown limits that rest on something, nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from smartvillage._faults import references, shape
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.basis import Basis
from smartvillage.model.ruleset import Source

from .entries import Path
from .ground import DEPTH, Claims


def check_claims(claims: Claims) -> Iterator[Diagnostic]:
    """Yield what is wrong with the grounds of one entry, apart from its sources."""
    entry = claims.entry
    if claims.ungrounded:
        steps = path_to(entry.data, claims.ungrounded[0])
        yield shape.no_basis(entry.place(*steps, key=True), entry.name)
    for written in claims.unknowns:
        steps = path_to(entry.data, written)
        yield shape.unknown_with_basis(entry.place(*steps, "basis"), str(written["basis"]))
    if claims.deep:
        yield shape.too_deep(entry.place(*path_to(entry.data, claims.deep[0]), key=True), DEPTH)


def check_sources(claims: Claims, known: Mapping[str, Source | None]) -> Iterator[Diagnostic]:
    """Yield a fault for each ``stated`` by a source that nobody here has read."""
    for written, ground in claims.made:
        if ground.source is None or ground.basis is not Basis.STATED:
            continue
        source = known.get(ground.source.id)
        if source is None or source.seen:
            continue
        entry = claims.entry
        steps = path_to(entry.data, written)
        key = "source" if "source" in written else "basis"
        reporters = [id_ for id_, other in known.items() if other and other.reports == ground.source.id]
        yield references.unseen_source(entry.place(*steps, key), ground.source.id, reporters)


def path_to(data: Any, part: Any) -> Path:  # noqa: ANN401 - plain data
    """Return the path to a part of data, found by identity; the whole where it is no part."""
    return _search(data, part) or ()


def _search(data: Any, part: Any) -> Path | None:  # noqa: ANN401 - plain data
    if data is part:
        return ()
    items = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, (list, tuple)) else ()
    for step, inner in items:
        found = _search(inner, part)
        if found is not None:
            return (step, *found)
    return None
