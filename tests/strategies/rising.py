"""Rules that can only gain, and villages in which things get better."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st
from oracle.literals import number
from strategies.palette import LEVELS, LISTS, PERCENTS, Plain, facts
from strategies.rules import fact_conditions
from strategies.rulesets import skeleton

SHARES = ("rate", "rate_of_files", "users_share")


@st.composite
def rising_conditions(draw: st.DrawFn, *, depth: int = 2) -> Plain:
    """Draw a condition in which every fact pulls upwards."""
    head = draw(st.sampled_from(["fact"] * 3 + ["count"] * 2 + ["all_of", "any_of", "several"] * bool(depth)))
    if head == "fact":
        return draw(fact_conditions(rising=True))
    if head == "count":
        field, tests = draw(st.sampled_from([("wifi", True), ("seats", {"at_least": 2}), ("rank", {"more_than": "2"})]))
        return {"count": draw(st.sampled_from(LISTS)), "where": {field: tests}, "at_least": draw(_amounts)}
    parts = draw(st.lists(rising_conditions(depth=depth - 1), min_size=1, max_size=3))
    return {"count": parts, "at_least": draw(st.integers(1, len(parts)))} if head == "several" else {head: parts}


_amounts = st.sampled_from(["all", 1, 2, "50 %", "unknown"])


@st.composite
def rising_rulesets(draw: st.DrawFn) -> Plain:
    """Draw a ruleset in which doing better can only help."""
    ruleset = skeleton(draw(facts()))
    ruleset["criteria"] = [
        {"id": f"{n}", "title": f"Tiêu chí {n}", "group": "one", "rule": draw(rising_conditions())}
        for n in range(1, draw(st.integers(1, 4)) + 1)
    ]
    limit = draw(st.sampled_from(["all", 1, "50 %"]))
    ruleset["decisions"] = {"recognised": {"main": True, "if": {"met": "all", "at_least": limit}}}
    return ruleset


@st.composite
def improved(draw: st.DrawFn, village: Plain) -> Plain:
    """Let things that are known get better: none gets worse and nothing is newly known."""
    better = deepcopy(village)
    for fact, line in village["facts"].items():
        if draw(st.booleans()):
            better["facts"][fact] = draw(_better(fact, line))
    if better["facts"].get("users", 0) > better["facts"].get("people", 0):
        better["facts"] |= {key: village["facts"][key] for key in ("users", "people") if key in village["facts"]}
    return better


@st.composite
def _better(draw: st.DrawFn, fact: str, line: Any) -> Any:
    if fact in LISTS and isinstance(line, list):
        return [draw(_better_entity(item)) for item in line]
    if line is False and fact != "licence":
        return True
    ways: dict[str, st.SearchStrategy[Any]] = {}
    if not isinstance(line, (dict, bool)):
        above = [text for text in PERCENTS if fact in SHARES and number(text) >= number(line)]
        ways = dict.fromkeys(SHARES, st.sampled_from([line, *above]))
        ways |= {"stars": st.sampled_from(LEVELS[-2:]), "area": st.sampled_from([line, "1.234,5 ha"])}
        ways |= {"users": st.integers(0, 3).map(lambda more: line + more)}
        ways["stars"] = ways["stars"].map(lambda level: max(level, line, key=LEVELS.index))
    return draw(ways.get(fact, st.just(line)))


@st.composite
def _better_entity(draw: st.DrawFn, item: Plain) -> Plain:
    gains = {"wifi": True, "seats": item.get("seats", 0) + draw(st.integers(0, 3)), "rank": LEVELS[-1]}
    return item | {key: gain for key, gain in gains.items() if key in item and draw(st.booleans())}
