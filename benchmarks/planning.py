"""A hundred activities planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from measure import Row, seconds

import smartvillage as sv

ACTIVITIES = 100


def ruleset() -> dict[str, Any]:
    """Make a ruleset of fifty criteria, two ways each, every fifth activity shared with its neighbour."""
    half = ACTIVITIES // 2

    def activity(i: int) -> dict[str, Any]:
        effects = [{"fact": f"f{i % half}"}, *([{"fact": f"f{(i + 1) % half}"}] if i % 5 == 0 else [])]
        return {
            "title": f"A{i}", "kind": "locality", "owner": "officer", "duration": f"{3 + i % 9} working days",
            "cost": f"{1 + (i * 7919) % 53} triệu đồng", "effects": effects,
        }  # fmt: skip

    return {
        "ruleset": {
            "id": "many", "title": "T", "version": "1.0.0", "basis": "assumed", "source": "ours",
            "period": {"from": "2024-01-01", "until": "2024-12-31"},
        },
        "sources": {"ours": {"type": "own", "issuer": "T", "seen": True}},
        "roles": {"officer": {"title": "T"}},
        "facts": {f"f{i}": {"type": "flag"} for i in range(half)},
        "criteria": [{"id": f"c{i}", "title": "T", "rule": {"fact": f"f{i}"}} for i in range(half)],
        "decisions": {"recognised": {"main": True, "if": {"met": "all", "at_least": "80 %"}}},
        "activities": {f"a{i}": activity(i) for i in range(ACTIVITIES)},
    }  # fmt: skip


def rows(rounds: int) -> Iterator[Row]:
    """Measure one plan from a village in which nothing is done yet."""
    loaded = sv.load_ruleset(ruleset())
    village = sv.load_village(
        {
            "village": {"id": "v", "name": "V", "kind": "hamlet"},
            "ruleset": "many",
            "as_of": "2024-01-02",
            "facts": {f"f{i}": False for i in range(ACTIVITIES // 2)},
        }
    )
    sv.roadmap(loaded, village, until=date(2024, 12, 31))
    took = min(seconds(lambda: sv.roadmap(loaded, village, until=date(2024, 12, 31))) for _ in range(rounds))
    yield Row(f"plan {ACTIVITIES} activities (80 % of 50 criteria)", f"{took:.2f} s", "well under 1 s", took <= 0.7)
