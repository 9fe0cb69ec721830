"""Comparing two rulesets: what each change is called, and that its witness shows what it says."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from smartvillage import Comparison, Outcome, diff, evaluate, load_ruleset, render
from smartvillage.model.comparison import Change

Plain = dict[str, Any]

BASE: Plain = {
    "ruleset": {
        "id": "thu", "title": "Bộ thử", "version": "1.0.0", "subject": "hamlet", "basis": "wording", "source": "qd",
        "period": {"from": "2023-01-01", "until": "2025-12-31"},
    },
    "sources": {"qd": {"type": "decision", "number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "seen": True}},
    "roles": {"chair": {"title": "Chủ tịch"}, "clerk": {"title": "Công chức"}},
    "parties": {"commune": {"title": "UBND xã", "fills": "chair", "until": "2024-12-31"}},
    "facts": {
        "people": {"type": "count"},
        "share": {"type": "share"},
        "other_share": {"type": "share"},
        "wifi": {"type": "flag"},
        "stars": {"type": "level", "scale": "stars"},
        "region": {"type": "choice", "codes": ["delta", "hills"]},
        "schools": {"type": "list", "fields": {"cashless": {"type": "flag"}, "seats": {"type": "count"}}},
    },
    "scales": {"stars": ["1", "2", "3", "4", "5"]},
    "limits": {"usual": {"value": "50 %", "basis": "stated"}},
    "groups": [{"id": "g", "title": "Nhóm"}],
    "evidence_types": {"photo": {"title": "Ảnh", "valid_for": "6 months"}, "report": {"title": "Báo cáo"}},
    "criteria": [
        {"id": "1", "title": "Một", "group": "g", "rule": {"fact": "share", "at_least": "70 %"},
         "evidence": [["photo"]], "responsible": [{"role": "chair", "basis": "assumed"}]},
        {"id": "2", "title": "Hai", "group": "g", "rule": {"fact": "wifi"}},
        {"id": "3", "title": "Ba", "group": "g",
         "rule": {"count": "schools", "where": {"cashless": True}, "at_least": "all", "when_empty": "met"}},
        {"id": "4", "title": "Bốn", "group": "g", "rule": {"fact": "other_share", "at_least": {"limit": "usual"}}},
        {"id": "5", "title": "Năm", "group": "g", "rule": {"fact": "stars", "at_least": "3"},
         "applies_if": {"fact": "region", "is": "delta"}},
    ],
    "activities": {
        "install": {"title": "Lắp wifi", "kind": "locality", "effects": [{"fact": "wifi"}], "duration": "10 days",
                    "owner": "chair", "basis": "assumed"},
    },
    "decisions": {"recognised": {"main": True, "title": "Công nhận", "if": {"met": "all", "at_least": "all"}}},
}  # fmt: skip


def criterion(ruleset: Plain, name: str) -> Plain:
    """Return a criterion of plain data."""
    return next(one for one in ruleset["criteria"] if one["id"] == name)


def compared(edit: Any, before: Plain = BASE) -> Comparison:
    """Compare the base with what an edit makes of it."""
    after = deepcopy(before)
    edit(after)
    return diff(before, after)


def only(comparison: Comparison) -> Change:
    """Return the one change there is."""
    (change,) = comparison.changes
    return change


def test_a_ruleset_and_itself_are_the_same() -> None:
    """Nothing is told of two equal sets."""
    assert compared(lambda _: None).changes == ()


#: Edit, path of the criterion, and what it is called.
RULES: list[tuple[str, Any, str, str]] = [
    ("a higher threshold", lambda r: criterion(r, "1")["rule"].update(at_least="80 %"), "1", "stricter"),
    ("a lower threshold", lambda r: criterion(r, "1")["rule"].update(at_least="69 %"), "1", "looser"),
    ("more than for at least", lambda r: criterion(r, "1").update(rule={"fact": "share", "more_than": "70 %"}), "1",
     "stricter"),
    ("a second test", lambda r: criterion(r, "1")["rule"].update(at_most="90 %"), "1", "stricter"),
    ("another fact", lambda r: criterion(r, "1")["rule"].update(fact="other_share"), "1", "incomparable"),
    ("any for all", lambda r: criterion(r, "3").update(
        rule={"count": "schools", "where": {"cashless": True}, "at_least": 1}), "3", "incomparable"),
    ("half for all", lambda r: criterion(r, "3")["rule"].update(at_least="50 %"), "3", "looser"),
    ("more asked of each", lambda r: criterion(r, "3")["rule"]["where"].update(seats={"at_least": 5}), "3", "stricter"),
    ("an alternative", lambda r: criterion(r, "2").update(rule={"any_of": [{"fact": "wifi"}, {"fact": "people",
     "at_least": 9}]}), "2", "looser"),
    ("a named limit", lambda r: r["limits"]["usual"].update(value="60 %"), "4", "stricter"),
    ("asked of more villages", lambda r: criterion(r, "5").pop("applies_if"), "5", "stricter"),
    ("one star more", lambda r: criterion(r, "5")["rule"].update(at_least="4"), "5", "stricter"),
    ("no method any more", lambda r: criterion(r, "2").update(rule={"no_method": "no_guidance"}), "2", "incomparable"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "name", "kind"), [row[1:] for row in RULES], ids=[row[0] for row in RULES])
def test_a_rule_is_called_by_what_becomes_of_villages(edit: Any, name: str, kind: str) -> None:
    """One edit is one change, of the kind that the villages show."""
    change = only(compared(edit))
    assert (change.section, change.id, change.kind) == ("criteria", name, kind)


@pytest.mark.parametrize(("edit", "name"), [row[1:3] for row in RULES], ids=[row[0] for row in RULES])
def test_a_witness_stands_as_it_says(edit: Any, name: str) -> None:
    """Evaluating the witness under both sets gives the outcomes and verdicts that it shows."""
    after = deepcopy(BASE)
    edit(after)
    witness = only(diff(BASE, after)).witness
    assert witness is not None
    for plain, stand in ((BASE, witness.before), (after, witness.after)):
        ruleset = load_ruleset(plain)
        village = {
            "village": {"id": "v", "name": "V", "kind": "hamlet"}, "ruleset": "thu", "as_of": witness.on.isoformat(),
            "facts": {fact: value for fact, value in witness.facts.items() if fact in ruleset.facts},
        }  # fmt: skip
        assert evaluate(ruleset, village)[name].outcome == stand.outcome
    assert witness.before != witness.after


def test_a_threshold_is_witnessed_at_its_edge() -> None:
    """The village that a stricter threshold costs its verdict stands between the two."""
    witness = only(compared(lambda r: criterion(r, "1")["rule"].update(at_least="80 %"))).witness
    assert witness is not None
    assert witness.facts["share"] in ("70 %", "70,1 %", "75 %", "79,9 %")
    assert (witness.before.outcome, witness.after.outcome) == (Outcome.MET, Outcome.NOT_MET)
    assert (witness.before.verdict, witness.after.verdict) == (Outcome.MET, Outcome.NOT_MET)
    assert witness.flips_verdict


#: Edit, section, id, what it is called.
OTHERS: list[tuple[str, Any, str, str, str]] = [
    ("a title", lambda r: criterion(r, "1").update(title="Khác"), "criteria", "1", "editorial"),
    ("the same rule otherwise written", lambda r: criterion(r, "2").update(rule={"all_of": [{"fact": "wifi"}]}),
     "criteria", "2", "editorial"),
    ("who answers", lambda r: criterion(r, "1")["responsible"][0].update(role="clerk"), "criteria", "1",
     "responsibility_changed"),
    ("when it is asked", lambda r: criterion(r, "2").update(valid={"from": "2024-01-01"}), "criteria", "2",
     "dates_changed"),
    ("more evidence", lambda r: criterion(r, "1").update(evidence=[["photo", "report"]]), "criteria", "1", "stricter"),
    ("a choice of evidence", lambda r: criterion(r, "1").update(evidence=[["photo"], ["report"]]), "criteria", "1",
     "looser"),
    ("no evidence asked", lambda r: criterion(r, "1").update(evidence="none"), "criteria", "1", "looser"),
    ("other evidence", lambda r: criterion(r, "1").update(evidence=[["report"]]), "criteria", "1", "incomparable"),
    ("an added criterion", lambda r: r["criteria"].append({"id": "6", "title": "Sáu", "group": "g",
     "rule": {"fact": "people", "at_least": 9}}), "criteria", "6", "added"),
    ("a retired criterion", lambda r: (r["criteria"].pop(1) and r["activities"].clear()) or r["facts"].pop("wifi"),
     "criteria", "2", "retired"),
    ("who recognises", lambda r: r["decisions"]["recognised"].update(decided_by="chair"), "decisions", "recognised",
     "responsibility_changed"),
    ("nine of ten", lambda r: r["decisions"]["recognised"].update({"if": {"met": "all", "at_least": "60 %"}}),
     "decisions", "recognised", "looser"),
    ("the period", lambda r: r["ruleset"].update(period={"from": "2023-01-01", "until": "2026-12-31"}), "ruleset",
     "thu", "dates_changed"),
    ("an office's end", lambda r: r["parties"]["commune"].update(until="2025-06-30"), "parties", "commune",
     "dates_changed"),
    ("an activity's owner", lambda r: r["activities"]["install"].update(owner="clerk"), "activities", "install",
     "responsibility_changed"),
    ("an activity's length", lambda r: r["activities"]["install"].update(duration="20 days"), "activities", "install",
     "planning_changed"),
    ("how long a photo counts", lambda r: r["evidence_types"]["photo"].update(valid_for="100 days"), "evidence_types",
     "photo", "stricter"),
    ("a source's words", lambda r: r["sources"]["qd"].update(title="Quyết định"), "sources", "qd", "editorial"),
    ("a fact's question", lambda r: r["facts"]["wifi"].update(question="Có wifi không?"), "facts", "wifi", "editorial"),
    ("whose figure it is", lambda r: r["facts"]["share"].update(scope="commune"), "facts", "share", "incomparable"),
    ("how fresh it must be", lambda r: r["facts"]["share"].update(fresh_for="12 months"), "facts", "share",
     "incomparable"),
    ("the order of criteria", lambda r: r["criteria"].reverse(), "criteria", "order", "editorial"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "section", "name", "kind"), [row[1:] for row in OTHERS], ids=[row[0] for row in OTHERS]
)
def test_what_is_no_rule_is_called_by_its_keys(edit: Any, section: str, name: str, kind: str) -> None:
    """One edit is among the changes, of its kind."""
    found = [(one.section, one.id, str(one.kind)) for one in compared(edit).changes]
    assert (section, name, kind) in found


def test_added_and_retired_criteria_have_a_witness() -> None:
    """A village that meets all else loses its verdict by an added criterion, and wins it by a retired one."""
    added = compared(lambda r: r["criteria"].append(
        {"id": "6", "title": "Sáu", "group": "g", "rule": {"fact": "people", "at_least": 9}}
    ))  # fmt: skip
    witness = only(added).witness
    assert witness is not None
    assert (witness.before.verdict, witness.after.verdict) == (Outcome.MET, Outcome.NOT_MET)


def test_whole_says_whether_every_case_was_tried() -> None:
    """Comparisons of single facts are tried whole; lists are tried by example."""
    assert only(compared(lambda r: criterion(r, "1")["rule"].update(at_least="80 %"))).whole
    assert not only(compared(lambda r: criterion(r, "3")["rule"].update(at_least="50 %"))).whole


def test_villages_that_come_out_differently_are_told() -> None:
    """Of three villages one flips, one stays and one is refused with the reason."""
    after = deepcopy(BASE)
    criterion(after, "1")["rule"]["at_least"] = "80 %"

    def village(name: str, **facts: Any) -> Plain:
        head = {"id": name, "name": name, "kind": "hamlet"}
        return {"village": head, "ruleset": "thu", "as_of": "2024-01-01", "facts": facts}

    found = diff(
        BASE, after, villages=[village("a", share="75 %"), village("b", share="85 %"), village("c", people=-1)]
    )
    (flip,) = found.flips
    assert flip.village.id == "a"
    assert flip.criteria == (("1", Outcome.MET, Outcome.NOT_MET),)
    assert found.villages == 3
    (unjudged,) = found.unjudged
    assert (unjudged.name, "SV605" in unjudged.why.say("en")) == ("c", True)


def test_villages_whose_level_turns_are_told() -> None:
    """A main decision that is a level has no outcome: the level itself is told, whether criteria turn or not."""
    graded = deepcopy(BASE)
    grade = {"of": {"fact": "people"}, "scale": "stars", "levels": {"2": "100", "3": "200", "4": "300", "5": "400"}}
    graded["measures"] = {"size": {"grade": grade, "title": "Cỡ"}}
    graded["decisions"] = {"size": {"main": True, "title": "Cỡ", "level": "size"}}
    after = deepcopy(graded)
    after["measures"]["size"]["grade"]["levels"]["3"] = "250"
    criterion(after, "1")["rule"]["at_least"] = "80 %"

    def village(name: str, **facts: Any) -> Plain:
        head = {"id": name, "name": name, "kind": "hamlet"}
        return {"village": head, "ruleset": "thu", "as_of": "2024-01-01", "facts": facts}

    found = diff(graded, after, villages=[village("a", people=220), village("b", people=90, share="75 %")])
    told = [(one.village.id, one.before, one.before_answer, one.after_answer) for one in found.flips]
    assert told == [("a", None, "3", "2"), ("b", None, "1", "1")]
    shown = render(found, lang="en")
    assert "the verdict turns: 3 → 2" in shown
    assert "the verdict turns: 1" not in shown


def graded(edge: str, *, count: str = "100") -> Plain:
    """Return a set whose main decision is a level by a number of people, and a second that asks for as many."""
    found = deepcopy(BASE)
    grade = {"of": {"fact": "people"}, "scale": "stars", "levels": {"2": "100", "3": edge, "4": "300", "5": "400"}}
    found["measures"] = {"size": {"grade": grade, "title": "Cỡ"}}
    found["decisions"] = {
        "size": {"main": True, "title": "Cỡ", "level": "size"},
        "many": {"title": "Đông", "if": {"fact": "people", "at_least": count}},
    }
    return found


@pytest.mark.parametrize(("edge", "kind"), [("250", "stricter"), ("150", "looser")])
def test_a_level_that_no_criterion_shows_is_judged_by_its_own_facts(edge: str, kind: str) -> None:
    """A higher edge is harder to come to; the village that shows it says from which level to which."""
    found = diff(graded("200"), graded(edge))
    assert {(one.section, one.id): str(one.kind) for one in found.changes} == {("decisions", "size"): kind}
    (change,) = found.changes
    assert change.because == ("measures/size",)
    assert change.witness is not None
    assert {change.witness.before.score, change.witness.after.score} == {"2", "3"}


def test_a_decision_that_reads_a_fact_itself_is_judged_by_it() -> None:
    """Though no criterion reads it."""
    found = diff(graded("200"), graded("200", count="101"))
    assert {(one.section, one.id): str(one.kind) for one in found.changes} == {("decisions", "many"): "stricter"}


def test_sets_whose_periods_never_meet_are_compared_across_the_gap() -> None:
    """A set of the next period is held against the last day of the one before."""

    def later(ruleset: Plain) -> None:
        ruleset["ruleset"]["period"] = {"from": "2026-01-01", "until": "2030-12-31"}
        criterion(ruleset, "1")["rule"]["at_least"] = "80 %"

    kinds = {(one.section, one.id): str(one.kind) for one in compared(later).changes}
    assert kinds == {("ruleset", "thu"): "dates_changed", ("criteria", "1"): "stricter"}


def test_a_decision_that_does_harm_is_called_by_the_verdict_it_turns() -> None:
    """To be revoked more easily is stricter, though the decision to revoke is met more often."""

    def revoked(share: str) -> Plain:
        ruleset = deepcopy(BASE)
        ruleset["decisions"] = {
            "revoked": {"title": "Thu hồi", "if": {"not_met": "all", "at_least": share}},
            "recognised": {"main": True, "title": "Công nhận", "if": {"not": {"decision": "revoked"}}},
        }
        return ruleset

    kinds = {one.id: str(one.kind) for one in diff(revoked("60 %"), revoked("40 %")).changes}
    assert kinds == {"revoked": "stricter", "recognised": "stricter"}


def test_a_dated_limit_is_compared_on_every_stretch_of_days() -> None:
    """A threshold that rises in the second year alone is stricter, witnessed in that year."""

    def dated(second: str) -> Plain:
        after = deepcopy(BASE)
        criterion(after, "1")["rule"]["at_least"] = {
            "dated": [
                {"from": "2023-01-01", "until": "2023-12-31", "value": "50 %"},
                {"from": "2024-01-01", "value": second},
            ]
        }
        return after

    change = only(diff(dated("60 %"), dated("70 %")))
    assert change.kind == "stricter"
    assert change.witness is not None
    assert change.witness.on.year == 2024


def test_a_comparison_goes_through_json_and_back() -> None:
    """What is written in JSON is read back equal."""
    found = compared(lambda r: criterion(r, "3")["rule"].update(at_least="50 %"))
    assert Comparison.model_validate_json(found.model_dump_json()) == found


def test_a_rule_is_judged_beside_a_criterion_that_only_gives_a_grade() -> None:
    """What always holds is no criterion that others read: a stricter rule beside a graded one is called stricter."""
    graded = deepcopy(BASE)
    graded["criteria"].append({
        "id": "6", "title": "Sáu",
        "grade": {"of": {"fact": "share"}, "scale": "stars", "levels": {"1": "0 %", "2": "50 %"}},
    })  # fmt: skip
    change = only(compared(lambda r: criterion(r, "1")["rule"].update(at_least="71 %"), graded))
    assert (change.kind, change.whole) == ("stricter", True)


def test_a_moved_edge_of_a_grade_is_told_with_its_witness() -> None:
    """The edges of grades are tried as those of rules are: 50 to 55 is stricter, not a matter of words."""
    graded = deepcopy(BASE)
    graded["criteria"].append({
        "id": "6", "title": "Sáu",
        "grade": {"of": {"fact": "people"}, "scale": "stars", "levels": {"1": 0, "2": 50, "3": 70}},
    })  # fmt: skip
    change = only(compared(lambda r: r["criteria"][-1]["grade"]["levels"].update({"2": 55}), graded))
    assert (change.kind, change.witness is not None) == ("stricter", True)


def test_rulesets_whose_procedure_asks_for_a_decision_compare() -> None:
    """A step that a decision must open leaves the comparison of the criteria alone."""
    stepped = deepcopy(BASE)
    stepped["procedure"] = [{"id": "sign", "owner": "chair", "decision": "recognised"}]
    change = only(compared(lambda r: criterion(r, "1")["rule"].update(at_least="71 %"), stepped))
    assert (change.kind, change.id) == ("stricter", "1")


def test_a_group_that_becomes_a_precondition_changes_the_decision_that_takes_all() -> None:
    """What selections take is judged in the decision, though the decision reads the same."""
    grouped = deepcopy(BASE)
    grouped["groups"].append({"id": "h", "title": "Khác"})
    criterion(grouped, "1")["group"] = "h"
    change = only(compared(lambda r: r["groups"][1].update(precondition=True), grouped))
    assert (change.section, change.id, change.kind, change.because) == (
        "decisions", "recognised", "looser", ("groups/h",),
    )  # fmt: skip


def test_what_fills_a_share_is_not_a_matter_of_words() -> None:
    """Made-up villages tell the share itself, so a share that counts fill no more is told as more than words."""
    filled = deepcopy(BASE)
    filled["facts"]["users"] = {"type": "count"}
    filled["facts"]["share"] |= {"part": "users", "whole": "people"}
    found = compared(lambda r: r["facts"].update(share={"type": "share"}), filled)
    change = next(one for one in found.changes if one.id == "share")
    assert (change.section, change.kind, change.keys) == ("facts", "incomparable", ("part", "whole"))


@pytest.mark.parametrize("key", ["ruleset", "counts"])
def test_another_set_that_answers_for_each_of_a_list_is_more_than_words(key: str) -> None:
    """Which set says what each village of a commune is changes outcomes, though the rule reads the same."""
    before = deepcopy(BASE)
    result = {"type": "result", "ruleset": "dong-thap-2021-2025", "counts": "recognised"}
    before["facts"]["hamlets"] = {"type": "list", "fields": {"smart": result}}
    before["criteria"].append(
        {"id": "6", "title": "Sáu", "group": "g", "rule": {"count": "hamlets", "where": {"smart": True}, "at_least": 1}}
    )
    other = {"ruleset": "thanh-hoa-2022-2025", "counts": "either"}[key]

    def edit(ruleset: Plain) -> None:
        ruleset["facts"]["hamlets"]["fields"]["smart"][key] = other

    assert [(one.section, one.id, one.kind) for one in compared(edit, before).changes] == [
        ("facts", "hamlets", "incomparable")
    ]
