"""Idle: activities that change nothing any rule reads, and yet are not marked as advised alone.

The rule: an activity closes something where a rule reads what it changes, where it brings evidence that a criterion
asks for, where it settles what is open, or where another activity that does so must wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._faults import analysis as faults
from smartvillage._program.door import program_for
from smartvillage.model.activities import FactEffect, LearnEffect, ListEffect, SettleEffect
from smartvillage.model.facts import ShareFact

from .stretches import standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.activities import Activity, AnyEffect
    from smartvillage.model.ruleset import Ruleset

    from .spots import Placer


def idle(ruleset: Ruleset, place: Placer) -> Iterator[Diagnostic]:
    """Yield a warning for each activity that closes nothing."""
    read = _read(ruleset)
    asked = {
        name for one in ruleset.criteria if isinstance(one.evidence, tuple) for names in one.evidence for name in names
    }
    useful = {
        name
        for name, activity in ruleset.activities.items()
        if activity.advised
        or any(_counts(effect, read) for effect in activity.effects)
        or asked & set(activity.evidence)
    }
    todo = [name for name in useful if not ruleset.activities[name].advised]
    while todo:
        for name in ruleset.activities[todo.pop()].after:
            if name not in useful:
                useful.add(name)
                todo.append(name)
    for name, activity in ruleset.activities.items():
        if activity.effects and name not in useful:  # without effects it is told as unused
            yield faults.closes_nothing(place("activities", name, key=True), name, sorted(_changed(activity)))


def _counts(effect: AnyEffect, read: frozenset[str]) -> bool:
    return isinstance(effect, SettleEffect) or _name(effect) in read


def _name(effect: AnyEffect) -> str | None:
    match effect:
        case FactEffect(fact=name) | ListEffect(list=name) | LearnEffect(learn=name):
            return name
        case _:
            return None


def _changed(activity: Activity) -> set[str]:
    return {name for effect in activity.effects if (name := _name(effect)) is not None}


def _read(ruleset: Ruleset) -> frozenset[str]:
    """Return the facts that rules read on any day, those that fill a share and the days of the procedure included."""
    read: set[str] = set()
    for standing in standings(ruleset):
        for day in standing.days:
            program = program_for(standing.ruleset, day)
            read |= {info.fact for info in program.slots if info.fact} | {info.fact for info in program.lists}
    for step in ruleset.procedure:
        read |= {name for name in (step.records.start, step.records.end) if name}
    shares = [ruleset.facts[name] for name in read if isinstance(ruleset.facts.get(name), ShareFact)]
    return frozenset(read) | {name for share in shares for name in (share.part, share.whole) if name}  # type: ignore[union-attr]
