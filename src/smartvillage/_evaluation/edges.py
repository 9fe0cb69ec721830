"""Edges: the steps of points and the edges of levels, each as a test with what it gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smartvillage._program.gauged import Codes
from smartvillage._program.literal import read_literal
from smartvillage._program.nodes import Op
from smartvillage._program.quota import read_points
from smartvillage.exact import exact_text
from smartvillage.model.basis import Basis
from smartvillage.model.explanation import Comparison, LimitStep
from smartvillage.model.facts import ShareFact
from smartvillage.model.measures import FullAt
from smartvillage.truth import UNKNOWN

from .distance import distance
from .reckoned import comparisons
from .scene import TRUTHS
from .spelling import Speller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._program.nodes import Exact
    from smartvillage.model.explanation import Distance
    from smartvillage.model.measures import Grade, Points

    from .reckoned import Reckoned
    from .scene import Scene


def points_edges(scene: Scene, points: Points, found: Reckoned, path: str) -> tuple[Comparison, ...]:
    """Tell of the steps by which points are given, the highest first, or of where they are given whole."""
    if points.steps is not None:
        told = sorted(_steps(scene, points, found, path), key=lambda one: -one[0])
        return tuple(one for _, one in told)
    if not isinstance(points.proportional, FullAt):
        return ()
    value = read_literal(ShareFact(type="share"), points.proportional.full_at, scene.program.tables)
    limit = _limit(points, found.spelled, f"{path}/proportional/full_at", (value, str(points.proportional.full_at)))
    far = _far(found, value)
    truth = "open" if far is None else "not_met" if far.amount.startswith("-") else "met"
    return (Comparison(word="at_least", truth=truth, limits=(limit,), distance=far, gives=_number(scene, points.max)),)


def _steps(scene: Scene, points: Points, found: Reckoned, path: str) -> Iterator[tuple[Exact, Comparison]]:
    gauged = scene.program.gauged[f"{path}/of"]
    assert not isinstance(gauged, Codes)  # noqa: S101 - what the checks of loading hold
    for key, given in (points.steps or {}).items():
        here = f"{path}/steps/{key}"
        level = gauged.read(key)
        spelled = Speller("percent") if level.share else found.spelled
        limit = _limit(points, spelled, here, (level.value, key)).model_copy(update={"title": found.title(level.value)})
        yield level.value, Comparison(
            word="at_least", truth=TRUTHS[scene.truth(scene.program.nodes[here])], limits=(limit,),
            distance=_far(found, level.value * found.most if level.share and found.most is not None else level.value),
            gives=_number(scene, given),
        )  # fmt: skip


def _limit(points: Points, spelled: Speller, path: str, value: tuple[Exact, str]) -> LimitStep:
    exact, written = value
    return LimitStep(
        path=path, form=spelled.form, exact=spelled.text(exact), written=written, unit=spelled.unit,
        basis=points.basis or Basis.UNKNOWN,
    )  # fmt: skip


def _far(found: Reckoned, limit: Exact) -> Distance | None:
    if found.is_open or found.ruler is None:
        return None
    if found.spelled.form == "percent":
        ruler = replace(found.ruler, measure="points", whole=False, unit="%", of=None, title=None)
        return distance(found.known * 100, limit * 100, Op.GE, ruler)  # type: ignore[operator]  # asked just before
    return distance(found.known, limit, Op.GE, found.ruler)  # type: ignore[arg-type]  # likewise


def _number(scene: Scene, written: object) -> str:
    return exact_text(read_points(written, scene.program.tables.style).value)


def grade_edges(scene: Scene, grade: Grade, found: Reckoned, path: str) -> tuple[Comparison, ...]:
    """Tell of the edges of levels, the highest first, each with the level it gives."""
    told: list[Comparison] = []
    for level in reversed(scene.ruleset.scales[grade.scale]):
        tests = grade.levels.get(level.id)
        if tests is None:
            continue
        here = f"{path}/levels/{level.id}"
        node = scene.program.nodes.get(here)
        truth = UNKNOWN if node is None else scene.truth(node)
        each = comparisons(scene, found, tests, here, truth)
        told += [one.model_copy(update={"gives": level.id, "gives_title": level.title}) for one in each]
    return tuple(told)
