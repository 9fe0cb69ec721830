"""Activities: effects are such as their facts can have, and agree with one another."""

from __future__ import annotations

from typing import Any

import pytest

EFFECTS = {
    "{fact: regulation, with: {number: 1/QC, issuer: UBND xã}}": [],
    "{fact: residents, add: 100}": [],
    "{fact: product, becomes: 3}": [],
    "{fact: product, add: 1}": [],
    "{list: places, add: 1, with: {wifi: true}}": [],
    "{list: places, where: {wifi: false}, with: {wifi: true}}": [],
    "{learn: area, hoped: 60 ha}": [],
    "{learn: places}": [],
    "{fact: residents}": ["SV315"],
    "{fact: places}": ["SV315"],
    "{fact: area, with: {a: 1}}": ["SV315"],
    "{fact: place_kind, add: 1}": ["SV315"],
    "{fact: founded, reach: criteria/2.1/rule/at_least}": ["SV315"],
    "{fact: product, becomes: 9}": ["SV301"],
    "{fact: residents, add: many}": ["SV401"],
    "{fact: camera, with: {kept: 7}}": ["SV413"],
    "{list: residents, add: 1}": ["SV308"],
    "{list: places, add: 1 ha}": ["SV434"],
    "{list: places, where: {wify: false}}": ["SV301"],
    "{learn: area, hoped: 60}": ["SV413"],
    "{settle: []}": ["SV221"],
    "{fact: area, hoped: 60 ha}": ["SV203"],
    "{lern: area}": ["SV206"],
}


@pytest.mark.parametrize("effect", EFFECTS)
def test_an_effect_fits_its_fact(effect: str, codes: Any) -> None:
    """An effect that its fact can have is no fault; any other is one."""
    assert codes(("effects: [{fact: regulation,", f"effects: [{effect}, {{fact: regulation,")) == EFFECTS[effect]


@pytest.mark.parametrize(("first", "second", "expected"), [
    ("becomes: 60 %", "becomes: 70 %", ["SV314"]),
    ("becomes: 60 %", "becomes: 60 %", []),
    ("becomes: 60 %", "add: 10 %", ["SV314"]),
    ("reach: criteria/2.1/rule/at_least", "becomes: 60 %", ["SV314"]),
    ("reach: criteria/2.1/rule/at_least", "add: 10 %", []),
])  # fmt: skip
def test_effects_on_one_fact_agree(first: str, second: str, expected: list[str], codes: Any) -> None:
    """Two values for one fact, or a value beside something that raises it, cannot both be had."""
    change = f"effects: [{{fact: file_share, {first}}}, {{fact: regulation,"
    other = f"effects: [{{fact: file_share, {second}}}, {{fact: user_share,"
    assert codes(("effects: [{fact: regulation,", change), ("effects: [{fact: user_share,", other)) == expected


@pytest.mark.parametrize(("cost", "expected"), [
    ("5 triệu đồng", []),
    ("{low: 900 nghìn đồng, likely: 1 triệu đồng, high: 5 triệu đồng}", []),
    ("{low: 2 triệu đồng, likely: 1 triệu đồng, high: 5 triệu đồng}", ["SV439"]),
    ("5000000", ["SV438"]),
    ("5.000.000 VND", []),
    ("5 ha", ["SV438"]),
    ("nhiều tiền", ["SV401"]),
    ("-2 triệu đồng", ["SV433"]),
    ("{low: -1 triệu đồng, high: 5 triệu đồng}", ["SV433"]),
    ("0 đồng", []),
])  # fmt: skip
def test_a_cost_is_money(cost: str, expected: list[str], codes: Any) -> None:
    """Costs are amounts of đồng, from low to high."""
    assert codes(("cost: {low: 1 triệu đồng, high: 5 triệu đồng}", f"cost: {cost}")) == expected


def test_a_duration_goes_from_low_to_high(codes: Any) -> None:
    """A range of one unit that runs backwards is a fault."""
    assert codes(("duration: 2 months", "duration: {low: 3 months, high: 2 months}")) == ["SV439"]
