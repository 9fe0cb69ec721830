"""Entries that no village is judged by directly: what a change of their keys means.

The rule: a key is for readers, for those who answer, for dates or for planning; what is left carries meaning, and shows
itself in the criteria that lean on it.
"""

from __future__ import annotations

from sys import maxsize
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage.durations import read_duration
from smartvillage.model.comparison import ChangeKind

from .sameness import FOR_READERS, differing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_ANSWERING = frozenset(("owner", "support", "support_kind", "kind", "fills", "successors", "authority", "decided_by",
                        "responsible", "assessor", "issuer"))  # fmt: skip
_DATED = frozenset(("from", "until", "available", "period", "valid", "in_force", "lasts"))


class Part(NamedTuple):
    """The keys of an entry that changed in one way."""

    kind: ChangeKind
    keys: tuple[str, ...]


def parts_of(section: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Part]:
    """Sort the keys that differ by what they mean; what carries meaning comes as ``incomparable``, to be judged."""
    sorting = _SORTING.get(section, _by_key)
    found: dict[ChangeKind, list[str]] = {}
    for key in differing(before, after):
        found.setdefault(sorting(key, before.get(key), after.get(key)), []).append(key)
    yield from (Part(kind, tuple(found[kind])) for kind in ChangeKind if kind in found)


def _by_key(key: str, before: object, after: object) -> ChangeKind:  # noqa: ARG001 - one shape for all
    if key in FOR_READERS:
        return ChangeKind.EDITORIAL
    if key in _DATED:
        return ChangeKind.DATES
    return ChangeKind.RESPONSIBILITY if key in _ANSWERING else ChangeKind.INCOMPARABLE


def _reader(key: str, before: object, after: object) -> ChangeKind:  # noqa: ARG001 - one shape for all
    return ChangeKind.EDITORIAL


def _source(key: str, before: object, after: object) -> ChangeKind:  # noqa: ARG001 - one shape for all
    return ChangeKind.DATES if key == "in_force" else ChangeKind.EDITORIAL


def _header(key: str, before: object, after: object) -> ChangeKind:
    if key == "completeness":
        return ChangeKind.STRICTER if after == "partial" else ChangeKind.LOOSER
    if key in ("id", "version", "numbers"):
        return ChangeKind.EDITORIAL
    return _by_key(key, before, after)


def _activity(key: str, before: object, after: object) -> ChangeKind:
    found = _by_key(key, before, after)
    return ChangeKind.PLANNING if found is ChangeKind.INCOMPARABLE else found


def _evidence_type(key: str, before: object, after: object) -> ChangeKind:
    if key != "valid_for":
        return _by_key(key, before, after)
    longest = (_length(before), _length(after))
    if longest[0] == longest[1]:
        return ChangeKind.EDITORIAL
    return ChangeKind.STRICTER if longest[1] < longest[0] else ChangeKind.LOOSER


#: About how many days a unit has, in hundredths: enough to tell which of two terms is longer.
_DAYS = {"days": 100, "working_days": 140, "weeks": 700, "months": 3044, "years": 36525}


def _length(written: object) -> int:
    """Return about how long a duration is; without one a piece of evidence stays valid for ever."""
    if not isinstance(written, str):
        return maxsize
    term = read_duration(written)
    return term.amount * _DAYS[term.unit]


_SORTING: dict[str, Callable[[str, object, object], ChangeKind]] = {
    "ruleset": _header,
    "sources": _source,
    "roles": _reader,
    "activities": _activity,
    "evidence_types": _evidence_type,
}  # fmt: skip


def evidence_kind(before: object, after: object) -> ChangeKind:
    """Compare what two criteria ask for as evidence: lists of types, any one of which proves."""
    if before == after:
        return ChangeKind.EDITORIAL
    more, less = _proves(after, before), _proves(before, after)
    if more and less:
        return ChangeKind.EDITORIAL
    return ChangeKind.LOOSER if less else ChangeKind.STRICTER if more else ChangeKind.INCOMPARABLE


def _proves(one: object, other: object) -> bool:
    """Tell whether whatever proves by ``one`` proves by ``other`` too. No list at all never proves."""
    lists, wanted = ([()] if asked == "none" else asked or [] for asked in (one, other))
    return all(any(set(need) <= set(types) for need in wanted) for types in lists)  # type: ignore[attr-defined]
