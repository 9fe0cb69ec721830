"""Nothing may need itself, by whatever way round."""

from __future__ import annotations

from typing import Any

import pytest

CIRCLES = {
    "a decision of itself": ("if: {met: all, at_least: all}", "if: {decision: recognised}"),
    "two decisions": (
        "decisions:\n  recognised: {main: true, title: Công nhận, if: {met: all, at_least: all}}",
        "decisions:\n  recognised: {main: true, if: {decision: ready}}\n  ready: {if: {not: {decision: recognised}}}",
    ),
    "a criterion that counts its group": ("rule: {fact: regulation}", 'rule: {met: {group: "1"}, at_least: 1}'),
    "a criterion that counts itself": ("rule: {fact: regulation}", 'rule: {any_of: [{met: ["1.1"], at_least: 1}]}'),
    "a criterion and a decision": ("rule: {fact: regulation}", "rule: {count: [{decision: recognised}], at_least: 1}"),
    "when it applies": ("[[paper]]", '[[paper]]\n    applies_if: {not_met: ["1.1"], at_least: 1}'),
    "named limits": ("{value: 50 ha}", "{limit: least_area}"),
    "limits by class": ("{value: 50 ha}", "{by: place_kind, values: {other: 1 ha}, otherwise: {limit: least_area}}"),
    "activities": ("    kind: locality\n", "    kind: locality\n    after: [draft]\n"),
}


@pytest.mark.parametrize("kind", CIRCLES)
def test_a_circle_is_told_once(kind: str, codes: Any) -> None:
    """Each way round is one fault."""
    assert codes(CIRCLES[kind]) == ["SV311"]


def test_a_criterion_may_count_others(codes: Any) -> None:
    """Counting another group is no circle."""
    assert (
        codes(("rule: {fact: regulation}", 'rule: {all_of: [{fact: regulation}, {met: {group: "2"}, at_least: 1}]}'))
        == []
    )
