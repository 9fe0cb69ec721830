"""A village: what is known of it, as its people wrote it. Which type a value has, only a ruleset says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from smartvillage.characters import forbidden_in
from smartvillage.errors import NotFoundError
from smartvillage.timeline import vietnamese_day

from .activities import as_list
from .base import PLAIN_DEPTH, Frozen, Id, Keeping, Name, Text, Written, check_day
from .basis import Citation
from .frozen import NOTHING, Mapped
from .ruleset import Party, Source

if TYPE_CHECKING:
    from smartvillage.diagnostics import Place


def check_village_day(value: object) -> object:
    """Accept a date, its ISO text, or the Vietnamese ``31/3/2024``."""
    if isinstance(value, str):
        day = vietnamese_day(value)
        if day is None:
            raise PydanticCustomError("bad_day", "a day is 2024-03-31 or 31/3/2024")
        return day
    return check_day(value)


VillageDay = Annotated[date, BeforeValidator(check_village_day)]


def check_year(value: object) -> object:
    """Accept a year of four digits that has one before it and one after."""
    if isinstance(value, bool) or not isinstance(value, (int, str)) or not re.fullmatch(r"[1-9]\d{3}", str(value)):
        raise PydanticCustomError("bad_year", "a year has four digits, as 2024")
    year = int(value)
    if year == date.max.year:
        raise PydanticCustomError("bad_year", "a year has four digits, as 2024")
    return year


#: A year as people write it.
Year = Annotated[int, BeforeValidator(check_year)]


class VillageHeader(Frozen):
    """Which place this is, and what lies around it."""

    id: Id
    name: str
    kind: Id
    within: Mapped[Id, Id] = NOTHING
    """The wider places it lies in, by kind: ``{commune: xa-a, district: huyen-b}``."""


class ValidPeriod(Frozen):
    """When a piece of evidence is valid, both days included."""

    from_: VillageDay | None = Field(None, alias="from")
    until: VillageDay | None = None

    model_config = ConfigDict(serialize_by_alias=True)


class Evidence(Frozen):
    """A paper or trace that is attached (CCCEV: Evidence)."""

    id: Id
    type: Id
    supports: Annotated[tuple[Id, ...], BeforeValidator(as_list)]
    """The criteria or facts it supports."""
    title: Text | None = None
    link: str | None = None
    file: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued_on: VillageDay | None = None
    valid: ValidPeriod | None = None
    source: Citation | None = None
    note: Text | None = None


class Progress(Frozen):
    """How far an activity has come."""

    started: VillageDay | None = None
    done: VillageDay | None = None


def check_letters(value: Any) -> Any:  # noqa: ANN401 - plain data
    """Refuse data that holds a character which nobody sees, as a reader of files does; what is too deep others tell.

    The loader has looked before, and tells it as a diagnostic; this is for who validates data by hand.
    """
    waiting = [(value, PLAIN_DEPTH)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, str) and (name := forbidden_in(one)):
            raise PydanticCustomError("unseen_letter", "the invisible character {name} is not allowed", {"name": name})
        if depth and isinstance(one, (Mapping, list, tuple)):
            inner = (*one.keys(), *one.values()) if isinstance(one, Mapping) else one
            waiting += [(part, depth - 1) for part in inner]
    return value


@dataclass(frozen=True, slots=True)
class Changed:
    """Where the values of a changed village stand: where they stood; what a program stated stands nowhere."""

    before: Any
    facts: frozenset[str]
    papers: tuple[int | None, ...]
    """Where each piece of evidence stood in the list before."""

    @property
    def file(self) -> str:
        """The file of the village that was changed."""
        return str(self.before.file)

    def place(self, path: Sequence[str | int], key: bool = False) -> Place | None:  # noqa: FBT001, FBT002 - as Document
        """Return where the value (or its key) at a path stands."""
        match tuple(path):
            case ("facts", str() as fact, *_) if fact in self.facts:
                return None
            case ("evidence", int() as position, *rest):
                stood = self.papers[position]
                return None if stood is None else self._stood(("evidence", stood, *rest), key=key)
        return self._stood(path, key=key)

    def _stood(self, path: Sequence[str | int], *, key: bool) -> Place | None:
        found: Place | None = self.before.place(path, key)
        return found


class Village(Keeping):
    """A village's facts, evidence and progress. Values stay as written until they are bound to a ruleset.

    Get one with ``smartvillage.load_village``; ``Village.model_validate(payload)`` is the same door for programs.
    """

    village: VillageHeader
    ruleset: Name
    as_of: VillageDay
    overlays: tuple[Name, ...] = ()
    for_year: Year | None = None
    """The year for which the village is judged, from which days of every year are counted; by default the day's own."""
    source: Citation | None = None
    sources: Mapped[Id, Source] = NOTHING
    parties: Mapped[Id, Party] = NOTHING
    facts: Mapped[Id, Written]
    evidence: tuple[Evidence, ...] = ()
    progress: Mapped[Id, Progress] = NOTHING
    numbers: Literal["vi", "en"] = "vi"

    @model_validator(mode="before")
    @classmethod
    def _seen(cls, payload: Any) -> Any:  # noqa: ANN401 - whatever a program hands over
        return check_letters(payload)

    def __eq__(self, other: object) -> bool:
        """Compare by content alone; where a value stood in its file makes no difference."""
        return isinstance(other, Village) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Hash by id and day."""
        return hash((self.village.id, self.as_of))

    @property
    def id(self) -> str:
        """The village's id."""
        return self.village.id

    @property
    def name(self) -> str:
        """The village's name."""
        return self.village.name

    def with_changes(
        self,
        *,
        facts: Mapping[str, Any] = NOTHING,
        evidence: Iterable[Evidence | Mapping[str, Any]] = (),
        without: Iterable[str] = (),
    ) -> Self:
        """Return what this village would be with other facts or papers; this one stays as it is.

        Args:
            facts: What is known instead, as a village file writes it: each stands over all that was said of that fact.
            evidence: Pieces that are added.
            without: Ids, or one id, of facts of which nothing shall be known, and of pieces of evidence to take out.

        Raises:
            NotFoundError: ``without`` names what is not there.
            pydantic.ValidationError: A value is none that a file could hold.
        """
        gone = frozenset((without,) if isinstance(without, str) else without)
        known = (*self.facts, *(one.id for one in self.evidence))
        for name in sorted(gone.difference(known)):
            from smartvillage._faults.words import nearest

            raise NotFoundError("fact", name, nearest(name, known), known)
        kept = [place for place, one in enumerate(self.evidence) if one.id not in gone]
        papers = [*(self.evidence[place] for place in kept), *evidence]
        stated = {**{name: value for name, value in self.facts.items() if name not in gone}, **facts}
        changed = type(self).model_validate({**self.__dict__, "facts": stated, "evidence": papers})
        if (stood := self._derived.get("document")) is not None:
            where = (*kept, *(None for _ in papers[len(kept) :]))
            changed._derived["document"] = Changed(stood, frozenset(facts), where)  # noqa: SLF001 - its own
        return changed

    def __repr__(self) -> str:
        """Name the village and how much is known of it."""
        facts = "1 fact" if len(self.facts) == 1 else f"{len(self.facts)} facts"
        return f"<Village {self.id} ({self.name}) as of {self.as_of}: {facts}>"
