"""Rules in words: a condition becomes a sentence, a limit its value, as the ruleset writes them.

INVARIANT (closed): every head and every form of limit has its words here; a new one does not type-check without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from smartvillage._program.literal import SpanFact
from smartvillage.durations import read_duration
from smartvillage.model.conditions import (
    AllOf,
    AnyOf,
    CountCondition,
    DaysCondition,
    DecisionCondition,
    FactCondition,
    GradeCondition,
    GroupSelector,
    MeasureCondition,
    MetCondition,
    NoMethod,
    Not,
    NotMetCondition,
    PointsCondition,
    TagSelector,
)
from smartvillage.model.facts import DateFact, LevelFact
from smartvillage.model.limits import (
    ByLimit,
    DatedLimit,
    FactReference,
    LimitReference,
    MeasureReference,
    NamedLimit,
    TimesLimit,
    UnknownLimit,
    ValueLimit,
    YearlyLimit,
)
from smartvillage.timeline import iso_day

from .main_level import scale_under
from .names import Names, titles_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage._reporting.speech import Speech
    from smartvillage.model.conditions import Condition, Selector, Tests, Where
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.limits import Limit, YearlyDay
    from smartvillage.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Rules:
    """Says the rules of one ruleset."""

    say: Speech
    names: Names
    ruleset: Ruleset

    def rule(self, condition: Condition) -> str:  # noqa: C901 - one case a head
        """Say one condition."""
        say = self.say
        match condition:
            case FactCondition():
                told = self._fact(condition)
            case CountCondition():
                told = self._count(condition)
            case MetCondition():
                told = say("rule.met", of=self.selected(condition.met), test=self.tests(condition, None))
            case NotMetCondition():
                told = say("rule.not_met", of=self.selected(condition.not_met), test=self.tests(condition, None))
            case PointsCondition() | GradeCondition() | MeasureCondition():
                test = self.tests(condition, self._level(condition))
                told = say("rule.test", name=self.measured(condition), test=test)
            case DaysCondition():
                start, end = (self.names.fact(name) for name in (condition.days.from_, condition.days.to))
                told = say("rule.days", start=start, end=end, test=self.tests(condition, SpanFact()))
            case DecisionCondition():
                told = say("rule.decision", title=self.names.decision(condition.decision))
            case AllOf():
                told = say("rule.and").join(map(self._inside, condition.all_of))
            case AnyOf():
                told = say("rule.any_of", parts=say("rule.or").join(map(self.rule, condition.any_of)))
            case Not():
                told = say("rule.not", part=self.rule(condition.not_))
            case NoMethod():
                told = say(f"rule.no_method.{condition.no_method}")
            case _:
                assert_never(condition)
        return told

    def measured(self, head: Condition) -> str:
        """Say what a head looks at, without its tests."""
        say = self.say
        match head:
            case PointsCondition(points=chosen):
                return say("rule.points", of=self.selected(chosen))
            case GradeCondition(grade=chosen):
                return say("rule.grade", of=self.selected(chosen))
            case MeasureCondition(measure=name):
                return f"“{self.names.measure(name)}”"
            case FactCondition(fact=name):
                return f"“{self.names.fact(name)}”"
            case _:
                return self.rule(head).rstrip(": ")

    def _level(self, head: Condition) -> AnyFact | None:
        """Return what reads the levels that a head is held against."""
        scale = scale_under(self.ruleset, head)
        return None if scale is None else LevelFact(type="level", scale=scale)

    def _inside(self, condition: Condition) -> str:
        """Say a condition that stands among others; what itself is made of several stands in brackets."""
        told = self.rule(condition)
        return f"({told})" if isinstance(condition, (AnyOf, AllOf)) else told

    def _fact(self, condition: FactCondition) -> str:
        say = self.say
        fact = self.ruleset.facts.get(condition.fact)
        name = f"“{self.names.fact(condition.fact)}”" + self._where(condition.where, getattr(fact, "fields", {}))
        given = condition.given()
        says_so = self.names.fact(condition.fact).lower().startswith(say("rule.exists", name=""))
        if not given or self._is(condition, truth=True):
            return name if says_so else say("rule.exists", name=name)
        if self._is(condition, truth=False):
            return say("rule.not", part=name) if says_so else say("rule.is_false", name=name)
        return say("rule.test", name=name, test=self.tests(condition, fact))

    def _count(self, condition: CountCondition) -> str:
        say, test = self.say, self.tests(condition, None)
        if isinstance(condition.count, tuple):
            parts = say("rule.or").join(map(self.rule, condition.count))
            return say("rule.count_conditions", parts=parts, test=test)
        fields = getattr(self.ruleset.facts.get(condition.count), "fields", {})
        name = f"“{self.names.fact(condition.count)}”"
        told = say("rule.count_list", name=name, where=self._where(condition.where, fields), test=test)
        return told if condition.when_empty is None else told + say(f"rule.when_empty.{condition.when_empty}")

    def tests(self, tests: Tests, fact: AnyFact | None) -> str:
        """Say what is asked."""
        say = self.say
        told = []
        for word, limits in tests.given():
            values = limits if isinstance(limits, tuple) else (limits,)
            limit = ", ".join(self.limit(value, fact) for value in values)
            every = word == "at_least" and limit == say("limit.all")
            told.append(limit if every else say(f"test.{word}", limit=limit))
        return say("rule.and").join(told)

    def _where(self, where: Where | None, fields: Mapping[str, AnyFact]) -> str:
        return self.say("rule.where", parts=self._where_words(where, fields)) if where else ""

    def _where_words(self, where: Where, fields: Mapping[str, AnyFact]) -> str:
        say = self.say
        parts = [self._field(field, tests, fields.get(field)) for field, tests in where.fields.items()]
        parts += [f"({self._where_words(inner, fields)})" for inner in where.all_of]
        if where.any_of:
            parts.append(f"({say('rule.or').join(self._where_words(inner, fields) for inner in where.any_of)})")
        if where.not_:
            parts.append(say("rule.not", part=self._where_words(where.not_, fields)))
        return say("rule.and").join(parts)

    def _field(self, field: str, tests: Tests, fact: AnyFact | None) -> str:
        say = self.say
        name = say.text(fact.title if fact else None, field)
        if self._is(tests, truth=True):
            return name
        if self._is(tests, truth=False):
            return say("rule.field_false", name=name)
        return say("rule.test", name=name, test=self.tests(tests, fact))

    @staticmethod
    def _is(tests: Tests, *, truth: bool) -> bool:
        return isinstance(tests.is_, ValueLimit) and tests.is_.value is truth and len(tests.given()) == 1

    def selected(self, selector: Selector) -> str:
        """Say which criteria are meant."""
        say = self.say
        if isinstance(selector, GroupSelector):
            title = next((group.title for group in self.ruleset.groups if group.id == selector.group), None)
            return say("rule.of_group", group=say.text(title, selector.group))
        if isinstance(selector, TagSelector):
            return say("rule.of_tag", tag=selector.tag)
        return "" if selector == "all" else say("rule.of_ids", ids=", ".join(selector))

    def limit(self, limit: Limit, fact: AnyFact | None = None) -> str:  # noqa: PLR0911 - one return a form
        """Say one limit."""
        say = self.say
        match limit:
            case ValueLimit():
                return self._literal(limit.value, fact)
            case UnknownLimit():
                return say("limit.unknown_short")
            case ByLimit():
                measured = limit.by in self.ruleset.measures and limit.by not in self.ruleset.facts
                by = self.names.measure(limit.by) if measured else self.names.fact(limit.by)
                return say("limit.by", by=by, values="; ".join(self._by(limit, fact)))
            case DatedLimit():
                periods = ((self._period(one.from_, one.until), one.value) for one in limit.dated)
                told = (say("limit.dated_value", period=p, value=self._literal(v, fact)) for p, v in periods)
                return "; ".join(told)
            case NamedLimit():
                named = self.ruleset.limits.get(limit.limit)
                return self.limit(named, fact) if named is not None else limit.limit
            case TimesLimit():
                label = "limit.percent_of" if "%" in str(limit.times) else "limit.times_of"
                return say(label, times=limit.times, of=self._reference(limit, fact))
            case YearlyLimit():
                return self.yearly(limit)
            case _:
                assert_never(limit)

    def yearly(self, day: YearlyDay) -> str:
        """Say a day of every year."""
        return self.say(f"yearly.{day.year}", day=f"{day.day:02}", month=f"{day.month:02}")

    def _reference(self, limit: TimesLimit, fact: AnyFact | None) -> str:
        """Say what a relative limit is a part of."""
        match limit.of:
            case LimitReference(limit=name):
                named = self.ruleset.limits.get(name)
                told = self.say("follows.limit", name=name)
                return told if named is None else f"{told} ({self.limit(named, fact)})"
            case FactReference(fact=name):
                return self.say("follows.fact", name=self.names.fact(name))
            case MeasureReference(measure=name):
                return self.say("follows.measure", name=name)
            case _:
                assert_never(limit.of)

    def _by(self, limit: ByLimit, fact: AnyFact | None) -> Iterator[str]:
        codes = titles_of(self.ruleset, self.ruleset.facts.get(limit.by) or self.ruleset.measures.get(limit.by))
        for code, value in limit.values.items():
            title = self.say.text(codes.get(code), code)
            yield self.say("limit.by_value", code=title, limit=self.limit(value, fact))
        if limit.otherwise is not None:
            yield self.say("limit.otherwise", limit=self.limit(limit.otherwise, fact))

    def _literal(self, value: object, fact: AnyFact | None) -> str:
        if isinstance(value, bool):
            return self.say(f"truth.{value}".lower())
        if value == "all":
            return self.say("limit.all")
        if isinstance(fact, SpanFact):
            return read_duration(str(value)).say(self.say.lang)
        if isinstance(fact, DateFact) and (day := iso_day(str(value))) is not None:
            return self.say.day(day)
        return self.say.text(titles_of(self.ruleset, fact).get(str(value)), str(value))

    def _period(self, first: object, last: object) -> str:
        from smartvillage.model.base import Period

        return self.say.period(Period.model_validate({"from": first, "until": last}))
