"""Idle activities: what is left of activities when a selection leaves criteria out.

The rule: an effect that only reaches or settles a limit of such a criterion goes with it, and an activity that has no
effect left goes too, as does waiting for it. What else an activity does stays.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from smartvillage.diagnostics import Place

from .entries import Entry
from .sections import Sections


def leave_idle_out(sections: Sections, criteria: Collection[str], overlay: str, place: Place | None) -> None:
    """Take out of activities what only served criteria that overlays left out.

    Done last, when the edits of all overlays are made: before, it would matter which of two overlays came first.
    """
    entries = sections.entries["activities"]
    gone = {name for name, one in entries.items() if _is_idle(one, criteria)} if criteria else set()
    for name in gone:
        sections.drop("activities", name, overlay, place)
    for entry in entries.values():
        if criteria and isinstance(entry.data, Mapping):
            keys = {
                "effects": _kept(entry.data.get("effects"), criteria),
                "after": _without(entry.data.get("after"), gone),
            }
            changed = {key: value for key, value in keys.items() if value != entry.data.get(key)}
            entry.data = {**entry.data, **changed} if changed else entry.data


def _is_idle(entry: Entry, criteria: Collection[str]) -> bool:
    """Tell whether an activity had effects and has none left."""
    data = entry.data if isinstance(entry.data, Mapping) else {}
    return bool(data.get("effects")) and _kept(data["effects"], criteria) == [] and data.get("advised") is not True


def _kept(effects: Any, criteria: Collection[str]) -> Any:  # noqa: ANN401 - plain data
    if not isinstance(effects, (list, tuple)):
        return effects
    return [left for one in effects if (left := _left(one, criteria)) is not None]


def _left(effect: Any, criteria: Collection[str]) -> Any:  # noqa: ANN401 - plain data
    if not isinstance(effect, Mapping):
        return effect
    if _is_of(effect.get("reach"), criteria):
        return None
    settled = effect.get("settle")
    if not isinstance(settled, (list, tuple)):
        return effect
    paths = [path for path in settled if not _is_of(path, criteria)]
    if len(paths) == len(settled):
        return effect
    return {**effect, "settle": paths} if paths else None


def _is_of(path: Any, criteria: Collection[str]) -> bool:  # noqa: ANN401 - plain data
    """Tell whether a path leads into one of some criteria."""
    section, _, rest = path.partition("/") if isinstance(path, str) else ("", "", "")
    return section == "criteria" and rest.partition("/")[0] in criteria


def _without(after: Any, gone: Collection[str]) -> Any:  # noqa: ANN401 - plain data
    if isinstance(after, str):
        return [] if after in gone else after
    return [one for one in after if one not in gone] if isinstance(after, (list, tuple)) else after
