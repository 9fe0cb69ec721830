"""What values hold never changes, and reads, copies and travels like plain data."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

import smartvillage
from smartvillage import Ruleset, Village
from smartvillage.model.frozen import FrozenDict, FrozenList

PLAIN = {"a": [1, {"b": True}], "c": "x"}
WRITTEN = {
    "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet", "within": {"commune": "xa-a"}},
    "ruleset": "dong-thap-2021-2025",
    "as_of": "2024-03-31",
    "facts": {"population": 120, "public_places": {"items": [{"id": "a", "free_wifi": False}]}},
    "progress": {"ask_thresholds": {"started": "2024-03-01"}},
}
SECTIONS = (
    "sources", "roles", "parties", "scales", "codes", "facts", "limits", "decisions", "evidence_types", "activities",
)  # fmt: skip
MAPPING: list[Callable[[Any], object]] = [
    lambda one: one.__setitem__("c", 1), lambda one: one.__delitem__("c"), lambda one: one.update(c=1),
    lambda one: one.pop("c"), lambda one: one.popitem(), lambda one: one.clear(), lambda one: one.setdefault("d", 1),
    lambda one: one.__ior__({"c": 1}),
]  # fmt: skip
LIST: list[Callable[[Any], object]] = [
    lambda one: one.__setitem__(0, 2), lambda one: one.__delitem__(0), lambda one: one.append(1),
    lambda one: one.extend([1]), lambda one: one.insert(0, 1), lambda one: one.pop(), lambda one: one.remove(1),
    lambda one: one.clear(), lambda one: one.sort(), lambda one: one.reverse(), lambda one: one.__iadd__([1]),
    lambda one: one.__imul__(2),
]  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Ruleset:
    """The shipped set."""
    return smartvillage.load_ruleset("dong-thap-2021-2025")


def village() -> Village:
    """Make the village that is written above."""
    return Village.model_validate({**WRITTEN, "facts": {**PLAIN}})


@pytest.mark.parametrize("change", MAPPING)
def test_a_mapping_refuses_every_change(change: Callable[[Any], object]) -> None:
    """No way to change a mapping is left open, and a refused one leaves it as it was."""
    facts = village().facts
    with pytest.raises(TypeError, match="this mapping is part of a frozen value"):
        change(facts)
    assert facts == PLAIN


@pytest.mark.parametrize("change", LIST)
def test_a_list_refuses_every_change(change: Callable[[Any], object]) -> None:
    """No way to change a list inside a fact is left open, and a refused one leaves it as it was."""
    facts = village().facts
    with pytest.raises(TypeError, match="this list is part of a frozen value"):
        change(facts["a"])
    assert facts == PLAIN


def test_nothing_changes_deep_inside() -> None:
    """A mapping inside a list inside a fact is frozen too."""
    with pytest.raises(TypeError):
        village().facts["a"][1]["b"] = False


@pytest.mark.parametrize("held", SECTIONS)
def test_a_loaded_set_refuses_changes(held: str, shipped: Ruleset) -> None:
    """Every section of a loaded set is frozen, as of one that was read back."""
    for ruleset in (shipped, Ruleset.model_validate(shipped.model_dump())):
        with pytest.raises(TypeError):
            getattr(ruleset, held)["x"] = None


def test_absent_mappings_refuse_changes() -> None:
    """The default that all share is frozen."""
    with pytest.raises(TypeError):
        Village.model_validate({**WRITTEN, "facts": {}}).sources["x"] = None  # type: ignore[assignment]


def test_frozen_is_equal_to_plain() -> None:
    """Equality, JSON and a dump know no difference."""
    facts = village().facts
    assert (facts, json.loads(json.dumps(facts)), village().model_dump()["facts"]) == (PLAIN, PLAIN, PLAIN)
    assert isinstance(facts, dict)
    assert isinstance(facts["a"], list)


@pytest.mark.parametrize("again", [copy, deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301 - ours
def test_copies_are_frozen(again: Callable[[Any], Any]) -> None:
    """A copy and a pickle are equal and of the same kind."""
    one = village().facts
    other = again(one)
    assert (other, type(other), type(other["a"]), type(other["a"][1])) == (PLAIN, FrozenDict, FrozenList, FrozenDict)


def test_equal_mappings_hash_alike() -> None:
    """The order of keys makes no difference to a hash."""
    assert hash(FrozenDict(a=1, b=FrozenList([2]))) == hash(FrozenDict(b=FrozenList([2]), a=1))


def test_used_values_can_be_pickled(shipped: Ruleset) -> None:
    """A set and a village that were evaluated travel to another process, without what was derived from them."""
    one = Village.model_validate(WRITTEN)
    found = smartvillage.evaluate(shipped, one)
    ruleset, other = pickle.loads(pickle.dumps((shipped, one)))  # noqa: S301 - our own bytes
    assert (ruleset, other, ruleset._derived, other._derived) == (shipped, one, {}, {})
    assert smartvillage.evaluate(ruleset, other) == found


def test_a_roadmap_is_a_value(shipped: Ruleset) -> None:
    """Two roadmaps of the same hash alike, with all their effects."""
    first, second = (smartvillage.roadmap(shipped, Village.model_validate(WRITTEN)) for _ in range(2))
    assert any(getattr(effect, "with_", None) for task in first.tasks for effect in task.effects)
    assert hash(first) == hash(second)


def test_data_too_deep_is_refused() -> None:
    """Data nested without end is a fault of the data, never the end of the stack."""
    deep: list[Any] = []
    deep.append(deep)
    with pytest.raises(ValidationError, match="nested this deep"):
        Village.model_validate({**WRITTEN, "facts": {"a": deep}})


def test_sixty_four_levels_are_read() -> None:
    """What a file may hold is read from data too."""
    deep: Any = 1
    for _ in range(64):
        deep = [deep]
    assert Village.model_validate({**WRITTEN, "facts": {"a": deep}}).facts["a"] == deep
