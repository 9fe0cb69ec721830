"""A ruleset: one public body's set of criteria, whole, as data (CCCEV: ReferenceFramework and its Requirements)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .activities import Activity, as_list
from .base import Day, Frozen, Id, Keeping, LimitName, Period, Text, YesNo
from .basis import Based, Basis, Citation
from .criteria import Criterion, Decision, Group
from .facts import Fact, Level, levels
from .frozen import NOTHING, Mapped
from .limits import Limit
from .measures import Measure
from .procedure import Step

_SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?")
_PARTIAL_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def check_version(value: str) -> str:
    """Accept a semantic version such as ``1.0.0``."""
    if not _SEMVER.fullmatch(value):
        raise PydanticCustomError("bad_version", "a version is three numbers, as 1.0.0")
    return value


def check_partial_date(value: object) -> object:
    """Accept a day, a month or a year in ISO form."""
    text = str(value)
    if not _PARTIAL_DATE.fullmatch(text) or not _in_calendar(text):
        raise PydanticCustomError("bad_date", "a date is 2023-04-03, 2023-04 or 2023")
    return text


def _in_calendar(text: str) -> bool:
    """Tell whether there is such a day, month or year: 2023-02-30 and 2023-13 are none."""
    try:
        date(*map(int, (text + "-01-01").split("-")[:3]))
    except ValueError:
        return False
    return True


Version = Annotated[str, AfterValidator(check_version)]
PartialDate = Annotated[str, BeforeValidator(check_partial_date)]


class RulesetPeriod(Period, Based):
    """When the set is in force; takes a basis like any number."""


class Header(Frozen):
    """What a ruleset is and whose it is."""

    id: Id
    title: Text
    version: Version
    subject: Id = "hamlet"
    """What is judged; the default scope of every fact."""
    period: RulesetPeriod
    authority: Text | None = None
    completeness: Literal["whole", "partial"] = "whole"
    basis: Basis | None = None
    source: Citation | None = None
    note: Text | None = None
    numbers: Literal["vi", "en"] = "vi"


class CitedText(Frozen):
    """A text as another text prints its name, mistakes included."""

    number: str
    date: PartialDate | None = None
    type: str | None = None
    issuer: str | None = None
    quote: str | None = None


class Source(Frozen):
    """A text that says something about the set or the village."""

    type: Literal["law", "decision", "guidance", "letter", "plan", "article", "standard", "own"]
    issuer: str
    seen: YesNo
    """True where we read the text itself."""
    number: str | None = None
    date: PartialDate | None = None
    title: Text | None = None
    link: str | None = None
    reports: Id | None = None
    """The source whose content this one retells."""
    in_force: Period | None = None
    cites: tuple[CitedText, ...] = ()
    note: Text | None = None


class Role(Frozen):
    """A part somebody plays (OSCAL: Role)."""

    title: Text


class Party(Frozen):
    """An office that fills roles for a time (OSCAL: Party). Offices, never persons."""

    title: Text
    fills: Annotated[tuple[Id, ...], BeforeValidator(as_list)] = ()
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    successors: tuple[Id, ...] | Literal["none", "unknown"] | None = None
    basis: Basis | None = None
    source: Citation | None = None
    note: Text | None = None

    model_config = ConfigDict(serialize_by_alias=True)

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.from_ and self.until and self.until < self.from_:
            raise PydanticCustomError("period_backwards", "a period ends before it begins")
        return self

    @property
    def period(self) -> Period:
        """When the office exists."""
        return Period(from_=self.from_, until=self.until)


class EvidenceType(Frozen):
    """A kind of paper or trace that can prove something (CCCEV: EvidenceType)."""

    title: Text
    valid_for: str | None = None
    """How long after its issue it counts, as ``12 months``."""
    issuer: str | None = None


Scale = Annotated[tuple[Level, ...], BeforeValidator(levels)]


class Ruleset(Keeping):
    """A resolved ruleset: every limit and condition carries its basis, every reference is known to exist.

    Get one with ``smartvillage.load_ruleset``; ``Ruleset.model_validate`` reads back what ``model_dump`` wrote.
    """

    ruleset: Header
    sources: Mapped[Id, Source]
    roles: Mapped[Id, Role] = NOTHING
    parties: Mapped[Id, Party] = NOTHING
    scales: Mapped[Id, Scale] = NOTHING
    codes: Mapped[Id, Mapped[Id, Text]] = NOTHING
    facts: Mapped[Id, Fact]
    limits: Mapped[LimitName, Limit] = NOTHING
    """By name; one that was read from another set stands under its whole name, ``set#limit``."""
    measures: Mapped[Id, Measure] = NOTHING
    groups: tuple[Group, ...] = ()
    criteria: tuple[Criterion, ...]
    decisions: Mapped[Id, Decision]
    procedure: tuple[Step, ...] = ()
    evidence_types: Mapped[Id, EvidenceType] = NOTHING
    activities: Mapped[Id, Activity] = NOTHING
    overlays: tuple[str, ...] = ()
    """The overlays that were resolved into this set, as ``id@version``, in order."""
    borrowed: tuple[str, ...] = ()
    """The other sets of which limits were read, as ``id@version``, in order; what was read stands in ``limits``."""
    amended: Mapped[Day, Ruleset] = NOTHING
    """What dated overlays make of the set: from each day on, to the next one, it is as it stands there.

    All the rest is the set as it is before the first of these days.
    """

    def __eq__(self, other: object) -> bool:
        """Compare by content alone."""
        return isinstance(other, Ruleset) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Hash by identity of the set, its version and overlays."""
        return hash((self.ruleset.id, self.ruleset.version, self.overlays))

    @property
    def id(self) -> str:
        """The ruleset's id."""
        return self.ruleset.id

    @property
    def version(self) -> str:
        """The ruleset's version."""
        return self.ruleset.version

    def on(self, day: date) -> Ruleset:
        """Return the set as it stands on a day: its amendments up to then made, and of later ones nothing."""
        if not self.amended:
            return self
        begun = [begins for begins in self.amended if begins <= day]
        return self.amended[max(begun)] if begun else self._first()

    def _first(self) -> Ruleset:
        """Return the set of the first days alone, made once."""
        first: Ruleset | None = self._derived.get("first")
        if first is None:
            alone = self.model_copy(update={"amended": NOTHING})
            for key in ("sections", "home", "left_out"):
                if key in self._derived:
                    alone._derived[key] = self._derived[key]  # noqa: SLF001 - what it was read from, not made of it
            first = self._derived.setdefault("first", alone)
        return first

    def __copy__(self) -> Self:
        """Copy the content, and what overlays took out of it: of that a village may go on to speak."""
        copied = super().__copy__()
        copied._kept = self._carried()  # noqa: SLF001 - its own
        return copied

    def __getstate__(self) -> dict[Any, Any]:
        """Be pickled with what overlays took out: where it arrives it judges as it does here."""
        return {**super().__getstate__(), "__pydantic_private__": {"_kept": self._carried()}}

    def _carried(self) -> dict[Any, Any]:
        out = self._derived.get("left_out")
        return {"left_out": out} if out else {}

    def main_decision(self) -> str | None:
        """Return the id of the decision that is the verdict in headlines."""
        return next((key for key, decision in self.decisions.items() if decision.main), None)

    def __repr__(self) -> str:
        """Name the set and its size."""
        criteria = "1 criterion" if len(self.criteria) == 1 else f"{len(self.criteria)} criteria"
        return f"<Ruleset {self.id} {self.version}: {criteria}, {len(self.facts)} facts>"
