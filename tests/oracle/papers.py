"""Papers: whether what a criterion asks for is attached and valid on the day."""

from __future__ import annotations

from datetime import date

from oracle.facts import World, look
from oracle.literals import Plain


def papers_are_there(world: World, criterion: Plain) -> bool:
    """Tell whether all papers of one of the criterion's lists are attached and valid."""
    asked = criterion.get("evidence")
    if asked == "none":
        return True
    about = {
        criterion["id"],
        *(_facts_of(criterion["rule"]) if not criterion.get("instead") else _used(world, criterion)),
    }
    there = {
        piece["type"]
        for piece in world.village.get("evidence", [])
        if about & set(piece["supports"]) and _valid(piece, world.day)
    }
    return any(set(types) <= there for types in asked or [])


def _used(world: World, criterion: Plain) -> set[str]:
    """Return the fact that is used where others may stand in: the first that is given."""
    facts = [criterion["rule"]["fact"], *(other["fact"] for other in criterion["instead"])]
    return set([fact for fact in facts if look(world, fact).given][:1])


def _facts_of(rule: Plain) -> set[str]:
    """Return the facts that a rule names, in whatever part of it."""
    found = {rule[head] for head in ("fact", "count") if isinstance(rule.get(head), str)}
    parts = [part for head in ("all_of", "any_of", "count") if isinstance(rule.get(head), list) for part in rule[head]]
    return found.union(*(_facts_of(part) for part in [*parts, *([rule["not"]] if "not" in rule else [])]))


def _valid(piece: Plain, day: date) -> bool:
    if "issued_on" in piece and date.fromisoformat(piece["issued_on"]) > day:
        return False
    valid = piece.get("valid", {})
    begun = "from" not in valid or date.fromisoformat(valid["from"]) <= day
    return begun and ("until" not in valid or day <= date.fromisoformat(valid["until"]))
