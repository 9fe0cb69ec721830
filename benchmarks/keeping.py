"""Keeping ten thousand results, against making and dropping them: the garbage collector is what hurts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from measure import Row, in_turn, ratio_row, settle

import smartvillage as sv

VILLAGE = Path(__file__).parents[1] / "examples" / "an-phu" / "village.yaml"
RESULTS = 10_000


def rows(rounds: int) -> Iterator[Row]:
    """Measure evaluate with its results kept and dropped."""
    village = sv.load_village(VILLAGE)
    ruleset = sv.load_ruleset(village.ruleset)

    def keep() -> int:
        settle()
        return len([sv.evaluate(ruleset, village) for _ in range(RESULTS)])

    def drop() -> None:
        settle()
        for _ in range(RESULTS):
            sv.evaluate(ruleset, village)

    yield ratio_row(f"keep {RESULTS} results / make and drop them", *in_turn(keep, drop, rounds=min(rounds, 3)), 1.3)
