"""The limits of a criterion one by one, each with what it is held against and every part that has a basis of its own.

INVARIANT (closed): every form of limit has its parts here; a new one does not type-check without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from smartvillage._program.literal import SpanFact
from smartvillage._reporting.view.limits import inside as parts_of
from smartvillage._reporting.view.main_level import scale_under
from smartvillage._reporting.view.names import titles_of
from smartvillage.model.conditions import (
    CountCondition,
    DaysCondition,
    FactCondition,
    MeasureCondition,
    Not,
    Tests,
    Where,
)
from smartvillage.model.facts import LevelFact, ShareFact
from smartvillage.model.limits import (
    ByLimit,
    DatedLimit,
    LimitReference,
    NamedLimit,
    TimesLimit,
    UnknownLimit,
    ValueLimit,
    YearlyLimit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.model.basis import Based
    from smartvillage.model.conditions import Condition
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.limits import Limit
    from smartvillage.model.measures import Grade

    from .telling import Telling


#: So many letters stand in the title of a box beside what it is about.
_LINE = 120


@dataclass(frozen=True)
class Part:
    """A part of a limit that rests on something of its own: a class, a period, what it is relative to."""

    name: str
    value: str
    based: Based


@dataclass(frozen=True)
class Asked:
    """One thing that is asked: of what, how much, and what that rests on."""

    of: str
    test: str
    based: Based
    parts: tuple[Part, ...] = ()
    ask: str | None = None
    """The role that sets or knows it."""

    @property
    def bases(self) -> list[str]:
        """The bases of all that it rests on; of several parts theirs alone, for they are what is asked."""
        resting = [part.based for part in self.parts] or [self.based]
        return [str(one.basis or "unknown") for one in resting]


def limits_of(telling: Telling, condition: Condition) -> Iterator[Asked]:
    """Walk the limits of a condition and of all conditions in it."""
    if isinstance(condition, Tests):
        yield from _tests(telling, _measured(telling, condition), condition, _reader(telling, condition))
    where = getattr(condition, "where", None)
    if isinstance(where, Where):
        of = getattr(condition, "fact", None) or getattr(condition, "count", None)
        fields = getattr(telling.ruleset.facts.get(str(of)), "fields", {})
        yield from _where(telling, telling.names.fact(str(of)), where, fields)
    for inner in parts_of(condition):
        told = limits_of(telling, inner)
        yield from _turned(telling, told) if isinstance(condition, Not) else told


def _turned(telling: Telling, asked: Iterable[Asked]) -> Iterator[Asked]:
    """Say of each thing that it must not be so."""
    for one in asked:
        parts = tuple(replace(part, value=telling.say("rule.not", part=part.value)) for part in one.parts)
        yield replace(one, test=telling.say("rule.not", part=one.test), parts=parts)


def edges_of(telling: Telling, grade: Grade) -> Iterator[Asked]:
    """Walk the edges of a grade, the highest level first; each is asked of what the grade measures."""
    fact = telling.ruleset.facts.get(getattr(grade.of, "fact", ""))
    for level in reversed(telling.ruleset.scales.get(grade.scale, ())):
        if level.id in grade.levels:
            yield from _tests(telling, telling.names.level(grade.scale, level.id), grade.levels[level.id], fact)


def inside(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and all conditions in it."""
    yield condition
    for inner in parts_of(condition):
        yield from inside(inner)


def _measured(telling: Telling, condition: Condition) -> str:
    """Name what a condition's head looks at."""
    names = telling.names
    if isinstance(condition, FactCondition):
        return names.fact(condition.fact)
    if isinstance(condition, MeasureCondition):
        return names.measure(condition.measure)
    if isinstance(condition, CountCondition) and isinstance(condition.count, str):
        return names.fact(condition.count)
    bare = condition.model_copy(update=dict.fromkeys(Tests.model_fields))
    return telling.rules.rule(bare).rstrip(": ")


def _reader(telling: Telling, condition: Condition) -> AnyFact | None:
    """Return what says how the limits of a condition are read."""
    if isinstance(condition, FactCondition):
        return telling.ruleset.facts.get(condition.fact)
    if isinstance(condition, DaysCondition):
        return SpanFact()
    scale = scale_under(telling.ruleset, condition)
    return None if scale is None else LevelFact(type="level", scale=scale)


def _where(telling: Telling, of: str, where: Where, fields: Mapping[str, AnyFact]) -> Iterator[Asked]:
    for name, tests in where.fields.items():
        field = fields.get(name)
        told = telling("asked.field", field=telling.say.text(field.title if field else None, name), of=of)
        yield from _tests(telling, told, tests, field)
    for inner in (*where.all_of, *where.any_of):
        yield from _where(telling, of, inner, fields)
    if where.not_ is not None:
        yield from _turned(telling, _where(telling, of, where.not_, fields))


def _tests(telling: Telling, of: str, tests: Tests, fact: AnyFact | None) -> Iterator[Asked]:
    """Yield what each test asks; several values of which one is enough are one thing asked, where they rest on one."""
    for word, given in tests.given():
        values = given if isinstance(given, tuple) else (given,)
        alike = len({(value.basis, value.source, value.note) for value in values}) == 1
        for together in (values,) if alike else tuple((value,) for value in values):
            told = ", ".join(_value(telling, value, fact) for value in together)
            parts = tuple(part for value in together for part in _parts(telling, value, fact))
            if isinstance(together[0], ByLimit | DatedLimit):
                parts = tuple(replace(part, value=_test(telling, word, part.value)) for part in parts)
                yield Asked(of, _by_class(together[0], told, parts), together[0], parts, together[0].ask)
            else:
                yield Asked(of, _test(telling, word, told), together[0], parts, together[0].ask)


def _by_class(limit: Limit, told: str, parts: tuple[Part, ...]) -> str:
    """Say with a limit by class what is asked of each class, where that is no more than a line."""
    each = "; ".join(f"{part.name} {part.value}" for part in parts)
    return f"{told}: {each}" if isinstance(limit, ByLimit) and len(each) <= _LINE else told


def _test(telling: Telling, word: str, value: str) -> str:
    """Say what is asked of a value; what stands for itself (all, yes, what nobody has seen) does so."""
    say = telling.say
    itself = (say("limit.all"), say("truth.true"), say("truth.false"))
    return value if value in itself or telling("asked.unseen") in value else say(f"test.{word}", limit=value)


def _value(telling: Telling, limit: Limit, fact: AnyFact | None) -> str:
    """Say a limit; of one that nobody has seen, between what it must lie."""
    if isinstance(limit, UnknownLimit):
        return telling("asked.unseen_within", unseen=telling("asked.unseen"), within=_bounds(telling, limit, fact))
    if isinstance(limit, ByLimit):
        measured = limit.by in telling.ruleset.measures and limit.by not in telling.ruleset.facts
        return telling("asked.by", by=telling.names.measure(limit.by) if measured else telling.names.fact(limit.by))
    if isinstance(limit, DatedLimit):
        return telling("asked.dated")
    if isinstance(limit, TimesLimit) and isinstance(limit.of, LimitReference):
        label = "limit.percent_of" if "%" in str(limit.times) else "limit.times_of"
        return telling.say(label, times=limit.times, of=telling.say("follows.limit", name=limit.of.limit))
    return telling.rules.limit(limit, fact)


def _bounds(telling: Telling, limit: UnknownLimit, fact: AnyFact | None) -> str:
    """Say between what an unseen limit must lie: as written, else as its kind of fact has it."""
    say, bounds = telling.say, limit.unknown
    low, high = bounds.at_least or bounds.more_than, bounds.at_most or bounds.less_than
    if low is None and high is None and isinstance(fact, ShareFact):
        low, high = "0 %", "100 %"
    titles = titles_of(telling.ruleset, fact)
    ends = {
        name: None if end is None else say.text(titles.get(str(end)), str(end))
        for name, end in (("low", low), ("high", high))
    }
    if low is None and high is None:
        return telling("asked.no_bounds")
    if high is None:
        return say("within.low_open" if bounds.more_than is not None else "within.low", **ends)
    if low is None:
        return say("within.high_open" if bounds.less_than is not None else "within.high", **ends)
    form = {(True, True): "both_open", (True, False): "low_open_high", (False, True): "low_high_open"}
    return say(f"within.{form.get((bounds.more_than is not None, bounds.less_than is not None), 'both')}", **ends)


def _parts(telling: Telling, limit: Limit, fact: AnyFact | None) -> Iterator[Part]:
    """Yield the parts of a limit that rest on something of their own."""
    match limit:
        case ByLimit():
            ruleset = telling.ruleset
            codes = titles_of(ruleset, ruleset.facts.get(limit.by) or ruleset.measures.get(limit.by))
            rows = [(telling.say.text(codes.get(code), code), value) for code, value in limit.values.items()]
            rows += [(telling("asked.otherwise"), limit.otherwise)] if limit.otherwise is not None else []
            for name, value in rows:
                yield Part(name, _value(telling, value, fact), value)
                yield from _parts(telling, value, fact)
        case DatedLimit():
            for one in limit.dated:
                period = telling.rules._period(one.from_, one.until)  # noqa: SLF001 - a period in the library's words
                yield Part(period, telling.rules.limit(ValueLimit(value=one.value), fact), one)
        case NamedLimit():
            yield from _named(telling, limit.limit, fact)
        case TimesLimit():
            yield Part(telling("asked.share_of"), str(limit.times), limit)
            if isinstance(limit.of, LimitReference):
                yield from _named(telling, limit.of.limit, fact)
        case ValueLimit() | UnknownLimit() | YearlyLimit():
            return
        case _:
            assert_never(limit)


def _named(telling: Telling, name: str, fact: AnyFact | None) -> Iterator[Part]:
    """Yield what stands under the name of a limit, with its own parts."""
    limit = telling.ruleset.limits.get(name)
    if limit is not None:
        yield Part(telling.say("follows.limit", name=name), _value(telling, limit, fact), limit)
        yield from _parts(telling, limit, fact)
