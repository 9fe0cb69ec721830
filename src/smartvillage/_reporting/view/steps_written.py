"""The procedure as a ruleset writes it: who takes each step, after which others, by when, for how long.

INVARIANT (said so): where no text says who takes a step, that is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Entries, Entry, Heading, Span, Tone
from smartvillage.durations import read_duration
from smartvillage.model.limits import YearlyDay
from smartvillage.model.procedure import NOBODY_SAYS

from .footing import based
from .marks import BULLET, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.procedure import Step

    from .rules import Rules


def steps(rules: Rules) -> Iterator[Block]:
    """List the steps, if there are any."""
    found = rules.ruleset.procedure
    if found:
        yield Heading(rules.say("ruleset.procedure"))
        yield Entries(tuple(_step(rules, step) for step in found))


def _step(rules: Rules, step: Step) -> Entry:
    say = rules.say
    if step.owner == NOBODY_SAYS:
        owner = Span(say("procedure.owner_unknown"), Tone.CAVEAT)
    else:
        owner = Span(say("procedure.owner", owner=rules.names.role(step.owner)))
    notes = ((owner, *based(rules, step, always=True)), joined([*_terms(rules, step)]), joined([*_needs(rules, step)]))
    return Entry(BULLET, step.id, (Span(say.text(step.title, step.id)),), None, tuple(note for note in notes if note))


def _terms(rules: Rules, step: Step) -> Iterator[Span]:
    """Say for how long and by when."""
    say = rules.say
    if step.lasts is not None:
        yield Span(say("procedure.lasts", lasts=read_duration(step.lasts).say(say.lang)))
    if step.until is not None:
        until = rules.yearly(step.until) if isinstance(step.until, YearlyDay) else say.day(step.until)
        yield Span(say("procedure.until", until=until))


def _needs(rules: Rules, step: Step) -> Iterator[Span]:
    """Say which decision it asks for, and which steps come before it."""
    say = rules.say
    if step.decision is not None:
        yield Span(say("ruleset.step_decision", decision=rules.names.decision(step.decision)))
    if step.after:
        titles = {one.id: say.text(one.title, one.id) for one in rules.ruleset.procedure}
        yield Span(say("procedure.waits", steps=", ".join(titles.get(name, name) for name in step.after)), Tone.MUTED)
