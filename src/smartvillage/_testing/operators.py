"""Operators: every small mistake that could be made in a rule's data, each one change to it.

A change replaces what stands at one path of an entry. The walk goes by the keys of the language, wherever they stand,
so that what is said of a comparison in a criterion holds of one in a measure or a decision too.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage.diagnostics import Words
from smartvillage.timeline import iso_day

from .neighbours import PLAIN, Kind, days_beside, kind_of, neighbours
from .rules import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.numbers import Style

    from .selections import Selections

Step = str | int
Path = tuple[Step, ...]


class Change(NamedTuple):
    """One change: what stands at a path becomes something else."""

    path: Path
    new: Any
    """Nothing takes the key out."""
    at: Path
    """Where it is shown."""
    words: Words


#: Comparison words that differ at the limit itself alone.
_SWAPS = {
    "at_least": "more_than", "more_than": "at_least", "at_most": "less_than", "less_than": "at_most",
    "on_or_after": "after", "after": "on_or_after", "on_or_before": "before", "before": "on_or_before",
    "lowest": "highest", "highest": "lowest", "met": "not_met", "not_met": "met",
}  # fmt: skip
#: Words of which a condition holds some, and what each becomes.
_TOGETHER = {"all_of": "any_of", "any_of": "all_of"}
#: Keys whose value is a literal or holds one.
_LITERALS = (
    "value", "at_least", "more_than", "at_most", "less_than", "times", "full_at", "max", "min", "fresh_for",
    "valid_for", "then", "otherwise",
)  # fmt: skip
_CHOICES = {
    "when_empty": ("met", "not_met", "not_applicable"), "year": ("previous", "this", "next"),
    "mode": ("half_up", "down", "up"),
}  # fmt: skip
#: What can be taken out of an entry and leaves a rule.
_OPTIONAL = ("applies_if", "caveat", "when_empty", "round", "needs", "scope", "fresh_for")
#: Facts that are so or not; a rule may ask for nothing more.
_TRUTHS = frozenset(
    {"flag", "judgement", "result", "record", "document", "registration", "certificate", "body", "event"}
)


class Operators:
    """The changes that can be made to a ruleset's data."""

    def __init__(self, data: Mapping[str, Any], selections: Selections, style: Style) -> None:
        """Take a ruleset as plain data; its facts, scales and codes say what literals are."""
        self._data, self._selections, self._style = data, selections, style

    def changes(self, value: Any, path: Path = (), kind: Kind = PLAIN) -> Iterator[Change]:  # noqa: ANN401 - plain data
        """Yield every change that can be made at a path or below it."""
        if isinstance(value, dict):
            kind = self._kind(value, kind)
            yield from self._here(value, path, kind)
            for key, part in value.items():
                if key == "where" and part:
                    yield from self._where(part, (*path, key), self._fields(value))
                elif key not in SILENT and part is not None:
                    yield from self.changes(part, (*path, key), kind)
        elif isinstance(value, (list, tuple)):
            for position, part in enumerate(value):
                yield from self.changes(part, (*path, position), kind)

    def _here(self, value: dict[str, Any], path: Path, kind: Kind) -> Iterator[Change]:
        """Yield the changes to the keys of one mapping."""
        yield from _swapped(value, path)
        yield from _parted(value, path)
        yield from _chosen(value, path)
        yield from self._moved(value, path, kind)
        yield from self._negated(value, path)
        yield from self._selected(value, path)
        yield from _days(value, path)
        yield from self._steps(value, path, kind)
        yield from _emptied(value, path)

    def _kind(self, value: dict[str, Any], kind: Kind) -> Kind:
        """Tell what the literals of a condition, a measure or a list of levels are."""
        fact = self._data["facts"].get(value.get("fact")) if isinstance(value.get("fact"), str) else None
        if fact is not None:
            return kind_of(fact, self._data)
        if isinstance(value.get("scale"), str):
            return Kind("level", tuple(str(level["id"]) for level in self._data["scales"].get(value["scale"], ())))
        named = value.get("measure")
        measure = (self._data.get("measures") or {}).get(named) if isinstance(named, str) else None
        if isinstance(measure, dict):
            return self._kind(measure.get("grade") or measure, PLAIN)
        return (
            PLAIN
            if any(value.get(head) is not None for head in ("count", "met", "not_met", "points", "days"))
            else kind
        )

    def _fields(self, value: dict[str, Any]) -> Mapping[str, Any]:
        """Return the fields that a condition's ``where`` speaks of."""
        name = value.get("fact") if isinstance(value.get("fact"), str) else value.get("count")
        fact = self._data["facts"].get(name) if isinstance(name, str) else None
        return fact.get("fields") or {} if fact else {}

    def _where(self, value: Any, path: Path, fields: Mapping[str, Any]) -> Iterator[Change]:  # noqa: ANN401 - plain data
        """Yield the changes to what must hold of an entity or a record."""
        if isinstance(value, (list, tuple)):
            for position, part in enumerate(value):
                yield from self._where(part, (*path, position), fields)
            return
        yield from _parted(value, path)
        for key, part in value.items():
            yield _without(value, path, key, Words(f"bỏ điều kiện `{key}`", f"condition `{key}` taken out"))
            if key in ("all_of", "any_of", "not"):
                yield from self._where(part, (*path, key), fields)
            else:
                known = kind_of(fields[key], self._data) if key in fields else PLAIN
                yield from self.changes(part, (*path, key), known)

    def _moved(self, value: dict[str, Any], path: Path, kind: Kind) -> Iterator[Change]:
        """Move literals by a unit, both ways."""
        for key in _LITERALS:
            literal = value.get(key)
            if literal is None or isinstance(literal, (dict, list, tuple)):
                continue
            for beside in neighbours(literal, kind, self._style):
                yield Change((*path, key), beside, (*path, key), _becomes(literal, beside))

    def _negated(self, value: dict[str, Any], path: Path) -> Iterator[Change]:
        """Ask for the contrary of what is only asked to be so; of several codes ask for one more, and one less."""
        fact = self._data["facts"].get(value.get("fact")) if isinstance(value.get("fact"), str) else None
        if fact and fact["type"] in _TRUTHS and "caveat" not in value and value.get("is") is None:
            negated = {"not": value, **{key: value.get(key) for key in ("basis", "source")}}
            yield Change(path, negated, (*path, "fact"), Words("đổi thành điều ngược lại", "asks for the contrary"))
        one_of = value.get("one_of") or ()
        if len(one_of) > 1:
            for position, limit in enumerate(one_of):
                code = limit.get("value")
                rest = [one for place, one in enumerate(one_of) if place != position]
                words = Words(f"bỏ `{code}` khỏi `one_of`", f"`{code}` taken out of `one_of`")
                yield Change((*path, "one_of"), rest, (*path, "one_of", position), words)

    def _selected(self, value: dict[str, Any], path: Path) -> Iterator[Change]:
        """Leave one criterion out of those that are counted."""
        for key in ("met", "not_met", "points", "grade"):
            selected = self._selections.ids(value.get(key))
            for one in selected if len(selected) > 1 else ():
                rest = [other for other in selected if other != one]
                words = Words(f"bỏ tiêu chí `{one}` khỏi `{key}`", f"criterion `{one}` left out of `{key}`")
                yield Change((*path, key), rest, (*path, key), words)

    def _steps(self, value: dict[str, Any], path: Path, kind: Kind) -> Iterator[Change]:
        """Move the values from which points are given, and the points."""
        steps = value.get("steps")
        if not isinstance(steps, dict):
            return
        kind = self._kind(value.get("of") or {}, kind)
        for edge, points in steps.items():
            for beside in neighbours(points, PLAIN, self._style):
                yield Change((*path, "steps", edge), beside, (*path, "steps", edge), _becomes(points, beside))
            for beside in neighbours(edge, kind, self._style):
                if beside not in steps:
                    moved = {beside if key == edge else key: part for key, part in steps.items()}
                    yield Change((*path, "steps"), moved, (*path, "steps", edge), _becomes(edge, beside))


def _becomes(old: Any, new: Any) -> Words:  # noqa: ANN401 - as written
    told, now = (str(one).lower() if isinstance(one, bool) else str(one) for one in (old, new))
    return Words(f"`{told}` đổi thành `{now}`", f"`{told}` becomes `{now}`")


def _swapped(value: dict[str, Any], path: Path) -> Iterator[Change]:
    """Put a comparison word's twin in its place."""
    for word, twin in _SWAPS.items():
        if value.get(word) is not None and value.get(twin) is None:
            renamed = {twin if key == word else key: part for key, part in value.items() if key != twin}
            yield Change(path, renamed, (*path, word), _becomes(word, twin))


def _parted(value: dict[str, Any], path: Path) -> Iterator[Change]:
    """Ask for any instead of all, for all instead of any, and for one less."""
    for word in ("all_of", "any_of", "count", "choose"):
        parts = value.get(word)
        if not isinstance(parts, (list, tuple)) or len(parts) < 2:  # noqa: PLR2004 - one alone is all and any
            continue
        twin = _TOGETHER.get(word)
        if twin and not value.get(twin):
            renamed = {twin if key == word else key: part for key, part in value.items() if key != twin}
            yield Change(path, renamed, (*path, word), _becomes(word, twin))
        for position in range(len(parts)):
            rest = [part for place, part in enumerate(parts) if place != position]
            told = Words(f"bỏ phần {position + 1} của `{word}`", f"part {position + 1} of `{word}` taken out")
            yield Change((*path, word), rest, (*path, word, position), told)


def _chosen(value: dict[str, Any], path: Path) -> Iterator[Change]:
    """Put each other word in the place of one of a few; take out what may be left out."""
    for key, words in _CHOICES.items():
        for word in words if value.get(key) in words else ():
            if word != value[key]:
                yield Change((*path, key), word, (*path, key), _becomes(value[key], word))
    for key in _OPTIONAL:
        if value.get(key) is not None and not isinstance(value[key], (list, tuple)):
            yield _without(value, path, key, Words(f"bỏ `{key}`", f"`{key}` taken out"))


def _days(value: dict[str, Any], path: Path) -> Iterator[Change]:
    """Move days by one, both ways."""
    for key in ("from", "until"):
        written = value.get(key)
        day = written if isinstance(written, date) else iso_day(written) if isinstance(written, str) else None
        for beside in days_beside(day) if day else ():
            yield Change((*path, key), beside.isoformat(), (*path, key), _becomes(day, beside))
    if isinstance(value.get("month"), int) and isinstance(value.get("day"), int):
        for beside in days_beside(date(2024, value["month"], value["day"])):  # of a year that has them all
            words = _becomes(f"{value['day']}/{value['month']}", f"{beside.day}/{beside.month}")
            yield Change(path, {**value, "month": beside.month, "day": beside.day}, (*path, "day"), words)


def _emptied(value: dict[str, Any], path: Path) -> Iterator[Change]:
    """Take out what stands in lists of their own: substitutes, evidence, needs of a record."""
    for position, substitute in enumerate(value.get("instead") or ()):
        rest = [one for place, one in enumerate(value["instead"]) if place != position]
        name = substitute.get("fact")
        words = Words(f"bỏ số liệu thay thế `{name}`", f"substitute `{name}` taken out")
        yield Change((*path, "instead"), rest, (*path, "instead", position), words)
    evidence = value.get("evidence")
    if isinstance(evidence, (list, tuple)):
        yield from _papers(evidence, path)
    elif evidence == "none":
        yield _without(value, path, "evidence", Words("bỏ `evidence: none`", "`evidence: none` taken out"))
    if value.get("part") and value.get("whole"):
        alone = {key: part for key, part in value.items() if key not in ("part", "whole")}
        yield Change(path, alone, (*path, "part"), Words("bỏ `part` và `whole`", "`part` and `whole` taken out"))
    needs = value.get("needs")
    if isinstance(needs, (list, tuple)):
        for need in needs:
            rest = [one for one in needs if one != need]
            words = Words(f"bỏ `{need}` khỏi `needs`", f"`{need}` taken out of `needs`")
            yield Change((*path, "needs"), rest, (*path, "needs"), words)


def _papers(evidence: list[Any] | tuple[Any, ...], path: Path) -> Iterator[Change]:
    """Ask for one type of evidence less in a list, for one list less, or for nothing."""
    for position, types in enumerate(evidence):
        others = [list(one) for place, one in enumerate(evidence) if place != position]
        if others:
            words = Words(f"bỏ danh sách minh chứng {position + 1}", f"list {position + 1} of evidence taken out")
            yield Change((*path, "evidence"), others, (*path, "evidence", position), words)
        for kind in types if len(types) > 1 else ():
            rest = [one for one in types if one != kind]
            new = [rest if place == position else list(one) for place, one in enumerate(evidence)]
            words = Words(f"bỏ minh chứng `{kind}`", f"evidence `{kind}` taken out")
            yield Change((*path, "evidence"), new, (*path, "evidence", position), words)
    words = Words("không cần minh chứng nào", "no evidence is asked for")
    yield Change((*path, "evidence"), "none", (*path, "evidence"), words)


def _without(value: dict[str, Any], path: Path, key: str, words: Words) -> Change:
    return Change(path, {name: part for name, part in value.items() if name != key}, (*path, key), words)
