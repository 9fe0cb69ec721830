"""Comparing two rulesets: every difference, by what it means.

How data goes through: both sets are written out as plain data and paired entry by entry; what carries no meaning is
sorted by its keys; criteria and decisions, and whatever they lean on, are judged by villages made up for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from json import dumps
from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage.model.base import Text
from smartvillage.model.comparison import Change, ChangeKind

from .days import days_to_compare
from .entries import Part, evidence_kind, parts_of
from .judged import Judge, Judged
from .sameness import FOR_READERS, Texts, differing, meaning
from .trials import Side

if TYPE_CHECKING:
    from smartvillage.model.ruleset import Ruleset

    from .trials import Evaluate

#: What says an entry of a ruleset in words, or nothing where it has none.
Tell: TypeAlias = Callable[["Ruleset", str, str], Text | None]
#: Keys of a criterion that are judged apart from its rule.
_APART = ("evidence", "valid")
#: The order in which sections are told: what decides first.
_SECTIONS = (
    "ruleset", "decisions", "criteria", "groups", "measures", "limits", "facts", "scales", "codes", "evidence_types",
    "procedure", "activities", "roles", "parties", "sources",
)  # fmt: skip
#: What others lean on, and whose meaning shows itself in them.
_LEANED_ON = ("facts", "limits", "measures", "scales", "codes", "groups")
#: Keys inside an entry that are not told when the entry changes.
_SILENT = FOR_READERS - {"title"}
_WEIGHT = {kind: place for place, kind in enumerate(ChangeKind)}


@dataclass(slots=True)
class Comparing:
    """Two rulesets being compared."""

    before: Side
    after: Side
    tell: Tell
    since: date
    texts: tuple[Texts, Texts] = field(init=False)
    judge: Judge = field(init=False)
    touched: set[str] = field(init=False, default_factory=set)
    """Paths of entries whose change has shown itself in a criterion or decision."""

    def __post_init__(self) -> None:
        """Write both out, and find the days that matter."""
        self.texts = (Texts(self.before.ruleset), Texts(self.after.ruleset))
        days = days_to_compare(self.before.ruleset, self.after.ruleset, self.texts, self.since)
        self.judge = Judge(self.before, self.after, days)

    def changes(self) -> Iterator[Change]:
        """Yield all changes, section by section."""
        found = {section: list(self._section(section)) for section in ("criteria", "decisions")}
        for section in _SECTIONS:
            told = found[section] if section in found else self._section(section)
            yield from sorted(told, key=lambda one: _WEIGHT[one.kind])

    def _section(self, section: str) -> Iterator[Change]:
        if section == "ruleset":
            yield from self._plain("ruleset", self.after.ruleset.id, *(one.header() for one in self.texts))
            return
        old, new = (one.section(section) for one in self.texts)
        for name in dict.fromkeys((*old, *new)):
            if name not in old or name not in new:
                yield self._come_or_gone(section, name, added=name in new)
            elif section in ("criteria", "decisions"):
                yield from self._judged(section, name, old[name], new[name])
            elif old[name] != new[name]:
                yield from self._plain(section, name, _keyed(old[name]), _keyed(new[name]))
        kept = [name for name in old if name in new]
        if kept != [name for name in new if name in old] and section in ("criteria", "groups"):
            yield Change(kind=ChangeKind.EDITORIAL, section=section, id="order", keys=("order",))

    def _come_or_gone(self, section: str, name: str, *, added: bool) -> Change:
        kind = ChangeKind.ADDED if added else ChangeKind.RETIRED
        witness = self.judge.alone(name, added=added) if section == "criteria" else None
        return self._change(kind, section, name, witness=witness)

    def _judged(self, section: str, name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        """Tell what became of a criterion or decision: its meaning first, then what stands beside it."""
        leaning = [text.leans_on(entry) for text, entry in zip(self.texts, (old, new), strict=True)]
        because = tuple(path for path in differing(*map(meaning, leaning)) if path in leaning[0] and path in leaning[1])
        because += self.texts[0].sorted_otherwise(self.texts[1]) if section == "decisions" else ()
        parts = list(parts_of(section, old, new))
        telling = tuple(key for part in parts if part.kind is ChangeKind.INCOMPARABLE for key in part.keys)
        asked = tuple(key for key in telling if key not in _APART and meaning(old.get(key)) != meaning(new.get(key)))
        written = tuple(key for key in telling if key not in (*_APART, *asked))
        if asked or because or "valid" in differing(old, new):
            yield from self._by_villages(section, name, asked, because)
        for kind, keys in self._beside(parts, written):
            yield self._change(kind, section, name, keys=keys)
        if "evidence" in telling:
            yield self._evidence(name, old.get("evidence"), new.get("evidence"))

    def _beside(self, parts: Iterable[Part], written: tuple[str, ...]) -> Iterator[tuple[ChangeKind, tuple[str, ...]]]:
        """Yield what changed beside the meaning; what reads otherwise and means the same is editorial."""
        found = {part.kind: part.keys for part in parts if part.kind is not ChangeKind.INCOMPARABLE}
        editorial = (*written, *found.pop(ChangeKind.EDITORIAL, ()))
        yield from found.items()
        if editorial:
            yield ChangeKind.EDITORIAL, editorial

    def _by_villages(
        self, section: str, name: str, keys: tuple[str, ...], because: tuple[str, ...]
    ) -> Iterator[Change]:
        judged: Judged = self.judge.criterion(name) if section == "criteria" else self.judge.decision(name)
        if judged.kind is ChangeKind.DATES:  # told with its own keys
            return
        if judged.kind is not ChangeKind.EDITORIAL:
            self.touched.update(because)
        elif not keys:
            return
        yield self._change(
            judged.kind, section, name, keys=keys, because=because, witness=judged.witness, whole=judged.whole
        )

    def _evidence(self, name: str, old: Any, new: Any) -> Change:  # noqa: ANN401 - plain data
        kind = evidence_kind(old, new)
        kinds = [tuple(one) for asked in (old, new) if isinstance(asked, list) for one in asked]
        witness = None if kind is ChangeKind.EDITORIAL else self.judge.evidence(name, [*kinds, ()])
        told = (None if one is None else _evidence_text(one) for one in (old, new))
        before, after = told
        return self._change(kind, "criteria", name, keys=("evidence",), witness=witness).model_copy(
            update={"before": before, "after": after}
        )

    def _plain(self, section: str, name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        """Tell a change of an entry that is not judged itself; what it means has been told where it shows."""
        for part in parts_of(section, old, new):
            path = f"{section}/{name}"
            kind = part.kind
            if kind is ChangeKind.INCOMPARABLE and section in _LEANED_ON:
                if path in self.touched:
                    continue
                kind = kind if _weakens(part.keys, old, new) else ChangeKind.EDITORIAL
            yield self._change(kind, section, name, keys=part.keys)

    def _change(self, kind: ChangeKind, section: str, name: str, **told: Any) -> Change:  # noqa: ANN401 - a change's own fields
        sides = [(self.before.ruleset, self.texts[0]), (self.after.ruleset, self.texts[1])]
        titles = [text.section(section).get(name) if section != "ruleset" else text.header() for _, text in sides]
        title = next((_title(one) for one in reversed(titles) if one is not None), None)
        before, after = (
            _shown(one, told["keys"]) if _is_aside(told) else self.tell(ruleset, section, name)
            for (ruleset, _), one in zip(sides, titles, strict=True)
        )
        return Change(kind=kind, section=section, id=name, title=title, before=before, after=after, **told)


def compare(
    before: Ruleset, after: Ruleset, *, evaluate: Evaluate, tell: Tell, since: date = date.min
) -> tuple[Change, ...]:
    """Return all changes between two rulesets, which stand as they do from the day ``since``."""
    return tuple(Comparing(Side(before, evaluate), Side(after, evaluate), tell, since).changes())


def _is_aside(told: dict[str, Any]) -> bool:
    """Tell whether a change is of keys alone, so that their own words say it best."""
    return bool(told.get("keys")) and "rule" not in told["keys"] and "if" not in told["keys"]


def _shown(entry: Any, keys: Iterable[str]) -> Text | None:  # noqa: ANN401 - plain data
    """Write what stands at some keys of an entry; of what is for readers only the title."""
    plain = {} if entry is None else _keyed(entry)
    told = {key: plain[key] for key in keys if key in plain and (key == "title" or key not in FOR_READERS)}
    if not told:
        return None
    return Text(vi=_said(told, "vi"), en=_said(told, "en"))


def _said(plain: Any, lang: str) -> str:  # noqa: ANN401 - plain data
    """Write plain data as a line for people."""
    if isinstance(plain, dict):
        if "vi" in plain:
            return str(plain.get(lang, plain["vi"]))
        return "; ".join(f"{key}: {_said(value, lang)}" for key, value in plain.items() if key not in _SILENT)
    if isinstance(plain, list):
        return ", ".join(_said(value, lang) for value in plain)
    return plain if isinstance(plain, str) else dumps(plain)


def _keyed(entry: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    return entry if isinstance(entry, dict) else {"value": entry}


def _title(entry: Any) -> Text | None:  # noqa: ANN401 - plain data
    title = entry.get("title") if isinstance(entry, dict) else None
    return None if title is None else Text.model_validate(title)


def _evidence_text(asked: Any) -> Text:  # noqa: ANN401 - plain data
    lists: Iterable[str] = [asked] if isinstance(asked, str) else (" + ".join(one) for one in asked)
    return Text(vi=" | ".join(lists))


def _weakens(keys: Iterable[str], old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Tell whether keys decide what a fact proves or what fills it, which made-up villages do not show."""
    told = set(keys)
    if "fields" in told:
        before, after = (one.get("fields") or {} for one in (old, new))
        told.update(key for name in before.keys() & after.keys() for key in differing(before[name], after[name]))
    return not {"scope", "fresh_for", "needs", "part", "whole", "ruleset", "counts"}.isdisjoint(told)
