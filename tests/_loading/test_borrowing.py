"""Limits of another set: found, brought in under their whole name, and never needed again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import smartvillage
from smartvillage import Limits, Ruleset
from smartvillage._loading import check_ruleset

HEAD = """
ruleset: {id: NAME, title: Bộ NAME, version: 1.2.0, subject: commune, period: {from: 2022-01-01, until: 2025-12-31},
  basis: stated, source: qd}
sources:
  qd: {type: decision, number: NUMBER/QĐ-TTg, date: 2022-03-08, issuer: Thủ tướng, seen: true}
facts:
  income: {type: quantity, unit: triệu đồng}
"""
TAIL = "decisions: {ok: {main: true, if: {met: all, at_least: all}}}\n"
ADVANCED = """limits:
  income:
    dated: [{from: 2022-01-01, until: 2023-12-31, value: 50 triệu đồng}, {from: 2024-01-01, value: 60 triệu đồng}]
  by_name: {limit: income}
criteria: [{id: "1", title: Thu nhập, rule: {fact: income, at_least: {limit: by_name}}}]
"""
EXEMPLARY = """criteria:
  - {id: "1", title: Thu nhập, rule: {fact: income, at_least: {times: 110 %, of: {limit: "advanced#by_name"}}}}
"""


def write(folder: Path, name: str, body: str, number: str = "318") -> Path:
    """Write a set and return its file."""
    path = folder / f"{name}.yaml"
    path.write_text(HEAD.replace("NAME", name).replace("NUMBER", number) + body + TAIL, encoding="utf-8")
    return path


@pytest.fixture
def exemplary(tmp_path: Path) -> Path:
    """A set that lies beside the one of which it reads a limit."""
    write(tmp_path, "advanced", ADVANCED)
    return write(tmp_path, "exemplary", EXEMPLARY, "319")


def met(ruleset: Ruleset, income: str, on: str) -> str:
    """Return what the one criterion comes to for an income on a day."""
    village = {
        "village": {"id": "x", "name": "X", "kind": "commune"}, "ruleset": "exemplary", "as_of": on,
        "facts": {"income": income},
    }  # fmt: skip
    return str(smartvillage.evaluate(ruleset, village)["1"].outcome)


@pytest.mark.parametrize(
    ("income", "on", "expected"),
    [
        ("55 triệu đồng", "2023-12-31", "met"),
        ("54,9 triệu đồng", "2023-12-31", "not_met"),
        ("55 triệu đồng", "2024-01-01", "not_met"),
        ("66 triệu đồng", "2024-01-01", "met"),
    ],
)
def test_the_other_sets_level_at_the_same_time_counts(exemplary: Path, income: str, on: str, expected: str) -> None:
    """110 % of 50 is 55, and of 60 it is 66."""
    assert met(smartvillage.load_ruleset(exemplary), income, on) == expected


def test_what_was_read_is_kept_with_its_text_and_the_other_sets_version(exemplary: Path) -> None:
    """The limits stand under their whole names, the decision that states them under the set's name and its own."""
    ruleset = smartvillage.load_ruleset(exemplary)
    assert ruleset.borrowed == ("advanced@1.2.0",)
    assert set(ruleset.limits) == {"advanced#by_name", "advanced#income"}
    assert ruleset.sources["advanced.qd"].number == "318/QĐ-TTg"
    assert {str(limit.source and limit.source.id) for limit in ruleset.limits.values()} == {"advanced.qd"}


def test_a_set_that_was_written_out_needs_the_other_no_more(exemplary: Path) -> None:
    """Written and read again it is the same set, with the same digest."""
    ruleset = smartvillage.load_ruleset(exemplary)
    exemplary.with_name("advanced.yaml").unlink()
    for data in (ruleset.model_dump(), json.loads(ruleset.model_dump_json())):
        again = smartvillage.load_ruleset(data)
        assert again == ruleset
        assert met(again, "66 triệu đồng", "2024-01-01") == "met"


def test_another_level_is_another_set(exemplary: Path) -> None:
    """What the other set says is part of this one."""
    before = smartvillage.load_ruleset(exemplary)
    write(exemplary.parent, "advanced", ADVANCED.replace("60 triệu", "61 triệu"))
    assert smartvillage.load_ruleset(exemplary) != before


def test_a_limit_is_read_through_several_sets(exemplary: Path) -> None:
    """The third set's text comes along under the third's name."""
    write(exemplary.parent, "advanced", ADVANCED.replace("{limit: income}", '{limit: "basic#income"}'))
    write(exemplary.parent, "basic", ADVANCED.replace("by_name", "other_name"), "320")
    ruleset = smartvillage.load_ruleset(exemplary)
    assert set(ruleset.limits) == {"advanced#by_name", "basic#income"}
    assert {name: source.number for name, source in ruleset.sources.items()} == {
        "qd": "319/QĐ-TTg", "advanced.qd": "318/QĐ-TTg", "basic.qd": "320/QĐ-TTg",
    }  # fmt: skip
    assert met(ruleset, "55 triệu đồng", "2023-12-31") == "met"


def codes(path: Path) -> list[str]:
    """Return the codes found in a set."""
    return [fault.code for fault in check_ruleset(path)[1]]


def test_a_set_that_is_not_found_is_told_once(exemplary: Path) -> None:
    """The limit that leads there is not told a second time."""
    exemplary.with_name("advanced.yaml").unlink()
    assert codes(exemplary) == ["SV301"]


@pytest.mark.parametrize("name", ["../advanced", "a/advanced", "http://x", ""])
def test_a_name_is_no_path(exemplary: Path, name: str) -> None:
    """Nothing but what lies on a shelf or beside the set is ever looked at."""
    exemplary.write_text(exemplary.read_text("utf-8").replace('"advanced#', f'"{name}#'), encoding="utf-8")
    assert codes(exemplary) == ["SV210"]


def test_a_limit_that_the_other_set_does_not_have(exemplary: Path) -> None:
    """It is told where it is named."""
    exemplary.write_text(exemplary.read_text("utf-8").replace("#by_name", "#by_nam"), encoding="utf-8")
    assert codes(exemplary) == ["SV301"]


def test_sets_that_borrow_from_one_another_are_a_circle(exemplary: Path) -> None:
    """Even where no limit leads to itself."""
    body = ADVANCED.replace("by_name: {limit: income}", 'by_name: {limit: "exemplary#own"}')
    write(exemplary.parent, "advanced", body)
    write(exemplary.parent, "exemplary", "limits: {own: {value: 5 triệu đồng}}\n" + EXEMPLARY, "319")
    found = {path: check_ruleset(path)[1] for path in (exemplary, exemplary.with_name("advanced.yaml"))}
    assert [[fault.code for fault in told] for told in found.values()] == [["SV311"], ["SV311"]]
    assert "`exemplary` → `advanced` → `exemplary`" in found[exemplary][0].message.en


def test_a_set_that_borrows_from_itself_is_a_circle(exemplary: Path) -> None:
    """Its own limits have no need of its name."""
    body = "limits: {own: {value: 5 triệu đồng}}\n" + EXEMPLARY.replace("advanced#by_name", "exemplary#own")
    found = check_ruleset(write(exemplary.parent, "exemplary", body, "319"))[1]
    assert [fault.code for fault in found if fault.code != "SV318"] == ["SV311"]


def test_sets_borrow_only_so_far(exemplary: Path) -> None:
    """A long row of sets is a stranger's way to keep a machine busy."""
    found = check_ruleset(exemplary, limits=Limits(max_extends=0))[1]
    assert [fault.code for fault in found] == ["SV630"]


def test_a_role_that_this_set_does_not_know_is_not_asked(exemplary: Path) -> None:
    """Whom the other set asks is its own matter."""
    body = ADVANCED.replace("by_name: {limit: income}", "by_name: {unknown: {}, ask: province}")
    write(exemplary.parent, "advanced", "roles: {province: {title: Tỉnh}}\n" + body)
    assert smartvillage.load_ruleset(exemplary).limits["advanced#by_name"].ask is None


def test_an_overlay_may_name_a_limit_of_another_set(exemplary: Path) -> None:
    """It is brought in as those of the set are."""
    overlay = {
        "overlay": {"id": "o", "title": "O", "version": "1.0.0", "extends": "exemplary@>=1", "basis": "assumed"},
        "edits": [
            {"set": "criteria/1/rule/at_least", "to": {"limit": "advanced#income"}, "because": "gọn hơn"},
        ],
    }
    ruleset = smartvillage.load_ruleset(exemplary, overlays=overlay)
    assert set(ruleset.limits) == {"advanced#income"}
    assert met(ruleset, "60 triệu đồng", "2024-01-01") == "met"
