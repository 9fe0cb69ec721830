"""The step about how many days lie between two: the days themselves stand below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.interval import Interval
from smartvillage._program.literal import SpanFact
from smartvillage.model.explanation import Measured, Step

from .measured import measured, missing, weaknesses
from .scene import TRUTHS, Scene, based, reasons_of
from .trials import comparison, sure, trials

if TYPE_CHECKING:
    from smartvillage._program.interval import Known
    from smartvillage.model.conditions import DaysCondition

_SPAN = SpanFact()


def days_step(scene: Scene, condition: DaysCondition, path: str, *, carries: bool) -> Step:
    """Tell of the days between two."""
    node = scene.program.nodes[path]
    truth, ends = scene.truth(node), (condition.days.from_, condition.days.to)
    between = _between(scene, *ends)
    told = [comparison(trial, _SPAN, between, scene, ("", None)) for trial in trials(scene, condition, path)]
    said = scene.said(node)
    whole = Step(path=path, head="days", truth=TRUTHS[truth], carries=carries, **based(scene, condition))
    steps = end_steps(scene, condition, whole)
    return whole.model_copy(
        update={
            "measured": _measured(between),
            "steps": steps,
            "tests": (sure(told[0], truth),) if len(told) == 1 else tuple(told),
            "reasons": reasons_of(said) if carries else (),
            "missing": missing(scene, said) if carries else (),
        }
    )


def end_steps(scene: Scene, condition: DaysCondition, whole: Step) -> tuple[Step, ...]:
    """Tell of the two days."""
    ends = (("from", condition.days.from_), ("to", condition.days.to))
    return tuple(_end(scene, whole, key, name) for key, name in ends)


def _end(scene: Scene, whole: Step, key: str, name: str) -> Step:
    """Tell of one of the two days."""
    fact, mask = scene.fact(name), scene.bound.masks[scene.slots[f"facts/{name}"]]
    return Step(
        path=f"{whole.path}/days/{key}", head="fact", of=name, title=fact.title, truth=whole.truth,
        carries=whole.carries, measured=measured(scene, fact, _day(scene, name), scene.bound.readings.get(name)),
        caveats=weaknesses(scene, name, mask) if whole.carries else (), basis=whole.basis,
    )  # fmt: skip


def _day(scene: Scene, name: str) -> Known:
    found = scene.value(f"facts/{name}")
    return Interval(whole=True) if found is None else found


def _between(scene: Scene, first: str, last: str) -> Known:
    start, end = _day(scene, first), _day(scene, last)
    return Interval(whole=True) if isinstance(start, Interval) or isinstance(end, Interval) else end - start


def _measured(between: Known) -> Measured:
    return Measured(form="days", exact=None if isinstance(between, Interval) else str(between))
