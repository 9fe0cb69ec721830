"""Alike: sets of deeds that leave the same facts behind are one question to whoever reads only those facts.

The rule: what is left out of the likeness can be read by no rule: the ids of entities, and who did what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .aftermath import after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .effects import Deed, Effects

#: What two sets of deeds have in common if nobody who reads the facts can tell them apart.
Likeness: TypeAlias = "tuple[object, ...]"


def likeness(effects: Effects, deeds: Sequence[Deed], read: frozenset[str]) -> Likeness:
    """Return what a reader of some paths can tell of the village after some deeds."""
    changed = after(effects, deeds)
    lines = changed.village.facts
    names = sorted(path.removeprefix("facts/") for path in read)
    facts = tuple((name, repr(_nameless(lines[name]))) for name in names if name in lines)
    given = tuple((path, changed.given[path]) for path in sorted(changed.given) if path in read)
    opened = {path: effects.hoped(deed) for deed in deeds for path in effects.open_paths(deed) if path in read}
    papers = tuple(sorted(piece.id for piece in changed.village.evidence))
    return facts, given, tuple(sorted(opened.items(), key=_path)), papers


def _path(item: tuple[str, object]) -> str:
    return item[0]


def _nameless(line: Any) -> Any:  # noqa: ANN401 - as a village writes it
    """Leave out what entities are called."""
    if isinstance(line, dict) and isinstance(line.get("items"), list):
        return {**line, "items": _nameless(line["items"])}
    if isinstance(line, list):
        return [{key: value for key, value in item.items() if key not in {"id", "name"}} for item in line]
    return line
