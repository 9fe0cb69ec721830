"""Orphans: definitions that nothing names, and that are spelt nearly as a name which leads nowhere.

Either may be the misspelt one, and only whoever wrote them can tell: so the definition is told beside the name.
INVARIANT (no cascade): what anything else names in the right spelling is no orphan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage._faults import references
from smartvillage._faults.words import nearest
from smartvillage._loading.sections import SECTIONS
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.base import normal_id

from .context import SECTION_OF

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step
    from smartvillage._loading.sections import Sections

#: The code that says of a path of names that it leads nowhere, and all that say so of names.
_LOST_PATH = "SV312"
LOST = frozenset({"SV301", "SV323", _LOST_PATH})


#: The keys under which an ``id`` names a source.
_CITING = frozenset({"source", "derived_from"})
#: The sections whose entries say their id themselves.
_LISTED = frozenset(name for name, form in SECTIONS.items() if form == "list")


class _Definition(NamedTuple):
    """An id that can be named, of what kind it is, and where it is defined."""

    kind: str
    id: str
    entry: Entry
    steps: tuple[Step, ...]
    key: bool = True


def check_orphans(sections: Sections, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield a warning for each definition that a name which leads nowhere may have meant."""
    found = [fault for fault in found if fault.code in LOST]
    defined = {one.id: one for one in _definitions(sections)}
    named = {normal_id(name) for entry in sections for name in _names_of(entry)}
    orphans = [name for name in defined if name not in named]
    lost = {name for fault in found if fault.code != _LOST_PATH for name in _named_by(fault)}
    paths = {path for fault in found if fault.code == _LOST_PATH for path in _named_by(fault)}
    lost |= {step for path in paths for step in path.split("/")} - defined.keys()
    near = {nearest(name, orphans) for name in sorted(lost)}
    for name in orphans:
        if name in near:
            one = defined[name]
            yield references.unused(one.entry.place(*one.steps, key=one.key), one.kind, name)


def _named_by(fault: Diagnostic) -> Iterator[str]:
    """Yield the name that stands at a fault's place, where it is the one that the fault is about."""
    if fault.place is not None:
        start = fault.place.column - 1
        written = fault.place.text[start : start + fault.place.length].strip("\"'")
        if f"`{written}`" in fault.message.en:
            yield normal_id(written)


def _names_of(entry: Entry) -> Iterator[str]:
    """Yield every text of an entry that may name something else; what it defines itself is no such name."""
    yield from _names(entry.defaults)
    data = entry.data
    if entry.section == "facts" and isinstance(data, Mapping) and isinstance(data.get("fields"), Mapping):
        data = {**data, "fields": list(data["fields"].values())}
    if entry.section not in ("codes", "scales"):
        yield from _names(data)


def _names(data: Any, key: Step = "") -> Iterator[str]:  # noqa: ANN401 - plain data
    """Yield every key and every text in data, the steps of paths one by one; an own id names nothing else."""
    items = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, (list, tuple)) else ()
    for step, value in items:
        if isinstance(step, str):
            yield step
        if not isinstance(value, str):
            yield from _names(value, step)
        elif step != "id" or key in _CITING:
            yield from value.split("/")


def _definitions(sections: Sections) -> Iterator[_Definition]:
    """Yield the definitions of a set: its entries, the fields of its facts, and the codes and levels of its lists."""
    for kind, section in SECTION_OF.items():
        at: tuple[Step, ...] = ("id",) if section in _LISTED else ()
        for name, entry in sections.entries[section].items():
            yield _Definition(kind, name, entry, at, key=not at)
    for section, kind, inside in _INSIDE:
        for entry in sections.entries[section].values():
            for name, steps, key in inside(entry.data):
                yield _Definition(kind, normal_id(str(name)), entry, steps, key)


def _fields(fact: Any) -> Iterator[tuple[str, tuple[Step, ...], bool]]:  # noqa: ANN401 - plain data
    fields = fact.get("fields") if isinstance(fact, Mapping) else None
    yield from ((name, ("fields", name), True) for name in (fields if isinstance(fields, Mapping) else ()))


def _codes(codes: Any) -> Iterator[tuple[str, tuple[Step, ...], bool]]:  # noqa: ANN401 - plain data
    yield from ((name, (name,), True) for name in (codes if isinstance(codes, Mapping) else ()))


def _conditions(criterion: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[str, tuple[Step, ...], bool]]:  # noqa: ANN401 - plain data
    """Yield the ids of what lies inside an entry, so that a path can name it."""
    listed = enumerate(criterion) if isinstance(criterion, (list, tuple)) else ()
    for step, part in criterion.items() if isinstance(criterion, Mapping) else listed:
        if isinstance(part, (Mapping, list, tuple)):
            yield from _conditions(part, (*steps, step))
        elif step == "id" and steps and steps[-1] != "source" and isinstance(part, str):
            yield part, (*steps, step), False


def _levels(scale: Any) -> Iterator[tuple[str, tuple[Step, ...], bool]]:  # noqa: ANN401 - plain data
    for place, level in enumerate(scale if isinstance(scale, (list, tuple)) else ()):
        if isinstance(level, str):
            yield level, (place,), False
        elif isinstance(level, Mapping) and isinstance(level.get("id"), str):
            yield level["id"], (place, "id"), False


#: What is defined inside the entries of a section, and what it is called.
_INSIDE = (
    ("facts", "field", _fields),
    ("codes", "code", _codes),
    ("scales", "level", _levels),
    ("criteria", "condition", _conditions),
)
