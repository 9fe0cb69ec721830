"""Spelling: an exact number as the text its fact's type gives it, and the titles of what rules refer to.

INVARIANT (one way): a level or a code is its id, a day is ISO, a truth is ``true`` or ``false``, all else exact digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from smartvillage._program.interval import Interval
from smartvillage._program.literal import SpanFact
from smartvillage.exact import exact_text
from smartvillage.model.explanation import Asked, Cited, Form, Span
from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    DateFact,
    FlagFact,
    JudgementFact,
    LevelFact,
    QuantityFact,
    RecordFact,
    ResultFact,
    ShareFact,
)
from smartvillage.truth import TRUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage._program.literal import Tables
    from smartvillage._program.nodes import Exact
    from smartvillage.model.base import Text
    from smartvillage.model.basis import Citation
    from smartvillage.model.ruleset import Ruleset, Source

_FORMS: dict[type[AnyFact], Form] = {
    FlagFact: "truth", JudgementFact: "truth", RecordFact: "truth", ResultFact: "truth",
    ShareFact: "percent", LevelFact: "level", ChoiceFact: "code", DateFact: "day", SpanFact: "days",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speller:
    """How the values of one fact are written, and what they are called."""

    form: Form
    unit: str = ""
    words: tuple[str, ...] = ()
    """Levels or codes in the order of their numbers."""

    def text(self, value: Exact) -> str:
        """Write a value."""
        match self.form:
            case "truth":
                return "true" if value == TRUE else "false"
            case "level" | "code":
                place = int(value)
                return self.words[place] if 0 <= place < len(self.words) else ""
            case "day":
                return date.fromordinal(int(value)).isoformat()
            case _:
                return exact_text(value)

    def span(self, domain: Interval | None) -> Span | None:
        """Write between what an open value lies; nothing for a truth."""
        if domain is None:
            return None
        low, high = (None if end is None else self.text(end) for end in (domain.low, domain.high))
        return Span(low=low, high=high, low_open=domain.low_open, high_open=domain.high_open)


def speller(fact: AnyFact, tables: Tables) -> Speller:
    """Return how a fact's values are written."""
    match fact:
        case LevelFact():
            return Speller("level", words=tables.levels(fact))
        case ChoiceFact():
            return Speller("code", words=tables.choices(fact))
        case QuantityFact():
            return Speller("number", unit="" if fact.unit == "1" else fact.unit)
        case _:
            return Speller(_FORMS.get(type(fact), "number"))


def value_title(fact: AnyFact, value: Exact, ruleset: Ruleset) -> Text | None:
    """Return what a level or a code is called, where the ruleset says."""
    place = int(value)
    match fact:
        case LevelFact():
            scale = ruleset.scales.get(fact.scale, ())
            return scale[place].title if 0 <= place < len(scale) else None
        case ChoiceFact() if isinstance(fact.codes, str):
            titles = tuple(ruleset.codes.get(fact.codes, {}).values())
            return titles[place] if 0 <= place < len(titles) else None
        case _:
            return None


def cited(sources: Mapping[str, Source], citation: Citation | None) -> Cited | None:
    """Return a citation with what is printed of its source."""
    if citation is None:
        return None
    source = sources.get(citation.id)
    if source is None:
        return Cited(id=citation.id, item=citation.item, quote=citation.quote)
    return Cited(
        id=citation.id, item=citation.item, quote=citation.quote, number=source.number, title=source.title,
        issuer=source.issuer, date=source.date, seen=source.seen,
    )  # fmt: skip


def asked(ruleset: Ruleset, role: str | None) -> Asked | None:
    """Return a role that may know, with its title."""
    if role is None:
        return None
    known = ruleset.roles.get(role)
    return Asked(role=role, title=None if known is None else known.title)
