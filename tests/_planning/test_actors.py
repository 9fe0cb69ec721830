"""Which office fills a role on a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smartvillage import Roadmap
from smartvillage.model.tasks import Actor

Road = Callable[..., Roadmap]


def owner(road: Road, parties: dict[str, Any], village: dict[str, Any] | None = None) -> Actor:
    """Return the owner of a task that starts on the first of April 2024."""
    found = road(
        {"x": {"effects": [{"fact": "a"}]}}, {"1": {"fact": "a"}}, ruleset={"parties": parties}, village=village
    )
    return found["x"].owner


@pytest.mark.parametrize(
    ("parties", "office", "unknown"),
    [
        ({}, None, False),
        ({"ubnd": {"title": "UBND", "fills": "chair"}}, "ubnd", False),
        ({"ubnd": {"title": "UBND", "fills": "province"}}, None, False),
        ({"ubnd": {"title": "UBND", "fills": "chair", "until": "2024-03-31", "successors": "unknown"}}, None, True),
        ({"ubnd": {"title": "UBND", "fills": "chair", "until": "2024-04-01", "successors": "unknown"}}, "ubnd", False),
        ({"ubnd": {"title": "UBND", "fills": "chair", "from": "2024-04-02"}}, None, False),
        (
            {
                "old": {"title": "Cũ", "fills": "chair", "until": "2023-12-31", "successors": ["mid"]},
                "mid": {"title": "Giữa", "from": "2024-01-01", "until": "2024-02-29", "successors": ["new"]},
                "new": {"title": "Mới", "from": "2024-03-01"},
            },
            "new",
            False,
        ),
        (
            {
                "old": {"title": "Cũ", "fills": "chair", "until": "2023-12-31", "successors": ["left", "right"]},
                "left": {"title": "Trái", "from": "2024-01-01", "until": "2024-02-29"},
                "right": {"title": "Phải", "from": "2024-01-01"},
            },
            "right",
            False,
        ),
        ({"ubnd": {"title": "UBND", "fills": "chair", "until": "2024-03-31", "successors": "none"}}, None, False),
        ({"ubnd": {"title": "UBND", "fills": "chair", "until": "2024-03-31"}}, None, True),
    ],
)
def test_office_on_the_first_day(road: Road, parties: dict[str, Any], office: str | None, unknown: bool) -> None:  # noqa: FBT001
    """The office in force, else the successors it names, else an unknown successor."""
    found = owner(road, parties)
    assert (found.role, found.party, found.successor_unknown) == ("chair", office, unknown)


@pytest.mark.parametrize(
    ("successors", "expected"),
    [
        ("none", ("mid", "Giữa", False, True)),
        ("unknown", ("mid", "Giữa", True, False)),
        (["old"], ("mid", "Giữa", True, False)),
    ],
)
def test_the_office_that_ended_last_is_told(
    road: Road, successors: Any, expected: tuple[str, str, bool, bool]
) -> None:  # fmt: skip
    """Where none is in force: whether a text says that none follows, or nobody knows; a circle leads nowhere."""
    parties = {
        "old": {"title": "Cũ", "fills": "chair", "until": "2023-12-31", "successors": ["mid"]},
        "mid": {"title": "Giữa", "from": "2024-01-01", "until": "2024-02-29", "successors": successors},
    }
    found = owner(road, {}, {"parties": parties})
    title = found.formerly_title
    assert (found.formerly, title and title.vi, found.successor_unknown, found.no_successor) == expected


def test_an_office_that_does_not_exist_yet_has_not_ended(road: Road) -> None:
    """Nobody fills the role, and nobody did before."""
    found = owner(road, {"new": {"title": "Mới", "fills": "chair", "from": "2024-04-02"}})
    assert (found.party, found.formerly, found.successor_unknown, found.no_successor) == (None, None, False, False)


def test_a_plan_of_each_year_names_the_offices_of_that_year(road: Road) -> None:
    """The district of 2024 is followed by the commune, and a plan of late 2025 says so."""
    parties = {
        "huyen": {"title": "UBND huyện", "fills": "chair", "until": "2025-06-30", "successors": ["xa"]},
        "xa": {"title": "UBND xã mới", "from": "2025-07-01"},
    }
    activities, rules = {"x": {"effects": [{"fact": "a"}]}}, {"1": {"fact": "a"}}
    named = [
        road(activities, rules, ruleset={"parties": parties}, village={"as_of": day}, until="2025-12-31")[
            "x"
        ].owner.party
        for day in ("2024-03-31", "2025-07-31")
    ]
    assert named == ["huyen", "xa"]


def test_the_villages_own_office_comes_first(road: Road) -> None:
    """Of two that fill a role the village's is meant."""
    parties = {"ubnd": {"title": "UBND", "fills": "chair"}}
    village = {"parties": {"ap": {"title": "Ấp", "fills": "chair"}}}
    assert owner(road, parties, village).party == "ap"


def test_title_and_basis_are_told(road: Road) -> None:
    """A role has its own title beside the office's, and the activity's basis."""
    found = owner(road, {"ubnd": {"title": "UBND xã", "fills": "chair"}})
    assert (found.title.vi, found.party_title and found.party_title.vi, found.basis) == (
        "Chủ tịch",
        "UBND xã",
        "assumed",
    )
