"""Sameness: what an entry leans on is found in whichever section it stands."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from smartvillage import diff

Plain = dict[str, Any]

SET: Plain = {
    "ruleset": {
        "id": "thu", "title": "Bộ thử", "version": "1.0.0", "subject": "hamlet", "basis": "assumed", "source": "ours",
        "period": {"from": "2023-01-01", "until": "2025-12-31"},
    },
    "sources": {"ours": {"type": "own", "issuer": "chúng tôi", "seen": True}},
    "scales": {"rank": ["1", "2", "3"], "upside_down": ["3", "2", "1"]},
    "limits": {"people": {"value": 5}},
    "facts": {"rank": {"type": "level", "scale": "rank"}, "people": {"type": "count"}},
    "measures": {"rank": {"grade": {"of": {"fact": "people"}, "scale": "rank", "levels": {"2": 5, "3": 10}}}},
    "criteria": [
        {"id": "1", "title": "Một", "rule": {"fact": "rank", "at_least": "2"}},
        {"id": "2", "title": "Hai", "rule": {"fact": "people", "at_least": {"limit": "people"}}},
        {"id": "3", "title": "Ba", "rule": {"measure": "rank", "at_least": "2"}},
    ],
    "decisions": {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}},
}  # fmt: skip


@pytest.mark.parametrize(("entry", "key", "value", "shown"), [
    ("facts/rank", "scale", "upside_down", ["1"]),
    ("measures/rank", "grade", {**SET["measures"]["rank"]["grade"], "levels": {"2": 6, "3": 10}}, ["3"]),
    ("limits/people", "value", 6, ["2"]),
])  # fmt: skip
def test_what_bears_the_name_of_another_thing_shows_itself_too(
    entry: str, key: str, value: Any, shown: list[str]
) -> None:
    """A fact, a limit, a measure and a scale may share a name; a change of any shows in what leans on it."""
    after = deepcopy(SET)
    section, name = entry.split("/")
    after[section][name][key] = value
    changed = [one for one in diff(SET, after).changes if one.section == "criteria" and one.kind != "editorial"]
    assert [(one.id, one.because) for one in changed] == [(criterion, (entry,)) for criterion in shown]
