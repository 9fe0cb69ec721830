"""What stands below a roadmap's tasks: milestones, load, what proof still lacks, advice, changes, the calendar."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Column, Entries, Entry, Grid, Heading, Paragraph, Span, Tone
from smartvillage.model.obstacles import NoWay

from .marks import BULLET
from .wanting import lacks, only_unlisted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from smartvillage.model.roadmap import DayOff, Milestone

    from .planning import Planning


def remainder(planning: Planning) -> Iterator[Block]:
    """Lay out what follows the tasks, each section only if it has something to say."""
    roadmap = planning.roadmap
    sections = (
        ("notices", _list([planning.say.text(notice.message) for notice in roadmap.notices])),
        ("changes", _list(_changes(planning))),
        ("milestones", _milestones(planning)),
        ("load", _load(planning)),
        ("to_prove", tuple(_to_prove(planning))),
        ("advised", _list(_advised(planning))),
        ("calendar", tuple(_calendar(planning)) if roadmap.tasks else ()),
    )
    for name, blocks in sections:
        if blocks:
            yield Heading(planning.say(f"section.{name}"))
            yield from blocks


def _list(texts: Iterable[str]) -> tuple[Block, ...]:
    entries = tuple(Entry(BULLET, "", (Span(text),)) for text in texts)
    return (Entries(entries),) if entries else ()


def _milestones(planning: Planning) -> tuple[Block, ...]:
    say, found = planning.say, planning.roadmap.milestones
    rows = tuple(
        (Span(say.day(day), Tone.STRONG), Span("; ".join(_reached(planning, list(reached)))))
        for day, reached in groupby(found, key=lambda milestone: milestone.on)
    )
    return (Grid((Column(say("column.day")), Column(say("column.milestone"))), rows),) if rows else ()


def _reached(planning: Planning, milestones: list[Milestone]) -> Iterator[str]:
    say = planning.say
    criteria = [milestone.id or "" for milestone in milestones if milestone.kind == "criterion_met"]
    if criteria:
        yield say("milestone.criterion_met", id=", ".join(criteria))
    for milestone in milestones:
        if milestone.kind != "criterion_met":
            yield say(f"milestone.{milestone.kind}", title=say.text(milestone.title, milestone.id or ""))


def _load(planning: Planning) -> tuple[Block, ...]:
    say = planning.say
    rows = tuple(
        (Span(say.text(load.title)), Span(str(load.tasks)), Span(str(load.working_days)))
        for load in planning.roadmap.load
    )
    numbers = [Column(say(f"column.{name}"), number=True) for name in ("tasks", "working_days")]
    return (Grid((Column(say("column.owner")), *numbers), rows),) if rows else ()


def _to_prove(planning: Planning) -> Iterator[Block]:
    """List what proof still lacks and no obstacle tells; criteria without a list of evidence share one line."""
    told = {one.criterion for one in planning.roadmap.obstacles if isinstance(one, NoWay) and one.only_proof}
    wanting = [one for one in planning.roadmap.to_prove if one.criterion not in told]
    entries = [
        Entry(BULLET, one.criterion, (Span(planning.say.text(one.title)),), None, ((Span(lacks(planning, one)),),))
        for one in wanting if not only_unlisted(one)
    ]  # fmt: skip
    if entries:
        yield Entries(tuple(entries))
    unlisted = [one.criterion for one in wanting if only_unlisted(one)]
    if unlisted:
        yield Paragraph((Span(f"{', '.join(unlisted)}: {planning.say('to_prove.no_list')}", Tone.CAVEAT),))


def _advised(planning: Planning) -> Iterator[str]:
    say = planning.say
    for advised in planning.roadmap.advised:
        yield say("advised.line", title=say.text(advised.title), owner=planning.names.role(advised.owner))


def _changes(planning: Planning) -> Iterator[str]:
    say, changes = planning.say, planning.roadmap.changes
    if changes is None:
        return
    for name in ("kept", "added", "dropped"):
        tasks = getattr(changes, name)
        if tasks:
            yield say(f"changes.{name}", tasks=planning.tasks(tasks))
    for moved in sorted(changes.moved, key=lambda moved: planning.number(moved.task) or 0):
        was = {"start": say.day(moved.was_start), "due": say.day(moved.was_due)}
        yield say("changes.moved", task=planning.task(moved.task), **was)


def _calendar(planning: Planning) -> Iterator[Block]:
    say, calendar = planning.say, planning.roadmap.calendar
    yield Paragraph((Span(say("calendar.source", source=calendar.source, version=calendar.version)),))
    last = _last_day(planning)
    listed = [day for day in calendar.days_off if day.on <= last or day.source is not None]
    later = [day for day in calendar.days_off if day not in listed]
    if listed:
        days = "; ".join(_day_off(planning, day) for day in listed)
        yield Paragraph((Span(say("calendar.days_off", days=days)),))
    if later:
        yield Paragraph((Span(say.counted("calendar.later", len(later), last=say.day(later[-1].on)), Tone.MUTED),))
    if calendar.worked_saturdays:
        days = ", ".join(say.day(day) for day in calendar.worked_saturdays)
        yield Paragraph((Span(say("calendar.worked", days=days)),))
    for name, years in (("unannounced", calendar.unannounced_years), ("missing", calendar.missing_years)):
        if years:
            yield Paragraph((Span(say(f"calendar.{name}", years=", ".join(map(str, years))), Tone.CAVEAT),))


def _last_day(planning: Planning) -> date:
    """Return the last day on which something is done; only what may slip is counted with days after it."""
    roadmap = planning.roadmap
    days = [*(task.due for task in roadmap.tasks), *(step.due for step in roadmap.procedure if step.due is not None)]
    return max(days, default=roadmap.start_on)


def _day_off(planning: Planning, day: DayOff) -> str:
    say = planning.say
    told = f"{say.day(day.on)} {say.text(day.name)}"
    return told if day.source is None else say("calendar.cited", day=told, source=day.source)
