"""Steps: a rule's conditions one by one, each read off what the walk came to. One function a head.

The rule: a step carries the result where the step around it does and has the same truth; only what carries is asked
why, what weakens it and what is missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from smartvillage._program.carry_counts import carrying
from smartvillage._program.forms import OPS
from smartvillage._program.needs import selected
from smartvillage.model.conditions import (
    AllOf,
    AnyCondition,
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
)
from smartvillage.model.explanation import Member, Step
from smartvillage.truth import FALSE, UNKNOWN, negate

from .counted import count_step, tested_count
from .facts import fact_step
from .gauging import tested_step
from .measured import missing
from .members import plain_members
from .scene import TRUTHS, Scene, based, reasons_of
from .spans import days_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.base import Text
    from smartvillage.model.conditions import Selector


def step(scene: Scene, condition: AnyCondition, path: str, *, carries: bool = True) -> Step:
    """Tell of a condition of any head."""
    return HEADS[type(condition)](scene, condition, path, carries=carries)


def _parts(
    scene: Scene, parts: tuple[AnyCondition, ...], path: str, carried_by: Callable[[int], bool]
) -> tuple[Step, ...]:
    """Tell of the conditions inside one; ``carried_by`` says which truths carry it."""
    found = []
    for place, part in enumerate(parts):
        here = f"{path}/{part.id or place}"
        truth = scene.truth(scene.program.nodes[here])
        found.append(step(scene, part, here, carries=carried_by(truth)))
    return tuple(found)


def _group(scene: Scene, condition: AnyCondition, path: str, *, carries: bool, head: str) -> Step:
    parts: tuple[AnyCondition, ...] = getattr(condition, head)
    truth = scene.truth(scene.program.nodes[path])
    steps = _parts(scene, parts, f"{path}/{head}", lambda inner: carries and inner == truth)
    return Step(
        path=path, head=head, truth=TRUTHS[truth], carries=carries, steps=steps, **based(scene, condition),
    )  # fmt: skip


def _all_of(scene: Scene, condition: AllOf, path: str, *, carries: bool) -> Step:
    return _group(scene, condition, path, carries=carries, head="all_of")


def _any_of(scene: Scene, condition: AnyOf, path: str, *, carries: bool) -> Step:
    return _group(scene, condition, path, carries=carries, head="any_of")


def _not(scene: Scene, condition: Not, path: str, *, carries: bool) -> Step:
    truth = scene.truth(scene.program.nodes[path])
    inner = step(scene, condition.not_, f"{path}/not", carries=carries)
    return Step(path=path, head="not", truth=TRUTHS[truth], carries=carries, steps=(inner,), **based(scene, condition))


def _count(scene: Scene, condition: CountCondition, path: str, *, carries: bool) -> Step:
    if isinstance(condition.count, str):
        return count_step(scene, condition, condition.count, path, carries=carries)
    names = [part.id or str(place) for place, part in enumerate(condition.count)]
    truths = [scene.truth(scene.program.nodes[f"{path}/count/{name}"]) for name in names]
    named = [_member(scene, part, place) for place, part in enumerate(condition.count)]
    tallied, members = plain_members(named, truths)
    truth = scene.truth(scene.program.nodes[path])
    wanted = {one for word, _ in condition.given() for one in carrying(OPS[word], truth)}
    steps = _parts(scene, condition.count, f"{path}/count", lambda inner: carries and inner in wanted)
    return Step(
        path=path, head="count", truth=TRUTHS[truth], carries=carries, members=members,
        tests=tested_count(scene, condition, path, tallied, truth), steps=steps,
        **_why(scene, path, carries=carries), **based(scene, condition),
    )  # fmt: skip


def _member(scene: Scene, part: AnyCondition, place: int) -> Member:
    """Name a counted condition: by its id, by what it looks at, else by its position counted from one."""
    looks = part.fact if isinstance(part, FactCondition) else getattr(part, "count", None)
    fact = looks if isinstance(looks, str) else None
    title = None if fact is None or part.id else scene.fact(fact).title
    name = part.id or (None if title else fact or str(place + 1))
    return Member(id=part.id or str(place), name=name, title=title)


def _met(scene: Scene, condition: MetCondition, path: str, *, carries: bool) -> Step:
    return _criteria(scene, condition, path, condition.met, carries=carries)


def _not_met(scene: Scene, condition: NotMetCondition, path: str, *, carries: bool) -> Step:
    return _criteria(scene, condition, path, condition.not_met, carries=carries)


def _criteria(
    scene: Scene, condition: MetCondition | NotMetCondition, path: str, chosen: Selector, *, carries: bool
) -> Step:
    """Tell how many criteria are met or not, and which are not as asked."""
    met = isinstance(condition, MetCondition)
    places = {one.criterion.id: place for place, one in enumerate(scene.program.criteria)}
    names, truths, aside = [], [], 0
    for name in selected(scene.ruleset, places, chosen):
        applies = scene.values[scene.layout.applies + places[name]]
        holds = scene.values[scene.layout.holds + places[name]]
        if applies == FALSE:
            aside += 1
            continue
        truth = UNKNOWN if applies == UNKNOWN else holds if met else negate(holds)
        names.append(Member(id=name))
        truths.append(truth)
    tallied, members = plain_members(names, truths, aside)
    truth = scene.truth(scene.program.nodes[path])
    return Step(
        path=path, head="met" if met else "not_met", of=_selection(chosen), title=_group_title(scene, chosen),
        truth=TRUTHS[truth], carries=carries,
        members=members, tests=tested_count(scene, condition, path, tallied, truth),
        **_why(scene, path, carries=carries), **based(scene, condition),
    )  # fmt: skip


def _selection(chosen: Selector) -> str | None:
    """Name the group or the tag of a selection; a list of ids has no name, ``all`` is its own."""
    if isinstance(chosen, tuple):
        return None
    return chosen if isinstance(chosen, str) else getattr(chosen, "group", None) or getattr(chosen, "tag", None)


def _group_title(scene: Scene, chosen: Selector) -> Text | None:
    if not isinstance(chosen, GroupSelector):
        return None
    return next((group.title for group in scene.ruleset.groups if group.id == chosen.group), None)


def _decision(scene: Scene, condition: DecisionCondition, path: str, *, carries: bool) -> Step:
    """Tell of another decision, with its own rule below the first one met."""
    name = condition.decision
    decision = scene.ruleset.decisions[name]
    truth = scene.truth(scene.program.nodes[path])
    inner: tuple[Step, ...] = ()
    if scene.depth == 0 and decision.if_ is not None:
        inner = (step(replace(scene, depth=1), decision.if_, f"decisions/{name}/if", carries=carries),)
    return Step(
        path=path, head="decision", of=name, title=decision.title, truth=TRUTHS[truth], carries=carries, steps=inner,
        **based(scene, condition),
    )  # fmt: skip


def _no_method(scene: Scene, condition: NoMethod, path: str, *, carries: bool) -> Step:
    truth = scene.truth(scene.program.nodes[path])
    return Step(
        path=path, head="no_method", of=condition.no_method, truth=TRUTHS[truth], carries=carries,
        **_why(scene, path, carries=carries), **based(scene, condition),
    )  # fmt: skip


def _why(scene: Scene, path: str, *, carries: bool) -> dict[str, Any]:
    """Say why a step is open or fails and what is missing, where the result rests on it."""
    if not carries:
        return {}
    said = scene.said(scene.program.nodes[path])
    return {"reasons": reasons_of(said), "missing": missing(scene, said)}


#: One function a head; the next head is one line here and one function.
HEADS: dict[type[AnyCondition], Callable[..., Step]] = {
    FactCondition: fact_step,
    CountCondition: _count,
    MetCondition: _met,
    NotMetCondition: _not_met,
    PointsCondition: tested_step,
    GradeCondition: tested_step,
    MeasureCondition: tested_step,
    DaysCondition: days_step,
    DecisionCondition: _decision,
    AllOf: _all_of,
    AnyOf: _any_of,
    Not: _not,
    NoMethod: _no_method,
}
