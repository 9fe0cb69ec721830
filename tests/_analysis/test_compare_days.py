"""Comparing what turns on days: days of every year, limits of a decision that change with the years."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from smartvillage import diff, load_ruleset
from smartvillage.model.comparison import Change

Plain = dict[str, Any]

SET: Plain = {
    "ruleset": {
        "id": "thu", "title": "Bộ thử", "version": "1.0.0", "subject": "hamlet", "basis": "assumed", "source": "ours",
        "period": {"from": "2023-01-01", "until": "2025-12-31"},
    },
    "sources": {"ours": {"type": "own", "issuer": "chúng tôi", "seen": True}},
    "facts": {"asked": {"type": "date"}, "wifi": {"type": "flag"}},
    "criteria": [
        {"id": "1", "title": "Một", "rule": {"fact": "asked", "before": {"month": 12, "day": 1, "year": "previous"}}},
        {"id": "2", "title": "Hai", "rule": {"fact": "wifi"}},
    ],
    "decisions": {"recognised": {"main": True, "if": {"met": "all", "at_least": {"dated": [
        {"from": "2023-01-01", "until": "2023-12-31", "value": 1}, {"from": "2024-01-01", "value": 1},
    ]}}}},
}  # fmt: skip


def told(path: str, value: Any) -> Change:
    """Return the one change where one part of the set is another."""
    after = deepcopy(SET)
    *steps, last = path.split("/")
    part: Any = after
    for step in steps:
        part = part[int(step)] if isinstance(part, list) else part[step]
    part[last] = value
    (change,) = diff(SET, after).changes
    return change


def test_an_earlier_day_of_every_year_is_stricter() -> None:
    """Who asked on the first of November is in time before and no more afterwards."""
    change = told("criteria/0/rule/before/month", 11)
    assert change.kind == "stricter"
    assert change.witness is not None
    assert change.witness.facts["asked"] == "2022-11-01"


def test_a_later_year_is_looser() -> None:
    """The first of December of this year is a year later than that of the year before."""
    change = told("criteria/0/rule/before/year", "this")
    assert change.kind == "looser"
    assert change.witness is not None
    assert change.witness.facts["asked"] == "2022-12-01"


def test_a_limit_of_a_decision_that_changes_in_a_later_year_alone() -> None:
    """A decision is tried on a day of each of the periods that its own limits have."""
    change = told("decisions/recognised/if/at_least/dated/1/value", 2)
    assert change.kind == "stricter"
    assert change.witness is not None
    assert str(change.witness.on) == "2024-01-01"


def test_an_amendment_is_tried_from_its_own_day() -> None:
    """A village that shows what an amendment changes is judged on a day on which the amendment is made."""
    overlay = {
        "overlay": {
            "id": "sua", "title": "Sửa", "version": "1.0.0", "extends": "thu", "basis": "assumed", "source": "ours",
            "in_force": {"from": "2024-07-01"},
        },
        "edits": [{"set": "criteria/2/rule", "to": {"not": {"fact": "wifi"}}, "because": "thử"}],
    }  # fmt: skip
    amended = load_ruleset(SET, overlays=[overlay])

    [change] = diff(SET, amended, on="2025-01-01").changes
    assert change.witness is not None
    assert change.witness.on.isoformat() == "2024-07-01"
    assert diff(SET, amended, on="2024-06-30").changes == ()
