"""Listing: what the entities of a list add to a sum, where some of it is open.

The rule: entities of which a rule says the same are counted together. What one row says of every entity is asked once
where no field of it is open. Of entities that nobody listed there may be any number of each kind that rules tell apart.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .combining import DECIDED, choice
from .fold import open_row
from .interval import Interval
from .nodes import Slot
from .reads import beneath
from .residue import Atom, Decided, Formula, Free, Sum, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .bound import Entities
    from .nodes import Exact, Tally, TruthNode
    from .reduction import Reduction

#: How many entities one row may speak of before they are counted instead of told apart.
_TOLD_APART = 64

#: How many rules for unlisted entities are told apart together; more are taken as independent.
_RULES_TOGETHER = 4


class Row:
    """An entity whose fields a rule reads: which one it is, and its values."""

    __slots__ = ("list", "name", "values")

    def __init__(self, number: int, name: str, values: list[Any]) -> None:
        """Keep the list, the entity's name and its values."""
        self.list, self.name, self.values = number, name, values


def members(reduction: Reduction, tally: Tally, entities: Entities) -> list[tuple[Exact, Sum]]:
    """Add up what each entity gives, and what those give that nobody listed."""
    if entities.every and entities.number is not None:
        every = entities.rows[0]
        if not _tells_apart(tally.where, every):
            truth = reduction.truth(tally.where, Row(tally.list, entities.ids[0], every))
            return [(entities.number, weighed(truth, tally, (), 1))]
        if entities.number > _TOLD_APART:
            return _counted(reduction, tally, entities.number)
    alike: dict[object, tuple[Formula, int]] = {}
    for row in _rows(tally.list, entities):
        truth = reduction.truth(tally.where, row)
        key = _key(truth)
        alike[key] = (truth, alike.get(key, (truth, 0))[1] + 1)
    parts = [(number, weighed(truth, tally, (), 1)) for truth, number in alike.values()]
    return [*parts, *_unlisted(reduction, tally, entities)]


def _rows(number: int, entities: Entities) -> Iterator[Row]:
    if entities.every:
        for place in range(entities.number or 1):
            yield Row(number, f"every.{place + 1}", entities.rows[0])
        return
    for name, values in zip(entities.ids, entities.rows, strict=True):
        yield Row(number, name, values)


def _counted(reduction: Reduction, tally: Tally, count: int) -> list[tuple[Exact, Sum]]:
    """Count the hits among very many entities of which one row speaks, without telling them apart."""
    variable = Variable(_path(reduction, tally), Interval(0, count, whole=True))
    hits = reduction.named(("hits", id(tally.where)), variable)
    return [(tally.hit - tally.miss, Sum(((1, hits),))), (count * tally.miss, Sum(constant=1))]


def _path(reduction: Reduction, tally: Tally) -> str:
    return f"facts/{reduction.program.lists[tally.list].fact}"


def _unlisted(reduction: Reduction, tally: Tally, entities: Entities) -> Iterator[tuple[Exact, Sum]]:
    """Yield what entities give that nobody listed: any number of each kind that the rules tell apart."""
    if entities.complete or (entities.every and entities.number is not None):
        return
    blank = entities.rows[0] if entities.every else open_row(reduction.program, tally.list)
    rules = [where for where in _asked(reduction, tally.list) if _tells_apart(where, blank)]
    apart = _tells_apart(tally.where, blank)
    together = rules if len(rules) <= _RULES_TOGETHER else [tally.where] * apart
    for pattern in product((False, True), repeat=len(together)):
        kind = dict(zip(map(id, together), pattern, strict=True))
        variable = Variable(_path(reduction, tally), Interval(0, None, whole=True))
        number = reduction.named(("unlisted", tally.list, tuple(kind.items())), variable)
        if apart:
            hit: Formula = DECIDED[TRUE if kind[id(tally.where)] else FALSE]
        else:
            hit = reduction.truth(tally.where, Row(tally.list, "", blank))
        yield 1, weighed(hit, tally, ((1, number),), 0)


def _asked(reduction: Reduction, number: int) -> list[TruthNode]:
    """Return every rule for the entities of a list once."""
    return list({id(tally.where): tally.where for tally in reduction.program.tallies if tally.list == number}.values())


def _tells_apart(where: TruthNode, row: list[Any]) -> bool:
    """Tell whether a rule may say one thing of one entity and another of the next, though one row speaks of both."""
    fields = [(one, row[one.index]) for one in beneath(where) if isinstance(one, Slot) and one.inner]
    return any(isinstance(value, Interval) or (one.truth and value == UNKNOWN) for one, value in fields)


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
