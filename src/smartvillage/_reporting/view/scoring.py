"""Points, grades and measures in words, as a ruleset writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Entries, Entry, Heading, Line, Span
from smartvillage.model.measures import (
    ChooseMeasure,
    FullAt,
    GradeMeasure,
    GradesOf,
    HeadMeasure,
    HighestMeasure,
    LowestMeasure,
    MeasureRef,
)

from .footing import based
from .marks import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.criteria import Criterion, Decision
    from smartvillage.model.measures import AnyMeasure, Grade, Points

    from .rules import Rules


def scoring(rules: Rules, criterion: Criterion) -> Iterator[Line]:
    """Say what a criterion gives and its grade."""
    if criterion.points is not None:
        yield (Span(_points(rules, criterion.points)), *based(rules, criterion.points))
    if criterion.grade is not None:
        told = rules.say("ruleset.grade", grade=grade_words(rules, criterion.grade))
        yield (Span(told), *based(rules, criterion.grade))


def _points(rules: Rules, points: Points) -> str:
    say = rules.say
    if points.of is None:
        return say("ruleset.points", points=points.max)
    of = rules.measured(points.of)
    if points.steps is not None:
        each = [say("ruleset.step", value=key, points=given) for key, given in points.steps.items()]
        if points.otherwise is not None:
            each.append(say("ruleset.step_otherwise", points=points.otherwise))
        return say("ruleset.points_by_steps", max=points.max, of=of, steps="; ".join(each))
    full = points.proportional.full_at if isinstance(points.proportional, FullAt) else "100 %"
    return say("ruleset.points_in_proportion", max=points.max, of=of, full=full)


def grade_words(rules: Rules, grade: Grade) -> str:
    """Say the levels with their edges, the highest first."""
    say, ruleset = rules.say, rules.ruleset
    fact = ruleset.facts.get(getattr(grade.of, "fact", ""))
    each = []
    for level in reversed(ruleset.scales.get(grade.scale, ())):
        if level.id in grade.levels:
            test = rules.tests(grade.levels[level.id], fact)
            each.append(say("ruleset.edge", level=rules.names.level(grade.scale, level.id), test=test))
    return say("ruleset.grade_by", of=rules.measured(grade.of), levels="; ".join(each))


def measures(rules: Rules) -> Iterator[Block]:
    """Say the named measures, if there are any."""
    found = rules.ruleset.measures
    if found:
        yield Heading(rules.say("ruleset.measures"))
        yield Entries(tuple(_measure(rules, name, measure) for name, measure in found.items()))


def _measure(rules: Rules, name: str, measure: AnyMeasure) -> Entry:
    notes = ((Span(words(rules, measure)), *based(rules, measure, always=True)),)
    return Entry(BULLET, name, (Span(rules.say.text(measure.title, name)),), None, notes)


def words(rules: Rules, measure: AnyMeasure) -> str:
    """Say what a named measure comes to."""
    match measure:
        case GradeMeasure():
            return grade_words(rules, measure.grade)
        case LowestMeasure():
            return rules.say("ruleset.lowest", of=_several(rules, measure.lowest))
        case HighestMeasure():
            return rules.say("ruleset.highest", of=_several(rules, measure.highest))
        case ChooseMeasure():
            return "; ".join(_rows(rules, measure))
        case HeadMeasure():
            return rules.measured(measure.of)
        case _:
            raise TypeError(measure)


def _several(rules: Rules, over: tuple[str, ...] | GradesOf) -> str:
    if isinstance(over, tuple):
        return ", ".join(f"“{rules.names.measure(name)}”" for name in over)
    return rules.say("rule.grades", of=rules.selected(over.grade))


def _rows(rules: Rules, measure: ChooseMeasure) -> Iterator[str]:
    for row in measure.choose:
        then = _then(rules, measure, row.then)
        yield rules.say("ruleset.choice", when=rules.rule(row.when), then=then)
    yield rules.say("ruleset.choice_otherwise", then=_then(rules, measure, measure.otherwise))


def _then(rules: Rules, measure: ChooseMeasure, then: str | MeasureRef) -> str:
    if isinstance(then, MeasureRef):
        return f"“{rules.names.measure(then.measure)}”"
    if measure.scale is not None:
        return rules.names.level(measure.scale, then)
    titles = rules.ruleset.codes.get(measure.codes, {}) if isinstance(measure.codes, str) else {}
    return rules.say.text(titles.get(then), then)


def decision(rules: Rules, decision: Decision) -> str:
    """Say what a decision is: its condition, its level or its score."""
    if decision.if_ is not None:
        told = rules.say("ruleset.rule", rule=rules.rule(decision.if_))
    elif decision.level is not None:
        told = rules.say("ruleset.level", measure=rules.names.measure(decision.level))
    else:
        told = "" if decision.score is None else rules.say("ruleset.score", of=rules.measured(decision.score))
    if decision.needs is None:
        return told
    return told + rules.say("ruleset.needs", decision=rules.names.decision(decision.needs))
