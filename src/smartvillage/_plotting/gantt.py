"""Gantt: every task from its first to its last day, what is critical, how far each may slip, and the deadline."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech

from .canvas import COLOURS, canvas, legend, rows, short

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from smartvillage.diagnostics import Lang
    from smartvillage.model.roadmap import Roadmap
    from smartvillage.model.tasks import Task


def gantt(roadmap: Roadmap, *, lang: Lang = "vi") -> Figure:
    """Draw a roadmap's tasks over the days, the critical ones in a colour of their own, slack behind each.

    Args:
        roadmap: What ``roadmap`` returned.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
    """
    say = Speech(lang, "roadmap", "plot")
    ready = say.day(roadmap.ready_on) if roadmap.ready_on else "–"
    title = say("plot.gantt", village=roadmap.replay.village.name, ready=ready)
    figure, axes = canvas(10, 1.8 + 0.45 * max(1, len(roadmap.tasks)), title)
    for place, task in enumerate(roadmap.tasks):
        _bar(axes, place, task)
    rows(axes, [_named(say, task) for task in roadmap.tasks])
    if roadmap.tasks:
        axes.xaxis_date()
        axes.set_xlim(_day(roadmap.start_on) - 3, max(_day(one.due) for one in roadmap.tasks) + 12)
    if roadmap.until is not None and roadmap.tasks:
        axes.axvline(_day(roadmap.until) + 1, color="black", linewidth=1, linestyle="--")
    figure.autofmt_xdate(rotation=0, ha="center")
    axes.grid(axis="x", color="#eceff1")
    axes.set_axisbelow(True)
    legend(figure, [(say(f"plot.{one}"), COLOURS[one]) for one in ("critical", "task", "slack")])
    return figure


def _day(day: object) -> float:
    """Return a day as matplotlib counts it."""
    from matplotlib.dates import date2num

    return float(date2num(day))  # type: ignore[no-untyped-call]


def _bar(axes: object, place: int, task: Task) -> None:
    start, end = _day(task.start), _day(task.due + timedelta(days=1))
    if task.latest_due is not None and task.latest_due > task.due:
        axes.barh(place, _day(task.latest_due) + 1 - end, left=end, height=0.3, color=COLOURS["slack"])  # type: ignore[attr-defined]
    colour = COLOURS["critical" if task.critical else "task"]
    axes.barh(place, end - start, left=start, height=0.62, color=colour)  # type: ignore[attr-defined]


def _named(say: Speech, task: Task) -> str:
    owner = say.text(task.owner.party_title or task.owner.title)
    return f"{short(say.text(task.title))}\n{owner}"
