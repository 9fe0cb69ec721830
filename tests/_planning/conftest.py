"""A small place to plan for: a ruleset of flags, counts and lists, and a village in which little is done yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import smartvillage
from smartvillage import Roadmap

Plain = dict[str, Any]

_FACTS: Plain = {
    **{name: {"type": "flag"} for name in ("a", "b", "c", "d")},
    "extra": {"type": "flag", "context": True},
    "paper": {"type": "document"},
    "view": {"type": "judgement", "assessor": "chair"},
    "users": {"type": "count"},
    "share": {"type": "share"},
    "stars": {"type": "level", "scale": "stars"},
    "places": {"type": "list", "fields": {"wifi": {"type": "flag"}, "size": {"type": "count"}}},
}


def _ruleset(activities: Plain, rules: Plain | None, more: Plain) -> Plain:
    rules = rules or {"1": {"fact": "a"}, "2": {"fact": "b"}}
    return {
        "ruleset": {
            "id": "small", "title": "Nhỏ", "version": "1.0.0", "basis": "assumed", "source": "ours",
            "period": {"from": "2024-01-01", "until": "2025-12-31"},
        },
        "sources": {"ours": {"type": "own", "issuer": "T", "seen": True}},
        "roles": {"chair": {"title": "Chủ tịch"}, "province": {"title": "Tỉnh"}},
        "scales": {"stars": ["1", "2", "3", "4"]},
        "facts": _FACTS,
        "criteria": [{"id": name, "title": f"Tiêu chí {name}", "rule": rule} for name, rule in rules.items()],
        "decisions": {"recognised": {"main": True, "if": more.pop("decision", {"met": "all", "at_least": "all"})}},
        "activities": {name: _activity(name, activity) for name, activity in activities.items()},
        **more,
    }  # fmt: skip


def _activity(name: str, more: Plain) -> Plain:
    """Fill in what every activity says; nothing for a key leaves it out."""
    usual = {"title": name, "kind": "locality", "owner": "chair", "duration": "5 working days", "cost": "1 triệu đồng"}
    return {key: value for key, value in {**usual, **more}.items() if value is not None}


def _village(facts: Plain | None, more: Plain) -> Plain:
    return {
        "village": {"id": "v", "name": "V", "kind": "hamlet", "within": {"commune": "x"}},
        "ruleset": "small",
        "as_of": "2024-03-31",
        "facts": {"a": False, "b": False, **(facts or {})},
        **more,
    }


@pytest.fixture(scope="session")
def ruleset() -> Callable[[Plain, Plain | None, Plain], Plain]:
    """Write the ruleset of a made-up place: activities, rules and further sections."""
    return _ruleset


@pytest.fixture(scope="session")
def road() -> Callable[..., Roadmap]:
    """Plan for a made-up place: activities and rules by name, what the village says, and what is asked."""

    def asked(
        activities: Plain,
        rules: Plain | None = None,
        facts: Plain | None = None,
        *,
        ruleset: Plain | None = None,
        village: Plain | None = None,
        **question: Any,
    ) -> Roadmap:
        question.setdefault("until", date(2024, 12, 31))
        loaded = smartvillage.load_ruleset(_ruleset(activities, rules, dict(ruleset or {})))
        return smartvillage.roadmap(loaded, smartvillage.load_village(_village(facts, dict(village or {}))), **question)

    return asked
