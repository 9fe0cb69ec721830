"""Selecting: which criteria of a set an overlay leaves in it.

The rule: those of the selection stay, and all of precondition groups; whatever the selection looked at is named, so
that another overlay which changes it is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smartvillage._faults import references
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.conditions import GroupSelector, TagSelector

from .entries import Entry, Path
from .overlay import Edit
from .sections import Sections, same_id


def dropped_by(
    edit: Edit, sections: Sections, faults: list[Diagnostic]
) -> tuple[list[str], tuple[tuple[str, str, Path], ...]]:
    """Return the criteria that a selection leaves out, and what it looked at; none where it names what is not there."""
    criteria = sections.entries["criteria"]
    unknown = list(_unknown(edit, sections))
    if unknown:
        faults.extend(unknown)
        return [], ()
    aside = {
        name
        for name, group in sections.entries["groups"].items()
        if isinstance(group.data, Mapping) and group.data.get("precondition") is True
    }
    left = [
        name
        for name, entry in criteria.items()
        if not _stays(entry, edit.content.select) and _group(entry) not in aside
    ]
    looked = [("criteria", name, (key,)) for name in criteria for key in ("group", "tags")]
    looked += [("groups", name, ("precondition",)) for name in sections.entries["groups"]]
    return left, tuple(looked)


def _unknown(edit: Edit, sections: Sections) -> Iterator[Diagnostic]:
    """Yield a fault for each name in a selection that nothing bears."""
    criteria, groups = sections.entries["criteria"], sections.entries["groups"]
    match edit.content.select:
        case GroupSelector(group=group):
            if group not in groups:
                yield references.unknown_id(edit.place("select", "group"), "group", group, groups)
        case TagSelector(tag=tag):
            known = {word for entry in criteria.values() for word in _tags(entry)}
            if tag not in known:
                yield references.unknown_id(edit.place("select", "tag"), "tag", tag, sorted(known))
        case tuple() as names:
            for position, name in enumerate(names):
                if name not in criteria:
                    yield references.unknown_id(edit.place("select", position), "criterion", name, criteria)
        case _:
            return


def _stays(entry: Entry, chosen: object) -> bool:
    match chosen:
        case GroupSelector(group=group):
            return _group(entry) == group
        case TagSelector(tag=tag):
            return tag in _tags(entry)
        case tuple():
            return entry.id in chosen
        case _:
            return True


def _group(entry: Entry) -> str | None:
    written = entry.data.get("group", entry.defaults.get("group")) if isinstance(entry.data, Mapping) else None
    return None if written is None else same_id(written)


def _tags(entry: Entry) -> Iterable[str]:
    tags = entry.data.get("tags") if isinstance(entry.data, Mapping) else None
    return map(str, tags) if isinstance(tags, (list, tuple)) else ()
