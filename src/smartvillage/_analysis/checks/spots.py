"""Spots: every condition of a criterion or a decision, where it stands in its entry and under which path it is known.

The rule: steps follow the text, by position; paths follow the ids, as nodes and explanations name them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from smartvillage.model.conditions import AllOf, AnyOf, CountCondition, Not
from smartvillage.model.measures import ChooseMeasure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartvillage.diagnostics import Place
    from smartvillage.model.conditions import AnyCondition, Tests
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.ruleset import Ruleset

Step: TypeAlias = "str | int"
#: Where a part of an entry stands: its section, its id, and the steps into it.
Placer: TypeAlias = "Callable[..., Place | None]"


class Spot(NamedTuple):
    """Something that can hold or not, and where."""

    section: str
    id: str
    steps: tuple[Step, ...]
    path: str
    tests: Tests | AnyCondition

    def at(self, tests: AnyCondition, steps: tuple[Step, ...], *names: Step) -> Spot:
        """Go on to a part, by the steps of the text and by the names of its path."""
        path = "/".join((self.path, *map(str, names)))
        return Spot(self.section, self.id, (*self.steps, *steps), path, tests)


def within(spot: Spot) -> tuple[Spot, ...]:
    """Return the conditions directly inside a condition."""
    match spot.tests:
        case AllOf(all_of=parts):
            return _listed(spot, "all_of", parts)
        case AnyOf(any_of=parts):
            return _listed(spot, "any_of", parts)
        case CountCondition(count=tuple() as parts):
            return _listed(spot, "count", parts)
        case Not(not_=part):
            return (spot.at(part, ("not",), "not"),)
        case _:
            return ()


def _listed(spot: Spot, key: str, parts: tuple[AnyCondition, ...]) -> tuple[Spot, ...]:
    return tuple(spot.at(part, (key, place), key, part.id or place) for place, part in enumerate(parts))


def criterion_spots(criterion: Criterion) -> Iterator[Spot]:
    """Yield the outermost conditions of a criterion: when it applies, its rule, and what may stand in."""
    path = f"criteria/{criterion.id}"
    if criterion.applies_if is not None:
        yield Spot("criteria", criterion.id, ("applies_if",), f"{path}/applies_if", criterion.applies_if)
    if criterion.rule is not None:
        yield Spot("criteria", criterion.id, ("rule",), f"{path}/rule", criterion.rule)
    for place, one in enumerate(criterion.instead):
        if not one.given():
            continue  # it stands under the rule's own tests
        steps = ("instead", place)
        yield Spot("criteria", criterion.id, steps, f"{path}/instead/{one.id or place}", one)


def decision_spots(ruleset: Ruleset) -> Iterator[Spot]:
    """Yield the outermost condition of each decision that has one."""
    for name, decision in ruleset.decisions.items():
        condition = decision.if_
        if condition is not None:
            yield Spot("decisions", name, ("if",), f"decisions/{name}/if", condition)


def measure_spots(ruleset: Ruleset) -> Iterator[Spot]:
    """Yield the condition of each row of the measures that choose."""
    for name, measure in ruleset.measures.items():
        for place, row in enumerate(measure.choose if isinstance(measure, ChooseMeasure) else ()):
            steps = ("choose", place, "when")
            yield Spot("measures", name, steps, "/".join(map(str, ("measures", name, *steps))), row.when)


def all_spots(ruleset: Ruleset) -> Iterator[Spot]:
    """Yield every condition of a ruleset, the outer before the inner."""
    outer = [spot for criterion in ruleset.criteria for spot in criterion_spots(criterion)]
    todo = list(reversed([*outer, *decision_spots(ruleset), *measure_spots(ruleset)]))
    while todo:
        spot = todo.pop()
        yield spot
        todo.extend(reversed(within(spot)))
