"""Selecting: which criteria of a set an overlay leaves in it.

The rule: those of the selection stay, and all of precondition groups; whatever the selection looked at is named, so
that another overlay which changes it is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from smartvillage._faults import references, shape
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.conditions import GroupSelector, TagSelector

from .entries import Entry, Path
from .overlay import Edit
from .sections import Sections, same_id


@dataclass(frozen=True, slots=True)
class Selection:
    """Criteria that an overlay chose, by what stood in the set that it extends."""

    edit: Edit
    aside: frozenset[str]
    """The groups whose criteria stay whatever is chosen."""

    @classmethod
    def of(cls, edit: Edit, sections: Sections) -> Selection:
        """Read a selection where it is made."""
        groups = sections.entries["groups"].items()
        aside = (name for name, one in groups if isinstance(one.data, Mapping) and one.data.get("precondition") is True)
        return cls(edit, frozenset(aside))

    def keeps(self, entry: Entry) -> bool:
        """Tell whether a criterion stays."""
        return _stays(entry, self.edit.content.select) or _group(entry) in self.aside

    def looked_at(self, sections: Sections) -> Iterator[tuple[str, str, Path]]:
        """Yield what the choice rests on: section, id and steps."""
        keys = ("group", "tags") if isinstance(self.edit.content.select, TagSelector) else ("group",)
        yield from (("criteria", name, (key,)) for name in sections.entries["criteria"] for key in keys)
        yield from (("groups", name, ("precondition",)) for name in sections.entries["groups"])


def dropped_by(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> list[str]:
    """Return the criteria that a selection leaves out; none where it names what is not there."""
    unknown = [shape.empty_list(edit.place("select"))] if edit.content.select == () else list(_unknown(edit, sections))
    faults.extend(unknown)
    selection = Selection.of(edit, sections)
    return [] if unknown else [name for name, one in sections.entries["criteria"].items() if not selection.keeps(one)]


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
