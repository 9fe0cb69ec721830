"""What a condition's head comes to without tests: a number, a share, a level, a code, a day or a truth.

The rule: it is nothing where an entry on the way has a fault of its own, and then nothing is held against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from smartvillage._program.literal import FLAG_LIKE, SpanFact
from smartvillage._program.quota import read_points
from smartvillage.model.conditions import (
    CountCondition,
    DaysCondition,
    FactCondition,
    GradeCondition,
    MeasureCondition,
    MetCondition,
    NotMetCondition,
    PointsCondition,
)
from smartvillage.model.facts import ChoiceFact, DateFact, LevelFact, ListFact, ShareFact
from smartvillage.model.measures import (
    ChooseMeasure,
    GradeMeasure,
    GradesOf,
    HeadMeasure,
    HighestMeasure,
    LowestMeasure,
)

from .measured import CODES, LEVELS, NUMBERS, Measured, of_count, of_fact, reader_of
from .selections import graded_scales

if TYPE_CHECKING:
    from smartvillage.model.conditions import AnyCondition, Selector
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.measures import AnyMeasure

    from .context import Loaded

Kind = Literal["number", "points", "share", "level", "code", "day", "truth"]

#: The heads that can be measured.
MEASURABLE = ("fact", "count", "met", "not_met", "points", "grade", "days", "measure")


class Gauged(NamedTuple):
    """What a head comes to, and how limits on it are read."""

    kind: Kind
    measured: Measured
    words: str = ""
    """The scale or the list of codes: its id, or the codes themselves."""


def gauged(  # noqa: PLR0911 - one a head
    loaded: Loaded, head: AnyCondition, seen: frozenset[str] = frozenset()
) -> Gauged | None:
    """Return what a condition's head comes to."""
    match head:
        case FactCondition(fact=name):
            fact = loaded.fact(name)
            return None if fact is None or isinstance(fact, ListFact) else _of_fact(loaded, name, fact)
        case CountCondition() | MetCondition() | NotMetCondition():
            return Gauged("number", of_count("count", loaded.tables))
        case PointsCondition():
            return Gauged("points", of_points(loaded))
        case DaysCondition():
            return Gauged("number", of_fact("days", SpanFact(), loaded.tables))
        case GradeCondition(grade=chosen):
            return _of_grades(loaded, chosen)
        case MeasureCondition(measure=name):
            return of_measure(loaded, name, seen)
        case _:
            return None


def _of_fact(loaded: Loaded, name: str, fact: AnyFact) -> Gauged:
    measured = of_fact(name, fact, loaded.tables)
    match fact:
        case LevelFact(scale=scale):
            return Gauged("level", measured, scale)
        case ChoiceFact(codes=codes):
            return Gauged("code", measured, codes if isinstance(codes, str) else ", ".join(codes))
        case ShareFact():
            return Gauged("share", measured)
        case DateFact():
            return Gauged("day", measured)
        case _:
            return Gauged("truth" if isinstance(fact, FLAG_LIKE) else "number", measured)


def of_measure(loaded: Loaded, name: str, seen: frozenset[str] = frozenset()) -> Gauged | None:
    """Return what a named measure comes to; nothing where it lies too deep or goes in a circle."""
    measure = loaded.values["measures"].get(name)
    if measure is None or ("measures", name) in loaded.deep or name in seen:
        return None
    return _of_kind(loaded, name, measure, seen | {name})


def _of_kind(  # noqa: PLR0911 - one a kind
    loaded: Loaded, name: str, measure: AnyMeasure, seen: frozenset[str]
) -> Gauged | None:
    match measure:
        case GradeMeasure():
            return of_level(loaded, name, measure.grade.scale)
        case LowestMeasure(lowest=GradesOf(grade=chosen)) | HighestMeasure(highest=GradesOf(grade=chosen)):
            return _of_grades(loaded, chosen)
        case LowestMeasure(lowest=(str() as first, *_)) | HighestMeasure(highest=(str() as first, *_)):
            return of_measure(loaded, first, seen)
        case ChooseMeasure(scale=str() as scale):
            return of_level(loaded, name, scale)
        case ChooseMeasure():
            return _of_codes(loaded, name, measure)
        case HeadMeasure():
            found = gauged(loaded, measure.of, seen)
            return found and found._replace(measured=found.measured._replace(name=name))
        case _:
            return None


def of_points(loaded: Loaded) -> Measured:
    """Return how points are held against limits."""
    return Measured("points", NUMBERS, lambda written: read_points(written, loaded.tables.style))


def of_level(loaded: Loaded, name: str, scale: str) -> Gauged | None:
    """Return how a level is held against limits; nothing where its scale is not there."""
    levels = loaded.tables.scales.get(scale)
    if levels is None:
        return None
    fact = LevelFact(type="level", scale=scale)
    return Gauged("level", Measured(name, LEVELS, reader_of(fact, loaded.tables), fact=fact), scale)


def _of_grades(loaded: Loaded, chosen: Selector) -> Gauged | None:
    scale = next(iter(graded_scales(loaded, chosen)), None)
    return None if scale is None else of_level(loaded, "grade", scale)


def codes_of(loaded: Loaded, measure: ChooseMeasure) -> tuple[str, ...] | None:
    """Return the codes that a choice is among; nothing where their list is not there."""
    return measure.codes if isinstance(measure.codes, tuple) else loaded.tables.codes.get(measure.codes or "")


def _of_codes(loaded: Loaded, name: str, measure: ChooseMeasure) -> Gauged | None:
    codes = codes_of(loaded, measure)
    if codes is None:
        return None
    fact = ChoiceFact(type="choice", codes=codes)
    words = measure.codes if isinstance(measure.codes, str) else ", ".join(codes)
    return Gauged("code", Measured(name, CODES, reader_of(fact, loaded.tables), open=False, fact=fact), words or "")


def class_codes(loaded: Loaded, name: str) -> tuple[str, ...] | None:
    """Return the codes of a measure that chooses one; nothing where it does not."""
    measure = loaded.values["measures"].get(name)
    return codes_of(loaded, measure) if isinstance(measure, ChooseMeasure) and measure.scale is None else None
