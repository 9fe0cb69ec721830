"""The procedure: what a village's day facts say of each step on the day.

The rule: a step is done when the day that ends it has come, or the only day that records it and, after it, as long as
the step must last; a day still to come records nothing. Calendar days are counted without the first; how long working
days last only a calendar can tell.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from smartvillage._program.bind import year_of
from smartvillage._program.periods import later_by
from smartvillage._program.walk import compiled
from smartvillage.durations import read_duration
from smartvillage.model.basis import Basis
from smartvillage.model.limits import YearlyDay
from smartvillage.model.procedure import NOBODY_SAYS, Step
from smartvillage.model.steps import StepResult, StepStatus

if TYPE_CHECKING:
    from smartvillage._program.bound import Bound
    from smartvillage._program.closures import Values
    from smartvillage._program.program import Program

#: What each truth of a decision is called.
_OUTCOMES: tuple[Literal["not_met", "unknown", "met"], ...] = ("not_met", "unknown", "met")


def procedure(program: Program, bound: Bound, values: Values) -> tuple[StepResult, ...]:
    """Say of each step how far it has come, in the order of the ruleset."""
    found: dict[str, StepResult] = {}
    for step in program.ruleset.procedure:
        found[step.id] = _result(step, program, bound, values)
    done = {name for name, result in found.items() if result.status is StepStatus.DONE}
    return tuple(
        found[step.id].model_copy(update={"waits_for": tuple(name for name in step.after if name not in done)})
        for step in program.ruleset.procedure
    )


def _result(step: Step, program: Program, bound: Bound, values: Values) -> StepResult:
    start, end = (_day(program, bound, name) for name in (step.records.start, step.records.end))
    due, may_end = due_on(step, year_of(program, bound.village)), _may_end(step, start)
    over = end or ((may_end or start) if step.records.end is None else None)
    status = _status(step, start, over, program.day)
    return StepResult(
        id=step.id,
        title=step.title,
        owner=None if step.owner == NOBODY_SAYS else step.owner,
        status=status,
        started_on=start,
        ended_on=end,
        due_on=due,
        in_time=_in_time(due, over if status is StepStatus.DONE else None, program.day),
        lasts=step.lasts,
        may_end_on=may_end,
        lasts_kept=_lasts_kept(step, may_end, end),
        decision=step.decision,
        decision_met=_decision(step, program, values),
        basis=step.basis or Basis.UNKNOWN,
        source=step.source,
        note=step.note,
    )


def _day(program: Program, bound: Bound, name: str | None) -> date | None:
    """Return the day that a fact gives, if it has come."""
    reading = None if name is None else bound.readings.get(name)
    if reading is None or reading.value is None:
        return None
    day = date.fromordinal(int(reading.value))
    return day if day <= program.day else None


def _status(step: Step, start: date | None, over: date | None, today: date) -> StepStatus:
    records = step.records
    if records.start is None and records.end is None:
        return StepStatus.UNRECORDED
    if over is not None and over <= today:
        return StepStatus.DONE
    return StepStatus.OPEN if start is None else StepStatus.UNDER_WAY


def due_on(step: Step, year: int) -> date | None:
    """Return the last day of a step, counted from a year."""
    return step.until.in_year(year) if isinstance(step.until, YearlyDay) else step.until


def _in_time(due: date | None, over: date | None, today: date) -> bool | None:
    """Tell whether a step ended by its last day; one that has not ended is late once that day is past."""
    if due is None:
        return None
    if over is not None:
        return over <= due
    return False if today > due else None


def _may_end(step: Step, start: date | None) -> date | None:
    return None if start is None or step.lasts is None else later_by(start, read_duration(step.lasts))


def _lasts_kept(step: Step, may_end: date | None, end: date | None) -> bool | None:
    if may_end is None or end is None or step.lasts is None:
        return None
    if end < may_end:
        return False
    return None if read_duration(step.lasts).unit == "working_days" else True


def _decision(step: Step, program: Program, values: Values) -> Literal["met", "not_met", "unknown"] | None:
    if step.decision is None:
        return None
    layout = compiled(program).layout
    place = next(place for place, one in enumerate(program.decisions) if one.id == step.decision)
    return _OUTCOMES[values[layout.decisions + place]]
