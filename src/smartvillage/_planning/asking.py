"""Asking the evaluator: what a village would come to after some deeds, with what is assumed of open slots.

The rule: no verdict is worked out here. Every state is the evaluator's own answer, asked once and kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from smartvillage._program.closures import truth_fn
from smartvillage._program.walk import compiled, walk
from smartvillage.model.findings import Outcome
from smartvillage.truth import FALSE, TRUE

from .aftermath import after
from .rule import Rule, Wanted, goal_of, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from smartvillage._program.bound import Bound
    from smartvillage._program.interval import Interval
    from smartvillage._program.nodes import Exact, TruthNode
    from smartvillage._program.program import Given, LoweredCriterion, Program
    from smartvillage.model.findings import Assessment
    from smartvillage.model.village import Village

    from .effects import Deed, Effects

    #: The evaluator: a village, a day and what is given of open slots, to the whole answer.
    Ask: TypeAlias = "Callable[[Village, date, Given | None], tuple[Program, Bound, Assessment]]"

#: What is assumed of open slots, by path.
Pins: TypeAlias = "dict[str, Exact | Interval | bool]"


class State:
    """The evaluator's answer."""

    __slots__ = ("_criteria", "_values", "assessment", "bound", "program")

    def __init__(self, program: Program, bound: Bound, assessment: Assessment) -> None:
        """Take the answer as it is given; truths are walked when they are first looked at."""
        self.program, self.bound, self.assessment = program, bound, assessment
        self._values: list[Any] | None = None
        self._criteria: dict[str, LoweredCriterion] | None = None

    def truth(self, node: TruthNode) -> int:
        """Return the truth of a node of this state's own program."""
        if self._values is None:
            self._values = walk(self.program, self.bound.values)
        return truth_fn(node, compiled(self.program).layout)(self._values)

    def criterion(self, name: str) -> LoweredCriterion:
        """Return a criterion as this state's program has it."""
        if self._criteria is None:
            self._criteria = {one.criterion.id: one for one in self.program.criteria}
        return self._criteria[name]

    def met(self, name: str) -> bool:
        """Tell whether a criterion applies and holds."""
        one = self.criterion(name)
        return self.truth(one.applies) == TRUE == self.truth(one.holds)

    def absent(self, name: str) -> bool:
        """Tell whether a criterion does not apply."""
        return self.truth(self.criterion(name).applies) == FALSE


class Asker:
    """Asks for states by deeds and pins, and remembers the answers."""

    def __init__(self, ask: Ask, day: date, *, proven: bool = False, level: str | None = None) -> None:
        """Ask of one day; ``proven`` holds criteria to their evidence too, ``level`` is the one to be reached."""
        self._ask, self.day, self._proven, self.level = ask, day, proven, level
        self._effects: Effects | None = None
        self.rule: Rule | None = None
        """The decision's own pass rule, once it is read."""
        self._known: dict[tuple[object, ...], State] = {}

    def plain(self, village: Village) -> State:
        """Ask of a village as it is."""
        return self._state(village, None)

    def work_with(self, effects: Effects) -> None:
        """Take the effects that states are asked with."""
        self._effects = effects

    def state(
        self,
        deeds: Iterable[Deed],
        pins: Mapping[str, Exact | Interval | bool] | None = None,
        opened: str | None = None,
    ) -> State:
        """Ask of the village after some deeds; ``opened`` is the path of a fact of which nothing is said any more."""
        assert self._effects is not None  # noqa: S101 - set once the first answer is there
        done = list(deeds)
        assumed = tuple(sorted((pins or {}).items(), key=_path))
        key = (frozenset((deed.task, deed.number) for deed in done), assumed, opened)
        if key not in self._known:
            changed = after(self._effects, done, opened)
            self._known[key] = self._state(changed.village, {**changed.given, **(pins or {})} or None)
        return self._known[key]

    def _state(self, village: Village, given: Given | None) -> State:
        return State(*self._ask(village, self.day, given))

    def met(self, leaf: Wanted, state: State) -> bool:
        """Tell whether a leaf of the pass rule is what the target asks."""
        if leaf.criterion is None:
            return state.truth(leaf.node(state.program)) == TRUE
        if leaf.or_absent and state.absent(leaf.criterion):
            return True
        return state.met(leaf.criterion) and not (self._proven and not state.assessment[leaf.criterion].proven)

    def passes(self, rule: Rule, state: State) -> bool:
        """Tell whether a pass rule is; of the decision itself only its verdict tells."""
        if rule is self.rule and not self._proven:
            if self.level is not None:
                return state.truth(goal_of(state.program, self.level)) == TRUE
            return state.assessment.verdict is Outcome.MET
        return holds(rule, lambda leaf: self.met(leaf, state))


def _path(item: tuple[str, object]) -> str:
    return item[0]
