"""Ấp An Phú's roadmap to the end of 2024: what is left to do, by whom, by when, and what others must grant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartvillage import load_ruleset, load_village, roadmap
from smartvillage.model.findings import Counts, Outcome
from smartvillage.model.obstacles import CostUnknown, LaterUntil, OverBudget, TooLate
from smartvillage.model.roadmap import Roadmap, Standing

FILE = Path(__file__).parents[2] / "examples" / "an-phu" / "village.yaml"
RULESET = load_ruleset("dong-thap-2021-2025")
VILLAGE = load_village(FILE)
UNTIL = date(2024, 12, 31)
MONITORING_HIGH = 200_000_000

#: The 9 + 2 unmet, the 3 not assessable and the 1 unknown, each with the tasks that close it.
CLOSED_BY = {
    "b": {"hold_residents_meeting"},
    "đ": {"prepare_ocop_dossier", "rate_ocop_product"},
    "e": {"issue_regulation"},
    "1.1": {"ask_thresholds"},
    "1.4": {"set_up_operating_team"},
    "2.2": {"publish_village_stories"},
    "2.4": {"build_monitoring_model"},
    "2.11": {"guide_online_commendation"},
    "2.12": {"ask_thresholds"},
    "3.3": {"ask_cultivation_guidance"},
    "3.6": {"run_online_survey"},
    "3.7": {"prepare_ocop_dossier", "rate_ocop_product"},
    "4.1": {"run_operating_team"},
    "4.2": {"issue_regulation"},
    "4.3": {"issue_development_roadmap"},
}


@pytest.fixture(scope="module")
def plan() -> Roadmap:
    """The roadmap until the end of the plan's year."""
    return roadmap(RULESET, VILLAGE, until=UNTIL)


def test_is_conditional_and_in_time(plan: Roadmap) -> None:
    """All can be met by the end of the year, if others grant what is theirs to grant."""
    assert plan.standing is Standing.CONDITIONAL
    assert plan.ready_on is not None
    assert plan.ready_on <= UNTIL


def test_replay_holds_both_counts(plan: Roadmap) -> None:
    """23 of 27 by the village's own work, 27 with what others grant; before it 15."""
    replay = plan.replay

    assert replay.before.counts == Counts(met=15, not_met=9, not_assessable=3)
    assert replay.without_assumptions.counts == Counts(met=23, not_met=1, not_assessable=3)
    assert replay.with_assumptions.counts == Counts(met=27)
    assert (replay.without_assumptions.verdict, replay.with_assumptions.verdict) == (Outcome.NOT_MET, Outcome.MET)


@pytest.mark.parametrize("criterion", CLOSED_BY)
def test_what_is_left_has_its_tasks(plan: Roadmap, criterion: str) -> None:
    """Each criterion that is not met or open is closed by these tasks."""
    assert {task.id for task in plan.tasks if criterion in task.criteria} == CLOSED_BY[criterion]


def test_nothing_else_is_planned(plan: Roadmap) -> None:
    """What is met already needs no task."""
    assert {task.id for task in plan.tasks} == set().union(*CLOSED_BY.values())


def test_assumptions_name_task_need_and_granter(plan: Roadmap) -> None:
    """A judgement, a rating, two thresholds and a method are others' to grant."""
    granted = {(one.path, one.task, one.granted_by.role if one.granted_by else None) for one in plan.assumptions}

    assert granted == {
        ("facts/voluntary", "hold_residents_meeting", "commune_chair"),
        ("facts/ocop_stars", "rate_ocop_product", "ocop_council"),
        ("criteria/1.1/rule/at_least", "ask_thresholds", "science_department"),
        ("criteria/2.12/instead/managed_file/at_least", "ask_thresholds", "science_department"),
        ("criteria/3.3/rule", "ask_cultivation_guidance", "science_department"),
    }


def test_every_task_says_who_when_and_why_then(plan: Roadmap) -> None:
    """Owner with the office that fills it, basis, first and last day, and what sets the first."""
    for task in plan.tasks:
        assert task.basis is not None
        assert task.owner.party is not None
        assert plan.start_on <= task.start <= task.due <= UNTIL
        assert task.driven_by.kind in {"start", "need"}


def test_the_team_works_after_it_is_set_up_under_its_regulation(plan: Roadmap) -> None:
    """Needs come from the file's `after`."""
    assert set(plan["run_operating_team"].needs) == {"set_up_operating_team", "issue_regulation"}
    assert plan["run_operating_team"].driven_by.task == "issue_regulation"


def test_the_rating_is_the_critical_path(plan: Roadmap) -> None:
    """Raising the longan to four stars takes longest."""
    assert plan.critical_path == ("prepare_ocop_dossier", "rate_ocop_product")


def test_an_unknown_cost_is_shown_and_not_free(plan: Roadmap) -> None:
    """Nobody could say what the dossier costs; the standing is unchanged."""
    assert plan.cost.unknown_count == 1
    assert [one.tasks for one in plan.obstacles if isinstance(one, CostUnknown)] == [("prepare_ocop_dossier",)]


def test_what_the_plan_wants_beside_is_advised(plan: Roadmap) -> None:
    """The planned wifi place and the plan's other wishes are told, not planned."""
    assert {one.id for one in plan.advised} == {key for key, one in RULESET.activities.items() if one.advised}


def test_own_figures_are_asked_for_to_prove(plan: Roadmap) -> None:
    """1.1, 2.12 and 2.13 will not be proven by the commune's figures and the proxies."""
    lacking = {one.criterion: one.own_figures for one in plan.to_prove if one.own_figures}

    assert lacking == {
        "1.1": ("smartphone_share",),
        "2.12": ("managed_health_file_share",),
        "2.13": ("online_file_share",),
    }


def test_a_small_budget_is_over_budget() -> None:
    """The monitoring model alone costs more; the plan says by how much."""
    plan = roadmap(RULESET, VILLAGE, until=UNTIL, budget=MONITORING_HIGH)
    over = next(one for one in plan.obstacles if isinstance(one, OverBudget))

    assert plan.standing is Standing.OUT_OF_REACH
    assert over.short_by == over.cheapest - MONITORING_HIGH == plan.cost.high - MONITORING_HIGH


def test_an_early_day_is_too_late() -> None:
    """By mid-year the rating cannot be done; the plan says when it can."""
    plan = roadmap(RULESET, VILLAGE, until=date(2024, 6, 28))
    late = next(one for one in plan.obstacles if isinstance(one, TooLate))

    assert plan.standing is Standing.OUT_OF_REACH
    assert late.chain == ("prepare_ocop_dossier", "rate_ocop_product")
    assert late.working_days > 0
    assert [one.until for one in plan.relaxations if isinstance(one, LaterUntil)] == [late.earliest]


def test_national_norms_leave_less_to_grant() -> None:
    """With the overlay the two thresholds are known and nobody has to be asked for them."""
    plan = roadmap(RULESET, VILLAGE, until=UNTIL, overlays=["quoc-gia-tham-chieu"])

    assert "ask_thresholds" not in {task.id for task in plan.tasks}
    assert {one.path for one in plan.assumptions} == {"facts/voluntary", "facts/ocop_stars", "criteria/3.3/rule"}


def test_after_the_merger_district_offices_have_no_known_successor() -> None:
    """A task begun after 30 June 2025 has a district role nobody is known to fill."""
    plan = roadmap(RULESET, VILLAGE, on=date(2025, 7, 31), until=date(2025, 12, 31))
    support = {actor.role: actor for task in plan.tasks for actor in task.support}

    assert support["district_committee"].party is None
    assert support["district_agriculture"].successor_unknown
