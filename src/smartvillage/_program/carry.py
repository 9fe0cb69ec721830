"""Carrying: which leaves carry a result, and so why it is open or fails, what weakens it, and what is open.

The rule: a truth is carried by the parts that have the same truth, all of them, in whatever order they were asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from smartvillage.model.findings import Reason
from smartvillage.truth import FALSE, TRUE, UNKNOWN, negate

from .bound import REASON_BITS
from .carried import Carried
from .carry_entity import EntityCarrier
from .closures import truth_fn
from .fold import folder, number_is_idle
from .interval import Interval
from .nodes import AtLeast, Compare, Const, Kind, Not, Op, Pick, Prefer, Slot, Tally
from .reads import counts_of, slots_of
from .walk import compiled

if TYPE_CHECKING:
    from .bound import Bound, Entities
    from .closures import TruthFn, Values
    from .nodes import Node, TruthNode

_EMPTY = REASON_BITS[Reason.EMPTY_SET]
_OTHER = REASON_BITS[Reason.OTHER_VALUE]
#: Why a comparison fails: the side of the limit on which the value lies.
_SIDES = {
    Op.GE: REASON_BITS[Reason.BELOW], Op.GT: REASON_BITS[Reason.BELOW],
    Op.LE: REASON_BITS[Reason.ABOVE], Op.LT: REASON_BITS[Reason.ABOVE], Op.EQ: _OTHER,
}  # fmt: skip


def _why(node: Compare, truth: int) -> int:
    """Say why a known comparison lets a rule fail; that something is there to be counted is no reason."""
    if node.of_emptiness:
        return _EMPTY if truth == FALSE else 0
    return _SIDES[node.op] if truth == FALSE else _OTHER


class Others(Protocol):
    """What the results of criteria and decisions say that a rule reads."""

    def criterion(self, place: int) -> Carried:
        """Tell of a criterion."""

    def nested(self, place: int, *, tell: bool) -> Carried:
        """Tell of a decision; ``tell`` where it is asked why."""


class Carrier:
    """Goes through a rule along the leaves that carry its truth, over values in which every truth was found."""

    __slots__ = ("_bound", "_fns", "_layout", "_of", "_root", "_values", "said")

    def __init__(self, bound: Bound, values: Values, of: Others, root: TruthNode | None = None) -> None:
        """Take the values as walked; ``of`` tells what others' results say; the root is never looked up there."""
        self._bound, self._values, self._of, self._root = bound, values, of, root
        self._layout = compiled(bound.program).layout
        self._fns: dict[int, TruthFn] = bound.program._derived.setdefault("fns", {})  # noqa: SLF001 - made once, kept there
        self.said = Carried()

    def truth(self, node: TruthNode) -> int:
        """Return a node's truth."""
        made = self._fns.get(id(node))
        if made is None:
            made = self._fns[id(node)] = truth_fn(node, self._layout)
        return made(self._values)

    def visit(self, node: TruthNode, *, tell: bool) -> None:
        """Go to the leaves that carry a node's truth; ``tell`` where they are asked why."""
        place = self._layout.found(node)
        if place is not None and place >= self._layout.decisions and node is not self._root:
            self.said.take(self._of.nested(place - self._layout.decisions, tell=tell), reasons=tell)
            return
        match node:
            case Slot():
                self._slot(node, tell=tell)
            case Compare():
                self._compare(node, tell=tell)
            case AtLeast():
                self._at_least(node, tell=tell)
            case Not(item=item):
                self.visit(item, tell=tell)
            case Prefer(options=options):
                self.visit(options[self._values[self._layout.prefer(node)]], tell=tell)
            case Pick():
                self._pick(node, tell=tell)
            case Const():
                return

    def _at_least(self, node: AtLeast, *, tell: bool) -> None:
        truth = self.truth(node)
        for item in node.items:
            if self.truth(item) == truth:
                self.visit(item, tell=tell)

    def _slot(self, node: Slot, *, tell: bool) -> None:
        value = self._values[node.index]
        if value == UNKNOWN:
            self._open(node.index, tell=tell)
            return
        self.said.mask |= self._bound.masks[node.index]
        if tell:
            self.said.reasons |= _OTHER if value == TRUE else REASON_BITS[self._bound.whys[node.index]]

    def _open(self, index: int, *, tell: bool) -> None:
        if tell:
            info = self._bound.program.slots[index]
            self.said.reasons |= REASON_BITS[self._bound.whys[index]]
            self.said.open[info.path] = info.kind

    def _pick(self, node: Pick, *, tell: bool) -> None:
        """Go to what was picked; where rows differ all of them are used, and the condition is what is open."""
        if all(isinstance(row, Const) for _, row in node.rows):
            self._between(node, tell=tell)
            return
        truth = self.truth(node)
        opened = False
        for condition, row in node.rows:
            held = self.truth(condition)
            if held != UNKNOWN or truth == UNKNOWN:
                self.visit(condition, tell=tell and held == UNKNOWN)
            if held != FALSE and truth in {self.truth(row), UNKNOWN}:  # type: ignore[arg-type]
                self.visit(row, tell=tell and self.truth(row) == truth)  # type: ignore[arg-type]
            if held == TRUE:
                return
            opened = opened or held == UNKNOWN
        last = self.truth(node.otherwise)  # type: ignore[arg-type]
        if truth in {last, UNKNOWN} and not (opened and self._is_emptiness(node.otherwise)):
            self.visit(node.otherwise, tell=tell and last == truth)  # type: ignore[arg-type]

    def _is_emptiness(self, node: Node) -> bool:
        """A slot for an empty set counts only where the set is known to be empty."""
        return isinstance(node, Slot) and REASON_BITS[self._bound.whys[node.index]] == _EMPTY

    def _between(self, node: Pick, *, tell: bool) -> None:
        """Tell of a limit nobody has seen that was held at its far and its near end."""
        open_ = self.truth(node) == UNKNOWN
        for condition, _ in node.rows:
            held = self.truth(condition)
            self.visit(condition, tell=tell and (held == UNKNOWN if open_ else held == TRUE))
            if held == TRUE:
                return
        if open_:
            self.visit(node.otherwise, tell=tell)  # type: ignore[arg-type]

    def _compare(self, node: Compare, *, tell: bool) -> None:
        truth = self.truth(node)
        if tell and truth != UNKNOWN:
            self.said.reasons |= _why(node, truth)
        for slot in slots_of(node.value):
            if isinstance(self._values[slot.index], Interval):
                self._open(slot.index, tell=tell and truth == UNKNOWN)
            else:
                self.said.mask |= self._bound.masks[slot.index]
        for counted in counts_of(node.value):
            wanted = carrying(node.op, truth)
            if isinstance(counted, Tally):
                self._tally(node, counted, wanted, tell=tell and truth == UNKNOWN)
            else:
                self._weighed(counted, wanted, tell=tell and truth == UNKNOWN)

    def _weighed(self, term: Pick, wanted: tuple[int, ...], *, tell: bool) -> None:
        """Tell of a condition or a criterion that is counted."""
        condition = term.rows[-1][0]
        sought = tuple(negate(one) for one in wanted) if _counts_failures(term) else wanted
        place = self._layout.found(condition)
        if place is None or not self._layout.holds <= place < self._layout.applies:
            if self.truth(condition) in sought:
                self.visit(condition, tell=tell)
            return
        criterion = place - self._layout.holds
        applies, holds = self._values[self._layout.applies + criterion], self._values[place]
        found = UNKNOWN if applies == UNKNOWN else holds
        if found in sought if applies != FALSE else _carries_aside(term, holds, wanted):
            self.said.take(self._of.criterion(criterion), reasons=tell)

    def _tally(self, node: Compare, tally: Tally, wanted: tuple[int, ...], *, tell: bool) -> None:
        program, entities = self._bound.program, self._bound.entities[tally.list]
        self.said.mask |= entities.mask
        made = folder(program, tally)
        if not tell and not made.outer and not entities.weak and not any(entities.masks):
            return
        truths = made.truths(entities, self._values)
        carrying_ones = [place for place, truth in enumerate(truths) if truth in wanted]
        if not tell:
            weak = {place for place, _ in entities.weak} | {at for at, mask in enumerate(entities.masks) if mask}
            carrying_ones = [place for place in carrying_ones if place in weak] or carrying_ones[: int(made.outer)]
        for place in carrying_ones:
            self.said.mask |= entities.masks[place]
            EntityCarrier(self, self._values, (program, tally, entities), place).visit(tally.where, tell=tell)
        if tell and not entities.complete and not (entities.every and number_is_idle(node, tally, truths[0])):
            self._incomplete(tally, entities)

    def _incomplete(self, tally: Tally, entities: Entities) -> None:
        """A list that may hold more stands for one more entity of which nothing is known."""
        program = self._bound.program
        self.said.reasons |= REASON_BITS[Reason.MISSING_FACT]
        self.said.open[f"facts/{program.lists[tally.list].fact}"] = Kind.FACT
        EntityCarrier(self, self._values, (program, tally, entities), None).visit(tally.where, tell=True)

    def outer(self, slot: Slot, *, tell: bool) -> None:
        """Tell of a slot of the program that a rule for entities reads."""
        value = self._values[slot.index]
        if isinstance(value, Interval) or (slot.truth and value == UNKNOWN):
            self._open(slot.index, tell=tell)
        else:
            self.said.mask |= self._bound.masks[slot.index]


def _counts_failures(term: Pick) -> bool:
    """Tell whether it is the criteria that fail which are counted: they weigh more than those that hold."""
    held, otherwise = term.rows[-1][1], term.otherwise
    return isinstance(held, Const) and isinstance(otherwise, Const) and held.value < otherwise.value


def _carries_aside(term: Pick, holds: int, wanted: tuple[int, ...]) -> bool:
    """Tell whether a result rests on a criterion not applying: else it would weigh for the other side."""
    weights = zip((TRUE, FALSE), (term.rows[-1][1], term.otherwise), strict=True)
    amounts = [node.value for truth, node in weights if holds in {truth, UNKNOWN} and isinstance(node, Const)]
    return (TRUE in wanted and min(amounts) < 0) or (FALSE in wanted and max(amounts) > 0)


def carrying(op: Op, truth: int) -> tuple[int, ...]:
    """Say which of the counted carry a comparison: hits carry one that more hits would keep true."""
    if truth == UNKNOWN:
        return (UNKNOWN,)
    if op is Op.EQ:
        return (FALSE, TRUE)
    rising = op in {Op.GE, Op.GT}
    return (TRUE,) if rising == (truth == TRUE) else (FALSE,)
