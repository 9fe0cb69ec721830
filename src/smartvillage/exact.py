"""Exact numbers and their text: ``5``, ``0.7``, ``117/133``, the same in every language.

The rule: a number is an ``int``, or a ``Fraction`` where it is not whole; writing and reading back loses nothing.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Fraction

_EXACT = re.compile(r"-?\d{1,400}(?:\.\d{1,400}|/0*[1-9]\d{0,400})?", re.ASCII)


def simplify(value: Exact) -> Exact:
    """Write a whole fraction as an int."""
    return value.numerator if value.denominator == 1 else value


def exact_text(value: Exact) -> str:
    """Write a number so that nothing is lost: ``5``, ``0.7`` or ``117/133``, the same in every language.

    >>> exact_text(Fraction(7, 10)), exact_text(Fraction(117, 133))
    ('0.7', '117/133')
    """
    if value.denominator == 1:
        return str(value.numerator)
    decimals = decimals_of(value)
    if decimals is None:
        return f"{value.numerator}/{value.denominator}"
    scaled = abs(value.numerator) * 10**decimals // value.denominator
    whole, rest = divmod(scaled, 10**decimals)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{decimals}}"


def decimals_of(value: Exact) -> int | None:
    """Count the decimals a number needs; nothing if they never end."""
    left, twos, fives = value.denominator, 0, 0
    while left % 2 == 0:
        left, twos = left // 2, twos + 1
    while left % 5 == 0:
        left, fives = left // 5, fives + 1
    return max(twos, fives) if left == 1 else None


def read_exact(text: str) -> Exact:
    """Read back what ``exact_text`` wrote."""
    if not _EXACT.fullmatch(text):
        message = f"not an exact number: {text[:60]!r}"
        raise ValueError(message)
    return simplify(Fraction(text))
