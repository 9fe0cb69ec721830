"""Relative limits and days of every year: what they are a part of is there, and of a kind with what is measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references, relative, scores
from smartvillage._program.literal import read_times
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.facts import CountFact, DateFact, QuantityFact, ShareFact
from smartvillage.model.limits import FactReference, LimitReference, MeasureReference

from .gauged import of_measure
from .reading import told, unread

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.limits import TimesLimit, YearlyLimit

    from .context import Loaded
    from .measured import Measured

#: The types of which something can be a part.
_NUMBERS = (CountFact, QuantityFact, ShareFact)


def has_parts(measured: Measured | None) -> bool:
    """Tell whether something can be so many times of what is measured: of every number, whole or not."""
    return measured is None or measured.fact is None or isinstance(measured.fact, _NUMBERS)


def check_times(
    loaded: Loaded, entry: Entry, limit: TimesLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a relative limit and with what it is a part of."""
    yield from unread(lambda written: read_times(written, loaded.tables.style), limit.times, entry, *steps, "times")
    if not has_parts(measured):
        assert measured is not None  # noqa: S101 - of what nobody measures nothing is said
        yield _wrong_kind(entry, measured, ["count", "quantity", "share"], steps)
        return
    match limit.of:
        case LimitReference(limit=name):
            yield from loaded.refer("limit", name, entry, *steps, "of", "limit")
        case FactReference(fact=name):
            yield from _check_fact(loaded, entry, name, measured, steps)
            if limit.round is not None:
                yield relative.round_not_possible(entry.place(*steps, "round", key=True))
        case MeasureReference(measure=name):
            yield from _check_measure(loaded, entry, name, measured, steps)
            if limit.round is not None:
                yield relative.round_not_possible(entry.place(*steps, "round", key=True))


def _check_measure(
    loaded: Loaded, entry: Entry, name: str, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield where a named measure is none of which the measured one could be a part."""
    yield from loaded.refer("measure", name, entry, *steps, "of", "measure")
    found = of_measure(loaded, name)
    if found is None or measured is None:
        return
    wanted = ["share"] if isinstance(measured.fact, ShareFact) else ["number", "points"]
    if found.kind not in wanted:
        yield scores.not_measured(entry.place(*steps, "of", "measure"), found.kind, wanted)
    elif found.measured.fact is not None and found.measured.fact is measured.fact:
        yield relative.to_itself(entry.place(*steps, "of", "measure"), measured.name)
    else:
        yield from _check_units(entry, found.measured.fact, measured.fact, (*steps, "of", "measure"))


def _check_fact(
    loaded: Loaded, entry: Entry, name: str, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    yield from loaded.refer("fact", name, entry, *steps, "of", "fact")
    other = loaded.fact(name)
    if other is None or measured is None:
        return
    place = entry.place(*steps, "of", "fact")
    if name == measured.name:
        yield relative.to_itself(place, name)
    elif not isinstance(other, type(measured.fact) if measured.fact else CountFact):
        yield references.wrong_kind(place, name, loaded.type_of(name), [getattr(measured.fact, "type", "count")])
    else:
        yield from _check_units(entry, other, measured.fact, (*steps, "of", "fact"))


def _check_units(
    entry: Entry, other: AnyFact | None, own: AnyFact | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield where one is no part of the other by its unit; what is counted has none."""
    unit, wanted = (one.unit if isinstance(one, QuantityFact) else "1" for one in (other, own))
    if unit == wanted:
        return
    from smartvillage.units import UnitFault, convert

    try:
        convert(1, unit, wanted)
    except UnitFault as fault:
        yield told(fault, entry.place(*steps))


def check_yearly(
    _loaded: Loaded, entry: Entry, limit: YearlyLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a day of every year as a limit: only a day can be held against it."""
    if measured is not None and not isinstance(measured.fact, DateFact):
        yield _wrong_kind(entry, measured, ["date"], steps)
    if limit.round is not None:
        yield relative.round_not_possible(entry.place(*steps, "round", key=True))


def _wrong_kind(entry: Entry, measured: Measured, needed: list[str], steps: tuple[Step, ...]) -> Diagnostic:
    found: AnyFact | None = measured.fact
    kind = str(getattr(found, "type", "days" if found is not None else "count"))
    return references.wrong_kind(entry.place(*steps), measured.name, kind, needed)
