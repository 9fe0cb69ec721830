"""Limits: each form is whole, and every written value can be read by what it is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from smartvillage._faults import references, scores, shape
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.facts import ChoiceFact
from smartvillage.model.limits import (
    AnyLimit,
    ByLimit,
    DatedLimit,
    DatedValue,
    LimitReference,
    NamedLimit,
    TimesLimit,
    UnknownLimit,
    ValueLimit,
    YearlyLimit,
)
from smartvillage.timeline import day_after

from .gauged import class_codes, of_measure
from .reading import unread
from .relative import check_times, check_yearly, has_parts

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step

    from .context import Loaded
    from .measured import Measured


def check_limit(
    loaded: Loaded, entry: Entry, limit: AnyLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a limit; its values are read where it is known what they are held against."""
    if limit.ask is not None:
        yield from loaded.refer("role", limit.ask, entry, *steps, "ask")
    if limit.round is not None and measured is not None:
        yield from unread(measured.read, limit.round.to, entry, *steps, "round", "to")
    yield from _FORMS[type(limit)](loaded, entry, limit, measured, steps)


def _check_value(
    _loaded: Loaded, entry: Entry, limit: ValueLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    if measured is not None:
        yield from unread(measured.read, limit.value, entry, *steps, "value")


def _check_unknown(
    _loaded: Loaded, entry: Entry, limit: UnknownLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    if measured is None:
        return
    if not measured.open:
        yield references.unknown_not_allowed(entry.place(*steps), measured.name)
        return
    for word, written in limit.unknown:
        if written is not None:
            yield from unread(measured.read, written, entry, *steps, "unknown", word)


def _check_by(
    loaded: Loaded, entry: Entry, limit: ByLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    codes: tuple[str, ...] | None = None
    if limit.by in loaded.values["measures"] and limit.by not in loaded.values["facts"]:
        yield from loaded.refer("measure", limit.by, entry, *steps, "by")
        codes = class_codes(loaded, limit.by)
        found = of_measure(loaded, limit.by)
        if found is not None and codes is None:
            yield scores.not_measured(entry.place(*steps, "by"), found.kind, ["code"])
    else:
        yield from loaded.refer("fact", limit.by, entry, *steps, "by")
        fact = loaded.fact(limit.by)
        codes = loaded.tables.choices(fact) if isinstance(fact, ChoiceFact) else None
        if fact is not None and codes is None:
            yield references.wrong_kind(entry.place(*steps, "by"), limit.by, loaded.type_of(limit.by), ["choice"])
    if codes:
        for code in limit.values:
            if code not in codes:
                yield references.unknown_id(entry.place(*steps, "values", code, key=True), "code", code, codes)
        left_out = [code for code in codes if code not in limit.values]
        if left_out and limit.otherwise is None:
            yield references.class_missing(entry.place(*steps, "values", key=True), left_out)
    for code, value in limit.values.items():
        yield from check_limit(loaded, entry, value, measured, (*steps, "values", code))
    if limit.otherwise is not None:
        yield from check_limit(loaded, entry, limit.otherwise, measured, (*steps, "otherwise"))


def _check_dated(
    loaded: Loaded, entry: Entry, limit: DatedLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    whole: list[tuple[int, DatedValue]] = []
    for position, value in enumerate(limit.dated):
        if measured is not None:
            yield from unread(measured.read, value.value, entry, *steps, "dated", position, "value")
        if value.from_ and value.until and value.until < value.from_:
            yield shape.period_backwards(entry.place(*steps, "dated", position))
        else:
            whole.append((position, value))
    whole.sort(key=lambda item: (item[1].from_ is not None, item[1].from_))
    yield from _overlaps(entry, whole, steps)
    yield from _holes(loaded, entry, [value for _, value in whole], steps)


def _overlaps(entry: Entry, values: list[tuple[int, DatedValue]], steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    for (_, first), (position, later) in pairwise(values):
        if first.until is None or later.from_ is None or later.from_ <= first.until:
            yield references.periods_overlap(entry.place(*steps, "dated", position), _period(first), _period(later))


def _period(value: DatedValue) -> str:
    return f"{value.from_ or '…'}..{value.until or '…'}"


def _holes(loaded: Loaded, entry: Entry, values: list[DatedValue], steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each stretch of the set's own period on which no value is in force."""
    header = loaded.values["ruleset"].get("")
    if header is None or not values:
        return
    covered: Any = header.period.start
    for value in values:
        if covered is not None and value.from_ is not None and value.from_ > covered:
            yield references.period_hole(
                entry.place(*steps, "dated", key=True), str(covered), str(value.from_ - timedelta(days=1))
            )
        if value.until is None:
            return
        after = day_after(value.until)
        covered = after if covered is None or (after and after > covered) else covered
    end = header.period.until
    if covered is not None and (end is None or covered <= end):
        yield references.period_hole(entry.place(*steps, "dated", key=True), str(covered), str(end or "…"))


def _check_named(
    loaded: Loaded, entry: Entry, limit: NamedLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    yield from loaded.refer("limit", limit.limit, entry, *steps, "limit")
    yield from _read_named(loaded, limit.limit, measured)


def _read_named(loaded: Loaded, name: str, measured: Measured | None) -> Iterator[Diagnostic]:
    """Read the values of a named limit by what it is held against, once for each such thing."""
    named = loaded.values["limits"].get(name)
    key = (name, measured.name if measured else "")
    if named is None or measured is None or key in loaded.read_limits or ("limits", name) in loaded.deep:
        return
    loaded.read_limits.add(key)
    yield from check_limit(loaded, loaded.sections.entries["limits"][name], named, measured, ())


def _check_times(
    loaded: Loaded, entry: Entry, limit: TimesLimit, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a relative limit; what it is a part of is read like any limit on the same thing."""
    yield from check_times(loaded, entry, limit, measured, steps)
    if isinstance(limit.of, LimitReference) and has_parts(measured):
        yield from _read_named(loaded, limit.of.limit, measured)


#: One function a form; the next form is one line here and one function.
_FORMS: dict[type[AnyLimit], Callable[..., Iterator[Diagnostic]]] = {
    ValueLimit: _check_value,
    UnknownLimit: _check_unknown,
    ByLimit: _check_by,
    DatedLimit: _check_dated,
    NamedLimit: _check_named,
    TimesLimit: _check_times,
    YearlyLimit: check_yearly,
}


def check_named_limits(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with the forms of named limits; their values are read where they are used."""
    for entry, limit in loaded.entries("limits"):
        yield from check_limit(loaded, entry, limit, None, ())
