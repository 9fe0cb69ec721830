"""The tables of the explanations are read off the code and the data."""

from __future__ import annotations

from dataclasses import fields

import pytest

import smartvillage as sv
from making.tables import COUNTED, limits_table, unknown_table, weak_parts
from smartvillage.diagnostics import Lang


@pytest.mark.parametrize(("lang", "shown"), [("vi", "8.388.608"), ("en", "8,388,608")])
def test_each_bound_stands_with_its_number(lang: Lang, shown: str) -> None:
    """None is left out, and numbers are grouped as the reader writes them."""
    text = limits_table(lang)
    assert [one.name for one in fields(sv.Limits) if f"`{one.name}`" not in text] == []
    assert set(COUNTED) == {one.name for one in fields(sv.Limits)}
    assert f"| `max_bytes` | {shown} |" in text


def test_what_is_weak_is_counted() -> None:
    """The thresholds of An Phú's set that nobody has seen, and owners that the editors assume."""
    parts = weak_parts(sv.load_ruleset("dong-thap-2021-2025"))
    assert parts["limits"].count("unknown") == 5
    assert parts["methods"] == ["unknown"]
    assert set(parts["owners"]) == {"assumed"}
    assert len(parts["owners"]) == len(sv.load_ruleset("dong-thap-2021-2025").activities)


def test_each_unseen_threshold_is_listed_with_whom_to_ask() -> None:
    """By its path; a set that rests on texts alone is not listed."""
    text = unknown_table("vi")
    assert "\n- `criteria/1.1/rule/at_least`: " in text
    assert "thanh-hoa-2022-2025" not in text
