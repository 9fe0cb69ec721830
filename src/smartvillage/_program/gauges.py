"""Gauges: what a condition's head looks at, without tests; and the measures that stand under names of their own.

The rule: one function a head and one a kind of measure; a named measure is lowered once for all who ask in one way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.basis import Basis
from smartvillage.model.conditions import (
    AnyCondition,
    CountCondition,
    DaysCondition,
    FactCondition,
    GradeCondition,
    MeasureCondition,
    MetCondition,
    NotMetCondition,
    PointsCondition,
)
from smartvillage.model.measures import (
    AnyMeasure,
    ChooseMeasure,
    GradeMeasure,
    HeadMeasure,
    HighestMeasure,
    LowestMeasure,
    MeasureRef,
)

from .build import ALWAYS, NEVER, Owner, Site
from .counting import count_measure, met_measure, tested
from .factual import measure_of
from .gauged import Codes, Gauged, Levels, Number
from .grades import grade_of, grades_of
from .literal import SpanFact
from .measures import CountMeasure, FactMeasure, value_of
from .nodes import Pick
from .points import PointsMeasure, points_measure
from .ranks import ClassMeasure, RankMeasure, Turn, constant, highest, lowest, position, rank_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartvillage.model.conditions import Testing

    from .build import Build
    from .measures import Measure
    from .nodes import TruthNode


def gauge(build: Build, head: AnyCondition, site: Site) -> Measure:
    """Return what a condition's head looks at."""
    site = site.based(head.basis)
    site.note_basis()
    return keep(build, site.path, GAUGES[type(head)](build, head, site))


def keep(build: Build, path: str, measure: Measure) -> Measure:
    """Keep what stands at a path as nodes alone, so that it can be found and explained."""
    found = gauged_of(measure)
    if found is not None:
        build.gauged[path] = found
    return measure


def gauged_of(measure: Measure) -> Gauged | None:
    """Return what a measure comes to as nodes alone; nothing for a truth."""
    match measure:
        case RankMeasure(scale=scale, levels=levels, reach=reach):
            return Levels(scale, levels, reach, measure.read)
        case ClassMeasure(codes=codes, chosen=chosen, list=name):
            return Codes(name, codes, chosen)
        case CountMeasure(total=total):
            points = total if isinstance(measure, PointsMeasure) else None
            return Number(value_of(measure), measure.read, total(1, 1), points)
        case FactMeasure(build=build, fact=fact, slot=slot, since=since):
            named = (build.slots[slot.index].fact or "") if since is None else ""
            return Number(value_of(measure), measure.read, fact=(named, fact))
    return None


def lower_gauged(build: Build, condition: Testing, site: Site) -> TruthNode:
    """Lower ``points``, ``grade`` and ``measure``: what the head looks at, under tests."""
    return tested(build, condition, gauge(build, condition, site), site)


def _fact(build: Build, head: FactCondition, site: Site) -> Measure:
    site.owner.facts.update(build.behind(head.fact))
    return measure_of(build, build.ruleset.facts[head.fact], build.fact(head.fact))


def _days(build: Build, head: DaysCondition, site: Site) -> Measure:
    first, last = head.days.from_, head.days.to
    site.owner.facts.update((first, last))
    return FactMeasure(build, SpanFact(), build.fact(last), build.fact(first))


def _count(build: Build, head: CountCondition, site: Site) -> Measure:
    if isinstance(head.count, str):
        return count_measure(build, head, head.count, None, site)
    here = site.at("count")
    parts = tuple(build.heads.condition(build, part, here.at(part.id or at)) for at, part in enumerate(head.count))
    return count_measure(build, head, None, parts, site)


def _met(build: Build, head: MetCondition, site: Site) -> Measure:
    return met_measure(build, head.met, site, met=True)


def _not_met(build: Build, head: NotMetCondition, site: Site) -> Measure:
    return met_measure(build, head.not_met, site, met=False)


def _points(build: Build, head: PointsCondition, site: Site) -> Measure:
    return points_measure(build, head.points, site)


def _grade(build: Build, head: GradeCondition, site: Site) -> Measure:
    return grades_of(build, head.grade, site)


def _measure(build: Build, head: MeasureCondition, site: Site) -> Measure:
    return named(build, head.measure, site)


#: One function a head that can be measured; the next is one line here and one function above.
GAUGES: dict[type[AnyCondition], Callable[..., Measure]] = {
    FactCondition: _fact,
    DaysCondition: _days,
    CountCondition: _count,
    MetCondition: _met,
    NotMetCondition: _not_met,
    PointsCondition: _points,
    GradeCondition: _grade,
    MeasureCondition: _measure,
}


def named(build: Build, name: str, site: Site) -> Measure:
    """Return a named measure; what it is made of counts for whoever asks."""
    key = (name, site.owner.unseen, build.as_class)
    found = build.named.get(key)
    if found is None:
        measure = build.ruleset.measures[name]
        basis = measure.basis or build.ruleset.ruleset.basis or Basis.UNKNOWN
        owner = Owner(basis, unseen=site.owner.unseen)
        here = Site(f"measures/{name}", owner, basis)
        here.note_basis()
        found = build.named[key] = keep(build, here.path, KINDS[type(measure)](build, measure, here)), owner
    site.owner.take(found[1])
    return found[0]


def _graded(build: Build, measure: GradeMeasure, site: Site) -> Measure:
    return grade_of(build, measure.grade, site.at("grade"))


def _lowest(build: Build, measure: LowestMeasure, site: Site) -> Measure:
    if not isinstance(measure.lowest, tuple):
        return grades_of(build, measure.lowest.grade, site.at("lowest"))
    return lowest(build, _ranks(build, measure.lowest, site))


def _highest(build: Build, measure: HighestMeasure, site: Site) -> Measure:
    if not isinstance(measure.highest, tuple):
        return grades_of(build, measure.highest.grade, site.at("highest"), highest=True)
    return highest(build, _ranks(build, measure.highest, site))


def _ranks(build: Build, names: Sequence[str], site: Site) -> list[RankMeasure]:
    return [rank_of(named(build, name, site)) for name in names]


def _chosen(build: Build, measure: ChooseMeasure, site: Site) -> Measure:
    """Take the first row that holds: a level, a code, or what another measure comes to."""
    results = _results(build, measure)
    rows: list[tuple[TruthNode, tuple[TruthNode, ...]]] = []
    for place, row in enumerate(measure.choose):
        here = site.at("choose", place)
        when = build.heads.condition(build, row.when, here.at("when"))
        rows.append((when, _then(build, row.then, measure, here)))
    otherwise = _then(build, measure.otherwise, measure, site)
    found = tuple(_picked([(when, each[at]) for when, each in rows], otherwise[at]) for at in range(len(results)))
    if measure.scale is not None:
        return RankMeasure(build, measure.scale, results, found)
    turn = _turn(build, measure, [when for when, _ in rows], site)
    return ClassMeasure(build, results, found, turn, measure.codes if isinstance(measure.codes, str) else None)


def _turn(build: Build, measure: ChooseMeasure, held: list[TruthNode], site: Site) -> Turn:
    """Return a choice of codes as its rows are written."""
    results = _results(build, measure)

    def chosen(then: str | MeasureRef) -> int | Turn:
        if not isinstance(then, MeasureRef):
            return position(then, results, "unknown_code")
        other = named(build, then.measure, site)
        assert isinstance(other, ClassMeasure)  # noqa: S101 - what the checks of loading hold
        return other.turn

    rows = tuple((when, chosen(row.then)) for when, row in zip(held, measure.choose, strict=True))
    return Turn(rows, chosen(measure.otherwise))


def _results(build: Build, measure: ChooseMeasure) -> tuple[str, ...]:
    """Return the levels or the codes that a choice is among."""
    if measure.scale is not None:
        return build.tables.scales[measure.scale]
    return measure.codes if isinstance(measure.codes, tuple) else build.tables.codes[measure.codes or ""]


def _then(build: Build, then: str | MeasureRef, measure: ChooseMeasure, site: Site) -> tuple[TruthNode, ...]:
    if isinstance(then, MeasureRef):
        other = named(build, then.measure, site)
        return other.chosen if isinstance(other, ClassMeasure) else rank_of(other).reach
    results = _results(build, measure)
    at = position(then, results, "unknown_code" if measure.scale is None else "unknown_level")
    if measure.scale is not None:
        return constant(at, len(results))
    return tuple(ALWAYS if place == at else NEVER for place in range(len(results)))


def _picked(rows: list[tuple[TruthNode, TruthNode]], otherwise: TruthNode) -> TruthNode:
    if all(row is otherwise for _, row in rows) and otherwise in {ALWAYS, NEVER}:
        return otherwise
    return Pick(tuple(rows), otherwise)


def _head(build: Build, measure: HeadMeasure, site: Site) -> Measure:
    return gauge(build, measure.of, site)


#: One function a kind of measure; the next kind is one line here and one function above.
KINDS: dict[type[AnyMeasure], Callable[..., Measure]] = {
    GradeMeasure: _graded,
    LowestMeasure: _lowest,
    HighestMeasure: _highest,
    ChooseMeasure: _chosen,
    HeadMeasure: _head,
}
