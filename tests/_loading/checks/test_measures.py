"""What is measured: what can be, which edges, steps and rows fit it, and what refers to what."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

import smartvillage
from smartvillage import RulesetError
from smartvillage.document import read_text
from smartvillage.model.measures import ChooseMeasure, GradeMeasure

Plain = dict[str, Any]

SET: Plain = read_text(
    """
ruleset: {id: made-up, title: Thử, version: 1.0.0, subject: hamlet, period: {from: 2023-01-01}, basis: assumed,
  source: ours}
sources: {ours: {type: own, issuer: chúng tôi, seen: true}}
scales: {rank: ["1", "2", "3"], medals: [bronze, silver]}
codes: {size: {small: Nhỏ, large: Lớn}}
facts:
  ok: {type: flag}
  share: {type: share}
  residents: {type: count, max: 100}
  area: {type: quantity, unit: ha}
  level: {type: level, scale: rank}
  medal: {type: level, scale: medals}
  kind: {type: choice, codes: size}
  founded: {type: date}
  paper: {type: record, fields: {pages: {type: count}}}
  places: {type: list, fields: {wifi: {type: flag}}}
groups: [{id: g, title: Nhóm}]
criteria:
  - {id: "1", title: Một, group: g, rule: {fact: ok}, points: 20, tags: [core]}
  - {id: "2", title: Hai, group: g, points: {max: 30, of: {fact: share}, steps: {50 %: 30, 20 %: 10}}}
  - {id: "3", title: Ba, grade: {of: {fact: residents}, scale: rank, levels: {"1": 0, "2": 40}}}
  - {id: "4", title: Bốn, rule: {fact: paper, where: {pages: {at_least: 3}}}}
  - {id: "5", title: Năm, rule: {count: places, where: {wifi: true}, at_least: all}}
measures:
  rank: {grade: {of: {points: {group: g}}, scale: rank, levels: {"1": 0, "2": 20}}}
  own: {fact: level}
  medal: {fact: medal}
  people: {fact: residents}
  land: {fact: area}
  lowest: {lowest: [rank, own]}
  grades: {lowest: {grade: all}}
  size: {choose: [{when: {fact: area, less_than: 5 ha}, then: small}], otherwise: large, codes: size}
  gated: {choose: [{when: {fact: founded, after: 2020-01-01}, then: {measure: rank}}], otherwise: "1", scale: rank}
decisions:
  main: {main: true, level: lowest, needs: first}
  first:
    if:
      all_of:
        - {fact: kind, is: small}
        - {measure: size, is: small}
        - {measure: gated, at_least: "2"}
        - {measure: medal, is: silver}
  score: {score: {points: all}}
  graded: {level: grades}
  people: {score: {measure: people}}
  land: {score: {measure: land}}
""",
    "set.yaml",
).data


def codes(path: str, value: str | None) -> list[str]:
    """Return the codes of what is told of the set with one part set; nothing as the value takes the part out."""
    data = deepcopy(SET)
    *steps, last = path.split("/")
    part: Any = data
    for step in steps:
        part = part[int(step)] if isinstance(part, list) else part[step]
    if value is None:
        del part[last]
    else:
        text = value.replace("FOUNDED", "{fact: founded, after: 2020-01-01}")
        part[last] = read_text(text, "value.yaml").data
    try:
        return [one.code for one in smartvillage.load_ruleset(data).warnings]
    except RulesetError as error:
        return [one.code for one in error.diagnostics]


def test_the_set_itself_has_no_fault() -> None:
    """All faults below come from the one thing that is changed."""
    assert codes("measures/own", "{fact: level}") == []


@pytest.mark.parametrize(("path", "value", "expected"), [
    # what cannot be measured, or is measured as another kind of thing
    ("decisions/score", "{score: {measure: rank}}", ["SV340"]),
    ("decisions/score", "{score: {fact: ok}}", ["SV340"]),
    ("decisions/score", "{score: {fact: founded}}", ["SV340"]),
    ("decisions/main", "{main: true, level: size, needs: first}", ["SV340"]),
    ("decisions/main", "{main: true, level: lowest, needs: score}", ["SV340"]),
    ("decisions/score", "{if: {decision: main}}", ["SV340"]),
    ("criteria/1/points", "{max: 5, of: {fact: ok}, steps: {a: 5}}", ["SV340"]),
    ("criteria/1/points", "{max: 5, of: {fact: kind}, steps: {small: 5}}", ["SV340"]),
    ("criteria/1/points", "{max: 5, of: {fact: residents}, proportional: true}", ["SV340"]),
    ("criteria/2/grade", "{of: {fact: ok}, scale: rank, levels: {'2': 1}}", ["SV340"]),
    ("measures/lowest", "{lowest: [own, size]}", ["SV340"]),
    ("measures/gated", "{choose: [{when: FOUNDED, then: {measure: size}}], otherwise: '1', scale: rank}",
     ["SV340"]),
    ("criteria/3/rule", "{fact: residents, at_least: {by: rank, values: {'1': 1}}}", ["SV340"]),
    ("criteria/3/rule", "{fact: residents, at_least: {times: 2, of: {measure: rank}}}", ["SV340"]),
    ("criteria/3/rule", "{fact: residents, at_least: {times: 2, of: {measure: people}}}", ["SV330"]),
    ("criteria/3/rule", "{fact: residents, at_least: {times: 2, of: {measure: land}}}", ["SV412"]),
    ("criteria/3/rule", "{fact: area, at_least: {times: 2, of: {measure: people}}}", ["SV413"]),
    ("decisions/score", "{score: {decision: first}}", ["SV341"]),
    ("decisions/score", "{score: {not: {fact: ok}}}", ["SV341"]),
    ("decisions/score", "{score: {no_method: not_seen}}", ["SV341"]),
    ("decisions/score", "{score: {points: all, at_least: 5}}", ["SV342"]),
    ("criteria/2/grade/of", "{fact: paper, where: {pages: {at_least: 3}}}", ["SV342"]),
    # levels of other scales
    ("measures/lowest", "{lowest: [rank, medal]}", ["SV343"]),
    ("measures/gated", "{choose: [{when: FOUNDED, then: {measure: medal}}], otherwise: '1', scale: rank}",
     ["SV343"]),
    ("criteria/1/grade", "{of: {fact: share}, scale: medals, levels: {silver: 50 %}}", ["SV343"]),
    # nothing to measure
    ("decisions/score", "{score: {points: ['3']}}", ["SV344"]),
    ("decisions/score", "{if: {grade: ['1'], at_least: '2'}}", ["SV344"]),
    ("measures/lowest", "{lowest: []}", ["SV344"]),
    # edges
    ("measures/rank/grade/levels", "{'1': 0, '2': 40, '3': 20}", ["SV345"]),
    ("measures/rank/grade/levels", "{'2': 20, '3': 20}", ["SV345"]),
    ("measures/rank/grade/levels", "{'1': {at_most: 10}, '2': {at_most: 20}}", ["SV345"]),
    ("measures/rank/grade/levels", "{'1': {at_least: 0, at_most: 20}, '2': {at_least: 20}}", ["SV345"]),
    ("measures/rank/grade/levels", "{'1': {at_most: 19}, '2': {at_least: 20}}", []),
    ("measures/rank/grade/levels", "{'1': {at_most: 19}, '2': {at_least: 21}}", ["SV346"]),
    ("measures/rank/grade/levels", "{'1': {at_most: 19}, '2': {at_least: 20, at_most: 49}}", ["SV346"]),
    ("measures/rank/grade/levels", "{'1': {at_most: 19}, '2': {at_least: 20, at_most: 50}}", []),
    ("measures/rank/grade/levels", "{'1': {less_than: 20 %}, '2': {more_than: 20 %}}", ["SV346"]),
    ("measures/rank/grade/levels", "{'1': {at_most: 19 %}, '2': {at_least: 20 %}}", ["SV346"]),
    ("criteria/1/points", "{max: '30,5', of: {fact: share}, steps: {50 %: '30,5'}}", []),
    # points
    ("criteria/1/points", "{max: 0, of: {fact: share}, steps: {50 %: 0}}", ["SV347"]),
    ("criteria/1/points", "{max: 50 %, of: {fact: share}, steps: {50 %: 1}}", ["SV347"]),
    ("criteria/1/points", "{max: 5, of: {fact: share}, steps: {50 %: 6}}", ["SV347"]),
    ("criteria/1/points", "{max: 5, of: {fact: share}, steps: {50 %: 5}, otherwise: 6}", ["SV347"]),
    ("criteria/1/points", "{max: 5, of: {fact: share}, proportional: {full_at: 0 %}}", ["SV347"]),
    ("criteria/1/points", "{max: 5, of: {fact: share}, proportional: {full_at: 5}}", ["SV431"]),
    ("criteria/1/points", "{max: 5, of: {fact: share}, steps: {}}", ["SV221"]),
    ("criteria/1/points", "[5]", ["SV208"]),
    ("measures/rank/grade/levels", "{}", ["SV221"]),
    ("measures/rank/grade/levels", "{'2': {}}", ["SV307"]),
    ("criteria/1/points", "20", ["SV348"]),
    ("criteria/1/points", "{max: 5, of: {fact: share}}", ["SV348"]),
    ("criteria/1/points", "{max: 5, of: {fact: share}, steps: {50 %: 5}, proportional: true}", ["SV348"]),
    ("measures/gated", "{choose: [{when: FOUNDED, then: '1'}], otherwise: '1'}", ["SV348"]),
    ("decisions/score", "{score: {points: all}, level: lowest}", ["SV348"]),
    ("criteria/1/points", "{max: 5, of: {count: places}, steps: {50 %: 5, '3': 4}}", ["SV349"]),
    # names
    ("measures/rank/grade/levels", "{'1': 0, '4': 20}", ["SV301"]),
    ("measures/rank/grade/scale", '"ranks"', ["SV301"]),
    ("measures/gated", "{choose: [{when: FOUNDED, then: '9'}], otherwise: '1', scale: rank}", ["SV301"]),
    ("measures/size/otherwise", '"huge"', ["SV301"]),
    ("measures/lowest", "{lowest: [rank, nobody]}", ["SV301"]),
    ("decisions/main/needs", '"nobody"', ["SV301"]),
    ("decisions/score", "{if: {measure: rank, at_least: '9'}}", ["SV301"]),
    ("decisions/score", "{if: {grade: all, at_least: gold}}", ["SV301"]),
    ("decisions/score", "{if: {points: {group: nobody}, at_least: 5}}", ["SV301", "SV344"]),
    # tests
    ("decisions/score", "{if: {points: all}}", ["SV307"]),
    ("decisions/score", "{if: {measure: rank}}", ["SV307"]),
    ("decisions/score", "{if: {measure: size, at_least: small}}", ["SV306"]),
    ("decisions/score", "{if: {points: all, one_of: [3, 5]}}", ["SV306"]),
    ("decisions/score", "{if: {measure: rank, at_least: {times: 2, of: {fact: residents}}}}", ["SV308"]),
    # circles and what nothing uses
    ("measures/own", "{measure: lowest}", ["SV311"]),
    ("measures/own", "{grade: {of: {met: ['1']}, scale: rank, levels: {'2': 1}}}", ["SV318"]),
    ("criteria/0/rule", "{measure: rank, at_least: '2'}", ["SV311"]),
    ("criteria/0/rule", "{fact: residents, at_least: {by: size, values: {small: 1, large: 2}}}", ["SV318"]),
    ("decisions/first", "{if: {measure: gated, at_least: '2'}, needs: main}", ["SV311", "SV340"]),
    ("measures/spare", "{points: all}", ["SV318"]),
    # shapes
    ("measures/own", "{facts: level}", ["SV206"]),
    ("measures/own", "[level]", ["SV208"]),
    ("measures/own", "{fact: level, titel: A}", ["SV203"]),
    ("measures/rank/grade/scale", None, ["SV204"]),
    ("measures/gated/otherwise", None, ["SV204"]),
    ("criteria/2/grade", None, ["SV226", "SV344"]),
])  # fmt: skip
def test_what_does_not_fit_is_told(path: str, value: str | None, expected: list[str]) -> None:
    """One thing wrong gives its code, and no other."""
    assert codes(path, value) == expected


def test_printed_edges_of_points_that_may_be_fractions_have_a_gap() -> None:
    """The same edges that are whole over whole points leave 49,5 and 75,5 where points may be fractions."""
    data = deepcopy(SET)
    data["measures"]["rank"]["grade"]["levels"] = {
        "1": {"at_least": 0, "at_most": 19}, "2": {"at_least": 20, "at_most": 35}, "3": {"at_least": 36, "at_most": 50},
    }  # fmt: skip
    assert smartvillage.load_ruleset(data).warnings == ()
    data["criteria"][1]["points"] = {"max": 30, "of": {"fact": "share"}, "proportional": True}
    told = [(one.code, one.message.en) for one in smartvillage.load_ruleset(data).warnings]
    assert [code for code, _ in told] == ["SV346", "SV346"]
    assert "`19 < … < 20`" in told[0][1]


def test_what_is_measured_rests_on_what_is_around_it() -> None:
    """Points, edges, rows and heads take the basis of the nearest thing that has one."""
    data = deepcopy(SET)
    data["sources"]["law"] = {"type": "law", "issuer": "Quốc hội", "seen": True}
    data["criteria"][1] |= {"basis": "stated", "source": "law"}
    data["measures"]["rank"] |= {"basis": "inferred", "source": "law"}
    data["measures"]["rank"]["grade"]["levels"]["2"] = {"value": "20", "basis": "stated"}
    ruleset = smartvillage.load_ruleset(data)
    points, rank, gated = ruleset.criteria[1].points, ruleset.measures["rank"], ruleset.measures["gated"]
    assert points is not None
    assert points.of is not None
    assert (points.basis, points.of.basis, points.source and points.source.id) == ("stated", "stated", "law")
    assert isinstance(rank, GradeMeasure)
    assert isinstance(gated, ChooseMeasure)
    edges = [rank.grade.levels[name].at_least for name in ("1", "2")]
    assert [edge and edge.basis for edge in edges] == ["inferred", "stated"]
    assert gated.choose[0].when.basis == "assumed"


def test_a_number_without_a_basis_is_told() -> None:
    """Points and edges are numbers as any other."""
    data = deepcopy(SET)
    del data["ruleset"]["basis"], data["ruleset"]["source"]
    with pytest.raises(RulesetError) as caught:
        smartvillage.load_ruleset(data)
    assert {one.code for one in caught.value.diagnostics} == {"SV219"}


def test_a_set_with_measures_is_read_back_as_it_was_written() -> None:
    """What ``model_dump`` writes loads to the same set."""
    ruleset = smartvillage.load_ruleset(deepcopy(SET))
    assert smartvillage.load_ruleset(ruleset.model_dump()) == ruleset
    assert smartvillage.Ruleset.model_validate_json(ruleset.model_dump_json()) == ruleset
