"""Gantt: every task from its first to its last day, what is critical, how far each may slip, and the deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech

from .canvas import bar, canvas, key, rows, short, write
from .colours import COLOURS, signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from smartvillage.diagnostics import Lang
    from smartvillage.model.roadmap import Roadmap
    from smartvillage.model.tasks import Task

#: The deadline is shown where it lies less than this many times the plan's own length after its first day.
FAR = 2
#: A bar this part of the plan's length has room for its last day; else that stands behind it.
ROOM = 0.16


def gantt(roadmap: Roadmap, *, lang: Lang = "vi") -> Figure:
    """Draw a roadmap's tasks over the days: last days in words, slack behind each, arrows along the critical chain.

    Args:
        roadmap: What ``roadmap`` returned.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
    """
    say = Speech(lang, "roadmap", "plot")
    figure, axes = canvas(10, 1.8 + 0.45 * max(1, len(roadmap.tasks)), _title(say, roadmap))
    first, last = _ends(roadmap)
    for place, task in enumerate(roadmap.tasks):
        _draw(axes, place, task, signed(_meaning(task), say.day(task.due)), room=ROOM * (last - first))
    rows(axes, [_named(say, task) for task in roadmap.tasks])
    _chain(axes, roadmap)
    meanings = [(one, say(f"plot.{one}")) for one in ("critical", "task", "slack")]
    key(figure, meanings, *([say("plot.deadline")] if _days(axes, say, roadmap) else []))
    return figure


def _title(say: Speech, roadmap: Roadmap) -> str:
    village = roadmap.replay.village.name
    if roadmap.ready_on is None:
        return say("plot.gantt_done", village=village)
    ready = say.day(roadmap.ready_on)
    if roadmap.until is None:
        return say("plot.gantt", village=village, ready=ready)
    return say("plot.gantt_until", village=village, ready=ready, until=say.day(roadmap.until))


def _days(axes: Axes, say: Speech, roadmap: Roadmap) -> bool:
    """Lay the days out along the picture, and tell whether the deadline is among them."""
    if not roadmap.tasks:
        axes.set_xticks([])
        return False
    from matplotlib.dates import AutoDateLocator, DateFormatter

    first, last = _ends(roadmap)
    deadline = None if roadmap.until is None else _day(roadmap.until) + 1
    shown = deadline is not None and deadline - first <= FAR * (last - first)
    end = max(last, deadline) if shown and deadline is not None else last
    span = end - first
    axes.set_xlim(first - 0.02 * span, end + (0.03 if shown and deadline == end else 0.16) * span)
    if shown and deadline is not None:
        axes.axvline(deadline, color="black", linewidth=1, linestyle="--")
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=8))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(DateFormatter("%d/%m/%Y" if say.lang == "vi" else "%Y-%m-%d"))  # type: ignore[no-untyped-call]
    axes.grid(axis="x", color="#eceff1")
    axes.set_axisbelow(True)
    return shown


def _day(day: object) -> float:
    """Return a day as matplotlib counts it."""
    from matplotlib.dates import date2num

    return float(date2num(day))  # type: ignore[no-untyped-call]


def _ends(roadmap: Roadmap) -> tuple[float, float]:
    """Return the plan's first day and the one after its last."""
    return (
        min((_day(one.start) for one in roadmap.tasks), default=0.0),
        max((_day(one.due) + 1 for one in roadmap.tasks), default=0.0),
    )


def _meaning(task: Task) -> str:
    return "critical" if task.critical else "task"


def _draw(axes: Axes, place: int, task: Task, told: str, *, room: float) -> None:
    start, end = _day(task.start), _day(task.due) + 1
    if task.latest_due is not None and task.latest_due > task.due:
        bar(axes, place, (end, _day(task.latest_due) + 1), "slack", 0.3)
    bar(axes, place, (start, end), _meaning(task), 0.62)
    if end - start >= room:
        write(axes, ((start + end) / 2, place), told, on=_meaning(task), size=7)
    else:
        write(axes, (end + 1, place), told, size=7)


def _chain(axes: Axes, roadmap: Roadmap) -> None:
    """Lead an arrow from each critical task to the next one that had to wait for it."""
    places = {task.id: place for place, task in enumerate(roadmap.tasks)}
    for place, task in enumerate(roadmap.tasks):
        before = task.driven_by.task
        if task.critical and before in places and roadmap[before].critical:
            axes.annotate(
                "", (_day(task.start), place - 0.31), (_day(roadmap[before].due) + 1, places[before] + 0.31),
                arrowprops={"arrowstyle": "->", "color": COLOURS["critical"], "linewidth": 1.2},
            )  # fmt: skip


def _named(say: Speech, task: Task) -> str:
    owner = say.text(task.owner.party_title or task.owner.title)
    return f"{short(say.text(task.title))}\n{owner}"
