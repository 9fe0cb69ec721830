"""The facts that random rulesets speak of: one or two of every type, so that rules and villages meet often."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Plain = dict[str, Any]

LEVELS = ["1", "2", "3", "4"]
REGIONS = ["mountain", "delta", "city"]
#: What a percent may be, in rules and in villages: few, so that edges are met.
PERCENTS = ["10 %", "25 %", "50 %", "62,5 %", "75 %", "87,9 %", "100 %"]
DAYS = ["2023-06-30", "2024-02-29", "2024-03-31", "2024-09-02"]

_FIELDS: Plain = {
    "wifi": {"type": "flag"},
    "seats": {"type": "count"},
    "covered": {"type": "share"},
    "rank": {"type": "level", "scale": "stars"},
    "region": {"type": "choice", "codes": "region"},
}
_FACTS: Plain = {
    "flag_a": {"type": "flag"},
    "flag_b": {"type": "flag"},
    "view": {"type": "judgement"},
    "paper": {"type": "document"},
    "licence": {"type": "certificate", "fields": {"seats": {"type": "count"}, "wifi": {"type": "flag"}}},
    "people": {"type": "count"},
    "users": {"type": "count"},
    "users_share": {"type": "share", "part": "users", "whole": "people"},
    "rate": {"type": "share"},
    "rate_of_files": {"type": "share"},
    "area": {"type": "quantity", "unit": "ha", "min": "0 ha"},
    "stars": {"type": "level", "scale": "stars"},
    "region": {"type": "choice", "codes": "region"},
    "opened": {"type": "date"},
    "closed": {"type": "date"},
    "places": {"type": "list", "fields": _FIELDS},
    "schools": {"type": "list", "fields": _FIELDS},
}
NUMBERS = ("people", "users", "users_share", "rate", "rate_of_files", "area", "stars")
FLAGS = ("flag_a", "flag_b", "view", "paper", "licence")
LISTS = ("places", "schools")


@st.composite
def facts(draw: st.DrawFn) -> Plain:
    """Declare the facts; some ask of the commune, some grow stale."""
    declared = {key: dict(decl) for key, decl in _FACTS.items()}
    for key in draw(st.sets(st.sampled_from(sorted(set(declared) - {"people", "users", "users_share"})), max_size=3)):
        declared[key]["scope"] = "commune"
    for key in draw(st.sets(st.sampled_from(["flag_a", "rate", "stars", "paper"]), max_size=2)):
        declared[key]["fresh_for"] = "12 months"
    return declared
