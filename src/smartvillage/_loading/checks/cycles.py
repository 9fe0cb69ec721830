"""Cycles: what needs what, among limits, rules and activities. The standard library names the circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from smartvillage._faults import references
from smartvillage.diagnostics import Diagnostic
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
    Selector,
    TagSelector,
)
from smartvillage.model.limits import ByLimit, NamedLimit

if TYPE_CHECKING:
    from .context import Loaded


def check_cycles(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield a fault for each kind of thing that goes in a circle."""
    yield from _circle(loaded, {("limits", entry.id): _limits(limit) for entry, limit in loaded.entries("limits")})
    after = {
        ("activities", entry.id): [("activities", name) for name in activity.after]
        for entry, activity in loaded.entries("activities")
    }
    yield from _circle(loaded, after)
    yield from _circle(loaded, _rules(loaded))


def _circle(loaded: Loaded, graph: Mapping[tuple[str, str], Iterable[tuple[str, str]]]) -> Iterator[Diagnostic]:
    try:
        TopologicalSorter({name: [need for need in needs if need in graph] for name, needs in graph.items()}).prepare()
    except CycleError as error:
        chain = list(reversed(error.args[1]))
        section, name = chain[0]
        entry = loaded.sections.entries[section][name]
        at = ("after",) if section == "activities" else ()
        yield references.cycle(entry.place(*at, key=True), [name for _, name in chain])


def _limits(limit: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - a limit of any form
    match limit:
        case NamedLimit():
            return [("limits", limit.limit)]
        case ByLimit():
            inner = [*limit.values.values(), *([limit.otherwise] if limit.otherwise is not None else [])]
            return [need for one in inner for need in _limits(one)]
        case _:
            return []


def _rules(loaded: Loaded) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return which criteria and decisions read which; those that read facts alone are left out of the circle."""
    graph: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for entry, criterion in loaded.entries("criteria"):
        parts = [part for part in (criterion.rule, criterion.applies_if) if part is not None]
        needs = [need for part in parts for need in _needs(loaded, part)]
        if needs:
            graph["criteria", entry.id] = needs
    for entry, decision in loaded.entries("decisions"):
        graph["decisions", entry.id] = list(_needs(loaded, decision.if_))
    return graph


def _needs(loaded: Loaded, condition: AnyCondition) -> Iterator[tuple[str, str]]:
    match condition:
        case DecisionCondition():
            yield "decisions", condition.decision
        case MetCondition():
            yield from _selected(loaded, condition.met)
        case NotMetCondition():
            yield from _selected(loaded, condition.not_met)
        case AllOf(all_of=parts) | AnyOf(any_of=parts) | CountCondition(count=tuple() as parts):
            for part in parts:
                yield from _needs(loaded, part)
        case Not():
            yield from _needs(loaded, condition.not_)
        case _:
            return


def _selected(loaded: Loaded, chosen: Selector) -> Iterator[tuple[str, str]]:
    if isinstance(chosen, tuple):
        yield from (("criteria", name) for name in chosen)
        return
    aside = {entry.id for entry, group in loaded.entries("groups") if group.precondition}
    for entry, criterion in loaded.entries("criteria"):
        inside = {
            GroupSelector: lambda one: one.group == getattr(chosen, "group", None),
            TagSelector: lambda one: getattr(chosen, "tag", None) in one.tags,
        }.get(type(chosen), lambda one: one.group not in aside)
        if inside(criterion):
            yield "criteria", entry.id

