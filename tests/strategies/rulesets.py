"""Random small rulesets, whole and valid, as plain data in the file format."""

from __future__ import annotations

from hypothesis import strategies as st
from strategies.palette import LEVELS, PERCENTS, REGIONS, Plain, facts
from strategies.rules import conditions, fact_conditions

GROUPS = ("one", "two", "frame")


def skeleton(declared: Plain) -> Plain:
    """Return a ruleset without criteria: header, source, scales, codes, facts and groups."""
    return {
        "ruleset": {
            "id": "made-up", "title": "Bộ tiêu chí thử", "version": "1.0.0", "subject": "hamlet",
            "period": {"from": "2023-01-01", "until": "2025-12-31"}, "basis": "assumed", "source": "ours",
        },
        "sources": {"ours": {"type": "own", "issuer": "chúng tôi", "seen": True}},
        "roles": {"chair": {"title": "Chủ tịch"}},
        "scales": {"stars": LEVELS},
        "codes": {"region": {code: code for code in REGIONS}},
        "facts": declared,
        "limits": {"usual_share": {"value": "50 %", "basis": "assumed"}},
        "groups": [{"id": key, "title": key, "precondition": key == "frame"} for key in GROUPS],
        "evidence_types": {"photo": {"title": "Hình ảnh"}, "report": {"title": "Báo cáo"}},
    }  # fmt: skip


@st.composite
def criteria(draw: st.DrawFn, number: int) -> Plain:
    """Draw one criterion."""
    one: Plain = {"id": f"{number}", "title": f"Tiêu chí {number}", "group": draw(st.sampled_from(GROUPS))}
    one["rule"] = draw(conditions())
    if one["rule"].get("fact") == "rate" and "is" not in one["rule"] and draw(st.booleans()):
        one["instead"] = [{"fact": "rate_of_files", **draw(st.sampled_from([{}, {"caveat": "proxy_measure"}]))}]
        if draw(st.booleans()):
            one["instead"].append({"fact": "users_share", "id": "own", "at_least": draw(st.sampled_from(PERCENTS))})
    if draw(st.integers(0, 3)) == 0:
        one["applies_if"] = draw(fact_conditions())
    if draw(st.integers(0, 7)) == 0:
        one["valid"] = {"until": "2024-02-29"}
    if draw(st.booleans()):
        one["tags"] = ["mandatory"]
    asked = draw(st.sampled_from([None, "none", "none", [["photo"]], [["photo", "report"], ["report"]]]))
    return {**one, "evidence": asked} if asked else one


@st.composite
def decisions(draw: st.DrawFn, ids: list[str]) -> Plain:
    """Draw the condition of the verdict."""
    chosen = st.one_of(
        st.just("all"),
        st.just("all"),
        st.sampled_from([{"group": "one"}, {"group": "frame"}, {"tag": "mandatory"}]),
        st.lists(st.sampled_from(ids), min_size=1, unique=True),
    )
    head = draw(st.sampled_from(["met", "met", "met", "not_met", "all_of", "any_of"]))
    if head in ("all_of", "any_of"):
        return {head: [{"met": draw(chosen), "at_least": "all"}, {"met": draw(chosen), "at_least": 1}]}
    word = draw(st.sampled_from(["at_least", "at_least", "more_than", "at_most", "less_than"]))
    limit = draw(st.sampled_from(["all", 1, 2, "50 %", "62,5 %"])) if word == "at_least" else 1
    return {head: draw(chosen), word: limit}


@st.composite
def rulesets(draw: st.DrawFn, *, most: int = 4) -> Plain:
    """Draw a ruleset of a few criteria and one decision."""
    ruleset = skeleton(draw(facts()))
    ruleset["criteria"] = [draw(criteria(number)) for number in range(1, draw(st.integers(1, most)) + 1)]
    ids = [one["id"] for one in ruleset["criteria"]]
    ruleset["decisions"] = {"recognised": {"main": True, "if": draw(decisions(ids))}}
    if draw(st.integers(0, 3)) == 0:
        ruleset["decisions"]["first"] = {"if": draw(decisions(ids))}
        ruleset["decisions"]["recognised"]["if"] = {"all_of": [{"decision": "first"}, draw(decisions(ids))]}
    if draw(st.integers(0, 5)) == 0:
        ruleset["ruleset"]["completeness"] = "partial"
        ruleset["decisions"]["recognised"]["unseen"] = draw(st.sampled_from(["keep_open", "leave_out"]))
    return ruleset
