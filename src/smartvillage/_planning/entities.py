"""Lists after effects: entities that match are changed and exist from then on, others are added.

The rule: which entities match is read off the list as it was, so that no effect sees another.
"""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from smartvillage.timeline import vietnamese_day

from .matching import matches, typed
from .writing import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage._program.literal import Tables
    from smartvillage.model.activities import ListEffect
    from smartvillage.model.facts import ListFact

#: How the village writes, and how the ruleset does.
Both = tuple["Tables", "Tables"]

#: Above so many entities that nobody listed one by one, they are not written out to add another.
_WRITTEN_OUT = 1000


def list_holds(line: Any, effect: ListEffect, fact: ListFact, tables: Both) -> bool:  # noqa: ANN401 - as written
    """Tell whether an effect would change no entity; a list nobody wrote has none that it is known to change."""
    if effect.add is not None:
        return False
    items = _items(statement(line, fact))
    if items is None:
        return False
    changes = _set_by(effect, fact, tables)
    touched = [item for item in items if matches(item, effect.where, fact.fields, tables)]
    return all(item.get("status") != "planned" and _has(item, changes, fact, tables[0]) for item in touched)


def _has(item: Mapping[str, Any], changes: Mapping[str, Any], fact: ListFact, tables: Tables) -> bool:
    return all(
        typed(fact.fields[key], item.get(key), tables) == typed(fact.fields[key], value, tables)
        for key, value in changes.items()
        if key in fact.fields
    )


def entities_after(line: Any, effects: list[tuple[str, ListEffect]], fact: ListFact, tables: Both) -> Any:  # noqa: ANN401
    """Return the list after effects, each with the activity it belongs to."""
    line = statement(line, fact)
    new = _named([item for task, effect in effects for item in _added(task, effect, fact, tables)], _items(line) or [])
    changes = [effect for _, effect in effects if effect.add is None]
    if isinstance(line, dict) and "all" in line and not new:
        return {**_about_all(line), "all": _changed(line["all"], changes, fact, tables)}
    items = _items(line)
    if items is None:
        return {"items": new, "complete": False}
    changed = [_changed(item, changes, fact, tables) for item in items]
    return {"items": [*changed, *new], "complete": _complete(line)}


def _about_all(line: Mapping[str, Any]) -> dict[str, Any]:
    return {key: line[key] for key in ("number",) if key in line}


def statement(line: Any, fact: ListFact) -> Any:  # noqa: ANN401 - as written
    """Return the one of several statements that is used: of the wanted scope, then the latest, then the first."""
    if not isinstance(line, dict) or "statements" not in line:
        return line
    return max(line["statements"], key=lambda one: _rank(one if isinstance(one, dict) else {}, fact))


def _rank(said: Mapping[str, Any], fact: ListFact) -> tuple[bool, date]:
    day = vietnamese_day(str(said.get("measured_on", "")))
    return said.get("scope") in {None, fact.scope}, day or date.min


def _items(line: Any) -> list[dict[str, Any]] | None:  # noqa: ANN401 - as written
    """Return the entities one by one; nothing where nobody says which there are."""
    if isinstance(line, list):
        return line
    if not isinstance(line, dict) or line.get("status") == "planned":
        return None
    if "all" in line:
        return [{**line["all"], "id": f"entity-{place + 1}"} for place in range(_number(line) or 1)]
    items: list[dict[str, Any]] | None = line.get("items")
    return items


def _number(line: Mapping[str, Any]) -> int:
    try:
        number = int(line.get("number", 0))
    except (TypeError, ValueError):
        return 0
    return number if number <= _WRITTEN_OUT else 0


def _complete(line: Any) -> bool:  # noqa: ANN401 - as written
    if not isinstance(line, dict):
        return True
    return bool(_number(line)) if "all" in line else line.get("complete", True) is not False


def _changed(item: Any, effects: list[ListEffect], fact: ListFact, tables: Both) -> Any:  # noqa: ANN401 - as written
    found = dict(item)
    for effect in effects:
        if matches(item, effect.where, fact.fields, tables):
            for key in ("status", "scope", "planned", "planned_for"):
                found.pop(key, None)
            found |= _set_by(effect, fact, tables)
    return found


def _added(task: str, effect: ListEffect, fact: ListFact, tables: Both) -> list[dict[str, Any]]:
    if effect.add is None:
        return []
    fields = _set_by(effect, fact, tables)
    return [{"id": task, **fields} for _ in range(int(effect.add))]


def _named(new: list[dict[str, Any]], there: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give every new entity an id of its own, made of its activity's."""
    taken = {item.get("id") for item in there}
    named: list[dict[str, Any]] = []
    for item in new:
        numbers = (f"{item['id'][:55]}-{number}" for number in count(1))
        id_ = next(name for name in numbers if name not in taken)
        taken.add(id_)
        named.append({**item, "id": id_})
    return named


def _set_by(effect: ListEffect, fact: ListFact, tables: Both) -> dict[str, Any]:
    """Write what an effect sets the way the village writes."""
    found: dict[str, Any] = {}
    for key, value in (effect.with_ or {}).items():
        exact = typed(fact.fields[key], value, tables[1]) if key in fact.fields else None
        found[key] = value if exact is None else written(fact.fields[key], exact, tables[0])
    return found
