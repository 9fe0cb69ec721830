"""A span is all a value may still be: between two ends, each open or closed, either of which may be missing.

A known value is a span of one point. Truths are 0 (false), 1 (open) and 2 (true).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

NO, MAYBE, YES = 0, 1, 2


@dataclass(frozen=True)
class Span:
    """Everything between ``low`` and ``high``; nothing for an end that is missing."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def minus(self, other: Span) -> Span:
        """Return all differences of a value here and a value there."""
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return Span(low, high, self.low_open or other.high_open, self.high_open or other.low_open)

    def plus(self, other: Span) -> Span:
        """Return all sums of a value here and a value there."""
        return self.minus(Span(_mirror(other.high), _mirror(other.low), other.high_open, other.low_open))

    @property
    def known(self) -> bool:
        """Tell whether only one value is left."""
        return self.low is not None and self.low == self.high


#: What may be anything at all.
ANYTHING = Span()


def _mirror(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end


def point(value: int | Fraction) -> Span:
    """Return the span of one known value."""
    return Span(Fraction(value), Fraction(value))


def hull(values: list[Fraction]) -> Span:
    """Return the smallest closed span that holds some values."""
    return Span(min(values), max(values))


def is_positive(span: Span) -> int:
    """Tell whether every, some or no value is above zero."""
    if span.low is not None and (span.low > 0 or (span.low == 0 and span.low_open)):
        return YES
    return NO if span.high is not None and span.high <= 0 else MAYBE


def is_negative(span: Span) -> int:
    """Tell whether every, some or no value is below zero."""
    if span.high is not None and (span.high < 0 or (span.high == 0 and span.high_open)):
        return YES
    return NO if span.low is not None and span.low >= 0 else MAYBE


def holds(word: str, value: Span, limit: Span) -> int:
    """Tell whether a value passes a test against a limit."""
    gap = value.minus(limit)
    if word in ("at_least", "on_or_after"):
        return YES - is_negative(gap)
    if word in ("at_most", "on_or_before"):
        return YES - is_positive(gap)
    if word in ("more_than", "after"):
        return is_positive(gap)
    if word in ("less_than", "before"):
        return is_negative(gap)
    if word == "is":
        return YES - max(is_positive(gap), is_negative(gap))
    raise ValueError(word)
