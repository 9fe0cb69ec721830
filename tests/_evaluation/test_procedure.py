"""How far a village has come in the procedure: by its day facts alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import smartvillage
from smartvillage.model.steps import StepResult, StepStatus

Plain = dict[str, Any]
BOTH: Plain = {"records": {"start": "begun", "end": "ended"}}


def ruleset(*steps: Plain) -> Plain:
    """A set of one flag with steps; each has an id by its place unless it says one."""
    procedure = [{"id": f"s{place}", "owner": "commune", **step} for place, step in enumerate(steps, 1)]
    return {
        "ruleset": {
            "id": "made-up", "title": "Thử", "version": "1.0.0", "basis": "assumed", "source": "ours",
            "period": {"from": "2023-01-01", "until": "2025-12-31"},
        },
        "sources": {"ours": {"type": "own", "issuer": "T", "seen": True}},
        "roles": {"commune": {"title": "UBND xã"}},
        "facts": {"flag": {"type": "flag"}, **{name: {"type": "date"} for name in ("begun", "ended", "other")}},
        "criteria": [{"id": "1", "title": "Một", "rule": {"fact": "flag"}}],
        "decisions": {"ok": {"main": True, "if": {"met": "all", "at_least": "all"}}},
        "procedure": procedure,
    }  # fmt: skip


def steps(found: Plain, facts: Plain, **village: Any) -> tuple[StepResult, ...]:
    """Return what is found of each step on the last of March 2024."""
    place = {"id": "v", "name": "V", "kind": "hamlet"}
    data = {"village": place, "ruleset": "made-up", "as_of": "2024-03-31", "facts": facts, **village}
    return tuple(smartvillage.evaluate(found, data).procedure)


@pytest.mark.parametrize(
    ("records", "facts", "status"),
    [
        ({}, {}, StepStatus.UNRECORDED),
        ({"start": "begun"}, {}, StepStatus.OPEN),
        ({"start": "begun"}, {"begun": "2024-03-31"}, StepStatus.DONE),
        ({"start": "begun"}, {"begun": "2024-04-01"}, StepStatus.OPEN),
        ({"end": "ended"}, {"ended": "2024-03-31"}, StepStatus.DONE),
        ({"end": "ended"}, {}, StepStatus.OPEN),
        ({"start": "begun", "end": "ended"}, {"begun": "2024-03-01"}, StepStatus.UNDER_WAY),
        ({"start": "begun", "end": "ended"}, {"begun": "2024-03-01", "ended": "2024-04-01"}, StepStatus.UNDER_WAY),
        ({"start": "begun", "end": "ended"}, {"begun": "2024-03-01", "ended": "2024-03-31"}, StepStatus.DONE),
        ({"start": "begun", "end": "ended"}, {"ended": "2024-03-31"}, StepStatus.DONE),
    ],
)
def test_a_step_is_done_when_the_day_that_records_it_has_come(records: Plain, facts: Plain, status: StepStatus) -> None:
    """A day still to come records nothing, and what no fact records nobody can tell."""
    assert [one.status for one in steps(ruleset({"records": records}), facts)] == [status]


@pytest.mark.parametrize(
    ("lasts", "begun", "status", "in_time"),
    [
        ("10 days", "2024-03-21", StepStatus.DONE, True),
        ("10 days", "2024-03-22", StepStatus.UNDER_WAY, None),
        ("10 days", "2024-02-20", StepStatus.DONE, True),
        ("5 working days", "2024-03-25", StepStatus.UNDER_WAY, None),
        ("5 working days", "2024-03-22", StepStatus.DONE, True),
    ],
)
def test_a_step_of_which_only_the_beginning_is_recorded_goes_on_as_long_as_it_must(
    lasts: str,
    begun: str,
    status: StepStatus,
    in_time: bool | None,  # noqa: FBT001
) -> None:
    """A notice that hangs for ten days is not over on the day it is put up."""
    extra = {"records": {"start": "begun"}, "lasts": lasts, "until": "2024-03-31"}
    (found,) = steps(ruleset(extra), {"begun": begun})
    assert (found.status, found.in_time) == (status, in_time)


def test_a_step_begun_too_late_to_last_by_its_last_day_is_late() -> None:
    """It ends when it has lasted, and that is past the day by which it should have."""
    extra = {"records": {"start": "begun"}, "lasts": "10 days", "until": "2024-03-20"}
    (found,) = steps(ruleset(extra), {"begun": "2024-03-15"})
    assert (found.status, found.in_time) == (StepStatus.DONE, False)


@pytest.mark.parametrize(
    ("until", "facts", "due", "in_time"),
    [
        ("2024-03-30", {"begun": "2024-03-30"}, date(2024, 3, 30), True),
        ("2024-03-30", {"begun": "2024-03-31"}, date(2024, 3, 30), False),
        ("2024-03-30", {}, date(2024, 3, 30), False),
        ("2024-03-31", {}, date(2024, 3, 31), None),
        ({"month": 12, "day": 1, "year": "previous"}, {"begun": "2023-12-01"}, date(2023, 12, 1), True),
        ({"month": 12, "day": 1, "year": "previous"}, {"begun": "2023-12-02"}, date(2023, 12, 1), False),
        (None, {"begun": "2023-12-02"}, None, None),
    ],
)
def test_a_step_is_in_time_by_its_last_day(until: Any, facts: Plain, due: date | None, in_time: bool | None) -> None:  # noqa: FBT001
    """That day is included; one that is not done is late once the day is past."""
    extra = {} if until is None else {"until": until}
    (found,) = steps(ruleset({"records": {"start": "begun"}, **extra}), facts)
    assert (found.due_on, found.in_time) == (due, in_time)


def test_the_year_is_the_one_the_village_speaks_of() -> None:
    """The village of 2025 registers by the first of December 2024."""
    step = {"records": {"start": "begun"}, "until": {"month": 12, "day": 1, "year": "previous"}}
    (found,) = steps(ruleset(step), {}, for_year=2025)
    assert (found.due_on, found.in_time) == (date(2024, 12, 1), None)


@pytest.mark.parametrize(
    ("lasts", "ended", "may_end", "kept"),
    [
        ("10 days", "2024-03-11", date(2024, 3, 11), True),
        ("10 days", "2024-03-10", date(2024, 3, 11), False),
        ("10 days", None, date(2024, 3, 11), None),
        ("1 month", "2024-03-31", date(2024, 4, 1), False),
        ("10 working days", "2024-03-14", date(2024, 3, 15), False),
        ("10 working days", "2024-03-29", date(2024, 3, 15), None),
        (None, "2024-03-29", None, None),
    ],
)
def test_a_step_lasts_long_enough(lasts: str | None, ended: str | None, may_end: date | None, kept: Any) -> None:
    """From the first of March; the first day is not counted, and only a calendar knows of holidays."""
    extra = {} if lasts is None else {"lasts": lasts}
    facts = {"begun": "2024-03-01"} | ({} if ended is None else {"ended": ended})
    (found,) = steps(ruleset({**BOTH, **extra}), facts)
    assert (found.may_end_on, found.lasts_kept) == (may_end, kept)


def test_a_step_waits_for_those_before_it_that_are_not_known_to_be_done() -> None:
    """One that nothing records is waited for too."""
    found = ruleset({"records": {"start": "begun"}}, {"records": {"start": "other"}}, {}, {"after": ["s1", "s2", "s3"]})
    assert steps(found, {"begun": "2024-01-01"})[3].waits_for == ("s2", "s3")


@pytest.mark.parametrize(("flag", "expected"), [({"flag": True}, "met"), ({"flag": False}, "not_met"), ({}, "unknown")])
def test_a_step_tells_of_its_decision(flag: Plain, expected: str) -> None:
    """Whether it may be passed is the decision's to say."""
    (found,) = steps(ruleset({"decision": "ok"}), flag)
    assert (found.decision, found.decision_met) == ("ok", expected)


def test_an_owner_that_no_text_names_is_nobody() -> None:
    """The word for that is no role."""
    found = steps(ruleset({"owner": "unknown"}, {}), {})
    assert [one.owner for one in found] == [None, "commune"]


def test_a_set_without_procedure_tells_of_none() -> None:
    """Most sets say nothing of it."""
    assert steps({**ruleset(), "procedure": []}, {}) == ()
