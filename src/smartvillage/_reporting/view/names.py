"""Names: what facts, roles and evidence types are called. A name nobody gave is its id."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartvillage.diagnostics import Lang
    from smartvillage.model.base import Text
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.measures import AnyMeasure
    from smartvillage.model.ruleset import Ruleset


def titles_of(ruleset: Ruleset, fact: AnyFact | AnyMeasure | None) -> Mapping[str, Text | None]:
    """Return what a fact's or a measure's levels or codes are called; nothing for one that has neither."""
    codes = getattr(fact, "codes", None)
    if isinstance(codes, str):
        return dict(ruleset.codes.get(codes, {}))
    return {level.id: level.title for level in ruleset.scales.get(getattr(fact, "scale", ""), ())}


def _part(condition: object, path: Sequence[str]) -> object:
    """Return the innermost condition that a path runs through."""
    for head, name in pairwise([*path, ""]):
        if head == "not":
            condition = getattr(condition, "not_", condition)
        parts = getattr(condition, head, None)
        if isinstance(parts, tuple):
            condition = {part.id or str(place): part for place, part in enumerate(parts)}.get(name, condition)
    return condition


@dataclass(frozen=True, slots=True)
class Names:
    """Looks names up in a ruleset, where there is one."""

    ruleset: Ruleset | None
    lang: Lang

    def fact(self, path: str) -> str:
        """Name a fact, or a field of it, by its id or its path ``facts/ID/FIELD``."""
        head, *rest = path.removeprefix("facts/").split("/")
        fact = self.ruleset.facts.get(head) if self.ruleset else None
        fields = getattr(fact, "fields", {})
        names = [self._say(fact.title if fact else None, head)]
        names += [self._say(fields[field].title, field) if field in fields else field for field in rest]
        return ": ".join(names)

    def titles(self, path: str) -> Mapping[str, Text | None]:
        """Return what the levels of a fact's scale, or the codes of a choice, are called."""
        if self.ruleset is None:
            return {}
        fact, *field = path.removeprefix("facts/").split("/")
        found = self.ruleset.facts.get(fact)
        return titles_of(self.ruleset, getattr(found, "fields", {}).get(field[0]) if field else found)

    def tested(self, path: str) -> str | None:
        """Name the fact that a limit of a criterion is about, where the criterion may have several limits."""
        _, criterion, part, *inner = path.split("/")
        found = next((one for one in self.ruleset.criteria if one.id == criterion), None) if self.ruleset else None
        if found is None or (part == "rule" and len(inner) == 1 and not found.instead):
            return None
        options = {one.id or str(place): one for place, one in enumerate(found.instead)}
        here = options.get(inner[0]) if part == "instead" else _part(getattr(found, part, None), inner)
        fact = getattr(here, "fact", None) or getattr(here, "count", None)
        return self.fact(fact) if isinstance(fact, str) else None

    def level(self, scale: str, level: str) -> str:
        """Name a level of a scale."""
        found = self.ruleset.scales.get(scale, ()) if self.ruleset else ()
        return self._say(next((one.title for one in found if one.id == level), None), level)

    def measure(self, measure: str) -> str:
        """Name a measure."""
        found = self.ruleset.measures.get(measure) if self.ruleset else None
        return self._say(found.title if found else None, measure)

    def role(self, role: str) -> str:
        """Name a role."""
        found = self.ruleset.roles.get(role) if self.ruleset else None
        return self._say(found.title if found else None, role)

    def evidence(self, kind: str) -> str:
        """Name a type of evidence."""
        found = self.ruleset.evidence_types.get(kind) if self.ruleset else None
        return self._say(found.title if found else None, kind)

    def activity(self, activity: str) -> str:
        """Name an activity."""
        found = self.ruleset.activities.get(activity) if self.ruleset else None
        return self._say(found.title if found else None, activity)

    def decision(self, decision: str) -> str:
        """Name a decision."""
        found = self.ruleset.decisions.get(decision) if self.ruleset else None
        return self._say(found.title if found else None, decision)

    def _say(self, title: Text | None, otherwise: str) -> str:
        return title.say(self.lang) if title else otherwise
