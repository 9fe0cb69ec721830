"""Papers: whether what a criterion asks for is attached and valid on the day."""

from __future__ import annotations

from datetime import date

from oracle.facts import World
from oracle.literals import Plain


def papers_are_there(world: World, criterion: Plain) -> bool:
    """Tell whether all papers of one of the criterion's lists are attached and valid."""
    asked = criterion.get("evidence")
    if asked == "none":
        return True
    about = {criterion["id"], *_facts_of(criterion["rule"])}
    there = {
        piece["type"]
        for piece in world.village.get("evidence", [])
        if about & set(piece["supports"]) and _valid(piece, world.day)
    }
    return any(set(types) <= there for types in asked or [])


def _facts_of(rule: Plain) -> set[str]:
    return {rule["fact"]} if "fact" in rule else set()


def _valid(piece: Plain, day: date) -> bool:
    valid = piece.get("valid", {})
    begun = "from" not in valid or date.fromisoformat(valid["from"]) <= day
    return begun and ("until" not in valid or day <= date.fromisoformat(valid["until"]))
