"""Goals: the value of the limit that an effect reaches, as it is in force on the day for this village.

The rule: a limit by class is the one of the village's class; where the class, or the limit itself, is not known, there
is no goal yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage._program.gauged import Codes
from smartvillage._program.settled import in_village
from smartvillage._program.walk import truth_of, walk
from smartvillage.model.facts import ChoiceFact
from smartvillage.model.limits import ByLimit, LimitReference, NamedLimit, TimesLimit
from smartvillage.truth import TRUE

if TYPE_CHECKING:
    from smartvillage._program.bound import Bound
    from smartvillage._program.nodes import Exact
    from smartvillage.model.ruleset import Ruleset


def goal(bound: Bound, path: str) -> Exact | None:
    """Return the value of the limit at a path; nothing while nobody knows it."""
    limit: Any = _at(bound.program.ruleset, path)
    part = False
    while path not in bound.program.limits:
        match limit:
            case NamedLimit(limit=name):
                path = path if part else f"limits/{name}"
                limit = bound.program.ruleset.limits.get(name)
            case TimesLimit(of=LimitReference(limit=name)):
                part, path, limit = True, f"{path}/of", bound.program.ruleset.limits.get(name)
            case ByLimit():
                code = _class_of(bound, limit.by)
                if code is None:
                    return None
                there = code in limit.values
                path = f"{path}/values/{code}" if there else f"{path}/otherwise"
                limit = limit.values[code] if there else limit.otherwise
            case _:
                return None
    return in_village(bound.program, bound.program.limits[path], bound.values).value


def _class_of(bound: Bound, name: str) -> str | None:
    gauged = bound.program.gauged.get(f"measures/{name}")
    if isinstance(gauged, Codes):
        return _chosen(bound, gauged)
    fact, reading = bound.program.facts.get(name), bound.readings.get(name)
    if not isinstance(fact, ChoiceFact) or reading is None or reading.value is None:
        return None
    return bound.program.tables.choices(fact)[int(reading.value)]


def _chosen(bound: Bound, gauged: Codes) -> str | None:
    """Return the code that a measure chooses; nothing while it is open which."""
    values = walk(bound.program, bound.values)
    truths = zip(gauged.ids, gauged.chosen, strict=True)
    return next((code for code, node in truths if truth_of(bound.program, node)(values) == TRUE), None)


def _at(ruleset: Ruleset, path: str) -> Any:  # noqa: ANN401 - any part of a ruleset
    """Follow a path of ids and keys; conditions inside others are found by their id, else by their place."""
    section, *steps = path.split("/")
    found: Any = getattr(ruleset, section, None)
    for step in steps:
        found = _step(found, step)
    return found


def _step(found: Any, step: str) -> Any:  # noqa: ANN401 - any part of a ruleset
    if isinstance(found, dict):
        return found.get(step)
    if isinstance(found, tuple):
        named = next((one for one in found if getattr(one, "id", None) == step), None)
        return found[int(step)] if named is None and step.isdecimal() and int(step) < len(found) else named
    return getattr(found, step, getattr(found, f"{step}_", None))
