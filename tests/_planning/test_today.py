"""Today beside the replay's day: what is met now, what lapses, what is left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from smartvillage import QuestionError, Roadmap
from smartvillage.model.roadmap import Standing

Road = Callable[..., Roadmap]
DO_A = {"effects": [{"fact": "a"}]}
DO_B = {"effects": [{"fact": "b"}]}
RENEW = {"effects": [{"fact": "paper", "with": {"valid_until": "2026-12-31"}}]}
PAPER = {"1": {"fact": "paper"}, "2": {"fact": "a"}}
LAPSING = {"paper": {"number": "1", "issued_on": "2023-01-01", "valid_until": "2024-06-29"}}


def test_today_is_asked_of_today(road: Road) -> None:
    """A paper that runs out before the deadline is good today; the page and the evaluator say the same."""
    found = road({"x": RENEW, "y": DO_A}, PAPER, LAPSING)
    assert (found.replay.before.on, found.replay.before.counts.met) == (date(2024, 3, 31), 1)
    assert found.replay.with_assumptions.on == date(2024, 12, 31)


def test_what_lapses_is_told(road: Road) -> None:
    """What is met today and no longer on the deadline, if nothing is done; what holds anyhow is not named."""
    found = road({"x": RENEW, "y": DO_A}, PAPER, {**LAPSING, "a": True})
    assert found.replay.lapsing == ("1",)
    assert (found.replay.before.target_met, found.standing) == (True, Standing.SECURED)


def test_milestones_tell_nothing_of_what_is_met_today(road: Road) -> None:
    """A renewal reaches nothing new."""
    found = road({"x": RENEW, "y": DO_A}, PAPER, LAPSING)
    assert [(one.kind, one.id) for one in found.milestones] == [("criterion_met", "2"), ("target_met", None)]


def test_a_target_met_today_is_no_milestone(road: Road) -> None:
    """It is only kept."""
    assert road({"x": RENEW}, PAPER, {**LAPSING, "a": True}).milestones == ()


def test_criteria_the_target_does_not_need_are_left_out(road: Road) -> None:
    """Of two one is enough; the other is named."""
    ruleset = {"decision": {"met": "all", "at_least": 1}}
    found = road({"x": DO_A, "y": {**DO_B, "cost": "2 triệu đồng"}}, ruleset=ruleset)
    assert (found.standing, found.left_out) == (Standing.SECURED, ("2",))


def test_nothing_is_left_out_of_all(road: Road) -> None:
    """Where all are needed all are met."""
    assert road({"x": DO_A, "y": DO_B}).left_out == ()


def test_what_is_met_and_not_proven_is_left_out_of_a_proven_target(road: Road) -> None:
    """The target asks for more than being met."""
    found = road({}, {"1": {"fact": "a"}}, {"a": True}, target="proven")
    assert found.left_out == ("1",)


@pytest.mark.parametrize("until", [date(2024, 3, 1), date(2024, 3, 31)])
def test_deadline_before_anything_can_start_is_refused(road: Road, until: date) -> None:
    """Monday 1 April is the first working day; that day itself is a deadline."""
    with pytest.raises(QuestionError) as refused:
        road({"x": DO_A, "y": DO_B}, until=until)
    assert f"{until} lies before the first working day on which anything can start (2024-04-01)" in str(refused.value)
    assert road({"x": DO_A, "y": DO_B}, until=date(2024, 4, 1)).standing is Standing.OUT_OF_REACH


def test_last_day_of_the_period_is_no_deadline_of_the_callers(road: Road) -> None:
    """Who asks on the last day itself is told how late all is."""
    found = road({"x": DO_A, "y": DO_B}, on=date(2025, 12, 31), until=None)
    assert found.standing is Standing.OUT_OF_REACH


def test_roadmap_before_of_another_village_is_refused(road: Road) -> None:
    """Its tasks are somebody else's."""
    other = {"village": {"id": "w", "name": "W", "kind": "hamlet"}}
    before = road({"x": DO_A, "y": DO_B}, village=other)
    with pytest.raises(QuestionError, match="the earlier roadmap is for the village `w`, not for `v`"):
        road({"x": DO_A, "y": DO_B}, previous=before)


def test_roadmap_before_of_another_ruleset_is_refused(road: Road) -> None:
    """Its tasks mean something else."""
    before = road({"x": DO_A, "y": DO_B})
    ref = before.replay.ruleset.model_copy(update={"id": "large"})
    other = before.model_copy(update={"replay": before.replay.model_copy(update={"ruleset": ref})})
    with pytest.raises(QuestionError) as refused:
        road({"x": DO_A, "y": DO_B}, previous=other)
    assert refused.value.explain("vi") == "lộ trình trước là của bộ tiêu chí `large`, không phải `small`"
