"""Grounds: from where what is written takes its basis, and which claims are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from smartvillage._loading import check_ruleset, load_ruleset

BASE = Path(__file__).parents[1] / "bad" / "base.yaml"


def test_stated_by_an_inherited_source_that_nobody_read(codes: Any) -> None:
    """A source that comes down from above must have been read too, where something is stated by it."""
    assert codes(("  source: qd-1", "  source: qd-2"), ("basis: stated, source: qd-1", "basis: stated")) == ["SV302"]


def test_a_header_that_states_by_an_unread_source_is_told_once(codes: Any) -> None:
    """The fault is the header's, and is not told again of everything under it."""
    found = codes(
        ("  basis: wording\n  source: qd-1", "  basis: stated\n  source: qd-2"),
        ("basis: stated, source: qd-1", "basis: inferred, source: qd-1"),
    )
    assert found == ["SV302"]


@pytest.mark.parametrize("basis", ["inferred", "assumed", "wording", "unknown"])
def test_other_bases_may_cite_what_nobody_read(basis: str, codes: Any) -> None:
    """Only what is stated needs a source that was read."""
    assert codes(("basis: stated, source: qd-1", f"basis: {basis}, source: qd-2")) == []


def test_an_unknown_limit_may_name_the_unread_text_it_stands_in(codes: Any) -> None:
    """An unknown limit has the basis unknown, also where all around it is stated."""
    unread = "{unknown: {}, source: qd-2}"
    found = codes(("  basis: wording", "  basis: stated"), ("{value: 70 %, basis: stated, source: qd-1}", unread))
    assert found == []


def test_a_bad_basis_is_told_once(codes: Any) -> None:
    """A misspelt basis is told where it stands and not where it would have come down."""
    assert codes(("  basis: wording", "  basis: wordin")) == ["SV205"]


def test_a_bad_source_is_told_once(codes: Any) -> None:
    """A citation without an id is told where it stands."""
    assert codes(("basis: stated, source: qd-1", "basis: inferred, source: {item: a}")) == ["SV204"]


def test_a_header_that_gives_many_no_basis_is_told_alone(tmp_path: Path) -> None:
    """One line mends them all, so one is told, at the header, with how many and the first."""
    path = tmp_path / "set.yaml"
    path.write_text(BASE.read_text("utf-8").replace("  basis: wording\n", "", 1), "utf-8")
    (fault,) = check_ruleset(path)[1]
    assert (fault.code, fault.place and fault.place.line) == ("SV219", 2)
    assert "11 entries" in fault.message.en
    assert "`limits/least_area`" in fault.message.en


def test_two_entries_without_a_basis_are_told_where_they_stand(codes: Any) -> None:
    """Where a few lack it, the header was left out on purpose, and each is told once, however many limits it has."""
    grounded = ("\nsources:", "\ndefaults: {basis: wording}\n\nsources:")
    assert codes(("  basis: wording\n", ""), grounded) == ["SV219", "SV219"]


def test_no_entry_lacks_a_basis_where_the_header_is_missing(codes: Any) -> None:
    """A set without a header is told that; what would rest on it is not held against its entries."""
    header = BASE.read_text("utf-8").split("\nsources:")[0].partition("\n")[2]
    assert codes((header, "")) == ["SV202"]


def test_defaults_fill_the_criteria_and_activities_of_their_file(tmp_path: Any) -> None:
    """The group, the basis and the source of ``defaults`` are those of the file's entries that say nothing."""
    (tmp_path / "ruleset.yaml").write_text(
        "ruleset: {id: a, title: A, version: 1.0.0, period: {from: 2023-01-01}, basis: wording, source: ours}\n"
        "sources: {ours: {type: own, issuer: Ta, seen: true}, theirs: {type: own, issuer: Họ, seen: true}}\n"
        "facts: {a: {type: flag}}\n"
        'groups: [{id: "1", title: Một}]\n'
        "decisions: {yes_it_is: {main: true, if: {met: all, at_least: all}}}\n",
        encoding="utf-8",
    )
    (tmp_path / "one.yaml").write_text(
        'defaults: {group: "1", basis: inferred, source: theirs}\n'
        "criteria:\n"
        "  - {id: '1.1', title: Một, rule: {fact: a}}\n"
        "  - {id: '1.2', title: Hai, basis: stated, rule: {fact: a}}\n",
        encoding="utf-8",
    )
    (tmp_path / "two.yaml").write_text("criteria: [{id: '2.1', title: Ba, rule: {fact: a}}]\n", encoding="utf-8")
    found = {one.id: (one.group, one.basis, one.source and one.source.id) for one in load_ruleset(tmp_path).criteria}
    assert found == {
        "1.1": ("1", "inferred", "theirs"), "1.2": ("1", "stated", "theirs"), "2.1": (None, "wording", "ours"),
    }  # fmt: skip
