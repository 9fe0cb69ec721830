"""The way to the target in every shape: what is done where the set has activities, and that it leads there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from suite.shapes import FOLDERS, HERE, name_of

import smartvillage
from smartvillage import Roadmap
from smartvillage.document import read_file


class Way(NamedTuple):
    """What a roadmap must say of a shape's village, with some facts changed."""

    shape: str
    standing: str
    tasks: dict[str, str]
    """The tasks in order, each with its kind."""
    assumed: tuple[str, ...] = ()
    """What others must grant, by path."""
    facts: dict[str, Any] = {}  # noqa: RUF012 - never changed


WAYS = [
    Way("07-count-at-least", "secured", {"buy_cameras": "work", "found_model": "work"}),
    Way("07-count-at-least", "out_of_reach", {"found_model": "work"}, facts={"cameras": 11}),
    Way("10-list-of-places", "out_of_reach", {}, facts={"places": []}),
    Way("10-list-of-places", "secured", {"set_up_wifi": "work"}),
    Way("11-any-of", "secured", {"found_team": "work"}),
    Way("14-ordinal-level", "conditional", {"renew_school": "work", "rate_again": "await"}, ("facts/products",)),
    Way("16-points", "secured", {"meet_once_more": "work"}),
    Way("16-points", "secured", {"train_everybody": "work"}, facts={"meetings": 4, "online": 150}),
    Way("19-document", "secured", {"write_regulation": "work"}, facts={"regulation": False}),
    Way("22-channel", "secured", {"hold_survey": "work"}),
    Way("23-first-use", "conditional", {"count_visits": "measure"}, ("facts/remote_visits",)),
    Way("24-judgement", "conditional", {"invite_appraisers": "await"}, ("facts/clean_houses",)),
    Way(
        "25-no-guidance", "conditional", {"buy_sensors": "work", "ask_department": "ask"},
        ("criteria/1/rule", "criteria/2/rule/all_of/use"), {"sensors": False},
    ),
    Way(
        "27-unknown-limit", "conditional", {"ask_department": "ask"},
        tuple(f"criteria/{number}/rule/at_least" for number in (1, 2, 3, 4)),
    ),
    Way("36-responsibility", "secured", {"write_regulation": "work", "lay_fibre": "work", "print_codes": "work"}),
]  # fmt: skip

#: The levels that are planned for where the target is a level.
LEVELS = {"15-score-bands": "3", "35-maturity": "optimization"}


def planned(folder: Path, **facts: Any) -> Roadmap:
    """Plan for the village of a shape, with some facts changed."""
    village = read_file(folder / "village.yaml")
    assert isinstance(village.data, dict)
    changed = {**village.data, "facts": {**(village.data["facts"] or {}), **facts}}
    target = LEVELS.get(folder.name, "reported")
    return smartvillage.roadmap(folder / "ruleset.yaml", replace(village, data=changed), target=target)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.shape)
def test_the_way(way: Way) -> None:
    """The standing, the tasks with their kinds, and what is assumed are as they must be."""
    found = planned(HERE / way.shape, **way.facts)

    assert (found.standing, {task.id: task.kind for task in found.tasks}) == (way.standing, way.tasks)
    assert tuple(one.path for one in found.assumptions) == way.assumed


def test_who_does_what() -> None:
    """Each task keeps whether it is support from above, or work of the locality or of residents."""
    found = planned(HERE / "36-responsibility")

    assert {task.id: (task.support_kind, task.owner.role) for task in found.tasks} == {
        "write_regulation": ("locality", "commune"),
        "lay_fibre": ("support_from_above", "province"),
        "print_codes": ("residents", "residents"),
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_the_replay_is_what_the_standing_says(folder: Path) -> None:
    """Asked again at the end, the evaluator finds the target met if and only if the way is not out of reach."""
    found = planned(folder)
    after, alone = found.replay.with_assumptions, found.replay.without_assumptions

    assert after.target_met == (found.standing != "out_of_reach")
    assert alone.target_met == (found.standing in ("already_met", "secured"))
    assert (alone.target_met and not found.tasks) == (found.standing == "already_met")


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_there_and_back(folder: Path) -> None:
    """A roadmap is what its JSON says."""
    found = planned(folder)

    assert Roadmap.model_validate_json(found.model_dump_json()) == found
