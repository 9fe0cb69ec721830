"""Levels: those that a grade can never come to, and the rows of a choice that are never taken.

The rule: it is asked of the very nodes that give a village its level; what a fact can be decides, not what is usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._faults import analysis as faults
from smartvillage._program.bands import one_sided
from smartvillage.model.measures import ChooseMeasure, GradeMeasure

from .telling import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._program.nodes import TruthNode
    from smartvillage.model.measures import Grade

    from .asking import Asker
    from .spots import Step


def levels(asker: Asker) -> Iterator[Finding]:
    """Yield each level that no village can come to, and each row of a choice that none gets to."""
    ruleset = asker.program.ruleset
    for section, name, steps, grade in grades_of(asker):
        yield from _graded(asker, (section, name, steps), grade)
    for name, measure in ruleset.measures.items():
        if isinstance(measure, ChooseMeasure):
            yield from _chosen(asker, name, measure)


def grades_of(asker: Asker) -> Iterator[tuple[str, str, tuple[Step, ...], Grade]]:
    """Yield each grade of a set on a day: where it stands, and what it says."""
    for name, measure in asker.program.ruleset.measures.items():
        if isinstance(measure, GradeMeasure):
            yield "measures", name, ("grade",), measure.grade
    for lowered in asker.program.criteria:
        if lowered.criterion.grade is not None:
            yield "criteria", lowered.criterion.id, ("grade",), lowered.criterion.grade


def _graded(asker: Asker, at: tuple[str, str, tuple[Step, ...]], grade: Grade) -> Iterator[Finding]:
    section, name, steps = at
    scale = asker.program.tables.scales[grade.scale]
    nodes = asker.program.nodes
    path = "/".join(map(str, (section, name, *steps, "levels")))
    held = [(level, nodes[f"{path}/{level}"]) for level in scale if f"{path}/{level}" in nodes]
    if len(held) < len(grade.levels):
        return  # nothing asks for this grade, so nothing was made of it
    sided = one_sided(grade.levels.values())
    for place, (level, node) in enumerate(held):
        if level == scale[0]:
            continue  # what lies below every other level is the lowest
        above = [one for _, one in held[place + 1 :]] if sided else []
        if asker.never([(asker.formula(node), True), *[(asker.formula(one), False) for one in above]]):
            yield _never_given(section, name, (*steps, "levels", level), level)
    for level in scale[1:]:
        if level not in grade.levels:
            yield _never_given(section, name, (*steps, "levels"), level)


def _never_given(section: str, name: str, steps: tuple[Step, ...], level: str) -> Finding:
    return Finding(section, name, steps, f"never {level}", lambda place, since: faults.never_given(place, level, since))


def _chosen(asker: Asker, name: str, measure: ChooseMeasure) -> Iterator[Finding]:
    before: list[TruthNode] = []
    for place in range(len(measure.choose)):
        node = asker.program.nodes.get(f"measures/{name}/choose/{place}/when")
        if node is None:
            return
        goals = [(asker.formula(one), False) for one in before]
        if (
            before
            and not asker.never([(asker.formula(node), True)])
            and asker.never([(asker.formula(node), True), *goals])
        ):
            yield Finding("measures", name, ("choose", place), "never taken", faults.never_taken, key=False)
        before.append(node)
