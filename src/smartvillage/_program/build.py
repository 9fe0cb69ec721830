"""What is gathered while a ruleset is lowered: slots, lists, tallies and limits, each numbered once.

The rule: one thing has one slot. Asking twice for a fact, a field, a limit or a method gives the same slot.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage.model.basis import Basis
from smartvillage.model.facts import ListFact, RecordFact, ShareFact
from smartvillage.model.findings import Reason

from .domains import domain_of, field_of
from .interval import Interval
from .nodes import AtLeast, Const, Kind, Prefer, Slot, Tally
from .program import LimitInfo, ListInfo, SlotInfo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from smartvillage.model.conditions import AnyCondition
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.findings import Caveat
    from smartvillage.model.limits import AnyLimit
    from smartvillage.model.ruleset import Ruleset

    from .gauged import Gauged
    from .literal import Tables
    from .nodes import Exact, Op, TruthNode, Value
    from .program import Given, LoweredCriterion, LoweredDecision

#: From the firmest to the weakest.
_FIRMNESS = {basis: rank for rank, basis in enumerate(Basis)}


@dataclass(slots=True)
class Owner:
    """The criterion or decision whose conditions are being lowered, and what is learned of it on the way."""

    basis: Basis
    bases: set[Basis] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    applies: list[TruthNode] = field(default_factory=list)
    """What else must hold for it to apply: lists that must not be empty."""
    unseen: bool = False
    """Whether criteria nobody has seen are counted."""

    def take(self, other: Owner) -> None:
        """Add what was learned of something that stands under a name of its own."""
        self.bases |= other.bases
        self.facts |= other.facts
        self.applies += other.applies

    def weakest(self) -> Basis:
        """Return the weakest basis among its conditions and limits."""
        return max(self.bases or {self.basis}, key=_FIRMNESS.__getitem__)


class Site(NamedTuple):
    """Where in the ruleset we are: the path of ids, whose rule it is, and the basis that holds here."""

    path: str
    owner: Owner
    basis: Basis
    opens: str | None = None
    """Where what is open here is settled, if not here: a limit of which another is a part keeps its own path."""

    @property
    def settled_at(self) -> str:
        """Return the path under which what is open here is settled."""
        return self.path if self.opens is None else self.opens

    def at(self, *steps: str | int) -> Site:
        """Go on to a part."""
        there = None if self.opens is None else "/".join((self.opens, *map(str, steps)))
        return self._replace(path="/".join((self.path, *map(str, steps))), opens=there)

    def named(self, path: str) -> Site:
        """Go to what stands under a name of its own; inside a relative limit only what is open goes there."""
        return self._replace(path=path) if self.opens is None else self._replace(opens=path)

    def within(self, path: str) -> Site:
        """Go into what a relative limit is a part of, which stands under a name of its own."""
        return self.at("of")._replace(opens=path)

    def based(self, basis: Basis | None) -> Site:
        """Take the basis that stands here, if one does."""
        return self if basis is None else self._replace(basis=basis)

    def note_basis(self) -> None:
        """Let the basis that holds here count for the owner."""
        self.owner.bases.add(self.basis)


class Heads(NamedTuple):
    """What lowers a condition, a head without tests and a named measure, so that each may lie inside any other."""

    condition: Callable[[Build, AnyCondition, Site], TruthNode] | Any = None
    gauge: Callable[[Build, AnyCondition, Site], Any] | Any = None
    named: Callable[[Build, str, Site], Any] | Any = None


@dataclass(slots=True)
class Build:
    """A program in the making."""

    ruleset: Ruleset
    day: date
    given: Given
    tables: Tables
    slots: list[SlotInfo] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    inner: list[list[SlotInfo]] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    prefers: list[Prefer] = field(default_factory=list)
    limits: dict[str, LimitInfo] = field(default_factory=dict)
    nodes: dict[str, TruthNode] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    criteria: dict[str, LoweredCriterion] = field(default_factory=dict)
    decisions: dict[str, LoweredDecision] = field(default_factory=dict)
    named: dict[tuple[object, ...], tuple[Any, Owner]] = field(default_factory=dict)
    """Named measures, and what was learned of each on the way."""
    gauged: dict[str, Gauged] = field(default_factory=dict)
    """What heads and named measures come to, by path."""
    sides: dict[int, Op] = field(default_factory=dict)
    """By node: how a level is held against another, where a test of levels fails for its side alone."""
    as_class: bool = False
    """Whether what is read is the class that picks a limit."""
    heads: Heads = field(default_factory=Heads, repr=False)
    """What lowers a part that lies inside another."""
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)

    def slot(self, info: SlotInfo, use: object = None) -> Slot:
        """Return the slot of a thing; ``use`` keeps a second use apart from the first."""
        key = (info.path, use, info.truth, info.domain)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.slots)
            self.slots.append(info)
        return Slot(number, info.truth)

    def fact(self, fact_id: str, field_id: str | None = None) -> Slot:
        """Return the slot of a fact or of a record's field."""
        if self.as_class and field_id is None:
            return self.second_use(fact_id, "class", reason=Reason.CLASS_UNKNOWN)
        return self.slot(self._fact_info(fact_id, field_id))

    def second_use(self, fact_id: str, use: str, *, reason: Reason | None = None, caveat: Caveat | None = None) -> Slot:
        """Return a slot of its own for a fact used as a class or as a substitute."""
        info = self._fact_info(fact_id, None)
        same = self.slot(info).index
        return self.slot(info._replace(same_as=same, reason=reason or info.reason, caveat=caveat), use)

    def _fact_info(self, fact_id: str, field_id: str | None) -> SlotInfo:
        fact: AnyFact = self.ruleset.facts[fact_id]
        path = f"facts/{fact_id}"
        if field_id is not None and isinstance(fact, RecordFact):
            fact, path = field_of(fact, field_id), f"{path}/{field_id}"
        return _info_of(fact, path, fact_id, field_id, self.tables)

    def behind(self, fact_id: str) -> set[str]:
        """Return the fact and, for a share, the facts that fill it."""
        fact = self.ruleset.facts[fact_id]
        named = (fact.part, fact.whole) if isinstance(fact, ShareFact) else ()
        return {fact_id, *(name for name in named if name)}

    def list(self, list_id: str) -> int:
        """Return the number of a list."""
        key = ("list", list_id)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.lists)
            self.lists.append(list_id)
            self.inner.append([])
        return number

    def entity_field(self, list_id: str, field_id: str) -> Slot:
        """Return the inner slot of a field of a list's entities."""
        number = self.list(list_id)
        key = ("inner", list_id, field_id)
        place = self._numbers.get(key)
        if place is None:
            fact = self.ruleset.facts[list_id]
            assert isinstance(fact, ListFact)  # noqa: S101 - what the checks of loading hold
            place = self._numbers[key] = len(self.inner[number])
            info = _info_of(fact.fields[field_id], f"facts/{list_id}/{field_id}", list_id, field_id, self.tables)
            self.inner[number].append(info)
        return Slot(place, self.inner[number][place].truth, inner=True)

    def tally(self, number: int, where: TruthNode, hit: Exact, miss: Exact) -> Tally:
        """Return the tally over a list, one for the same entities and the same amounts."""
        key = ("tally", number, id(where), hit, miss)
        place = self._numbers.get(key)
        if place is None:
            place = self._numbers[key] = len(self.tallies)
            self.tallies.append(Tally(number, where, hit, miss))
        return self.tallies[place]

    def prefer(self, options: tuple[TruthNode, ...], facts: tuple[int, ...]) -> Prefer:
        """Return a choice among substitutes."""
        node = Prefer(options, facts)
        self.prefers.append(node)
        return node

    def method(self, path: str, reason: Reason, ask: str | None = None, kind: Kind = Kind.METHOD) -> TruthNode:
        """Return the slot of a method or a limit that nothing says how to hold, or what is given for it."""
        given = self.given.get(path)
        if isinstance(given, bool):
            return ALWAYS if given else NEVER
        return self.slot(SlotInfo(path, kind, truth=True, domain=None, reason=reason, ask=ask))

    def open_level(self, info: SlotInfo) -> Slot | Const:
        """Return the slot of a level that nothing says how to find, or the one that is given for it."""
        given = self.given.get(info.path)
        if isinstance(given, Interval):
            return self.slot(info._replace(domain=given))
        return self.slot(info) if given is None or isinstance(given, bool) else Const(given)

    def sided(self, node: TruthNode, op: Op) -> TruthNode:
        """Mark a test of a level: where it fails, it fails for the side on which the level lies alone."""
        if isinstance(node, Const):
            return node
        marked = AtLeast(1, (node,))
        self.sides[id(marked)] = op
        return marked

    def text(self, written: str) -> int:
        """Return the number of a text that a rule asks for."""
        return self.texts.setdefault(written, len(self.texts))

    def note_limit(self, site: Site, word: str, limit: AnyLimit, found: Found) -> None:
        """Keep a limit as it is in force on the day."""
        here = site.based(limit.basis)
        here.note_basis()
        self.limits[site.path] = LimitInfo(
            site.path, word, found.value, found.domain, found.written, found.slot, here.basis, limit.source, limit.ask,
            follows=found.follows,
        )  # fmt: skip

    def list_infos(self) -> tuple[ListInfo, ...]:
        """Return the lists with the fields that rules read."""
        return tuple(ListInfo(name, tuple(fields)) for name, fields in zip(self.lists, self.inner, strict=True))


class Found(NamedTuple):
    """What a limit came to on the day."""

    written: str
    value: Exact | None = None
    domain: Interval | None = None
    slot: int | None = None
    follows: Value | None = None


ALWAYS, NEVER = Const(2, truth=True), Const(0, truth=True)


def _info_of(fact: AnyFact, path: str, fact_id: str, field_id: str | None, tables: Tables) -> SlotInfo:
    domain = domain_of(fact, tables)
    return SlotInfo(
        path, Kind.FACT, truth=domain is None, domain=domain, reason=Reason.MISSING_FACT, fact=fact_id, field=field_id
    )
