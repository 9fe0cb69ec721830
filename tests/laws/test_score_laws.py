"""Points, grades, measures and decisions: the plain numbers where all is known, and bounds of them where not."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from laws.engine import day_of, judged
from oracle.scores import Scores
from strategies.scored import scored_rulesets, whole_villages, with_holes

from smartvillage import Assessment

Plain = dict[str, Any]


def exact(text: str | None) -> Fraction | None:
    """Read an exact number of a result."""
    return None if text is None else Fraction(text)


@given(scored_rulesets(), whole_villages())
def test_points_and_grades_are_the_plain_numbers(ruleset: Plain, village: Plain) -> None:
    """With every fact known each criterion has its outcome, points and level, and no other."""
    expected = Scores(ruleset, village, day_of(village)).criteria
    for finding in judged(ruleset, village).findings:
        one = expected[finding.criterion]
        outcome = None if one.holds is None else "met" if one.holds else "not_met"
        if not one.applies:
            outcome = None if one.holds is None else "not_applicable"
        assert (None if finding.outcome is None else finding.outcome.value) == outcome
        points = None if finding.points is None else (finding.points.lowest, finding.points.highest)
        assert (None if points is None else tuple(map(exact, points))) == (
            None if one.points is None else (one.points, one.points)
        )
        grade = None if finding.grade is None else (finding.grade.lowest, finding.grade.highest)
        level = None if one.grade is None else ruleset["scales"]["stars"][one.grade]
        assert grade == (None if level is None else (level, level))


@given(scored_rulesets(), whole_villages())
def test_decisions_are_the_plain_answers(ruleset: Plain, village: Plain) -> None:
    """With every fact known each decision is met or not, or one level or number."""
    scores = Scores(ruleset, village, day_of(village))
    answers = {one.id: one.answer for one in judged(ruleset, village).decisions}
    assert answers == {name: scores.answer(name) for name in ruleset["decisions"]}


@given(scored_rulesets(), whole_villages(), st.data())
def test_what_is_known_of_less_holds_when_more_is_known(ruleset: Plain, village: Plain, data: st.DataObject) -> None:
    """Bounds of points, levels and scores hold the numbers that all facts give, and what is decided stays."""
    part, whole = judged(ruleset, data.draw(with_holes(village))), judged(ruleset, village)
    for before, after in zip(part.findings, whole.findings, strict=True):
        assert decided(before.outcome) in (None, after.outcome)
        if before.points is not None and after.points is not None:
            assert within(after.points, before.points)
        if before.grade is not None and after.grade is not None:
            assert (
                levels(before.grade)[0] <= levels(after.grade)[0] <= levels(after.grade)[1] <= levels(before.grade)[1]
            )
    for old, new in zip(part.decisions, whole.decisions, strict=True):
        assert decided(old.outcome) in (None, new.outcome)
        if old.score is not None and new.score is not None:
            assert within(new.score, old.score)
        if old.level is not None and new.level is not None:
            assert levels(old.level)[0] <= levels(new.level)[0] <= levels(new.level)[1] <= levels(old.level)[1]


@given(scored_rulesets(), whole_villages(), st.data())
def test_order_changes_no_score(ruleset: Plain, village: Plain, data: st.DataObject) -> None:
    """The order of criteria, measures, levels and steps changes nothing that is found of any."""
    shuffled = {**ruleset, "criteria": data.draw(st.permutations(ruleset["criteria"]))}
    for section in ("measures", "decisions"):
        keys = data.draw(st.permutations(list(ruleset[section])))
        shuffled[section] = {key: ruleset[section][key] for key in keys}
    assert told(judged(ruleset, village)) == told(judged(shuffled, village))


def told(assessment: Assessment) -> tuple[set[Any], set[Any]]:
    """Return what is found of each criterion and decision, in no order."""
    findings = {(one.criterion, one.outcome, one.points, one.grade, one.reasons) for one in assessment.findings}
    return findings, {(one.id, one.answer, one.reasons) for one in assessment.decisions}


def decided(outcome: Any) -> Any:
    """Return an outcome where it is decided."""
    return outcome if outcome in ("met", "not_met", "not_applicable") else None


def within(inner: Any, outer: Any) -> bool:
    """Tell whether a number lies in the bounds that were told before."""
    low, high, least, most = map(exact, (inner.lowest, inner.highest, outer.lowest, outer.highest))
    assert low is not None
    assert high is not None
    return (least is None or least <= low) and (most is None or high <= most)


def levels(found: Any) -> tuple[int, int]:
    """Return the places of a range of levels."""
    return int(found.lowest), int(found.highest)
