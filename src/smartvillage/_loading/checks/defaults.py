"""Defaults: what a file gives to all its criteria and activities is there; a slip is told once, where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from smartvillage._faults import shape
from smartvillage._loading.basing import Claims, citation, header_ground
from smartvillage._loading.claims import check_sources
from smartvillage._loading.entries import Entry
from smartvillage._loading.sections import DEFAULTS
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.basis import Basis

if TYPE_CHECKING:
    from .context import Loaded

_BASES = tuple(basis.value for basis in Basis)


def check_defaults(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with the ``defaults`` of each file."""
    header = header_ground(loaded.sections.header())
    for origin in loaded.sections.origins:
        defaults = origin.data.get(DEFAULTS) if isinstance(origin.data, Mapping) else None
        if not isinstance(defaults, Mapping):
            continue
        entry = Entry(DEFAULTS, "", defaults, origin, (DEFAULTS,))
        yield from _check_words(loaded, entry, defaults)
        claims = Claims(entry)
        claims.ground(defaults, header)
        yield from check_sources(claims, loaded.values["sources"])


def _check_words(loaded: Loaded, entry: Entry, defaults: Mapping[str, object]) -> Iterator[Diagnostic]:
    basis, group, source = (defaults.get(key) for key in ("basis", "group", "source"))
    if basis is not None and str(basis) not in _BASES:
        yield shape.unknown_word(entry.place("basis"), str(basis), _BASES)
    if isinstance(group, str):
        yield from loaded.refer("group", group, entry, "group")
    elif group is not None:
        yield shape.wrong_shape(entry.place("group"), "a text", str(group))
    if source is None:
        return
    cited = citation(source)
    if cited is None:
        yield shape.wrong_shape(entry.place("source"), "a text", str(source))
    else:
        yield from loaded.cite(cited.id, entry, "source")
