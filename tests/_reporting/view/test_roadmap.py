"""What a roadmap's page says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from smartvillage._reporting import render
from smartvillage.model.roadmap import Roadmap

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset


def changed(roadmap: Roadmap, **more: Any) -> str:
    """Print a roadmap with some of its data changed."""
    return render(Roadmap.model_validate({**roadmap.model_dump(mode="json"), **more}), lang="en", width=100)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "After the tasks: 3 of 4 without assumptions, 4 of 4 with these 1; 1 proven."),
        ("vi", "Sau khi làm xong: 3/4 đạt mà không cần giả định nào, 4/4 đạt nếu 1 giả định dưới đây đều đúng; 1 đã"),
    ],
)
def test_both_counts_are_shown(roadmap: Roadmap, lang: Lang, line: str) -> None:
    """What is sure is never mixed with what others must grant."""
    assert line in render(roadmap, lang=lang).splitlines()


def test_today_shows_reported_and_proven(roadmap: Roadmap) -> None:
    """The headline of an assessment stands here too."""
    assert "Today: 2 of 4 met as reported, 1 proven." in render(roadmap, lang="en")


def test_a_task_says_who_when_how_much_and_why(roadmap: Roadmap) -> None:
    """Days, owner and office, range of time and cost, what is assumed, slack, and the criteria."""
    lines = render(roadmap, lang="en", width=100).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("○ 1"))
    assert [line.strip() for line in lines[start : start + 5]] == [
        "○ 1  Thành lập Tổ" + " " * 60 + "2024-04-01 – 2024-04-26",
        "owner: Chủ tịch xã: UBND xã A",
        "10–20 working days · cost: 0 – 15.5 million đồng · time and cost: assumed",
        "can start at once · may slip 30 working days · due at the latest 2024-12-02",
        "for 1.4 · done by the locality · id set_up",
    ]


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        ([("A", "assumed"), ("B", "assumed")], "A, B (all assumed)"),
        ([("A", "assumed"), ("B", "stated")], "A (assumed), B"),
        ([("A", "assumed")], "A (assumed)"),
        ([("A", "stated"), ("B", "stated")], "A, B"),
    ],
)
def test_supporters_show_how_firmly_they_are_known(
    roadmap: Roadmap, support: list[tuple[str, str]], expected: str
) -> None:
    """Once for all where it is the same for all."""
    first, *rest = roadmap.model_dump(mode="json")["tasks"]
    actors = [{"role": name.lower(), "title": name, "basis": basis} for name, basis in support]
    assert f" · support: {expected}\n" in changed(roadmap, tasks=[{**first, "support": actors}, *rest])


def test_a_task_names_what_drives_it_and_what_is_unknown(roadmap: Roadmap) -> None:
    """Another task by its number, an office without successor, a cost nobody knows, an assumption."""
    lines = [line.strip() for line in render(roadmap, lang="en", width=100).splitlines()]
    start = next(at for at, line in enumerate(lines) if line.startswith("○ 2"))
    assert lines[start + 1 : start + 5] == [
        "owner: Sở (successor unknown)",
        "1 working day · cost: unknown",
        "waits for task 1 · sets the day all is ready",
        "for 1.1 · needs support from above · with an assumption: the issuer is asked · id ask",
    ]


def test_an_assumption_says_what_is_needed_and_who_grants_it(roadmap: Roadmap) -> None:
    """The weakest threshold that is still enough."""
    text = render(roadmap, lang="en", width=100)
    assert "? The threshold of 1.1 is set above 0 % up to 92 %\n" in text
    assert "  granted by: Sở (assumed) · belongs to task 2 · needed for 1.1\n" in text


@pytest.mark.parametrize(
    ("assumption", "expected"),
    [
        ({"kind": "fact", "path": "facts/voluntary", "needed": {"form": "truth", "truth": True}},
         "“Voluntary” comes out as yes"),
        ({"kind": "fact", "path": "facts/phones", "needed": {"form": "percent", "span": {"low": "0.7"}}},
         "“Dùng điện thoại” comes out from 70 % up"),
        ({"kind": "fact", "path": "facts/stars", "needed": {"form": "level", "span": {"low": "4"}}},
         "“Hạng” comes out from 4 sao up"),
        ({"kind": "method", "path": "criteria/3.3/rule", "needed": {"form": "truth", "truth": True}},
         "There is a method for 3.3, and by it 3.3 is met"),
        ({"kind": "limit", "path": "criteria/1.1/rule/at_least", "needed": {"form": "percent"}},
         "The threshold of 1.1 is set anywhere"),
    ],
)  # fmt: skip
def test_needs_are_told_by_their_kind(
    roadmap: Roadmap, ruleset: Ruleset, assumption: dict[str, Any], expected: str
) -> None:
    """A fact comes out, a limit is set, a method is found; who grants it may be unknown."""
    data = {**roadmap.model_dump(mode="json"), "assumptions": [{"task": "ask", **assumption}]}
    text = render(Roadmap.model_validate(data), lang="en", ruleset=ruleset)
    assert f"? {expected}\n  nobody is named who grants it · belongs to task 2\n" in text


@pytest.mark.parametrize(
    ("obstacle", "expected"),
    [
        ({"kind": "no_way", "criterion": "1.1", "path": "criteria/1.1/rule", "title": "Điện thoại", "facts": ["x"],
          "reasons": ["below"], "open": ["facts/y"], "distance": ["-8 hộ", "2.5 %"]},
         ["✗ No activity closes 1.1 Điện thoại", "  because: below the threshold",
          "  8 hộ short; 2.5 percentage points too much",
          "  needed: the figure “y”", "  facts it reads: “x”"]),
        ({"kind": "no_way", "criterion": None, "path": "decisions/d/if", "title": "Công nhận"},
         ["✗ No activity closes Công nhận"]),
        ({"kind": "too_late", "until": "2024-12-31", "earliest": "2025-01-02", "working_days": 1, "chain": ["set_up"]},
         ["✗ The earliest day is 2025-01-02, 1 working day after 2024-12-31", "  chain: task 1"]),
        ({"kind": "window_closed", "task": "x", "from": "2024-01-01"},
         ["✗ “x” does not fit into its window (2024-01-01 – …)"]),
        ({"kind": "over_budget", "budget": 1000000, "cheapest": 3000000, "short_by": 2000000},
         ["✗ The cheapest way costs 3 million đồng, 2 million đồng more than 1 million đồng"]),
        ({"kind": "cost_unknown", "tasks": ["ask"]}, ["! Cost unknown, and not taken as zero: task 2"]),
    ],
)  # fmt: skip
def test_obstacles_stand_before_the_tasks(roadmap: Roadmap, obstacle: dict[str, Any], expected: list[str]) -> None:
    """What is in the way is read first."""
    lines = changed(roadmap, obstacles=[obstacle]).splitlines()
    start = lines.index("To note" if obstacle["kind"] == "cost_unknown" else "Obstacles") + 2
    assert lines[start : start + len(expected)] == expected
    assert start < lines.index("Tasks")


def test_what_is_met_and_cannot_be_proven_is_told_so(roadmap: Roadmap) -> None:
    """For the target *proven* a criterion may be met already."""
    obstacle = {"kind": "no_way", "criterion": "1.2", "path": "criteria/1.2/rule", "title": "Wifi", "only_proof": True}
    wanting = {"criterion": "1.2", "title": "Wifi", "no_evidence_list": True, "incomplete": ["x"]}
    text = changed(roadmap, target="proven", obstacles=[obstacle], to_prove=[wanting])
    told = "“x” must show what makes a record whole: number, day, issuer"
    unlisted = "the ruleset does not say which evidence is enough"
    assert f"✗ No activity proves 1.2 Wifi {told}; {unlisted} " in " ".join(text.split())
    assert "What proof still lacks" not in text


def test_a_record_that_is_not_whole_is_told(roadmap: Roadmap) -> None:
    """It is all that proof lacks."""
    text = changed(roadmap, to_prove=[{"criterion": "1.2", "title": "Wifi", "incomplete": ["x"]}])
    assert "• 1.2  Wifi\n       “x” must show what makes a record whole: number, day, issuer\n" in text


def test_the_verdict_is_told_for_all_three_states(roadmap: Roadmap) -> None:
    """An open verdict lacks not only figures."""
    text = render(roadmap, lang="vi")
    assert (
        "Kết luận: hiện nay: chưa đạt; làm xong, không tính giả định: chưa kết luận được; làm xong, các giả\n"
        "định đều đúng: đạt.\n"
    ) in text


def test_tasks_are_called_in_the_order_of_their_numbers(roadmap: Roadmap) -> None:
    """However they were listed."""
    obstacle = {"kind": "cost_unknown", "tasks": ["ask", "set_up"]}
    assert "zero: tasks 1, 2\n" in changed(roadmap, obstacles=[obstacle])


def test_relaxations_are_told_each_alone(roadmap: Roadmap) -> None:
    """Later, dearer, or without one criterion."""
    relaxations = [
        {"kind": "until", "until": "2025-02-01"}, {"kind": "budget", "budget": 5000000},
        {"kind": "waive", "criterion": "1.1", "title": "Điện thoại"},
    ]  # fmt: skip
    text = changed(roadmap, relaxations=relaxations)
    assert "• a deadline on 2025-02-01\n• a budget of 5 million đồng\n• waiving 1.1 Điện thoại\n" in text


def test_an_unknown_cost_is_not_zero(roadmap: Roadmap) -> None:
    """It is counted beside the sum."""
    assert "2 tasks · cost 0 – 15.5 million đồng · 1 task of unknown cost" in render(roadmap, lang="en")


@pytest.mark.parametrize(
    ("proven", "expected"),
    [(True, "Checked to the end: this is the best way."),
     (False, "Not checked to the end; no way costs less than 15.5 million đồng.")],
)  # fmt: skip
def test_it_says_whether_it_is_the_cheapest(roadmap: Roadmap, proven: bool, expected: str) -> None:  # noqa: FBT001
    """A bound is told where nothing is proven."""
    assert expected in changed(roadmap, proven_cheapest=proven).splitlines()


def test_milestones_of_one_day_share_a_line(roadmap: Roadmap) -> None:
    """A day is read once."""
    milestones = [{"on": "2024-04-26", "kind": "criterion_met", "id": "1.4"},
                  {"on": "2024-04-26", "kind": "criterion_met", "id": "4.1"},
                  {"on": "2024-04-26", "kind": "group_complete", "id": "1", "title": "Hạ tầng"}]  # fmt: skip
    assert "2024-04-26  1.4, 4.1 met; all of “Hạ tầng” met\n" in changed(roadmap, milestones=milestones)


def test_papers_are_any_list_of_all(roadmap: Roadmap, ruleset: Ruleset) -> None:
    """Inside a list all, between lists any."""
    text = render(roadmap, lang="en", ruleset=ruleset)
    assert "needs Quyết định and Danh sách, or Biên bản" in text


def test_the_calendar_names_its_source_and_what_is_not_announced(roadmap: Roadmap) -> None:
    """Days that may still move are told."""
    text = render(roadmap, lang="en")
    assert "Monday to Friday; days off from holidays 1." in text
    assert "Off: 2024-04-18 Giỗ Tổ" in text
    assert "of 2025 are not all announced" in text


def test_days_off_after_the_last_task_are_counted(roadmap: Roadmap) -> None:
    """What only tells how far a task may slip is not listed, but for what the caller added; JSON has all."""
    calendar = roadmap.calendar.model_dump(mode="json")
    later = [
        {"on": "2027-04-30", "name": "A"}, {"on": "2027-06-01", "name": "B", "source": "12/QĐ"},
        {"on": "2029-09-03", "name": "C"},
    ]  # fmt: skip
    text = changed(roadmap, calendar={**calendar, "days_off": [*calendar["days_off"], *later]})
    assert "2027-06-01 B (12/QĐ)" in text
    assert "2027-04-30" not in text
    assert "After that, 2 more days off until 2029-09-03 were used to tell how far tasks may slip." in text
    assert "After that" not in render(roadmap, lang="en")


def test_a_cost_that_nobody_knows_is_not_zero(roadmap: Roadmap) -> None:
    """Where no task has a cost, the sum has none either."""
    tasks = [{**task.model_dump(mode="json"), "cost": {}} for task in roadmap.tasks]
    text = changed(roadmap, tasks=tasks, cost={"low": 0, "high": 0, "unknown_count": 2})
    assert "2 tasks · cost unknown · 2 tasks of unknown cost" in text


def test_changes_are_told_against_the_roadmap_before(roadmap: Roadmap) -> None:
    """Kept, added, dropped and moved, by number where the task is still there."""
    changes = {"kept": ["set_up"], "dropped": ["train"],
               "moved": [{"task": "ask", "was_start": "2024-05-01", "was_due": "2024-05-03"}]}  # fmt: skip
    text = changed(roadmap, changes=changes)
    assert "• kept: task 1\n• dropped: “train”\n• moved: task 2 (was 2024-05-01 – 2024-05-03)\n" in text


def test_a_village_that_is_there_has_no_tasks(roadmap: Roadmap) -> None:
    """Nothing is left to do, and nothing else is said."""
    met = roadmap.replay.with_assumptions.model_dump(mode="json")
    replay = {**roadmap.replay.model_dump(mode="json"), "before": met, "without_assumptions": met}
    text = changed(
        roadmap, standing="already_met", tasks=[], assumptions=[], milestones=[], load=[], obstacles=[], replay=replay,
        to_prove=[], advised=[],
    )  # fmt: skip
    assert "Already met: nothing is left to do." in text
    assert "Tasks" not in text
    assert "calendar" not in text


def test_late_plans_say_what_is_met_in_time(roadmap: Roadmap) -> None:
    """Both numbers again."""
    late = {**roadmap.replay.before.model_dump(mode="json"), "verdict": "not_met"}
    text = changed(roadmap, replay={**roadmap.replay.model_dump(mode="json"), "by_until": late})
    assert "Counting only tasks that end in time: 2 of 4 met as reported, 1 proven; verdict not met." in text


@pytest.mark.parametrize(("status", "sign", "word"), [("started", "◐", "started"), ("done", "●", "done")])
def test_progress_is_shown(roadmap: Roadmap, status: str, sign: str, word: str) -> None:
    """What is done or begun is told apart without colour."""
    first, *rest = roadmap.model_dump(mode="json")["tasks"]
    lines = changed(roadmap, tasks=[{**first, "status": status}, *rest]).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{sign} 1"))
    assert lines[start + 3].strip().startswith(word)


def test_a_bound_of_nothing_is_no_bound(roadmap: Roadmap) -> None:
    """No way costs less than zero anyhow."""
    text = changed(roadmap, proven_cheapest=False, cost_bound=0)
    assert "Not checked to the end; there may be a cheaper way.\n" in text


def test_a_plan_that_does_not_reach_its_target_is_not_called_the_best_way(roadmap: Roadmap) -> None:
    """It is the best of what can be done, and dropping an assumption breaks nothing that was whole."""
    replay = roadmap.model_dump(mode="json")["replay"]
    short = {**replay, "with_assumptions": {**replay["with_assumptions"], "target_met": False}}
    text = changed(roadmap, standing="out_of_reach", replay=short)
    assert "Checked to the end: of what can still be done, this is the best way.\n" in text
    assert "Dropping any one" not in text


@pytest.mark.parametrize(
    ("needs", "driver", "expected"),
    [
        (["set_up", "ask"], {"kind": "need", "task": "ask"}, "waits for tasks 1, 2 (task 2 ends last)"),
        (["set_up"], {"kind": "need", "task": "set_up"}, "waits for task 1"),
        (["set_up"], {"kind": "window"}, "waits for its window, waits for task 1"),
        ([], {"kind": "start"}, "can start at once"),
    ],
)
def test_a_task_names_all_it_waits_for(
    roadmap: Roadmap, needs: list[str], driver: dict[str, str], expected: str
) -> None:
    """The one that sets its first day is told where there are several."""
    tasks = roadmap.model_dump(mode="json")["tasks"]
    last = {**tasks[1], "id": "last", "needs": needs, "driven_by": driver, "critical": False}
    text = changed(roadmap, tasks=[*tasks, last])
    assert text.partition("\n○ 3 ")[2].splitlines()[3].strip() == expected


def test_what_is_done_is_waited_for_no_more(roadmap: Roadmap) -> None:
    """A need that has ended holds nobody up."""
    first, second = roadmap.model_dump(mode="json")["tasks"]
    tasks = [{**first, "status": "done"}, {**second, "driven_by": {"kind": "start"}}]
    assert "waits for" not in changed(roadmap, tasks=tasks)


def test_one_value_alone_is_no_range(roadmap: Roadmap) -> None:
    """From 100 % to 100 % is exactly 100 %."""
    only = roadmap.model_dump(mode="json")["assumptions"][0]
    text = changed(roadmap, assumptions=[{**only, "needed": {"form": "percent", "span": {"low": "1", "high": "1"}}}])
    assert "The threshold of 1.1 is set exactly 100 %" in text


def test_changes_stand_in_the_order_of_tasks(roadmap: Roadmap) -> None:
    """The numbers of moved tasks ascend."""
    moved = [{"task": name, "was_start": "2024-04-01", "was_due": "2024-04-02"} for name in ("ask", "set_up")]
    text = changed(roadmap, changes={"moved": moved})
    assert text.index("moved: task 1") < text.index("moved: task 2")


def test_what_lapses_is_told_beside_today(roadmap: Roadmap) -> None:
    """On which day, by the criteria's own numbers."""
    replay = {**roadmap.model_dump(mode="json")["replay"], "lapsing": ["1.2", "1.3"]}
    lines = changed(roadmap, replay=replay).splitlines()
    at = lines.index("If nothing is done, 1.2, 1.3 will no longer hold on 2024-12-31.")
    assert "Today: 2 of 4" in "".join(lines[:at])


@pytest.mark.parametrize(
    ("reached", "expected"),
    [(True, "Not needed for the target, and left out: 1.2."),
     (False, "Still missing once all is done and granted: 1.2.")],
)  # fmt: skip
def test_what_the_tasks_leave_out_is_named(roadmap: Roadmap, reached: bool, expected: str) -> None:  # noqa: FBT001
    """It is not needed, or it is what is missing."""
    replay = roadmap.model_dump(mode="json")["replay"]
    replay["with_assumptions"]["target_met"] = reached
    assert expected in changed(roadmap, replay=replay, left_out=["1.2"]).splitlines()


def test_a_threshold_of_a_substitute_says_of_which(roadmap: Roadmap, ruleset: Ruleset) -> None:
    """A criterion with a substitute has two thresholds."""
    first, second = ruleset.criteria
    assert second.rule is not None
    other = second.rule.model_copy(update={"id": "own", "fact": "files"})
    both = ruleset.model_copy(update={"criteria": (first, second.model_copy(update={"instead": (other,)}))})
    only = roadmap.model_dump(mode="json")["assumptions"][0]
    asked = Roadmap.model_validate({
        **roadmap.model_dump(mode="json"),
        "assumptions": [only, {**only, "path": "criteria/1.1/instead/own/at_least"}],
    })  # fmt: skip
    text = render(asked, lang="en", width=100, ruleset=both)
    assert "? The threshold of 1.1 for “Dùng điện thoại” is set above 0 % up to 92 %\n" in text
    assert "? The threshold of 1.1 for “Hồ sơ trực tuyến” is set above 0 % up to 92 %\n" in text
