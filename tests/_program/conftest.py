"""What the tests of programs share: a small set and a small village, made from plain data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smartvillage.model.ruleset import Ruleset
from smartvillage.model.village import Village

Make = Callable[..., Any]


@pytest.fixture
def make_ruleset() -> Make:
    """Return how to make a ruleset from its facts and rules."""

    def make(facts: dict[str, Any], rules: dict[str, Any], **more: Any) -> Ruleset:
        criteria = [{"id": name, "title": name, "rule": rule} for name, rule in rules.items()]
        return Ruleset.model_validate({
            "ruleset": {
                "id": "made-up", "title": "Thử", "version": "1.0.0", "basis": "assumed", **more.pop("header", {}),
                "period": {"from": "2023-01-01", "until": "2025-12-31"},
            },
            "sources": {},
            "facts": facts,
            "criteria": criteria,
            "decisions": {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}},
            **more,
        })  # fmt: skip

    return make


@pytest.fixture
def make_village() -> Make:
    """Return how to make a village from its facts."""

    def make(**facts: Any) -> Village:
        return Village.model_validate({
            "village": {"id": "v", "name": "Ấp", "kind": "hamlet", "within": {"commune": "c"}},
            "ruleset": "made-up",
            "as_of": "2024-03-31",
            "facts": facts,
        })  # fmt: skip

    return make
