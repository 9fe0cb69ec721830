"""Random planning problems: a small ruleset with activities, a village, a deadline and a budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st
from strategies.palette import Plain
from strategies.rulesets import skeleton

FLAGS = ("f0", "f1", "f2", "f3")
_FACTS: Plain = {
    **{fact: {"type": "flag"} for fact in (*FLAGS, "spare", "noise", "granted")},
    "paper": {"type": "record"},
    "view": {"type": "judgement"},
    "n0": {"type": "count"},
    "n1": {"type": "count"},
    "rate": {"type": "share"},
    "seen": {"type": "share"},
    "stars": {"type": "level", "scale": "stars"},
    "places": {"type": "list", "fields": {"wifi": {"type": "flag"}}},
}


@dataclass(frozen=True)
class Problem:
    """What a roadmap is asked, as plain data."""

    ruleset: Plain
    village: Plain
    until: date
    budget: int | None

    @property
    def on(self) -> date:
        """The day to plan from."""
        return date.fromisoformat(self.village["as_of"])


@st.composite
def leaves(draw: st.DrawFn) -> Plain:
    """Draw a condition that can only gain when things are done."""
    return draw(
        st.one_of(
            st.sampled_from([*FLAGS, "paper", "view"]).map(lambda fact: {"fact": fact}),
            st.sampled_from([*FLAGS, "paper"]).map(lambda fact: {"fact": fact}),
            st.builds(lambda fact, n: {"fact": fact, "at_least": n}, st.sampled_from(["n0", "n1"]), st.integers(1, 4)),
            st.sampled_from(["50 %", "75 %"]).map(lambda limit: {"fact": "rate", "at_least": limit}),
            st.just({"fact": "stars", "at_least": "3"}),
            st.sampled_from(["all", "50 %", 1, 2]).map(
                lambda limit: {"count": "places", "where": {"wifi": True}, "at_least": limit}
            ),
        )
    )


#: Rules that doing things may break.
_FALLING: list[Plain] = [{"not": {"fact": "spare"}}, {"not": {"fact": "noise"}}, {"fact": "n1", "at_most": 2}]


@st.composite
def rules(draw: st.DrawFn) -> Plain:
    """Draw a criterion's rule."""
    head = draw(st.sampled_from(["leaf"] * 5 + ["any_of", "all_of", "several", "seen", "method", "falling"]))
    if head == "leaf":
        return draw(leaves())
    if head == "seen":
        return {"fact": "seen", "at_least": {"unknown": {}, "ask": "chair"}}
    if head == "falling":
        return draw(st.sampled_from(_FALLING))
    if head == "method":
        return {"no_method": "no_guidance", "ask": "chair"}
    parts = draw(st.lists(leaves(), min_size=2, max_size=3))
    return {"count": parts, "at_least": 2} if head == "several" else {head: parts}


_PLACES: list[Plain] = [{"wifi": True}, {"wifi": False}, {"wifi": False}, {"wifi": True, "status": "planned"}]
_ANYWAY: list[Plain] = [
    *({"fact": fact} for fact in (*FLAGS, "paper", "view", "spare")),
    {"fact": "n0", "add": 1},
    {"fact": "n1", "add": 2},
    {"learn": "f3"},
    {"fact": "noise", "becomes": False},
    {"learn": "seen", "hoped": "60 %"},
    {"fact": "stars", "becomes": "4"},
    {"list": "places", "add": 1, "with": {"wifi": True}},
]


@st.composite
def effects(draw: st.DrawFn, ruleset: Plain, about: Plain | None = None) -> Plain:
    """Draw one effect, for a criterion or any; no two that can be drawn ever set one fact to different values."""
    ways = _ways(about["rule"], f"criteria/{about['id']}/rule") if about else []
    for one in [] if about else ruleset["criteria"]:
        ways += _ways(one["rule"], f"criteria/{one['id']}/rule")
    effect = dict(draw(st.sampled_from(ways if about else ways + _ANYWAY)))
    sure = {"learn", "settle"} & effect.keys() or effect.get("fact") == "spare"
    if draw(st.integers(0, 6)) == 0 and not sure:
        effect["granted_by"] = "chair"
    return effect


def _ways(rule: Plain, path: str) -> list[Plain]:
    """Return effects that may help a rule; only a leaf at the top can be reached by its path."""
    parts = rule.get("all_of") or rule.get("any_of") or (rule["count"] if isinstance(rule.get("count"), list) else [])
    if parts:
        return [way for part in parts for way in _ways(part, "")]
    if "no_method" in rule:
        return [{"settle": [path]}]
    if "not" in rule or "at_most" in rule:
        return [{"fact": "noise", "becomes": False}]
    if "count" in rule:
        new = {"list": "places", "add": 1, "with": {"wifi": True}}
        return [{"list": "places", "with": {"wifi": True}}, new]
    by_fact: Plain = {
        "seen": [{"settle": [f"{path}/at_least"]}, {"learn": "seen"}],
        "rate": [{"fact": "rate", "becomes": "80 %"}],
        "stars": [{"fact": "stars", "becomes": "4"}],
        "n0": [{"fact": "n0", "reach": f"{path}/at_least"}] if path else [{"fact": "n0", "add": 2}],
        "n1": [{"fact": "n1", "reach": f"{path}/at_least"}] if path else [{"fact": "n1", "add": 1}],
    }
    found: list[Plain] = by_fact.get(rule["fact"], [{"fact": rule["fact"]}])
    return found


@st.composite
def activities(draw: st.DrawFn, ruleset: Plain, most: int) -> Plain:
    """Draw activities that need only earlier ones."""
    found: Plain = {}
    criteria = ruleset["criteria"]
    for number in range(draw(st.integers(min(len(criteria), most), most))):
        about = criteria[number] if number < len(criteria) and draw(st.integers(0, 6)) else None
        first = draw(effects(ruleset, about))
        more = [other for other in draw(st.lists(effects(ruleset), max_size=1)) if other != first]
        terms = ["1 working days", "10 working days", "30 days", "2 weeks", "1 months"]
        one: Plain = {
            "title": f"Việc {number}",
            "kind": draw(st.sampled_from(["locality", "residents", "support_from_above"])),
            "effects": [first, *more],
            "duration": draw(st.sampled_from([*terms, {"low": "5 working days", "high": "20 working days"}])),
            "owner": "chair",
            "basis": "assumed",
        }
        if draw(st.integers(0, 6)):
            millions = draw(st.integers(0, 5))
            spread = {"low": "0 triệu đồng", "high": f"{millions} triệu đồng"}
            one["cost"] = draw(st.sampled_from([f"{millions} triệu đồng", spread]))
        if found and draw(st.integers(0, 3)) == 0:
            one["after"] = [draw(st.sampled_from(sorted(found)))]
        if draw(st.integers(0, 9)) == 0:
            one["available"] = {"from": "2024-04-15", "until": draw(st.sampled_from(["2024-05-20", "2024-12-31"]))}
        found[f"a{number:02}"] = one
    return found


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a planning problem of a few activities, now and then of ten."""
    most = draw(st.sampled_from([3, 5, 7, 10]))
    ruleset = skeleton(dict(_FACTS))
    count = draw(st.integers(1, 4))
    ruleset["criteria"] = [
        {"id": f"{number}", "title": f"Tiêu chí {number}", "group": "one", "rule": draw(rules())}
        for number in range(1, count + 1)
    ]
    limit = draw(st.sampled_from(["all", "all", draw(st.integers(1, count)), "50 %"]))
    ruleset["decisions"] = {"recognised": {"main": True, "if": {"met": "all", "at_least": limit}}}
    ruleset["activities"] = draw(activities(ruleset, most))
    until = draw(st.sampled_from([date(2024, 4, 30), date(2024, 5, 31), date(2024, 12, 31), date(2025, 6, 30)]))
    return Problem(ruleset, draw(planned_villages()), until, draw(st.sampled_from([None, None, 3_000_000, 8_000_000])))


@st.composite
def planned_villages(draw: st.DrawFn) -> Plain:
    """Draw a village of which little is done yet."""
    facts: dict[str, Any] = {"granted": True}
    for fact in (*FLAGS, "paper", "view", "noise"):
        said = draw(st.sampled_from([False, False, False, True, None, {"status": "planned"}]))
        if said is not None:
            facts[fact] = said
    facts |= {fact: draw(st.integers(0, 2)) for fact in ("n0", "n1") if fact == "n1" or draw(st.integers(0, 4))}
    for fact, values in (("rate", ["40 %", "60 %"]), ("seen", ["40 %", "100 %"]), ("stars", ["1", "3"])):
        if draw(st.booleans()):
            facts[fact] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        kinds = st.sampled_from(_PLACES)
        facts["places"] = [{"id": f"p{n}", **kind} for n, kind in enumerate(draw(st.lists(kinds, max_size=3)))]
    facts["spare"] = False
    return {
        "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet", "within": {"commune": "xa-a"}},
        "ruleset": "made-up",
        "as_of": "2024-03-31",
        "facts": facts,
    }
