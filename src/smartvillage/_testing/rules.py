"""What stands in a criterion's data: the facts it looks at, the literals it holds them against, its days.

The keys of the language tell; whatever says nothing of the rule (titles, notes, sources) is passed over.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from smartvillage.model.facts import RECORD_KEYS
from smartvillage.timeline import iso_day

from .alone import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: What says nothing of the rule.
SILENT = frozenset({
    "title", "note", "source", "basis", "id", "responsible", "derived_from", "tags", "group", "lock", "ask",
    "question", "item", "quote", "assessor", "decided_by", "main", "context", "period", "issuer",
})  # fmt: skip
#: Heads whose truth hangs on more than the states of the facts that they name.
_NOT_SIMPLE = (
    *RECORD_KEYS,
    "count", "met", "not_met", "points", "grade", "measure", "days", "decision", "by", "times", "limit", "month",
    "dated", "round",
)  # fmt: skip
#: What stands beside the rule.
_APART = SILENT | {"evidence", "valid"}
_LITERALS = ("value", "at_least", "more_than", "at_most", "less_than", "full_at")


def facts_in(rule: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the facts and lists that a rule looks at, and those by which its limits are picked."""
    named = {
        part
        for key, part in _with_limits(rule, data)
        if key in ("fact", "count", "by", "from", "to") and isinstance(part, str) and part in data["facts"]
    }
    counted = {data["facts"][name].get(key) for name in named for key in ("part", "whole")}
    return tuple(sorted(named | {one for one in counted if one}))


def literals_in(rule: Mapping[str, Any], data: Mapping[str, Any]) -> list[Any]:
    """Return every literal that a rule holds anything against."""
    found = list(_with_limits(rule, data))
    told = [part for key, part in found if key in _LITERALS]
    told += [edge for key, part in found if key == "steps" and isinstance(part, dict) for edge in part]
    return [part for part in told if part is not None and not isinstance(part, (dict, list, tuple))]


def edges_in(rule: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[tuple[date, bool], ...]:
    """Return the first days (true) and the last days of whatever in a rule begins or ends."""
    found: dict[tuple[date, bool], None] = {}
    for key, part in _with_limits(rule, data):
        day = part if isinstance(part, date) else iso_day(part) if isinstance(part, str) else None
        if day is not None and key in ("from", "until"):
            found[day, key == "from"] = None
    return tuple(found)


def is_simple(rule: Mapping[str, Any]) -> bool:
    """Tell whether a rule holds single facts against fixed limits and nothing else."""
    return all(part is None or key not in _NOT_SIMPLE for key, part in pairs(rule, _APART))


def _with_limits(rule: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what stands in a rule and in the named limits that it uses."""
    seen: set[str] = set()
    todo: list[Any] = [rule]
    while todo:
        for key, part in pairs(todo.pop(), SILENT):
            yield key, part
            if key == "limit" and isinstance(part, str) and part not in seen:
                seen.add(part)
                todo.append((data.get("limits") or {}).get(part))
