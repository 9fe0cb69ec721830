"""Limit goals: each limit of a criterion from both sides and on it, as far as a value can lie there.

Of a limit that nobody has seen the ends of its bounds take its place: there the outcome turns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage import api
from smartvillage.resolving import program_of

from .goals import Goal, Side
from .sides import DOWNWARDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from smartvillage._program.program import LimitInfo
    from smartvillage.model.ruleset import Ruleset

_UPWARDS = frozenset({"at_least", "more_than", "on_or_after", "after"})


def limit_goals(ruleset: Ruleset, data: Mapping[str, Any], name: str, days: Sequence[date]) -> Iterator[Goal]:
    """Yield the goals of the limits of a criterion, or of ``measures/ID``, that are in force on some days."""
    limits: dict[str, LimitInfo] = {}
    for day in days:
        program = program_of(ruleset, _nowhere(ruleset, day), day, ())
        limits.update({path: limit for path, limit in program.limits.items() if owner_of(path) == name})
    for path, limit in limits.items():
        if limit.word in _UPWARDS or limit.word in DOWNWARDS:
            where = place_of(ruleset, path)
            for at, side in _ends(path, limit, data) if limit.value is None else _sides(path, limit, data):
                yield Goal(name, "limit", at, side, where)


def owner_of(path: str) -> str:
    """Return whose a limit is: a criterion's id, or ``measures/ID`` and its like for what has a name of its own."""
    section, _, rest = path.partition("/")
    name = rest.partition("/")[0]
    return name if section == "criteria" else f"{section}/{name}"


def _nowhere(ruleset: Ruleset, day: date) -> Any:  # noqa: ANN401 - a village
    header = {"id": "state", "name": "state", "kind": ruleset.ruleset.subject}
    return api.load_village({"village": header, "ruleset": ruleset.id, "as_of": day, "facts": {}})


def place_of(ruleset: Ruleset, path: str) -> str:
    """Return the file and line of a limit, whoever set it; empty where it was never written."""
    sections = ruleset._derived.get("sections")  # noqa: SLF001 - who wrote what, and where
    section, name, *steps = path.split("/")
    entry = sections.entries.get(section, {}).get(name) if sections else None
    place = entry.place(*_positions(entry.data, steps)) if entry is not None else None
    return f"{place.file}:{place.line}" if place else ""


def _positions(data: Any, steps: Sequence[str]) -> Iterator[str | int]:  # noqa: ANN401 - plain data
    """Turn the ids of conditions in a path into their positions in the data."""
    for step in steps:
        found: str | int = step
        if isinstance(data, (list, tuple)):
            ids = [one.get("id") if isinstance(one, dict) else None for one in data]
            found = ids.index(step) if step in ids else int(step) if step.isdigit() else step
        data = _into(data, found)
        yield found


def _into(data: Any, step: str | int) -> Any:  # noqa: ANN401 - plain data
    """Return what stands one step further; nothing where nothing does."""
    if isinstance(data, (list, tuple)):
        return data[step] if isinstance(step, int) and step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None


def _sides(path: str, limit: LimitInfo, data: Mapping[str, Any]) -> Iterator[tuple[str, Side]]:
    """Yield the sides on which a value can lie of a limit that is known."""
    assert limit.value is not None  # noqa: S101 - as asked
    bottom, top = _domain(limit, _fact_at(path, data), data)
    under = bottom is None or limit.value > bottom
    over = top is None or limit.value < top
    if limit.word in DOWNWARDS:
        under, over = over, under
    yield path, Side.AT
    if under:
        yield path, Side.SHORT
    if over:
        yield path, Side.PAST


def _ends(path: str, limit: LimitInfo, data: Mapping[str, Any]) -> Iterator[tuple[str, Side]]:
    """Yield the sides of the ends of an unknown limit's bounds on which a value can lie."""
    bounds = limit.domain
    if bounds is None:
        return
    bottom, top = _domain(limit, _fact_at(path, data), data)
    for end, edge, inside in (("low", bounds.low, Side.PAST), ("high", bounds.high, Side.SHORT)):
        if edge is not None:
            yield f"{path}/{end}", Side.AT
            yield f"{path}/{end}", inside
    if bounds.low is not None and (bottom is None or bounds.low > bottom):
        yield f"{path}/low", Side.SHORT
    if bounds.high is not None and (top is None or bounds.high < top):
        yield f"{path}/high", Side.PAST


def _domain(limit: LimitInfo, fact: Mapping[str, Any] | None, data: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return the least and the most that can be held against a limit."""
    if fact is not None and fact["type"] == "level":
        return 0, len(data["scales"][fact["scale"]]) - 1
    if fact is not None and fact["type"] in ("date", "quantity"):
        return (None, None) if fact["type"] == "date" else (0, None)
    is_share = limit.written == "all" or limit.written.endswith("%") or (fact is not None and fact["type"] == "share")
    return 0, 1 if is_share else None


def _fact_at(path: str, data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the fact or the field that the condition at a path looks at; nothing where it looks at anything else."""
    section, name, *steps = path.split("/")
    entries = data.get(section) or {}
    here: Any = entries.get(name) if isinstance(entries, dict) else next((o for o in entries if o["id"] == name), None)
    fact: Mapping[str, Any] | None = None
    fields: Mapping[str, Any] = {}
    for step in _positions(here, steps):
        here = _into(here, step)
        fact = fields.get(str(step), fact)
        if isinstance(here, dict) and isinstance(here.get("of"), dict):
            fact = data["facts"].get(here["of"].get("fact"))
        elif isinstance(here, dict) and isinstance(here.get("fact") or here.get("count"), str):
            looked_at = data["facts"].get(here.get("fact") or here["count"], {})
            fields = looked_at.get("fields") or {}
            fact = looked_at if here.get("fact") else None
    return fact
