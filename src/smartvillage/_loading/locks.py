"""Locks: what an overlay may not change, or may only tighten, asked of what stands before and after it.

The rule: it makes no difference by which edit a locked thing would be reached, from above, from inside or by taking its
criterion out; what counts is what becomes of it. A lock is never lost, and never made weaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from smartvillage._faults import overlays as faulty
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.criteria import Criterion
from smartvillage.model.limits import AnyLimit, Lock, NamedLimit, TimesLimit

from .comparing import Comparing
from .edits import Change
from .entries import Entry, Path
from .sections import Sections
from .standing import DOWN, UP, Standing, bare, limits_in
from .stricter import Stricter


class Locks:
    """The locks of a set before an overlay, held against the set after it."""

    def __init__(self, before: Sections, after: Sections) -> None:
        """Keep the two."""
        self._before, self._after = Comparing(before), Comparing(after)

    def broken(self, made: Sequence[Change]) -> Iterator[Diagnostic]:
        """Yield a fault for each lock that the changes do not keep."""
        for section, id_ in dict.fromkeys((change.section, change.id) for change in made):
            entry = self._before.sections.entries[section].get(id_)
            if entry is None:
                continue
            here = [one for one in made if (one.section, one.id) == (section, id_)]
            broken = list(self._check(entry, here)) if _has_lock(entry.data) else []
            yield from broken
            if section in ("limits", "measures") and not broken:
                yield from self._leant_on(section, id_, here)

    def _check(self, entry: Entry, made: list[Change]) -> Iterator[Diagnostic]:
        old, new = self._before.value(entry.section, entry.id), self._after.value(entry.section, entry.id)
        leaving = any(change.dropped or change.edit.verb == "retire" for change in made)
        if old is None or (new is None and not leaving):
            return  # what cannot be read is told where it stands
        for steps, lock in self._lost(entry, old, new, leaving=leaving):
            change = _breaking(made, steps)
            yield faulty.locked(change.edit.told(), change.path, str(lock))

    def _leant_on(self, section: str, name: str, made: list[Change]) -> Iterator[Diagnostic]:
        """Yield a fault where what becomes of a named limit or measure is not kept by a lock on what names it."""
        old, new = self._before.value(section, name), self._after.value(section, name)
        if old is None or new is None:
            return  # what cannot be read, or is gone while it is named, is told where it stands
        for rule in self._before.rules():
            for lock, one in _under_lock(rule):
                kept = not _asks(one, name) or _measured(old) == _measured(new)
                if isinstance(old, AnyLimit):
                    kept = not _names(one.limit, name) or self._alike(lock, replace(one, limit=old), new)
                if not kept:
                    yield faulty.locked(made[0].edit.told(), made[0].path, str(lock))
                    return

    def _lost(self, entry: Entry, old: Any, new: Any, *, leaving: bool) -> Iterator[tuple[Path, Lock]]:  # noqa: ANN401 - values
        """Yield each lock that is not kept, with its path."""
        if isinstance(old, Criterion) and old.lock is not None:
            kept = not leaving and _holds(old.lock, new.lock) and self._criterion(old, new)
            if not kept:
                yield (), old.lock
        now = {} if leaving else {one.steps: one for one in self._limits(entry.section, entry.id, new)}
        for standing in self._limits(entry.section, entry.id, old):
            lock = standing.limit.lock
            if lock is not None and not self._kept(standing, now.get(standing.steps)):
                yield standing.steps, lock

    def _criterion(self, old: Criterion, new: Criterion) -> bool:
        if old.lock is Lock.FIXED:
            return old.model_copy(update={"lock": None}) == new.model_copy(update={"lock": None})
        return self._judge().criterion(old, new)

    def _kept(self, old: Standing, new: Standing | None) -> bool:
        if new is None or old.head != new.head or not _holds(old.limit.lock, new.limit.lock):
            return False
        return self._alike(old.limit.lock, old, new.limit)

    def _alike(self, lock: Lock | None, old: Standing, new: AnyLimit) -> bool:
        """Tell whether another limit in the place of one is what a lock leaves open."""
        if lock is Lock.FIXED:
            return old.limit == new
        before, after = (old.limit, new) if old.sign >= 0 else (new, old.limit)
        return self._judge().limit(before, after, old.word if old.sign else "", old.asked)

    def _limits(self, section: str, id_: str, value: Any) -> Iterator[Standing]:  # noqa: ANN401 - a value of the vocabulary
        """Yield the limits of an entry; a named limit itself is asked what those who use it ask."""
        if section != "limits":
            yield from limits_in(value)
        elif isinstance(value, AnyLimit):
            used = [one for entry in self._after.rules() for one in limits_in(entry) if _names(one.limit, id_)]
            ways = {one.sign * ((one.word in UP) - (one.word in DOWN)) for one in used}
            one_way = ways in ({1}, {-1})
            one = used[0] if one_way else Standing((), value, "", "", (), 0)
            yield Standing((), value, one.word, "", one.asked, one.sign)

    def _judge(self) -> Stricter:
        return Stricter(self._after.read, self._after.named)


def _under_lock(value: Any) -> Iterator[tuple[Lock, Standing]]:  # noqa: ANN401 - a value of the vocabulary
    """Yield every limit that is locked: by itself, by the limit it is a part of, or by its criterion."""
    whole = value.lock if isinstance(value, Criterion) else None
    locks: dict[Path, Lock] = {}
    for one in limits_in(value):
        above = next((lock for steps, lock in locks.items() if one.steps[: len(steps)] == steps), whole)
        lock = above if above is Lock.FIXED else one.limit.lock or above
        if lock is not None:
            locks[one.steps] = lock
            yield lock, one


def _asks(one: Standing, name: str) -> bool:
    """Tell whether a limit is held against a named measure, or takes its class or its size from one."""
    head = one.head
    while isinstance(head, tuple):
        head, by = head
        if by == name:
            return True
    is_asked = isinstance(head, Mapping) and head.get("measure") == name
    size = one.limit.of if isinstance(one.limit, TimesLimit) else None
    return is_asked or name in (getattr(one.limit, "by", None), getattr(size, "measure", None))


def _measured(measure: Any) -> Any:  # noqa: ANN401 - plain data
    """Return how something is measured: nobody can say which of two ways is stricter, so it stays the same."""
    return {key: value for key, value in bare(measure).items() if key != "title"}


def _names(limit: AnyLimit, name: str) -> bool:
    if isinstance(limit, TimesLimit):
        return getattr(limit.of, "limit", None) == name
    return isinstance(limit, NamedLimit) and limit.limit == name


def _holds(old: Lock | None, new: Lock | None) -> bool:
    """Tell whether a lock is as strong as it was."""
    return old is None or new is old or new is Lock.FIXED


def _breaking(made: Iterable[Change], steps: Path) -> Change:
    """Return the change that reaches a locked thing, else the first of its entry."""
    changes = list(made)
    for change in changes:
        for written in change.writes:
            length = min(len(steps), len(written))
            if steps[:length] == written[:length]:
                return change
    return changes[0]


def _has_lock(data: Any) -> bool:  # noqa: ANN401 - plain data
    if isinstance(data, Mapping):
        return "lock" in data or any(map(_has_lock, data.values()))
    return isinstance(data, (list, tuple)) and any(map(_has_lock, data))
