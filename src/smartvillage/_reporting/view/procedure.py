"""The procedure as a list of steps: how far each has come, or when it can come; who takes it, by when, how long.

INVARIANT (said so): where no text says who takes a step or how long it lasts, that is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Entries, Entry, Heading, Line, Span, Tone
from smartvillage._reporting.speech import Speech
from smartvillage.durations import read_duration

from .marks import joined, mark
from .planning import WEAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartvillage.model.ahead import StepAhead
    from smartvillage.model.steps import StepResult

    from .names import Names
    from .planning import Planning

_MARKS = (
    ("done", Span("●", Tone.GOOD)), ("under_way", Span("◐", Tone.OPEN)), ("open", Span("○", Tone.MUTED)),
    ("unrecorded", Span("?", Tone.OPEN)),
)  # fmt: skip


def procedure(base: Speech, names: Names, steps: Sequence[StepResult]) -> Iterator[Block]:
    """List the steps as they stand."""
    if not steps:
        return
    say = Speech(base.lang, "procedure")
    titles = {step.id: say.text(step.title, step.id) for step in steps}
    yield Heading(say("section.procedure"))
    yield Entries(tuple(_stands(say, names, step, titles) for step in steps))


def _stands(say: Speech, names: Names, step: StepResult, titles: Mapping[str, str]) -> Entry:
    owner = say("procedure.owner", owner=names.role(step.owner)) if step.owner else say("procedure.owner_unknown")
    parts = [Span(owner, Tone.PLAIN if step.owner else Tone.CAVEAT), *_basis(say, step.basis)]
    status = Span(say(f"procedure.{step.status}") + _when(say, step), dict(_MARKS)[step.status].tone)
    notes = (joined(parts), joined([*_limits(say, step)]), joined([*_needs(say, names, step, titles)]))
    return Entry(dict(_MARKS)[step.status], "", (Span(titles[step.id]),), status, tuple(note for note in notes if note))


def _when(say: Speech, step: StepResult) -> str:
    """Say on which days it began and ended."""
    if step.started_on is not None and step.ended_on is not None:
        return " " + say("procedure.days", start=say.day(step.started_on), end=say.day(step.ended_on))
    if step.status == "under_way" and step.started_on is not None:
        return " " + say("procedure.since", start=say.day(step.started_on))
    day = step.ended_on or step.started_on
    return "" if day is None else " " + say("procedure.on", day=say.day(day))


def _limits(say: Speech, step: StepResult) -> Iterator[Span]:
    """Say by when and how long, and whether that was kept."""
    if step.due_on is not None:
        label = {True: "in_time", False: "late", None: "until"}[step.in_time]
        as_ = {True: Tone.GOOD, False: Tone.BAD, None: Tone.PLAIN}[step.in_time]
        yield Span(say(f"procedure.{label}", until=say.day(step.due_on)), as_)
    if step.lasts is None:
        return
    lasts = read_duration(step.lasts).say(say.lang)
    if step.lasts_kept is True:
        yield Span(say("procedure.kept", lasts=lasts), Tone.GOOD)
    elif step.may_end_on is None or (step.ended_on is not None and step.lasts_kept is None):
        yield Span(say("procedure.lasts", lasts=lasts))
    else:
        label, as_ = ("may_end", Tone.PLAIN) if step.lasts_kept is None else ("not_kept", Tone.BAD)
        yield Span(say(f"procedure.{label}", lasts=lasts, day=say.day(step.may_end_on)), as_)


def _needs(say: Speech, names: Names, step: StepResult, titles: Mapping[str, str]) -> Iterator[Span]:
    """Say which decision it asks for, and which steps it waits for."""
    if step.decision is not None and step.decision_met is not None:
        verdict = say.verdict(step.decision_met)
        told = say("procedure.decision", decision=names.decision(step.decision), verdict=verdict)
        yield Span(told, mark(step.decision_met).tone)
    if step.waits_for and step.status != "done":
        yield Span(
            say("procedure.waits", steps=", ".join(titles.get(name, name) for name in step.waits_for)), Tone.MUTED
        )


def ahead(planning: Planning) -> Iterator[Block]:
    """List the steps that are still to take once the target is met, with the first days there could be."""
    steps = planning.roadmap.procedure
    if not steps:
        return
    say = Speech(planning.say.lang, "procedure")
    titles = {step.id: say.text(step.title, step.id) for step in steps}
    yield Heading(say("section.procedure_ahead"))
    yield Entries(tuple(_ahead(planning, say, step, titles) for step in steps))


def _ahead(planning: Planning, say: Speech, step: StepAhead, titles: Mapping[str, str]) -> Entry:
    if step.start is None or step.due is None:
        days = Span(say("procedure.no_days"), Tone.OPEN)
    else:
        days = Span(say("procedure.earliest", start=say.day(step.start), end=say.day(step.due)), Tone.STRONG)
    notes = (
        _who(planning, say, step),
        joined([*_terms(say, step)]),
        joined([*_conditions(planning, say, step, titles)]),
    )
    return Entry(dict(_MARKS)[step.status], "", (Span(titles[step.id]),), days, tuple(note for note in notes if note))


def _who(planning: Planning, say: Speech, step: StepAhead) -> Line:
    if step.owner is None:
        return joined([Span(say("procedure.owner_unknown"), Tone.CAVEAT), *_basis(say, step.basis)])
    weak = step.owner.formerly is not None or step.owner.basis in WEAK
    return (Span(say("procedure.owner", owner=planning.actor(step.owner)), Tone.CAVEAT if weak else Tone.PLAIN),)


def _terms(say: Speech, step: StepAhead) -> Iterator[Span]:
    if step.lasts is None:
        yield Span(say("procedure.lasts_unknown"), Tone.OPEN)
    else:
        yield Span(say("procedure.lasts", lasts=read_duration(step.lasts).say(say.lang)))
    if step.until is not None:
        label, as_ = ("late", Tone.BAD) if step.late else ("until", Tone.PLAIN)
        yield Span(say(f"procedure.{label}", until=say.day(step.until)), as_)


def _conditions(planning: Planning, say: Speech, step: StepAhead, titles: Mapping[str, str]) -> Iterator[Span]:
    if step.decision is not None:
        outcome = "met" if step.decision_met else "not_met"
        name = planning.names.decision(step.decision)
        yield Span(say("procedure.decision", decision=name, verdict=say.verdict(outcome)), mark(outcome).tone)
    if step.after:
        yield Span(say("procedure.waits", steps=", ".join(titles.get(name, name) for name in step.after)), Tone.MUTED)


def _basis(say: Speech, basis: str) -> Iterator[Span]:
    if basis in WEAK:
        yield Span(say.firmness(basis, short=True), Tone.CAVEAT)
