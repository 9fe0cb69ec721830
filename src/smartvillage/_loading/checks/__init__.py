"""Checks: what must hold between entries. Each check is a generator of diagnostics over one loaded set.

INVARIANT (no cascade): a check looks only at entries that are themselves whole, and never holds a reference to an
entry with a fault, or to a section that could not be read, against anybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from smartvillage.diagnostics import Diagnostic

from .context import Loaded


def check_all(loaded: Loaded) -> Iterator[Diagnostic]:
    """Run every check; the next one is one line here."""
    yield from ()
