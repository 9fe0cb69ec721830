"""Which criteria are in the set on a day, which ones a rule selects, and in what order things must be lowered."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, TypeAlias

from smartvillage.model.base import Frozen
from smartvillage.model.conditions import (
    AllOf,
    AnyOf,
    CountCondition,
    DecisionCondition,
    GradeCondition,
    GroupSelector,
    MeasureCondition,
    MetCondition,
    Not,
    NotMetCondition,
    PointsCondition,
    TagSelector,
)
from smartvillage.model.limits import ByLimit, LimitReference, MeasureReference, NamedLimit
from smartvillage.model.measures import GradesOf, HighestMeasure, LowestMeasure, MeasureRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from smartvillage.model.conditions import AnyCondition, Selector
    from smartvillage.model.criteria import Criterion, Decision
    from smartvillage.model.ruleset import Ruleset

#: What a rule reads beside facts: ``("criteria", id)``, ``("decisions", id)`` or ``("measures", id)``.
Named: TypeAlias = "tuple[str, str]"


def criteria_in_set(ruleset: Ruleset, day: date) -> dict[str, Criterion]:
    """Return the criteria that are in the set on the day, in the ruleset's order."""
    return {one.id: one for one in ruleset.criteria if one.valid is None or day in one.valid}


def selected(ruleset: Ruleset, present: Iterable[str], chosen: Selector) -> list[str]:
    """Return the criteria of a selection that are in the set, in the ruleset's order."""
    here = set(present)
    match chosen:
        case tuple():
            wanted = set(chosen)
            return [one.id for one in ruleset.criteria if one.id in wanted and one.id in here]
        case GroupSelector(group=group):
            return [one.id for one in ruleset.criteria if one.group == group and one.id in here]
        case TagSelector(tag=tag):
            return [one.id for one in ruleset.criteria if tag in one.tags and one.id in here]
        case _:
            aside = {group.id for group in ruleset.groups if group.precondition}
            return [one.id for one in ruleset.criteria if one.group not in aside and one.id in here]


def in_order_of_need(ruleset: Ruleset, present: dict[str, Criterion]) -> tuple[list[Criterion], list[Named]]:
    """Return the criteria that read facts alone, and all else in an order in which what is read comes first.

    Raises:
        graphlib.CycleError: rules read one another in a circle, which the checks of loading refuse.
    """
    reader = _Reader(ruleset, present)
    early: list[Criterion] = []
    graph: dict[Named, set[Named]] = {}
    for criterion in present.values():
        named = set(reader.of_criterion(criterion))
        if named:
            graph["criteria", criterion.id] = named
        else:
            early.append(criterion)
    for name, measure in ruleset.measures.items():
        graph["measures", name] = set(reader.anywhere(measure))
    for name, decision in ruleset.decisions.items():
        graph["decisions", name] = set(reader.of_decision(decision))
    order = TopologicalSorter(graph).static_order()
    return early, [one for one in order if one in graph]


class _Reader:
    """Finds what rules name; where a set has measures they may stand in limits too, so that all of a rule is read."""

    __slots__ = ("_present", "_ruleset")

    def __init__(self, ruleset: Ruleset, present: dict[str, Criterion]) -> None:
        self._ruleset, self._present = ruleset, present

    def of_criterion(self, criterion: Criterion) -> Iterator[Named]:
        """Yield what a criterion reads."""
        for part in (criterion.rule, criterion.applies_if):
            if part is not None:
                yield from self.anywhere(part) if self._ruleset.measures else self._named(part)
        for given in (criterion.points, criterion.grade):
            if given is not None and given.of is not None:
                yield from self.anywhere(given)

    def of_decision(self, decision: Decision) -> Iterator[Named]:
        """Yield what a decision reads."""
        if decision.level is not None:
            yield "measures", decision.level
        if decision.needs is not None:
            yield "decisions", decision.needs
        for part in (decision.if_, decision.score):
            if part is not None:
                yield from self.anywhere(part) if self._ruleset.measures else self._named(part)

    def anywhere(self, value: object) -> Iterator[Named]:
        """Yield what is named anywhere inside a value: in conditions, in limits, in rows of a choice."""
        todo = [value]
        limits: set[str] = set()
        while todo:
            one = todo.pop()
            if isinstance(one, Mapping):
                todo += one.values()
            elif isinstance(one, (tuple, list)):
                todo += one
            elif isinstance(one, Frozen):
                yield from self._own(one)
                todo += one.__dict__.values()
                name = one.limit if isinstance(one, (NamedLimit, LimitReference)) else None
                if name is not None and name not in limits:
                    limits.add(name)
                    todo.append(self._ruleset.limits.get(name))

    def _named(self, condition: AnyCondition) -> Iterator[Named]:
        yield from self._own(condition)
        match condition:
            case AllOf(all_of=parts) | AnyOf(any_of=parts) | CountCondition(count=tuple() as parts):
                for part in parts:
                    yield from self._named(part)
            case Not(not_=part):
                yield from self._named(part)

    def _own(self, one: Frozen) -> Iterator[Named]:
        """Yield what a thing names itself, whatever lies inside it."""
        match one:
            case DecisionCondition(decision=name):
                yield "decisions", name
            case MeasureCondition(measure=name) | MeasureRef(measure=name) | MeasureReference(measure=name):
                yield "measures", name
            case LowestMeasure(lowest=tuple() as names) | HighestMeasure(highest=tuple() as names):
                yield from (("measures", name) for name in names)
            case ByLimit(by=name) if name in self._ruleset.measures:
                yield "measures", name
            case (
                MetCondition(met=chosen)
                | NotMetCondition(not_met=chosen)
                | PointsCondition(points=chosen)
                | GradeCondition(grade=chosen)
                | GradesOf(grade=chosen)
            ):
                yield from (("criteria", name) for name in selected(self._ruleset, self._present, chosen))
            case _:
                return
