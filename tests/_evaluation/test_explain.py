"""Explanations, told of small rulesets: what was looked at, what it was held against, how far off, what is missing."""

from __future__ import annotations

from typing import Any

import pytest
from strategies.rulesets import skeleton

import smartvillage
from smartvillage import NotFoundError
from smartvillage.model.explanation import Distance, Explanation, Member, Missing, Span, Step
from smartvillage.model.findings import Caveat, Outcome, Reason

Plain = dict[str, Any]
FACTS: Plain = {
    "ok": {"type": "flag", "title": "Có quy chế", "question": "Ấp có quy chế chưa?"},
    "n": {"type": "count", "title": "Số bài"},
    "households": {"type": "count", "title": "Số hộ"},
    "users": {"type": "count", "title": "Số hộ dùng"},
    "rate": {"type": "share", "part": "users", "whole": "households", "title": "Tỷ lệ hộ", "fresh_for": "12 months"},
    "files": {"type": "share", "title": "Tỷ lệ hồ sơ"},
    "area": {"type": "quantity", "unit": "ha"},
    "stars": {"type": "level", "scale": "stars"},
    "region": {"type": "choice", "codes": "region", "question": "Vùng nào?"},
    "meeting": {"type": "date"},
    "paper": {"type": "document", "title": "Quy chế"},
    "camera": {"type": "record", "fields": {"kept": {"type": "count", "title": "Số ngày lưu"}}},
    "places": {
        "type": "list",
        "title": "Điểm công cộng",
        "fields": {"wifi": {"type": "flag", "title": "Wifi", "question": "Có wifi không?"}},
    },
    "view": {"type": "judgement", "assessor": "chair"},
}


def explained(rule: Plain, facts: Plain, name: str = "1", **more: Any) -> Explanation:
    """Explain the one criterion of a made-up ruleset."""
    data = skeleton(FACTS)
    data["criteria"] = [{"id": "1", "title": "Một", "group": "one", "rule": rule, **more}]
    data["decisions"] = {
        "recognised": {"main": True, "title": "Công nhận", "if": {"met": "all", "at_least": "all"}},
        "next": {"if": {"decision": "recognised"}},
    }
    village = {
        "village": {"id": "a", "name": "A", "kind": "hamlet", "within": {"commune": "x"}}, "ruleset": "made-up",
        "as_of": "2024-03-31", "source": "own", "sources": {"own": {"type": "own", "issuer": "ấp", "seen": True}},
        **({"evidence": more.pop("papers")} if "papers" in more else {}), "facts": facts,
    }  # fmt: skip
    data["criteria"][0].pop("papers", None)
    return smartvillage.explain(smartvillage.load_ruleset(data), smartvillage.load_village(village), name)


def rule_of(rule: Plain, facts: Plain, **more: Any) -> Step:
    """Return the root step of the rule."""
    found = explained(rule, facts, **more).rule
    assert found is not None
    return found


def test_a_number_is_told_with_its_limit_and_how_far_off_it_is() -> None:
    """Value as used and as written, limit with basis and citation, distance with its sign, and the reason."""
    limit = {"value": 10, "basis": "stated", "source": {"id": "ours", "item": "Điều 2", "quote": "từ 10 bài"}}
    step = rule_of({"fact": "n", "at_least": limit}, {"n": 7})
    (test,) = step.tests
    assert (step.head, step.of, step.truth, step.carries, step.reasons) == ("fact", "n", "not_met", True, ("below",))
    assert step.title is not None
    assert step.title.vi == "Số bài"
    assert step.measured is not None
    assert (step.measured.form, step.measured.exact, step.measured.written) == ("number", "7", "7")
    assert step.measured.source is not None
    assert step.measured.source.id == "own"
    assert (test.word, test.truth, test.limits[0].exact, test.limits[0].basis) == (
        "at_least",
        "not_met",
        "10",
        "stated",
    )
    cited = test.limits[0].source
    assert cited is not None
    assert (cited.id, cited.item, cited.quote, cited.issuer, cited.seen) == (
        "ours", "Điều 2", "từ 10 bài", "chúng tôi", True,
    )  # fmt: skip
    assert test.distance is not None
    assert (test.distance.amount, test.distance.of, test.distance.direction) == ("-3", "n", "up")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (None, ("own", None, "ấp", True)),
        ({"id": "own", "item": "II"}, ("own", "II", "ấp", True)),
        ("ours", ("ours", None, None, False)),
    ],
)
def test_where_a_figure_is_from_is_told_by_the_villages_own_list(source: Any, told: tuple[Any, ...]) -> None:
    """A line's source, else the village's; what the village does not describe is its id, whatever the set calls so."""
    line = {"value": 7} if source is None else {"value": 7, "source": source}
    measured = rule_of({"fact": "n", "at_least": 10}, {"n": line}).measured
    assert measured is not None
    cited = measured.source
    assert cited is not None
    assert (cited.id, cited.item, cited.issuer, cited.seen) == told


@pytest.mark.parametrize("source", ["Kế hoạch năm 2024", ["own"], {"idd": "own"}, {"id": "own", "items": "2"}, 5, True])
@pytest.mark.parametrize(
    ("fact", "line"),
    [("n", {"value": 7}), ("ok", {"statements": [True]}), ("paper", {"number": "1"}), ("places", {"items": []})],
)
def test_a_source_nobody_can_read_is_a_fault_of_the_village(source: Any, fact: str, line: Plain) -> None:
    """It is told when the village is bound, long before somebody asks where a figure is from."""
    with pytest.raises(smartvillage.VillageError) as error:
        explained({"fact": "ok"}, {fact: {**line, "source": source}})
    assert [(fault.code, fault.path) for fault in error.value.diagnostics] == [("SV603", f"facts/{fact}/source")]


def test_an_entitys_source_nobody_can_read_is_a_fault_too() -> None:
    """Of an entity, and of a field of one."""
    rows = [{"source": "a b"}, {"wifi": {"value": True, "source": []}}]
    with pytest.raises(smartvillage.VillageError) as error:
        explained({"fact": "ok"}, {"places": rows})
    assert [fault.path for fault in error.value.diagnostics] == [
        "facts/places/0/source", "facts/places/1/wifi/source",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "facts", "amount", "measure"),
    [
        ({"fact": "rate", "at_least": "70 %"}, {"users": 62, "households": 100}, "-8", "units"),
        ({"fact": "files", "at_least": "70 %"}, {"files": "62,5 %"}, "-7.5", "points"),
        ({"fact": "files", "at_least": "70 %"}, {"files": "117/133"}, "23", "units"),
        ({"fact": "area", "more_than": "2 ha"}, {"area": "2,5 ha"}, "0.5", "units"),
        ({"fact": "stars", "at_least": "4"}, {"stars": "3"}, "-1", "levels"),
        ({"fact": "meeting", "on_or_before": "2024-03-01"}, {"meeting": "2024-03-08"}, "-7", "days"),
        ({"count": "places", "where": {"wifi": True}, "at_least": "60 %"},
         {"places": [{"wifi": True}, {"wifi": False}, {"wifi": False}]}, "-1", "items"),
        ({"count": [{"fact": "ok"}, {"fact": "view"}], "at_least": 2}, {"ok": True, "view": False}, "-1", "items"),
    ],
)  # fmt: skip
def test_distances_are_in_the_facts_own_unit(rule: Plain, facts: Plain, amount: str, measure: str) -> None:
    """Households short, percentage points, hectares, levels, days, entities, conditions."""
    (test,) = rule_of(rule, facts).tests
    assert test.distance is not None
    assert (test.distance.amount, test.distance.measure) == (amount, measure)


def test_a_share_names_the_fact_that_counts_its_part() -> None:
    """Eight households short, not eight of a share."""
    step = rule_of({"fact": "rate", "at_least": "70 %"}, {"users": 62, "households": 100})
    distance = step.tests[0].distance
    assert isinstance(distance, Distance)
    assert distance.of == "users"
    assert step.measured is not None
    assert (step.measured.exact, step.measured.part, step.measured.whole, step.measured.part_of) == (
        "0.62", "62", "100", "users",
    )  # fmt: skip


def test_an_unseen_limit_is_told_by_its_bounds_and_who_may_know() -> None:
    """There is no distance to what nobody has seen; the limit is what is missing."""
    rule = {"fact": "files", "at_least": {"unknown": {"more_than": "50 %"}, "ask": "chair"}}
    step = rule_of(rule, {"files": "92 %"})
    (test,) = step.tests
    assert (step.truth, test.truth, test.distance) == ("open", "open", None)
    assert test.limits[0].within == Span(low="0.5", high="1", low_open=True)
    assert test.limits[0].ask is not None
    assert test.limits[0].ask.role == "chair"
    (missing,) = step.missing
    assert (missing.path, missing.kind, missing.reason) == (
        "criteria/1/rule/at_least", "limit", Reason.THRESHOLD_UNKNOWN,
    )  # fmt: skip
    assert missing.ask == test.limits[0].ask


def test_a_missing_fact_is_told_with_its_question() -> None:
    """The officer reads what to answer; a judgement says who judges."""
    (missing,) = rule_of({"fact": "ok"}, {}).missing
    assert missing == Missing(
        path="facts/ok", kind="fact", reason=Reason.MISSING_FACT, fact="ok", title=FACTS["ok"]["title"],
        question=FACTS["ok"]["question"],
    )  # fmt: skip
    (judged,) = rule_of({"fact": "view"}, {}).missing
    assert judged.ask is not None
    assert judged.ask.role == "chair"


def test_what_a_class_leaves_open_are_all_rows_in_question() -> None:
    """Every limit of the table is shown while the class is unknown, one when it is known."""
    rule = {"fact": "n", "at_least": {"by": "region", "values": {"delta": 5, "mountain": 3, "city": 4}}}
    step = rule_of(rule, {"n": 4})
    assert [limit.exact for limit in step.tests[0].limits] == ["4", "5", "3"]
    assert step.missing[0].reason == Reason.CLASS_UNKNOWN
    known = rule_of(rule, {"n": 4, "region": "mountain"})
    assert [limit.path for limit in known.tests[0].limits] == ["criteria/1/rule/at_least/values/mountain"]
    assert known.tests[0].distance is not None
    assert known.tests[0].distance.amount == "1"


def test_two_tests_are_told_one_by_one() -> None:
    """Between means both; the one that fails is seen."""
    step = rule_of({"fact": "n", "at_least": 2, "at_most": 5}, {"n": 9})
    assert [(test.word, test.truth) for test in step.tests] == [("at_least", "met"), ("at_most", "not_met")]
    assert [test.distance.amount for test in step.tests if test.distance] == ["7", "-4"]


def test_a_count_names_the_entities_that_fail_and_counts_what_is_planned() -> None:
    """How many of how many, which not, by id and name."""
    places = [
        {"id": "a", "wifi": True}, {"id": "b", "name": "Chợ", "wifi": False}, {"id": "c"},
        {"id": "d", "status": "planned", "wifi": True},
    ]  # fmt: skip
    step = rule_of({"count": "places", "where": {"wifi": True}, "at_least": "all"}, {"places": places})
    members = step.members
    assert members is not None
    assert (members.total, members.hold, members.fail, members.open, members.planned) == (3, 1, 1, 1, 1)
    assert members.failing == (Member(id="b", name="Chợ"),)
    assert members.undecided == (Member(id="c"),)
    assert [weakness.caveat for weakness in step.caveats] == [Caveat.PLANNED_NOT_COUNTED]
    (field,) = step.steps
    assert (field.head, field.of, field.truth, field.measured) == ("where", "wifi", "not_met", None)


@pytest.mark.parametrize(
    ("known", "word", "limit", "amount"),
    [
        ([False, False, None], "at_least", 3, "-2"),
        ([True, True, None], "at_least", 1, "1"),
        ([True, True, None], "at_most", 1, "-1"),
        ([False, False, None], "at_most", 2, "1"),
        ([False, False, None, None], "at_least", "75 %", "-1"),
    ],
)
def test_a_count_with_open_entities_is_at_least_so_far_off(
    known: list[bool | None], word: str, limit: Any, amount: str
) -> None:
    """The distance holds however the open ones turn out."""
    places = [{} if one is None else {"wifi": one} for one in known]
    (test,) = rule_of({"count": "places", "where": {"wifi": True}, word: limit}, {"places": places}).tests
    assert test.distance is not None
    assert (test.distance.amount, test.distance.bound) == (amount, True)


def test_only_twenty_entities_are_named_and_the_rest_is_counted() -> None:
    """A village of a thousand places is still a page."""
    places = [{"id": f"p{number}", "wifi": False} for number in range(25)]
    members = rule_of({"count": "places", "where": {"wifi": True}, "at_least": 1}, {"places": places}).members
    assert members is not None
    assert (len(members.failing), members.fail) == (20, 25)


def test_one_statement_about_all_says_that_their_number_is_open() -> None:
    """Every school, nobody says how many: no number is made up; the field's value is shown."""
    step = rule_of({"count": "places", "where": {"wifi": True}, "at_least": "all"}, {"places": {"all": {"wifi": True}}})
    assert step.members is not None
    assert (step.members.every, step.members.unlisted, step.truth) == (True, True, "met")
    assert step.steps[0].measured is not None
    assert step.steps[0].measured.exact == "true"


def test_an_open_entity_field_is_missing_by_its_own_path() -> None:
    """The list is known; one field of one entity is not."""
    step = rule_of({"count": "places", "where": {"wifi": True}, "at_least": "all"}, {"places": [{"id": "c"}]})
    (missing,) = step.missing
    assert (missing.path, missing.fact) == ("facts/places/c/wifi", "places")
    assert missing.question is not None
    assert missing.question.vi == "Có wifi không?"


def test_only_what_has_the_truth_of_the_whole_carries_it() -> None:
    """Of all-of the failing part, of any-of the holding one; what does not carry is not asked why."""
    step = rule_of({"all_of": [{"fact": "ok"}, {"fact": "n", "at_least": 3}]}, {"ok": True, "n": 1})
    assert [(inner.truth, inner.carries, inner.reasons) for inner in step.steps] == [
        ("met", False, ()), ("not_met", True, (Reason.BELOW,)),
    ]  # fmt: skip
    either = rule_of({"any_of": [{"fact": "ok"}, {"fact": "n", "at_least": 3}]}, {"ok": True, "n": 1})
    assert [inner.carries for inner in either.steps] == [True, False]


def test_under_a_denial_what_is_so_is_the_reason() -> None:
    """Not-ok fails because it is ok."""
    step = rule_of({"not": {"fact": "ok"}}, {"ok": True})
    assert (step.head, step.truth) == ("not", "not_met")
    assert (step.steps[0].truth, step.steps[0].reasons) == ("met", (Reason.OTHER_VALUE,))


def test_a_proxy_is_told_as_such_and_the_own_fact_is_still_missing() -> None:
    """Which fact stands in for which, by name; the verdict is never certain."""
    told = explained(
        {"fact": "rate", "at_least": "70 %"}, {"files": {"value": "87,9 %", "part": 117, "whole": 133}},
        instead=[{"fact": "files", "caveat": "proxy_measure"}],
    )  # fmt: skip
    step = told.rule
    assert step is not None
    assert (step.of, step.path, step.truth) == ("files", "criteria/1/instead/0", "met")
    found = {weakness.caveat: (weakness.asked, weakness.given) for weakness in step.caveats}
    assert found == {Caveat.PROXY_MEASURE: ("rate", "files"), Caveat.STATED_DIFFERS: ("117/133", "87,9 %")}
    assert step.caveats[0].asked_title is not None
    assert step.caveats[0].asked_title.vi == "Tỷ lệ hộ"
    assert [missing.path for missing in step.missing] == ["facts/rate"]
    assert (told.outcome, told.certainty.certain, told.certainty.rests_on_proxy) == (Outcome.MET, False, True)


def test_caveats_say_which_place_and_which_day() -> None:
    """The commune's figure for the hamlet, measured two years ago."""
    line = {"value": "80 %", "scope": "commune", "measured_on": "2022-03-31"}
    step = rule_of({"fact": "rate", "at_least": "70 %"}, {"rate": line})
    found = {weakness.caveat: (weakness.asked, weakness.given) for weakness in step.caveats}
    assert found == {Caveat.SCOPE_MISMATCH: ("hamlet", "commune"), Caveat.STALE: ("12 months", "2022-03-31")}


def test_a_weak_class_is_told_as_the_classs_weakness() -> None:
    """The count is the hamlet's own, the region is said of the commune."""
    rule = {"fact": "n", "at_least": {"by": "region", "values": {"delta": 5}, "otherwise": 3}}
    step = rule_of(rule, {"n": 4, "region": {"value": "mountain", "scope": "commune"}})
    assert [(one.caveat, one.fact, one.given) for one in step.caveats] == [(Caveat.SCOPE_MISMATCH, "region", "commune")]


def test_a_records_fields_are_steps_of_their_own() -> None:
    """A camera that keeps five days against seven."""
    step = rule_of({"fact": "camera", "where": {"kept": {"at_least": 7}}}, {"camera": {"kept": 5}})
    assert step.measured is not None
    assert (step.measured.exact, step.truth) == ("true", "not_met")
    (field,) = step.steps
    assert (field.of, field.truth) == ("kept", "not_met")
    assert field.tests[0].distance is not None
    assert field.tests[0].distance.amount == "-2"


def test_a_field_that_is_open_carries_nothing_where_another_fails() -> None:
    """A record that fails for one field rests on that one alone, whatever the others may be."""
    step = rule_of({"fact": "camera", "where": {"kept": {"at_least": 7}, "issuer": "X"}}, {"camera": {"kept": 3}})
    assert [(one.of, one.truth, one.carries) for one in step.steps] == [
        ("issuer", "open", False), ("kept", "not_met", True),
    ]  # fmt: skip


def test_no_method_says_why_and_that_a_method_is_missing() -> None:
    """Nothing was measured: nothing could be."""
    told = explained({"no_method": "no_guidance", "ask": "chair"}, {})
    step = told.rule
    assert step is not None
    assert (step.head, step.of, step.truth) == ("no_method", "no_guidance", "open")
    assert [(one.path, one.kind, one.ask and one.ask.role) for one in step.missing] == [
        ("criteria/1/rule", "method", "chair")
    ]
    assert told.certainty.settle == (("criteria/1/rule",),)


def test_what_does_not_apply_is_explained_by_its_condition() -> None:
    """The rule is shown and does not carry."""
    told = explained({"fact": "ok"}, {"n": 0}, applies_if={"fact": "n", "at_least": 1})
    assert told.applies_if is not None
    assert told.rule is not None
    assert (told.outcome, told.applies_if.truth, told.rule.carries) == (Outcome.NOT_APPLICABLE, "not_met", False)


def test_a_decision_counts_criteria_and_shows_the_decision_below() -> None:
    """How many of the criteria are met, which are not; another decision with its own rule."""
    told = explained({"fact": "ok"}, {"ok": False}, "recognised")
    assert told.rule is not None
    assert told.rule.members is not None
    assert (told.kind, told.outcome, told.rule.members.total) == ("decision", Outcome.NOT_MET, 1)
    assert told.rule.members.failing == (Member(id="1"),)
    further = explained({"fact": "ok"}, {"ok": False}, "next").rule
    assert further is not None
    assert (further.head, further.of, further.steps[0].head) == ("decision", "recognised", "met")


def test_a_name_nobody_bears_is_answered_with_the_nearest() -> None:
    """A misspelt decision."""
    with pytest.raises(NotFoundError) as caught:
        explained({"fact": "ok"}, {}, "recognized")
    assert (caught.value.kind, caught.value.nearest) == ("criterion", "recognised")


def test_proof_lists_what_is_attached_and_what_is_lacking() -> None:
    """A paper of one type is there, the other is not; the nearest list says what is lacking."""
    paper = {"id": "p", "type": "photo", "supports": ["1"], "link": "https://example.org/a"}
    told = explained({"fact": "ok"}, {"ok": True}, evidence=[["photo", "report"], ["report", "photo"]], papers=[paper])
    first = told.proof.lists[0]
    assert [(need.type, need.given) for need in first.needs] == [("photo", True), ("report", False)]
    assert first.needs[0].pieces[0].link == "https://example.org/a"
    assert [(lack.kind, lack.keys) for lack in told.proof.lacks] == [("evidence", ("report",))]
    assert not told.proven


def test_proof_says_what_else_is_in_the_way() -> None:
    """Not met, a blocking caveat, a record without its keys, no list of evidence at all."""
    lacks = explained({"fact": "n", "at_least": 9}, {"n": {"value": 3, "scope": "commune"}}).proof.lacks
    assert [lack.kind for lack in lacks] == ["outcome", "caveat", "no_evidence_list"]
    record = explained({"fact": "paper"}, {"paper": {"number": "1/QC"}}, evidence="none").proof
    assert (record.asks_nothing, record.proven) == (True, False)
    assert [(lack.kind, lack.fact, lack.keys) for lack in record.lacks] == [
        ("record", "paper", ("issued_on", "issuer"))
    ]


def test_a_proven_criterion_lacks_nothing() -> None:
    """Met, nothing asked, nothing weak."""
    proof = explained({"fact": "ok"}, {"ok": True}, evidence="none").proof
    assert (proof.proven, proof.lacks) == (True, ())


def test_decisions_that_read_one_another_very_far_are_explained_without_certainty() -> None:
    """A search that would go too deep says that it stopped."""
    data = skeleton(FACTS)
    data["criteria"] = [{"id": "1", "title": "Một", "group": "one", "rule": {"fact": "ok"}}]
    last = {"met": "all", "at_least": "all"}
    data["decisions"] = {f"d{n}": {"if": {"all_of": [{"decision": f"d{n + 1}"}, last]}} for n in range(160)}
    data["decisions"] |= {"d160": {"if": last, "main": True}}
    village = {"village": {"id": "a", "name": "A", "kind": "hamlet"}, "ruleset": "made-up", "as_of": "2024-03-31"}
    told = smartvillage.explain(
        smartvillage.load_ruleset(data), smartvillage.load_village({**village, "facts": {}}), "d0"
    )
    assert (told.outcome, told.certainty.certain, told.certainty.finished) == (Outcome.UNKNOWN, None, False)


def test_a_limit_by_class_says_which_class_picks_it() -> None:
    """The class fact and the village's code where it is known, else each row's; the row of all others has none."""
    rule = {"fact": "n", "at_least": {"by": "region", "values": {"delta": 5}, "otherwise": 3}}
    assert [
        [
            (one.exact, [(picked.fact, picked.code) for picked in one.picked])
            for one in rule_of(rule, facts).tests[0].limits
        ]
        for facts in ({"n": 4, "region": "delta"}, {"n": 4, "region": "city"}, {"n": 4})
    ] == [
        [("5", [("region", "delta")])],
        [("3", [("region", "city")])],
        [("5", [("region", "delta")]), ("3", [("region", None)])],
    ]


def test_a_limit_in_a_hole_tells_its_periods_and_nothing_would_settle_it() -> None:
    """What is in force on no such day is nothing that anybody could find out."""
    dated = [{"from": "2023-01-01", "until": "2023-12-31", "value": 100}, {"from": "2025-01-01", "value": 120}]
    told = explained({"fact": "n", "at_least": {"dated": dated}}, {"n": 110})
    assert told.rule is not None
    (limit,) = told.rule.tests[0].limits
    assert [(str(one.during.from_), str(one.during.until), one.exact) for one in limit.periods] == [
        ("2023-01-01", "2023-12-31", "100"),
        ("2025-01-01", "None", "120"),
    ]
    assert (told.certainty.certain, told.certainty.settle) == (False, ())


def test_a_dated_limit_in_force_has_no_hole() -> None:
    """Where one period holds the day the others are not told."""
    rule = {
        "fact": "n",
        "at_least": {"dated": [{"until": "2024-12-31", "value": 100}, {"from": "2025-01-01", "value": 9}]},
    }
    (limit,) = rule_of(rule, {"n": 110}).tests[0].limits
    assert (limit.exact, limit.periods) == ("100", ())


def test_counted_conditions_are_named_by_what_they_look_at() -> None:
    """By their own id, else by the title of their fact, else by their position counted from one."""
    parts = [
        {"fact": "ok"},
        {"id": "seen", "fact": "view"},
        {"not": {"fact": "view"}},
        {"fact": "stars", "at_least": "4"},
    ]
    step = rule_of({"count": parts, "at_least": 4}, {"ok": False, "view": True, "stars": "1"})
    assert step.members is not None
    assert [(one.id, one.name, one.title and one.title.vi) for one in step.members.failing] == [
        ("0", None, "Có quy chế"),
        ("2", "3", None),
        ("3", "stars", None),
    ]
