"""Criteria over a few open things that are named more than once, so that what is open here is tied to what is there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

from hypothesis import strategies as st
from strategies.palette import LEVELS, REGIONS, Plain
from strategies.rulesets import skeleton

#: For every kind of open thing values that stand for all it may be: each edge of a rule, and one between any two.
GRID: Plain = {
    "flag": [True, False],
    "count": [0, 1, 2, 3, 4],
    "share": ["0 %", "10 %", "25 %", "40 %", "50 %", "60 %", "100 %"],
    "limit": ["10 %", "25 %", "40 %", "50 %", "60 %", "100 %"],
    "level": LEVELS,
    "choice": REGIONS,
    "method": [True, False],
}
_FACTS: Plain = {
    "f0": {"type": "flag"},
    "f1": {"type": "flag"},
    "n": {"type": "count"},
    "rate": {"type": "share"},
    "stars": {"type": "level", "scale": "stars"},
    "region": {"type": "choice", "codes": "region"},
}


@dataclass(frozen=True)
class Doubt:
    """One criterion and a village of which little is known."""

    ruleset: Plain
    village: Plain

    def open_paths(self) -> list[str]:
        """Return the paths of everything that is open: facts the rule reads, unseen limits and missing methods."""
        rule = self.ruleset["criteria"][0]["rule"]
        return sorted(set(_open_in(rule, "criteria/1/rule", self.village["facts"])))

    def values(self, path: str) -> list[Any]:
        """Return values that stand for all an open thing may be."""
        if path.startswith("facts/"):
            return list(GRID[_FACTS[path.removeprefix("facts/")]["type"]])
        return list(GRID["limit" if path.endswith("/at_least") else "method"])

    def completed(self, values: dict[str, Any]) -> tuple[Plain, Plain]:
        """Return ruleset and village with values for some open paths."""
        facts = {path.removeprefix("facts/"): value for path, value in values.items() if path.startswith("facts/")}
        village = {**self.village, "facts": {**self.village["facts"], **facts, "granted": True, "refused": False}}
        criterion = self.ruleset["criteria"][0]
        rule = _settled(criterion["rule"], "criteria/1/rule", values)
        return {**self.ruleset, "criteria": [{**criterion, "rule": rule}]}, village

    def completions(self, paths: list[str]) -> list[dict[str, Any]]:
        """Return every way to give values to some paths."""
        return [dict(zip(paths, way, strict=True)) for way in product(*(self.values(path) for path in paths))]


def _open_in(rule: Plain, path: str, facts: Plain) -> list[str]:
    for head in ("all_of", "any_of", "count"):
        if head in rule:
            return [found for part in rule[head] for found in _open_in(part, f"{path}/{head}/{part['id']}", facts)]
    if "not" in rule:
        return _open_in(rule["not"], f"{path}/not", facts)
    if "no_method" in rule:
        return [path]
    found = [f"{path}/at_least"] if rule.get("at_least") == "unknown" else []
    found += [f"facts/{rule['fact']}"] if rule["fact"] not in facts else []
    return found


def _settled(rule: Plain, path: str, values: dict[str, Any]) -> Plain:
    for head in ("all_of", "any_of", "count"):
        if head in rule:
            parts = [_settled(part, f"{path}/{head}/{part['id']}", values) for part in rule[head]]
            return {**rule, head: parts}
    if "not" in rule:
        return {**rule, "not": _settled(rule["not"], f"{path}/not", values)}
    if path in values:
        return {"fact": "granted" if values[path] else "refused"}
    return {**rule, "at_least": values[f"{path}/at_least"]} if f"{path}/at_least" in values else rule


@st.composite
def _conditions(draw: st.DrawFn, names: list[str], depth: int) -> Plain:
    name = f"c{len(names)}"
    names.append(name)
    head = draw(st.sampled_from(["fact"] * 4 + ["all_of", "any_of", "count", "not", "no_method"] * bool(depth)))
    if head == "fact":
        leaf = st.one_of(
            st.sampled_from([{"fact": "f0"}, {"fact": "f1"}, {"fact": "f0", "is": False}]),
            st.builds(lambda n: {"fact": "n", "at_least": n}, st.integers(1, 3)),
            st.builds(lambda n: {"fact": "n", "at_most": n}, st.integers(1, 3)),
            st.sampled_from([{"fact": "rate", word: limit} for word in ("at_least", "less_than") for limit in _SHARES]),
            st.just({"fact": "rate", "at_least": "unknown"}),
            st.sampled_from([{"fact": "stars", "at_least": "2"}, {"fact": "stars", "less_than": "3"}]),
            st.sampled_from([{"fact": "region", "is": code} for code in REGIONS]),
        )
        return {"id": name, **draw(leaf)}
    if head == "no_method":
        return {"id": name, "no_method": "no_guidance"}
    if head == "not":
        return {"id": name, "not": draw(_conditions(names, depth - 1))}
    parts = [draw(_conditions(names, depth - 1)) for _ in range(draw(st.integers(2, 3)))]
    more = {"at_least": draw(st.integers(1, len(parts)))} if head == "count" else {}
    return {"id": name, head: parts, **more}


_SHARES = ["25 %", "50 %"]


@st.composite
def doubts(draw: st.DrawFn) -> Doubt:
    """Draw one criterion of at most four open things, and a village that leaves them open."""
    ruleset = skeleton({**_FACTS, "granted": {"type": "flag"}, "refused": {"type": "flag"}})
    rule = {key: part for key, part in draw(_conditions([], 2)).items() if key != "id"}
    ruleset["criteria"] = [{"id": "1", "title": "Tiêu chí 1", "group": "one", "rule": rule}]
    ruleset["decisions"] = {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}}
    known = {"f0": True, "n": 2, "rate": "50 %", "stars": "2", "region": "delta"}
    facts = {fact: known[fact] for fact in draw(st.sets(st.sampled_from(sorted(known)), max_size=3))}
    village = {
        "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
        "ruleset": "made-up",
        "as_of": "2024-03-31",
        "facts": facts,
    }
    return Doubt(ruleset, village)
