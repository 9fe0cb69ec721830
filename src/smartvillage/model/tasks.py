"""Tasks: what somebody does, from which day to which, at what cost, and what another body must grant for it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from .activities import Effect
from .base import Frozen, Id, Text
from .basis import Basis, Citation
from .explanation import Form, Span


class TaskKind(StrEnum):
    """What a task is, read off its effects; of several the first in this order counts."""

    AWAIT = "await"
    """Another body decides."""
    ASK = "ask"
    """A limit or a method is asked for."""
    MEASURE = "measure"
    """A fact becomes known."""
    WORK = "work"


class TaskStatus(StrEnum):
    """How far a task has come."""

    PLANNED = "planned"
    """It has not begun."""
    STARTED = "started"
    """The village's progress says when it was begun."""
    DONE = "done"
    """The village's progress says when it was done."""


class Term(Frozen):
    """A length of time as it is counted: working days leave out days off, the others are calendar terms."""

    amount: int
    unit: Literal["working_days", "days", "weeks", "months", "years"]


class Duration(Frozen):
    """How long a task lasts; dates use ``high``."""

    low: Term
    likely: Term | None = None
    high: Term


class Cost(Frozen):
    """What a task costs in whole đồng; nothing where nobody knows, which is never zero. Sums use ``high``."""

    low: int | None = None
    likely: int | None = None
    high: int | None = None
    basis: Basis | None = None
    source: Citation | None = None


class Actor(Frozen):
    """A role, and the office that fills it on the task's first day."""

    role: Id
    title: Text
    party: Id | None = None
    party_title: Text | None = None
    successor_unknown: bool = False
    """True where the office that filled the role has ended and no text names the next."""
    no_successor: bool = False
    """True where the office that filled the role has ended and a text says that none follows."""
    formerly: Id | None = None
    """The office that filled it last, where none does on that day."""
    formerly_title: Text | None = None
    basis: Basis | None = None


class Driver(Frozen):
    """What sets a task's first day: the start of the plan, a need (named), its window, or the day it really began."""

    kind: Literal["start", "need", "window", "actual"]
    task: Id | None = None
    """The need; of a task that began before it was met, the need that sets its last day."""


class Needed(Frozen):
    """The weakest value that still decides: a truth, or any value of a span, exact and in the fact's own unit."""

    form: Form
    truth: bool | None = None
    span: Span | None = None
    unit: str = ""


class Assumption(Frozen):
    """What another body must grant for a task to do its part; without the task there is no assumption."""

    task: Id
    path: str
    """Where it is pinned: ``facts/voluntary``, ``criteria/1.1/rule/at_least``, ``criteria/3.3/rule``."""
    kind: Literal["fact", "limit", "method"]
    needed: Needed
    granted_by: Actor | None = None
    criteria: tuple[Id, ...] = ()
    """The criteria that are met only with it."""


class Task(Frozen):
    """Something somebody does, from its first to its last working day, both included."""

    id: Id
    """The activity's id."""
    kind: TaskKind
    support_kind: Literal["support_from_above", "locality", "residents"]
    title: Text
    criteria: tuple[Id, ...] = ()
    """What it helps to meet."""
    owner: Actor
    support: tuple[Actor, ...] = ()
    needs: tuple[Id, ...] = ()
    start: date
    due: date
    duration: Duration
    working_days: int
    slack: int | None = None
    """Working days its start may slip with ``ready_on`` unchanged."""
    latest_due: date | None = None
    """Its due day after the largest slip that keeps ``until``."""
    driven_by: Driver
    critical: bool = False
    cost: Cost = Cost()
    funding: str | None = None
    effects: tuple[Effect, ...] = ()
    assumptions: tuple[str, ...] = ()
    """The paths of the assumptions it owns."""
    evidence: tuple[Id, ...] = ()
    status: TaskStatus = TaskStatus.PLANNED
    actual_start: date | None = None
    actual_end: date | None = None
    basis: Basis | None = None
    source: Citation | None = None
    note: Text | None = None
