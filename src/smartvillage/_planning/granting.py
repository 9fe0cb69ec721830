"""Assumptions as the result shows them: what is needed, exactly, and who grants it.

The rule: numbers are exact text in the unit of the fact that is held against them, as in explanations.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from smartvillage._program.domains import field_of
from smartvillage._program.interval import Interval
from smartvillage._program.nodes import Kind, Linear, Slot
from smartvillage.exact import exact_text
from smartvillage.model.activities import LearnEffect, SettleEffect
from smartvillage.model.explanation import Form, Span
from smartvillage.model.facts import (
    ChoiceFact,
    DateFact,
    JudgementFact,
    LevelFact,
    ListFact,
    QuantityFact,
    RecordFact,
    ShareFact,
)
from smartvillage.model.tasks import Assumption, Needed

from .assumptions import decides, weakest_needed
from .reach import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._program.nodes import Exact, Node
    from smartvillage._program.program import Program, SlotInfo
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.tasks import Actor

    from .actors import Actors
    from .assumptions import Grant, Granted
    from .dates import Dates
    from .solve import Problem


def listed(problem: Problem, granted: Granted, actors: Actors, dates: Dates) -> Iterator[Assumption]:
    """Yield the assumptions that decide, by task and path."""
    program = granted.with_.program
    for one in sorted(granted.grants, key=lambda grant: (grant.task, grant.path, grant.deed.number)):
        leaves = decides(problem, granted, one)
        needed = weakest_needed(problem, granted, one, leaves)
        yield Assumption(
            task=one.task,
            path=one.path,
            kind=_kind(program, one.path),
            needed=needed_of(program, one.path, needed),
            granted_by=_granter(problem, one, actors, dates),
            criteria=tuple(leaf.criterion for leaf in leaves if leaf.criterion is not None),
        )


def _kind(program: Program, path: str) -> Literal["fact", "limit", "method"]:
    if path.startswith("facts/"):
        return "fact"
    kinds = {info.kind for info in program.slots if info.path == path}
    return "limit" if path in program.limits or Kind.LIMIT in kinds else "method"


def _granter(problem: Problem, one: Grant, actors: Actors, dates: Dates) -> Actor | None:
    """Name who decides: the role the effect names, a limit's ``ask``, a judgement's assessor, a measuring's owner."""
    activity = problem.activity(one.task)
    effect, day = one.deed.effect, dates.due(one.task)
    role = effect.granted_by
    if role is None and isinstance(effect, LearnEffect):
        role = activity.owner
    if role is None and isinstance(effect, SettleEffect):
        role = problem.asked(one.path)
    if role is None and one.path.startswith("facts/"):
        fact = problem.base.program.facts.get(one.path.removeprefix("facts/"))
        role = fact.assessor if isinstance(fact, JudgementFact) else None
    return None if role is None else actors.actor(role, day, activity.basis)


def needed_of(program: Program, path: str, value: Interval | Exact | bool) -> Needed:  # noqa: FBT001 - a truth is a value
    """Write what is needed in the words of the fact that is held against it."""
    if isinstance(value, bool):
        return Needed(form="truth", truth=value)
    fact = _fact(program, path)
    if isinstance(fact, (RecordFact,)) or (fact is None and path.startswith("facts/")):
        return Needed(form="truth", truth=bool(value))
    span = value if isinstance(value, Interval) else Interval(value, value)
    low, high = (None if end is None else _text(fact, end, program) for end in (span.low, span.high))
    unit = fact.unit if isinstance(fact, QuantityFact) and fact.unit != "1" else ""
    return Needed(
        form=_form(fact, span),
        span=Span(low=low, high=high, low_open=span.low_open, high_open=span.high_open),
        unit=unit,
    )


def _fact(program: Program, path: str) -> AnyFact | None:
    """Find the fact that a path is about: the fact itself, its field, or the fact a limit is held against."""
    steps = path.split("/")
    if steps[0] == "facts":
        fact = program.facts.get(steps[1])
        return field_of(fact, steps[2]) if isinstance(fact, RecordFact) and len(steps) > 2 else fact  # noqa: PLR2004
    numbers = {number for number, info in enumerate(program.slots) if info.path == path}
    return next(_held_against(program, numbers), None)


def _held_against(program: Program, numbers: set[int]) -> Iterator[AnyFact]:
    """Yield the facts and entity fields from which a limit's slot is taken away."""
    for one in program.criteria:
        for other in _beside(one.holds, numbers):
            if not other.inner:
                yield from _fact_of(program.slots[other.index], program)
    for tally in program.tallies:
        for other in _beside(tally.where, numbers):
            fact, field = (
                program.facts[program.lists[tally.list].fact],
                program.lists[tally.list].fields[other.index].field,
            )
            if isinstance(fact, ListFact) and field is not None:
                yield fact.fields[field]


def _beside(node: Node, numbers: set[int]) -> Iterator[Slot]:
    """Yield the slots that stand in one sum with some others."""
    for found in inside(node):
        if isinstance(found, Linear):
            slots = [term for _, term in found.terms if isinstance(term, Slot)]
            if any(not slot.inner and slot.index in numbers for slot in slots):
                yield from (slot for slot in slots if slot.inner or slot.index not in numbers)


def _fact_of(info: SlotInfo, program: Program) -> Iterator[AnyFact]:
    fact = program.facts.get(info.fact or "")
    if isinstance(fact, RecordFact) and info.field is not None:
        yield field_of(fact, info.field)
    elif fact is not None:
        yield fact


def _form(fact: AnyFact | None, span: Interval) -> Form:
    match fact:
        case ShareFact():
            return "percent"
        case LevelFact():
            return "level"
        case ChoiceFact():
            return "code"
        case DateFact():
            return "day"
        case None if span.high is not None and span.high <= 1 and not span.whole:
            return "percent"
        case _:
            return "number"


def _text(fact: AnyFact | None, value: Exact, program: Program) -> str:
    match fact:
        case LevelFact():
            return program.tables.levels(fact)[int(value)]
        case ChoiceFact():
            return program.tables.choices(fact)[int(value)]
        case DateFact():
            return date.fromordinal(int(value)).isoformat()
        case _:
            return exact_text(value)
