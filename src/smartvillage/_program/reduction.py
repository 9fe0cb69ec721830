"""Reduction: a node with everything put in that a bound village knows, as a residue over what is still open.

The rule: one open thing is one variable wherever it stands. An entity's open field is a thing of its own; entities
that nobody listed are counted by what each rule for entities would say of them.
INVARIANT (same meaning): what a reduction decides, the walk decides the same way.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .fold import open_row
from .interval import Interval, hold
from .nodes import AtLeast, Compare, Const, Linear, Not, Op, Pick, Prefer, Slot, Tally
from .reads import beneath
from .residue import (
    Atom,
    Case,
    Choice,
    Decided,
    Denial,
    Fork,
    Formula,
    Free,
    Quorum,
    Sum,
    Variable,
    atom,
    hull_of,
)
from .walk import OuterLayout, compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .bound import Bound, Entities
    from .nodes import Exact, Node, TruthNode, Value
    from .program import SlotInfo

#: The three truths that are decided or will never be.
_DECIDED = {truth: Decided(truth) for truth in (FALSE, TRUE)}

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


class Reduction:
    """Reduces the nodes of one bound village; equal things share their variables."""

    def __init__(self, bound: Bound, *, own: bool = False) -> None:
        """Begin with nothing open seen; ``own`` reads a rule's own fact even where a substitute stands in for it."""
        self.variables: dict[int, Variable] = {}
        self._bound = bound
        self._program = bound.program
        self._layout: OuterLayout = compiled(bound.program).layout
        self._own = own
        self._numbers: dict[object, int] = {}
        self._done: dict[int, Formula] = {}
        self._sums: dict[int, Sum] = {}

    def truth(self, node: TruthNode, row: Row | None = None) -> Formula:
        """Reduce a truth node; inside a list for one entity."""
        if row is not None:
            return self._truth(node, row)
        found = self._done.get(id(node))
        if found is None:
            found = self._done[id(node)] = self._truth(node, None)
        return found

    def _truth(self, node: TruthNode, row: Row | None) -> Formula:  # noqa: PLR0911 - one a kind
        match node:
            case Const(value):
                return _DECIDED[int(value)]
            case Slot():
                return self._open_truth(node, row)
            case Compare(value, op):
                return self._held(self.sum(value, row), op)
            case AtLeast(k, items):
                return _quorum(k, [self.truth(item, row) for item in items])
            case Not(item):
                return _denied(self.truth(item, row))
            case Pick(rows, otherwise):
                return self._forked(rows, otherwise, row)
            case Prefer(options):
                place = 0 if self._own else self._bound.values[self._layout.prefer(node)]
                return self.truth(options[place], row)

    def _open_truth(self, slot: Slot, row: Row | None) -> Formula:
        truth = row.values[slot.index] if slot.inner and row is not None else self._bound.values[slot.index]
        return _DECIDED[truth] if truth != UNKNOWN else Free(self._variable(slot, row))

    def _variable(self, slot: Slot, row: Row | None) -> int:
        if slot.inner and row is not None:
            info = self._program.lists[row.list].fields[slot.index]
            fact = f"facts/{self._program.lists[row.list].fact}"
            every = self._bound.entities[row.list].every
            path = f"{fact}/{info.field}" if every else f"{fact}/{row.name}/{info.field}"
            return self._number((path, row.name), path, info, row.values[slot.index])
        info = self._program.slots[slot.index]
        return self._number(info.path, info.path, info, self._bound.values[slot.index])

    def _number(self, key: object, path: str, info: SlotInfo, value: object) -> int:
        domain = None if info.truth else value if isinstance(value, Interval) else info.domain
        return self._named((key, info.truth), Variable(path, domain))

    def _named(self, key: object, variable: Variable) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            self.variables[number] = variable
        return number

    def _held(self, total: Sum, op: Op) -> Formula:
        truth = hold(hull_of(total, Case(), self.variables), op)
        return atom(total, op) if truth == UNKNOWN else _DECIDED[truth]

    def _forked(self, rows: tuple[tuple[TruthNode, Node], ...], otherwise: Node, row: Row | None) -> Formula:
        kept: list[tuple[Formula, Formula]] = []
        for condition, item in rows:
            met = self.truth(condition, row)
            if isinstance(met, Decided) and met.truth == FALSE:
                continue
            then = self.truth(item, row)  # type: ignore[arg-type]  # a truth's rows are truths
            if isinstance(met, Decided):
                return _fork(kept, then)
            kept.append((met, then))
        return _fork(kept, self.truth(otherwise, row))  # type: ignore[arg-type]  # likewise

    def sum(self, node: Value, row: Row | None = None) -> Sum:
        """Reduce a value node."""
        match node:
            case Const(value):
                return Sum(constant=value)
            case Slot():
                value = row.values[node.index] if node.inner and row is not None else self._bound.values[node.index]
                if isinstance(value, Interval):
                    return Sum(((1, self._variable(node, row)),))
                return Sum(constant=value)
            case Linear(terms, constant):
                return _added([(factor, self.sum(term, row)) for factor, term in terms], constant)
            case Tally():
                return self._tallied(node)
            case Pick(rows, otherwise):
                return self._chosen(rows, otherwise, row)

    def _chosen(self, rows: tuple[tuple[TruthNode, Node], ...], otherwise: Node, row: Row | None) -> Sum:
        kept: list[tuple[Formula, Sum]] = []
        for condition, item in rows:
            met = self.truth(condition, row)
            if isinstance(met, Decided) and met.truth == FALSE:
                continue
            then = self.sum(item, row)  # type: ignore[arg-type]  # a value's rows are values
            if isinstance(met, Decided):
                return _choice(kept, then)
            kept.append((met, then))
        return _choice(kept, self.sum(otherwise, row))  # type: ignore[arg-type]  # likewise

    def _tallied(self, tally: Tally) -> Sum:
        found = self._sums.get(id(tally))
        if found is None:
            folded = self._bound.values[self._layout.tally(tally)]
            entities = self._bound.entities[tally.list]
            open_ = isinstance(folded, Interval)
            found = _added(self._members(tally, entities), 0) if open_ else Sum(constant=folded)
            self._sums[id(tally)] = found
        return found

    def _members(self, tally: Tally, entities: Entities) -> list[tuple[Exact, Sum]]:
        """Add up what each entity gives, and what those give that nobody listed."""
        if entities.every and entities.number is not None and entities.number > _TOLD_APART:
            return self._counted(tally, entities)
        rows = list(self._rows(tally.list, entities))
        alike: dict[object, tuple[Formula, int]] = {}
        for row in rows:
            truth = self.truth(tally.where, row)
            key = _key(truth)
            alike[key] = (truth, alike.get(key, (truth, 0))[1] + 1)
        parts = [(number, _weighed(truth, tally, (), 1)) for truth, number in alike.values()]
        return [*parts, *self._unlisted(tally, entities)]

    def _rows(self, number: int, entities: Entities) -> Iterator[Row]:
        if entities.every:
            for place in range(entities.number or 1):
                yield Row(number, f"every.{place + 1}", entities.rows[0])
            return
        for name, values in zip(entities.ids, entities.rows, strict=True):
            yield Row(number, name, values)

    def _counted(self, tally: Tally, entities: Entities) -> list[tuple[Exact, Sum]]:
        """Count the hits among very many entities of which one row speaks, without telling them apart."""
        count = entities.number or 0
        path = f"facts/{self._program.lists[tally.list].fact}"
        hits = self._named(("hits", id(tally.where)), Variable(path, Interval(0, count, whole=True)))
        return [(tally.hit - tally.miss, Sum(((1, hits),))), (count * tally.miss, Sum(constant=1))]

    def _unlisted(self, tally: Tally, entities: Entities) -> Iterator[tuple[Exact, Sum]]:
        """Yield what entities give that nobody listed: any number of each kind that the rules tell apart."""
        if entities.complete or (entities.every and entities.number is not None):
            return
        blank = entities.rows[0] if entities.every else open_row(self._program, tally.list)
        rules = [one.where for one in self._asked(tally.list) if self._tells_apart(one.where, blank)]
        apart = self._tells_apart(tally.where, blank)
        together = rules if len(rules) <= _RULES_TOGETHER else [tally.where] * apart
        path = f"facts/{self._program.lists[tally.list].fact}"
        for pattern in product((False, True), repeat=len(together)):
            kind = tuple(zip(map(id, together), pattern, strict=True))
            number = self._named(("unlisted", tally.list, kind), Variable(path, Interval(0, None, whole=True)))
            if apart:
                hit: Formula = _DECIDED[TRUE if dict(kind)[id(tally.where)] else FALSE]
            else:
                hit = self.truth(tally.where, Row(tally.list, "", blank))
            yield 1, _weighed(hit, tally, ((1, number),), 0)

    def _asked(self, number: int) -> Iterator[Tally]:
        """Yield one tally for every rule for the entities of a list."""
        seen: set[int] = set()
        for tally in self._program.tallies:
            if tally.list == number and id(tally.where) not in seen:
                seen.add(id(tally.where))
                yield tally

    @staticmethod
    def _tells_apart(where: TruthNode, blank: list[Any]) -> bool:
        """Tell whether a rule may say one thing of one unlisted entity and another of the next."""
        fields = [(one, blank[one.index]) for one in beneath(where) if isinstance(one, Slot) and one.inner]
        return any(isinstance(value, Interval) or (one.truth and value == UNKNOWN) for one, value in fields)


def _weighed(hit: Formula, tally: Tally, terms: tuple[tuple[Exact, int], ...], constant: Exact) -> Sum:
    """Give the amount of a tally's hits or of its misses, so many times."""
    yes, no = (
        Sum(tuple([(scale * amount, name) for scale, name in terms if amount]), (), constant * amount)
        for amount in (tally.hit, tally.miss)
    )
    if isinstance(hit, Decided):
        return yes if hit.truth == TRUE else no
    return _choice([(hit, yes)], no)


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


def _quorum(k: int, items: list[Formula]) -> Formula:
    """Fold what is decided: each that holds leaves one fewer to go."""
    kept = [item for item in items if not isinstance(item, Decided)]
    left = k - sum(isinstance(item, Decided) and item.truth == TRUE for item in items)
    if left <= 0:
        return _DECIDED[TRUE]
    if left > len(kept):
        return _DECIDED[FALSE]
    return kept[0] if len(kept) == 1 else Quorum(left, tuple(kept))


def _denied(item: Formula) -> Formula:
    if isinstance(item, Decided):
        return _DECIDED[TRUE - item.truth]
    return item.item if isinstance(item, Denial) else Denial(item)


def _fork(rows: list[tuple[Formula, Formula]], otherwise: Formula) -> Formula:
    truths = {item.truth if isinstance(item, Decided) else UNKNOWN for item in (*(row for _, row in rows), otherwise)}
    agreed = len(truths) == 1 and UNKNOWN not in truths
    return otherwise if agreed or not rows else Fork(tuple(rows), otherwise)


def _choice(rows: list[tuple[Formula, Sum]], otherwise: Sum) -> Sum:
    return otherwise if not rows else Sum(choices=((1, Choice(tuple(rows), otherwise)),))


def _added(parts: list[tuple[Exact, Sum]], constant: Exact) -> Sum:
    """Add scaled sums; one variable stands once."""
    terms: dict[int, Exact] = {}
    choices: list[tuple[Exact, Choice]] = []
    for factor, part in parts:
        constant += factor * part.constant
        for scale, variable in part.terms:
            terms[variable] = terms.get(variable, 0) + factor * scale
        choices += [(factor * scale, choice) for scale, choice in part.choices if factor]
    kept = tuple([(scale, variable) for variable, scale in terms.items() if scale])
    return Sum(kept, tuple(choices), constant)
