"""Steps about one fact: its value, the tests it was put to, and what a record had to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartvillage._program.domains import field_of
from smartvillage._program.interval import Interval
from smartvillage._program.nodes import Prefer
from smartvillage.model.explanation import Step
from smartvillage.model.facts import RecordFact
from smartvillage.model.findings import Reason
from smartvillage.truth import UNKNOWN

from .measured import measured, missing, missing_fact, weaknesses
from .scene import TRUTHS, Scene, based, reasons_of
from .trials import comparison, sure, trials
from .wheres import Looked, where_steps

if TYPE_CHECKING:
    from smartvillage._program.interval import Known
    from smartvillage._program.nodes import TruthNode
    from smartvillage.model.conditions import FactCondition, Tests
    from smartvillage.model.explanation import Comparison


_TRUTH_OF = {name: truth for truth, name in TRUTHS.items()}


@dataclass(frozen=True, slots=True)
class Used:
    """The fact that a condition uses: its own, or one that stands in for it."""

    fact_id: str
    path: str
    tests: Tests
    tests_path: str
    node: TruthNode
    instead_of: str | None = None


def fact_step(scene: Scene, condition: FactCondition, path: str, *, carries: bool) -> Step:
    """Tell of a fact that was put to tests."""
    used = _used(scene, condition, path)
    truth, fact = scene.truth(used.node), scene.fact(used.fact_id)
    found = scene.value(f"facts/{used.fact_id}")
    value: Known = UNKNOWN if found is None else found
    reading = scene.bound.readings.get(used.fact_id)
    return Step(
        path=used.path, head="fact", of=used.fact_id, title=fact.title, truth=TRUTHS[truth], carries=carries,
        measured=measured(scene, fact, value, reading),
        tests=_tests(scene, used, value, truth, alone=condition.where is None),
        steps=_where(scene, condition, path, value, carries=carries),
        **_why(scene, used, carries=carries), **based(scene, condition),
    )  # fmt: skip


def _used(scene: Scene, condition: FactCondition, path: str) -> Used:
    """Return the fact in use: a substitute was chosen when the village was bound."""
    node = scene.program.nodes[path]
    if not isinstance(node, Prefer) or scene.criterion is None:
        return Used(condition.fact, path, condition, path, node)
    place = scene.values[scene.layout.prefer(node)]
    if place == 0:
        return Used(condition.fact, path, condition, path, node.options[0])
    substitute = scene.criterion.instead[place - 1]
    here = f"criteria/{scene.criterion.id}/instead/{substitute.id or place - 1}"
    tests, at = (substitute, here) if substitute.given() else (condition, path)
    return Used(substitute.fact, here, tests, at, node.options[place], condition.fact)


def _tests(scene: Scene, used: Used, value: Known, truth: int, *, alone: bool) -> tuple[Comparison, ...]:
    fact, reading = scene.fact(used.fact_id), scene.bound.readings.get(used.fact_id)
    counts = None if reading is None else reading.counts
    put = trials(scene, used.tests, used.tests_path)
    told = [comparison(trial, fact, value, scene, (used.fact_id, counts)) for trial in put]
    return (sure(told[0], truth),) if alone and len(told) == 1 else tuple(told)


def _why(scene: Scene, used: Used, *, carries: bool) -> dict[str, Any]:
    """Say why, what weakens it, and what is missing: the own fact too where another stands in."""
    if not carries:
        return {}
    said = scene.said(used.node)
    own = () if used.instead_of is None else (_own_missing(scene, used.instead_of),)
    return {
        "reasons": reasons_of(said),
        "caveats": weaknesses(scene, used.fact_id, said.mask, used.instead_of),
        "missing": (*missing(scene, said), *own),
    }


def _own_missing(scene: Scene, fact_id: str) -> Any:  # noqa: ANN401 - a missing fact
    path = f"facts/{fact_id}"
    place = scene.slots.get(path)
    return missing_fact(scene, path, Reason.MISSING_FACT if place is None else scene.bound.whys[place])


def _where(scene: Scene, condition: FactCondition, path: str, exists: Known, *, carries: bool) -> tuple[Step, ...]:
    """Tell of what a record had to show; what has another truth than the record with all of it carries nothing."""
    fact = scene.fact(condition.fact)
    if condition.where is None or not isinstance(fact, RecordFact):
        return ()
    reading = scene.bound.readings.get(condition.fact)

    def look(name: str) -> Looked:
        shown = None if reading is None else reading.fields.get(name)
        value = scene.value(f"facts/{condition.fact}/{name}")
        return Looked(field_of(fact, name), (UNKNOWN if value is None else value,), shown)

    steps = where_steps(scene, condition.where, f"{path}/where", look, carries=carries)
    found = UNKNOWN if isinstance(exists, Interval) else int(exists)
    shown = min([found, *(_TRUTH_OF[one.truth] for one in steps)])
    return tuple(one if carries and _TRUTH_OF[one.truth] == shown else _idle(one) for one in steps)


def _idle(step: Step) -> Step:
    """Say of a step and all below it that nothing rests on them."""
    return step.model_copy(update={"carries": False, "steps": tuple(_idle(one) for one in step.steps)})
