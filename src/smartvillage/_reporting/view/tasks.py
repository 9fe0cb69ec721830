"""The tasks of a roadmap by date, each with who, how long, how much, what drives it and what for; then the assumptions.

INVARIANT (basis): an owner, a duration or a cost that no text states is shown as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Entries, Entry, Heading, Line, Paragraph, Span, Tone

from .marks import joined
from .planning import WEAK, Planning
from .values import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.tasks import Assumption, Duration, Task

_STATUS = (
    ("planned", Span("○", Tone.MUTED)), ("started", Span("◐", Tone.OPEN)), ("done", Span("●", Tone.GOOD)),
)  # fmt: skip


def tasks(planning: Planning) -> Iterator[Block]:
    """List the tasks by date."""
    if not planning.roadmap.tasks:
        return
    yield Heading(planning.say("section.tasks"))
    yield Entries(tuple(_task(planning, at, task) for at, task in enumerate(planning.roadmap.tasks, 1)))


def _task(planning: Planning, number: int, task: Task) -> Entry:
    say = planning.say
    days = Span(say("task.days", start=say.day(task.start), due=say.day(task.due)), Tone.STRONG)
    lines = (_people(planning, task), _means(planning, task), _timing(planning, task), _purpose(planning, task))
    return Entry(
        dict(_STATUS)[task.status], str(number), (Span(say.text(task.title)),), days,
        tuple(line for line in lines if line),
    )  # fmt: skip


def _people(planning: Planning, task: Task) -> Line:
    say = planning.say
    weak = task.owner.formerly is not None or task.owner.basis in WEAK
    parts = [Span(say("task.owner", owner=planning.actor(task.owner)), Tone.CAVEAT if weak else Tone.PLAIN)]
    if task.support:
        parts.append(Span(say("task.support", support=planning.supporters(task.support))))
    return joined(parts)


def _means(planning: Planning, task: Task) -> Line:
    """Say how long it takes, what it costs, and how firmly that is known."""
    say = planning.say
    parts = [Span(duration(planning, task.duration))]
    known = task.cost.high is not None
    cost = say("task.cost", cost=planning.range(task.cost.low, task.cost.high))
    parts.append(Span(cost, Tone.PLAIN if known else Tone.OPEN))
    if task.funding:
        parts.append(Span(say("task.funding", funding=task.funding)))
    if task.basis in WEAK or (known and task.cost.basis in WEAK):
        basis = task.basis if task.basis in WEAK else task.cost.basis
        parts.append(Span(say("task.basis", basis=say.firmness(basis, short=True)), Tone.CAVEAT))
    return joined(parts)


def duration(planning: Planning, length: Duration) -> str:
    """Write how long something takes, from the least to the most."""
    say = planning.say
    if length.low == length.high:
        return say.term(length.high)
    if length.low.unit == length.high.unit:
        return say.term(length.high, least=length.low.amount)
    return say("term.range", low=say.term(length.low), high=say.term(length.high))


def _timing(planning: Planning, task: Task) -> Line:
    say = planning.say
    if task.status == "done":
        return (Span(say("task.status.done"), Tone.GOOD),)
    parts = [Span(_driver(planning, task))]
    if task.status == "started":
        parts.insert(0, Span(say("task.status.started"), Tone.OPEN))
    if task.critical:
        parts.append(Span(say("task.critical"), Tone.BAD))
    if task.slack:
        parts.append(Span(say.counted("task.slack", task.slack), Tone.MUTED))
    if task.latest_due and task.latest_due != task.due:
        parts.append(Span(say("task.latest", day=say.day(task.latest_due)), Tone.MUTED))
    return joined(parts)


def _driver(planning: Planning, task: Task) -> str:
    """Say what sets the first day, and which tasks it waits for besides."""
    say, driver = planning.say, task.driven_by
    needs = [need for need in task.needs if planning.is_ahead(need)]
    if driver.kind != "need" or driver.task is None:
        waits = [say("driver.need", task=planning.tasks(needs))] if needs else []
        return ", ".join([say(f"driver.{driver.kind}"), *waits])
    told = say("driver.need", task=planning.tasks({*needs, driver.task}))
    return f"{told} ({say('driver.last', task=planning.task(driver.task))})" if len(needs) > 1 else told


def _purpose(planning: Planning, task: Task) -> Line:
    say = planning.say
    parts = [Span(say("task.criteria", criteria=", ".join(task.criteria)))] if task.criteria else []
    parts.append(Span(say(f"support.{task.support_kind}"), Tone.MUTED))
    if task.evidence:
        papers = ", ".join(planning.names.evidence(kind) for kind in task.evidence)
        parts.append(Span(say("task.evidence", papers=papers), Tone.MUTED))
    if task.assumptions:
        parts.append(Span(say(f"kind.{task.kind}"), Tone.OPEN))
    parts.append(Span(say("task.id", id=task.id), Tone.MUTED))
    return joined(parts)


def assumptions(planning: Planning) -> Iterator[Block]:
    """List what others must grant: what exactly, who, and what fails without it."""
    say, found = planning.say, planning.roadmap.assumptions
    if not found:
        return
    yield Heading(say("section.assumptions"))
    reached = planning.roadmap.replay.with_assumptions.target_met
    yield Paragraph((Span(say("assumption.legend" if reached else "assumption.legend_rest"), Tone.MUTED),))
    yield Entries(tuple(_assumption(planning, assumption) for assumption in found))


def _assumption(planning: Planning, assumption: Assumption) -> Entry:
    say = planning.say
    if assumption.granted_by is None:
        granter = Span(say("assumption.granted_by_unknown"), Tone.CAVEAT)
    else:
        granter = Span(say("assumption.granted_by", actor=planning.actor(assumption.granted_by)))
    parts = [granter, Span(say("assumption.task", task=planning.task(assumption.task)))]
    if assumption.criteria:
        parts.append(Span(say("assumption.criteria", criteria=", ".join(assumption.criteria))))
    return Entry(Span("?", Tone.OPEN), "", (Span(needed(planning, assumption)),), None, (joined(parts),))


def needed(planning: Planning, assumption: Assumption) -> str:
    """Say which value is needed: the weakest that still decides."""
    say, need = planning.say, assumption.needed
    criterion = assumption.path.split("/")[1] if "/" in assumption.path else assumption.path
    if assumption.kind == "method":
        return say("needed.method", criterion=criterion)
    if need.truth is not None:
        return say("needed.truth", name=planning.names.fact(assumption.path), value=say(f"truth.{need.truth}".lower()))
    span = say("within.any")
    if need.span is not None:
        titles = planning.names.titles(assumption.path)
        span = within(say, need.span, need.form, need.unit, titles=titles)
    if assumption.kind == "limit":
        tested = planning.names.tested(assumption.path) if assumption.path.startswith("criteria/") else None
        return say("needed.limit_of" if tested else "needed.limit", criterion=criterion, fact=tested, range=span)
    return say("needed.fact", name=planning.names.fact(assumption.path), range=span)
