"""Listing: what the entities of a list add to a sum, where some of it is open.

The rule: entities of which a rule says the same are counted together. What one row says of every entity is asked once
where no field of it is open. Of entities that nobody listed there may be any number of each kind that rules tell apart.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Protocol

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .combining import DECIDED, choice
from .fold import open_row
from .interval import Interval
from .nodes import Slot
from .reads import beneath
from .residue import Atom, Decided, Formula, Free, Sum, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .bound import Bound, Entities
    from .nodes import Exact, Tally, TruthNode
    from .program import Program

#: How many entities one row may speak of before they are counted instead of told apart.
_TOLD_APART = 64

#: How many kinds of unlisted entities rules tell apart together; where they are more, rules are independent.
_KINDS_TOGETHER = 27


class Row:
    """An entity whose fields a rule reads: which one it is, and its values."""

    __slots__ = ("list", "name", "place", "values")

    def __init__(self, number: int, name: str, values: list[Any], place: int = 0) -> None:
        """Keep the list, the entity's name and values, and which one it is of those that bear the name."""
        self.list, self.name, self.values, self.place = number, name, values, place


class Reducing(Protocol):
    """What reduces a rule around a list."""

    bound: Bound
    program: Program

    def truth(self, node: TruthNode, row: Row | None = None) -> Formula:
        """Reduce a truth node; inside a list for one entity."""

    def named(self, key: object, variable: Variable) -> int:
        """Return the number of a variable, one for the same key."""


def members(reduction: Reducing, tally: Tally, entities: Entities) -> list[tuple[Exact, Sum]]:
    """Add up what each entity gives, and what those give that nobody listed."""
    if entities.every:
        return _every(reduction, tally, entities)
    rows = [Row(tally.list, name, row) for name, row in zip(entities.ids, entities.rows, strict=True)]
    return [*_listed(reduction, tally, rows), *_unlisted(reduction, tally, entities)]


def _listed(reduction: Reducing, tally: Tally, rows: list[Row]) -> list[tuple[Exact, Sum]]:
    alike: dict[object, tuple[Formula, int]] = {}
    for row in rows:
        truth = reduction.truth(tally.where, row)
        key = _key(truth)
        alike[key] = (truth, alike.get(key, (truth, 0))[1] + 1)
    return [(number, weighed(truth, tally, (), 1)) for truth, number in alike.values()]


def _every(reduction: Reducing, tally: Tally, entities: Entities) -> list[tuple[Exact, Sum]]:
    """Add up what all entities give of which one row speaks; where it leaves a field open each may be its own way."""
    count, fact = entities.number, _path(reduction, tally)
    row = Row(tally.list, entities.ids[0], entities.rows[0])
    truth = reduction.truth(tally.where, row)
    open_ = [] if isinstance(truth, Decided) else _open_fields(tally.where, row.values)
    if count is not None:
        if not open_:
            return [(count, weighed(truth, tally, (), 1))]
        rows = [Row(tally.list, row.name, row.values, place) for place in range(count)]
        return _listed(reduction, tally, rows) if count <= _TOLD_APART else _counted(reduction, tally, count, fact)
    number = reduction.named(("number", tally.list), Variable(fact, Interval(1, None, whole=True)))
    alike = weighed(truth, tally, ((1, number),), 0)
    if not open_:
        return [(1, alike)]
    field = reduction.program.lists[tally.list].fields[open_[0].index].field
    return [(1, _mixed(reduction, tally, alike, f"{fact}/{row.name}/{field}"))]


def _mixed(reduction: Reducing, tally: Tally, alike: Sum, path: str) -> Sum:
    """Choose between all entities being alike, and some of them hits and some misses; the open field says which."""
    key = id(tally.where)
    mixed = reduction.named(("mixed", key), Variable(path, None))
    some = Variable(path, Interval(1, None, whole=True))
    amounts = ((tally.hit, reduction.named(("hits", key), some)), (tally.miss, reduction.named(("misses", key), some)))
    return choice([(Free(mixed), Sum(tuple([(scale, name) for scale, name in amounts if scale])))], alike)


def _counted(reduction: Reducing, tally: Tally, count: int, path: str) -> list[tuple[Exact, Sum]]:
    """Count the hits among very many entities of which one row speaks, without telling them apart."""
    variable = Variable(path, Interval(0, count, whole=True))
    hits = reduction.named(("hits", id(tally.where)), variable)
    return [(tally.hit - tally.miss, Sum(((1, hits),))), (count * tally.miss, Sum(constant=1))]


def _path(reduction: Reducing, tally: Tally) -> str:
    return f"facts/{reduction.program.lists[tally.list].fact}"


def _unlisted(reduction: Reducing, tally: Tally, entities: Entities) -> Iterator[tuple[Exact, Sum]]:
    """Yield what entities give that nobody listed: any number of each kind that the rules tell apart."""
    if entities.complete:
        return
    blank = open_row(reduction.program, tally.list)
    rules = {id(where): _kinds(reduction, where) for where in _asked(reduction, tally.list)
             if _open_fields(where, blank)}  # fmt: skip
    apart = id(tally.where) in rules
    together = rules if prod(map(len, rules.values())) <= _KINDS_TOGETHER else {
        key: kinds for key, kinds in rules.items() if key == id(tally.where)
    }  # fmt: skip
    for pattern in product(*(range(len(kinds)) for kinds in together.values())):
        kind = dict(zip(together, pattern, strict=True))
        variable = Variable(_path(reduction, tally), Interval(0, None, whole=True))
        number = reduction.named(("unlisted", tally.list, tuple(kind.items())), variable)
        hit = reduction.truth(tally.where, Row(tally.list, "", blank))
        if apart:
            hit = rules[id(tally.where)][kind[id(tally.where)]]
        yield 1, weighed(hit, tally, ((1, number),), 0)


def _kinds(reduction: Reducing, where: TruthNode) -> list[Formula]:
    """Return how an entity may turn out: a hit, a miss, or whatever one thing makes of it that is open around the list.

    INVARIANT (settled): knowing a list does not settle what a limit nobody has seen makes of its entities.
    """
    kinds: list[Formula] = [DECIDED[FALSE], DECIDED[TRUE]]
    for slot in {one.index: one for one in beneath(where) if isinstance(one, Slot) and not one.inner}.values():
        value = reduction.bound.values[slot.index]
        if isinstance(value, Interval) or (slot.truth and value == UNKNOWN):
            turn = Variable(reduction.program.slots[slot.index].path, None)
            kinds.append(Free(reduction.named(("turn", id(where), slot.index), turn)))
    return kinds


def _asked(reduction: Reducing, number: int) -> list[TruthNode]:
    """Return every rule for the entities of a list once."""
    return list({id(tally.where): tally.where for tally in reduction.program.tallies if tally.list == number}.values())


def _open_fields(where: TruthNode, row: list[Any]) -> list[Slot]:
    """Return the open fields that a rule for entities reads: by them it tells one entity from the next."""
    fields = [one for one in beneath(where) if isinstance(one, Slot) and one.inner]
    return [one for one in fields if isinstance(row[one.index], Interval) or (one.truth and row[one.index] == UNKNOWN)]


def weighed(hit: Formula, tally: Tally, terms: tuple[tuple[Exact, int], ...], constant: Exact) -> Sum:
    """Give the amount of a tally's hits or of its misses, so many times."""
    yes, no = (
        Sum(tuple([(scale * amount, name) for scale, name in terms if amount]), (), constant * amount)
        for amount in (tally.hit, tally.miss)
    )
    if isinstance(hit, Decided):
        return yes if hit.truth == TRUE else no
    return choice([(hit, yes)], no)


def _key(formula: Formula) -> object:
    match formula:
        case Decided(truth):
            return truth
        case Free(variable):
            return "free", variable
        case Atom():
            return formula.key
        case _:
            return id(formula)
