"""The replay: what the evaluator found after the tasks, and after each due day.

The rule: all of it is asked of the same day, so that only what was done makes a difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.findings import Outcome
from smartvillage.model.roadmap import Milestone, Replayed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from .asking import Asker, State
    from .assumptions import Granted
    from .rule import Rule
    from .today import Today

_DONE = (Outcome.MET, Outcome.NOT_APPLICABLE)


def replayed(state: State, *, target_met: bool) -> Replayed:
    """Write an answer of the evaluator as part of the result."""
    found = state.assessment
    return Replayed(
        on=found.on,
        verdict=found.verdict,
        answer=next((one.answer for one in found.decisions if one.id == state.program.ruleset.main_decision()), ""),
        target_met=target_met,
        counts=found.counts,
        proven=found.proven,
        findings=tuple(found.findings),
    )


def state_after(asker: Asker, granted: Granted, tasks: Iterable[str]) -> State:
    """Ask for the state after some of the tasks, with what they must be granted."""
    names = list(tasks)
    return asker.state(granted.deeds(names), granted.pins(names))


def milestones(
    asker: Asker, rule: Rule, granted: Granted, dues: Sequence[tuple[date, str]], before: tuple[State, Today]
) -> Iterator[Milestone]:
    """Yield what is found for the first time after each due day; ``dues`` are the tasks by due day.

    ``before`` is the village as it is on the replay's day and today: what is met today is reached by nobody.
    """
    reached, today = before
    had, whole = _met(today.state), set(_complete(today.state))
    for day in sorted({due for due, _ in dues}):
        state = state_after(asker, granted, [task for due, task in dues if due <= day])
        yield from (one for one in _criteria(reached, state, day) if one.id not in had)
        yield from (one for one in _groups(reached, state, day) if one.id not in whole)
        if asker.passes(rule, state) and not asker.passes(rule, reached) and not today.target_met:
            yield Milestone(on=day, kind="target_met")
        reached = state


def _met(state: State) -> set[str]:
    return {one.criterion for one in state.assessment.findings if one.outcome is Outcome.MET}


def _criteria(before: State, after: State, day: date) -> Iterator[Milestone]:
    for was, now in zip(before.assessment.findings, after.assessment.findings, strict=True):
        if now.outcome is Outcome.MET and was.outcome is not Outcome.MET:
            yield Milestone(on=day, kind="criterion_met", id=now.criterion, title=now.title)


def _groups(before: State, after: State, day: date) -> Iterator[Milestone]:
    complete = set(_complete(after)) - set(_complete(before))
    for group in after.assessment.groups:
        if group.id in complete:
            yield Milestone(on=day, kind="group_complete", id=group.id, title=group.title)


def _complete(state: State) -> Iterator[str]:
    """Yield the groups all of whose criteria are met or do not apply."""
    findings = list(state.assessment.findings)
    for group in state.assessment.groups:
        mine = [one.outcome for one in findings if one.group == group.id and one.outcome is not None]
        if mine and all(outcome in _DONE for outcome in mine):
            yield group.id
