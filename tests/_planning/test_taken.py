"""Once the effects are taken into the village and what was assumed is given, nothing is left to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import smartvillage
from smartvillage import Roadmap, Village
from smartvillage._evaluation.assess import assess
from smartvillage._planning.aftermath import after
from smartvillage._planning.effects import Effects
from smartvillage._planning.plan import plan
from smartvillage._program.bind import bind
from smartvillage._program.door import program_for
from smartvillage._program.interval import Interval
from smartvillage._program.program import Given
from smartvillage.exact import read_exact
from smartvillage.model.roadmap import Standing

RULESET = smartvillage.load_ruleset("dong-thap-2021-2025")
VILLAGE = smartvillage.load_village(Path(__file__).parents[2] / "examples" / "an-phu" / "village.yaml")
UNTIL = date(2024, 12, 31)


def planned(village: Village, known: Given) -> Roadmap:
    """Plan with an evaluator that is told more than the ruleset says."""

    def ask(state: Village, day: date, given: Given | None = None) -> Any:
        program = program_for(RULESET, day, {**known, **(given or {})} or None)
        bound = bind(program, state)
        return program, bound, assess(program, bound)

    return plan(RULESET, village, evaluate=ask, on=village.as_of, until=UNTIL)


def given_of(roadmap: Roadmap) -> Given:
    """Return what was assumed of thresholds and methods."""
    found: dict[str, Interval | bool] = {}
    for one in roadmap.assumptions:
        span = one.needed.span
        if one.kind == "method":
            found[one.path] = True
        elif one.kind == "limit" and span is not None and span.low is not None and span.high is not None:
            found[one.path] = Interval(read_exact(span.low), read_exact(span.high), span.low_open, span.high_open)
    return found


def taken(roadmap: Roadmap, without: str | None = None) -> Village:
    """Return the village after the tasks, one left out where asked."""
    effects = Effects(RULESET, bind(program_for(RULESET, UNTIL), VILLAGE))
    tasks = [task.id for task in roadmap.tasks if task.id != without]
    return after(effects, [deed for task in tasks for deed in effects.deeds[task]]).village


def test_all_taken_leaves_nothing_to_do() -> None:
    """An Phú after its roadmap, with everything granted, is met."""
    roadmap = planned(VILLAGE, {})
    again = planned(taken(roadmap), given_of(roadmap))
    assert (again.standing, again.tasks) == (Standing.ALREADY_MET, ())


def test_taken_but_not_given_leaves_the_asking() -> None:
    """Without what others grant, exactly the tasks that ask for it are left."""
    roadmap = planned(VILLAGE, {})
    again = planned(taken(roadmap), {})
    assert [task.id for task in again.tasks] == ["ask_cultivation_guidance", "ask_thresholds"]


def test_one_left_out_is_what_is_left() -> None:
    """A task whose effects are not there is planned again."""
    roadmap = planned(VILLAGE, {})
    again = planned(taken(roadmap, without="issue_regulation"), given_of(roadmap))
    assert [task.id for task in again.tasks] == ["issue_regulation"]


def test_a_weaker_grant_is_not_enough() -> None:
    """A threshold above what was assumed leaves the target out of reach."""
    roadmap = planned(VILLAGE, {})
    given = {**given_of(roadmap), "criteria/1.1/rule/at_least": read_exact("0.93")}
    assert planned(taken(roadmap), given).standing is Standing.OUT_OF_REACH
