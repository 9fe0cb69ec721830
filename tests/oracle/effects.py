"""What activities change: a village and its ruleset after some tasks, with or without what others must grant."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Any

from oracle.facts import World, look
from oracle.limits import thresholds
from oracle.literals import Plain, read
from oracle.spans import YES

#: Better than any limit that a made-up rule may hold a fact against.
BEST = {"share": "100 %", "count": 1_000_000, "flag": True, "judgement": True, "level": "4"}


def is_granted(ruleset: Plain, effect: Plain) -> bool:
    """Tell whether an effect is another body's to give."""
    if "granted_by" in effect or "learn" in effect or "settle" in effect:
        return True
    return "fact" in effect and ruleset["facts"][effect["fact"]]["type"] == "judgement"


def holds_already(ruleset: Plain, village: Plain, effect: Plain, day: date) -> bool:
    """Tell whether an effect would change nothing."""
    world = World(ruleset, village, day)
    if "settle" in effect:
        return not any(_open(at_path(ruleset, path)) for path in effect["settle"])
    if "learn" in effect:
        return look(world, effect["learn"]).given
    if "list" in effect:
        return "add" not in effect and _entities_have(village["facts"].get(effect["list"]), effect["with"])
    return "add" not in effect and _fact_is_so(world, effect)


def _fact_is_so(world: World, effect: Plain) -> bool:
    known = look(world, effect["fact"])
    if "reach" in effect:
        return known.given and known.span.low is not None and known.span.low >= _limit(world, effect)
    if isinstance(effect.get("becomes"), bool):  # what is only planned is not there
        return known.given and (known.truth == YES) is effect["becomes"]
    if "becomes" in effect:
        return bool(world.village["facts"].get(effect["fact"]) == effect["becomes"])
    return known.truth == YES


def _entities_have(line: Any, wanted: Plain) -> bool:
    items = line if isinstance(line, list) else None
    if items is None:
        return False
    return all(item.get("status") != "planned" and wanted.items() <= item.items() for item in items)


def at_path(ruleset: Plain, path: str) -> Any:
    """Return what stands at a path such as ``criteria/1/rule/at_least``."""
    section, name, *keys = path.split("/")
    found: Any = next(one for one in ruleset[section] if one["id"] == name)
    for key in keys:
        found = found[key]
    return found


def _open(value: Any) -> bool:
    return value == "unknown" or (isinstance(value, dict) and ("unknown" in value or "no_method" in value))


def _limit(world: World, effect: Plain) -> Fraction:
    decl = world.ruleset["facts"][effect["fact"]]
    found = thresholds(world, at_path(world.ruleset, effect["reach"]), decl).span.low
    assert found is not None
    return found


def after(ruleset: Plain, village: Plain, effects: list[Plain], day: date) -> tuple[Plain, Plain]:
    """Return ruleset and village after some effects, in whatever order they come."""
    changed, known = deepcopy(ruleset), deepcopy(village)
    world = World(ruleset, village, day)
    for effect in effects:
        if "settle" in effect:
            for path in effect["settle"]:
                _settle(changed, path)
        elif "learn" in effect:
            _learn(world, known, effect)
        elif "list" in effect:
            _entities(known, effect)
        elif "add" not in effect and "reach" not in effect:
            known["facts"][effect["fact"]] = effect.get("becomes", True)
    _amounts(world, known, effects)
    return changed, known


def _amounts(world: World, known: Plain, effects: list[Plain]) -> None:
    """Raise each number to the most of what it is to reach and of today's with all that is added."""
    numbers = [effect for effect in effects if "fact" in effect and ("add" in effect or "reach" in effect)]
    for fact in {effect["fact"] for effect in numbers}:
        decl, today = world.ruleset["facts"][fact], look(world, fact)
        mine = [effect for effect in numbers if effect["fact"] == fact]
        levels = [_limit(world, effect) for effect in mine if "reach" in effect]
        added = [read(world.ruleset, decl, effect["add"]) for effect in mine if "add" in effect]
        if today.given or added:
            levels.append((today.span.low if today.given and today.span.low is not None else Fraction(0)) + sum(added))
        known["facts"][fact] = _written(decl, max(levels))


def _written(decl: Plain, value: Fraction) -> Any:
    return f"{value.numerator}/{value.denominator}" if decl["type"] == "share" else int(value)


def _settle(ruleset: Plain, path: str) -> None:
    """Grant a method, or the easiest limit there may be."""
    section, name, *keys = path.split("/")
    holder = at_path(ruleset, "/".join([section, name, *keys[:-1]]))
    if not _open(holder[keys[-1]]):
        return
    if isinstance(holder[keys[-1]], dict) and "no_method" in holder[keys[-1]]:
        holder[keys[-1]] = {"fact": "granted"}
        return
    kind = ruleset["facts"][holder["fact"]]["type"]
    holder[keys[-1]] = {"share": "0,0001 %", "count": 1, "level": "1"}[kind]


def _learn(world: World, known: Plain, effect: Plain) -> None:
    fact = effect["learn"]
    if not look(world, fact).given:
        known["facts"][fact] = effect.get("hoped", BEST[world.ruleset["facts"][fact]["type"]])


def _entities(known: Plain, effect: Plain) -> None:
    line = known["facts"].get(effect["list"])
    items = list(line["items"] if isinstance(line, dict) else line or [])
    if "add" in effect:
        items += [{"id": f"new-{len(items) + number}", **effect.get("with", {})} for number in range(effect["add"])]
    else:
        there = ({key: value for key, value in item.items() if key != "status"} for item in items)
        items = [{**item, **effect["with"]} for item in there]
    known["facts"][effect["list"]] = items if isinstance(line, list) else {"items": items, "complete": False}
