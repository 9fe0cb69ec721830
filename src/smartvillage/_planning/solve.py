"""Solving: the cheapest set of moves for the pass rule, in time where it can be, else the cheapest there is, and why.

The order of giving up: what no activity closes is left out first, then the deadline, then the windows. The result says
which of these it did; nothing is given up silently.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smartvillage.model.base import Text

from .choose import Choice, choose, search
from .cover import Gate, Leaf, Tree, restrict, satisfied
from .pins import both
from .rule import Rule, Wanted, soften, waive, wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartvillage.model.activities import Activity

    from .asking import Asker, Pins, State
    from .field import Field
    from .today import Today
    from .ways import Finder, Ways


@dataclass(frozen=True, slots=True)
class Problem:
    """A pass rule, the ways of its leaves, and what the calendar refuses."""

    asker: Asker
    base: State
    """The village as it is."""
    finder: Finder
    field: Field
    rule: Rule
    ways: Mapping[Wanted, Ways]
    today: Today
    outside: int = 0
    """Moves that cannot lie in their windows."""
    late: int = 0
    """Moves that cannot end by the deadline."""

    @property
    def everything(self) -> int:
        """All moves."""
        return (1 << len(self.field.moves)) - 1

    def activity(self, name: str) -> Activity:
        """Return an activity."""
        return self.base.program.ruleset.activities[name]

    def title(self, criterion: str | None) -> Text:
        """Return a criterion's title; of no criterion that of the decision."""
        ruleset = self.base.program.ruleset
        if criterion is not None:
            return self.base.criterion(criterion).criterion.title
        main = ruleset.main_decision() or ""
        return ruleset.decisions[main].title or Text(vi=main)

    def asked(self, path: str) -> str | None:
        """Return the role who knows what stands open at a path."""
        return next((info.ask for info in self.base.program.slots if info.path == path), None)

    def tree(self, rule: Rule, waived: frozenset[str] = frozenset()) -> Tree:
        """Write a rule over moves; a waived criterion counts as met."""
        if isinstance(rule, Wanted):
            return Leaf((0,) if rule.criterion in waived else self.ways[rule].sets, rule.path)
        return Gate(rule.k, tuple(self.tree(item, waived) for item in rule.items))

    def floor(self, rule: Rule) -> Tree:
        """Write a rule no set can undercut: a leaf that may have other ways asks for as few moves as may ever do."""
        if isinstance(rule, Wanted):
            ways = self.ways[rule]
            return Leaf(ways.sets, rule.path) if ways.whole else self.finder.least(rule, self.base)
        return Gate(rule.k, tuple(self.floor(item) for item in rule.items))

    def softened(self) -> Rule:
        """Ask only for what some activity can close."""
        return soften(self.rule, lambda leaf: not self.ways[leaf].sets)

    def feasible(self, rule: Rule, refused: int, waived: frozenset[str] = frozenset()) -> bool:
        """Tell whether a rule can be met without some moves."""
        return satisfied(self.tree(rule, waived), self.everything & ~refused)

    def pins(self, chosen: int) -> Pins:
        """Return what must be assumed for all leaves that a set can meet."""
        joined: Pins = {}
        for leaf in dict.fromkeys(wanted(self.rule)):
            for path, value in (self.finder.pins(leaf, chosen) or {}).items():
                joined[path] = both(joined[path], value) if path in joined else value
        return joined

    def passes(self, rule: Rule, chosen: int) -> bool:
        """Ask whether a set meets a rule."""
        return self.asker.passes(rule, self.asker.state(self.field.deeds(chosen), self.pins(chosen)))


@dataclass(frozen=True, slots=True)
class Solution:
    """A set, for which rule, and what had to be given up for it."""

    chosen: int
    rule: Rule
    proven: bool
    bound: int
    """No set that meets the rule weighs less."""
    hopeless: tuple[Wanted, ...] = ()
    past_deadline: bool = False
    past_windows: bool = False


def solve(problem: Problem) -> Solution:
    """Find the best set for what can be met."""
    rule, hopeless = problem.rule, tuple[Wanted, ...]()
    if not problem.feasible(rule, 0):
        rule, hopeless = problem.softened(), _short(problem, problem.rule)
    late, outside = problem.late | problem.outside, problem.outside
    for refused, past_deadline, past_windows in ((late, False, False), (outside, True, False), (0, True, True)):
        if problem.feasible(rule, refused):
            found = best(problem, rule, refused)
            if found is not None:
                return replace(found, hopeless=hopeless, past_deadline=past_deadline, past_windows=past_windows)
    return Solution(0, rule, proven=False, bound=0, hopeless=hopeless or _unmet(problem))


def _unmet(problem: Problem) -> tuple[Wanted, ...]:
    """Return the leaves that are not met today, where no set was found that the evaluator agrees with."""
    leaves = tuple(dict.fromkeys(wanted(problem.rule)))
    return tuple(leaf for leaf in leaves if problem.ways[leaf].sets != (0,)) or leaves


def best(problem: Problem, rule: Rule, refused: int, waived: frozenset[str] = frozenset()) -> Solution | None:
    """Find the lightest set without some moves that the evaluator agrees meets a rule."""
    tree = restrict(problem.tree(rule, waived), 0, refused)
    weights = problem.field.weights
    choice = choose(tree, weights)
    if choice is None:
        return None
    rule = waive(rule, waived) if waived else rule
    if problem.passes(rule, choice.chosen):
        return _solution(problem, rule, choice)
    found = search(tree, weights, _accepts(problem, rule, refused))
    return None if found is None else _solution(problem, rule, found)


def _accepts(problem: Problem, rule: Rule, refused: int) -> Callable[[int], bool]:
    """Let the evaluator judge a set; one that lacks what it needs, or holds what is refused, is none."""

    def accepts(chosen: int) -> bool:
        return not chosen & refused and problem.field.closed(chosen) == chosen and problem.passes(rule, chosen)

    return accepts


def _solution(problem: Problem, rule: Rule, choice: Choice) -> Solution:
    whole = all(ways.whole for ways in problem.ways.values())
    return Solution(choice.chosen, rule, choice.proven and whole, choice.bound if whole else 0)


def _short(problem: Problem, rule: Rule) -> tuple[Wanted, ...]:
    """Return the leaves without ways in gates that lack them."""
    if isinstance(rule, Wanted):
        return () if problem.ways[rule].sets else (rule,)
    if problem.feasible(rule, 0):
        return ()
    found = (leaf for item in rule.items for leaf in _short(problem, item))
    return tuple(dict.fromkeys(found))
