"""Every id that is named is there: one misspelt name of each kind gives one fault."""

from __future__ import annotations

from typing import Any

import pytest

#: One misspelt reference of each kind, wherever the language has one.
MISSPELT = {
    "header source": ("  source: qd-1", "  source: qd-9"),
    "reports": ("reports: qd-2", "reports: qd-9"),
    "criterion source": ("source: bai-2\n    rule", "source: bai-9\n    rule"),
    "limit source": ("basis: stated, source: qd-1", "basis: inferred, source: qd-9"),
    "derived from": ("    title: Camera\n", "    title: Camera\n    derived_from: qd-9\n"),
    "responsible": ("[{role: officer}]", "[{role: oficer}]"),
    "ask of a limit": ("ask: department}", "ask: departmen}"),
    "ask of a method": ("rule: {fact: regulation}", "rule: {no_method: not_seen, ask: departmen}"),
    "granted by": ("granted_by: department", "granted_by: departmen"),
    "support": ("    kind: locality\n", "    kind: locality\n    support: [departmen]\n"),
    "produced evidence": ("    kind: locality\n", "    kind: locality\n    evidence: [paperr]\n"),
    "required evidence": ("[[paper]]", "[[paper], [paperr]]"),
    "after": ("after: [draft]", "after: draftt"),
    "scale": ("scale: stars", "scale: starz"),
    "codes": ("codes: region", "codes: regions"),
    "part": ("part: users", "part: userz"),
    "assessor": ("founded: {type: date}", "founded: {type: date}\n  fair: {type: judgement, assessor: departmen}"),
    "needs": ("camera: {type: record,", "camera: {type: record, needs: [kepd],"),
    "fact of a rule": ("{fact: founded,", "{fact: foundet,"),
    "fact of a substitute": ("fact: file_share, caveat", "fact: file_shar, caveat"),
    "list": ("{count: places,", "{count: placez,"),
    "field of a list": ("where: {wifi: true}", "where: {wify: true}"),
    "field of a record": ("where: {kept: {at_least: 7 ngày}}", "where: {kepd: {at_least: 7 ngày}}"),
    "named limit": ("{limit: least_area}", "{limit: least_aera}"),
    "class": ("by: place_kind", "by: place_kinds"),
    "code of a table": ("{mountain: 50 %, other: 80 %}", "{mountains: 50 %, other: 80 %, mountain: 50 %}"),
    "level": ('{at_least: "2"}', '{at_least: "4"}'),
    "group of a criterion": ('group: "1"\n    title: Camera', 'group: "9"\n    title: Camera'),
    "group selected": ("{met: all, at_least: all}", '{met: {group: "9"}, at_least: all}'),
    "criterion selected": ("{met: all, at_least: all}", '{met: ["1.1", "9.9"], at_least: all}'),
    "decision": ("if: {met: all, at_least: all}", "if: {any_of: [{decision: ready}, {met: all, at_least: all}]}"),
    "decided by": ("main: true,", "main: true, decided_by: departmen,"),
    "fact of an effect": ("[{fact: regulation, granted", "[{fact: regulatio, granted"),
    "field of an effect": ("[{fact: regulation, granted", "[{fact: regulation, with: {numbr: 1}, granted"),
    "list of an effect": ("[{fact: regulation, granted", "[{list: place, add: 1, granted"),
    "learned fact": ("[{fact: regulation, granted", "[{learn: regulatio, granted"),
    "role of a party": ("scales:\n", "parties: {a: {title: A, fills: [departmen]}}\n\nscales:\n"),
    "successor": ("scales:\n", "parties: {a: {title: A, successors: [b]}}\n\nscales:\n"),
}


@pytest.mark.parametrize("kind", MISSPELT)
def test_a_misspelt_name_is_one_fault(kind: str, codes: Any) -> None:
    """A name that leads nowhere is told, once, as such."""
    assert codes(MISSPELT[kind]) == ["SV301"]


def test_a_reference_to_a_faulty_entry_is_no_fault(codes: Any) -> None:
    """An entry with a fault of its own still bears its name."""
    assert codes(("officer: {title:", "officer: {titel:")) == ["SV203"]


@pytest.mark.parametrize(
    "path", ["criteria/2.4/rule/at_most", "criteria/2.4/rule/x", "limits/none", "facts/users", "criteria"]
)
def test_a_path_leads_to_a_limit(path: str, codes: Any) -> None:
    """What an activity reaches is a limit that is there."""
    assert codes(("criteria/2.1/rule/at_least", path)) == ["SV312"]


@pytest.mark.parametrize("path", [
    "criteria/1.3/rule/at_least", "limits/least_area", "criteria/2.2/rule/all_of/rated/at_least",
    "criteria/2.3/rule/at_least/values/mountain", "criteria/1.4/rule/where/kept/at_least",
])  # fmt: skip
def test_limits_are_found_by_ids(path: str, codes: Any) -> None:
    """A path goes through named limits, conditions with an id, tables by class and ``where``."""
    settle = f"effects: [{{settle: [{path}]}}, {{fact: user_share, reach"
    assert codes(("effects: [{fact: user_share, reach", settle)) == []


def test_a_method_can_be_settled(codes: Any) -> None:
    """A rule that lacks a method is what settling it names."""
    assert (
        codes(
            ("rule: {fact: regulation}", "rule: {no_method: no_guidance}"),
            ("effects: [{fact: user_share, reach", "effects: [{settle: [criteria/1.1/rule]}, {fact: user_share, reach"),
        )
        == []
    )


def test_a_path_into_a_faulty_entry_is_no_fault(codes: Any) -> None:
    """Where the criterion has a fault of its own, nobody knows whether the path leads nowhere."""
    assert codes(("title: Người dân dùng", "titel: Người dân dùng")) == ["SV203"]
