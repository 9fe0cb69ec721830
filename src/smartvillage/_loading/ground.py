"""Grounds: what every entry of a set rests on, passed down from where somebody wrote it.

The chain is limit, condition, criterion, the file's ``defaults``, the ruleset. Plain data goes in and new plain data
comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from smartvillage.model.measures import measure_kind

from .basing import (
    DEPTH,
    Claims,
    based,
    basis_of,
    choice,
    citation,
    condition,
    fill,
    graded,
    header_ground,
    limit,
    points,
    source_of,
    where,
)
from .entries import Entry
from .footing import Ground

__all__ = [
    "DEPTH", "Claims", "based", "citation", "condition", "ground_entry", "header_ground", "limit", "where",
]  # fmt: skip


def ground_entry(entry: Entry, header: Ground) -> tuple[Any, Claims]:
    """Return an entry's data with every ground filled in, and what was claimed on the way."""
    claims = Claims(entry)
    shaper = _SECTIONS.get(entry.section)
    if shaper is None or not (isinstance(entry.data, Mapping) or entry.section == "limits"):
        return entry.data, claims
    return shaper(entry, entry.header or header, claims), claims


def _header(entry: Entry, header: Ground, claims: Claims) -> dict[str, Any]:
    data = dict(entry.data)
    claims.ground(data, Ground())
    if isinstance(data.get("period"), Mapping):
        data["period"] = based(data["period"], header, claims, needed=False)
    return data


def _criterion(entry: Entry, header: Ground, claims: Claims) -> dict[str, Any]:
    data = dict(entry.data)
    ground = _outer(entry, data, header, claims)
    fill(data, ground)
    for key in ("rule", "applies_if"):
        if key in data:
            data[key] = condition(data[key], ground, claims)
    if data.get("points") is not None:
        data["points"] = points(data["points"], ground, claims)
    if isinstance(data.get("grade"), Mapping):
        data["grade"] = graded(data["grade"], ground, claims)
    if isinstance(data.get("instead"), (list, tuple)):
        data["instead"] = [condition(item, ground, claims) for item in data["instead"]]
    if isinstance(data.get("responsible"), (list, tuple)):
        data["responsible"] = [based(item, ground, claims, needed=False) for item in data["responsible"]]
    return data


def _outer(entry: Entry, data: dict[str, Any], header: Ground, claims: Claims) -> Ground:
    defaults = entry.defaults
    if not defaults:
        return claims.ground(data, header)
    if "group" in defaults and entry.section == "criteria":
        data.setdefault("group", defaults["group"])
    return claims.ground(data, Ground(basis_of(defaults, header), source_of(defaults, header)))


def _decision(entry: Entry, header: Ground, claims: Claims) -> dict[str, Any]:
    data = dict(entry.data)
    ground = claims.ground(data, header)
    fill(data, ground)
    for key in ("if", "score"):
        if key in data:
            data[key] = condition(data[key], ground, claims)
    return data


def _measure(entry: Entry, header: Ground, claims: Claims) -> dict[str, Any]:
    kind = measure_kind(entry.data)
    if kind == "of" and "of" not in entry.data:
        title = {key: entry.data[key] for key in ("title",) if key in entry.data}
        return {**condition(entry.data, header, claims), **title}
    data = dict(entry.data)
    ground = claims.ground(data, header)
    fill(data, ground)
    if "of" in data:
        data["of"] = condition(data["of"], ground, claims)
    if kind == "grade" and isinstance(data["grade"], Mapping):
        data["grade"] = graded(data["grade"], ground, claims)
    if isinstance(data.get("choose"), (list, tuple)):
        data["choose"] = [choice(row, ground, claims) for row in data["choose"]]
    return data


def _named_limit(entry: Entry, header: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    return limit(entry.data, header, claims)


def _activity(entry: Entry, header: Ground, claims: Claims) -> dict[str, Any]:
    data = dict(entry.data)
    ground = _outer(entry, data, header, claims)
    fill(data, ground)
    for key in ("duration", "cost"):
        if data.get(key) is not None:
            written = data[key] if isinstance(data[key], Mapping) else {"low": data[key], "high": data[key]}
            data[key] = based(written, ground, claims)
    return data


def _step(entry: Entry, header: Ground, claims: Claims) -> dict[str, Any]:
    data = dict(entry.data)
    fill(data, claims.ground(data, header))
    return data


#: The sections whose entries rest on something; the next is one line here and one function above.
_SECTIONS: dict[str, Callable[[Entry, Ground, Claims], Any]] = {
    "ruleset": _header,
    "criteria": _criterion,
    "decisions": _decision,
    "limits": _named_limit,
    "measures": _measure,
    "activities": _activity,
    "procedure": _step,
}
