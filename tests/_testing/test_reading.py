"""A file of cases may hold anything; every fault is told, and the sound cases are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage.testing import open_suite, run_suite


def faults(path: Path, text: str) -> list[tuple[str, int]]:
    """Return the codes and lines of what is wrong with a file of cases and its cases."""
    path.write_text(text, "utf-8")
    suite = open_suite(path)
    found = [*suite.file.faults, *(fault for case in suite.file.cases for fault in case.faults)]
    return [(fault.code, fault.place.line if fault.place else 0) for fault in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("SV111", 1)]),
        ("[1, 2]", [("SV208", 1)]),
        ("cases: [{name: a, expect: {proven: 0}}]", [("SV204", 1)]),
        ("ruleset: vi-du", [("SV204", 1)]),
        ("ruleset: [a]\ncases: [{name: a, expect: {proven: 0}}]", [("SV208", 1)]),
        ("ruleset: vi-du\ncases: []", [("SV221", 2)]),
        ("ruleset: vi-du\ncases: {a: 1}", [("SV208", 2)]),
        ("ruleset: vi-du\ncases: [x]", [("SV208", 2)]),
        ("ruleset: vi-du\nday: 1\ncases: [{name: a, expect: {proven: 0}}]", [("SV203", 2)]),
        ("ruleset: vi-du\ndate: 31/3/2024\ncases: [{name: a, expect: {proven: 0}}]", [("SV211", 2)]),
        ("ruleset: vi-du\ncases:\n  - {expect: {proven: 0}}", [("SV204", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, fact: {}, expect: {proven: 0}}", [("SV203", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, facts: [], expect: {proven: 0}}", [("SV208", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, without: x, expect: {proven: 0}}", [("SV208", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, date: hôm qua, expect: {proven: 0}}", [("SV211", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, expect: {proven: nhiều}}", [("SV208", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, expect: {counts: {mett: 1}}}", [("SV203", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, expect: {counts: 3}}", [("SV208", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, expect: {reasons/1: below}}", [("SV208", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, expect: {proven/1: có}}", [("SV208", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, expect: {decisions/d: [met]}}", [("SV208", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, expect: {}}", [("SV806", 3)]),
        ("ruleset: vi-du\ncases:\n  - {name: a, error: SV6x}", [("SV803", 3)]),
        (
            "ruleset: vi-du\ncases:\n  - {name: a, expect: {proven: 0}}\n  - {name: a, expect: {proven: 0}}",
            [("SV215", 4)],
        ),
    ],
)
def test_a_fault_is_told_at_its_line(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    """Every kind of fault has its code and its line."""
    assert faults(tmp_path / "x.case.yaml", text) == expected


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """One run tells of every case."""
    cases = ("{name: a}", "{name: b, expect: {criteria/1: no}}", "{name: c, fact: 1, error: SV601}")
    text = "ruleset: vi-du\ncases:\n" + "".join(f"  - {case}\n" for case in cases)

    assert [code for code, _ in faults(tmp_path / "x.case.yaml", text)] == ["SV806", "SV803", "SV203"]


def test_a_sound_case_is_run_beside_a_faulty_one(home: Path) -> None:
    """A fault in one case takes nothing from the others."""
    path = home / "x.case.yaml"
    path.write_text(
        "ruleset: vi-du\ncases:\n  - {name: a}\n  - {name: b, facts: {users: 10}, expect: {criteria/2: met}}\n", "utf-8"
    )

    assert [result.passed for result in run_suite(open_suite(path))] == [False, True]


def test_json_is_read_too(home: Path) -> None:
    """A file of cases may be JSON, numbers and nothing included."""
    path = home / "x.case.json"
    path.write_text(
        '{"ruleset": "vi-du", "cases": [{"name": "a", "facts": {"users": 10}, "expect": {"criteria/2": "met",'
        ' "counts": {"met": 1}, "criteria/3": null}}]}',
        "utf-8",
    )

    assert [result.passed for result in run_suite(open_suite(path))] == [True]
