"""Checks: what must hold between entries. Each check is a generator of diagnostics over one loaded set.

INVARIANT (no cascade): a check looks only at entries that are themselves whole, and never holds a reference to an
entry with a fault, or to a section that could not be read, against anybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from smartvillage.diagnostics import Diagnostic

from .activities import check_activities
from .citations import check_cites
from .context import Loaded
from .criteria import check_criteria, check_decisions
from .cycles import check_cycles
from .defaults import check_defaults
from .facts import check_facts
from .grounds import check_grounds
from .limits import check_named_limits
from .measures import check_measures
from .nesting import check_nesting
from .people import check_evidence, check_people
from .procedure import check_procedure


def check_all(loaded: Loaded) -> Iterator[Diagnostic]:
    """Run every check; the next one is one line here. What nothing uses is asked later, of a set without errors."""
    yield from check_people(loaded)
    yield from check_facts(loaded)
    yield from check_nesting(loaded)
    yield from check_named_limits(loaded)
    yield from check_measures(loaded)
    yield from check_criteria(loaded)
    yield from check_decisions(loaded)
    yield from check_procedure(loaded)
    yield from check_activities(loaded)
    yield from check_evidence(loaded)
    yield from check_defaults(loaded)
    yield from check_grounds(loaded)
    yield from check_cycles(loaded)
    yield from _cites(loaded)


def _cites(loaded: Loaded) -> Iterator[Diagnostic]:
    entries = loaded.sections.entries["sources"]
    return check_cites(loaded.values["sources"], lambda name, *steps, key=False: entries[name].place(*steps, key=key))
