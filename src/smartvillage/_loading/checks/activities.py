"""Activities: what they name is there, and their effects are such as their facts can have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._faults import numbers, overlays, references
from smartvillage._loading.targets import steps_from
from smartvillage._program.literal import FLAG_LIKE
from smartvillage.diagnostics import Diagnostic
from smartvillage.durations import read_duration
from smartvillage.model.activities import Activity, AnyEffect, FactEffect, LearnEffect, ListEffect, Range, SettleEffect
from smartvillage.model.facts import AnyFact, CountFact, LevelFact, ListFact, QuantityFact, RecordFact, ShareFact
from smartvillage.model.limits import AnyLimit
from smartvillage.numbers import NumberFault, read_number

from .conditions import check_where
from .measured import fields_of, of_fact, reader_of
from .paths import limit_at, near_paths
from .reading import unread

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step

    from .context import Loaded

#: An amount and its unit; two amounts are compared only in one unit.
Amount: TypeAlias = "tuple[int | Fraction, str]"
#: How amounts of money end.
MONEY = ("vnd", "vnđ", "đồng", "đ", "dong")
#: How many things can be reached or added to.
COUNTED = (CountFact, QuantityFact, ShareFact, LevelFact)


def check_activities(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with activities."""
    for entry, activity in loaded.entries("activities"):
        yield from _check_names(loaded, entry, activity)
        yield from _check_amounts(loaded, entry, activity)
        for position, effect in enumerate(activity.effects):
            steps = ("effects", position)
            if effect.granted_by is not None:
                yield from loaded.refer("role", effect.granted_by, entry, *steps, "granted_by")
            yield from EFFECTS[type(effect)](loaded, entry, effect, steps)
    yield from _check_agreement(loaded)


def _check_names(loaded: Loaded, entry: Entry, activity: Activity) -> Iterator[Diagnostic]:
    yield from loaded.refer("role", activity.owner, entry, "owner")
    for kind, key, names in (
        ("activity", "after", activity.after),
        ("role", "support", activity.support),
        ("evidence type", "evidence", activity.evidence),
    ):
        for position, name in enumerate(names):
            at = (key, position) if isinstance(entry.data[key], (list, tuple)) else (key,)
            yield from loaded.refer(kind, name, entry, *at)
            needed = loaded.values["activities"].get(name) if kind == "activity" else None
            if needed is not None and needed.advised:
                yield references.needs_advised(entry.place(*at), name)


def _check_amounts(loaded: Loaded, entry: Entry, activity: Activity) -> Iterator[Diagnostic]:
    yield from _check_range(entry, "duration", activity.duration, _read_time)
    if activity.cost is not None:
        yield from _check_range(entry, "cost", activity.cost, lambda written: _read_money(written, loaded))


def _check_range(entry: Entry, key: str, amount: Range, read: Callable[[Any], Amount]) -> Iterator[Diagnostic]:
    ends = {"low": amount.low, "likely": amount.likely, "high": amount.high}
    if ends["low"] == ends["high"]:
        ends.pop("high")
    read_ends: list[tuple[str, Amount]] = []
    for end, written in ends.items():
        if written is None:
            continue
        try:
            amount_read = read(written)
        except NumberFault as fault:
            yield numbers.number_fault(entry.place(key, end), fault)
        except ValueError:
            yield numbers.not_money(entry.place(key, end), str(written))
        else:
            read_ends.append((end, amount_read))
            if amount_read[0] < 0:
                yield numbers.negative(entry.place(key, end), str(written))
    for (first, low), (end, high) in pairwise(read_ends):
        if low[1] == high[1] and low[0] > high[0]:
            yield numbers.backwards(entry.place(key, end), str(ends[first]), str(ends[end]))


def _read_time(written: Any) -> Amount:  # noqa: ANN401 - a scalar as written
    duration = read_duration(written)
    return duration.amount, duration.unit


def _read_money(written: Any, loaded: Loaded) -> Amount:  # noqa: ANN401 - a scalar as written
    number = read_number(written, loaded.tables.style)
    words = number.unit.casefold().split()
    if not words or words[-1] not in MONEY:
        raise ValueError(number.text)
    return number.value, " ".join(words)


def _fact(loaded: Loaded, entry: Entry, effect: FactEffect, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from loaded.refer("fact", effect.fact, entry, *steps, "fact")
    fact = loaded.fact(effect.fact)
    if fact is None:
        return
    word, fits = _word(effect, fact)
    if not fits:
        yield references.wrong_effect(entry.place(*steps, word), word, effect.fact, loaded.type_of(effect.fact))
        return
    if effect.becomes is not None:
        yield from unread(reader_of(fact, loaded.tables), effect.becomes, entry, *steps, "becomes")
    if effect.add is not None and not isinstance(fact, LevelFact):
        yield from unread(reader_of(fact, loaded.tables), effect.add, entry, *steps, "add")
    if effect.reach is not None and not isinstance(limit_at(loaded, effect.reach), AnyLimit):
        yield from _no_limit(loaded, entry, effect.reach, (*steps, "reach"))
    if effect.with_ is not None:
        yield from _check_with(loaded, entry, effect.with_, (effect.fact, fact), (*steps, "with"))


def _word(effect: FactEffect, fact: AnyFact) -> tuple[str, bool]:
    """Return the word that says what the effect does, and whether the fact can have it."""
    if isinstance(fact, ListFact):
        return "fact", False
    if effect.with_ is not None and not isinstance(fact, RecordFact):
        return "with", False
    for word, value in (("reach", effect.reach), ("add", effect.add)):
        if value is not None:
            return word, isinstance(fact, COUNTED)
    return "fact", effect.becomes is not None or isinstance(fact, FLAG_LIKE)


def _list(loaded: Loaded, entry: Entry, effect: ListEffect, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from loaded.refer("fact", effect.list, entry, *steps, "list")
    fact = loaded.fact(effect.list)
    if fact is not None and not isinstance(fact, ListFact):
        yield references.wrong_kind(entry.place(*steps, "list"), effect.list, loaded.type_of(effect.list), ["list"])
        return
    if fact is None:
        return
    if effect.where is not None:
        yield from check_where(loaded, entry, effect.where, (effect.list, fact), (*steps, "where"))
    if effect.with_ is not None:
        yield from _check_with(loaded, entry, effect.with_, (effect.list, fact), (*steps, "with"))
    if effect.add is not None:
        counted = CountFact(type="count")
        yield from unread(reader_of(counted, loaded.tables), effect.add, entry, *steps, "add")


def _check_with(
    loaded: Loaded, entry: Entry, values: dict[str, Any], over: tuple[str, AnyFact], steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    name, fact = over
    fields = fields_of(fact)
    for field, written in values.items():
        if field in fields:
            measured = of_fact(f"{name}/{field}", fields[field], loaded.tables)
            yield from unread(measured.read, written, entry, *steps, field)
        else:
            yield references.unknown_id(entry.place(*steps, field, key=True), "field", field, fields)


def _learn(loaded: Loaded, entry: Entry, effect: LearnEffect, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from loaded.refer("fact", effect.learn, entry, *steps, "learn")
    fact = loaded.fact(effect.learn)
    if fact is not None and effect.hoped is not None:
        yield from unread(reader_of(fact, loaded.tables), effect.hoped, entry, *steps, "hoped")


def _settle(loaded: Loaded, entry: Entry, effect: SettleEffect, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    for position, path in enumerate(effect.settle):
        if limit_at(loaded, path) is None and not _answered(loaded, path):
            yield from _no_limit(loaded, entry, path, (*steps, "settle", position))


def _answered(loaded: Loaded, path: str) -> bool:
    """Tell whether an overlay put a rule where the set asks for one: nothing is left to settle, which is no fault."""
    section, _, rest = path.partition("/")
    name, *names = rest.split("/")
    entry = loaded.sections.entries.get(section, {}).get(name)
    data: Any = None if entry is None else entry.data
    steps: list[Step] = []
    for one in names:
        step = steps_from(data).get(one)
        if step is None:
            break
        steps.append(step)
        data = data[step]
    return bool(steps) and entry is not None and entry.setting(tuple(steps)) is not None


def _no_limit(loaded: Loaded, entry: Entry, path: str, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield a fault for a path, unless the entry that it names has a fault of its own."""
    section, _, rest = path.partition("/")
    name = rest.partition("/")[0]
    known = loaded.values.get(section, {})
    dropped = loaded.sections.dropped.get((section, name))
    if dropped is not None:
        yield overlays.refers_to_dropped(entry.place(*steps), f"{section}/{name}", *dropped)
        return
    if section in loaded.sections.broken or (name in known and known[name] is None):
        return
    yield references.no_such_limit(entry.place(*steps), path, near_paths(loaded, path))


#: One function a kind of effect; the next is one line here and one function above.
EFFECTS: dict[type[AnyEffect], Callable[..., Iterator[Diagnostic]]] = {
    FactEffect: _fact,
    ListEffect: _list,
    LearnEffect: _learn,
    SettleEffect: _settle,
}


def _check_agreement(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield a fault where two effects on one fact cannot both be had."""
    first: dict[str, tuple[str, FactEffect]] = {}
    for entry, activity in loaded.entries("activities"):
        for position, effect in enumerate(activity.effects):
            if not isinstance(effect, FactEffect) or (effect.becomes is None and not _raises(effect)):
                continue
            before = first.setdefault(effect.fact, (entry.id, effect))
            if before[1] is not effect and _contradict(before[1], effect):
                yield references.effects_contradict(entry.place("effects", position, "fact"), effect.fact, before[0])


def _raises(effect: FactEffect) -> bool:
    return effect.reach is not None or effect.add is not None


def _contradict(first: FactEffect, later: FactEffect) -> bool:
    if first.becomes is not None and later.becomes is not None:
        return str(first.becomes) != str(later.becomes)
    return (first.becomes is None) != (later.becomes is None)
