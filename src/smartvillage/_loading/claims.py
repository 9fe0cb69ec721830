"""What grounds claim, checked: unseen sources that state, unknown limits that rest on something, nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smartvillage._faults import references, shape
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.basis import Basis
from smartvillage.model.ruleset import Source

from .entries import Entry, Path
from .ground import DEPTH, Claims

#: So many entries without a basis lack the one that their file's header would give them.
_MANY = 3


def check_grounded(made: Sequence[Claims], header: Entry | None) -> Iterator[Diagnostic]:
    """Yield what rests on nothing: each entry, or the header alone where it gives no basis to many.

    Nothing is held against entries of a set that has no header at all: they would rest on it.
    """
    lacking = [claims for claims in made if claims.ungrounded]
    if header is None or not lacking:
        return
    if len(lacking) >= _MANY and isinstance(header.data, Mapping) and "basis" not in header.data:
        yield shape.no_basis(header.place(key=True), header.name, [claims.entry.name for claims in lacking])
        return
    for claims in lacking:
        steps = path_to(claims.entry.data, claims.ungrounded[0])
        yield shape.no_basis(claims.entry.place(*steps, key=True), claims.entry.name)


def check_claims(claims: Claims) -> Iterator[Diagnostic]:
    """Yield what is wrong with the grounds that one entry claims, apart from its sources."""
    entry = claims.entry
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
