"""Coverage: what should be shown of a criterion, and what cases show of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from _testing.conftest import small

from smartvillage._testing.coverage import CoverageReport, coverage
from smartvillage.testing import open_suite

if TYPE_CHECKING:
    from _testing.conftest import Write

    from smartvillage._testing.goals import Goal


def told(goals: tuple[Goal, ...] | frozenset[Goal], criterion: str) -> list[str]:
    """Return the goals of a criterion in short."""
    return sorted(f"{goal.of}{f' {goal.side}' if goal.side else ''}" for goal in goals if goal.criterion == criterion)


def cover(folder: Path, criterion: str, cases: str) -> CoverageReport:
    """Hold a set of one criterion and some cases against each other."""
    return coverage([small(folder, f'{{id: "1", title: Một, {criterion}}}', cases)])


IDLE = "  - {name: yên, expect: {criteria/1: unknown}}\n"
OTHER = "  - {name: yên, expect: {proven: 0}}\n"


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("rule: {fact: wifi}", ["met", "not_met", "unknown"]),
        ("rule: {no_method: no_guidance}", ["not_assessable"]),
        (
            "rule: {fact: users, at_least: 10}",
            [*(f"criteria/1/rule/at_least {side}" for side in ("at", "past", "short")), "met", "not_met", "unknown"],
        ),
        (
            "rule: {fact: stars, at_least: '3'}",
            ["criteria/1/rule/at_least at", "criteria/1/rule/at_least short", "met", "not_met", "unknown"],
        ),
        (
            "rule: {fact: stars, at_most: '1'}",
            ["criteria/1/rule/at_most at", "criteria/1/rule/at_most short", "met", "not_met", "unknown"],
        ),
        (
            "rule: {fact: share, at_least: 100 %}",
            ["criteria/1/rule/at_least at", "criteria/1/rule/at_least short", "met", "not_met", "unknown"],
        ),
        (
            "rule: {fact: share, at_least: unknown}",
            [
                *(f"criteria/1/rule/at_least/high {side}" for side in ("at", "short")),
                *(f"criteria/1/rule/at_least/low {side}" for side in ("at", "past")),
                "met", "not_assessable", "not_met",
            ],
        ),
        (
            "rule: {count: places, where: {wifi: true}, at_least: all}",
            [
                "criteria/1/rule/at_least at", "criteria/1/rule/at_least short", "met", "not_assessable", "not_met",
                "unknown",
            ],
        ),
        (
            "rule: {count: places, where: {wifi: true}, at_least: all, when_empty: not_applicable}",
            [
                "criteria/1/rule/at_least at", "criteria/1/rule/at_least short", "met", "not_applicable", "not_met",
                "unknown",
            ],
        ),
        ("points: {max: 20, of: {fact: users}, steps: {'4': 20, '2': 10}}", ["0", "10", "20"]),
        ("points: {max: 20, of: {fact: share}, proportional: true}", ["0", "20"]),
        ("points: 5, rule: {fact: wifi}", ["0", "5", "met", "not_met", "unknown"]),
        (
            "grade: {of: {fact: share}, scale: stars, levels: {'2': 30 %, '3': 60 %}}",
            [
                "1", "2", "3",
                *(f"criteria/1/grade/levels/2/at_least {side}" for side in ("at", "past", "short")),
                *(f"criteria/1/grade/levels/3/at_least {side}" for side in ("at", "past", "short")),
            ],
        ),
        ("rule: {fact: wifi}, applies_if: {fact: wifi}", ["met", "not_applicable", "unknown"]),
        (
            "rule: {fact: wifi}, valid: {from: 2024-01-01, until: 2024-12-31}",
            ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01", "met", "not_met", "unknown"],
        ),
    ],
)  # fmt: skip
def test_what_there_is_to_be_shown(tmp_path: Path, criterion: str, expected: list[str]) -> None:
    """Every outcome, side and day that some village can show is a goal, and nothing else."""
    assert told(cover(tmp_path, criterion, OTHER).goals, "1") == expected


@pytest.mark.parametrize(
    ("criterion", "facts", "outcome", "side"),
    [
        ("rule: {fact: users, at_least: 10}", "users: 9", "not_met", "short"),
        ("rule: {fact: users, at_least: 10}", "users: 10", "met", "at"),
        ("rule: {fact: users, at_least: 10}", "users: 11", "met", "past"),
        ("rule: {fact: users, at_least: 10}", "users: 8", "not_met", None),
        ("rule: {fact: users, at_least: 10}", "users: 12", "met", None),
        ("rule: {fact: users, less_than: 10}", "users: 10", "not_met", "at"),
        ("rule: {fact: users, less_than: 10}", "users: 11", "not_met", "short"),
        ("rule: {fact: users, less_than: 10}", "users: 9", "met", "past"),
        ("rule: {fact: share, at_least: 70 %}", "share: 69 %", "not_met", "short"),
        ("rule: {fact: share, at_least: 70 %}", 'share: "69,9 %"', "not_met", "short"),
        ("rule: {fact: share, at_least: 70 %}", "share: 68 %", "not_met", None),
        ("rule: {fact: share, at_least: 70 %}", "share: {part: 699, whole: 1000}", "not_met", "short"),
        ("rule: {fact: share, at_least: 70 %}", "share: {part: 2, whole: 3}", "not_met", "short"),
        ("rule: {fact: stars, at_least: '2'}", "stars: 3", "met", "past"),
        ("rule: {fact: founded, before: 2024-01-02}", "founded: 2024-01-01", "met", "past"),
        ("rule: {fact: founded, before: 2024-01-02}", "founded: 2024-01-02", "not_met", "at"),
        ("rule: {fact: founded, before: 2024-01-02}", "founded: 2024-01-03", "not_met", "short"),
        (
            "rule: {count: places, where: {wifi: true}, at_least: 2}",
            "places: [{id: a, wifi: true}]",
            "not_met",
            "short",
        ),
        ("rule: {count: places, where: {wifi: true}, more_than: 1}", "places: [{id: a, wifi: true}]", "not_met", "at"),
    ],
)
def test_a_value_near_a_limit_shows_its_side(
    tmp_path: Path, criterion: str, facts: str, outcome: str, side: str | None
) -> None:
    """One unit beside the limit, as the fact counts, is near; two are not."""
    cases = f"  - {{name: một, facts: {{{facts}}}, expect: {{criteria/1: {outcome}}}}}\n"
    report = cover(tmp_path, criterion, cases)
    sides = {str(goal.side) for goal in report.reached if goal.what == "limit"}

    assert sides == ({side} if side else set())


def test_a_criterion_that_is_not_expected_is_not_shown(tmp_path: Path) -> None:
    """What a case does not ask for it does not show, even where it comes out."""
    report = cover(tmp_path, "rule: {fact: wifi}", "  - {name: a, facts: {wifi: true}, expect: {decisions/d: met}}\n")

    assert told(report.reached, "1") == []


def test_a_case_that_fails_shows_nothing(tmp_path: Path) -> None:
    """Only what passes counts."""
    cases = IDLE + "  - {name: a, facts: {wifi: true}, expect: {criteria/1: not_met}}\n"

    assert told(cover(tmp_path, "rule: {fact: wifi}", cases).reached, "1") == ["unknown"]


def test_the_days_of_the_set_are_shown_from_both_sides(tmp_path: Path) -> None:
    """The first day and the last are days on which something comes out, those beside them are refused."""
    cases = """\
  - {name: a, date: 2022-12-31, error: SV619}
  - {name: b, date: 2023-01-01, expect: {criteria/1: unknown}}
  - {name: c, date: 2025-12-31, expect: {criteria/1: unknown}}
"""
    report = cover(tmp_path, "rule: {fact: wifi}", cases)

    assert told(report.reached, "") == ["2022-12-31", "2023-01-01", "2025-12-31"]
    assert told(report.lacking, "") == ["2026-01-01"]


def test_a_limit_that_an_overlay_sets_is_a_goal_of_its_own(write: Write) -> None:
    """The base's limit and the overlay's are shown each by cases of their own."""
    report = coverage(
        [
            write("""\
  - {name: gốc, facts: {users: 10}, expect: {criteria/2: met}}
  - {name: phủ, overlays: [siet], facts: {users: 19}, expect: {criteria/2: not_met}}
""")
        ]
    )
    reached = {(Path(goal.where).name, str(goal.side)) for goal in report.reached if goal.what == "limit"}

    assert {(name.partition(":")[0], side) for name, side in reached} == {
        ("ruleset.yaml", "at"),
        ("siet.yaml", "short"),
    }


def test_how_much_is_shown_is_told_by_criterion(tmp_path: Path) -> None:
    """Of each criterion, and of the set itself."""
    assert cover(tmp_path, "rule: {fact: wifi}", IDLE).by_criterion() == {"": (0, 4), "1": (1, 3)}


def test_the_edges_of_named_measures_are_goals_too(tmp_path: Path) -> None:
    """A level made of points has edges, which decisions that are that level show."""
    file = tmp_path / "some.case.yaml"
    file.write_text(
        "ruleset: ocop-2023\ncases:\n  - name: vừa đủ hạng cao nhất\n"
        '    facts: {part_a: 40/40, part_b: 25/25, part_c: 25/35}\n    expect: {decisions/class: "5"}\n',
        "utf-8",
    )
    report = coverage([open_suite(file)])

    assert told(report.reached, "measures/class") == ["measures/class/grade/levels/5/at_least at"]
    assert len(told(report.goals, "measures/class")) == 12


def test_what_lacks_is_told_also_where_no_case_passes(tmp_path: Path) -> None:
    """A set whose cases all fail has nothing shown, and everything lacking."""
    report = cover(tmp_path, "rule: {fact: wifi}", "  - {name: a, expect: {criteria/1: met}}\n")

    assert (len(report.goals), len(report.reached)) == (7, 0)


def test_points_and_grades_are_shown_by_cases_that_expect_them(tmp_path: Path) -> None:
    """A case that asks for points shows those that come out."""
    cases = "  - {name: a, facts: {users: 4}, expect: {points/1: 20}}\n"
    report = cover(tmp_path, "points: {max: 20, of: {fact: users}, steps: {'4': 20, '2': 10}}", cases)

    assert told(report.reached, "1") == ["20"]


def test_many_facts_are_tried_one_by_one(tmp_path: Path) -> None:
    """Where all combinations would be too many every outcome is still found."""
    counts = ", ".join(
        "{fact: users, at_least: 3}, {fact: share, at_least: 5 %}, {fact: stars, at_least: '2'}" for _ in range(1)
    )
    flags = ", ".join(f"{{fact: {name}}}" for name in ("wifi", "other", "idle", "licence"))
    dates = "{fact: founded, after: 2024-01-01}, {fact: founded, before: 2024-06-01}"
    report = cover(tmp_path, f"rule: {{all_of: [{counts}, {flags}, {dates}]}}", OTHER)

    assert {goal.of for goal in report.goals if goal.what == "outcome"} == {"met", "not_met", "unknown"}
