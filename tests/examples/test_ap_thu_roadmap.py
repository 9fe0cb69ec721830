"""The made-up village's roadmap: missing facts, a level nobody knows, and shares that must still be measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartvillage import load_village, roadmap
from smartvillage.model.explanation import Span
from smartvillage.model.roadmap import Roadmap, Standing
from smartvillage.model.tasks import Needed, TaskKind

FILE = Path(__file__).parents[2] / "examples" / "ap-thu" / "village.yaml"


@pytest.fixture(scope="module")
def plan() -> Roadmap:
    """The roadmap until the ruleset's last day in force."""
    village = load_village(FILE)
    return roadmap(village.ruleset, village)


def test_is_conditional(plan: Roadmap) -> None:
    """Every criterion has a way, and some of it is others' to grant."""
    assert plan.standing is Standing.CONDITIONAL
    assert plan.replay.with_assumptions.counts.met == 27


@pytest.mark.parametrize(
    ("path", "needed"),
    [
        ("facts/voluntary", Needed(form="truth", truth=True)),
        ("criteria/3.3/rule", Needed(form="truth", truth=True)),
        ("facts/ocop_stars", Needed(form="level", span=Span(low="4", high="5"))),
        (
            "criteria/2.6/rule/where/digital_level/at_least",
            Needed(form="level", span=Span(low="1", high="1")),
        ),
        ("facts/ehealth_book_share", Needed(form="percent", span=Span(low="1", high="1"))),
    ],
)
def test_an_assumption_says_the_weakest_that_decides(plan: Roadmap, path: str, needed: Needed) -> None:
    """In the words of the fact: a level by its name, also where a field is held against it; a share as a percent."""
    assert next(one.needed for one in plan.assumptions if one.path == path) == needed


@pytest.mark.parametrize(
    ("task", "kind"),
    [
        ("ask_thresholds", TaskKind.ASK),
        ("ask_cultivation_guidance", TaskKind.ASK),
        ("measure_ehealth_books", TaskKind.MEASURE),
        ("hold_residents_meeting", TaskKind.AWAIT),
        ("rate_ocop_product", TaskKind.AWAIT),
        ("equip_public_wifi", TaskKind.WORK),
    ],
)
def test_kinds_are_read_off_the_effects(plan: Roadmap, task: str, kind: TaskKind) -> None:
    """Asking, measuring, waiting for another's decision, or work."""
    assert plan[task].kind is kind


def test_what_is_there_is_not_planned_again(plan: Roadmap) -> None:
    """The team and the regulation exist: only their work is left, from the first day."""
    assert {"set_up_operating_team", "issue_regulation"} & {task.id for task in plan.tasks} == set()
    assert plan["run_operating_team"].driven_by.kind == "start"
