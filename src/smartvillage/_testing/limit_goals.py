"""Limit goals: each limit of a criterion from both sides and on it, as far as a value can lie there.

Of a limit that nobody has seen the ends of its bounds take its place: there the outcome turns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage import api

from .goals import Goal, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from smartvillage._program.program import LimitInfo
    from smartvillage.model.ruleset import Ruleset

_UPWARDS = frozenset({"at_least", "more_than", "on_or_after", "after"})
_DOWNWARDS = frozenset({"at_most", "less_than", "on_or_before", "before"})


def limit_goals(
    ruleset: Ruleset, data: Mapping[str, Any], rule: Mapping[str, Any], days: Sequence[date]
) -> Iterator[Goal]:
    """Yield the goals of a criterion's limits that are in force on some days."""
    name = rule["id"]
    limits: dict[str, LimitInfo] = {}
    for day in days:
        program = api.program_of(ruleset, _nowhere(ruleset, day), day, ())
        limits.update({path: limit for path, limit in program.limits.items() if path.startswith(f"criteria/{name}/")})
    for path, limit in limits.items():
        if limit.word in _UPWARDS or limit.word in _DOWNWARDS:
            where = place_of(ruleset, path)
            for at, side in _ends(path, limit, data) if limit.value is None else _sides(path, limit, data):
                yield Goal(name, "limit", at, side, where)


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
            data = data[found] if isinstance(found, int) and found < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
        yield found


def _sides(path: str, limit: LimitInfo, data: Mapping[str, Any]) -> Iterator[tuple[str, Side]]:
    """Yield the sides on which a value can lie of a limit that is known."""
    assert limit.value is not None  # noqa: S101 - as asked
    bottom, top = _domain(limit, data)
    under = bottom is None or limit.value > bottom
    over = top is None or limit.value < top
    if limit.word in _DOWNWARDS:
        under, over = over, under
    yield path, Side.AT
    if under:
        yield path, Side.SHORT
    if over:
        yield path, Side.PAST


def _domain(limit: LimitInfo, data: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return the least and the most that can be held against a limit, by how it is written."""
    if limit.word in ("on_or_after", "after", "on_or_before", "before"):
        return None, None
    if limit.written == "all" or limit.written.endswith("%"):
        return 0, 1
    for scale in data.get("scales", {}).values():
        ids = [str(level["id"]) for level in scale]
        if limit.written in ids and ids.index(limit.written) == limit.value:
            return 0, len(ids) - 1
    return 0, None


def _ends(path: str, limit: LimitInfo, data: Mapping[str, Any]) -> Iterator[tuple[str, Side]]:
    """Yield the sides of the ends of an unknown limit's bounds."""
    domain = limit.domain
    if domain is None:
        return
    top = _top(limit, data)
    if domain.low is not None:
        yield f"{path}/low", Side.AT
        yield f"{path}/low", Side.PAST
        if domain.low > 0:
            yield f"{path}/low", Side.SHORT
    if domain.high is not None:
        yield f"{path}/high", Side.AT
        yield f"{path}/high", Side.SHORT
        if top is not None and domain.high < top:
            yield f"{path}/high", Side.PAST


def _top(limit: LimitInfo, data: Mapping[str, Any]) -> int | None:
    """Return the most that can be held against an unknown limit; a whole-numbered one is a place on a scale."""
    assert limit.domain is not None  # noqa: S101 - as asked
    if not limit.domain.whole:
        return 1
    return max((len(scale) - 1 for scale in data.get("scales", {}).values()), default=None)
