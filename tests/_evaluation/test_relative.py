"""What explanations say of a limit that does not stand by itself, and of the days between two."""

from __future__ import annotations

from typing import Any

import pytest

import smartvillage
from smartvillage.model.explanation import LimitStep, Relative, Step

Plain = dict[str, Any]


def rule(condition: Plain, facts: Plain, **village: Any) -> Step:
    """Explain the one criterion of a made-up set."""
    ruleset = {
        "ruleset": {
            "id": "made-up", "title": "Thử", "version": "1.0.0", "basis": "stated", "source": "ours",
            "period": {"from": "2023-01-01", "until": "2025-12-31"},
        },
        "sources": {
            "ours": {"type": "own", "issuer": "T", "seen": True},
            "theirs": {"type": "decision", "number": "318/QĐ-TTg", "issuer": "T", "seen": True},
        },
        "codes": {"region": {"hill": "Đồi", "plain": "Bằng"}},
        "facts": {
            "income": {"type": "quantity", "unit": "triệu đồng"},
            "average": {"type": "quantity", "unit": "nghìn đồng", "title": "Bình quân"},
            "region": {"type": "choice", "codes": "region"},
            "begun": {"type": "date", "title": "Bắt đầu"},
            "ended": {"type": "date"},
        },
        "limits": {
            "level": {"value": "60 triệu đồng", "source": {"id": "theirs", "item": "4"}},
            "unseen": {"unknown": {"at_least": "10 triệu đồng"}},
            "classes": {"by": "region", "values": {"hill": "40 triệu đồng", "plain": {"limit": "level"}}},
        },
        "criteria": [{"id": "1", "title": "Một", "rule": condition}],
        "decisions": {"ok": {"main": True, "if": {"met": "all", "at_least": "all"}}},
    }  # fmt: skip
    place = {"id": "v", "name": "V", "kind": "hamlet"}
    data = {"village": place, "ruleset": "made-up", "as_of": "2024-03-31", "facts": facts, **village}
    found = smartvillage.explain(ruleset, data, "1").rule
    assert found is not None
    return found


def limits(step: Step) -> tuple[LimitStep, ...]:
    """Return the limits of a step's one test."""
    return step.tests[0].limits


def relative(of: Plain, facts: Plain, times: str = "110 %") -> list[tuple[str | None, Relative | None]]:
    """Return each limit in question of a relative one, with what it is a part of."""
    step = rule({"fact": "income", "at_least": {"times": times, "of": of}}, facts)
    return [(one.exact, one.relative) for one in limits(step)]


def test_a_part_of_another_limit_cites_both() -> None:
    """Its own text and the other's, and what the whole comes to."""
    step = rule(
        {"fact": "income", "at_least": {"times": "110 %", "of": {"limit": "level"}}}, {"income": "65 triệu đồng"}
    )
    (found,) = limits(step)
    assert (found.exact, found.source and found.source.id) == ("66", "ours")
    assert found.relative is not None
    source = found.relative.source
    assert (found.relative.of, found.relative.times, found.relative.exact) == ("level", "110 %", "60")
    assert (source and source.number, source and source.item) == ("318/QĐ-TTg", "4")
    assert step.tests[0].distance is not None
    assert step.tests[0].distance.amount == "-1"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"region": "hill"}, [("44", "40")]),
        ({"region": "plain"}, [("66", "60")]),
        ({}, [("44", "40"), ("66", "60")]),
    ],
)
def test_a_part_of_a_limit_by_class(facts: Plain, expected: list[tuple[str, str]]) -> None:
    """While the class is open each of them is in question."""
    found = relative({"limit": "classes"}, {"income": "50 triệu đồng", **facts})
    assert [(exact, one and one.exact) for exact, one in found] == expected


def test_a_part_of_an_unseen_limit_lies_within_so_many_times_its_bounds() -> None:
    """What the whole comes to nobody knows."""
    step = rule({"fact": "income", "at_least": {"times": 2, "of": {"limit": "unseen"}}}, {"income": "30 triệu đồng"})
    (found,) = limits(step)
    assert found.within is not None
    assert (found.exact, found.within.low, found.relative and found.relative.exact) == (None, "20", None)
    assert [one.path for one in step.missing] == ["limits/unseen"]


def test_a_part_of_a_fact_comes_to_what_the_village_says() -> None:
    """In the unit of what is measured: 90 000 thousand is 90 million."""
    facts = {"income": "44 triệu đồng", "average": "90000 nghìn đồng"}
    ((exact, found),) = relative({"fact": "average"}, facts, "50 %")
    assert found is not None
    assert (exact, found.kind, found.of, found.title and found.title.vi) == ("45", "fact", "average", "Bình quân")
    assert found.exact == "90"


def test_a_part_of_a_missing_fact_is_open() -> None:
    """The fact is what is missing."""
    step = rule({"fact": "income", "at_least": {"times": 2, "of": {"fact": "average"}}}, {"income": "44 triệu đồng"})
    assert [(one.exact, one.relative and one.relative.exact) for one in limits(step)] == [(None, None)]
    assert [one.path for one in step.missing] == ["facts/average"]


@pytest.mark.parametrize(("for_year", "day", "year"), [(None, "2023-12-01", "2024"), (2026, "2025-12-01", "2026")])
def test_a_day_of_every_year_is_told_with_the_year_it_is_counted_from(for_year: Any, day: str, year: str) -> None:
    """By default that of the day of evaluation."""
    more = {} if for_year is None else {"for_year": for_year}
    condition = {"fact": "begun", "before": {"month": 12, "day": 1, "year": "previous"}}
    (found,) = limits(rule(condition, {"begun": "2023-11-30"}, **more))
    assert (found.exact, found.relative) == (day, Relative(kind="year", of=year))


def test_the_days_between_two_are_counted_and_told_below() -> None:
    """From the first to the tenth it is nine, one short."""
    found = rule(
        {"days": {"from": "begun", "to": "ended"}, "at_least": "10 days"},
        {"begun": "2024-03-01", "ended": "2024-03-10"},
    )
    assert found.measured is not None
    assert (found.head, found.measured.form, found.measured.exact, found.truth) == ("days", "days", "9", "not_met")
    distance = found.tests[0].distance
    assert distance is not None
    assert (distance.amount, distance.measure) == ("-1", "days")
    assert [(one.of, one.measured and one.measured.exact) for one in found.steps] == [
        ("begun", "2024-03-01"), ("ended", "2024-03-10"),
    ]  # fmt: skip


def test_the_days_between_are_open_while_either_is() -> None:
    """And what is missing is told once."""
    found = rule({"days": {"from": "begun", "to": "ended"}, "at_least": "10 days"}, {"begun": "2024-03-01"})
    assert found.measured is not None
    assert (found.measured.exact, found.truth, [one.path for one in found.missing]) == (None, "open", ["facts/ended"])
