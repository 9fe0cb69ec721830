"""Trials: made-up villages that are put before two rulesets, one criterion at a time.

How data goes through: a criterion of each ruleset is taken out into a small ruleset of its own (a slice), its edges
give values for each of its facts, their combinations give villages, and the evaluator, which is handed in, says how
each stands. A village that a ruleset refuses has no stand there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, product
from math import prod
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage._program.door import program_for
from smartvillage._program.nodes import Const, Slot, Tally
from smartvillage._program.reads import beneath
from smartvillage.errors import VillageError
from smartvillage.model.facts import ShareFact
from smartvillage.model.village import Village

from .edges import Edges, find_edges
from .trial_values import trial_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from smartvillage._program.nodes import Node
    from smartvillage._program.program import LoweredCriterion, LoweredDecision, Program
    from smartvillage.model.findings import Assessment
    from smartvillage.model.ruleset import Ruleset

    #: What says how a village stands on a day.
    Evaluate = Callable[[Ruleset, Village, date], Assessment]

#: How many made-up villages are tried for one criterion on one day.
MOST_TRIALS = 400
#: A fact that a tried village does not tell.
MISSING = object()


class Trial(NamedTuple):
    """A made-up village: its facts as a file writes them, and the types of evidence attached."""

    facts: Mapping[str, Any]
    evidence: tuple[str, ...] = ()


class Trials(NamedTuple):
    """The villages to try, and whether they are all there can be."""

    tried: tuple[Trial, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two rulesets, and how its slices stand."""

    ruleset: Ruleset
    evaluate: Evaluate
    slices: dict[str, Ruleset] = field(default_factory=dict)

    def program(self, day: date) -> Program:
        """Return the whole ruleset's program of a day."""
        return program_for(self.ruleset, day)

    def lowered(self, criterion: str, day: date) -> LoweredCriterion | None:
        """Return a criterion as it is on a day, or nothing where it is not in the set."""
        return next((one for one in self.program(day).criteria if one.criterion.id == criterion), None)

    def assess(self, trial: Trial, day: date, *, alone: str | None = None) -> Assessment | None:
        """Say how a village stands, before the whole set or before one criterion alone; nothing where it is refused."""
        ruleset = self.ruleset if alone is None else self._slice(alone)
        try:
            return self.evaluate(ruleset, made_up(ruleset, trial, day), day)
        except VillageError:
            return None

    def _slice(self, criterion: str) -> Ruleset:
        found = self.slices.get(criterion)
        if found is None:
            alone = tuple(one for one in self.ruleset.criteria if one.id == criterion)
            found = self.slices[criterion] = self.ruleset.model_copy(
                update={"criteria": alone, "decisions": {}, "procedure": (), "activities": {}}
            )
            found._derived.clear()  # noqa: SLF001 - nothing that was derived of the whole set is the slice's
        return found


def made_up(ruleset: Ruleset, trial: Trial, day: date) -> Village:
    """Make a village of a trial, with those of its facts that the ruleset knows."""
    facts = {name: value for name, value in trial.facts.items() if name in ruleset.facts}
    supports = [one.id for one in ruleset.criteria]
    pieces = [{"id": f"p{place}", "type": kind, "supports": supports, "issued_on": day.isoformat()}
              for place, kind in enumerate(trial.evidence) if kind in ruleset.evidence_types]  # fmt: skip
    return Village.model_validate({
        "village": {"id": "thu", "name": "Làng thử", "kind": ruleset.ruleset.subject},
        "ruleset": ruleset.id, "as_of": day, "facts": facts, "evidence": pieces,
    })  # fmt: skip


def trials(sides: Sequence[tuple[Program, LoweredCriterion]]) -> Trials:
    """Make the villages that two versions of a criterion may judge differently."""
    edges = Edges()
    for program, lowered in sides:
        find_edges(edges, program, lowered.holds, lowered.applies, *_gauges(lowered))
    names = sorted({fact for _, lowered in sides for fact in lowered.facts} - _filling(sides, edges))
    absent = any(lowered.criterion.instead for _, lowered in sides)
    ways = [_ways(sides, name, edges, absent=absent) for name in names]
    facts = [_told(names, values) for values in _combinations(ways)]
    whole = edges.whole and prod(map(len, ways)) <= MOST_TRIALS
    return Trials(tuple(Trial(one) for one in facts), whole)


def decision_trials(sides: Sequence[tuple[Program, LoweredDecision]]) -> Iterator[Trial]:
    """Make villages that differ in what a decision reads itself, by a measure or a condition and by no criterion."""
    edges, names = Edges(), set[str]()
    for program, lowered in sides:
        level = () if lowered.level is None else lowered.level.reach
        score = () if lowered.score is None else (lowered.score.value,)
        roots: tuple[Node, ...] = (lowered.holds, *level, *score)
        find_edges(edges, program, *roots)
        names |= {fact for node in beneath(*roots) if (fact := _fact_of(program, node))}
    names -= {fact for program, _ in sides for one in program.criteria for fact in one.facts}
    order = sorted(names)
    ways = [_ways(sides, name, edges, absent=False) for name in order]
    yield from (Trial(_told(order, values)) for values in _combinations(ways) if order)


def _fact_of(program: Program, node: Node) -> str:
    """Return the fact that a node reads itself, a list included; nothing where it reads none."""
    if isinstance(node, Tally):
        return program.lists[node.list].fact
    path = program.slots[node.index].path if isinstance(node, Slot) and not node.inner else ""
    return path.split("/")[1] if path.startswith("facts/") else ""


def _gauges(lowered: LoweredCriterion) -> tuple[Node, ...]:
    """Return what decides the points and the grade of a criterion."""
    points = () if lowered.points is None else (lowered.points.value,)
    return (*points, *(() if lowered.grade is None else lowered.grade.reach))


def _filling(sides: Sequence[tuple[Program, LoweredCriterion]], edges: Edges) -> set[str]:
    """Return facts that only fill a share: the share is told itself."""
    shares = [program.facts[name] for program, lowered in sides for name in lowered.facts if name in program.facts]
    parts = {name for fact in shares if isinstance(fact, ShareFact) for name in (fact.part, fact.whole) if name}
    return {name for name in parts if f"facts/{name}" not in edges.values}


def _ways(sides: Sequence[tuple[Program, Any]], name: str, edges: Edges, *, absent: bool) -> list[Any]:
    found: dict[str, Any] = {}
    for program, _ in sides:
        if name in program.facts:
            found |= {repr(value): value for value in trial_values(program, name, edges)}
    return [*found.values(), *([MISSING] if absent or not found else [])]


def _told(names: list[str], values: tuple[Any, ...]) -> dict[str, Any]:
    return {name: value for name, value in zip(names, values, strict=True) if value is not MISSING}


def _combinations(ways: list[list[Any]]) -> Iterator[tuple[Any, ...]]:
    """Yield all combinations where they are few, else each value once beside others and a fixed random choice."""
    if prod(map(len, ways)) <= MOST_TRIALS:
        yield from product(*ways)
        return
    chance = Random(len(ways))  # noqa: S311 - a fixed choice, nobody's secret
    for place, values in enumerate(ways):
        for value in islice(values, MOST_TRIALS // (2 * len(ways)) + 1):
            others = [chance.choice(one) for one in ways]
            yield (*others[:place], value, *others[place + 1 :])
    for _ in range(MOST_TRIALS // 2):
        yield tuple(chance.choice(one) for one in ways)


def reads_others(program: Program, lowered: LoweredCriterion) -> bool:
    """Tell whether a criterion reads what came of other criteria; what is always so is of nobody, and shared by all."""
    others = {id(one.holds) for one in program.criteria if one is not lowered}
    others |= {id(one.holds) for one in program.decisions}
    return any(id(node) in others for node in beneath(lowered.holds, lowered.applies) if not isinstance(node, Const))
