"""States: the values of a fact that a rule can tell apart, so that trying each of them is trying all.

A rule holds facts against limits. Between two limits nothing changes, so that one value on each limit, one between
every two and one beyond the ends stand for all there are; so does every level, every code, true and false. A fact that
is missing is a state of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise, product
from math import prod
from typing import TYPE_CHECKING, Any, Final

from smartvillage.model.facts import RECORD_NEEDS
from smartvillage.numbers import Number, NumberFault, read_number
from smartvillage.timeline import iso_day

from .neighbours import days_beside, kind_of, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smartvillage.numbers import Style

#: Nothing is said of the fact.
MISSING: Final = object()
#: How a record can be there in writing and yet not be: its day is past, or has not come.
_GONE = ({"valid_until": "1900-01-01"}, {"status": "planned"})
#: Of more combinations than this not each is tried.
MOST = 3000
#: How many ways of a record, of an entity and of two entities are tried, and how long a list is made.
_RECORDS, _ENTITIES, _PAIRS, _LONGEST = 600, 60, 40, 20


@dataclass(frozen=True, slots=True)
class States:
    """Combinations of the states of some facts, and whether they stand for all there are."""

    combinations: tuple[dict[str, Any], ...]
    complete: bool
    cut: bool = False
    """There are too many to try each."""


def states_of(
    facts: Sequence[str], data: Mapping[str, Any], literals: Iterable[Any], style: Style, *, most: int = MOST
) -> States:
    """Return every combination of the states of some facts; ``literals`` are what rules hold them against."""
    known = [str(one) if not isinstance(one, bool) else one for one in literals]
    complete = True
    rows: list[list[Any]] = []
    total = 1
    for name in facts:
        values, whole = _values(data["facts"][name], data, known, style)
        rows.append([MISSING, *values])
        complete, total = complete and whole, total * len(rows[-1])
    cut = total > most
    told_rows = islice(_alike_but_one(rows), most) if cut else product(*rows)
    combined = (dict(zip(facts, row, strict=True)) for row in told_rows)
    told = tuple({name: value for name, value in one.items() if value is not MISSING} for one in combined)
    return States(told, complete and not cut, cut)


def _alike_but_one(rows: list[list[Any]]) -> Iterator[list[Any]]:
    """Yield rows in which every fact is in the like state, and those again with one fact in each other of its own."""
    for turn in range(max(map(len, rows))):
        alike = [states[min(turn, len(states) - 1)] for states in rows]
        for at, states in enumerate(rows):
            for state in states:
                yield [*alike[:at], state, *alike[at + 1 :]]


def weakened(state: Mapping[str, Any], fact: str) -> dict[str, Any]:
    """Return a state in which nobody says of which place a fact speaks, so that it leaves a caveat where it is used."""
    value = state.get(fact)
    if value is None:
        return dict(state)
    if isinstance(value, dict):
        doubtful = {**value, "scope": "unstated"}
    else:
        doubtful = {"items" if isinstance(value, list) else "value": value, "scope": "unstated"}
    return {**state, fact: doubtful}


def _values(
    fact: Mapping[str, Any], data: Mapping[str, Any], literals: list[Any], style: Style
) -> tuple[list[Any], bool]:
    """Return what can be said of a fact, and whether that is all that a rule could tell apart."""
    kind = fact["type"]
    if kind in ("flag", "judgement"):
        return [True, False], True
    if kind in RECORD_NEEDS:
        return _records(fact.get("fields") or {}, data, literals, style)
    if kind in ("level", "choice"):
        return list(kind_of(fact, data).words), True
    if kind == "list":
        return _lists(fact.get("fields") or {}, data, literals, style), False
    if kind in ("count", "share", "quantity"):
        derived = bool(fact.get("part") or fact.get("whole"))
        return list(_numbers(fact, literals, style)), not derived
    return (list(_days(literals)), True) if kind == "date" else ([True, False], False)


def _records(
    fields: Mapping[str, Any], data: Mapping[str, Any], literals: list[Any], style: Style
) -> tuple[list[Any], bool]:
    """Return a record with each combination of what its fields could say, and no record."""
    read = {name: field for name, field in fields.items() if not field.get("context")}
    if not read:
        return [True, False, *map(dict, _GONE)], True
    rows, complete = [], True
    for field in read.values():
        values, whole = _values(field, data, literals, style)
        rows.append([MISSING, *values])
        complete = complete and whole
    told, all_told = _kinds(read, rows, _RECORDS)
    complete = complete and all_told
    ended = [{**one, **gone} for one in told for gone in _GONE]
    return [False, *(one or True for one in told), *ended], complete


def _lists(fields: Mapping[str, Any], data: Mapping[str, Any], literals: list[Any], style: Style) -> list[Any]:
    """Return lists of none, one and two entities of each kind there can be."""
    read = {name: field for name, field in fields.items() if not field.get("context")}
    rows = [[MISSING, *_values(field, data, literals, style)[0]] for field in read.values()]
    kinds, _ = _kinds(read, rows, _ENTITIES) if rows else ([{}], True)
    pairs = ((one, other) for one in kinds for other in kinds if one != other)
    sizes = sorted(
        {int(one) for one in literals if isinstance(one, str) and one.isdigit() and 1 < int(one) <= _LONGEST}
    )
    lists: list[Any] = [[], *([{"id": "a", **kind}] for kind in kinds)]
    lists += [[{"id": "a", **one}, {"id": "b", **other}] for one, other in islice(pairs, _PAIRS)]
    return lists + [[{"id": f"e{number}", **kind} for number in range(size)] for size in sizes for kind in kinds]


def _kinds(read: Mapping[str, Any], rows: list[list[Any]], most: int) -> tuple[list[dict[str, Any]], bool]:
    """Return what could be said of the fields of one thing, and whether that is all of it."""
    total = prod(map(len, rows))
    told = product(*rows) if total <= most else islice(_alike_but_one(rows), most)
    return [_said(read, row) for row in told], total <= most


def _said(read: Mapping[str, Any], row: Sequence[Any]) -> dict[str, Any]:
    return {name: value for name, value in zip(read, row, strict=True) if value is not MISSING}


def _days(literals: list[Any]) -> Iterator[str]:
    days = {day for one in literals if isinstance(one, str) and (day := iso_day(one))}
    around = sorted({*days, *(beside for day in days for beside in days_beside(day))})
    yield from (day.isoformat() for day in around)


def _numbers(fact: Mapping[str, Any], literals: list[Any], style: Style) -> Iterator[Any]:
    """Return a number on each limit of the fact's kind, between every two, and beyond the ends."""
    kind = fact["type"]
    read = [number for one in literals if (number := _number(one, kind, style)) is not None]
    unit = next((number.unit for number in read if number.unit), fact.get("unit") or "")
    scale = 100 if kind == "share" else 1
    points = sorted(
        {Fraction(number.value) * scale for number in read}
        | ({Fraction(0), Fraction(100)} if scale > 1 else {Fraction(0)})
    )
    shape = Number(0, unit="%" if kind == "share" else unit, percent=kind == "share")
    if kind == "count":
        counts = sorted(
            {whole for point in points for whole in (int(point) - 1, int(point), int(point) + 1) if whole >= 0}
        )
        yield from map(str, counts)
        return
    beyond = [] if kind == "share" else [points[-1] + 1]
    between = [(low + high) / 2 for low, high in pairwise(points)]
    yield from (written(one, shape, style) for one in sorted({*points, *between, *beyond}))


def _number(literal: Any, kind: str, style: Style) -> Number | None:  # noqa: ANN401 - as written
    if isinstance(literal, bool):
        return None
    try:
        number = read_number(literal, style)
    except NumberFault:
        return None
    return number if number.percent == (kind == "share") else None
