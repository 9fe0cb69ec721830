"""What is measured, in words: a ruleset's points, grades and measures, and what an assessment found of them."""

from __future__ import annotations

from typing import Any

import pytest

import smartvillage
from smartvillage import render
from smartvillage.diagnostics import Lang
from smartvillage.document import read_text

Plain = dict[str, Any]

SET: Plain = read_text(
    """
ruleset: {id: made-up, title: Thử, version: 1.0.0, subject: school, period: {from: 2023-01-01}, basis: stated,
  source: qd}
sources: {qd: {type: decision, number: 1/QĐ-BGDĐT, issuer: Bộ, seen: true}}
scales: {rank: [{id: "1", title: {vi: Chưa đáp ứng, en: Not yet}}, {id: "2", title: {vi: Cơ bản, en: Basic}}]}
codes: {size: {small: {vi: Nhỏ, en: Small}, large: {vi: Lớn, en: Large}}}
facts:
  ok: {type: flag, title: {vi: Nền tảng, en: Platform}}
  share: {type: share, title: {vi: Bài giảng, en: Lessons}}
  pupils: {type: count, title: {vi: Học sinh, en: Pupils}}
groups: [{id: g, title: {vi: Dạy học, en: Teaching}}]
criteria:
  - {id: "1", title: Một, group: g, rule: {fact: ok}, points: 20}
  - {id: "2", title: Hai, group: g, points: {max: 30, of: {fact: share}, steps: {50 %: 30, 20 %: 10}, otherwise: 1}}
  - {id: "3", title: Ba, group: g, points: {max: 10, of: {fact: share}, proportional: {full_at: 80 %}}}
  - {id: "4", title: Bốn, grade: {of: {fact: share}, scale: rank, levels: {"1": 0 %, "2": 40 %}}}
  - {id: "5", title: Năm, rule: {fact: share, at_least: {by: size, values: {small: 10 %, large: 30 %}}}}
measures:
  rank: {title: {vi: Hạng, en: Rank}, grade: {of: {points: {group: g}}, scale: rank, levels: {"1": 0, "2": 50}}}
  lowest: {lowest: [rank, grades]}
  highest: {highest: {grade: all}}
  grades: {grade: all}
  size: {choose: [{when: {fact: pupils, less_than: 100}, then: small}], otherwise: large, codes: size}
  gated: {choose: [{when: {fact: ok}, then: {measure: rank}}], otherwise: "1", scale: rank}
decisions:
  main: {main: true, title: {vi: Mức, en: Level}, level: rank, needs: first}
  first: {title: {vi: Đã nộp, en: Filed}, if: {measure: gated, at_least: "1"}}
  score: {score: {points: all}}
  others:
    if: {all_of: [{measure: lowest, at_least: "2"}, {measure: highest, at_least: "2"}, {points: all, at_least: 50 %}]}
""",
    "set.yaml",
).data


def loaded() -> smartvillage.Ruleset:
    """Load the set."""
    return smartvillage.load_ruleset(SET)


def assessed(**facts: Any) -> smartvillage.Assessment:
    """Evaluate a school."""
    place = {"id": "a", "name": "A", "kind": "school"}
    village = {"village": place, "ruleset": "made-up", "as_of": "2024-03-31", "facts": facts}
    return smartvillage.evaluate(loaded(), smartvillage.load_village(village))


def lines(text: str) -> str:
    """Write a text on one line, its lines joined."""
    return " ".join(text.split())


@pytest.mark.parametrize(("lang", "told"), [
    ("vi", [
        "điểm: 20 nếu đạt", "điểm: tối đa 30, theo “Bài giảng”: từ 50 %: 30; từ 20 %: 10; còn lại: 1",
        "điểm: tối đa 10, theo tỷ lệ “Bài giảng”, đủ điểm từ 80 %",
        "mức: theo “Bài giảng”: Cơ bản: ít nhất 40 %; Chưa đáp ứng: ít nhất 0 %",
        "tùy “size”: Nhỏ 10 %; Lớn 30 %",
        "theo tổng điểm các tiêu chí trong nhóm “Dạy học”: Cơ bản: ít nhất 50; Chưa đáp ứng: ít nhất 0",
        "mức thấp nhất trong “Hạng”, “grades”", "mức cao nhất trong mức của các tiêu chí",
        "nếu “Học sinh” dưới 100 thì Nhỏ; còn lại Lớn", "nếu có “Nền tảng” thì “Hạng”; còn lại Chưa đáp ứng",
        "mức: “Hạng”; phải có trước “Đã nộp”", "điểm số: tổng điểm các tiêu chí",
        "tổng điểm các tiêu chí ít nhất 50 %", "“gated” ít nhất Chưa đáp ứng",
    ]),
    ("en", [
        "points: 20 if met", "points: at most 30, by “Lessons”: from 50 %: 30; from 20 %: 10; else: 1",
        "points: at most 10, in proportion to “Lessons”, all from 80 % on",
        "grade: by “Lessons”: Basic: at least 40 %; Not yet: at least 0 %",
        "by points of criteria in the group “Teaching”: Basic: at least 50; Not yet: at least 0",
        "the lowest of “Rank”, “grades”", "the highest of grades of criteria",
        "if “Pupils” less than 100, Small; else Large", "if there is “Platform”, “Rank”; else Not yet",
        "level: “Rank”; “Filed” comes first", "score: points of criteria",
    ]),
])  # fmt: skip
def test_a_ruleset_says_how_it_measures(lang: Lang, told: list[str]) -> None:
    """Each way to points, each kind of measure and each kind of decision has its words."""
    text = lines(render(loaded(), lang=lang, width=400))
    assert [words for words in told if words not in text] == []


@pytest.mark.parametrize(("lang", "told"), [
    ("vi", ["Mức: từ Chưa đáp ứng đến Cơ bản", "score: từ 37,5 đến 57,5, tối đa 60", "điểm: 7,5/10", "điểm: 30/30",
            "mức: Cơ bản", "điểm: từ 0 đến 20, tối đa 20", "cần biết “Nền tảng”"]),
    ("en", ["Level: from Not yet to Basic", "points: 7.5 of 10", "level: Basic", "points: from 0 to 20, of 20"]),
])  # fmt: skip
def test_an_assessment_says_what_was_measured(lang: Lang, told: list[str]) -> None:
    """Levels by their titles, numbers with the most there are, and what is open as what it can be."""
    text = lines(render(assessed(share="60 %"), lang=lang, ruleset=loaded(), width=400))
    assert [words for words in told if words not in text] == []


def test_a_set_that_only_scores_says_so() -> None:
    """No count of criteria met stands where none could be."""
    data = {**SET, "criteria": [SET["criteria"][1], SET["criteria"][2], SET["criteria"][3]], "decisions": {
        "main": {"main": True, "score": {"points": "all"}}, "rank": {"level": "grades"},
    }, "measures": {"grades": {"grade": "all"}}}  # fmt: skip
    ruleset = smartvillage.load_ruleset(data)
    village = {"village": {"id": "a", "name": "A", "kind": "school"}, "ruleset": "made-up", "as_of": "2024-03-31",
               "facts": {"share": "20 %"}}  # fmt: skip
    assessment = smartvillage.evaluate(ruleset, smartvillage.load_village(village))
    text = render(assessment, lang="en", ruleset=ruleset)
    assert "only scored or graded" in text
    assert "0 of 0" not in text


def test_a_criterion_that_does_not_apply_is_not_scored() -> None:
    """It has neither points nor a grade to tell."""
    points = {"max": 5, "of": {"fact": "share"}, "proportional": True}
    sixth = {"id": "6", "title": "Sáu", "applies_if": {"fact": "ok"}, "points": points}
    data = {**SET, "criteria": [*SET["criteria"], sixth]}
    ruleset = smartvillage.load_ruleset(data)
    village = {"village": {"id": "a", "name": "A", "kind": "school"}, "ruleset": "made-up", "as_of": "2024-03-31",
               "facts": {"ok": False}}  # fmt: skip
    text = render(smartvillage.evaluate(ruleset, smartvillage.load_village(village)), lang="en", ruleset=ruleset)
    assert "Not scored" in text
