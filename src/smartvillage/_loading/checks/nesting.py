"""Nesting: how deep measures, points and limits lie in one another, and how often a thing is asked on account of it.

INVARIANT (bounded): what is deeper or larger than the bounds is refused before anything goes down along it, so that no
set can make reading or evaluating it endless.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from smartvillage._faults import scores, shape
from smartvillage._loading.ground import DEPTH
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.base import Frozen
from smartvillage.model.conditions import GradeCondition, MeasureCondition, PointsCondition
from smartvillage.model.limits import ByLimit, LimitReference, MeasureReference, NamedLimit
from smartvillage.model.measures import (
    ChooseMeasure,
    Grade,
    GradesOf,
    HighestMeasure,
    LowestMeasure,
    MeasureRef,
    Points,
)

from .selections import criteria_in

if TYPE_CHECKING:
    from smartvillage.model.conditions import Selector

    from .context import Loaded

#: A measure, a named limit, the points of a criterion, or its grade: a section (or a key of a criterion) and an id.
Named: TypeAlias = "tuple[str, str]"

#: What stands under a name of its own.
_NAMED = ("measures", "limits")
#: How often one thing may be asked for another's sake, and of how many parts the largest may be made.
OFTEN = 10_000
PARTS = 5_000_000


class _Size(NamedTuple):
    depth: int
    often: int
    parts: int


def check_nesting(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what lies too deep, or is asked too often; its kind is then not asked for by any other check."""
    things = dict(_things(loaded))
    graph = {name: [need for need in _needs(loaded, part) if need in things] for name, part in things.items()}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError:  # the circle itself is told elsewhere
        loaded.deep.update(name for name in things if name[0] in _NAMED)
        return
    sizes: dict[Named, _Size] = {}
    for name in order:
        inner = [sizes[need] for need in graph[name]]
        sizes[name] = _size(_times(loaded, things[name]), inner)
        if not _fits(sizes[name]):
            if all(map(_fits, inner)):
                yield _told(loaded, name, sizes[name])
            if name[0] in _NAMED:
                loaded.deep.add(name)


def _size(times: int, inner: list[_Size]) -> _Size:
    """Return the size of a thing that asks each of its parts so many times; beyond the bounds no number matters."""
    return _Size(
        1 + max((one.depth for one in inner), default=0),
        min(times * max((one.often for one in inner), default=1), OFTEN + 1),
        min(times * (1 + sum(one.parts for one in inner)), PARTS + 1),
    )


def _fits(size: _Size) -> bool:
    return size.depth <= DEPTH and size.often <= OFTEN and size.parts <= PARTS


def _told(loaded: Loaded, name: Named, size: _Size) -> Diagnostic:
    section, id_ = name
    at = () if section in _NAMED else (section,)
    entry = loaded.sections.entries[section if section in _NAMED else "criteria"][id_]
    place = entry.place(*at, key=True)
    return shape.too_deep(place, DEPTH) if size.depth > DEPTH else scores.asked_too_often(place, id_)


def _things(loaded: Loaded) -> Iterator[tuple[Named, Frozen]]:
    for entry, measure in loaded.entries("measures"):
        yield ("measures", entry.id), measure
    for entry, limit in loaded.entries("limits"):
        yield ("limits", entry.id), limit
    for entry, criterion in loaded.entries("criteria"):
        if criterion.points is not None:
            yield ("points", entry.id), criterion.points
        if criterion.grade is not None:
            yield ("grade", entry.id), criterion.grade


def _times(loaded: Loaded, part: Frozen) -> int:
    """Return how often a thing asks what it is made of: once for each of its steps, edges or results."""
    match part:
        case Points(steps=steps):
            return len(steps or ()) or 1
        case Grade(levels=levels):
            return len(levels)
        case ChooseMeasure(scale=str() as scale):
            return len(loaded.tables.scales.get(scale, ())) or 1
        case ChooseMeasure(codes=codes):
            return len(codes if isinstance(codes, tuple) else loaded.tables.codes.get(codes or "", ())) or 1
        case _:
            grade = getattr(part, "grade", None)
            return _times(loaded, grade) if isinstance(grade, Grade) else 1


def _needs(loaded: Loaded, part: Frozen) -> Iterator[Named]:
    """Yield what a thing is made of, each as often as it names it."""
    todo: list[object] = [part]
    while todo:
        one = todo.pop()
        if isinstance(one, Mapping):
            todo += one.values()
        elif isinstance(one, (tuple, list)):
            todo += one
        elif isinstance(one, Frozen):
            yield from _named(loaded, one)
            todo += one.__dict__.values()


def _named(loaded: Loaded, one: Frozen) -> Iterator[Named]:
    match one:
        case MeasureCondition(measure=name) | MeasureRef(measure=name) | MeasureReference(measure=name):
            yield "measures", name
        case LowestMeasure(lowest=tuple() as names) | HighestMeasure(highest=tuple() as names):
            yield from (("measures", name) for name in names)
        case NamedLimit(limit=name) | LimitReference(limit=name):
            yield "limits", name
        case ByLimit(by=name) if name in loaded.values["measures"]:
            yield "measures", name
        case PointsCondition(points=chosen):
            yield from _of_criteria(loaded, "points", chosen)
        case GradeCondition(grade=chosen) | GradesOf(grade=chosen):
            yield from _of_criteria(loaded, "grade", chosen)
        case _:
            return


def _of_criteria(loaded: Loaded, key: str, chosen: Selector) -> Iterator[Named]:
    return ((key, criterion.id) for criterion in criteria_in(loaded, chosen) or ())
