"""Planning again: progress, actual days, and what became of the roadmap before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from smartvillage import Roadmap
from smartvillage.model.roadmap import Moved, Standing
from smartvillage.model.tasks import TaskStatus

Road = Callable[..., Roadmap]
DO_A = {"effects": [{"fact": "a"}]}
DO_B = {"effects": [{"fact": "b"}]}


def test_started_task_keeps_its_actual_start(road: Road) -> None:
    """It is chosen like any other, its due day counted from when it began and never before the plan's start."""
    village = {"progress": {"x": {"started": "2024-03-27"}}}
    found = road({"x": {**DO_A, "duration": "10 working days"}, "y": DO_B}, village=village)
    task = found["x"]
    assert (task.status, task.start, task.actual_start) == (TaskStatus.STARTED, date(2024, 3, 27), date(2024, 3, 27))
    assert (task.due, task.driven_by.kind) == (date(2024, 4, 9), "actual")
    assert (task.slack, task.latest_due, found.cost.high) == (None, None, 2_000_000)


def test_overdue_task_ends_on_the_first_day_at_the_earliest(road: Road) -> None:
    """What should have ended long ago is due when the plan starts."""
    village = {"progress": {"x": {"started": "2024-01-03"}}}
    found = road({"x": DO_A, "y": DO_B}, village=village)
    assert found["x"].due == found.start_on == date(2024, 4, 1)


def test_done_task_stands_there_and_is_not_planned_again(road: Road) -> None:
    """It costs nothing any more and fulfils what needs it."""
    village = {"progress": {"x": {"started": "2024-03-01", "done": "2024-03-08"}}}
    found = road({"x": DO_A, "y": {**DO_B, "after": ["x"]}}, facts={"a": True}, village=village)
    task = found["x"]
    assert (task.status, task.start, task.due) == (TaskStatus.DONE, date(2024, 3, 1), date(2024, 3, 8))
    assert (task.actual_start, task.actual_end, task.working_days) == (date(2024, 3, 1), date(2024, 3, 8), 6)
    assert (found["y"].start, found["y"].needs) == (date(2024, 4, 1), ("x",))
    assert (found.cost.high, found.load[0].tasks) == (1_000_000, 1)


def test_done_does_not_mean_met(road: Road) -> None:
    """An activity recorded done whose effect is not among the facts is told, and closes nothing."""
    village = {"progress": {"x": {"done": "2024-03-08"}}}
    found = road({"x": DO_A, "y": DO_B}, village=village)
    assert [(one.code, one.activity, one.facts) for one in found.notices] == [("SV618", "x", ("a",))]
    assert found.standing is Standing.OUT_OF_REACH


def test_changes_against_the_roadmap_before(road: Road) -> None:
    """Kept, moved, added and dropped tasks are told apart."""
    three = {"1": {"fact": "a"}, "2": {"fact": "b"}, "3": {"fact": "c"}}
    do_c = {"effects": [{"fact": "c"}]}
    before = road({"w": do_c, "x": DO_A, "y": DO_B}, three)
    after = road(
        {"v": {**do_c, "cost": "0 đồng"}, "w": do_c, "x": DO_A, "y": {**DO_B, "duration": "9 working days"}},
        three,
        previous=before,
    )
    assert after.changes is not None
    assert (after.changes.kept, after.changes.added, after.changes.dropped) == (("x",), ("v",), ("w",))
    assert after.changes.moved == (Moved(task="y", was_start=date(2024, 4, 1), was_due=date(2024, 4, 5)),)


def test_changes_stand_in_the_order_of_tasks(road: Road) -> None:
    """Kept and added ones in that of the new roadmap, dropped ones in that of the one before."""
    both = {"a_last": {**DO_A, "after": ["b_first"]}, "b_first": DO_B}
    before = road(both)
    order = ("b_first", "a_last")
    kept, dropped = (
        road(both, previous=before).changes,
        road(both, facts={"a": True, "b": True}, previous=before).changes,
    )
    added = road(both, previous=before.model_copy(update={"tasks": ()})).changes
    assert kept is not None
    assert dropped is not None
    assert added is not None
    assert (kept.kept, added.added, dropped.dropped) == (order, order, order)


def test_full_tie_keeps_the_task_there_was(road: Road) -> None:
    """Of two equal ways the one in the roadmap before is kept; without one the smaller id is taken."""
    rules = {"1": {"fact": "a"}}
    before = road({"z": DO_A}, rules)
    assert [task.id for task in road({"x": DO_A, "z": DO_A}, rules, previous=before).tasks] == ["z"]
    assert [task.id for task in road({"x": DO_A, "z": DO_A}, rules).tasks] == ["x"]


def test_without_previous_nothing_changed(road: Road) -> None:
    """There is nothing to compare with."""
    assert road({"x": DO_A, "y": DO_B}).changes is None


def test_what_began_too_early_ends_no_sooner_than_its_need(road: Road) -> None:
    """The need sets its end and stands before it on the critical path; slipping the need moves what follows."""
    village = {"progress": {"y": {"started": "2024-03-27"}}}
    rules = {"1": {"fact": "a"}, "2": {"fact": "b"}, "3": {"fact": "c"}}
    activities = {
        "x": {**DO_A, "duration": "10 working days"},
        "y": {**DO_B, "after": ["x"]},
        "z": {"effects": [{"fact": "c"}], "after": ["y"]},
    }
    found = road(activities, rules, village=village)
    assert (found["x"].due, found["y"].due, found["z"].start) == (date(2024, 4, 12),) * 2 + (date(2024, 4, 15),)
    assert (found["y"].driven_by.kind, found["y"].driven_by.task) == ("actual", "x")
    assert (found["x"].slack, found.critical_path) == (0, ("x", "y", "z"))
