"""Limits: a number, a span of numbers where nobody has seen it, a row for each class, or a hole in time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from oracle.facts import Known, World, look
from oracle.literals import Plain, number, read, scale_of
from oracle.spans import ANYTHING, Span, point

#: The words of comparison, in the order of the page.
WORDS = (
    "at_least", "more_than", "at_most", "less_than", "is", "one_of", "on_or_after", "after", "on_or_before", "before",
)  # fmt: skip


@dataclass(frozen=True)
class Threshold:
    """One limit on the day: its span, its rows by class, or a hole where nothing is in force."""

    span: Span = ANYTHING
    literal: Any = None
    """As written, where it is a plain value."""
    unknown: Plain | None = None
    """The bounds as written, where nobody has seen it."""
    by: str | None = None
    rows: tuple[tuple[str, Threshold], ...] = ()
    otherwise: Threshold | None = None
    hole: bool = False
    relative: Known | None = None
    """The fact that the limit is so many times of."""

    def all_rows(self) -> list[Threshold]:
        """Return the limits of all classes."""
        return [row for _, row in self.rows] + ([self.otherwise] if self.otherwise else [])


def thresholds(world: World, limit: Any, decl: Plain | None) -> Threshold:
    """Read a limit on the day; ``decl`` is the fact it is held against, nothing for a count of things."""
    if limit == "unknown":
        limit = {"unknown": {}}
    if not isinstance(limit, dict):
        limit = {"value": limit}
    if "times" in limit:
        return _times(world, limit, decl)
    if "limit" in limit:
        return thresholds(world, world.ruleset["limits"][limit["limit"]], decl)
    if "by" in limit:
        rows = tuple((code, thresholds(world, row, decl)) for code, row in limit["values"].items())
        rest = thresholds(world, limit["otherwise"], decl) if "otherwise" in limit else None
        return Threshold(by=limit["by"], rows=rows, otherwise=rest)
    if "dated" in limit:
        return _on_the_day(world, limit["dated"], decl)
    if "unknown" in limit:
        return Threshold(span=unseen(world.ruleset, limit["unknown"] or {}, decl), unknown=limit["unknown"] or {})
    value = limit["value"]
    return Threshold(span=point(read(world.ruleset, decl, value)) if decl else Span(), literal=value)


def _times(world: World, limit: Plain, decl: Plain | None) -> Threshold:
    """So many times a fact or another limit."""
    if "limit" in limit["of"]:
        named = thresholds(world, world.ruleset["limits"][limit["of"]["limit"]], decl)
        return replace(named, span=_scaled(number(limit["times"]), named.span))
    known = look(world, limit["of"]["fact"])
    return Threshold(span=_scaled(number(limit["times"]), known.span), relative=known)


def _scaled(factor: Fraction, span: Span) -> Span:
    low, high = (None if end is None else factor * end for end in (span.low, span.high))
    return Span(low, high, span.low_open, span.high_open)


def _on_the_day(world: World, rows: list[Plain], decl: Plain | None) -> Threshold:
    for row in rows:
        since, until = row.get("from"), row.get("until")
        begun = since is None or date.fromisoformat(since) <= world.day
        if begun and (until is None or world.day <= date.fromisoformat(until)):
            return thresholds(world, row["value"], decl)
    return Threshold(hole=True)


def unseen(ruleset: Plain, bounds: Plain, decl: Plain | None) -> Span:
    """Return the span of a limit nobody has seen; where nothing is said the kind of fact gives it."""
    if decl is None:
        return Span()
    if decl["type"] == "level":
        usual = Span(Fraction(0), Fraction(len(scale_of(ruleset, decl)) - 1))
    else:
        usual = Span(Fraction(0), Fraction(1) if decl["type"] == "share" else None, low_open=True)
    low, low_open, high, high_open = usual.low, usual.low_open, usual.high, usual.high_open
    if "at_least" in bounds or "more_than" in bounds:
        low_open = "more_than" in bounds
        low = read(ruleset, decl, bounds["more_than" if low_open else "at_least"])
    if "at_most" in bounds or "less_than" in bounds:
        high_open = "less_than" in bounds
        high = read(ruleset, decl, bounds["less_than" if high_open else "at_most"])
    return Span(low, high, low_open, high_open)
