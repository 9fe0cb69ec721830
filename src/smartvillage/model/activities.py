"""Activities: what can be done, what it changes, how long it takes, what it costs, who does it (OSCAL: Activity)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from .base import Frozen, Id, IdPath, Period, Scalar, Text, YesNo
from .basis import Based
from .conditions import Where
from .frozen import Mapped


class Range(Based):
    """A low, a likely and a high value, as written; a single value is all three."""

    low: Scalar
    likely: Scalar | None = None
    high: Scalar

    @model_validator(mode="before")
    @classmethod
    def _from_one(cls, value: object) -> object:
        return value if isinstance(value, (dict, Range)) else {"low": value, "high": value}


class AnyEffect(Frozen):
    """What all effects may say."""

    granted_by: Id | None = None
    """Another body decides; until it does the effect is an assumption."""


class FactEffect(AnyEffect):
    """A fact changes: becomes true, is set, is added to, or is raised to a limit."""

    fact: Id
    becomes: Scalar | None = None
    add: Scalar | None = None
    reach: IdPath | None = None
    with_: Mapped[Id, Scalar] | None = Field(None, alias="with")

    model_config = ConfigDict(serialize_by_alias=True)


class ListEffect(AnyEffect):
    """Entities of a list change, or entities are added."""

    list: Id
    where: Where | None = None
    add: Scalar | None = None
    with_: Mapped[Id, Scalar] | None = Field(None, alias="with")

    model_config = ConfigDict(serialize_by_alias=True)


class LearnEffect(AnyEffect):
    """A fact becomes known; its value stays open."""

    learn: Id
    hoped: Scalar | None = None


class SettleEffect(AnyEffect):
    """Limits or methods become known; their values stay open. Granted by each limit's ``ask``."""

    settle: tuple[IdPath, ...] = Field(min_length=1)


EFFECT_HEADS: dict[str, type[AnyEffect]] = {
    "fact": FactEffect,
    "list": ListEffect,
    "learn": LearnEffect,
    "settle": SettleEffect,
}


def effect_head(value: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    """Tell an effect's head; nothing if it has none."""
    if isinstance(value, AnyEffect):
        return next(head for head, kind in EFFECT_HEADS.items() if isinstance(value, kind))
    heads = [head for head in EFFECT_HEADS if head in value] if isinstance(value, dict) else []
    return heads[0] if heads else None


Effect = Annotated[
    Annotated[FactEffect, Tag("fact")]
    | Annotated[ListEffect, Tag("list")]
    | Annotated[LearnEffect, Tag("learn")]
    | Annotated[SettleEffect, Tag("settle")],
    Discriminator(effect_head),
]


def as_list(value: object) -> object:
    """Read one item as a list of one."""
    return [value] if isinstance(value, str) else value


class Activity(Based):
    """Something somebody can do."""

    title: Text
    kind: Literal["support_from_above", "locality", "residents"]
    effects: tuple[Effect, ...] = ()
    duration: Range
    owner: Id
    cost: Range | None = None
    after: Annotated[tuple[Id, ...], BeforeValidator(as_list)] = ()
    support: Annotated[tuple[Id, ...], BeforeValidator(as_list)] = ()
    evidence: Annotated[tuple[Id, ...], BeforeValidator(as_list)] = ()
    available: Period | None = None
    funding: str | None = None
    advised: YesNo = False
    """Worth doing though it closes nothing; never chosen for a target."""
