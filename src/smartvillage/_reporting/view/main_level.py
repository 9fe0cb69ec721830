"""What levels are called: that of the main decision, and those that a measure is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.conditions import FactCondition, GradeCondition, MeasureCondition
from smartvillage.model.measures import (
    ChooseMeasure,
    GradeMeasure,
    GradesOf,
    HeadMeasure,
    HighestMeasure,
    LowestMeasure,
)

if TYPE_CHECKING:
    from smartvillage.model.conditions import AnyCondition
    from smartvillage.model.ruleset import Ruleset

    from .names import Names


def named(names: Names, said: str) -> str:
    """Name a level, or the two between which it lies, that is written as its id: ``3``, ``1..3``."""
    ruleset = names.ruleset
    main = None if ruleset is None else ruleset.decisions.get(ruleset.main_decision() or "")
    scale = None if ruleset is None or main is None or main.level is None else scale_of(ruleset, main.level)
    return said if scale is None else " – ".join(names.level(scale, level) for level in said.split(".."))


def scale_of(ruleset: Ruleset, name: str) -> str | None:
    """Return the scale of a named measure's levels."""
    match ruleset.measures.get(name):
        case GradeMeasure(grade=grade):
            return grade.scale
        case ChooseMeasure(scale=scale):
            return scale
        case LowestMeasure(lowest=over) | HighestMeasure(highest=over):
            if isinstance(over, GradesOf):
                return next((criterion.grade.scale for criterion in ruleset.criteria if criterion.grade), None)
            return scale_of(ruleset, over[0]) if over else None
        case HeadMeasure(of=head):
            return scale_under(ruleset, head)
        case _:
            return None


def scale_under(ruleset: Ruleset, head: AnyCondition) -> str | None:
    """Return the scale of whose levels a condition's head speaks; nothing where it speaks of none."""
    match head:
        case MeasureCondition(measure=name):
            return scale_of(ruleset, name)
        case GradeCondition():
            return next((criterion.grade.scale for criterion in ruleset.criteria if criterion.grade), None)
        case FactCondition(fact=name):
            return getattr(ruleset.facts.get(name), "scale", None)
        case _:
            return None
