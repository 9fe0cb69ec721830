"""What is told of the texts of a set alone: repeats, idle activities, and the order and names of what it cites."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from _analysis.checks.conftest import rule

from smartvillage import authoring

IDLE = "\n  sing: {{title: Hát, kind: residents, duration: 1 days, owner: officer, {more}}}\n"


@pytest.mark.parametrize(
    ("written", "under"),
    [
        (
            "{all_of: [{fact: regulation}, {fact: camera}, {fact: regulation, note: lại}]}",
            "{fact: regulation, note: lại}",
        ),
        ("{any_of: [{fact: camera}, {id: a, fact: camera}]}", "{id: a, fact: camera}"),
        ("{count: [{fact: camera}, {fact: camera}], at_least: 1}", "{fact: camera}"),
        ("{fact: product, one_of: ['2', '3', '2']}", "'2'"),
        ('{met: ["1.1", "1.1"], at_least: 1}', '"1.1"'),
    ],
)
def test_the_same_twice_in_a_list(told: Any, written: str, under: str) -> None:
    """What asks the same is the same, whatever it rests on; the second is told."""
    assert [line.split(":")[0] for line in told(rule(written))] == [f"SV714 {under.split(':', maxsplit=1)[0]}"]


@pytest.mark.parametrize(
    "change",
    [
        ("[[paper]]", "[[paper], [paper]]"),
        ("[[paper]]", "[[paper, paper]]"),
        ("[{role: officer}]", "[{role: officer}, {role: officer}]"),
        ("after: [draft]", "after: [draft, draft]"),
    ],
)
def test_the_same_name_twice(told: Any, change: tuple[str, str]) -> None:
    """Evidence, roles and activities are named once in a list."""
    assert [line[:5] for line in told(change)] == ["SV714"]


def test_conditions_that_differ_are_no_repeats(told: Any) -> None:
    """Another limit or another fact is another condition."""
    written = (
        "{any_of: [{fact: score, at_least: 5 điểm}, {fact: idm, at_least: '0,5'}, {fact: score, at_most: 2 điểm}]}"
    )
    assert told(rule(written)) == []


@pytest.mark.parametrize(
    ("more", "idle"),
    [
        ("effects: [{fact: mood}]", True),
        ("effects: [{learn: mood}]", True),
        ("effects: [{fact: mood}], advised: true", False),
        ("effects: [{fact: mood}, {fact: camera}]", False),
        ("effects: [{fact: users, add: 1}]", False),
        ("effects: [{list: places, add: 1}]", False),
        ("effects: [{settle: [criteria/2.2/rule/all_of/rated/at_least]}]", False),
        ("effects: [{fact: mood}], evidence: [paper]", False),
    ],
)
def test_activities_that_close_nothing(told: Any, more: str, idle: bool) -> None:  # noqa: FBT001
    """An activity counts where a rule reads what it changes, or it brings a paper that a criterion asks for."""
    mood = ("  users: {type: count}\n", "  users: {type: count}\n  mood: {type: flag}\n")
    used = () if "mood" in more else (("decisions:\n", "decisions:\n  glad: {if: {fact: mood}}\n"),)
    found = told(mood, *used, ("\nactivities:\n", f"\nactivities:{IDLE.format(more=more)}"))
    assert found == (["SV731 sing: the activity `sing` closes nothing: no rule reads `mood`"] if idle else [])


def test_what_a_useful_activity_waits_for_is_useful(told: Any) -> None:
    """A step on the way is no idle one."""
    mood = ("  users: {type: count}\n", "  users: {type: count}\n  mood: {type: flag}\n")
    sing = ("\nactivities:\n", f"\nactivities:{IDLE.format(more='effects: [{fact: mood}]')}")
    assert told(mood, sing, ("after: [draft]", "after: [draft, sing]")) == []


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("dong-thap-2021-2025", []),
        ("dong-thap-2021-2026", ["SV706 dong-thap-2021-2026"]),
        ("set", []),  # this very file
        ("nobody-has-this", []),
    ],
)
def test_other_sets_by_name(told: Any, other: str, expected: list[str]) -> None:
    """A name that is nearly one there is is told; a set that nobody has here is not."""
    written = f"{{type: result, ruleset: {other}, context: true}}"
    own = ("  users: {type: count}\n", f"  users: {{type: count}}\n  sister: {written}\n")
    field = ("fields: {wifi: {type: flag}}", f"fields: {{wifi: {{type: flag}}, sister: {written}}}")
    assert [line.split(":")[0] for line in told(own)] == expected
    assert [line.split(":")[0] for line in told(field)] == expected


CITING = "issuer: Báo tỉnh, date: {}, cites: [{{{}}}],"
EARLY = CITING.format(2022, "number: 1/QĐ-UBND")
FIRST = CITING.format(2024, "number: 1/QĐ-UBND, date: 2023-01-01, issuer: UBND huyện A")
LATER = CITING.format(2024, "number: 1/QĐ-UBND, date: 2023-02-01, issuer: UBND huyện A")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("bai-2: {type: article,", "bai-2: {type: article, date: 2022,"), ["SV704 2022"]),
        (("bai-2: {type: article,", "bai-2: {type: article, date: 2023,"), []),
        (("bai-2: {type: article,", "bai-2: {type: article, date: 2023-01-02,"), []),
        (("seen: false}", "seen: false, cites: [{number: 7/TTr, date: 2023-01-03}]}"), ["SV705 2023-01-03"]),
        (("seen: false}", "seen: false, cites: [{number: 7/TTr, date: 2023-01}]}"), []),
        (("issuer: Báo tỉnh,", EARLY), ["SV704 2022", "SV704 1/QĐ-UBND"]),
        (("issuer: Báo tỉnh,", FIRST), ["SV703 UBND huyện A"]),
        (("issuer: Báo tỉnh,", LATER), []),
    ],
)
def test_the_order_of_days(told: Any, change: tuple[str, str], expected: list[str]) -> None:
    """Nothing retells or cites what is younger; one text has one issuer."""
    assert [line.split(":")[0] for line in told(change)] == expected


def village(tmp_path: Path, name: str, *cites: str) -> Path:
    """Write a village that prints some texts."""
    path = tmp_path / f"{name}.yaml"
    path.write_text(
        f"village: {{id: {name}, name: Ấp, kind: hamlet}}\nruleset: base\nas_of: 2024-03-31\nfacts: {{}}\n"
        "sources:\n  kh:\n    type: plan\n    issuer: UBND xã\n    seen: true\n    cites:\n"
        + "".join(f"      - {one}\n" for one in cites),
        encoding="utf-8",
    )
    return path


def codes_of(*paths: Path) -> list[tuple[str, int]]:
    """Return what is told of villages that are checked together, with its line."""
    base = Path(__file__).parents[2] / "bad" / "base.yaml"
    found = authoring.check_together(paths, ruleset=base)
    return [(fault.code, fault.place.line) for fault in found if fault.place]


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("{number: 1/QĐ-UBND, date: 2023-01-01, issuer: Ủy ban nhân dân tỉnh Hoà Bình}", []),
        ("{number: 01/QĐ-UBND, date: 2023-10-01, issuer: UBND tỉnh}", ["SV701"]),
        ("{number: 1/QĐ-UBND, date: 2023, issuer: UBND tỉnh}", []),
        ("{number: 1/QĐ-UBND-HC, issuer: UBND tỉnh}", ["SV702"]),
        ("{number: 1/QĐ-UBND, date: 2023-01-01, issuer: UBND huyện A}", ["SV703"]),
        ("{number: 1/QĐ-UBND, date: 2020-01-01, issuer: UBND huyện A}", []),
        ("{number: 3/QĐ-UBND, date: 2020-01-01, issuer: UBND tỉnh}", []),
    ],
)
def test_a_village_against_its_ruleset(tmp_path: Path, cited: str, expected: list[str]) -> None:
    """What a village prints is compared with what its ruleset says of the same text."""
    assert [code for code, _ in codes_of(village(tmp_path, "a", cited))] == expected


def test_files_that_are_checked_together(tmp_path: Path) -> None:
    """Villages are compared with one another too, each with those before it."""
    first = village(tmp_path, "a", "{number: 9/QĐ-TTg, date: 2022-03-08, issuer: Thủ tướng Chính phủ}")
    second = village(tmp_path, "b", "{number: 9/QĐ-TTg, date: 2022-08-03, issuer: Thủ tướng}")
    assert codes_of(first, second) == [("SV701", 11)]
    assert codes_of(first) == codes_of(second) == []


def test_the_plans_two_dates_of_decision_384_are_found() -> None:
    """The plan of An Phú prints one decision under two days, and the day that is wrong is told beside the right one."""
    path = Path(__file__).parents[3] / "examples" / "an-phu" / "village.yaml"
    told = [(fault.code, fault.message.en) for fault in authoring.check(path)]
    assert ("SV303", "text number 384 is cited under two dates: 2023-03-04 and 2023-04-03") in told
    here = "text number 384 is dated 2023-03-04 here and 2023-04-03 at dong-thap-2021-2025/ruleset.yaml"
    assert any(code == "SV701" and message.startswith(here) for code, message in told)
