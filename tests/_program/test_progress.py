"""Progress of a village: only what has happened, in the order in which it happens."""

from __future__ import annotations

from typing import Any

import pytest

import smartvillage

RULESET: dict[str, Any] = {
    "ruleset": {
        "id": "small", "title": "Nhỏ", "version": "1.0.0", "basis": "assumed", "source": "ours",
        "period": {"from": "2024-01-01", "until": "2025-12-31"},
    },
    "sources": {"ours": {"type": "own", "issuer": "T", "seen": True}},
    "roles": {"chair": {"title": "Chủ tịch"}},
    "facts": {"a": {"type": "flag"}},
    "criteria": [{"id": "1", "title": "Một", "rule": {"fact": "a"}}],
    "decisions": {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}},
    "activities": {"x": {"title": "X", "kind": "locality", "owner": "chair", "duration": "5 working days",
                         "effects": [{"fact": "a"}]}},
}  # fmt: skip


def told(step: dict[str, str]) -> list[tuple[str, str | None]]:
    """Evaluate a village with one activity's progress; return the codes and paths of what is refused."""
    village = {
        "village": {"id": "v", "name": "V", "kind": "hamlet"}, "ruleset": "small", "as_of": "2024-03-31",
        "facts": {"a": True}, "progress": {"x": step},
    }  # fmt: skip
    try:
        smartvillage.evaluate(RULESET, village)
    except smartvillage.VillageError as error:
        return [(fault.code, fault.path) for fault in error.diagnostics]
    return []


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"started": "2024-03-08", "done": "2024-03-08"}, []),
        ({"started": "2024-03-31", "done": "2024-03-31"}, []),
        ({"done": "2024-03-08"}, []),
        ({"started": "2024-03-08", "done": "2024-03-07"}, [("SV625", "progress/x/done")]),
        ({"started": "2024-04-01"}, [("SV626", "progress/x/started")]),
        ({"done": "2024-04-01"}, [("SV626", "progress/x/done")]),
        (
            {"started": "2024-04-02", "done": "2024-04-01"},
            [("SV626", "progress/x/started"), ("SV626", "progress/x/done"), ("SV625", "progress/x/done")],
        ),
    ],
)
def test_days_of_progress(step: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """One day may be both, and the day of the figures itself has happened."""
    assert sorted(told(step)) == sorted(expected)
