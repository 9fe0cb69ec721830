"""The order of choosing: what comes first decides, however much better the rest is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smartvillage import Roadmap

Road = Callable[..., Roadmap]
DO_A: dict[str, Any] = {"effects": [{"fact": "a"}]}


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ({"cost": None, "duration": "1 working days"}, {"cost": "90 triệu đồng", "duration": "2 months"}),
        ({"cost": "2 triệu đồng"}, {"effects": [{"fact": "a", "granted_by": "province"}], "duration": "2 months"}),
        ({"effects": [{"fact": "a", "granted_by": "province"}]}, {"duration": "2 months"}),
        ({"duration": "6 working days"}, {"duration": "5 working days"}),
        ({"cost": {"low": "0 đồng", "high": "3 triệu đồng"}}, {"cost": "2 triệu đồng"}),
        ({"duration": {"low": "1 working days", "high": "9 working days"}}, {"duration": "8 working days"}),
        ({"cost": "1000001 đồng"}, {"cost": "1 triệu đồng"}),
    ],
)
def test_one_way_beats_the_other(road: Road, worse: dict[str, Any], better: dict[str, Any]) -> None:
    """Whichever comes first by name, the better way is planned."""
    one = road({"a": {**DO_A, **worse}, "b": {**DO_A, **better}}, {"1": {"fact": "a"}})
    other = road({"a": {**DO_A, **better}, "b": {**DO_A, **worse}}, {"1": {"fact": "a"}})
    assert ([task.id for task in one.tasks], [task.id for task in other.tasks]) == (["b"], ["a"])


def test_fewer_tasks_of_the_same_days(road: Road) -> None:
    """One task of ten days beats two of five where all else is equal."""
    rules = {"1": {"all_of": [{"fact": "a"}, {"fact": "b"}]}}
    both = {"effects": [{"fact": "a"}, {"fact": "b"}], "cost": "2 triệu đồng", "duration": "10 working days"}
    found = road({"a": DO_A, "b": {"effects": [{"fact": "b"}]}, "z": both}, rules)
    assert [task.id for task in found.tasks] == ["z"]


def test_full_tie_goes_to_the_smallest_ids(road: Road) -> None:
    """Of sets that are equal in everything the one with the smallest sorted ids is planned."""
    rules = {"1": {"fact": "a"}, "2": {"fact": "b"}}
    activities = {
        name: {"effects": [{"fact": fact}]} for name, fact in (("m", "a"), ("k", "a"), ("z", "b"), ("l", "b"))
    }
    assert [task.id for task in road(activities, rules).tasks] == ["k", "l"]


def test_what_is_shared_by_needs_is_paid_once(road: Road) -> None:
    """Two ways that need the same preparation are cheaper together than two that need none."""
    rules = {"1": {"fact": "a"}, "2": {"fact": "b"}}
    activities = {
        "prepare": {"effects": [{"fact": "c"}], "cost": "3 triệu đồng"},
        "a": {**DO_A, "after": ["prepare"]},
        "b": {"effects": [{"fact": "b"}], "after": ["prepare"]},
        "alone_a": {**DO_A, "cost": "3 triệu đồng"},
        "alone_b": {"effects": [{"fact": "b"}], "cost": "3 triệu đồng"},
    }
    found = road(activities, rules)
    assert (sorted(task.id for task in found.tasks), found.cost.high) == (["a", "b", "prepare"], 5_000_000)


def test_cost_is_the_sum_of_ranges(road: Road) -> None:
    """Low ends and high ends are summed apart, odd amounts rounded outwards."""
    found = road(
        {"x": {**DO_A, "cost": {"low": "1,5 triệu đồng", "likely": "2 triệu đồng", "high": "3 triệu đồng"}}},
        {"1": {"fact": "a"}},
    )
    assert (found.cost.low, found.cost.high, found.cost.unknown_count) == (1_500_000, 3_000_000, 0)
    assert found["x"].cost.likely == 2_000_000


def test_too_many_activities_on_one_criterion_are_not_all_tried(road: Road) -> None:
    """Above a dozen a good set is planned, and that it is the cheapest is not claimed."""
    activities = {
        f"x{number:02}": {"effects": [{"fact": "users", "add": 1}], "cost": f"{number} triệu đồng"}
        for number in range(1, 15)
    }
    found = road(activities, {"1": {"fact": "users", "at_least": 3}}, {"users": 0})
    assert [task.id for task in found.tasks] == ["x01", "x02", "x03"]
    assert (found.proven_cheapest, found.cost.high, found.cost_bound) == (False, 6_000_000, 6_000_000)


def test_bound_of_many_unlike_activities_is_the_cheapest_of_them(road: Road) -> None:
    """That one of them is needed is sure; how many, nobody asked."""
    activities = {
        f"x{number:02}": {"effects": [{"fact": "users", "add": 1 + number % 2}], "cost": f"{number} triệu đồng"}
        for number in range(2, 16)
    }
    found = road(activities, {"1": {"fact": "users", "at_least": 4}}, {"users": 0})
    assert (found.proven_cheapest, found.cost_bound) == (False, 2_000_000)


def test_bound_counts_what_each_of_many_needs(road: Road) -> None:
    """Where each needs another of them, that they do the same makes no difference to how many there are."""
    chain = {f"x{number:02}": [f"x{number - 1:02}"] if number > 1 else [] for number in range(1, 15)}
    activities = {name: {"effects": [{"fact": "users", "add": 1}], "after": after} for name, after in chain.items()}
    found = road(activities, {"1": {"fact": "users", "at_least": 3}}, {"users": 0})
    assert (found.cost.high, found.cost_bound) == (3_000_000, 1_000_000)
