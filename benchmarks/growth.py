"""Ten times the work takes about ten times as long: criteria, and entities of one village."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from measure import Row, seconds

import smartvillage as sv

#: Raised by the caller for sets and villages that are larger than anybody writes by hand.
LIMITS = sv.Limits(max_bytes=512 * 2**20, max_nodes=20_000_000, max_criteria=200_000, max_activities=200_000)


def ruleset_of(criteria: int) -> dict[str, Any]:
    """Make a ruleset of many criteria over as many facts, and one over a list."""
    listed = {"id": "places", "title": "T", "rule": {"count": "places", "where": {"wifi": True}, "at_least": "50 %"}}
    return {
        "ruleset": {
            "id": "large", "title": "T", "version": "1.0.0", "period": {"from": "2023-01-01"}, "basis": "assumed",
            "source": "ours",
        },
        "sources": {"ours": {"type": "own", "issuer": "T", "seen": True}},
        "facts": {
            "places": {"type": "list", "fields": {"wifi": {"type": "flag"}}},
            **{f"f{i}": {"type": "count"} for i in range(criteria)},
        },
        "criteria": [
            listed,
            *({"id": f"c{i}", "title": "T", "rule": {"fact": f"f{i}", "at_least": "3"}} for i in range(criteria)),
        ],
        "decisions": {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}},
    }  # fmt: skip


def village_of(facts: int, entities: int) -> dict[str, Any]:
    """Make a village that states every fact and lists many entities."""
    return {
        "village": {"id": "v", "name": "V", "kind": "hamlet"},
        "ruleset": "large",
        "as_of": "2024-03-31",
        "facts": {
            "places": [{"id": f"p{i}", "wifi": i % 2 == 0} for i in range(entities)],
            **{f"f{i}": i % 7 for i in range(facts)},
        },
    }


def course(criteria: int, entities: int) -> float:
    """Time loading and evaluating once."""

    def work() -> sv.Assessment:
        ruleset = sv.load_ruleset(ruleset_of(criteria), limits=LIMITS)
        return sv.evaluate(ruleset, sv.load_village(village_of(criteria, entities), limits=LIMITS))

    return seconds(work)


def rows(rounds: int) -> Iterator[Row]:
    """Measure a tenth and the whole; linear growth is ten times."""
    for name, small, large in (
        ("criteria, 1 000 → 10 000", (1_000, 10), (10_000, 10)),
        ("entities, 10 000 → 100 000", (10, 10_000), (10, 100_000)),
    ):
        first = min(course(*small) for _ in range(max(1, rounds // 3)))
        whole = min(course(*large) for _ in range(max(1, rounds // 5)))
        figure = f"{first:.2f} s → {whole:.2f} s = {whole / first:.1f}"
        yield Row(f"load and evaluate, {name}", figure, "≤ 13 (linear is 10)", whole / first <= 13)
