"""What people write, read the plain way: Vietnamese numbers, percents, counts, levels and days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

Plain = dict[str, Any]


def number(raw: Any) -> Fraction:
    """Read ``12``, ``1.234,5 ha``, ``87,9 %`` or ``3/4`` exactly; a float counts as its shortest text."""
    if isinstance(raw, float):
        return Fraction(Decimal(repr(raw)))
    if not isinstance(raw, str):
        return Fraction(raw)
    text = raw.strip()
    if text.endswith("%"):
        return number(text[:-1]) / 100
    if "/" in text:
        part, whole = text.split("/")
        return Fraction(int(part), int(whole))
    return Fraction(Decimal(text.split(" ")[0].replace(".", "").replace(",", ".")))


def is_percent(raw: Any) -> bool:
    """Tell whether a limit is a share of the whole: a percent, or ``all``."""
    return isinstance(raw, str) and (raw == "all" or raw.strip().endswith("%"))


def day_number(raw: Any) -> Fraction:
    """Read an ISO day as its number."""
    return Fraction((raw if isinstance(raw, date) else date.fromisoformat(raw)).toordinal())


def scale_of(ruleset: Plain, decl: Plain) -> list[str]:
    """Return the level ids of a fact's scale, lowest first."""
    return [level["id"] if isinstance(level, dict) else level for level in ruleset["scales"][decl["scale"]]]


def read(ruleset: Plain, decl: Plain, raw: Any) -> Fraction:
    """Read a literal as the fact it belongs to reads it."""
    if decl["type"] == "level":
        return Fraction(scale_of(ruleset, decl).index(str(raw)))
    if decl["type"] == "date":
        return day_number(raw)
    return number(raw)
