"""Exact values written as a village would write them read back as the very same numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest

from smartvillage._planning.writing import written
from smartvillage._program.literal import Tables, read_literal
from smartvillage._program.nodes import Exact
from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    CountFact,
    DateFact,
    FlagFact,
    LevelFact,
    QuantityFact,
    ShareFact,
)

VALUES: list[tuple[AnyFact, Exact]] = [
    (FlagFact(type="flag"), 2),
    (FlagFact(type="flag"), 0),
    (CountFact(type="count"), 1_234_567),
    (ShareFact(type="share"), Fraction(7, 8)),
    (ShareFact(type="share"), Fraction(117, 133)),
    (ShareFact(type="share"), 1),
    (QuantityFact(type="quantity", unit="ha"), Fraction(2513, 10)),
    (QuantityFact(type="quantity", unit="ha"), 12_345),
    (QuantityFact(type="quantity", unit="triệu đồng"), 500),
    (QuantityFact(type="quantity", unit="1"), Fraction(1, 4)),
    (LevelFact(type="level", scale="stars"), 2),
    (ChoiceFact(type="choice", codes=("old", "new")), 1),
    (DateFact(type="date"), 738_976),
]


@pytest.mark.parametrize("style", ["vi", "en"])
@pytest.mark.parametrize(("fact", "value"), VALUES)
def test_reads_back(fact: AnyFact, value: Exact, style: Literal["vi", "en"]) -> None:
    """In either style of numbers."""
    tables = Tables({"stars": ("1", "2", "3")}, {}, style, "vi")
    assert read_literal(fact, written(fact, value, tables), tables) == value
