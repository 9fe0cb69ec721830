"""Conditions: one head (what is looked at) with tests (a comparison word and a limit). A closed union.

The head key is the kind; there is no ``kind:`` and there are no formulas in text.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag, model_serializer, model_validator
from typing_extensions import TypeAliasType

from .base import Frozen, Id
from .basis import Based
from .frozen import NOTHING, Mapped
from .limits import Limit, expand_limit

#: The comparison words, in the order in which they are shown.
TEST_WORDS = (
    "at_least", "more_than", "at_most", "less_than",
    "is", "one_of",
    "on_or_after", "after", "on_or_before", "before",
)  # fmt: skip


class Tests(Frozen):
    """What is asked of a value. Two tests mean both ("between")."""

    at_least: Limit | None = None
    more_than: Limit | None = None
    at_most: Limit | None = None
    less_than: Limit | None = None
    is_: Limit | None = Field(None, alias="is")
    one_of: tuple[Limit, ...] | None = None
    on_or_after: Limit | None = None
    after: Limit | None = None
    on_or_before: Limit | None = None
    before: Limit | None = None

    model_config = ConfigDict(serialize_by_alias=True)

    def given(self) -> list[tuple[str, Limit | tuple[Limit, ...]]]:
        """Return the tests that are given, as (word, limit) in the fixed order of the words."""
        pairs = ((word, getattr(self, "is_" if word == "is" else word)) for word in TEST_WORDS)
        return [(word, limit) for word, limit in pairs if limit is not None]


class Where(Frozen):
    """What must hold of an entity or a record: tests by field, and combinations of further mappings.

    Written flat: ``{free_wifi: true, retention: {at_least: 7 days}, any_of: [{…}, {…}]}``.
    """

    fields: Mapped[Id, Tests] = NOTHING
    all_of: tuple[Where, ...] = ()
    any_of: tuple[Where, ...] = ()
    not_: Where | None = Field(None, alias="not")

    model_config = ConfigDict(serialize_by_alias=True)

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, dict) or "fields" in value:
            return value
        combined = {key: value[key] for key in ("all_of", "any_of", "not") if key in value}
        fields = {key: _field_tests(test) for key, test in value.items() if key not in combined}
        return {"fields": fields, **combined}

    @model_serializer(mode="wrap")
    def _flat(self, handler: Any) -> dict[str, Any]:  # noqa: ANN401 - pydantic's handler
        data: dict[str, Any] = handler(self)
        if "fields" not in data:  # nothing to flatten, or pydantic wrapped a recursive reference a second time
            return data
        combined = {key: data.get(key) for key in ("all_of", "any_of", "not")}
        return {**data["fields"], **{key: part for key, part in combined.items() if part}}


def _field_tests(value: object) -> object:
    """Read the short form ``field: literal`` as ``{is: literal}``."""
    return value if isinstance(value, (dict, Tests)) else {"is": expand_limit(value)}


#: Criteria of a set: ``all``, ``{group: id}``, ``{tag: word}`` or a list of ids.
class GroupSelector(Frozen):
    """The criteria of one group."""

    group: Id


class TagSelector(Frozen):
    """The criteria that carry one tag."""

    tag: str


Selector = Literal["all"] | GroupSelector | TagSelector | tuple[Id, ...]


class AnyCondition(Based):
    """What all conditions may say beside their head."""

    id: Id | None = None
    """So that an overlay can reach the condition."""


class Testing(AnyCondition, Tests):
    """A condition whose head takes tests."""


class FactCondition(Testing):
    """One fact, under tests; a flag-like one takes none, a record may take ``where``."""

    fact: Id
    where: Where | None = None


class CountCondition(Testing):
    """How many entities of a list, or how many conditions, hold."""

    count: Id | tuple[Condition, ...]
    where: Where | None = None
    when_empty: Literal["met", "not_met", "not_applicable"] | None = None


class MetCondition(Testing):
    """How many criteria of this set are met."""

    met: Selector


class NotMetCondition(Testing):
    """How many criteria of this set are not met."""

    not_met: Selector


class Span(Frozen):
    """From one day fact to another."""

    from_: Id = Field(alias="from")
    to: Id

    model_config = ConfigDict(serialize_by_alias=True)


class DaysCondition(Testing):
    """How many days lie between two: calendar days, the first not counted, so that 1/3 to 11/3 is 10 days."""

    days: Span


class PointsCondition(Testing):
    """The points of criteria together; a percentage is of the most that those which apply could give."""

    points: Selector


class GradeCondition(Testing):
    """The lowest grade of the criteria that have one."""

    grade: Selector


class MeasureCondition(Testing):
    """A named measure, under tests of its kind."""

    measure: Id


class DecisionCondition(AnyCondition):
    """Another decision that must be met."""

    decision: Id


class AllOf(AnyCondition):
    """Every condition holds."""

    all_of: tuple[Condition, ...] = Field(min_length=1)


class AnyOf(AnyCondition):
    """At least one condition holds."""

    any_of: tuple[Condition, ...] = Field(min_length=1)


class Not(AnyCondition):
    """The condition does not hold."""

    not_: Condition = Field(alias="not")

    model_config = ConfigDict(serialize_by_alias=True)


class NoMethod(AnyCondition):
    """Nothing can be looked at: no method exists, it is delegated, or we have not seen it."""

    no_method: Literal["no_guidance", "delegated", "not_seen"]
    ask: Id | None = None


#: The heads by their key; the next head is one line here, one class above and one function in ``lower``.
CONDITION_HEADS: dict[str, type[AnyCondition]] = {
    "fact": FactCondition,
    "count": CountCondition,
    "met": MetCondition,
    "not_met": NotMetCondition,
    "points": PointsCondition,
    "grade": GradeCondition,
    "measure": MeasureCondition,
    "days": DaysCondition,
    "decision": DecisionCondition,
    "all_of": AllOf,
    "any_of": AnyOf,
    "not": Not,
    "no_method": NoMethod,
}


def condition_head(value: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    """Tell a condition's head; nothing if it has none. Two heads are refused by the keys each kind forbids."""
    if isinstance(value, AnyCondition):
        return next(head for head, kind in CONDITION_HEADS.items() if isinstance(value, kind))
    heads = [head for head in CONDITION_HEADS if head in value] if isinstance(value, dict) else []
    return heads[0] if heads else None


Condition = TypeAliasType(
    "Condition",
    Annotated[
        Annotated[FactCondition, Tag("fact")]
        | Annotated[CountCondition, Tag("count")]
        | Annotated[MetCondition, Tag("met")]
        | Annotated[NotMetCondition, Tag("not_met")]
        | Annotated[PointsCondition, Tag("points")]
        | Annotated[GradeCondition, Tag("grade")]
        | Annotated[MeasureCondition, Tag("measure")]
        | Annotated[DaysCondition, Tag("days")]
        | Annotated[DecisionCondition, Tag("decision")]
        | Annotated[AllOf, Tag("all_of")]
        | Annotated[AnyOf, Tag("any_of")]
        | Annotated[Not, Tag("not")]
        | Annotated[NoMethod, Tag("no_method")],
        Discriminator(condition_head),
    ],
)

for _kind in (CountCondition, AllOf, AnyOf, Not):
    _kind.model_rebuild()
