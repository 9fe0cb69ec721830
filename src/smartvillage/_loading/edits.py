"""Edits: one value set at one path of ids, on plain data, before anything is validated.

A path is a section, an id and keys; inside a list it names the ``id`` of an item, never its position. The data along
the path is copied, so that what an edit touches is the set's own and nobody else's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from smartvillage._faults import overlays as faulty
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.model.conditions import TEST_WORDS
from smartvillage.model.limits import LIMIT_FORMS
from smartvillage.numbers import Number, NumberFault, read_number

from .build import build
from .entries import Entry, Origin, Path, Step
from .footing import Ground
from .ground import Claims, based, condition, ground_entry, limit, where
from .sections import SECTIONS, Sections, same_id

#: A path names at least a section, an id and a key; a named limit is whole at its id.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Edit:
    """One value to be set, what it rests on, and where it is written."""

    path: str
    to: Any
    ground: Ground
    origin: Origin
    written: Path
    overlay: str

    def place(self, *steps: Step, key: bool = False) -> Place | None:
        """Return the place of a part of the edit."""
        return self.origin.place((*self.written, *steps), key)


@dataclass(frozen=True, slots=True)
class Target:
    """What an edit reaches: an entry and the way inside it, with positions where the path has ids."""

    entry: Entry
    steps: Path


def overlap(first: Path, other: Path) -> bool:
    """Tell whether one way inside an entry is the other or goes on from it."""
    length = min(len(first), len(other))
    return first[:length] == other[:length]


def target(sections: Sections, edit: Edit, faults: list[Diagnostic]) -> Target | None:
    """Follow an edit's path; nothing after adding why it leads nowhere."""
    section, *rest = map(same_id, edit.path.split("/"))
    if section not in SECTIONS:
        faults.append(faulty.no_such_path(edit.place("set"), edit.path, section, SECTIONS))
    elif section == "ruleset" or (len(rest) < _SHORTEST and section != "limits") or not rest or rest[-1] == "id":
        faults.append(faulty.not_editable(edit.place("set"), edit.path))
    elif rest[0] not in sections.entries[section]:
        faults.append(faulty.no_such_path(edit.place("set"), edit.path, rest[0], sections.entries[section]))
    else:
        entry = sections.entries[section][rest[0]]
        steps = _follow(entry.data, rest[1:], edit, faults)
        return None if steps is None else Target(entry, steps)
    return None


def _follow(data: Any, names: list[str], edit: Edit, faults: list[Diagnostic]) -> Path | None:  # noqa: ANN401 - plain data
    steps: list[Step] = []
    for name in names:
        known = _known(data)
        if name not in known:
            faults.append(faulty.no_such_path(edit.place("set"), edit.path, name, known))
            return None
        steps.append(known[name])
        data = data[known[name]]
    return tuple(steps)


def _known(data: Any) -> dict[str, Step]:  # noqa: ANN401 - plain data
    """Return the names by which a path goes on from here, each with its step in the data."""
    if isinstance(data, Mapping):
        return {same_id(key): key for key in data}
    if not isinstance(data, (list, tuple)):
        return {}
    return {same_id(item["id"]): at for at, item in enumerate(data) if isinstance(item, Mapping) and "id" in item}


def apply(place: Target, edit: Edit, header: Ground, faults: list[Diagnostic]) -> None:
    """Set the value at a target, with the edit's own ground."""
    entry, steps = place.entry, place.steps
    old = _get(entry.data, steps)
    lock = _lock(entry.data, steps)
    if lock == "fixed" or (lock == "may_tighten" and not _tightens(edit, old)):
        faults.append(faulty.locked(edit.place("set"), edit.path, lock))
        return
    before = _built(entry, header)
    claims = Claims(entry)
    value = _grounded(steps, entry.section, edit, claims)
    if claims.ungrounded:
        faults.append(faulty.edit_without_basis(edit.place("to", key=True), edit.path))
    entry.data = _set(entry.data, steps, value)
    _reground_parent(entry, steps, edit)
    entry.edits[steps] = (edit.origin, (*edit.written, "to"), edit.overlay)
    after = _built(entry, header)
    if (before is not None and before == after) or edit.to == old:
        faults.append(faulty.no_effect(edit.place("set"), edit.path))


def _tightens(edit: Edit, old: Any) -> bool:  # noqa: ANN401 - plain data
    """Tell whether a limit certainly asks for no less than before; what cannot be compared does not."""
    word = edit.path.rpartition("/")[2]
    numbers = [_number(old), _number(edit.to)]
    if numbers[0] is None or numbers[1] is None or numbers[0].unit != numbers[1].unit:
        return False
    before, after = (number.value for number in numbers if number)
    if word in ("at_least", "more_than"):
        return after >= before
    return word in ("at_most", "less_than") and after <= before


def _number(written: Any) -> Number | None:  # noqa: ANN401 - plain data
    plain = written.get("value") if isinstance(written, Mapping) else written
    try:
        return read_number(plain) if isinstance(plain, (str, int, Decimal)) else None
    except NumberFault:
        return None


def _built(entry: Entry, header: Ground) -> Any:  # noqa: ANN401 - a value of the vocabulary
    data, _ = ground_entry(entry, header)
    return build(entry, data, [])


def _get(data: Any, steps: Path) -> Any:  # noqa: ANN401 - plain data
    for step in steps:
        data = data[step]
    return data


def _set(data: Any, steps: Path, value: Any) -> Any:  # noqa: ANN401 - plain data
    if not steps:
        return value
    first, *rest = steps
    inner = _set(data[first], tuple(rest), value)
    if isinstance(data, Mapping):
        return {**data, first: inner}
    return [inner if position == first else item for position, item in enumerate(data)]


def _lock(data: Any, steps: Path) -> str | None:  # noqa: ANN401 - plain data
    """Return the lock of the innermost mapping on the way that has one."""
    found = data.get("lock") if isinstance(data, Mapping) else None
    for step in steps:
        data = data[step]
        if isinstance(data, Mapping) and "lock" in data:
            found = data["lock"]
    return found


def _grounded(steps: Path, section: str, edit: Edit, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    """Return the value with its ground, by what kind of thing stands at the path; the base's comes down no more."""
    shaper = _shaper(steps, section)
    if shaper is None:
        return edit.to
    return shaper(edit.to, edit.ground, claims)


def _shaper(steps: Path, section: str) -> Callable[[Any, Ground, Claims], Any] | None:
    names = [step for step in steps if isinstance(step, str)]
    last = names[-1] if names else ""
    if (section == "limits" and not steps) or last in TEST_WORDS or last == "otherwise" or names[-2:-1] == ["values"]:
        return limit
    if last in ("rule", "applies_if", "if", "not") or (
        last in ("all_of", "any_of", "count", "instead") and steps[-1] != last
    ):
        return condition
    if last == "where":
        return where
    if names[-2:-1] == ["where"]:
        return _field_test
    return based if last in ("duration", "cost") and isinstance(last, str) else None


def _field_test(written: Any, ground: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    return where({"": written}, ground, claims)[""]


def _reground_parent(entry: Entry, steps: Path, edit: Edit) -> None:
    """Where a bare number inside a limit or range was set, that limit or range now rests on the edit."""
    if not steps or steps[-1] in ("basis", "source", "note"):
        return
    parent = _get(entry.data, steps[:-1])
    if not isinstance(parent, dict) or not (steps[-1] in LIMIT_FORMS or steps[-1] in ("low", "likely", "high")):
        return
    if "fact" in parent or "count" in parent:
        return
    entry.data = _set(entry.data, steps[:-1], {**parent, "basis": edit.ground.basis, "source": edit.ground.source})
