"""In which order facts are asked: as the criteria come to need them, so that a form reads like the decision.

A mapping's own order means nothing; groups and criteria have the order, and a fact stands where it is first used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from smartvillage.model.facts import ShareFact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.model.criteria import Criterion, Group
    from smartvillage.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact as a form asks for it: which criteria use it, and which shares it fills."""

    id: str
    criteria: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Facts asked together: those a group is the first to use; with ``group`` nothing those no criterion uses."""

    facts: tuple[Asked, ...]
    group: Group | None = None
    context: bool = False


def sections(ruleset: Ruleset) -> tuple[Section, ...]:
    """Return all facts of a ruleset, each once: kept for reports first, then by group, then the rest."""
    fills = _fills(ruleset)
    grouped: dict[str | None, list[Asked]] = {group.id: [] for group in ruleset.groups}
    uses = _uses(ruleset)
    for key, criteria in uses.items():
        asked = Asked(key, tuple(criterion.id for criterion in criteria), fills.get(key, ()))
        grouped.setdefault(criteria[0].group, []).append(asked)
    groups = {group.id: group for group in ruleset.groups}
    unused = [Asked(key, (), fills.get(key, ())) for key in ruleset.facts if key not in uses]
    found = (
        Section(tuple(asked for asked in unused if ruleset.facts[asked.id].context), context=True),
        *(Section(tuple(asked), groups.get(key or "")) for key, asked in grouped.items()),
        Section(tuple(asked for asked in unused if not ruleset.facts[asked.id].context)),
    )
    return tuple(section for section in found if section.facts)


def _uses(ruleset: Ruleset) -> dict[str, list[Criterion]]:
    """Return the criteria that use each fact, facts in the order of first use."""
    rank = {group.id: index for index, group in enumerate(ruleset.groups)}
    ordered = sorted(ruleset.criteria, key=lambda criterion: rank.get(criterion.group or "", len(rank)))
    uses: dict[str, list[Criterion]] = {}
    for criterion in ordered:
        parts = (criterion.applies_if, criterion.rule, criterion.instead, criterion.points, criterion.grade)
        for fact in dict.fromkeys(mentioned(parts, ruleset)):
            uses.setdefault(fact, []).append(criterion)
    return uses


def mentioned(part: Any, ruleset: Ruleset, told: set[str] | None = None) -> Iterator[str]:  # noqa: ANN401 - any value of the vocabulary
    """Name the facts that a part of a rule reads, as they come; the counts that fill a share come after it.

    ``told`` are the named measures that were gone into already.
    """
    told = set() if told is None else told
    if isinstance(part, BaseModel):
        for key, value in part:
            if key in {"lowest", "highest"} and isinstance(value, tuple):
                yield from (fact for name in value for fact in _named("measure", name, ruleset, told))
            elif isinstance(value, str):
                yield from _named(key, value, ruleset, told)
            else:
                yield from mentioned(value, ruleset, told)
    elif isinstance(part, (tuple, list)):
        for item in part:
            yield from mentioned(item, ruleset, told)
    elif isinstance(part, dict):
        yield from mentioned(tuple(part.values()), ruleset, told)


def _named(key: str, value: str, ruleset: Ruleset, told: set[str]) -> Iterator[str]:
    if key == "limit" and value in ruleset.limits:
        yield from mentioned(ruleset.limits[value], ruleset, told)
    if key in {"measure", "by"} and value in ruleset.measures and value not in told:
        told.add(value)
        yield from mentioned(ruleset.measures[value], ruleset, told)
    if key in {"fact", "count", "by", "from_", "to"} and value in ruleset.facts:
        yield value
        fact = ruleset.facts[value]
        if isinstance(fact, ShareFact):
            yield from (name for name in (fact.part, fact.whole) if name in ruleset.facts)


def _fills(ruleset: Ruleset) -> Mapping[str, tuple[str, ...]]:
    """Return the shares that each count fills."""
    fills: dict[str, tuple[str, ...]] = {}
    for key, fact in ruleset.facts.items():
        for name in (fact.part, fact.whole) if isinstance(fact, ShareFact) else ():
            if name is not None:
                fills[name] = (*fills.get(name, ()), key)
    return fills
