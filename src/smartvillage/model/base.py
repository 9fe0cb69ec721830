"""The ground every word of the vocabulary stands on: frozen values, ids, texts and written scalars.

Validators are plain functions used through ``Annotated``, so that each can be tested alone. A validator that refuses
raises ``PydanticCustomError`` whose *type* is a word of ``FAULTS``; the loader turns the word into a diagnostic with
a place, so no message is written here twice.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    PrivateAttr,
    Strict,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from smartvillage.diagnostics import Diagnostic
from smartvillage.document import Bare
from smartvillage.timeline import day_after, in_period, iso_day

from .frozen import FrozenDict, FrozenList

#: The words a validator may refuse with; the loader knows one diagnostic for each.
FAULTS = (
    "bare_id", "bad_id", "not_scalar", "not_finite", "bad_day", "bad_date", "bad_version", "period_backwards",
    "not_a_name", "too_nested", "no_such_day", "bad_year",
)  # fmt: skip


class Frozen(BaseModel):
    """A value: immutable, without unknown keys, equal by content. A change gives a new value."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Keeping(Frozen):
    """A value beside which stages keep what they derived from it: never part of equality, dumps or copies."""

    _kept: dict[Any, Any] = PrivateAttr(default_factory=dict)

    @property
    def _derived(self) -> dict[Any, Any]:
        """The place for what stages derive; asked for so often that pydantic's own way there would show."""
        kept: dict[Any, Any] = (self.__pydantic_private__ or {})["_kept"]
        return kept

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What was noticed when this was loaded and did not stop it, sorted by place."""
        found: tuple[Diagnostic, ...] = self._derived.get("warnings", ())
        return found

    def __copy__(self) -> Self:
        """Copy the content alone; what was derived from the old content says nothing of the new."""
        copied = super().__copy__()
        copied._kept = {}  # noqa: SLF001 - its own
        return copied

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Copy the content alone, to the last list in it."""
        copied = self.__copy__()
        copied.__dict__.update(deepcopy(self.__dict__, memo))
        return copied

    def __getstate__(self) -> dict[Any, Any]:
        """Be pickled by content alone; what was derived is derived again where it arrives."""
        return {**super().__getstate__(), "__pydantic_private__": {"_kept": {}}}

    def __str__(self) -> str:
        """Say in one line what this is; ``model_dump`` has all of it."""
        return repr(self)


_ID = re.compile(r"[\w.\-]{1,64}")
_NAME_BYTES = 200  # of the name of a file, to which an ending still fits


def check_id(value: object) -> object:
    """Accept 1–64 Unicode letters, digits, ``_``, ``-`` and ``.``; an id that looks like a number must be quoted."""
    if isinstance(value, Bare):
        raise PydanticCustomError("bare_id", "an id that looks like a number must be quoted")
    if isinstance(value, str):
        if not _ID.fullmatch(value):
            raise PydanticCustomError("bad_id", "an id is 1 to 64 letters, digits, `_`, `-` or `.`")
        return normal_id(value)
    raise PydanticCustomError("bad_id", "an id is text")


def normal_id(text: str) -> str:
    """Return an id as it is compared: two ways of writing the same letters are one id."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def check_limit_name(value: object) -> object:
    """Accept the name of a limit of this set, or one of another set's as ``set#limit``."""
    if not isinstance(value, str) or isinstance(value, Bare) or "#" not in value:
        return check_id(value)
    home, name = value.split("#", 1)
    return f"{check_id(home)}#{check_id(name)}"


def check_name(value: str) -> str:
    """Accept the name of a ruleset or an overlay; a stranger's village never says from where to read."""
    leads = value.strip(".") == "" or any(mark in value for mark in "/\\:")
    ends = value.lower().endswith((".yaml", ".yml", ".json"))
    if leads or ends or not value.isprintable() or len(value.encode()) > _NAME_BYTES:
        raise PydanticCustomError("not_a_name", "a name is needed here, no path and no file")
    return value


def check_path(value: str) -> str:
    """Return a path of ids, each as it is compared."""
    return value if value.isascii() else "/".join(map(normal_id, value.split("/")))


#: A name by which one thing is found again. Follows the decision's own numbering: ``"2.13"``.
Id = Annotated[str, BeforeValidator(check_id)]
#: The name of a limit: an id, or another set's id, a ``#`` and the limit's id there.
LimitName = Annotated[str, BeforeValidator(check_limit_name)]
#: The name of a ruleset or an overlay, by which it is looked up where such things lie.
Name = Annotated[str, AfterValidator(check_name)]
#: Ids and keys that lead to a part of a set: ``criteria/2.13/rule/at_least``.
IdPath = Annotated[str, AfterValidator(check_path)]


def or_string(schema: dict[str, Any], handler: GetJsonSchemaHandler) -> dict[str, Any]:
    """Return the schema of what is read as an object or, in its short form, as a string."""
    return {"anyOf": [{"type": "string"}, schema]} if handler.mode == "validation" else schema


class Text(Frozen):
    """A text for people: Vietnamese, and English where somebody wrote it. A plain string is read as both."""

    vi: str
    en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: object) -> object:
        return {"vi": str(value)} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Say in the published schema that a plain string is read too."""
        return or_string(handler(core), handler)

    @model_serializer(mode="plain")
    def _to_string(self) -> str | dict[str, str]:
        return self.vi if self.en is None else {"vi": self.vi, "en": self.en}

    def say(self, lang: Literal["vi", "en"]) -> str:
        """Return the text in a language; Vietnamese where English was not written."""
        return self.en if lang == "en" and self.en is not None else self.vi


def check_scalar(value: object) -> object:
    """Keep a scalar as written: text stays text (the fact's type reads it later), numbers stay exact.

    A float is taken by its shortest decimal text; NaN and infinities are refused.
    """
    if isinstance(value, float):
        if not math.isfinite(value):
            raise PydanticCustomError("not_finite", "a number must be finite")
        return Decimal(repr(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise PydanticCustomError("not_finite", "a number must be finite")
    if isinstance(value, (str, bool, int, Decimal)):
        return value
    raise PydanticCustomError("not_scalar", "a single value is expected here")


def scalar_to_json(
    value: str | bool | int | Decimal,  # noqa: FBT001 - pydantic passes the value
) -> str | bool | int | float:
    """Write a scalar so that reading it back gives the same value: a decimal no float can hold becomes text."""
    if not isinstance(value, Decimal):
        return value
    near = float(value)
    return near if Decimal(repr(near)) == value else f"{value:e}"


#: A value as somebody wrote it: ``"70 %"``, ``3``, ``True``. Which number it is depends on who reads it.
Scalar = Annotated[
    str | bool | int | Decimal,
    PlainValidator(check_scalar),
    PlainSerializer(scalar_to_json, when_used="json"),
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]


#: True or false, and nothing that merely looks like it: ``yes`` is a text.
YesNo = Annotated[bool, Strict()]


def check_day(value: object) -> object:
    """Accept a date or its ISO text."""
    if isinstance(value, date):
        return value
    day = iso_day(value) if isinstance(value, str) else None
    if day is None:
        raise PydanticCustomError("bad_day", "a day is written year-month-day, as 2024-03-31")
    return day


#: A day, in rulesets written as ISO.
Day = Annotated[date, BeforeValidator(check_day)]


class Period(Frozen):
    """A stretch of days as files write it: both ends included, an absent end open."""

    from_: Day | None = Field(None, alias="from")
    until: Day | None = None

    model_config = ConfigDict(serialize_by_alias=True)

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.from_ and self.until and self.until < self.from_:
            raise PydanticCustomError("period_backwards", "a period ends before it begins")
        return self

    @property
    def start(self) -> date | None:
        """The first day inside, or nothing where the period has no beginning."""
        return self.from_

    @property
    def end(self) -> date | None:
        """The first day after the period (half-open), or nothing where it has no end."""
        return None if self.until is None else day_after(self.until)

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies inside."""
        return in_period(day, self.start, self.end)


#: How deep plain data may lie; a file's own bound is the same.
PLAIN_DEPTH = 64


def check_plain(value: object) -> object:
    """Keep plain data (text, numbers, booleans, nothing, lists, mappings with text keys) as written, and frozen."""
    return _plain(value, PLAIN_DEPTH)


def _plain(value: object, depth: int) -> object:
    if value is None or isinstance(value, (str, bool, int, float, Decimal)):
        return value if value is None else check_scalar(value)
    if not depth:
        raise PydanticCustomError("too_nested", "plain data nested this deep is not read")
    if isinstance(value, (list, tuple)):
        return FrozenList([_plain(item, depth - 1) for item in value])
    if isinstance(value, Mapping):
        return FrozenDict({check_key(key): _plain(item, depth - 1) for key, item in value.items()})
    if isinstance(value, date):
        return value.isoformat()
    raise PydanticCustomError("not_scalar", "plain data is expected here")


def check_key(key: object) -> str:
    """Accept a text key."""
    if not isinstance(key, str):
        raise PydanticCustomError("bad_id", "a key is text")
    return key


def plain_to_json(value: Any) -> Any:  # noqa: ANN401 - plain data is any JSON
    """Write plain data so that reading it back gives the same data."""
    if isinstance(value, dict):
        return {key: plain_to_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain_to_json(item) for item in value]
    return value if value is None else scalar_to_json(value)


#: Plain data kept as written until a ruleset says how to read it.
Written = Annotated[
    Any, PlainValidator(check_plain), PlainSerializer(plain_to_json, when_used="json"), WithJsonSchema({})
]
