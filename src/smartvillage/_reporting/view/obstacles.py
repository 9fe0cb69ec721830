"""What is in a roadmap's way, and what alone would bring the target back within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from smartvillage._reporting.blocks import Block, Entries, Entry, Heading, Line, Span, Tone
from smartvillage.model.obstacles import (
    CostUnknown,
    LaterUntil,
    MoreBudget,
    NoWay,
    OverBudget,
    TooLate,
    Waiver,
    WindowClosed,
)

from .explanation import open_thing
from .marks import BULLET
from .wanting import lacks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._reporting.speech import Speech
    from smartvillage.model.obstacles import Obstacle, Relaxation

    from .planning import Planning


def obstacles(planning: Planning) -> Iterator[Block]:
    """List what is in the way; what bars nothing is only a remark."""
    found = planning.roadmap.obstacles
    if found:
        bars = any(not isinstance(obstacle, CostUnknown) for obstacle in found)
        yield Heading(planning.say("section.obstacles" if bars else "section.remarks"))
        yield Entries(tuple(_obstacle(planning, obstacle) for obstacle in found))


def relaxations(planning: Planning) -> Iterator[Block]:
    """List what alone would be enough."""
    if planning.roadmap.relaxations:
        yield Heading(planning.say("section.relaxations"))
        told = (_relaxation(planning, relaxation) for relaxation in planning.roadmap.relaxations)
        yield Entries(tuple(Entry(BULLET, "", (Span(text),)) for text in told))


def _obstacle(planning: Planning, obstacle: Obstacle) -> Entry:
    only_told = isinstance(obstacle, CostUnknown)
    sign = Span("!", Tone.OPEN) if only_told else Span("✗", Tone.BAD)
    first, *notes = _words(planning, obstacle)
    lines: tuple[Line, ...] = tuple((Span(note),) for note in notes)
    return Entry(sign, "", (Span(first),), None, lines)


def _words(planning: Planning, obstacle: Obstacle) -> Iterator[str]:
    say = planning.say
    match obstacle:
        case NoWay():
            yield from _no_way(planning, obstacle)
        case TooLate():
            days = {"earliest": say.day(obstacle.earliest), "until": say.day(obstacle.until)}
            yield say.counted("obstacle.too_late", obstacle.working_days, **days)
            if obstacle.chain:
                yield say("obstacle.chain", chain=" → ".join(planning.task(task) for task in obstacle.chain))
        case WindowClosed():
            from_ = say.day(obstacle.from_) if obstacle.from_ else "…"
            until = say.day(obstacle.until) if obstacle.until else "…"
            task = planning.names.activity(obstacle.task)
            yield say("obstacle.window_closed", task=task, from_=from_, until=until)
        case OverBudget():
            amounts = ((key, getattr(obstacle, key)) for key in ("budget", "cheapest", "short_by"))
            yield say("obstacle.over_budget", **{key: say.money(amount) for key, amount in amounts})
        case CostUnknown():
            yield say("obstacle.cost_unknown", tasks=planning.tasks(obstacle.tasks))
        case _:
            assert_never(obstacle)


def _no_way(planning: Planning, obstacle: NoWay) -> Iterator[str]:
    say, names = planning.say, planning.names
    what = f"{obstacle.criterion or ''} {say.text(obstacle.title)}".strip()
    if obstacle.only_proof:
        yield say("obstacle.no_proof", what=what)
        yield from (lacks(planning, one) for one in planning.roadmap.to_prove if one.criterion == obstacle.criterion)
        return
    yield say("obstacle.no_way", what=what)
    if obstacle.reasons:
        yield say("note.because", reasons=say.all("reason", obstacle.reasons))
    if obstacle.distance:
        yield "; ".join(_missed(say, one) for one in obstacle.distance)
    if obstacle.open:
        yield say("note.open", open=", ".join(open_thing(say, names, path) for path in obstacle.open))
    if obstacle.facts:
        facts = ", ".join(f"“{names.fact(fact)}”" for fact in obstacle.facts)
        yield say("obstacle.no_way_facts", facts=facts)


def _missed(say: Speech, distance: str) -> str:
    """Write an exact distance and its unit as numbers are written: what is short is below, what is too much above."""
    amount, _, unit = distance.partition(" ")
    size = say.number(amount.removeprefix("-"))
    told = say("obstacle.points", count=size) if unit == "%" else f"{size} {unit}".strip()
    return say("distance.short" if amount.startswith("-") else "distance.over", amount=told)


def _relaxation(planning: Planning, relaxation: Relaxation) -> str:
    say = planning.say
    match relaxation:
        case LaterUntil():
            return say("relaxation.until", until=say.day(relaxation.until))
        case MoreBudget():
            return say("relaxation.budget", budget=say.money(relaxation.budget))
        case Waiver():
            return say("relaxation.waive", criterion=relaxation.criterion, title=say.text(relaxation.title))
        case _:
            assert_never(relaxation)
