"""Cycles: what needs what, among limits, rules and activities. The standard library names the circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._faults import references
from smartvillage._program.needs import in_order_of_need
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.limits import AnyLimit, ByLimit, LimitReference, NamedLimit, TimesLimit
from smartvillage.model.ruleset import Ruleset

if TYPE_CHECKING:
    from .context import Loaded

#: A section and an id.
Named: TypeAlias = "tuple[str, str]"


#: The key under which an entry names those that it needs; in other sections it may stand anywhere.
_KEYS = {"activities": ("after",), "procedure": ("after",), "parties": ("successors",)}


def check_cycles(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield a fault for each kind of thing that goes in a circle."""
    yield from _circle(loaded, {("limits", entry.id): _limits(limit) for entry, limit in loaded.entries("limits")})
    after = {
        ("activities", entry.id): [("activities", name) for name in activity.after]
        for entry, activity in loaded.entries("activities")
    }
    yield from _circle(loaded, after)
    steps = {
        ("procedure", entry.id): [("procedure", name) for name in step.after]
        for entry, step in loaded.entries("procedure")
    }
    yield from _circle(loaded, steps)
    followers = {
        ("parties", entry.id): [("parties", name) for name in party.successors]
        for entry, party in loaded.entries("parties")
        if isinstance(party.successors, tuple)
    }
    yield from _circle(loaded, followers)
    yield from _rules(loaded)


def _circle(loaded: Loaded, graph: Mapping[Named, Iterable[Named]]) -> Iterator[Diagnostic]:
    try:
        TopologicalSorter({name: [need for need in needs if need in graph] for name, needs in graph.items()}).prepare()
    except CycleError as error:
        yield _told(loaded, error)


def _limits(limit: AnyLimit) -> list[Named]:
    match limit:
        case NamedLimit():
            return [("limits", limit.limit)]
        case TimesLimit(of=LimitReference(limit=name)):
            return [("limits", name)]
        case ByLimit():
            inner = [*limit.values.values(), *([limit.otherwise] if limit.otherwise is not None else [])]
            return [need for one in inner for need in _limits(one)]
        case _:
            return []


def _rules(loaded: Loaded) -> Iterator[Diagnostic]:
    """Ask for the order in which the engine would read the rules; there is none where they go in a circle."""
    criteria = tuple(criterion for _, criterion in loaded.entries("criteria"))
    read: dict[str, Any] = {
        "groups": tuple(group for _, group in loaded.entries("groups")),
        "criteria": criteria,
        "limits": {entry.id: limit for entry, limit in loaded.entries("limits")},
        "measures": {entry.id: measure for entry, measure in loaded.entries("measures")},
        "decisions": {entry.id: decision for entry, decision in loaded.entries("decisions")},
    }
    try:
        in_order_of_need(Ruleset.model_construct(**read), {criterion.id: criterion for criterion in criteria})
    except CycleError as error:
        yield _told(loaded, error)


def _told(loaded: Loaded, error: CycleError) -> Diagnostic:
    chain: list[Named] = list(reversed(error.args[1]))
    section, name = chain[0]
    at = _KEYS.get(section, ())
    place = loaded.sections.entries[section][name].place(*at, key=True)
    return references.cycle(place, [name for _, name in chain])
