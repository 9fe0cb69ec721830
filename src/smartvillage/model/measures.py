"""Measures: what a village amounts to beside true and false: points, grades, the lowest of several, a class chosen.

A measure is a condition's head without tests; points and grades are made of one. Named measures stand in a ruleset's
section ``measures`` and are held against limits by the head ``measure``.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from typing_extensions import TypeAliasType

from .base import Frozen, Id, Scalar, Text
from .basis import Based
from .conditions import TEST_WORDS, Condition, Selector, Tests, condition_head
from .frozen import Mapped
from .limits import expand_limit, limit_form


class FullAt(Frozen):
    """From which share on all points are given."""

    full_at: Scalar


class Points(Based):
    """What a criterion gives: ``max`` where it is met, or so many by what a measure comes to.

    ``20`` is short for ``{max: 20}``: all of it where the criterion's rule is met, nothing where it is not.
    """

    max: Scalar
    of: Condition | None = None
    steps: Mapped[str, Scalar] | None = Field(None, min_length=1)
    """Points by the value from which up they are given."""
    otherwise: Scalar | None = None
    """Points below the lowest step."""
    proportional: Literal[True] | FullAt | None = None


def expand_points(value: object) -> object:
    """Write a number of points in its long form."""
    return value if value is None or isinstance(value, (dict, Points)) else {"max": value}


PointsGiven = Annotated[Points, BeforeValidator(expand_points)]


def expand_edge(value: object) -> object:
    """Write a literal or a limit as what is at least asked."""
    if isinstance(value, Tests):
        return value
    if isinstance(value, dict) and (limit_form(value) is None or not value.keys().isdisjoint(TEST_WORDS)):
        return value
    return {"at_least": expand_limit(value)}


Edge = Annotated[Tests, BeforeValidator(expand_edge)]


class Grade(Based):
    """A level by what a measure comes to: each level with its lower edge, or with both edges as printed."""

    of: Condition
    scale: Id
    levels: Mapped[Id, Edge] = Field(min_length=1)


class AnyMeasure(Based):
    """What all named measures may say beside their kind."""

    title: Text | None = None


class GradeMeasure(AnyMeasure):
    """A level by what another measure comes to."""

    grade: Grade


class LowestMeasure(AnyMeasure):
    """The lowest of several levels: of named measures, or of the criteria's grades."""

    lowest: tuple[Id, ...] | GradesOf


class HighestMeasure(AnyMeasure):
    """The highest of several levels: of named measures, or of the criteria's grades."""

    highest: tuple[Id, ...] | GradesOf


class GradesOf(Frozen):
    """The grades of criteria."""

    grade: Selector


class MeasureRef(Frozen):
    """What another named measure comes to."""

    measure: Id


class Choice(Frozen):
    """One row of a choice: what it comes to when a condition holds."""

    when: Condition
    then: Id | MeasureRef


class ChooseMeasure(AnyMeasure):
    """The first row whose condition holds, else ``otherwise``: a level of a scale, or one of some codes."""

    choose: tuple[Choice, ...] = Field(min_length=1)
    otherwise: Id | MeasureRef
    scale: Id | None = None
    codes: Id | tuple[Id, ...] | None = None


class HeadMeasure(AnyMeasure):
    """What a condition's head looks at, without tests: ``points: all`` is ``{of: {points: all}}``."""

    of: Condition
    """The head, as a condition without tests."""

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, dict) or "of" in value or condition_head(value) is None:
            return value
        own = {key: value[key] for key in AnyMeasure.model_fields if key in value}
        return {**own, "of": {key: part for key, part in value.items() if key != "title"}}


#: The kinds by their head key; whatever is none of them is a condition's head.
MEASURE_KINDS: dict[str, type[AnyMeasure]] = {
    "grade": GradeMeasure,
    "lowest": LowestMeasure,
    "highest": HighestMeasure,
    "choose": ChooseMeasure,
}


def measure_kind(value: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    """Tell a measure's kind by its head key; ``of`` for a condition's head, nothing for no measure."""
    if isinstance(value, AnyMeasure):
        return next((kind for kind, one in MEASURE_KINDS.items() if isinstance(value, one)), "of")
    if not isinstance(value, dict):
        return None
    kinds = [kind for kind in MEASURE_KINDS if kind in value]
    if kinds and (kinds[0] != "grade" or _is_graded(value["grade"])):
        return kinds[0]
    return "of" if "of" in value or condition_head(value) is not None else None


def _is_graded(written: object) -> bool:
    """Tell levels by edges from the grades of criteria, which one key names."""
    if isinstance(written, Grade):
        return True
    return isinstance(written, dict) and written.keys().isdisjoint({"group", "tag"})


Measure = TypeAliasType(
    "Measure",
    Annotated[
        Annotated[GradeMeasure, Tag("grade")]
        | Annotated[LowestMeasure, Tag("lowest")]
        | Annotated[HighestMeasure, Tag("highest")]
        | Annotated[ChooseMeasure, Tag("choose")]
        | Annotated[HeadMeasure, Tag("of")],
        Discriminator(measure_kind),
    ],
)

for _kind in (LowestMeasure, HighestMeasure):
    _kind.model_rebuild()
