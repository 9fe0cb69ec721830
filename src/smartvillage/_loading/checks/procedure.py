"""The procedure: what its steps name is there, and how long they last can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references
from smartvillage.diagnostics import Diagnostic
from smartvillage.durations import read_duration
from smartvillage.model.facts import DateFact
from smartvillage.model.procedure import NOBODY_SAYS, Step

from .conditions import check_is_met
from .reading import unread

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry

    from .context import Loaded


def check_procedure(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with the steps of the procedure."""
    for entry, step in loaded.entries("procedure"):
        yield from _check_names(loaded, entry, step)
        if step.lasts is not None:
            yield from unread(read_duration, step.lasts, entry, "lasts")
        for key, name in step.records:
            if name is not None:
                yield from _check_record(loaded, entry, key, name)


def _check_names(loaded: Loaded, entry: Entry, step: Step) -> Iterator[Diagnostic]:
    if step.owner != NOBODY_SAYS:
        yield from loaded.refer("role", step.owner, entry, "owner")
    for position, name in enumerate(step.after):
        at = ("after", position) if isinstance(entry.data["after"], (list, tuple)) else ("after",)
        yield from loaded.refer("step", name, entry, *at)
    if step.decision is not None:
        yield from loaded.refer("decision", step.decision, entry, "decision")
        yield from check_is_met(loaded, entry, step.decision, ("decision",))


def _check_record(loaded: Loaded, entry: Entry, key: str, name: str) -> Iterator[Diagnostic]:
    yield from loaded.refer("fact", name, entry, "records", key)
    fact = loaded.fact(name)
    if fact is not None and not isinstance(fact, DateFact):
        yield references.wrong_kind(entry.place("records", key), name, loaded.type_of(name), ["date"])
