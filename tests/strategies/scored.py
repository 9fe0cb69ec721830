"""Random rulesets that give points and grades, name measures and decide by them; villages of which all is known."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from strategies.palette import LEVELS, PERCENTS, REGIONS, Plain

_FACTS: Plain = {
    "flag_a": {"type": "flag"},
    "flag_b": {"type": "flag"},
    "people": {"type": "count"},
    "rate": {"type": "share"},
    "stars": {"type": "level", "scale": "stars"},
    "region": {"type": "choice", "codes": REGIONS},
    "places": {"type": "list", "fields": {"wifi": {"type": "flag"}, "seats": {"type": "count"}}},
}
_WIFI: Plain = {"count": "places", "where": {"wifi": True}}
_SELECTORS: list[Any] = ["all", {"group": "one"}, {"tag": "mandatory"}, ["1"], ["1", "2"]]


def _rules() -> st.SearchStrategy[Plain]:
    """Return conditions on facts, a measure that chooses a code among their limits."""
    percent = st.sampled_from(PERCENTS)
    return st.one_of(
        st.builds(lambda fact: {"fact": fact}, st.sampled_from(["flag_a", "flag_b"])),
        st.builds(lambda word, limit: {"fact": "rate", word: limit}, st.sampled_from(["at_least", "at_most"]), percent),
        st.builds(lambda limit: {"fact": "stars", "at_least": limit}, st.sampled_from(LEVELS[1:])),
        st.builds(lambda limit: {**_WIFI, "at_least": limit}, st.integers(1, 3)),
        st.builds(
            lambda big, small: {"fact": "people", "at_least": {"by": "size", "values": {"big": big, "small": small}}},
            st.integers(1, 4), st.integers(1, 4),
        ),
    )  # fmt: skip


_STEPS: list[Plain] = [
    {"of": {"fact": "stars"}, "steps": {"4": 20, "3": 15, "2": 5}},
    {"of": {"fact": "people"}, "steps": {"1": 4, "3": 12, "4": 20}, "otherwise": 1},
    {"of": {"fact": "rate"}, "steps": {"25 %": 5, "87,9 %": 20}},
    {"of": _WIFI, "steps": {"1": 10, "2": 20}},
    {"of": {"fact": "rate"}, "proportional": True},
    {"of": {"fact": "rate"}, "proportional": {"full_at": "75 %"}},
]
_EDGES: list[Plain] = [
    {"of": {"fact": "rate"}, "levels": {"2": "25 %", "3": "62,5 %", "4": "87,9 %"}},
    {"of": {"fact": "people"}, "levels": {
        "1": {"less_than": 1}, "2": {"at_least": 1, "less_than": 2}, "3": {"at_least": 2, "at_most": 3},
        "4": {"more_than": 3},
    }},
    {"of": {"fact": "people"}, "levels": {"1": 0, "3": 2, "4": 4}},
    {"of": _WIFI, "levels": {"2": 1, "3": 2}},
]  # fmt: skip


@st.composite
def _criteria(draw: st.DrawFn, number: int) -> Plain:
    """Draw a criterion; the first one is in every count and always applies."""
    one: Plain = {"id": f"{number}", "title": f"Tiêu chí {number}", "evidence": "none"}
    one["group"] = draw(st.sampled_from(["one", "two"]))
    if draw(st.booleans()) or number == 1:
        one |= {"tags": ["mandatory"]}
    scored = number > 1 and draw(st.integers(0, 2)) == 0
    if not scored:
        one["rule"] = draw(_rules())
    kinds = draw(st.sampled_from([("points",), ("grade",), ("points", "grade"), () if not scored else ("points",)]))
    if "points" in kinds or number == 1:
        plain = [{"max": 20, **draw(st.sampled_from(_STEPS))}, *([10, {"max": 7}] if not scored else [])]
        one["points"] = draw(st.sampled_from(plain))
    if "grade" in kinds or number == 1:
        one["grade"] = {"scale": "stars", **draw(st.sampled_from(_EDGES))}
    if number > 1 and draw(st.integers(0, 3)) == 0:
        one["applies_if"] = {"fact": draw(st.sampled_from(["flag_a", "flag_b"]))}
    return {**one, "group": "one"} if number == 1 else one


@st.composite
def _measures(draw: st.DrawFn) -> Plain:
    chosen = st.sampled_from(_SELECTORS)
    edges = {"2": draw(st.sampled_from([5, 10])), "3": draw(st.sampled_from([15, 20])), "4": 30}
    return {
        "size": {"choose": [{"when": {"fact": "region", "is": "city"}, "then": "big"}], "otherwise": "small",
                 "codes": ["big", "small"]},
        "total": {"points": draw(chosen)},
        "by_points": {"grade": {"of": {"points": draw(chosen)}, "scale": "stars", "levels": edges}},
        "by_rate": {"grade": {"scale": "stars", **_EDGES[0]}},
        "by_number": {"grade": {"of": {"met": "all"}, "scale": "stars", "levels": {"2": 1, "3": 2, "4": 3}}},
        "weakest": {draw(st.sampled_from(["lowest", "highest"])): {"grade": draw(chosen)}},
        "both": {draw(st.sampled_from(["lowest", "highest"])): ["by_points", "by_rate"]},
        "gate": {"choose": [
            {"when": {"met": {"tag": "mandatory"}, "at_least": "all"}, "then": {"measure": "both"}},
            {"when": {"fact": "flag_a"}, "then": draw(st.sampled_from(LEVELS))},
        ], "otherwise": "1", "scale": "stars"},
    }  # fmt: skip


@st.composite
def _conditions(draw: st.DrawFn, *, depth: int = 1) -> Plain:
    """Draw what a decision asks."""
    level = draw(st.sampled_from(LEVELS[1:]))
    word = draw(st.sampled_from(["at_least", "more_than", "less_than", "at_most"]))
    named = draw(st.sampled_from(["by_points", "by_rate", "by_number", "weakest", "both", "gate"]))
    plain: list[Plain] = [
        {"points": draw(st.sampled_from(_SELECTORS)), word: draw(st.sampled_from([5, 10, 15, 30, "50 %", "62,5 %"]))},
        {"grade": draw(st.sampled_from(_SELECTORS)), "at_least": level},
        {"measure": named, draw(st.sampled_from(["at_least", "at_least", "is", "less_than"])): level},
        {"measure": "total", word: draw(st.sampled_from([5, 10, 20]))},
        {"measure": "size", "is": draw(st.sampled_from(["big", "small"]))},
        {"met": draw(st.sampled_from(_SELECTORS)), "at_least": draw(st.sampled_from(["all", 1, "50 %"]))},
    ]
    if depth and draw(st.integers(0, 2)) == 0:
        parts = [draw(_conditions(depth=0)) for _ in range(2)]
        return {draw(st.sampled_from(["all_of", "any_of"])): parts}
    return draw(st.sampled_from(plain))


@st.composite
def scored_rulesets(draw: st.DrawFn) -> Plain:
    """Draw a ruleset of a few criteria, all the kinds of measure, and decisions of every kind."""
    criteria = [draw(_criteria(number)) for number in range(1, draw(st.integers(2, 4)) + 1)]
    level = draw(st.sampled_from(["by_points", "by_rate", "by_number", "weakest", "both", "gate"]))
    score = draw(
        st.sampled_from([{"points": "all"}, {"points": {"group": "one"}}, {"measure": "total"}, {"met": "all"}])
    )
    needs = draw(st.sampled_from([{}, {"needs": "ready"}]))
    return {
        "ruleset": {
            "id": "scored", "title": "Bộ có điểm", "version": "1.0.0", "subject": "hamlet", "basis": "assumed",
            "period": {"from": "2023-01-01", "until": "2025-12-31"}, "source": "ours",
        },
        "sources": {"ours": {"type": "own", "issuer": "chúng tôi", "seen": True}},
        "scales": {"stars": LEVELS},
        "facts": _FACTS,
        "measures": draw(_measures()),
        "groups": [{"id": "one", "title": "Một"}, {"id": "two", "title": "Hai"}],
        "criteria": criteria,
        "decisions": {
            "recognised": {"main": True, "if": draw(_conditions()), **needs},
            "ready": {"if": draw(_conditions())},
            "rank": {"level": level, **needs},
            "score": {"score": score, **needs},
        },
    }  # fmt: skip


@st.composite
def whole_villages(draw: st.DrawFn) -> Plain:
    """Draw a village of which every fact is known."""
    names = [f"e{number}" for number in range(draw(st.integers(0, 3)))]
    places = [{"id": name, "wifi": draw(st.booleans()), "seats": draw(st.integers(0, 2))} for name in names]
    return {
        "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
        "ruleset": "scored",
        "as_of": "2024-03-31",
        "facts": {
            "flag_a": draw(st.booleans()), "flag_b": draw(st.booleans()), "people": draw(st.integers(0, 5)),
            "rate": draw(st.sampled_from(["0 %", *PERCENTS, "3/4", "117/133"])), "stars": draw(st.sampled_from(LEVELS)),
            "region": draw(st.sampled_from(REGIONS)), "places": places,
        },
    }  # fmt: skip


@st.composite
def with_holes(draw: st.DrawFn, village: Plain) -> Plain:
    """Draw a village of which less is known: facts are missing, entities lack fields, a list may go on."""
    facts = {name: value for name, value in village["facts"].items() if draw(st.integers(0, 2))}
    if "places" in facts:
        places = [
            {key: part for key, part in one.items() if key == "id" or draw(st.integers(0, 2))}
            for one in facts["places"]
        ]
        seen = draw(st.integers(0, len(places)))
        whole = seen == len(places) and draw(st.booleans())
        facts["places"] = places if whole else {"items": places[:seen], "complete": False}
    return {**village, "facts": facts}
