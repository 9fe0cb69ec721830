"""Which criteria are in the set on a day, which ones a rule selects, and in what order things must be lowered."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, TypeAlias

from smartvillage.model.conditions import (
    AllOf,
    AnyCondition,
    AnyOf,
    CountCondition,
    DecisionCondition,
    GroupSelector,
    MetCondition,
    Not,
    NotMetCondition,
    TagSelector,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from smartvillage.model.conditions import Selector
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.ruleset import Ruleset

#: What a rule reads beside facts: ``("criteria", id)`` or ``("decisions", id)``.
Named: TypeAlias = "tuple[str, str]"


def criteria_in_set(ruleset: Ruleset, day: date) -> dict[str, Criterion]:
    """Return the criteria that have an outcome on the day, in the ruleset's order."""
    return {one.id: one for one in ruleset.criteria if one.rule is not None and (one.valid is None or day in one.valid)}


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
    early: list[Criterion] = []
    graph: dict[Named, set[Named]] = {}
    for criterion in present.values():
        named = {
            one for part in (criterion.rule, criterion.applies_if) if part for one in _named(part, ruleset, present)
        }
        if named:
            graph["criteria", criterion.id] = named
        else:
            early.append(criterion)
    for name, decision in ruleset.decisions.items():
        graph["decisions", name] = set(_named(decision.if_, ruleset, present))
    order = TopologicalSorter(graph).static_order()
    return early, [one for one in order if one in graph]


def _named(condition: AnyCondition, ruleset: Ruleset, present: dict[str, Criterion]) -> Iterator[Named]:
    match condition:
        case DecisionCondition(decision=name):
            yield "decisions", name
        case MetCondition(met=chosen) | NotMetCondition(not_met=chosen):
            yield from (("criteria", name) for name in selected(ruleset, present, chosen))
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            for part in parts:
                yield from _named(part, ruleset, present)
        case CountCondition(count=tuple() as parts):
            for part in parts:
                yield from _named(part, ruleset, present)
        case Not(not_=part):
            yield from _named(part, ruleset, present)
        case _:
            return
