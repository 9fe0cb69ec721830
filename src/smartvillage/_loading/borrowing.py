"""Borrowing: limits of another set, brought in under their whole name so that the set stands by itself.

How it goes through: wherever an entry names a limit as ``set#limit``, the other set is loaded, and its limit becomes an
entry of this one under that whole name, with those that it names in turn; the texts that they cite come along under the
set's name and their own, as ``set.text``. What was brought in is checked, written out and counted in the digest like
what stands here, and a set that was written out needs the other no more.
INVARIANT (ends): a set never borrows from itself by way of others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from smartvillage._faults import references, relative
from smartvillage._faults.nested import nested_too_deep
from smartvillage.diagnostics import Diagnostic, Place, Severity
from smartvillage.errors import NotFoundError
from smartvillage.model.base import check_limit_name

from .entries import Entry, Path
from .lending import CircleError, TooFarError

if TYPE_CHECKING:
    from smartvillage.model.ruleset import Ruleset

    from .lending import Lend
    from .sections import Sections

#: What stands between a set and its limit.
MARK = "#"
#: The keys under which a limit names a fact of the set in which it is used.
_FACTS = ("by", "fact")


def borrow(sections: Sections, faults: list[Diagnostic]) -> None:
    """Bring in every limit of another set that an entry names."""
    if sections.lend is None:
        return
    borrowing = _Borrowing(sections, sections.lend, faults)
    for entry in list(sections):
        for steps, name in _named(entry.data):
            if name not in sections.entries["limits"]:
                borrowing.bring(name, entry.place(*steps))
    sections.borrowed = tuple(sorted({*sections.borrowed, *borrowing.versions}))


@dataclass(slots=True)
class _Borrowing:
    sections: Sections
    lend: Lend
    faults: list[Diagnostic]
    versions: set[str] = field(default_factory=set)
    _sets: dict[str, Ruleset | None] = field(default_factory=dict)

    def bring(self, name: str, place: Place | None) -> None:
        """Bring in a limit by its whole name."""
        home, _, own = name.partition(MARK)
        other = self._set(home, place)
        if other is None:
            self._nothing(name)
        elif own not in other.limits:
            self.faults.append(references.unknown_id(place, "limit", own, other.limits))
            self._nothing(name)
        else:
            self.versions.add(f"{home}@{other.version}")
            self._bring(_Lender(home, other), own, place)

    def _set(self, home: str, place: Place | None) -> Ruleset | None:
        if home not in self._sets:
            self._sets[home] = self._load(home, place)
        return self._sets[home]

    def _load(self, home: str, place: Place | None) -> Ruleset | None:
        fault = None
        try:
            other, found = self.lend(home)
        except NotFoundError as error:
            other, fault = None, references.unknown_id(place, "ruleset", home, error.known)
        except CircleError as error:
            if self.lend.waiting:
                raise
            other, fault = None, references.cycle(place, error.chain)
        except TooFarError as error:
            other, fault = None, nested_too_deep(place, error.bound)
        else:
            if other is None:
                errors = sum(one.severity is Severity.ERROR for one in found)
                fault = relative.other_set_faulty(place, home, errors)
            elif other.ruleset.numbers != self.sections.header().get("numbers", "vi"):
                other, fault = None, relative.other_numbers(place, home)
        if fault is not None:
            self.faults.append(fault)
        return other

    def _bring(self, lender: _Lender, own: str, place: Place | None) -> None:
        name = lender.limit(own)
        if name in self.sections.entries["limits"]:
            return
        data = lender.moved(lender.other.limits[own].model_dump(by_alias=True, exclude_none=True), self._roles())
        self._put(lender, "limits", own, name, data)
        for key, fact in _facts(data):
            if fact not in self.sections.entries["facts"]:
                self.faults.append(relative.fact_of_other(place, name, key, fact))
                self._nothing(name)
        for inner in lender.needs(own):
            self._bring(lender, inner, place)
        for source in _cited(data):
            self._cite(lender, source)

    def _cite(self, lender: _Lender, name: str) -> None:
        own = name.removeprefix(lender.prefix)
        if name in self.sections.entries["sources"] or own not in lender.other.sources:
            return
        data = lender.other.sources[own].model_dump(by_alias=True, exclude_none=True)
        if "reports" in data and name != own:
            data["reports"] = lender.prefix + data["reports"]
        self._put(lender, "sources", own, name, data)
        if "reports" in data:
            self._cite(lender, data["reports"])

    def _put(self, lender: _Lender, section: str, own: str, name: str, data: Any) -> None:  # noqa: ANN401 - plain data
        """Make what was lent an entry of this set; it stands where the other set has it."""
        there = lender.other._derived["sections"].entries[section][own]  # noqa: SLF001 - who wrote what, and where
        self.sections.entries[section][name] = Entry(section, name, data, there.origin, there.path)

    def _nothing(self, name: str) -> None:
        """Keep the name, so that nobody is told a second time that it leads nowhere."""
        origin = self.sections.origins[0]
        self.sections.entries["limits"][name] = Entry("limits", name, None, origin, ())

    def _roles(self) -> Mapping[str, Entry]:
        return self.sections.entries["roles"]


@dataclass(frozen=True, slots=True)
class _Lender:
    """Another set, and the names under which what it lends is kept; what it borrowed has its whole name already."""

    home: str
    other: Ruleset

    @property
    def prefix(self) -> str:
        """What stands before the ids of its texts."""
        return f"{self.home}."

    def limit(self, own: str) -> str:
        """Return the whole name of one of its limits."""
        return own if MARK in own else f"{self.home}{MARK}{own}"

    def needs(self, own: str) -> list[str]:
        """Return the limits of the other set that one of them names."""
        data = self.other.limits[own].model_dump(by_alias=True, exclude_none=True)
        return [value for key, value in _values(data) if key == "limit"]

    def moved(self, data: Any, roles: Mapping[str, Entry]) -> Any:  # noqa: ANN401 - plain data
        """Return a limit's data with whole names; a role that this set does not know is asked nothing."""
        if isinstance(data, Mapping):
            kept = {key: one for key, one in data.items() if key != "ask" or one in roles}
            return {key: self._renamed(key, one, roles) for key, one in kept.items()}
        return [self.moved(one, roles) for one in data] if isinstance(data, (list, tuple)) else data

    def _renamed(self, key: str, value: Any, roles: Mapping[str, Entry]) -> Any:  # noqa: ANN401 - plain data
        if key == "limit" and isinstance(value, str):
            return self.limit(value)
        if key == "source" and isinstance(value, Mapping):
            known = value["id"] in self.other.sources and not self._borrowed(value["id"])
            return {**value, "id": f"{self.prefix}{value['id']}" if known else value["id"]}
        return self.moved(value, roles)

    def _borrowed(self, source: str) -> bool:
        """Tell whether a text came along with a limit that the other set borrowed itself."""
        return any(source.startswith(f"{name.partition('@')[0]}.") for name in self.other.borrowed)


def _named(data: Any, steps: Path = ()) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - plain data
    """Yield every limit of another set that plain data names, with the steps to it."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key == "limit" and isinstance(value, str) and MARK in value and _is_name(value):
                yield (*steps, key), value
            else:
                yield from _named(value, (*steps, key))
    elif isinstance(data, (list, tuple)):
        for place, value in enumerate(data):
            yield from _named(value, (*steps, place))


def _is_name(text: str) -> bool:
    """Tell whether a text names a limit; what does not is told where the entry is read."""
    try:
        check_limit_name(text)
    except ValueError:
        return False
    return True


def _values(data: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - plain data
    """Yield every key with what stands under it, however deep."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield key, value
            yield from _values(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _values(value)


def _facts(data: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - plain data
    yield from ((key, value) for key, value in _values(data) if key in _FACTS and isinstance(value, str))


def _cited(data: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    yield from (value["id"] for key, value in _values(data) if key == "source" and isinstance(value, Mapping))
