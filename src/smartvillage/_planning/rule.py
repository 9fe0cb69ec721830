"""The pass rule: what of a program's main decision is a criterion or a condition, and how many of them are needed.

Read off the program's nodes, never off the ruleset's text, so that no rule is written twice. What is not a plain
"so many of these" stays one leaf, whose truth only the evaluator knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, TypeAlias

from smartvillage._program.nodes import AtLeast, Compare, Const, Linear, Not, Op, Pick, Slot
from smartvillage.truth import TRUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartvillage._program.nodes import Exact, Node, TruthNode, Value
    from smartvillage._program.program import LoweredCriterion, Program


@dataclass(frozen=True, slots=True)
class Wanted:
    """A criterion to be met, or a condition of the decision itself to hold, by its path."""

    path: str
    """``criteria/2.13``, or the condition's own path."""
    node: TruthNode
    criterion: str | None = None
    or_absent: bool = False
    """True where not being applicable serves as well."""


@dataclass(frozen=True, slots=True)
class Several:
    """So many of the items are needed."""

    k: int
    items: tuple[Rule, ...]


Rule: TypeAlias = Wanted | Several

_NEGATED = {Op.LE: Op.GE, Op.LT: Op.GT, Op.GE: Op.LE, Op.GT: Op.LT}


def read_rule(program: Program, absent: Callable[[str], bool]) -> Rule:
    """Read the main decision; ``absent`` tells of a criterion that does not apply and will not."""
    main = program.ruleset.main_decision()
    decision = next(one for one in program.decisions if one.id == main)
    return _Reader(program, absent).read(decision.holds, f"decisions/{decision.id}/if")


def wanted(rule: Rule) -> Iterator[Wanted]:
    """Yield all leaves from left to right."""
    if isinstance(rule, Wanted):
        yield rule
    else:
        for item in rule.items:
            yield from wanted(item)


def holds(rule: Rule, leaf: Callable[[Wanted], bool]) -> bool:
    """Tell whether the rule holds, given what each leaf comes to."""
    if isinstance(rule, Wanted):
        return leaf(rule)
    return sum(holds(item, leaf) for item in rule.items) >= rule.k


def soften(rule: Rule, hopeless: Callable[[Wanted], bool]) -> Rule:
    """Ask only for what can be had: leaves without hope are left out, and gates ask for at most what is left."""
    if isinstance(rule, Wanted):
        return rule
    items = tuple(soften(item, hopeless) for item in rule.items if not _hopeless(item, hopeless))
    return Several(min(rule.k, len(items)), items)


def _hopeless(rule: Rule, hopeless: Callable[[Wanted], bool]) -> bool:
    return hopeless(rule) if isinstance(rule, Wanted) else all(_hopeless(item, hopeless) for item in rule.items)


class _Reader:
    def __init__(self, program: Program, absent: Callable[[str], bool]) -> None:
        self._criteria = {id(one.holds): one for one in program.criteria if not isinstance(one.holds, Const)}
        self._paths = {id(node): path for path, node in reversed(list(program.nodes.items()))}
        self._absent = absent

    def read(self, node: Node, path: str) -> Rule:
        """Read one truth."""
        criterion = self._criteria.get(id(node))
        path = self._paths.get(id(node), path)
        if criterion is not None:
            return _leaf(criterion)
        match node:
            case AtLeast(k, items):
                return Several(k, tuple(self.read(item, f"{path}/{n}") for n, item in enumerate(items)))
            case Const(value):
                return Several(0 if value == TRUE else 1, ())
            case Pick(((guard, truth),), Slot()):
                return Several(2, (self.read(guard, path), self.read(truth, path)))
            case Compare(Linear() as total, op):
                counted = self._counted(total, op)
                return counted or Wanted(path, node)
            case _:
                return Wanted(path, node)  # type: ignore[arg-type]

    def _counted(self, total: Linear, op: Op) -> Rule | None:
        """Read a sum in which every hit weighs alike as "so many of these"; nothing for any other sum."""
        terms = [self._term(factor, term) for factor, term in _flat(total)]
        found = [term for term in terms if term is not None]
        if len(found) < len(terms) or len({amounts for _, amounts in found}) > 1 or op is Op.EQ:
            return None
        items = [item for item, _ in found if not (isinstance(item, Wanted) and self._gone(item))]
        hit, miss = found[0][1] if found else (1, 0)
        return _threshold(items, hit, miss, (_constant(total), op))

    def _gone(self, item: Wanted) -> bool:
        return item.criterion is not None and self._absent(item.criterion)

    def _term(self, factor: Exact, term: Value) -> tuple[Rule, tuple[Exact, Exact]] | None:
        """Read a term as a truth and what it adds when it holds and when it does not."""
        match term:
            case Pick((((Not(), Const(0))), (truth, Const(hit))), Const(miss)) | Pick(
                ((truth, Const(hit)),), Const(miss)
            ):
                item = self.read(truth, "")
                if isinstance(item, Wanted) and len(term.rows) > 1 and hit * factor <= 0:
                    item = Wanted(item.path, item.node, item.criterion, or_absent=True)
                return item, (hit * factor, miss * factor)
            case _:
                return None


def _leaf(criterion: LoweredCriterion) -> Wanted:
    return Wanted(f"criteria/{criterion.criterion.id}", criterion.holds, criterion.criterion.id)


def _flat(total: Linear) -> list[tuple[Exact, Value]]:
    found: list[tuple[Exact, Value]] = []
    for factor, term in total.terms:
        inner = _flat(term) if isinstance(term, Linear) else [(1, term)]
        found += [(factor * part, value) for part, value in inner]
    return found


def _constant(total: Linear) -> Exact:
    return total.constant + sum(factor * _constant(term) for factor, term in total.terms if isinstance(term, Linear))


def _threshold(items: list[Rule], hit: Exact, miss: Exact, test: tuple[Exact, Op]) -> Rule | None:
    """Find how many must hold for n sums of hit or miss and a constant to pass the test."""
    constant, op = test
    if op in {Op.LE, Op.LT}:
        hit, miss, constant, op = -hit, -miss, -constant, _NEGATED[op]
    if hit <= miss:
        return None
    edge = Fraction(-constant - miss * len(items)) / (hit - miss)
    k = ceil(edge) if op is Op.GE else floor(edge) + 1
    return Several(max(k, 0), tuple(items))
