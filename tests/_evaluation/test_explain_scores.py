"""Explanations of points, grades, measures, levels and scores."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.rulesets import skeleton
from strategies.scored import scored_rulesets, whole_villages, with_holes
from strategies.told import cases, ruleset_of, village_of

import smartvillage
from smartvillage import Explanation, render
from smartvillage._evaluation.explain import explain
from smartvillage._program.bind import bind
from smartvillage._program.gauged import Levels, Number
from smartvillage._program.interval import Interval, Known, interval_of
from smartvillage._program.lower import lower
from smartvillage._program.reduction import Reduction
from smartvillage._program.residue import Case, hull_of, truth_of
from smartvillage._program.walk import number_of, walk
from smartvillage._program.walk import truth_of as truth_at
from smartvillage.document import read_text
from smartvillage.model.explanation import Distance, Span, Step

Plain = dict[str, Any]
SCORED = ("points", "grades", "measures", "decisions-needs", "partial-scores", "scored-sets")

SET: Plain = read_text(
    """
scales: {rank: [{id: "1", title: Cơ bản}, {id: "2", title: Nâng cao}, "3"]}
codes: {size: {small: Nhỏ, large: Lớn}}
facts:
  ok: {type: flag}
  share: {type: share, title: Tỷ lệ}
  residents: {type: count, title: Số dân}
  level: {type: level, scale: rank}
criteria:
  - {id: "1", title: Một, rule: {fact: ok}, points: 20}
  - {id: "2", title: Hai, points: {max: 30, of: {fact: share}, steps: {50 %: 30, 20 %: 10}}}
  - {id: "3", title: Ba, grade: {of: {fact: share}, scale: rank, levels: {"1": 0 %, "2": 40 %}}}
  - {id: "4", title: Bốn, rule: {fact: share, at_least: {by: size, values: {small: 10 %, large: 30 %}}}}
  - {id: "5", title: Năm, points: {max: 10, of: {fact: share}, proportional: {full_at: 80 %}}}
measures:
  rank: {title: Hạng, grade: {of: {points: ["1", "2"]}, scale: rank, levels: {"1": 0, "2": 20, "3": 40}}}
  own: {fact: level}
  both: {lowest: [rank, own]}
  twice: {lowest: [rank, rank]}
  gated: {choose: [{when: {fact: ok}, then: {measure: rank}}], otherwise: "1", scale: rank}
  size: {title: Cỡ, choose: [{when: {fact: residents, less_than: 100}, then: small}], otherwise: large, codes: size}
decisions:
  main: {main: true, level: both}
  twice: {level: twice}
  gated: {level: gated, needs: first}
  score: {score: {points: ["1", "2"]}}
  first: {if: {met: ["1"], at_least: all}}
  enough: {if: {points: ["1", "2"], at_least: 40}}
  part: {if: {points: ["1", "2"], at_least: 90 %}}
  high: {if: {measure: both, at_least: "2"}}
""",
    "set.yaml",
).data


def explained(name: str, **facts: Any) -> Explanation:
    """Explain a criterion or a decision of the set."""
    data = {**skeleton(SET["facts"]), **SET}
    village = {
        "village": {"id": "a", "name": "A", "kind": "hamlet"},
        "ruleset": "made-up",
        "as_of": "2024-03-31",
        "facts": facts,
    }
    return smartvillage.explain(smartvillage.load_ruleset(data), smartvillage.load_village(village), name)


def step(found: Step | None) -> Step:
    """Return a step that is there."""
    assert found is not None
    return found


def test_a_level_is_told_with_the_measures_it_is_the_lowest_of() -> None:
    """Each measure stands below with its own level."""
    found = explained("main", ok=True, share="20 %", level=3)
    assert (found.answer, found.outcome) == ("2", None)
    rule = step(found.rule)
    assert (rule.head, rule.of, rule.truth) == ("measure", "both", "measured")
    assert [(one.of, one.measured and one.measured.exact) for one in rule.steps] == [("rank", "2"), ("own", "3")]
    assert rule.measured is not None
    assert rule.measured.title is not None
    assert rule.measured.title.vi == "Nâng cao"


def test_an_open_level_is_told_as_what_it_can_be() -> None:
    """With what is missing and what would settle it."""
    found = explained("main", ok=True, level=3)
    rule = step(found.rule)
    assert (found.answer, rule.truth) == ("2..3", "open")
    assert rule.measured is not None
    assert rule.measured.within == Span(low="2", high="3")
    assert [one.path for one in rule.missing] == ["facts/share"]
    assert (found.certainty.certain, found.certainty.settle) == (False, (("facts/share",),))


def test_each_edge_of_a_level_is_a_test_with_what_it_gives() -> None:
    """The highest first, with the distance of the points."""
    rank = step(explained("main", ok=True, share="20 %", level=3).rule).steps[0]
    (points,) = rank.steps
    assert points.measured is not None
    assert (points.measured.exact, points.measured.out_of) == ("30", "50")
    assert [(test.gives, test.truth) for test in points.tests] == [("3", "not_met"), ("2", "met"), ("1", "met")]
    assert points.tests[0].distance == Distance(amount="-10", measure="marks")
    assert [(one.of, one.measured and one.measured.exact) for one in points.steps] == [("1", "20"), ("2", "10")]


def test_the_steps_of_points_are_tests_with_what_they_give() -> None:
    """The highest first, with the distance of the share."""
    found = explained("2", share="45 %")
    assert (found.outcome, found.answer, found.rule) == (None, "", None)
    points = step(found.points)
    (inner,) = points.steps
    assert points.measured is not None
    assert (points.measured.exact, points.measured.out_of) == ("10", "30")
    assert [(test.limits[0].written, test.gives, test.truth) for test in inner.tests] == [
        ("50 %", "30", "not_met"),
        ("20 %", "10", "met"),
    ]
    assert inner.tests[0].distance == Distance(amount="-5", measure="points", unit="%")


def test_points_in_proportion_tell_from_where_on_all_are_given() -> None:
    """With what is short of it."""
    points = step(explained("5", share="60 %").points)
    (inner,) = points.steps
    assert points.measured is not None
    assert points.measured.exact == "7.5"
    assert [(test.gives, test.distance) for test in inner.tests] == [
        ("10", Distance(amount="-20", measure="points", unit="%"))
    ]


def test_a_grade_of_a_criterion_is_told() -> None:
    """As its level, with the value and the edges below."""
    grade = step(explained("3", share="39 %").grade)
    (inner,) = grade.steps
    assert grade.measured is not None
    assert grade.measured.exact == "1"
    assert [(test.gives, test.truth) for test in inner.tests] == [("2", "not_met"), ("1", "met")]


def test_points_under_a_test_tell_the_distance() -> None:
    """In points; of a percentage too."""
    (enough,) = step(explained("enough", ok=True, share="20 %").rule).tests
    (part,) = step(explained("part", ok=True, share="20 %").rule).tests
    assert enough.distance == Distance(amount="-10", measure="marks")
    assert part.distance == Distance(amount="-15", measure="marks")
    assert (part.limits[0].form, part.truth) == ("percent", "not_met")


def test_a_level_under_a_test_tells_the_distance() -> None:
    """In levels."""
    (test,) = step(explained("high", ok=False, share="0 %", level=3).rule).tests
    assert (test.truth, test.distance) == ("not_met", Distance(amount="-1", measure="levels"))
    assert test.limits[0].title is not None


def test_a_choice_tells_its_rows_up_to_the_one_that_holds() -> None:
    """What comes after it carries nothing; what a row leads to stands below it."""
    found = explained("gated", ok=True, share="50 %")
    rows = step(found.rule).steps
    assert [(one.truth, one.carries) for one in rows] == [("met", True), ("measured", False)]
    assert [one.of for one in rows[0].steps] == ["rank"]
    assert rows[1].gives == "1"
    assert step(found.needs).of == "first"


def test_a_level_that_is_not_given_tells_what_it_needs() -> None:
    """The outcome is that of the needed decision."""
    found = explained("gated", ok=False)
    assert (found.answer, str(found.outcome)) == ("not_met", "not_met")
    assert step(found.needs).truth == "not_met"


def test_the_class_that_a_measure_chose_is_told_with_the_limit() -> None:
    """With the measure's title and the code's; an open class names every limit in question."""
    (known,) = step(explained("4", residents=50, share="20 %").rule).tests
    (limit,) = known.limits
    assert [(one.fact, one.code, one.title and one.title.vi) for one in limit.picked] == [("size", "small", "Nhỏ")]
    (open_,) = step(explained("4", share="20 %").rule).tests
    assert [one.picked[0].code for one in open_.limits] == ["large", "small"]


def test_a_measure_is_told_whole_once() -> None:
    """Where it is met again its value is enough."""
    found = explained("twice")
    first, again = step(found.rule).steps
    assert (bool(first.steps), again.steps) == (True, ())
    assert first.measured == again.measured


def ends(value: Known) -> Interval:
    """Return between what a value lies; that only whole numbers are meant is a hint that a sum may lose."""
    return replace(interval_of(value), whole=False)


STATES = [
    pytest.param(ruleset_of(sections), village_of(case), id=f"{name}: {case['name']}")
    for name, sections, case in cases() if name in SCORED
]  # fmt: skip


def compare_residues(sections: Plain, village: Plain) -> None:
    """Hold what is left of all that is measured to what the walk found."""
    ruleset, read = smartvillage.load_ruleset(sections), smartvillage.load_village(village)
    program = lower(ruleset, read.as_of)
    bound = bind(program, read)
    values = walk(program, bound.values)
    for gauged in program.gauged.values():
        reduction = Reduction(bound)
        if isinstance(gauged, Number):
            left = hull_of(reduction.sum(gauged.value), Case(), reduction.variables)
            assert ends(left) == ends(number_of(program, gauged.value)(values))
        elif isinstance(gauged, Levels):
            left_of = [truth_of(reduction.truth(node), Case(), reduction.variables) for node in gauged.reach]
            assert left_of == [truth_at(program, node)(values) for node in gauged.reach]


@pytest.mark.parametrize(("sections", "village"), STATES)
def test_a_residue_means_what_was_walked(sections: Plain, village: Plain) -> None:
    """With nothing assumed, what is left of a number or a level is what the walk found."""
    compare_residues(sections, village)


@given(scored_rulesets(), whole_villages(), st.data())
def test_a_residue_means_what_was_walked_of_any_set(sections: Plain, village: Plain, data: st.DataObject) -> None:
    """The same of random sets and of villages of which something is missing."""
    compare_residues(sections, data.draw(with_holes(village)))


@given(scored_rulesets(), whole_villages(), whole_villages(), st.data())
def test_a_certain_level_is_the_same_however_it_is_completed(
    sections: Plain, village: Plain, other: Plain, data: st.DataObject
) -> None:
    """What two villages that agree with a third decide is the same where the third's answer was said to be certain."""
    part = data.draw(with_holes(village))
    filled = {**part, "facts": {**other["facts"], **part["facts"]}}
    ruleset = smartvillage.load_ruleset(sections)
    one, two = (smartvillage.evaluate(ruleset, smartvillage.load_village(read)) for read in (village, filled))
    for first, second in zip(one.decisions, two.decisions, strict=True):
        still_open = second.answer == "unknown" or ".." in second.answer  # a list may go on in the other one too
        if (
            not still_open
            and smartvillage.explain(ruleset, smartvillage.load_village(part), first.id).certainty.certain
        ):
            assert first.answer == second.answer


@pytest.mark.parametrize("of", [{"level": "rank"}, {"score": {"points": "all"}}])
def test_a_level_is_no_surer_than_itself_where_what_it_needs_is_sure(of: Plain) -> None:
    """What must be met first holds whatever comes; which level or how many points are given then is still open."""
    sections = {
        "ruleset": {
            "id": "s", "title": "S", "version": "1.0.0", "period": {"from": "2023-01-01"}, "basis": "assumed",
            "source": "own", "subject": "hamlet",
        },
        "sources": {"own": {"type": "own", "issuer": "us", "seen": True}},
        "scales": {"stars": ["1", "2"]},
        "facts": {"flag": {"type": "flag"}},
        "criteria": [{"id": "1", "title": "One", "rule": {"fact": "flag"}, "points": 10, "evidence": "none"}],
        "measures": {"rank": {"grade": {"of": {"points": "all"}, "scale": "stars", "levels": {"2": 5}}}},
        "decisions": {
            "recognised": {"main": True, "if": {"met": "all", "at_least": "all"}},
            "ready": {"if": {"any_of": [{"points": "all", "at_least": 5}, {"points": "all", "less_than": 5}]}},
            "given": {**of, "needs": "ready"},
        },
    }  # fmt: skip
    village = {
        "village": {"id": "a", "name": "A", "kind": "hamlet"},
        "ruleset": "s",
        "as_of": "2024-01-01",
        "facts": {},
    }
    found = smartvillage.explain(sections, village, "given").certainty
    assert (found.certain, found.settle) == (False, (("facts/flag",),))
    assert smartvillage.explain(sections, village, "ready").certainty.certain


@pytest.mark.parametrize(("sections", "village"), STATES)
def test_every_explanation_agrees_with_the_assessment(sections: Plain, village: Plain) -> None:
    """Outcome, answer, reasons and what was measured are the assessment's; and both languages can say it."""
    ruleset, read = smartvillage.load_ruleset(sections), smartvillage.load_village(village)
    assessment = smartvillage.evaluate(ruleset, read)
    program = lower(ruleset, read.as_of)
    bound = bind(program, read)
    for finding in assessment.findings:
        found = explain(program, bound, finding.criterion)
        assert (found.outcome, found.reasons, found.caveats) == (finding.outcome, finding.reasons, finding.caveats)
        if finding.points is not None and not finding.points.is_open:
            assert step(found.points).measured is not None
            assert step(found.points).measured.exact == finding.points.lowest  # type: ignore[union-attr]
    for decision in assessment.decisions:
        found = explain(program, bound, decision.id)
        assert (found.outcome, found.answer, found.reasons) == (decision.outcome, decision.answer, decision.reasons)
        assert all(render(found, "text", lang=lang, ruleset=ruleset) for lang in ("vi", "en"))
    assert all(render(one, "text", ruleset=ruleset) for one in (assessment, ruleset))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_points_by_the_days_between_two_tell_both_days(lang: Any) -> None:
    """What is measured is the days between two; both stand below it, and the words name both."""
    sections = {
        "facts": {"told": {"type": "date"}, "held": {"type": "date"}},
        "criteria": [{"id": "1", "title": "Một", "points": {
            "max": 5, "of": {"days": {"from": "told", "to": "held"}}, "steps": {"10 days": "5", "3 days": "1"},
        }}],
        "decisions": {"main": {"main": True, "score": {"points": "all"}}},
    }  # fmt: skip
    village = village_of({"facts": {"told": "2024-01-01", "held": "2024-01-10"}})
    found = smartvillage.explain(ruleset_of(sections), village, "1")
    assert found.points is not None
    (days,) = found.points.steps
    assert days.measured is not None
    assert (days.measured.exact, [one.of for one in days.steps]) == ("9", ["told", "held"])
    words = render(found, "text", lang=lang)
    assert "told" in words
    assert "held" in words
