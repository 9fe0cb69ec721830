"""Marks: the sign and the tone that go with an outcome. A sign never stands without its word."""

from __future__ import annotations

from types import MappingProxyType

from smartvillage._reporting.blocks import Span, Tone

_MARKS = MappingProxyType({
    "met": Span("✓", Tone.GOOD),
    "not_met": Span("✗", Tone.BAD),
    "not_assessable": Span("?", Tone.OPEN),
    "unknown": Span("?", Tone.OPEN),
    "open": Span("?", Tone.OPEN),
    "not_applicable": Span("–", Tone.MUTED),
    "measured": Span("•", Tone.MUTED),
})  # fmt: skip

#: The sign of a plain list, which says nothing of its own.
BULLET = Span("•", Tone.MUTED)


def mark(outcome: str | None) -> Span:
    """Return the sign of an outcome or of a step's truth; what has no outcome was measured."""
    return _MARKS["measured" if outcome is None else outcome]


def tone(outcome: str | None) -> Tone:
    """Return the tone of an outcome or of a step's truth; what has no outcome is plain."""
    return Tone.PLAIN if outcome is None else _MARKS[outcome].tone


def joined(parts: list[Span], between: str = " · ") -> tuple[Span, ...]:
    """Put spans on one line with a muted sign between them."""
    line: list[Span] = []
    for part in parts:
        line += [Span(between, Tone.MUTED), part] if line else [part]
    return tuple(line)
