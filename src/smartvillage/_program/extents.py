"""Extents: which values a measure can come to at all, read off the ruleset alone.

The rule: an extent never leaves out a value that a village could bring about, so that no gap within it goes untold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.conditions import (
    AnyCondition,
    CountCondition,
    DaysCondition,
    FactCondition,
    MeasureCondition,
    MetCondition,
    NotMetCondition,
    PointsCondition,
)
from smartvillage.model.measures import (
    HeadMeasure,
)

from .domains import domain_of
from .interval import EVERYTHING, Interval
from .needs import selected
from .quota import read_points

if TYPE_CHECKING:
    from smartvillage.model.conditions import Selector
    from smartvillage.model.measures import Points
    from smartvillage.model.ruleset import Ruleset

    from .literal import Tables

#: A part of a set.
SHARE = Interval(0, 1)


def extent_of(ruleset: Ruleset, tables: Tables, head: AnyCondition) -> Interval:
    """Return which values a condition's head can come to; of a level everything, for whoever asks knows its scale."""
    found = EVERYTHING
    match head:
        case FactCondition(fact=name):
            found = domain_of(ruleset.facts[name], tables) or EVERYTHING
        case CountCondition(count=over):
            found = Interval(0, len(over) if isinstance(over, tuple) else None, whole=True)
        case MetCondition(met=chosen) | NotMetCondition(not_met=chosen):
            found = Interval(0, None if _unseen(ruleset, chosen) else len(_chosen(ruleset, chosen)), whole=True)
        case PointsCondition():
            found = _points(ruleset, tables, head)
        case DaysCondition():
            found = Interval(whole=True)
        case MeasureCondition(measure=name) if isinstance(named := ruleset.measures[name], HeadMeasure):
            found = extent_of(ruleset, tables, named.of)
    return found


def _chosen(ruleset: Ruleset, chosen: Selector) -> list[str]:
    return selected(ruleset, [one.id for one in ruleset.criteria], chosen)


def _unseen(ruleset: Ruleset, chosen: Selector) -> bool:
    return ruleset.ruleset.completeness == "partial" and not isinstance(chosen, tuple)


def _points(ruleset: Ruleset, tables: Tables, head: PointsCondition) -> Interval:
    """Add up what criteria can give; one of them may not apply and then gives nothing."""
    names = set(_chosen(ruleset, head.points))
    given = [one.points for one in ruleset.criteria if one.id in names and one.points is not None]
    low = sum(min(0, *_amounts(points, tables)) for points in given)
    high = sum(read_points(points.max, tables.style).value for points in given)
    unseen = _unseen(ruleset, head.points)
    whole = not unseen and all(is_whole(points, tables) for points in given)
    return Interval(low, None if unseen else high, whole=whole)


def _amounts(points: Points, tables: Tables) -> list[int]:
    written = [*(points.steps or {}).values(), points.otherwise or 0]
    return [read_points(one, tables.style).value for one in written]  # type: ignore[misc]  # exact numbers add up


def is_whole(points: Points, tables: Tables) -> bool:
    """Tell whether only whole numbers of points are given."""
    amounts = [*_amounts(points, tables), read_points(points.max, tables.style).value]
    return points.proportional is None and all(amount.denominator == 1 for amount in amounts)


def shared_scale(ruleset: Ruleset, chosen: Selector) -> str:
    """Return the scale that criteria share; they have one on days too on which none of them is in the set."""
    every_one = {one.id: one for one in ruleset.criteria}
    return next(grade.scale for name in selected(ruleset, every_one, chosen) if (grade := every_one[name].grade))


def level_domain(levels: tuple[str, ...]) -> Interval:
    """Return the positions of the levels of a scale."""
    return Interval(0, len(levels) - 1, whole=True)
