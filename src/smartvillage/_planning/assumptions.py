"""Assumptions: what another body must grant. Only those are listed without which the target is not met.

Each is owned by the task that asks for it, and states the weakest value that still decides. INVARIANT (needed):
dropping any one of the listed assumptions breaks the target.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage._program.boundary import weakest

from .pins import both
from .rule import wanted
from .ways import truths

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartvillage._program.interval import Interval
    from smartvillage._program.nodes import Exact, TruthNode

    from .asking import Asker, Pins, State
    from .effects import Deed, Effects
    from .rule import Rule, Wanted
    from .solve import Problem


@dataclass(frozen=True, slots=True)
class Grant:
    """One thing to be granted: an open slot that is pinned, or a deed of a task that another body decides on."""

    task: str
    path: str
    deed: Deed
    pin: Exact | Interval | bool | None = None
    """Nothing where the deed itself changes the village."""


@dataclass(frozen=True, slots=True)
class Granted:
    """The state that the tasks lead to: with sure effects alone, and with all that must be granted."""

    sure: tuple[Deed, ...]
    grants: tuple[Grant, ...]
    without: State
    with_: State

    def deeds(self, tasks: Iterable[str]) -> list[Deed]:
        """Return the deeds of some tasks: sure ones, and those that are granted."""
        names = set(tasks)
        mine = [deed for deed in self.sure if deed.task in names]
        return mine + [grant.deed for grant in self.grants if grant.task in names]

    def pins(self, tasks: Iterable[str]) -> Pins:
        """Return what is assumed on account of some tasks."""
        names = set(tasks)
        return {grant.path: grant.pin for grant in self.grants if grant.pin is not None and grant.task in names}


def grant(problem: Problem, effects: Effects, rule: Rule, chosen: int, order: Sequence[str]) -> Granted:
    """Find what must be granted for a set to meet a rule; ``order`` are its tasks, the one that asks first first."""
    asker = problem.asker
    deeds = problem.field.deeds(chosen)
    sure = tuple(deed for deed in deeds if not effects.granted(deed))
    without = asker.state(sure)
    if asker.passes(rule, without):
        return Granted(sure, (), without, without)
    pins = problem.pins(chosen)
    grants = tuple(_grants(effects, [deed for deed in deeds if effects.granted(deed)], pins, order))
    needed = _needed(asker, rule, sure, grants)
    return Granted(sure, needed, without, _state(asker, sure, needed))


def _grants(effects: Effects, deeds: list[Deed], pins: Pins, order: Sequence[str]) -> Iterable[Grant]:
    """Give every pin to the first task that asks for it; deeds that change the village stand for themselves."""
    given = set[str]()
    for deed in sorted(deeds, key=lambda deed: (order.index(deed.task), deed.number)):
        paths = effects.open_paths(deed)
        if not paths and effects.fact_of(deed) is not None:
            yield Grant(deed.task, f"facts/{effects.fact_of(deed)}", deed)
        for path in paths:
            if path in pins and path not in given:
                given.add(path)
                yield Grant(deed.task, path, deed, pins[path])


def _state(asker: Asker, sure: Sequence[Deed], grants: Sequence[Grant], opened: str | None = None) -> State:
    deeds = [*sure, *(grant.deed for grant in grants)]
    return asker.state(deeds, {grant.path: grant.pin for grant in grants if grant.pin is not None}, opened)


def _needed(asker: Asker, rule: Rule, sure: Sequence[Deed], grants: tuple[Grant, ...]) -> tuple[Grant, ...]:
    """Leave out, one after another, what the rule does not need."""
    if not asker.passes(rule, _state(asker, sure, grants)):
        return grants
    for one in reversed(grants):
        fewer = tuple(other for other in grants if other is not one)
        if asker.passes(rule, _state(asker, sure, fewer)):
            grants = fewer
    return grants


def decides(problem: Problem, granted: Granted, one: Grant) -> list[Wanted]:
    """Return the leaves of the pass rule that are met only with an assumption."""
    fewer = _state(problem.asker, granted.sure, [other for other in granted.grants if other is not one])
    leaves = dict.fromkeys(wanted(problem.rule))
    return [leaf for leaf in leaves if problem.asker.met(leaf, granted.with_) and not problem.asker.met(leaf, fewer)]


def weakest_needed(problem: Problem, granted: Granted, one: Grant, leaves: Sequence[Wanted]) -> Interval | Exact | bool:
    """Return the weakest value of an assumption that still meets the leaves it decides, all others as they are."""
    rest = [other for other in granted.grants if other is not one]
    opened = one.path if one.pin is None else None
    state = _state(problem.asker, granted.sure, rest, opened)
    needed: Interval | bool | None = None
    for leaf in leaves:
        value = next(
            (found for node in truths(leaf, state) if (found := _weakest(state, node, one.path)) is not None), None
        )
        if value is not None:
            needed = value if needed is None else both(needed, value)  # type: ignore[assignment]
    if needed is not None:
        return needed
    return True if one.pin is None else one.pin


def _weakest(state: State, node: TruthNode, path: str) -> Interval | bool | None:
    if not any(info.path == path for info in state.program.slots):
        return None
    return weakest(state.program, state.bound, node, path)
