"""Exact numbers as text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartvillage.exact import decimals_of, exact_text, read_exact, simplify


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (-5, "-5"),
        (0, "0"),
        (Fraction(7, 10), "0.7"),
        (Fraction(-7, 10), "-0.7"),
        (Fraction(117, 133), "117/133"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(1, 1024), "0.0009765625"),
        (Fraction(4, 2), "2"),
        (Fraction(1001, 1000), "1.001"),
    ],
)
def test_text(value: Fraction, text: str) -> None:
    """Whole numbers, decimals that end, and fractions where they do not."""
    assert exact_text(value) == text


@given(st.fractions())
def test_nothing_is_lost(value: Fraction) -> None:
    """Reading back gives the very number."""
    assert read_exact(exact_text(value)) == value


@given(st.fractions())
def test_whole_is_int(value: Fraction) -> None:
    """A whole number comes back as an int."""
    assert isinstance(read_exact(exact_text(value)), int) == (value.denominator == 1)
    assert isinstance(simplify(value), int) == (value.denominator == 1)


@pytest.mark.parametrize("text", ["", "1/0", "1e5", "1,5", "nan", "0x1", " 1", "1/2/3", "1" * 500, "1/-2", "１"])
def test_refused(text: str) -> None:
    """Only what is written here is read."""
    with pytest.raises(ValueError, match="not an exact number"):
        read_exact(text)


def test_decimals() -> None:
    """Decimals are counted where they end."""
    assert [decimals_of(value) for value in (3, Fraction(1, 8), Fraction(1, 50), Fraction(1, 3))] == [0, 3, 2, None]
