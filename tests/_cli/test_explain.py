"""``smartvillage explain``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Smartvillage


def test_a_criterion_is_explained(smartvillage: Smartvillage, village: Path) -> None:
    """The value, the limit, the distance and the basis."""
    text = smartvillage("explain", village, "2", "--lang", "en").out
    assert "value: 4\n" in text
    assert "asked: at least 10 → not met, 6" in text
    assert "basis of the threshold: assumed" in text


def test_a_decision_is_explained(smartvillage: Smartvillage, village: Path) -> None:
    """By its id."""
    found = json.loads(smartvillage("explain", village, "recognised", "--format", "json").out)
    assert (found["kind"], found["outcome"]) == ("decision", "not_met")


def test_a_wrong_name_names_the_nearest(smartvillage: Smartvillage, village: Path) -> None:
    """And those there are."""
    ended = smartvillage("explain", village, "recognized", "--lang", "en")
    assert ended.code == 2
    assert "`recognised`" in ended.err


@pytest.mark.parametrize(
    ("criterion", "event", "new", "code"),
    [("2", "not_met", "users: 4", 1), ("2", "not_met", "users: 12", 0), ("2", "open", "users:", 1),
     ("2", "open", "users: 4", 0), ("2", "unproven", "users: 12", 1), ("2", "unproven", "users: 4", 0)],
)  # fmt: skip
def test_fail_on(  # noqa: PLR0913, PLR0917 - one case
    smartvillage: Smartvillage, edited: Callable[[str, str], Path], criterion: str, event: str, new: str, code: int
) -> None:
    """Of the criterion alone."""
    assert smartvillage("explain", edited("users: 4", new), criterion, "--fail-on", event).code == code
