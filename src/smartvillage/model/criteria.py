"""Criteria, their groups, and the decisions made of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .base import Frozen, Id, Period, Text, YesNo
from .basis import Based, Citation
from .conditions import Condition, Testing
from .limits import Lock
from .measures import Grade, PointsGiven


class Group(Frozen):
    """Criteria that stand together. Those of a precondition group are in no count of the set."""

    id: Id
    title: Text
    precondition: YesNo = False


class Substitute(Testing):
    """Another fact under the same tests, used when the rule's own is missing or unusable and this one is not."""

    fact: Id
    id: Id | None = None
    caveat: Literal["proxy_measure", "scope_mismatch", "stale"] | None = None


class Responsible(Based):
    """A role that answers for a criterion, and how."""

    role: Id
    duty: Literal["lead", "support"] = "lead"


class Criterion(Based):
    """What must hold of a village (CCCEV: Criterion): a function from facts to a finding."""

    id: Id
    title: Text
    group: Id | None = None
    tags: tuple[str, ...] = ()
    rule: Condition | None = None
    """Nothing for a criterion that is only scored: it has no outcome and is in no count of those met."""
    points: PointsGiven | None = None
    grade: Grade | None = None
    applies_if: Condition | None = None
    instead: tuple[Substitute, ...] = ()
    valid: Period | None = None
    evidence: tuple[tuple[Id, ...], ...] | Literal["none"] | None = None
    """Lists of evidence types: inside a list all, between lists any; absent: never proven."""
    responsible: tuple[Responsible, ...] = ()
    derived_from: Citation | None = None
    lock: Lock | None = None


class Decision(Based):
    """A verdict made of criteria, as data: exactly one of a condition, a level and a score."""

    if_: Annotated[Condition | None, Field(alias="if")] = None
    level: Id | None = None
    """The named measure whose level it is."""
    score: Condition | None = None
    """What is measured: a condition's head without tests."""
    needs: Id | None = None
    """Another decision that must be met first."""
    title: Text | None = None
    main: YesNo = False
    decided_by: Id | None = None
    unseen: Literal["keep_open", "leave_out"] = "keep_open"

    model_config = ConfigDict(serialize_by_alias=True)
