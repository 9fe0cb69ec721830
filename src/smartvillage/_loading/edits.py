"""Edits: what one edit does to plain data, before anything is validated.

A path is a section, an id and keys; inside a list it names the ``id`` of an item, never its position. The data along
the path is copied, so that what an edit touches is the set's own and nobody else's. The rule: an edit becomes a change
(what it puts where, what it takes out) by looking at the set alone, and a change is made by one function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from smartvillage._faults import overlays as faulty
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.conditions import AnyCondition
from smartvillage.model.limits import AnyLimit
from smartvillage.timeline import iso_day

from .entries import Entry, Path
from .ground import Claims
from .grounded import holder_of, set_at
from .kinds import is_a, kinds_at
from .overlay import Edit
from .sections import SECTIONS, Sections, same_id
from .selecting import dropped_by
from .targets import HEADER, get, target_of, tell_absent

#: Sections whose entries are set whole, since they have no keys of their own that mean something.
WHOLE = ("limits", "scales", "codes")
#: Sections whose entries know until when they are there, and where that stands.
VALID: dict[str, Path] = {
    "criteria": ("valid", "until"),
    "activities": ("available", "until"),
    "parties": ("until",),
    "sources": ("in_force", "until"),
}


class Put(NamedTuple):
    """One value put at the steps inside an entry, and where in the edit it is written."""

    steps: Path
    value: Any
    written: Path
    same: bool = False
    """It says in other words what stood there: whoever set that has set it still."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does to one entry: values put into it, or the entry added or taken out."""

    edit: Edit
    section: str
    id: str
    puts: tuple[Put, ...] = ()
    writes: tuple[Path, ...] = ()
    """What it touches, for asking whether two edits touch the same; the empty path is the whole entry."""
    added: Entry | None = None
    dropped: bool = False
    reads: tuple[tuple[str, str, Path], ...] = field(default=())
    """What it looks at beside: section, id and steps."""

    @property
    def path(self) -> str:
        """The path as a diagnostic names it."""
        return self.edit.path if self.edit.verb not in ("select", "add") else f"{self.section}/{self.id}"


def changes(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Iterator[Change]:
    """Yield what an edit does to a set, or nothing after adding why it cannot be done."""
    yield from _VERBS[edit.verb](edit, sections, faults)


def make(change: Change, sections: Sections) -> None:
    """Make a change; the entry knows from then on which edit set which of its parts."""
    entries = sections.entries[change.section]
    if change.added is not None:
        entries[change.id] = change.added
    elif change.dropped:
        sections.drop(change.section, change.id, change.edit.overlay, change.edit.told())
    else:
        entry = entries[change.id]
        for put in change.puts:
            entry.data = _put(entry.data, put.steps, put.value)
            if not put.same:
                entry.set_by(put.steps, change.edit.setting(*put.written))


def _put(data: Any, steps: Path, value: Any) -> Any:  # noqa: ANN401 - plain data
    if not steps:
        return value
    first, rest = steps[0], steps[1:]
    if isinstance(data, Mapping):
        return {**data, first: _put(data.get(first, {}), rest, value)}
    return [_put(item, rest, value) if position == first else item for position, item in enumerate(data)]


def _set(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Iterator[Change]:
    target = target_of(edit, sections, faults)
    if target is None:
        return
    if not target.steps and target.entry.section not in WHOLE:
        faults.append(faulty.not_editable(edit.told(), edit.path))
        return
    yield _putting(edit, target.entry, {target.steps: (edit.written["to"], ("to",))}, faults)


def _alter(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Iterator[Change]:
    target = target_of(edit, sections, faults)
    if target is None:
        return
    merged = edit.written["with"]
    if not isinstance(target.old, Mapping) or "id" in merged:
        faults.append(faulty.not_editable(edit.told(), edit.path))
        return
    put: dict[Path, tuple[Any, Path]] = {(*target.steps, key): (value, ("with", key)) for key, value in merged.items()}
    yield _putting(edit, target.entry, put, faults)


def _putting(edit: Edit, entry: Entry, put: dict[Path, tuple[Any, Path]], faults: list[Diagnostic]) -> Change:
    """Return the change that puts values on the edit's own ground, and regrounds what holds a bare number."""
    claims = Claims(entry)
    puts = []
    for steps, (value, written) in put.items():
        made = set_at(entry.section, steps, value, edit.ground, claims)
        puts.append(Put(steps, _kept(entry, steps, made), written))
    holders = {holder: put[steps][1] for steps in put if (holder := holder_of(entry.section, steps)) is not None}
    for holder, written in holders.items():
        unknown = "unknown" in get(entry.data, holder) or (*holder, "unknown") in put
        if not unknown and edit.ground.basis is None and (*holder, "basis") not in put:
            claims.ungrounded.append(put)
        said = {"source": edit.ground.source} if unknown else {"basis": edit.ground.basis, "source": edit.ground.source}
        puts += [Put((*holder, key), word, written) for key, word in said.items() if (*holder, key) not in put]
    if claims.ungrounded:
        key = "to" if edit.verb == "set" else "with"
        faults.append(faulty.edit_without_basis(edit.place(key, key=True), edit.path))
    return Change(edit, entry.section, entry.id, tuple(puts), _outermost(_touched(one.steps, put) for one in puts))


def _outermost(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return paths without those that lie inside another."""
    found = sorted(set(paths), key=len)
    return tuple(path for at, path in enumerate(found) if not any(path[: len(one)] == one for one in found[:at]))


def _touched(steps: Path, put: Mapping[Path, Any]) -> Path:
    """Return what a put touches: a ground that an edit names carries all that stands on it."""
    return steps[:-1] if steps in put and steps[-1:] in (("basis",), ("source",)) else steps


def _kept(entry: Entry, steps: Path, made: Any) -> Any:  # noqa: ANN401 - plain data
    """Return a new value with the id and the lock of what stood there: neither is lost by not being repeated."""
    try:
        old = get(entry.data, steps)
    except (KeyError, IndexError, TypeError):
        return made
    if not isinstance(old, Mapping) or not isinstance(made, Mapping):
        return made
    kept = [key for key in ("id", "lock") if key in old and key not in made]
    return {**made, **{key: old[key] for key in kept}}


def _add(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Iterator[Change]:
    section, after = same_id(edit.path), edit.content.after
    if section not in SECTIONS:
        faults.append(faulty.no_such_path(edit.told(), edit.path, section, SECTIONS))
        return
    item = dict(edit.written["item"])
    listed = SECTIONS[section] == "list"
    if section == HEADER or "id" not in item or (after is not None and not listed):
        faults.append(faulty.not_editable(edit.told(), edit.path))
        return
    id_ = same_id(item["id"])
    if not listed:
        item.pop("id")
    if after is not None and after not in sections.entries[section]:
        tell_absent(edit, sections, (section, after), faults)
        return
    entry = Entry(section, id_, item, edit.origin, (*edit.at, "item"), header=edit.ground, added=edit.setting())
    entry.after = "" if after is None else after
    reads = () if after is None else ((section, after, ("id",)),)
    yield Change(edit, section, id_, writes=((),), added=entry, reads=reads)


def _retire(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Iterator[Change]:
    target = target_of(edit, sections, faults)
    if target is None:
        return
    entry, day = target.entry, edit.content.from_
    if target.steps:
        faults.append(faulty.not_editable(edit.told(), edit.path))
    elif day is None or day == date.min or entry.section not in VALID:
        yield Change(edit, entry.section, entry.id, writes=((),), dropped=True)
    else:
        steps = VALID[entry.section]
        put = Put(steps, _earlier(entry, steps, day - timedelta(days=1)), ("from",))
        yield Change(edit, entry.section, entry.id, (put,), (steps,))


def _earlier(entry: Entry, steps: Path, last: date) -> Any:  # noqa: ANN401 - a day as written
    """Return the last day of an entry: what leaves the set before already is not kept in it for longer."""
    data: Any = entry.data
    for step in steps:
        data = data.get(step) if isinstance(data, Mapping) else None
    own = data if isinstance(data, date) else iso_day(str(data))
    return data if own is not None and own <= last else last.isoformat()


def _select(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Iterator[Change]:
    for name in dropped_by(edit, sections, faults):
        yield Change(edit, "criteria", name, writes=((),), dropped=True)


def _lock(edit: Edit, sections: Sections, faults: list[Diagnostic]) -> Iterator[Change]:
    target = target_of(edit, sections, faults)
    if target is None:
        return
    entry, steps, old = target
    kinds = kinds_at(entry.section, steps)
    whole = entry.section == "criteria" and not steps
    if not whole and (not is_a(kinds, AnyLimit) or (isinstance(old, Mapping) and is_a(kinds, AnyCondition))):
        faults.append(faulty.not_lockable(edit.told(), edit.path))
        return
    puts = [] if isinstance(old, Mapping) else [Put(steps, _long(old), ("lock",), same=True)]
    puts.append(Put((*steps, "lock"), edit.content.as_.value, ("as",)))
    # What is locked is also how it is asked, and that its criterion stays.
    looked = () if not steps else tuple((entry.section, entry.id, part) for part in (steps[:-1], ("valid",)))
    yield Change(edit, entry.section, entry.id, tuple(puts), (steps,), reads=looked)


def _long(literal: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """Return a limit in its long form; what it rests on stays as it was."""
    return {"unknown": {}} if literal == "unknown" else {"value": literal}


#: One function a verb; the next is one line here, one in ``overlay`` and one function above.
_VERBS: dict[str, Callable[[Edit, Sections, list[Diagnostic]], Iterator[Change]]] = {
    "set": _set,
    "alter": _alter,
    "add": _add,
    "retire": _retire,
    "select": _select,
    "lock": _lock,
}
