"""Facts: what kinds of thing can be known of a village. A closed union by ``type`` (CCCEV: InformationConcept)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from .base import Frozen, Id, Name, Scalar, Text, YesNo
from .frozen import NOTHING, Mapped


class AnyFact(Frozen):
    """What every fact may say beside its type."""

    title: Text | None = None
    question: Text | None = None
    """The question a commune officer is asked."""
    scope: Id | None = None
    """What the fact is about (``hamlet``, ``commune``); by default the ruleset's subject."""
    fresh_for: str | None = None
    """How old a figure may be before it counts as stale, as ``12 months``."""
    note: Text | None = None
    context: YesNo = False
    """Kept for reports; no rule uses it."""


class FlagFact(AnyFact):
    """Something is so, or is not."""

    type: Literal["flag"]


class JudgementFact(AnyFact):
    """Something a person judges."""

    type: Literal["judgement"]
    assessor: Id | None = None


class RecordKind(StrEnum):
    """A record and its presets; a preset is only a default for ``needs``."""

    RECORD = "record"
    """Anything that exists on a day or does not; it needs nothing to count as proven."""
    DOCUMENT = "document"
    """A paper with a number, a day and an issuer."""
    REGISTRATION = "registration"
    """An entry in somebody's register, with a number and its last day."""
    CERTIFICATE = "certificate"
    """A certificate, with a number and its last day."""
    BODY = "body"
    """A body that was set up, with the day."""
    EVENT = "event"
    """Something that was held, with the day."""


#: What a record of each kind must show before it counts as proven.
RECORD_NEEDS: dict[str, tuple[str, ...]] = {
    "record": (),
    "document": ("number", "issued_on", "issuer"),
    "registration": ("number", "valid_until"),
    "certificate": ("number", "valid_until"),
    "body": ("issued_on",),
    "event": ("issued_on",),
}

#: The keys every record has of its own.
RECORD_KEYS = ("number", "issued_on", "issuer", "valid_until", "status")


class RecordFact(AnyFact):
    """A paper, a registration, a body set up, an event held: it exists on a day or it does not."""

    type: Literal["record", "document", "registration", "certificate", "body", "event"]
    fields: Mapped[Id, Field_] = NOTHING
    needs: tuple[Id, ...] | None = None
    """Keys without which it is reported but not proven; by default those of its kind."""

    def needed(self) -> tuple[str, ...]:
        """Return the keys without which the record is reported but not proven."""
        return RECORD_NEEDS[self.type] if self.needs is None else self.needs


class CountFact(AnyFact):
    """A whole number from 0 up."""

    type: Literal["count"]
    min: Scalar | None = None
    max: Scalar | None = None
    period: Text | None = None


class QuantityFact(AnyFact):
    """A number with a unit; money too."""

    type: Literal["quantity"]
    unit: str
    min: Scalar | None = None
    max: Scalar | None = None
    period: Text | None = None


class ShareFact(AnyFact):
    """A part of a whole."""

    type: Literal["share"]
    part: Id | None = None
    whole: Id | None = None
    period: Text | None = None


class LevelFact(AnyFact):
    """One level of an ordered scale."""

    type: Literal["level"]
    scale: Id


class ChoiceFact(AnyFact):
    """One code of an unordered list."""

    type: Literal["choice"]
    codes: Id | tuple[Id, ...]


class DateFact(AnyFact):
    """A day."""

    type: Literal["date"]


class ResultFact(AnyFact):
    """How a place stands against another set: as the body that decides said it, or as its own facts say it."""

    type: Literal["result"]
    ruleset: Name
    """The other set, by the name under which it is found."""
    counts: Literal["recognised", "assessed", "either"] = "recognised"
    """What counts: a decision that was taken, an assessment of the place's own facts, or either."""


class ListFact(AnyFact):
    """Entities of one kind, each with fields."""

    type: Literal["list"]
    fields: Mapped[Id, Field_] = NOTHING
    item: Text | None = None
    """What one entity is called."""


def fact_type(value: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    """Tell a fact's type; nothing if it has none."""
    named = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    if named is None:
        return None
    return "record" if str(named) in RECORD_NEEDS else str(named)  # a list or a mapping is a type that nobody knows


Field_ = Annotated[
    Annotated[FlagFact, Tag("flag")]
    | Annotated[JudgementFact, Tag("judgement")]
    | Annotated[RecordFact, Tag("record")]
    | Annotated[CountFact, Tag("count")]
    | Annotated[QuantityFact, Tag("quantity")]
    | Annotated[ShareFact, Tag("share")]
    | Annotated[LevelFact, Tag("level")]
    | Annotated[ChoiceFact, Tag("choice")]
    | Annotated[DateFact, Tag("date")]
    | Annotated[ResultFact, Tag("result")],
    Discriminator(fact_type),
]
Fact = Annotated[
    Annotated[FlagFact, Tag("flag")]
    | Annotated[JudgementFact, Tag("judgement")]
    | Annotated[RecordFact, Tag("record")]
    | Annotated[CountFact, Tag("count")]
    | Annotated[QuantityFact, Tag("quantity")]
    | Annotated[ShareFact, Tag("share")]
    | Annotated[LevelFact, Tag("level")]
    | Annotated[ChoiceFact, Tag("choice")]
    | Annotated[DateFact, Tag("date")]
    | Annotated[ResultFact, Tag("result")]
    | Annotated[ListFact, Tag("list")],
    Discriminator(fact_type),
]

RecordFact.model_rebuild()
ListFact.model_rebuild()

#: The types by the word that files use; the next type is one line here, one class above and its reader in ``bind``.
FACT_TYPES: dict[str, type[AnyFact]] = {
    "flag": FlagFact,
    "judgement": JudgementFact,
    **dict.fromkeys(RECORD_NEEDS, RecordFact),
    "count": CountFact,
    "quantity": QuantityFact,
    "share": ShareFact,
    "level": LevelFact,
    "choice": ChoiceFact,
    "date": DateFact,
    "result": ResultFact,
    "list": ListFact,
}


class Level(Frozen):
    """One level of a scale, with its printed name where the id is not it."""

    id: Id
    title: Text | None = None


def levels(value: object) -> object:
    """Read a level written as its bare id."""
    return [{"id": item} if isinstance(item, str) else item for item in value] if isinstance(value, list) else value


__all__ = [
    "FACT_TYPES", "RECORD_KEYS", "RECORD_NEEDS", "AnyFact", "ChoiceFact", "CountFact", "DateFact", "Fact", "Field_",
    "FlagFact", "JudgementFact", "Level", "LevelFact", "ListFact", "QuantityFact", "RecordFact", "RecordKind",
    "ResultFact", "ShareFact", "fact_type", "levels",
]  # fmt: skip
