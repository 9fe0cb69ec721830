"""Whatever a village says, it is read or refused with places; nothing else ever happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartvillage._evaluation.assess import assess
from smartvillage._program.bind import bind
from smartvillage._program.lower import lower
from smartvillage.errors import VillageError

Make = Callable[..., Any]
DAY = date(2024, 3, 31)
FACTS: dict[str, Any] = {
    "flag": {"type": "flag", "fresh_for": "12 months"},
    "view": {"type": "judgement"},
    "paper": {"type": "document", "fields": {"size": {"type": "count"}, "part": {"type": "share"}}},
    "count": {"type": "count", "max": "9"},
    "area": {"type": "quantity", "unit": "ha"},
    "share": {"type": "share", "part": "count", "whole": "whole"},
    "whole": {"type": "count"},
    "stars": {"type": "level", "scale": "stars"},
    "region": {"type": "choice", "codes": ["a", "b"]},
    "opened": {"type": "date"},
    "places": {"type": "list", "fields": {"wifi": {"type": "flag"}, "seats": {"type": "count"}}},
}
RULES: dict[str, Any] = {
    "1": {"all_of": [{"fact": "flag"}, {"fact": "view"}, {"fact": "paper", "where": {"size": {"at_least": 3}}}]},
    "2": {"any_of": [{"fact": "count", "at_least": 3}, {"fact": "area", "at_most": "3 ha"}]},
    "3": {"fact": "share", "at_least": {"by": "region", "values": {"a": "50 %", "b": "unknown"}}},
    "4": {"any_of": [{"fact": "stars", "at_least": "2"}, {"fact": "opened", "before": "2024-01-01"}]},
    "5": {"count": "places", "where": {"wifi": True, "seats": {"at_least": 2}}, "at_least": "all"},
}
KEYS = st.sampled_from([
    "value", "part", "whole", "items", "all", "number", "complete", "statements", "status", "scope", "measured_on",
    "period", "planned", "planned_for", "source", "note", "id", "name", "wifi", "seats", "size", "issued_on", "until",
    "valid_until", "from", "strange",
])  # fmt: skip
LEAVES = st.sampled_from([
    None, True, False, 0, 3, 12, -1, "3", "0/0", "3/0", "4/3", "70 %", "101 %", "1.234", "3 ha", "3 kW", "a", "b", "2",
    "planned", "existing", "commune", "hamlet", "unstated", "2023", "2024-02", "2024-03-01", "31/2/2024", "12/2023", "",
    "9" * 41, "1e9", "NaN", "Không đánh giá", "đ", 1.5, 10**45,
])  # fmt: skip
PLAIN = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=8
)


@pytest.mark.parametrize("name", FACTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=PLAIN, other=PLAIN)
def test_read_or_refused(make_ruleset: Make, make_village: Make, name: str, line: Any, other: Any) -> None:
    """A village is assessed, or all its faults have codes of their hundred and paths."""
    program = lower(make_ruleset(FACTS, RULES, scales={"stars": ["1", "2", "3"]}), DAY)
    village = make_village(**{"whole": 12, "count": other, name: line})
    try:
        counted = assess(program, bind(program, village)).counts.total
    except VillageError as error:
        faults = error.diagnostics
    else:
        assert counted == len(RULES)
        return
    assert {fault.code[:3] for fault in faults} == {"SV6"}
    assert all(fault.path.startswith("facts/") for fault in faults)
