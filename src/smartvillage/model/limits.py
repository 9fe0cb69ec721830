"""Limits: what a measured value is held against. A closed union; the head key is the form.

A literal is the short form: ``70 %`` is ``{value: 70 %}`` and ``unknown`` is ``{unknown: {}}``. A limit keeps its value
as written, since only the fact it is held against says how to read it.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from typing_extensions import TypeAliasType

from .base import Day, Frozen, Id, Scalar
from .basis import Based, Basis
from .frozen import Mapped


class Lock(StrEnum):
    """What an overlay may do to this limit."""

    FIXED = "fixed"
    MAY_TIGHTEN = "may_tighten"


class Rounding(Frozen):
    """How the measured value is rounded before the test: to which step, and which way."""

    to: Scalar
    mode: Literal["half_up", "down", "up"] = "half_up"


class AnyLimit(Based):
    """What all limits may say beside their form."""

    lock: Lock | None = None
    round: Rounding | None = None
    ask: Id | None = None
    """The role who sets or knows the limit."""


class ValueLimit(AnyLimit):
    """A number, level, code, day or truth as written; ``all`` for every one of a count."""

    value: Scalar


class Bounds(Frozen):
    """Between what an unseen limit must lie. Where nothing is said the kind of fact gives the bounds."""

    at_least: Scalar | None = None
    more_than: Scalar | None = None
    at_most: Scalar | None = None
    less_than: Scalar | None = None


class UnknownLimit(AnyLimit):
    """A limit nobody here has seen. Its basis is always ``unknown``."""

    unknown: Bounds

    @model_validator(mode="before")
    @classmethod
    def _basis_is_unknown(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {**value, "unknown": value.get("unknown") or {}, "basis": Basis.UNKNOWN}


class ByLimit(AnyLimit):
    """A limit by class: the code of a choice fact picks it."""

    by: Id
    values: Mapped[Id, Limit]
    otherwise: Limit | None = None


class DatedValue(Based):
    """One period of a dated limit, both days included."""

    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    value: Scalar


class DatedLimit(AnyLimit):
    """A limit by day. A day in no period has nothing in force; never the last value."""

    dated: tuple[DatedValue, ...] = Field(min_length=1)


class NamedLimit(AnyLimit):
    """A limit that stands under a name in section ``limits``."""

    limit: Id


#: The forms by their head key; the next form is one line here, one class above and one function in ``lower``.
LIMIT_FORMS: dict[str, type[AnyLimit]] = {
    "value": ValueLimit,
    "unknown": UnknownLimit,
    "by": ByLimit,
    "dated": DatedLimit,
    "limit": NamedLimit,
}


def expand_limit(value: object) -> object:
    """Write a literal in its long form."""
    if isinstance(value, str) and value == "unknown":
        return {"unknown": {}}
    if isinstance(value, (str, bool, int, float, Decimal)):
        return {"value": value}
    return value


def limit_form(value: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    """Tell which form a limit has by its head key; nothing if it has none."""
    if isinstance(value, AnyLimit):
        return next(form for form, kind in LIMIT_FORMS.items() if isinstance(value, kind))
    heads = [form for form in LIMIT_FORMS if form in value] if isinstance(value, dict) else []
    return heads[0] if heads else None


#: An alias with a name is built once for all the fields of a class that hold it, and a class of tests has ten.
Limit = TypeAliasType(
    "Limit",
    Annotated[
        Annotated[ValueLimit, Tag("value")]
        | Annotated[UnknownLimit, Tag("unknown")]
        | Annotated[ByLimit, Tag("by")]
        | Annotated[DatedLimit, Tag("dated")]
        | Annotated[NamedLimit, Tag("limit")],
        Discriminator(limit_form),
        BeforeValidator(expand_limit),
    ],
)

ByLimit.model_rebuild()
