"""The steps that are still to take once the target is met: forward from the day all is ready."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from smartvillage import Roadmap
from smartvillage.model.ahead import StepAhead

Road = Callable[..., Roadmap]
Plain = dict[str, Any]

#: A task of five working days from Monday the first of April 2024, so that all is ready on Friday the fifth.
TASK: Plain = {"x": {"effects": [{"fact": "a"}]}}
RULES: Plain = {"1": {"fact": "a"}}


def ahead(road: Road, *steps: Plain, facts: Plain | None = None, **more: Any) -> tuple[StepAhead, ...]:
    """Return the steps ahead of a set with one task; days of the village are facts of their own."""
    procedure = [{"id": f"s{place}", "owner": "chair", **step} for place, step in enumerate(steps, 1)]
    days = {name: {"type": "date"} for name in ("begun", "ended")}
    sections = {
        "facts": {"a": {"type": "flag"}, "b": {"type": "flag"}, **days},
        "decisions": {
            "recognised": {"main": True, "if": {"met": "all", "at_least": "all"}},
            "open_to_all": {"if": {"fact": "b"}},
            "revoked": {"if": {"not_met": "all", "at_least": 1}},
        },
        "procedure": procedure,
        **more.pop("sections", {}),
    }
    return road(TASK, RULES, facts, ruleset=sections, **more).procedure


def days(*steps: StepAhead) -> list[tuple[date | None, date | None]]:
    """Return the first and the last day of each."""
    return [(step.start, step.due) for step in steps]


def test_a_step_begins_on_the_working_day_after_all_is_ready(road: Road) -> None:
    """Friday the fifth of April is the last day of the task."""
    assert days(*ahead(road, {})) == [(date(2024, 4, 8), date(2024, 4, 8))]


@pytest.mark.parametrize(
    ("lasts", "due"),
    [("3 working days", date(2024, 4, 10)), ("10 days", date(2024, 4, 19)), ("2 weeks", date(2024, 4, 22))],
)
def test_a_step_lasts_as_long_as_it_must(road: Road, lasts: str, due: date) -> None:
    """Calendar terms leave out the first day and end on a working day: the 18th is a holiday."""
    (found,) = ahead(road, {"lasts": lasts})
    assert (found.due, found.lasts) == (due, lasts)


def test_a_step_begins_when_all_before_it_have_ended(road: Road) -> None:
    """The later of two sets its first day."""
    found = ahead(road, {"lasts": "2 working days"}, {"lasts": "4 working days"}, {"after": ["s1", "s2"]})
    assert (found[2].start, found[2].after) == (date(2024, 4, 12), ("s1", "s2"))


def test_what_is_done_is_not_ahead(road: Road) -> None:
    """And what comes after it need not wait for it."""
    step = {"records": {"start": "begun"}}
    found = ahead(road, step, {"after": "s1"}, facts={"begun": "2024-03-20"})
    assert [(one.id, one.start, one.after) for one in found] == [("s2", date(2024, 4, 8), ())]


def test_what_is_under_way_goes_on(road: Road) -> None:
    """It ends when it has lasted long enough, and no sooner than the plan begins."""
    step = {"records": {"start": "begun", "end": "ended"}, "lasts": "10 days"}
    assert [
        days(*ahead(road, step, facts={"begun": day})) for day in ("2024-03-29", "2024-03-01")
    ] == [[(date(2024, 3, 29), date(2024, 4, 8))], [(date(2024, 3, 1), date(2024, 4, 1))]]  # fmt: skip


def test_a_step_whose_decision_is_met_today_need_not_wait(road: Road) -> None:
    """It can begin with the plan; one whose decision the tasks bring about begins when all is ready."""
    found = ahead(road, {"decision": "open_to_all"}, {"decision": "recognised"}, facts={"b": True})
    assert days(*found) == [(date(2024, 4, 1), date(2024, 4, 1)), (date(2024, 4, 8), date(2024, 4, 8))]


def test_a_step_whose_decision_is_not_met_even_then_has_no_days(road: Road) -> None:
    """Nor has what comes after it."""
    found = ahead(road, {"decision": "revoked"}, {"after": "s1"})
    assert [(one.start, one.decision_met) for one in found] == [(None, False), (None, None)]


@pytest.mark.parametrize(("until", "late"), [("2024-04-08", False), ("2024-04-07", True)])
def test_a_step_that_cannot_end_by_its_last_day_is_late(road: Road, until: str, late: bool) -> None:  # noqa: FBT001
    """That day is included."""
    (found,) = ahead(road, {"until": until})
    assert (found.until, found.late) == (date.fromisoformat(until), late)


def test_who_takes_it_is_the_office_of_that_day(road: Road) -> None:
    """Or nobody that a text names."""
    parties = {
        "old": {"title": "Cũ", "fills": "chair", "until": "2024-04-07", "successors": ["new"]},
        "new": {"title": "Mới", "from": "2024-04-08"},
    }
    found = ahead(road, {}, {"owner": "unknown"}, sections={"parties": parties})
    assert [one.owner and one.owner.party for one in found] == ["new", None]


def test_a_step_that_an_amendment_adds_is_ahead_too(road: Road) -> None:
    """Though the set of today does not have it."""
    later = {
        "overlay": {
            "id": "later", "title": "Sau", "version": "1.0.0", "extends": "small@>=1", "basis": "assumed",
            "source": "ours", "in_force": {"from": "2024-06-01"},
        },
        "edits": [{"add": "procedure", "item": {"id": "s2", "owner": "chair", "after": ["s1"]}, "because": "mới"}],
    }  # fmt: skip
    found = ahead(road, {}, overlays=later)
    assert [(one.id, one.start) for one in found] == [("s1", date(2024, 4, 8)), ("s2", date(2024, 4, 9))]


def test_where_the_target_is_out_of_reach_nothing_is_ahead(road: Road) -> None:
    """There is no day from which to count."""
    assert ahead(road, {}, sections={"activities": {}}) == ()


def test_where_the_target_is_met_already_the_steps_begin_with_the_plan(road: Road) -> None:
    """On the first working day after the day to plan from."""
    (found,) = ahead(road, {}, facts={"a": True})
    assert found.start == date(2024, 4, 1)
