"""Limits: what a measured value is held against. A closed union; the head key is the form.

A literal is the short form: ``70 %`` is ``{value: 70 %}`` and ``unknown`` is ``{unknown: {}}``. A limit keeps its value
as written, since only the fact it is held against says how to read it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from smartvillage.timeline import add_months

from .base import Day, Frozen, Id, LimitName, Scalar
from .basis import Based, Basis
from .frozen import Mapped


class Lock(StrEnum):
    """What an overlay may do to this limit."""

    FIXED = "fixed"
    """Nothing."""
    MAY_TIGHTEN = "may_tighten"
    """Ask for more, never for less."""


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
        bounds = value.get("unknown")
        return {**value, "unknown": {} if bounds is None else bounds, "basis": Basis.UNKNOWN}


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
    """A limit that stands under a name in section ``limits``, or, as ``nang-cao#income``, in that of another set."""

    limit: LimitName


class FactReference(Frozen):
    """What a relative limit is a part of: what the village says of a fact."""

    fact: Id


class MeasureReference(Frozen):
    """What a relative limit is a part of: a named measure."""

    measure: Id


class LimitReference(Frozen):
    """What a relative limit is a part of: a named limit of this set or of another."""

    limit: LimitName


#: What a relative limit may be a part of, by the key that names it.
REFERENCES: dict[str, type[Frozen]] = {"fact": FactReference, "measure": MeasureReference, "limit": LimitReference}


def reference_head(value: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    """Tell what a relative limit refers to; nothing if it names none of them."""
    if isinstance(value, Frozen):
        return next((head for head, kind in REFERENCES.items() if isinstance(value, kind)), None)
    return next((head for head in REFERENCES if isinstance(value, dict) and head in value), None)


Reference = Annotated[
    Annotated[FactReference, Tag("fact")]
    | Annotated[MeasureReference, Tag("measure")]
    | Annotated[LimitReference, Tag("limit")],
    Discriminator(reference_head),
]


class TimesLimit(AnyLimit):
    """A limit relative to something else: ``110 %`` of what another limit, a fact or a measure comes to."""

    times: Scalar
    of: Reference


#: The days of each month in a leap year.
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class YearlyDay(Frozen):
    """A day of every year; which year is counted from the one that the village speaks of (``for_year``)."""

    month: int
    day: int
    year: Literal["previous", "this", "next"] = "this"

    @model_validator(mode="after")
    def _in_the_calendar(self) -> Self:
        if not (1 <= self.month <= len(_LENGTHS) and 1 <= self.day <= _LENGTHS[self.month - 1]):
            raise PydanticCustomError("no_such_day", "no year has this day")
        return self

    def in_year(self, year: int) -> date:
        """Return the day, counted from a year; a day that only leap years have is in others the last of February."""
        counted = year + {"previous": -1, "this": 0, "next": 1}[self.year]
        counted = min(max(counted, date.min.year), date.max.year - 1)  # the calendar has no years beside these
        return add_months(date(counted, 1, self.day), self.month - 1)


class YearlyLimit(AnyLimit, YearlyDay):
    """A day of every year as a limit on a date."""


#: The forms by their head key; the next form is one line here, one class above and one function in ``lower``.
LIMIT_FORMS: dict[str, type[AnyLimit]] = {
    "value": ValueLimit,
    "unknown": UnknownLimit,
    "by": ByLimit,
    "dated": DatedLimit,
    "limit": NamedLimit,
    "times": TimesLimit,
    "month": YearlyLimit,
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
        | Annotated[NamedLimit, Tag("limit")]
        | Annotated[TimesLimit, Tag("times")]
        | Annotated[YearlyLimit, Tag("month")],
        Discriminator(limit_form),
        BeforeValidator(expand_limit),
    ],
)

ByLimit.model_rebuild()
