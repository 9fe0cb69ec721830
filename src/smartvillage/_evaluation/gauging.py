"""Steps about what is measured: points, grades, named measures, each with the values and the edges it comes from.

The rule: a named measure is told whole where it is met first, and by its value alone wherever it is met again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage._program.needs import selected
from smartvillage.model.basis import Basis
from smartvillage.model.conditions import (
    AnyCondition,
    DaysCondition,
    FactCondition,
    GradeCondition,
    GroupSelector,
    MeasureCondition,
    PointsCondition,
    condition_head,
)
from smartvillage.model.explanation import Step
from smartvillage.model.measures import (
    ChooseMeasure,
    GradeMeasure,
    HeadMeasure,
    HighestMeasure,
    LowestMeasure,
    MeasureRef,
)
from smartvillage.truth import FALSE, TRUE

from .edges import grade_edges, points_edges
from .measured import measured, missing
from .reckoned import comparisons, reckoned, what_is_open
from .scene import TRUTHS, based, reasons_of
from .spans import end_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartvillage._program.gauged import Gauged
    from smartvillage.model.base import Text
    from smartvillage.model.conditions import Selector
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.explanation import Comparison, Measured
    from smartvillage.model.measures import AnyMeasure, Grade, GradesOf

    from .scene import Scene

#: How many criteria are told with what each gives; of more, those that give are in the sum alone.
TOLD = 50


def tested_step(scene: Scene, condition: AnyCondition, path: str, *, carries: bool) -> Step:
    """Tell of points, a grade or a measure that was put to tests."""
    found = reckoned(scene, scene.program.gauged[path])
    node = scene.program.nodes[path]
    truth, said = scene.truth(node), scene.said(node)
    whole = gauge_step(scene, condition, path, carries=carries)
    why = {"reasons": reasons_of(said), "missing": missing(scene, said)} if carries else {}
    return whole.model_copy(update={
        "truth": TRUTHS[truth], "tests": comparisons(scene, found, condition, path, truth),  # type: ignore[arg-type]
        "reasons": (), "missing": (), **why,
    })  # fmt: skip


def gauge_step(
    scene: Scene, head: AnyCondition, path: str, *, carries: bool, tests: tuple[Comparison, ...] = ()
) -> Step:
    """Tell of what a head comes to, with what it comes from; ``tests`` are edges that it was held against."""
    gauged = scene.program.gauged[path]
    of, title = _named(scene, head)
    whole = Step(
        path=path, head=condition_head(head) or "", of=of, title=title, tests=tests,
        **_value(scene, gauged, head, carries=carries), **based(scene, head),
    )  # fmt: skip
    return whole.model_copy(update={"steps": tuple(_inside(scene, head, whole))})


def _value(scene: Scene, gauged: Gauged, head: AnyCondition | None = None, *, carries: bool) -> dict[str, Any]:
    """Say what something came to, as keys of a step; where it is open, why and what is missing."""
    found = reckoned(scene, gauged)
    told: Measured = found.measured()
    if isinstance(head, FactCondition):
        told = measured(scene, scene.fact(head.fact), found.known, scene.bound.readings.get(head.fact))
    keys: dict[str, Any] = {"truth": "open" if found.is_open else "measured", "carries": carries, "measured": told}
    if found.is_open and carries:
        said = what_is_open(scene, gauged)
        keys |= {"reasons": reasons_of(said), "missing": missing(scene, said)}
    return keys


def _named(scene: Scene, head: AnyCondition) -> tuple[str | None, Text | None]:
    match head:
        case FactCondition(fact=name):
            return name, scene.fact(name).title
        case MeasureCondition(measure=name):
            return name, scene.ruleset.measures[name].title
        case PointsCondition(points=chosen) | GradeCondition(grade=chosen):
            return _selection(chosen), _group_title(scene, chosen)
        case _:
            return None, None


def _selection(chosen: Selector) -> str | None:
    """Name the group or the tag of a selection; a list of ids has no name, ``all`` is its own."""
    if isinstance(chosen, tuple):
        return None
    return chosen if isinstance(chosen, str) else getattr(chosen, "group", None) or getattr(chosen, "tag", None)


def _group_title(scene: Scene, chosen: Selector) -> Text | None:
    if not isinstance(chosen, GroupSelector):
        return None
    return next((group.title for group in scene.ruleset.groups if group.id == chosen.group), None)


def _inside(scene: Scene, head: AnyCondition, whole: Step) -> Iterator[Step]:
    match head:
        case PointsCondition(points=chosen):
            yield from _criteria(scene, chosen, "points", carries=whole.carries)
        case GradeCondition(grade=chosen):
            yield from _criteria(scene, chosen, "grade", carries=whole.carries)
        case MeasureCondition(measure=name):
            yield from _of_measure(scene, name, carries=whole.carries)
        case DaysCondition():
            yield from end_steps(scene, head, whole)
        case _:
            return


def _criteria(scene: Scene, chosen: Selector, key: str, *, carries: bool) -> Iterator[Step]:
    """Tell what each criterion gives."""
    lowered = {one.criterion.id: (place, one) for place, one in enumerate(scene.program.criteria)}
    told = 0
    for name in selected(scene.ruleset, lowered, chosen):
        place, one = lowered[name]
        path = f"criteria/{name}/{key}"
        if path not in scene.program.gauged or scene.values[scene.layout.applies + place] == FALSE:
            continue
        told += 1
        if told > TOLD:
            return
        keys = _value(scene, scene.program.gauged[path], carries=False) | {"carries": carries}
        yield Step(path=path, head=f"{key}_of", of=name, title=one.criterion.title, basis=one.basis, **keys)


def points_step(scene: Scene, criterion: Criterion, *, carries: bool) -> Step:
    """Tell what a criterion gives, and by what."""
    points, path = criterion.points, f"criteria/{criterion.id}/points"
    assert points is not None  # noqa: S101 - asked by whoever calls
    inner: tuple[Step, ...] = ()
    if points.of is not None:
        found = reckoned(scene, scene.program.gauged[f"{path}/of"])
        edges = points_edges(scene, points, found, path)
        inner = (gauge_step(scene, points.of, f"{path}/of", carries=carries, tests=edges),)
    keys = _value(scene, scene.program.gauged[path], carries=carries)
    return Step(path=path, head="points_of", of=criterion.id, title=criterion.title, steps=inner, **keys,
                **based(scene, points))  # fmt: skip


def grade_step(scene: Scene, grade: Grade, path: str, *, carries: bool, named: tuple[str, Text | None] | None) -> Step:
    """Tell of a level and the edges it lies between."""
    found = reckoned(scene, scene.program.gauged[f"{path}/of"])
    edges = grade_edges(scene, grade, found, path)
    inner = gauge_step(scene, grade.of, f"{path}/of", carries=carries, tests=edges)
    if named is None:
        return inner
    keys = _value(scene, scene.program.gauged[path], carries=carries)
    return Step(path=path, head="grade_of", of=named[0], title=named[1], steps=(inner,), **keys, **based(scene, grade))


def measure_step(scene: Scene, name: str, *, carries: bool) -> Step:
    """Tell of a named measure."""
    measure, path = scene.ruleset.measures[name], f"measures/{name}"
    keys = _value(scene, scene.program.gauged[path], carries=carries)
    return Step(path=path, head="measure", of=name, title=measure.title, **keys, **based(scene, measure),
                steps=tuple(_of_measure(scene, name, carries=carries)))  # fmt: skip


def _of_measure(scene: Scene, name: str, *, carries: bool) -> Iterator[Step]:
    """Tell of what a named measure comes from, once."""
    if name in scene.told:
        return
    scene.told.add(name)
    measure = scene.ruleset.measures[name]
    yield from KINDS[type(measure)](scene, measure, f"measures/{name}", carries=carries)


def _graded(scene: Scene, measure: GradeMeasure, path: str, *, carries: bool) -> Iterator[Step]:
    yield grade_step(scene, measure.grade, f"{path}/grade", carries=carries, named=None)


def _lowest(scene: Scene, measure: LowestMeasure, _path: str, *, carries: bool) -> Iterator[Step]:
    yield from _several(scene, measure.lowest, carries=carries)


def _highest(scene: Scene, measure: HighestMeasure, _path: str, *, carries: bool) -> Iterator[Step]:
    yield from _several(scene, measure.highest, carries=carries)


def _several(scene: Scene, over: tuple[str, ...] | GradesOf, *, carries: bool) -> Iterator[Step]:
    if isinstance(over, tuple):
        yield from (measure_step(scene, name, carries=carries) for name in over)
    else:
        yield from _criteria(scene, over.grade, "grade", carries=carries)


def _chosen(scene: Scene, measure: ChooseMeasure, path: str, *, carries: bool) -> Iterator[Step]:
    """Tell of the rows of a choice, up to the one that holds."""
    settled = False
    for place, row in enumerate(measure.choose):
        here = f"{path}/choose/{place}/when"
        truth = scene.truth(scene.program.nodes[here])
        rests = carries and not settled
        told = scene.step(scene, row.when, here, carries=rests)
        yield told.model_copy(update=_gives(scene, measure, row.then, told, carries=rests and truth != FALSE))
        settled = settled or truth == TRUE
    basis = measure.basis or scene.ruleset.ruleset.basis or Basis.UNKNOWN
    whole = Step(
        path=f"{path}/otherwise", head="otherwise", truth="measured", carries=carries and not settled, basis=basis
    )  # fmt: skip
    yield whole.model_copy(update=_gives(scene, measure, measure.otherwise, whole, carries=whole.carries))


def _gives(
    scene: Scene, measure: ChooseMeasure, then: str | MeasureRef, told: Step, *, carries: bool
) -> dict[str, Any]:
    """Say what a row of a choice gives: a level, a code, or what another measure comes to."""
    if isinstance(then, MeasureRef):
        return {"steps": (*told.steps, measure_step(scene, then.measure, carries=carries))}
    if measure.scale is not None:
        titles = {level.id: level.title for level in scene.ruleset.scales[measure.scale]}
        return {"gives": then, "gives_title": titles[then]}
    named = scene.ruleset.codes.get(measure.codes, {}) if isinstance(measure.codes, str) else {}
    return {"gives": then, "gives_title": named.get(then)}


def _head(scene: Scene, measure: HeadMeasure, path: str, *, carries: bool) -> Iterator[Step]:
    yield gauge_step(scene, measure.of, path, carries=carries)


#: One function a kind of measure; the next kind is one line here and one function above.
KINDS: dict[type[AnyMeasure], Callable[..., Iterator[Step]]] = {
    GradeMeasure: _graded,
    LowestMeasure: _lowest,
    HighestMeasure: _highest,
    ChooseMeasure: _chosen,
    HeadMeasure: _head,
}
