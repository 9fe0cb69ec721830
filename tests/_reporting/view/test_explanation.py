"""What an explanation's page says."""

from __future__ import annotations

from typing import Any

import pytest

from smartvillage._reporting import render
from smartvillage._reporting.speech import Speech
from smartvillage._reporting.view.explanation import open_thing
from smartvillage._reporting.view.names import Names
from smartvillage._reporting.view.steps import cited
from smartvillage.model.explanation import Explanation
from smartvillage.model.ruleset import Ruleset
from smartvillage.model.trial import Cited


def told(step: dict[str, Any], ruleset: Ruleset | None = None, **more: Any) -> list[str]:
    """Print an explanation whose rule is one step, and return the rule's lines."""
    data = {
        "ruleset": {"id": "vi-du", "version": "1.0.0", "title": "Bộ", "digest": "sha256:0"},
        "village": {"id": "ap-1", "name": "Ấp 1", "digest": "sha256:1"}, "on": "2024-03-31", "id": "1", "title": "T",
        "outcome": "unknown", "rule": {"path": "criteria/1/rule", "basis": "stated", **step},
        "proof": {"proven": False}, **more,
    }  # fmt: skip
    lines = render(Explanation.model_validate(data), lang="en", width=100, ruleset=ruleset).splitlines()
    start = lines.index("The rule and the figures") + 2
    return [line.strip() for line in lines[start : lines.index("Evidence") - 1]]


def limit(**values: Any) -> dict[str, Any]:
    """Make a firm limit."""
    return {"path": "criteria/1/rule/at_least", "form": "number", "basis": "stated", "written": "", **values}


def test_values_and_limits_stand_together(explanation: Explanation) -> None:
    """The exact share, the counts behind it, what was typed, the limit with its citation, and the distance."""
    text = render(explanation, lang="en", width=100)
    assert "value: 87.97 % = 117/133 (written “87,9 %”)" in text
    assert "asked: at least 70 % → met, 23 of 133 to spare" in text
    assert "basis of the threshold: stated in a text: 1/QĐ-UBND of 2023-04-03, item 2.13" in text
    assert "figure of another area: hamlet is asked, commune is given" in text


@pytest.mark.parametrize(
    ("reasons", "line"),
    [
        (["missing_fact"], "? Unknown"),
        (["unusable_fact"], "? Unknown · because: a fact cannot be used"),
        (["missing_fact", "class_unknown"], "? Unknown · because: a fact is missing, class unknown"),
    ],
)
def test_an_outcome_that_says_its_reason_has_no_other(explanation: Explanation, reasons: list[str], line: str) -> None:
    """What is unknown for want of a fact, and nothing else, says so by its own word."""
    data = explanation.model_dump(mode="json") | {"outcome": "unknown", "reasons": reasons, "caveats": []}
    assert line in render(Explanation.model_validate(data), lang="en", width=100).splitlines()


@pytest.mark.parametrize(
    ("weakness", "expected"),
    [
        ({"caveat": "stale", "asked": "12 months", "given": "2022-01-31"},
         "old figure: measured 2022-01-31, good for 12 months"),
        ({"caveat": "stated_differs", "asked": "117/133", "given": "87.9 %"}, "printed 87.9 %, reckoned 87.97 %"),
        ({"caveat": "conflict", "asked": "3", "given": "4"}, "conflicting figures: 4 and 3"),
        ({"caveat": "scope_mismatch", "asked": "hamlet", "given": "x"},
         "figure of another area: hamlet is asked, x is given"),
    ],
)  # fmt: skip
def test_what_weakens_a_figure_is_told_in_words(weakness: dict[str, Any], expected: str) -> None:
    """A day, a length of time, a share, a place: each as people write it."""
    measured = {"form": "percent", "exact": "117/133"}
    assert expected in told({"head": "fact", "of": "x", "truth": "met", "measured": measured, "caveats": [weakness]})


def test_a_truth_that_is_asked_for_is_its_word() -> None:
    """Asked is yes, and nobody says that it is yes."""
    test = {"word": "is", "truth": "met", "limits": [limit(form="truth", exact="true")]}
    assert "asked: yes → met" in told({"head": "where", "truth": "met", "tests": [test]})


def test_the_outcome_says_that_it_is_not_proven(explanation: Explanation) -> None:
    """Met as reported is not proven."""
    assert "✓ Met · as reported, not proven" in render(explanation, lang="en")


def test_what_proof_lacks_is_listed(explanation: Explanation) -> None:
    """Figures and papers, each by its name."""
    text = render(explanation, lang="en")
    assert "• the figure “files”: stand-in figure\n• evidence: extract\n" in text
    assert "✗ Trích xuất: not attached" in text


def test_a_stand_in_is_never_certain(explanation: Explanation) -> None:
    """The page says so."""
    assert "It rests on a stand-in figure, so it is never certain." in render(explanation, lang="en")


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        ({"amount": "-8", "measure": "units", "unit": "households"}, "8 households short"),
        ({"amount": "-1", "measure": "levels"}, "1 level short"),
        ({"amount": "-2.5", "measure": "points"}, "2.5 percentage points short"),
        ({"amount": "-3", "measure": "items", "of": "schools"}, "3 “schools” short"),
        ({"amount": "-3", "measure": "units", "direction": "down"}, "3 too much"),
        ({"amount": "5", "measure": "days"}, "5 days to spare"),
        ({"amount": "0", "measure": "units"}, "just the threshold"),
        ({"amount": "0", "measure": "units", "beyond": True}, "just the threshold, more is asked"),
        ({"amount": "-4", "measure": "units", "beyond": True}, "4 short (and more than that)"),
    ],
)
def test_a_distance_is_told_in_its_own_unit(distance: dict[str, Any], expected: str) -> None:
    """The side is a word, never a sign."""
    test = {"word": "at_least", "truth": "not_met", "limits": [limit(exact="10")], "distance": distance}
    lines = told({"head": "fact", "of": "x", "truth": "not_met", "tests": [test]})
    assert f"asked: at least 10 → not met, {expected}" in lines


@pytest.mark.parametrize(
    ("value", "asked", "direction", "expected"),
    [
        ("2/3", "3/5", "up", "just enough, one fewer would be short"),
        ("3/5", "3/5", "up", "just the threshold"),
        ("1/3", "3/5", "down", "just within it, one more would be too much"),
        ("3/5", "3/5", "down", "just the threshold"),
    ],
)
def test_the_nearest_whole_one_is_not_called_the_threshold(
    value: str, asked: str, direction: str, expected: str
) -> None:
    """Two of three are more than 60 %, and none of them can be spared."""
    share = {"form": "percent", "exact": value, "part": value[0], "whole": value[2]}
    distance = {"amount": "0", "measure": "units", "direction": direction}
    limits = [limit(form="percent", exact=asked)]
    tests = [{"word": "at_least", "truth": "met", "limits": limits, "distance": distance}]
    lines = told({"head": "fact", "of": "x", "truth": "met", "measured": share, "tests": tests})
    assert f"asked: at least 60 % → met, {expected}" in lines
    members = {"total": int(value[2]), "hold": int(value[0]), "fail": int(value[2]) - int(value[0]), "open": 0}
    counted = told({"head": "count", "truth": "met", "members": members, "tests": tests})
    assert f"asked: at least 60 % → met, {expected}" in counted


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ({"low": "0", "low_open": True, "high": "1"}, "above 0 % up to 100 %"),
        ({"low": "0.5", "high": "1", "high_open": True}, "from 50 % to below 100 %"),
        ({"low": "0.5", "high": "1"}, "from 50 % to 100 %"),
        ({"low": "0", "low_open": True, "high": "1", "high_open": True}, "above 0 % and below 100 %"),
        ({"low": "0.5"}, "from 50 % up"),
        ({"low": "0.5", "low_open": True}, "above 50 %"),
        ({"high": "0.5"}, "up to 50 %"),
        ({"high": "0.5", "high_open": True}, "below 50 %"),
        ({}, "anywhere"),
    ],
)
def test_an_unknown_limit_shows_between_what_it_lies(within: dict[str, Any], expected: str) -> None:
    """Open and closed ends are told apart, who may know is named, and the basis says that nobody has seen it."""
    unknown = limit(form="percent", within=within, written="unknown", basis="unknown", ask={"role": "s", "title": "Sở"})
    lines = told(
        {"head": "fact", "truth": "open", "tests": [{"word": "at_least", "truth": "open", "limits": [unknown]}]}
    )
    assert f"asked: at least a threshold nobody here has seen ({expected}) → open" in lines
    assert lines[-2:] == ["basis of the threshold: unknown, nobody here has seen it", "ask: Sở"]


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        ({"form": "truth", "exact": "true"}, "value: yes"),
        ({"form": "truth", "exact": "false", "written": "false"}, "value: no"),
        ({"form": "number", "exact": "1234.5", "unit": "ha"}, "value: 1,234.5 ha"),
        ({"form": "level", "exact": "3", "title": "3 stars"}, "value: 3 stars"),
        ({"form": "code", "exact": "mountain"}, "value: mountain"),
        ({"form": "day", "exact": "2024-03-31"}, "value: 2024-03-31"),
        ({"form": "day", "exact": "2024-03-31", "written": "31/3/2024"}, "value: 2024-03-31 (written “31/3/2024”)"),
        ({"form": "percent", "exact": "0.92", "written": "92 %"}, "value: 92 %"),
        ({"form": "number", "within": {"low": "3"}}, "value: not known (from 3 up)"),
        ({"form": "number"}, "value: not known"),
    ],
)
def test_a_value_is_written_by_its_form(measured: dict[str, Any], expected: str) -> None:
    """What was typed is shown only where it looks otherwise."""
    assert expected in told({"head": "fact", "of": "x", "truth": "open", "measured": measured})


def test_members_are_named_and_the_rest_is_counted() -> None:
    """Who fails, who is open, and how many more there are."""
    members = {
        "total": 9, "hold": 3, "fail": 3, "open": 1, "not_applicable": 1, "planned": 2, "unlisted": True,
        "failing": [{"id": "a", "name": "Chợ"}, {"id": "b"}], "undecided": [{"id": "c"}],
    }  # fmt: skip
    assert told({"head": "count", "of": "places", "truth": "open", "members": members})[1:] == [
        "3 of 8 fit",
        "3 do not: Chợ, b, and 1 more",
        "1 open: c",
        "1 not applicable",
        "2 only planned, not counted",
        "there may be more than those listed",
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("met", ["1 of 3 met", "2 not met: 1, 2", "1 criterion short"]),
        ("not_met", ["1 of 3 not met", "2 met: 1, 2", "1 criterion short"]),
        ("count", ["1 of 3 fit", "2 do not: 1, 2", "1 short"]),
    ],
)
def test_criteria_that_are_counted_are_called_so(head: str, expected: list[str]) -> None:
    """Of those counted because they are not met, the others are met."""
    members = {"total": 3, "hold": 1, "fail": 2, "open": 0, "failing": [{"id": "1"}, {"id": "2"}]}
    distance = {"amount": "-1", "measure": "items", "direction": "up"}
    test = {"word": "at_least", "truth": "not_met", "limits": [limit(exact="2")], "distance": distance}
    lines = told({"head": head, "truth": "not_met", "members": members, "tests": [test]})
    assert [*lines[1:3], lines[3].rpartition(", ")[2]] == expected


def test_conditions_that_are_counted_have_no_name() -> None:
    """A count of conditions says so, and is followed by no colon."""
    assert told({"head": "count", "truth": "met"}) == ["✓ How many of these hold"]


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ("no_guidance", "? No guidance on how to assess it"),
        ("delegated", "? Left to another body to set"),
        ("not_seen", "? Nobody here has seen the method"),
    ],
)
def test_why_there_is_no_method_is_said(why: str, expected: str) -> None:
    """No guidance, another body, or a text that nobody has seen are three things."""
    assert told({"head": "no_method", "of": why, "truth": "open"}) == [expected]


def test_what_has_no_title_is_headed_by_its_id() -> None:
    """No sign stands before a title that is not there."""
    data = {
        "ruleset": {"id": "vi-du", "version": "1.0.0", "title": "Bộ", "digest": "sha256:0"},
        "village": {"id": "ap-1", "name": "Ấp 1", "digest": "sha256:1"}, "on": "2024-03-31", "id": "level",
        "kind": "decision", "outcome": "met", "proof": {"proven": False},
    }  # fmt: skip
    assert render(Explanation.model_validate(data), lang="en").splitlines()[0] == "level"


def test_what_is_missing_is_asked() -> None:
    """A missing fact comes with the question an officer understands."""
    missing = {"path": "facts/x", "kind": "fact", "reason": "missing_fact", "fact": "x", "title": "Hộ",
               "question": "Bao nhiêu hộ?"}  # fmt: skip
    lines = told({"head": "fact", "of": "x", "truth": "open", "missing": [missing]})
    assert lines[1:] == ["missing: “Hộ”", "question: Bao nhiêu hộ?"]


def test_what_does_not_matter_is_drawn_all_the_same() -> None:
    """The tree is whole; every branch has its sign."""
    inner = [
        {"path": "p", "head": "fact", "of": of, "truth": truth, "carries": truth == "met", "basis": "stated"}
        for of, truth in (("x", "met"), ("y", "not_met"))
    ]
    assert told({"head": "any_of", "truth": "met", "steps": inner}) == ["✓ Any of these", "├─ ✓ x", "└─ ✗ y"]


def test_all_is_not_at_least_all() -> None:
    """Every one of a count is said in one word."""
    test = {"word": "at_least", "truth": "met", "limits": [limit(written="all")]}
    assert "asked: all → met" in told({"head": "count", "truth": "met", "tests": [test]})


def test_where_a_list_of_codes_comes_from_is_said_once() -> None:
    """Once for each text: two values of one citation share its line."""
    first = limit(form="code", exact="a", source={"id": "qd", "number": "1/QĐ", "issuer": "x", "seen": True})
    other = limit(form="code", exact="c", source={"id": "kh", "number": "2/KH", "issuer": "x", "seen": False})
    test = {"word": "one_of", "truth": "met", "limits": [first, {**first, "exact": "b"}, other]}
    assert told({"head": "fact", "of": "region", "truth": "met", "tests": [test]})[1:] == [
        "asked: one of: a, b, c → met",
        "basis of the threshold: stated in a text: 1/QĐ",
        "basis of the threshold: stated in a text: 2/KH (the text itself was not read)",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({"id": "plan", "item": "II"}, "plan, item II"),
        ({"id": "plan", "title": "Kế hoạch", "issuer": "UBND xã", "date": "2024", "seen": True},
         "Kế hoạch of 2024, UBND xã"),
        ({"id": "plan", "number": "3/KH", "issuer": "UBND xã"}, "3/KH (the text itself was not read)"),
    ],
)  # fmt: skip
def test_where_a_figure_is_from_is_named(source: dict[str, Any], expected: str) -> None:
    """By its number or title; by its id where nobody described it, and then nothing is said of its being read."""
    measured = {"form": "number", "exact": "3", "source": source}
    step = {"head": "fact", "of": "n", "truth": "met", "measured": measured}
    assert told(step)[-1] == f"source of the figure: {expected}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({"number": "3/KH-UBND", "date": "2024-03-05"}, "3/KH-UBND ngày 05/03/2024"),
        ({"title": {"vi": "Kế hoạch năm 2024"}, "date": "2024-03"}, "Kế hoạch năm 2024, tháng 03/2024"),
    ],
)
def test_a_date_follows_a_number_and_stands_apart_from_a_title(source: dict[str, Any], expected: str) -> None:
    """In Vietnamese a title and a date after it would read as one name."""
    described = Cited.model_validate({"id": "plan", "issuer": "UBND xã", "seen": True, **source})
    assert cited(Speech("vi"), described).startswith(expected)


def test_names_come_from_the_ruleset(ruleset: Ruleset) -> None:
    """What is counted has a title where the step is about something else."""
    distance = {"amount": "23", "measure": "units", "of": "files"}
    test = {"word": "at_least", "truth": "met", "limits": [limit(exact="10")], "distance": distance}
    lines = told({"head": "fact", "of": "x", "truth": "met", "tests": [test]}, ruleset)
    assert "asked: at least 10 → met, 23 “Hồ sơ trực tuyến” to spare" in lines


PICKED = {"fact": "region", "fact_title": {"vi": "Vùng", "en": "Region"}}
MOUNTAIN = {**PICKED, "code": "mountain", "title": {"vi": "Miền núi", "en": "Mountains"}}


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ([{"exact": "5", "picked": [MOUNTAIN]}], "at least 5, because “Region” is Mountains"),
        ([{"exact": "5", "picked": [{**PICKED, "code": "sea"}]}], "at least 5, because “Region” is sea"),
        (
            [{"exact": "5", "picked": [MOUNTAIN]}, {"exact": "8", "picked": [PICKED]}],
            "at least 5 (Mountains), 8 (all others), by “Region”",
        ),
    ],
)
def test_the_class_that_picks_a_limit_is_named(limits: list[dict[str, Any]], expected: str) -> None:
    """The class where it is known, else the limits by class; where a limit is from is said once."""
    test = {"word": "at_least", "truth": "open", "limits": [limit(**one) for one in limits]}
    lines = told({"head": "fact", "of": "x", "truth": "open", "tests": [test]})
    assert lines[1:] == [f"asked: {expected} → open", "basis of the threshold: stated in a text"]


def test_a_limit_in_a_hole_tells_its_periods() -> None:
    """That nobody has seen it would be wrong: on this day there is none."""
    periods = [
        {"during": {"until": "2023-12-31"}, "exact": "100", "written": "100"},
        {"during": {"from": "2025-01-01"}, "written": "120 or so"},
    ]
    test = {"word": "at_least", "truth": "open", "limits": [limit(periods=periods)]}
    gone = {"path": "p", "kind": "limit", "reason": "not_in_force"}
    lines = told({"head": "fact", "of": "x", "truth": "open", "tests": [test], "missing": [gone]})
    assert lines[1:] == [
        "asked: at least a threshold, of which none is in force on this day → open",
        "in force until 2023-12-31: 100",
        "in force from 2025-01-01: 120 or so",
        "basis of the threshold: stated in a text",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("limits/least", "the threshold `least`"),
        ("criteria/1.1/rule/at_least", "the threshold of 1.1"),
        ("criteria/2.13/rule/at_least", "the threshold of 2.13 for “Dùng điện thoại”"),
        ("criteria/2.14/rule/all_of/0/at_least", "the threshold of 2.14 for “Dùng điện thoại”"),
        ("criteria/2.14/rule/all_of/no/not/at_least", "the threshold of 2.14 for “Điểm công cộng”"),
        ("criteria/2.13/instead/0/at_least", "the threshold of 2.13 for “Hồ sơ trực tuyến”"),
        ("criteria/9.9/rule/at_least", "the threshold of 9.9"),
        ("criteria/9.9/rule", "how 9.9 is assessed"),
    ],
)
def test_of_several_limits_it_is_told_which(path: str, expected: str, ruleset: Ruleset) -> None:
    """A criterion with a substitute, or of several conditions, may have two limits, each of another fact."""
    data = ruleset.model_dump()
    both = {"all_of": [{"fact": "phones", "at_least": "1 %"}, {"not": {"count": "places", "at_least": 1}, "id": "no"}]}
    data["criteria"] += (
        {"id": "2.13", "title": "T", "rule": {"fact": "phones"}, "instead": [{"fact": "files"}]},
        {"id": "2.14", "title": "T", "rule": both},
    )
    ruleset = Ruleset.model_validate(data)
    assert open_thing(Speech("en", "explanation"), Names(ruleset, "en"), path) == expected


def test_what_would_settle_it_is_listed() -> None:
    """Each set alone is enough."""
    certainty = {"certain": False, "settle": [["facts/x"], ["criteria/1.1/rule/at_least", "criteria/3.3/rule"]]}
    data = {
        "ruleset": {"id": "vi-du", "version": "1.0.0", "title": "Bộ", "digest": "sha256:0"},
        "village": {"id": "ap-1", "name": "Ấp 1", "digest": "sha256:1"}, "on": "2024-03-31", "id": "recognised",
        "kind": "decision", "outcome": "unknown", "proof": {"proven": False}, "certainty": certainty,
    }  # fmt: skip
    text = render(Explanation.model_validate(data), lang="en")
    assert "• the figure “x”\n• the threshold of 1.1 and how 3.3 is assessed\n" in text
    assert "Evidence" not in text
