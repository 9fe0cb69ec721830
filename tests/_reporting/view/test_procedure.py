"""What the pages say of the procedure: how far each step has come, and when what is left can come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from smartvillage._reporting import render
from smartvillage.model.ahead import StepAhead
from smartvillage.model.steps import StepResult

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.findings import Assessment
    from smartvillage.model.roadmap import Roadmap

STEP: dict[str, Any] = {
    "id": "notice",
    "title": {"vi": "Niêm yết", "en": "Notice"},
    "status": "open",
    "basis": "stated",
}


def told(assessment: Assessment, lang: Lang = "en", **step: Any) -> list[str]:
    """Return what an assessment's page says of one step, a line each."""
    found = (StepResult.model_validate({**STEP, **step}),)
    lines = render(assessment.model_copy(update={"procedure": found}), lang=lang, width=110).splitlines()
    start = lines.index({"en": "The procedure", "vi": "Thủ tục"}[lang]) + 2
    return [" ".join(line.split()) for line in lines[start : lines.index("", start)]]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({}, ["○ Notice not begun", "who: no text says"]),
        ({"status": "unrecorded", "owner": "chair"}, ["? Notice no figure records it", "who: chair"]),
        ({"status": "done", "started_on": "2024-03-01"}, ["● Notice done on 2024-03-01", "who: no text says"]),
        (
            {"status": "done", "started_on": "2024-03-01", "ended_on": "2024-03-11", "lasts": "10 days",
             "may_end_on": "2024-03-11", "lasts_kept": True},
            ["● Notice done 2024-03-01 – 2024-03-11", "who: no text says", "lasted at least 10 days"],
        ),
        (
            {"status": "done", "started_on": "2024-03-01", "ended_on": "2024-03-10", "lasts": "10 days",
             "may_end_on": "2024-03-11", "lasts_kept": False},
            ["● Notice done 2024-03-01 – 2024-03-10", "who: no text says",
             "ended too early: at least 10 days, to 2024-03-11"],
        ),
        (
            {"status": "under_way", "started_on": "2024-03-25", "lasts": "10 days", "may_end_on": "2024-04-04"},
            ["◐ Notice under way since 2024-03-25", "who: no text says", "lasts at least 10 days, to 2024-04-04"],
        ),
        (
            {"due_on": "2024-03-30", "in_time": False, "basis": "assumed", "waits_for": ["register"]},
            ["○ Notice not begun", "who: no text says · assumed", "late: by 2024-03-30 at the latest",
             "after: register"],
        ),
        (
            {"decision": "agreed", "decision_met": "unknown", "due_on": "2024-04-30"},
            ["○ Notice not begun", "who: no text says", "by 2024-04-30 at the latest", "asks for “agreed”: undecided"],
        ),
    ],
)  # fmt: skip
def test_a_step_as_it_stands(assessment: Assessment, step: dict[str, Any], expected: list[str]) -> None:
    """What no text says is said to be so."""
    assert told(assessment, **step) == expected


def test_in_vietnamese(assessment: Assessment) -> None:
    """Days and lengths of time are written as people here do."""
    step = {"status": "under_way", "started_on": "2024-03-25", "lasts": "10 days", "may_end_on": "2024-04-04"}
    assert told(assessment, "vi", **step) == [
        "◐ Niêm yết đang làm từ 25/03/2024", "ai làm: chưa văn bản nào nói", "kéo dài ít nhất 10 ngày, tới 04/04/2024",
    ]  # fmt: skip


def test_a_set_without_procedure_says_nothing_of_it(assessment: Assessment, roadmap: Roadmap) -> None:
    """Most sets have none."""
    assert "procedure" not in render(assessment, lang="en") + render(roadmap, lang="en")


def test_the_steps_ahead(roadmap: Roadmap) -> None:
    """With the first days there could be, who takes them, and what stands in the way."""
    actor = {"role": "chair", "title": "Chủ tịch", "basis": "stated"}
    first: dict[str, Any] = {
        **STEP, "owner": actor, "start": "2024-04-08", "due": "2024-04-18", "lasts": "10 days", "until": "2024-04-15",
        "late": True,
    }  # fmt: skip
    second = {"id": "decide", "status": "unrecorded", "decision": "ok", "decision_met": False, "after": ["notice"]}
    steps = (StepAhead.model_validate(first), StepAhead.model_validate(second))
    lines = render(roadmap.model_copy(update={"procedure": steps}), lang="en", width=110).splitlines()
    start = lines.index("The procedure, once all is ready") + 2
    assert [" ".join(line.split()) for line in lines[start : start + 7]] == [
        "○ Notice 2024-04-08 – 2024-04-18 at the earliest",
        "who: Chủ tịch",
        "lasts at least 10 days · late: by 2024-04-15 at the latest",
        "? decide cannot begin yet",
        "who: no text says · unknown",
        "how long: no text says",
        "asks for “ok”: not met · after: Notice",
    ]
