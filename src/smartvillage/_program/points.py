"""Points: what a criterion gives, and what criteria give together.

The rule: what is got and what is missed of the most are one sum, so that a percentage of the most needs no division and
criteria that do not apply weigh nothing on either side.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartvillage.exact import simplify
from smartvillage.model.facts import ShareFact
from smartvillage.model.findings import Reason
from smartvillage.model.measures import FullAt

from .build import ALWAYS
from .counting import guard_criteria, weigh
from .interval import Interval
from .literal import read_literal
from .measures import CountMeasure, FactMeasure
from .needs import selected
from .nodes import Const, Kind, Linear, Not, Op, Pick
from .program import SlotInfo
from .quota import Level, read_points

if TYPE_CHECKING:
    from smartvillage.model.conditions import Selector
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.measures import Points

    from .build import Build, Site
    from .measures import Measure
    from .nodes import Exact, TruthNode, Value


class PointsMeasure(CountMeasure):
    """So many points, out of so many: a hit is a point that is got, a miss one that is not."""

    def read(self, written: object) -> Level:
        """Read a number of points, a percentage of the most, or ``all``."""
        return read_points(written, self.build.tables.style)


def points_measure(build: Build, chosen: Selector, site: Site) -> PointsMeasure:
    """Return the points of criteria."""
    here = [build.criteria[name] for name in selected(build.ruleset, build.criteria, chosen)]
    given = [(one.applies, one.points.total) for one in here if one.points is not None]
    unseen = _unseen(build) if site.owner.unseen and not isinstance(chosen, tuple) else None

    def total(hit: Exact, miss: Exact) -> Value:
        terms: list[tuple[Exact, Value]] = [(1, points(hit, miss)) for _, points in given if points is not None]
        if unseen is not None:
            terms += [(hit, unseen[0]), (miss, unseen[1])]
        return Linear(tuple((factor, term) for factor, term in terms if factor))

    return PointsMeasure(build, total, guard_criteria(build, [applies for applies, _ in given], site))


def _unseen(build: Build) -> tuple[Value, Value]:
    """Return the points that one more criterion could give, and those that it could miss."""
    info = SlotInfo("unseen/points", Kind.UNSEEN, truth=False, domain=Interval(0), reason=Reason.UNSEEN_CRITERION)
    return build.slot(info), build.slot(info._replace(path="unseen/points_missed"))


def points_of(build: Build, criterion: Criterion, applies: TruthNode, holds: TruthNode, site: Site) -> PointsMeasure:
    """Return what a criterion gives: nothing, and of nothing, where it does not apply."""
    points = criterion.points
    assert points is not None  # noqa: S101 - asked by whoever calls
    most = read_points(points.max, build.tables.style).value
    if points.of is None:
        return PointsMeasure(build, lambda hit, miss: weigh(applies, holds, hit * most, miss * most), _bare)
    value = _given(build, points, most, site)

    def total(hit: Exact, miss: Exact) -> Value:
        return _where_it_applies(applies, _mapped(value, hit - miss, miss * most))

    return PointsMeasure(build, total, _bare)


def _bare(truth: TruthNode) -> TruthNode:
    return truth


def _given(build: Build, points: Points, most: Exact, site: Site) -> Value:
    """Return the points by what a measure comes to, where the criterion applies."""
    assert points.of is not None  # noqa: S101 - asked just before
    measure: Measure = build.heads.gauge(build, points.of, site.at("of"))
    if points.steps is not None:
        return _by_steps(build, points, measure, site)
    assert isinstance(measure, FactMeasure)  # noqa: S101 - what the checks of loading hold
    share: Value = measure.slot
    if not isinstance(points.proportional, FullAt):
        return Linear(((most, share),))
    full = read_literal(ShareFact(type="share"), points.proportional.full_at, build.tables)
    reached = measure.known(Level(full, share=False), Op.GE, None)
    return Pick(((reached, Const(most)),), Linear(((simplify(Fraction(most) / full), share),)))


def _by_steps(build: Build, points: Points, measure: Measure, site: Site) -> Value:
    """Return the points of the highest step that is reached."""
    style = build.tables.style
    steps = sorted(
        ((measure.read(key), key, read_points(given, style).value) for key, given in (points.steps or {}).items()),
        key=lambda step: step[0].value, reverse=True,
    )  # fmt: skip
    rows: list[tuple[TruthNode, Value]] = []
    for level, key, given in steps:
        reached = measure.known(level, Op.GE, None)
        build.nodes[site.at("steps", key).path] = reached
        rows.append((reached, Const(given)))
    otherwise = 0 if points.otherwise is None else read_points(points.otherwise, style).value
    return Pick(tuple(rows), Const(otherwise))


def _where_it_applies(applies: TruthNode, value: Value) -> Value:
    if applies is ALWAYS:
        return value
    aside = (Not(applies), Const(0))
    return Pick((aside, *value.rows), value.otherwise) if isinstance(value, Pick) else Pick((aside,), value)


def _mapped(value: Value, factor: Exact, constant: Exact) -> Value:
    """Return ``factor`` times a value and a constant, put into its rows."""
    match value:
        case Const(value=known):
            return Const(factor * known + constant)
        case Linear(terms=terms, constant=own):
            kept = tuple((factor * scale, term) for scale, term in terms if factor)
            return Linear(kept, factor * own + constant)
        case Pick(rows=rows, otherwise=otherwise):
            mapped = tuple((condition, _mapped(row, factor, constant)) for condition, row in rows)  # type: ignore[arg-type]  # rows of a value are values
            return Pick(mapped, _mapped(otherwise, factor, constant))  # type: ignore[arg-type]  # likewise
        case _:
            return Linear(((factor, value),), constant)
