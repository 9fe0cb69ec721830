"""Targets: what the path of an edit leads to in a set.

The rule: a path is a section, an id and keys; inside a list it names the ``id`` of an item, never its position. The
nearest known word is told of a path that leads nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from smartvillage._faults import overlays as faulty
from smartvillage.diagnostics import Diagnostic

from .entries import Entry, Path, Step
from .overlay import Edit
from .sections import SECTIONS, Sections, same_id

#: The header: what a set is and when it is in force is not for overlays to say.
HEADER = "ruleset"


def get(data: Any, steps: Path) -> Any:  # noqa: ANN401 - plain data
    """Return what stands at the steps."""
    for step in steps:
        data = data[step]
    return data


class Target(NamedTuple):
    """What a path reaches: an entry and the way inside it, with positions where the path has ids."""

    entry: Entry
    steps: Path
    old: Any


def target_of(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Target | None:
    """Follow an edit's path; nothing after adding why it leads nowhere."""
    section, *rest = map(same_id, edit.path.split("/"))
    if section not in SECTIONS:
        faults.append(faulty.no_such_path(edit.told(), edit.path, section, SECTIONS))
    elif section == HEADER or not rest or rest[-1] == "id":
        faults.append(faulty.not_editable(edit.told(), edit.path))
    elif rest[0] not in sections.entries[section]:
        tell_absent(edit, sections, (section, rest[0]), faults)
    else:
        entry = sections.entries[section][rest[0]]
        return _follow(entry, rest[1:], edit, faults)
    return None


def tell_absent(edit: Edit, sections: Sections, entry: tuple[str, str], faults: list[Diagnostic]) -> None:
    """Tell that an entry which an edit names is not there, and who took it out if somebody did."""
    section, id_ = entry
    place = edit.told() if edit.verb != "add" else edit.place("after")
    dropped = sections.dropped.get(entry)
    if dropped is not None:
        faults.append(faulty.refers_to_dropped(place, f"{section}/{id_}", dropped.overlay, dropped.place))
    elif section not in sections.broken:
        faults.append(faulty.no_such_path(place, edit.path, id_, sections.entries[section]))


def _follow(entry: Entry, names: list[str], edit: Edit, faults: list[Diagnostic]) -> Target | None:
    steps: list[Step] = []
    data = entry.data
    for name in names:
        known = steps_from(data)
        if name not in known:
            faults.append(faulty.no_such_path(edit.told(), edit.path, name, known))
            return None
        steps.append(known[name])
        data = data[known[name]]
    return Target(entry, tuple(steps), data)


def steps_from(data: Any) -> dict[str, Step]:  # noqa: ANN401 - plain data
    """Return the names by which a path goes on from here, each with its step in the data."""
    if isinstance(data, Mapping):
        return {same_id(key): key for key in data}
    if not isinstance(data, (list, tuple)):
        return {}
    return {same_id(item["id"]): at for at, item in enumerate(data) if isinstance(item, Mapping) and "id" in item}
