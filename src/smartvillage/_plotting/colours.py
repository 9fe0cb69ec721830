"""Colours: what each means, the ink that can be read on it, and the sign that says the same without colour.

The rule: nothing is told by colour alone. Every colour has a sign or a word beside it, and any two that may stand in
one picture can be told apart by people who see red and green, or blue and yellow, as one; a test looks as they do.
"""

from __future__ import annotations

from types import MappingProxyType

from smartvillage.model.display import sign

#: The fill of each meaning.
COLOURS = MappingProxyType({
    "met": "#00695c",
    "not_met": "#d95f02",
    "not_assessable": "#f5d04c",
    "unknown": "#8fa3ad",
    "not_applicable": "#eef1f3",
    "proven": "#003d33",
    "unproven": "#eef1f3",
    "critical": "#8a1c4a",
    "task": "#5b9bd5",
    "slack": "#d6e6f5",
    "lead": "#1a4f8b",
    "support": "#a9cbea",
})  # fmt: skip
#: The line around every fill, so that light ones have an end on white paper.
EDGE = "#37474f"
#: The signs of what is no outcome.
_SIGNS = MappingProxyType({"critical": "◆", "lead": "●", "support": "○", "proven": "✓"})
#: Below this brightness, white ink is easier to read than black.
_DARK = 0.18


def signed(meaning: str, word: str) -> str:
    """Put the sign of a meaning before its word; some have none."""
    return f"{_SIGNS.get(meaning, sign(meaning))} {word}".strip()


def ink(fill: str) -> str:
    """Return the colour of letters on a fill."""
    return "white" if brightness(fill) < _DARK else "black"


def brightness(colour: str) -> float:
    """Return how bright a colour is, from 0 to 1 (WCAG: relative luminance)."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own numbers
