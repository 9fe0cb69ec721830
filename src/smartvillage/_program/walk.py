"""Walking: a program's closures over a village's values give every criterion's and every decision's truth.

The rule: every truth is found once. Criteria come first; what reads them, decisions above all, reads what was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.truth import TRUE, UNKNOWN

from .build import ALWAYS
from .closures import TruthFn, ValueFn, Values, structure_fn, truth_fn, value_fn
from .nodes import Const

if TYPE_CHECKING:
    from .interval import Interval
    from .nodes import Prefer, Slot, Tally, TruthNode, Value
    from .program import Program


class OuterLayout:
    """Slots, then tallies, then choices, then criteria (hold, apply), then decisions."""

    __slots__ = ("_domains", "_found", "_prefers", "_tallies", "applies", "decisions", "holds")

    def __init__(self, program: Program) -> None:
        """Number everything of a program."""
        self._domains = [info.domain for info in program.slots]
        tallies = len(program.slots)
        prefers = tallies + len(program.tallies)
        self._tallies = {id(node): tallies + place for place, node in enumerate(program.tallies)}
        self._prefers = {id(node): prefers + place for place, node in enumerate(program.prefers)}
        self.holds = prefers + len(program.prefers)
        self.applies = self.holds + len(program.criteria)
        self.decisions = self.applies + len(program.criteria)
        self._found: dict[int, int] = {}
        late = set(program.late)
        early = [("criteria", place) for place in range(len(program.criteria)) if ("criteria", place) not in late]
        for kind, place in (*early, *program.late):
            self._register(program, kind, place)

    def _register(self, program: Program, kind: str, place: int) -> None:
        """Let the first that is asked for a node stand for all that share it."""
        if kind == "decisions":
            nodes = [(program.decisions[place].holds, self.decisions + place)]
        else:
            one = program.criteria[place]
            nodes = [(one.holds, self.holds + place), (one.applies, self.applies + place)]
        for node, found in nodes:
            if not isinstance(node, Const):
                self._found.setdefault(id(node), found)

    def slot(self, slot: Slot) -> int:
        """Return the place of a slot."""
        return slot.index

    def tally(self, tally: Tally) -> int:
        """Return the place of a folded tally."""
        return self._tallies[id(tally)]

    def prefer(self, prefer: Prefer) -> int:
        """Return the place of a choice."""
        return self._prefers[id(prefer)]

    def domain(self, slot: Slot) -> Interval | None:
        """Return which numbers a slot can be at all."""
        return self._domains[slot.index]

    def found(self, node: TruthNode) -> int | None:
        """Return the place of a criterion's or a decision's truth."""
        return self._found.get(id(node))

    def root_fn(self, node: TruthNode, place: int) -> TruthFn:
        """Make the function of what stands at a place of its own; a second name for another truth reads that one."""
        found = self.found(node)
        return structure_fn(node, self) if found is None or found == place else truth_fn(node, self)


class Compiled(NamedTuple):
    """A program's functions, in the order in which they are asked."""

    layout: OuterLayout
    holds: tuple[TruthFn, ...]
    """By criterion; those that read others are asked later and are unknown until then."""
    applies: tuple[int, ...]
    """By criterion: true where it always applies; else unknown until asked."""
    later: tuple[tuple[int, TruthFn], ...]
    """What is asked afterwards: the place and the function."""
    late: frozenset[int]
    """The criteria that read others."""


def compiled(program: Program) -> Compiled:
    """Return a program's functions, made once and kept beside it."""
    made: Compiled | None = program._derived.get("compiled")  # noqa: SLF001 - the place for what is made of it
    if made is None:
        made = program._derived["compiled"] = _compile(program)  # noqa: SLF001 - likewise
    return made


def truth_of(program: Program, node: TruthNode) -> TruthFn:
    """Return the function of a node's truth, made once and kept beside the program."""
    made: dict[TruthNode, TruthFn] = program._derived.setdefault("fns", {})  # noqa: SLF001 - the place for what is made of it
    found = made.get(node)
    if found is None:
        found = made[node] = truth_fn(node, compiled(program).layout)
    return found


def number_of(program: Program, node: Value) -> ValueFn:
    """Return the function of a number, made once and kept beside the program."""
    made: dict[Value, ValueFn] = program._derived.setdefault("numbers", {})  # noqa: SLF001 - likewise
    found = made.get(node)
    if found is None:
        found = made[node] = value_fn(node, compiled(program).layout)
    return found


def _compile(program: Program) -> Compiled:
    layout = OuterLayout(program)
    late = frozenset(place for kind, place in program.late if kind == "criteria")
    holds: list[TruthFn] = []
    later: list[tuple[int, TruthFn]] = []
    for place, one in enumerate(program.criteria):
        holds.append(_unknown if place in late else layout.root_fn(one.holds, layout.holds + place))
        if one.applies is not ALWAYS and place not in late:
            later.append((layout.applies + place, layout.root_fn(one.applies, layout.applies + place)))
    for kind, place in program.late:
        later += _late(program, layout, kind, place)
    applies = tuple(TRUE if one.applies is ALWAYS else UNKNOWN for one in program.criteria)
    return Compiled(layout, tuple(holds), applies, tuple(later), late)


def _late(program: Program, layout: OuterLayout, kind: str, place: int) -> list[tuple[int, TruthFn]]:
    if kind == "decisions":
        at = layout.decisions + place
        return [(at, layout.root_fn(program.decisions[place].holds, at))]
    one, at = program.criteria[place], layout.holds + place
    found = [(at, layout.root_fn(one.holds, at))]
    if one.applies is not ALWAYS:
        at = layout.applies + place
        found.append((at, layout.root_fn(one.applies, at)))
    return found


def _unknown(_values: Values) -> int:
    return UNKNOWN


def walk(program: Program, values: Values) -> Values:
    """Return the values with every criterion's and decision's truth behind them, by the places of ``OuterLayout``."""
    code = compiled(program)
    found = [*values, *[holds(values) for holds in code.holds], *code.applies, *[UNKNOWN] * len(program.decisions)]
    for place, truth in code.later:
        found[place] = truth(found)
    return found
