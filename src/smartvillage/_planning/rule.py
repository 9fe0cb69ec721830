"""The pass rule: what of a program's main decision is a criterion or a condition, and how many of them are needed.

Read off the program's nodes, never off the ruleset's text, so that no rule is written twice. What is not a plain
"so many of these" stays one leaf, whose truth only the evaluator knows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, TypeAlias

from smartvillage._program.nodes import AtLeast, Compare, Const, Linear, Not, Op, Pick, Slot
from smartvillage._program.reads import parts
from smartvillage.truth import TRUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartvillage._program.nodes import Exact, Node, TruthNode, Value
    from smartvillage._program.program import LoweredDecision, Program


@dataclass(frozen=True, slots=True)
class Wanted:
    """A criterion to be met, or a condition of the decision itself to hold, by its path."""

    path: str
    """``criteria/2.13``, or the path of the condition that it is or stands in."""
    criterion: str | None = None
    or_absent: bool = False
    """True where not being applicable serves as well."""
    place: tuple[int, ...] = ()
    """Where the condition stands below the decision, part by part, in any program of the ruleset."""
    level: str | None = None
    """The level that is to be reached, where the decision is one."""

    def node(self, program: Program) -> TruthNode:
        """Return the condition as a program has it."""
        found: Node = goal_of(program, self.level)
        for step in self.place:
            found = parts(found)[step]
        return found  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Several:
    """So many of the items are needed."""

    k: int
    items: tuple[Rule, ...]


Rule: TypeAlias = Wanted | Several

_NEGATED = {Op.LE: Op.GE, Op.LT: Op.GT, Op.GE: Op.LE, Op.GT: Op.LT}


def read_rule(program: Program, absent: Callable[[str], bool], level: str | None = None) -> Rule:
    """Read the main decision, or that its level is reached; ``absent`` tells of a criterion that will not apply."""
    decision = _main(program)
    site = _Site(f"decisions/{decision.id}/{'if' if level is None else 'level'}", level=level)
    return _Reader(program, absent).read(goal_of(program, level), site)


def goal_of(program: Program, level: str | None) -> TruthNode:
    """Return what is to be true: the main decision, or that it comes to a level or a higher one."""
    decision = _main(program)
    if level is None or decision.level is None:
        return decision.holds
    goals: dict[str, TruthNode] = program._derived.setdefault("goals", {})  # noqa: SLF001 - the place for what is made of it
    found = goals.get(level)
    if found is None:
        reached = decision.level.reach[decision.level.ids.index(level)]
        found = goals[level] = AtLeast(2, (decision.holds, reached))
    return found


def levels_of(program: Program) -> tuple[str, ...]:
    """Return the levels that the main decision may come to; none where it is no level."""
    level = _main(program).level
    return () if level is None else level.ids


def _main(program: Program) -> LoweredDecision:
    main = program.ruleset.main_decision()
    return next(one for one in program.decisions if one.id == main)


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


def waive(rule: Rule, waived: frozenset[str]) -> Rule:
    """Count criteria as met, whatever is found of them."""
    if isinstance(rule, Wanted):
        return Several(0, ()) if rule.criterion in waived else rule
    return Several(rule.k, tuple(waive(item, waived) for item in rule.items))


def _hopeless(rule: Rule, hopeless: Callable[[Wanted], bool]) -> bool:
    return hopeless(rule) if isinstance(rule, Wanted) else all(_hopeless(item, hopeless) for item in rule.items)


@dataclass(frozen=True, slots=True)
class _Site:
    """Where the reader is: the nearest path, and the steps down from the decision."""

    path: str
    place: tuple[int, ...] = ()
    level: str | None = None

    def at(self, *steps: int) -> _Site:
        return replace(self, place=(*self.place, *steps))

    def leaf(self) -> Wanted:
        return Wanted(self.path, place=self.place, level=self.level)


class _Reader:
    def __init__(self, program: Program, absent: Callable[[str], bool]) -> None:
        self._criteria = {id(one.holds): one for one in program.criteria if not isinstance(one.holds, Const)}
        self._paths = {id(node): path for path, node in reversed(list(program.nodes.items()))}
        self._absent = absent

    def read(self, node: Node, site: _Site) -> Rule:
        """Read one truth."""
        criterion = self._criteria.get(id(node))
        if criterion is not None:
            return Wanted(f"criteria/{criterion.criterion.id}", criterion.criterion.id)
        site = replace(site, path=self._paths.get(id(node), site.path))
        match node:
            case AtLeast(k, items):
                return Several(k, tuple(self.read(item, site.at(n)) for n, item in enumerate(items)))
            case Const(value):
                return Several(0 if value == TRUE else 1, ())
            case Pick(((guard, truth),), Slot()):
                return Several(2, (self.read(guard, site.at(0)), self.read(truth, site.at(1))))
            case Compare(Linear() as total, op):
                return self._counted(total, op, site.at(0)) or site.leaf()
            case _:
                return site.leaf()

    def _counted(self, total: Linear, op: Op, site: _Site) -> Rule | None:
        """Read a sum in which every hit weighs alike as "so many of these"; nothing for any other sum."""
        terms = [self._term(factor, term, there) for factor, term, there in _flat(total, site)]
        found = [term for term in terms if term is not None]
        if len(found) < len(terms) or len({amounts for _, amounts in found}) > 1 or op is Op.EQ:
            return None
        items = [item for item, _ in found if not (isinstance(item, Wanted) and self._gone(item))]
        hit, miss = found[0][1] if found else (1, 0)
        return _threshold(items, hit, miss, (_constant(total), op))

    def _gone(self, item: Wanted) -> bool:
        return item.criterion is not None and self._absent(item.criterion)

    def _term(self, factor: Exact, term: Value, site: _Site) -> tuple[Rule, tuple[Exact, Exact]] | None:
        """Read a term as a truth and what it adds when it holds and when it does not."""
        match term:
            case Pick(((Not(), Const(0)), (truth, Const(hit))), Const(miss)):
                item = self.read(truth, site.at(2))
                if isinstance(item, Wanted) and hit * factor <= 0:
                    item = replace(item, or_absent=True)
            case Pick(((truth, Const(hit)),), Const(miss)):
                item = self.read(truth, site.at(0))
            case _:
                return None
        return item, (hit * factor, miss * factor)


def _flat(total: Linear, site: _Site) -> list[tuple[Exact, Value, _Site]]:
    found: list[tuple[Exact, Value, _Site]] = []
    for number, (factor, term) in enumerate(total.terms):
        inner = _flat(term, site.at(number)) if isinstance(term, Linear) else [(1, term, site.at(number))]
        found += [(factor * part, value, there) for part, value, there in inner]
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
