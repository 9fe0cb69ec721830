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
                "old": {"title": "Cũ", "fills": "chair", "until": "2023-12-31", "successors": ["mid"]},
                "mid": {"title": "Giữa", "until": "2024-02-29", "successors": ["old"]},
            },
            None,
            True,
        ),
    ],
)
def test_office_on_the_first_day(road: Road, parties: dict[str, Any], office: str | None, unknown: bool) -> None:  # noqa: FBT001
    """The office in force, else the successors it names, else an unknown successor."""
    found = owner(road, parties)
    assert (found.role, found.party, found.successor_unknown) == ("chair", office, unknown)


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
