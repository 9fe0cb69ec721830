"""Loading and validating the shipped set, against what libyaml alone needs to compose the same text."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from measure import Row, in_turn, ratio_row

import smartvillage as sv

SHIPPED = "dong-thap-2021-2025"


def rows(rounds: int) -> Iterator[Row]:
    """Measure the shipped set."""
    folder = sv.rulesets()[SHIPPED]
    files = [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("criteria/*.yaml"))]
    texts = [path.read_text("utf-8") for path in files]

    def compose() -> None:
        for text in texts:
            yaml.compose(text, Loader=yaml.CSafeLoader)

    ours, theirs = in_turn(lambda: sv.load_ruleset(SHIPPED), compose, rounds=rounds)
    lines = sum(text.count("\n") for text in texts)
    yield ratio_row(f"load and validate the shipped set ({lines} lines) / libyaml compose", ours, theirs, 3)
