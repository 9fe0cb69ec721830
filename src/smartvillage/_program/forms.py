"""The forms of limits: one function a form; each holds a measure against its form of limit.

The rule: a limit is settled for the day. What was given for its path comes before what the ruleset writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.model.facts import ChoiceFact, QuantityFact
from smartvillage.model.findings import Reason
from smartvillage.model.limits import (
    AnyLimit,
    Bounds,
    ByLimit,
    DatedLimit,
    FactReference,
    LimitReference,
    MeasureReference,
    NamedLimit,
    TimesLimit,
    UnknownLimit,
    ValueLimit,
    YearlyDay,
    YearlyLimit,
)
from smartvillage.timeline import in_period

from .build import ALWAYS, NEVER, Found
from .interval import Interval
from .literal import plain_text, read_times
from .measures import Asked, FactMeasure, Relative, value_of
from .nodes import AtLeast, Compare, Kind, Linear, Op, Pick
from .program import SlotInfo
from .quota import Level
from .ranks import ClassMeasure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartvillage.model.conditions import Tests
    from smartvillage.model.facts import AnyFact

    from .build import Build, Site
    from .measures import Measure
    from .nodes import Exact, TruthNode

#: What each comparison word says of the measure, less the limit, against zero.
OPS: dict[str, Op] = {
    "at_least": Op.GE, "more_than": Op.GT, "at_most": Op.LE, "less_than": Op.LT, "is": Op.EQ, "one_of": Op.EQ,
    "on_or_after": Op.GE, "after": Op.GT, "on_or_before": Op.LE, "before": Op.LT,
}  # fmt: skip


class Put(NamedTuple):
    """A test being put to a measure, by its comparison word."""

    build: Build
    measure: Measure
    word: str


def lower_tests(build: Build, measure: Measure, tests: Tests, site: Site) -> list[TruthNode]:
    """Put tests to a measure; all of them must hold."""
    held: list[TruthNode] = []
    for word, limit in tests.given():
        here = site.at(word)
        if isinstance(limit, tuple):
            each = [lower_limit(Put(build, measure, word), one, here.at(place)) for place, one in enumerate(limit)]
            held.append(AtLeast(1, tuple(each)))
        else:
            held.append(lower_limit(Put(build, measure, word), limit, here))
    return held


def lower_limit(put: Put, limit: AnyLimit, site: Site) -> TruthNode:
    """Hold a measure against a limit of any form."""
    given = put.build.given.get(site.settled_at)
    if given is not None:
        return _hold_given(put, limit, site, given)
    return FORMS[type(limit)](put, limit, site)


def _hold_given(put: Put, limit: AnyLimit, site: Site, given: Exact | Interval | bool) -> TruthNode:  # noqa: FBT001 - a truth
    if isinstance(given, bool):
        return ALWAYS if given else NEVER
    if isinstance(given, Interval):
        return _hold_unseen(put, limit, site, given)
    share = hasattr(_bare(put.measure), "total") and _asks_for_share(put.measure, limit, given)
    reached = put.measure.times * given if isinstance(put.measure, Relative) else given
    put.build.note_limit(site, put.word, limit, Found(str(given), reached))
    return put.measure.known(Level(reached, share), OPS[put.word], limit.round)


def _bare(measure: Measure) -> Measure:
    return measure.measure if isinstance(measure, Relative) else measure


def _asks_for_share(measure: Measure, limit: AnyLimit, given: Exact) -> bool:
    """Tell whether a number given for a count is a part of it: as its limit was written, else as its size allows."""
    if isinstance(limit, ValueLimit):
        return measure.read(limit.value).share
    if isinstance(limit, UnknownLimit):
        written = limit.unknown.model_dump(exclude_none=True).values()
        return all(measure.read(one).share for one in written)
    return given <= 1


def _value(put: Put, limit: ValueLimit, site: Site) -> TruthNode:
    level = put.measure.read(limit.value)
    put.build.note_limit(site, put.word, limit, Found(plain_text(limit.value), level.value))
    return put.measure.known(level, OPS[put.word], limit.round)


def _unknown(put: Put, limit: UnknownLimit, site: Site) -> TruthNode:
    return _hold_unseen(put, limit, site, limit.unknown)


def _hold_unseen(put: Put, limit: AnyLimit, site: Site, bounds: Bounds | Interval) -> TruthNode:
    node, found = put.measure.unseen(bounds, OPS[put.word], site, Asked(limit.ask, limit.round))
    put.build.note_limit(site, put.word, limit, Found("unknown", None, found.domain, found.slot))
    return node


def _by(put: Put, limit: ByLimit, site: Site) -> TruthNode:
    """Pick the limit by class."""
    site = site.based(limit.basis)
    site.note_basis()
    fact = put.build.ruleset.facts.get(limit.by)
    if not isinstance(fact, ChoiceFact):
        chosen = _chosen(put.build, limit.by, site)
        return chosen.turn.spread(_by_code(put, limit, chosen.codes, site))
    site.owner.facts.add(limit.by)
    which = put.build.second_use(limit.by, "class", reason=Reason.CLASS_UNKNOWN)
    codes = put.build.tables.choices(fact)
    held = dict(zip(codes, _by_code(put, limit, codes, site), strict=True))
    classes: dict[str, TruthNode] = {code: Compare(Linear(((1, which),), -at), Op.EQ) for at, code in enumerate(codes)}
    return _table(limit, classes, held)


def _by_code(put: Put, limit: ByLimit, codes: Sequence[str], site: Site) -> list[TruthNode]:
    """Hold the measure against the limit of each code."""
    held = {code: lower_limit(put, value, site.at("values", code)) for code, value in sorted(limit.values.items())}
    if limit.otherwise is not None:
        otherwise = lower_limit(put, limit.otherwise, site.at("otherwise"))
    elif not set(codes) <= set(held):
        otherwise = put.build.method(site.at("otherwise").settled_at, Reason.NOT_IN_FORCE, limit.ask, Kind.LIMIT)
    else:
        otherwise = NEVER
    return [held.get(code, otherwise) for code in codes]


def _table(limit: ByLimit, classes: dict[str, TruthNode], held: dict[str, TruthNode]) -> TruthNode:
    """Pick by which code a fact is; what is left when all others are ruled out is the ``else``."""
    named = sorted(set(limit.values) & set(classes))
    rest = [code for code in classes if code not in limit.values] or [named.pop()]
    rows = tuple((classes[code], held[code]) for code in named)
    return Pick(rows, held[rest[0]]) if rows else held[rest[0]]


def _chosen(build: Build, by: str, site: Site) -> ClassMeasure:
    """Return a measure that chooses a class; what it reads and nobody knows is then the class."""
    before, build.as_class = build.as_class, True
    found = build.heads.named(build, by, site)
    build.as_class = before
    assert isinstance(found, ClassMeasure)  # noqa: S101 - what the checks of loading hold
    return found


def _dated(put: Put, limit: DatedLimit, site: Site) -> TruthNode:
    """Take what is in force on the day; a hole is open, never the last value."""
    for value in limit.dated:
        end = None if value.until is None else value.until.toordinal() + 1
        if in_period(put.build.day, value.from_, None) and (end is None or put.build.day.toordinal() < end):
            inner = ValueLimit(
                value=value.value, basis=value.basis or limit.basis, source=value.source or limit.source,
                round=limit.round, ask=limit.ask,
            )  # fmt: skip
            return _value(put, inner, site)
    info = SlotInfo(site.settled_at, Kind.LIMIT, truth=True, domain=None, reason=Reason.NOT_IN_FORCE, ask=limit.ask)
    slot = put.build.slot(info)
    put.build.note_limit(site, put.word, limit, Found("", None, None, slot.index))
    return slot


def _named(put: Put, limit: NamedLimit, site: Site) -> TruthNode:
    """Use the limit that stands under the name; its own path is the one that is settled."""
    named = put.build.ruleset.limits[limit.limit]
    there = site.named(f"limits/{limit.limit}")
    updates = {"round": named.round or limit.round, "ask": named.ask or limit.ask}
    node = lower_limit(put, named.model_copy(update=updates), there)
    if there.path in put.build.limits:
        put.build.limits[site.path] = put.build.limits[there.path]
    return node


def _times(put: Put, limit: TimesLimit, site: Site) -> TruthNode:
    """Hold the measure against so many times a fact of the village, or what another limit comes to."""
    site = site.based(limit.basis)
    site.note_basis()
    build = put.build
    put = put._replace(measure=Relative(put.measure, read_times(limit.times, build.tables.style)))
    match limit.of:
        case LimitReference(limit=name):
            return _of_limit(put, limit, build.ruleset.limits[name], site.within(f"limits/{name}"))
        case FactReference(fact=name):
            return _of_fact(put, limit, name, site)
        case MeasureReference(measure=name):
            return _of_measure(put, limit, name, site)


def _of_limit(put: Put, limit: TimesLimit, other: AnyLimit, there: Site) -> TruthNode:
    updates = {"round": limit.round or other.round, "ask": limit.ask or other.ask}
    node = lower_limit(put, other.model_copy(update=updates), there)
    own, found = there.path.removesuffix("/of"), put.build.limits.get(there.path)
    if found is not None:
        put.build.limits[own] = found._replace(path=own, relative=limit)
    return node


def _of_fact(put: Put, limit: TimesLimit, name: str, site: Site) -> TruthNode:
    build, part = put.build, put.measure
    assert isinstance(part, Relative)  # noqa: S101 - made by the caller
    site.owner.facts.update(build.behind(name))
    level = Linear(((_in_units_of(part.measure, build.ruleset.facts[name]), build.fact(name)),))
    follows = Linear(tuple((part.times * factor, term) for factor, term in level.terms))
    build.note_limit(site, put.word, limit, Found(plain_text(limit.times), follows=follows))
    build.limits[site.path] = build.limits[site.path]._replace(relative=limit)
    return part.follow(level, OPS[put.word])


def _of_measure(put: Put, limit: TimesLimit, name: str, site: Site) -> TruthNode:
    part = put.measure
    assert isinstance(part, Relative)  # noqa: S101 - made by the caller
    other = put.build.heads.named(put.build, name, site)
    unit = _in_units_of(part.measure, other.fact) if isinstance(other, FactMeasure) else 1
    level = Linear(((unit, value_of(other)),))
    follows = Linear(tuple((part.times * factor, term) for factor, term in level.terms))
    put.build.note_limit(site, put.word, limit, Found(plain_text(limit.times), follows=follows))
    put.build.limits[site.path] = put.build.limits[site.path]._replace(relative=limit)
    return part.follow(level, OPS[put.word])


def _in_units_of(measure: Measure, other: AnyFact) -> Exact:
    """Return what one unit of another quantity is in the unit of what is measured."""
    own = measure.fact if isinstance(measure, FactMeasure) else None
    if not isinstance(own, QuantityFact) or not isinstance(other, QuantityFact) or own.unit == other.unit:
        return 1
    from smartvillage.units import convert

    return convert(1, other.unit, own.unit)


def _yearly(put: Put, limit: YearlyLimit, site: Site) -> TruthNode:
    """Hold a day against a day of the year that the village speaks of; which year it is, is known when it is bound."""
    day = YearlyDay(month=limit.month, day=limit.day, year=limit.year)
    info = SlotInfo(
        f"year/{day.month}/{day.day}/{day.year}", Kind.LIMIT, truth=False, domain=Interval(whole=True),
        reason=Reason.THRESHOLD_UNKNOWN, yearly=day,
    )  # fmt: skip
    level = Linear(((1, put.build.slot(info)),))
    put.build.note_limit(site, put.word, limit, Found(f"{day.day}/{day.month}", follows=level))
    return put.measure.follow(level, OPS[put.word])


#: One function a form; the next form is one line here and one function above.
FORMS: dict[type[AnyLimit], Callable[..., TruthNode]] = {
    ValueLimit: _value,
    UnknownLimit: _unknown,
    ByLimit: _by,
    DatedLimit: _dated,
    NamedLimit: _named,
    TimesLimit: _times,
    YearlyLimit: _yearly,
}
