"""Steps about what an entity or a record had to show: its fields, and combinations of them.

The rule: for a list each step counts the entities for which its own part holds; the step above counts the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage.model.explanation import Step
from smartvillage.truth import FALSE, TRUE, UNKNOWN, negate

from .measured import measured
from .scene import TRUTHS, Scene
from .trials import Trial, comparison, trials, truth_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartvillage._program.bound import Reading
    from smartvillage._program.interval import Known
    from smartvillage.model.conditions import Where
    from smartvillage.model.facts import AnyFact


@dataclass(frozen=True, slots=True)
class Looked:
    """A field of a record, or the same field of every entity of a list."""

    fact: AnyFact
    values: Sequence[Known]
    """One for a record, one for each entity of a list."""
    reading: Reading | None = None


#: How a field is looked at, by its name.
Look = "Callable[[str], Looked]"


def where_steps(
    scene: Scene, where: Where, path: str, look: Callable[[str], Looked], *, carries: bool
) -> tuple[Step, ...]:
    """Tell of each part of a where-mapping; all of them had to hold."""
    return tuple(found for found, _ in _parts(scene, where, path, look, carries=carries))


def _parts(
    scene: Scene, where: Where, path: str, look: Callable[[str], Looked], *, carries: bool
) -> list[tuple[Step, list[int]]]:
    """Tell of each part, with its truth for each entity."""
    found = [_field(scene, name, f"{path}/{name}", (look, trials(scene, tests, f"{path}/{name}")), carries=carries)
             for name, tests in sorted(where.fields.items())]  # fmt: skip
    for place, part in enumerate(where.all_of):
        found += _parts(scene, part, f"{path}/all_of/{place}", look, carries=carries)
    if where.any_of:
        ways = [_parts(scene, part, f"{path}/any_of/{place}", look, carries=carries)
                for place, part in enumerate(where.any_of)]  # fmt: skip
        each = [_every([truths for _, truths in way]) for way in ways]
        inner = tuple(told for way in ways for told, _ in way)
        found.append(_combined("any_of", f"{path}/any_of", inner, [max(one) for one in zip(*each, strict=True)]))
    if where.not_ is not None:
        denied = _parts(scene, where.not_, f"{path}/not", look, carries=carries)
        truths = [negate(one) for one in _every([one for _, one in denied])]
        found.append(_combined("not", f"{path}/not", tuple(told for told, _ in denied), truths))
    return found


def _every(truths: list[list[int]]) -> list[int]:
    return [min(one) for one in zip(*truths, strict=True)]


def _combined(head: str, path: str, steps: tuple[Step, ...], truths: list[int]) -> tuple[Step, list[int]]:
    return Step(path=path, head=head, truth=TRUTHS[_together(truths)], steps=steps), truths


def _field(
    scene: Scene, name: str, path: str, looked: tuple[Callable[[str], Looked], list[Trial]], *, carries: bool
) -> tuple[Step, list[int]]:
    """Tell of one field: its value where one is looked at, else for how many it holds."""
    look, put = looked
    seen = look(name)
    truths = [min((truth_of(trial, seen.fact, value, scene) for trial in put), default=TRUE) for value in seen.values]
    one = len(seen.values) == 1
    value: Known = seen.values[0] if one else UNKNOWN
    told = [comparison(trial, seen.fact, value, scene, (name, None)) for trial in put]
    if not one:
        told = [each.model_copy(update={"truth": TRUTHS[_together(truths)], "distance": None}) for each in told]
    return Step(
        path=path, head="where", of=name, title=seen.fact.title, truth=TRUTHS[_together(truths)], carries=carries,
        measured=measured(scene, seen.fact, value, seen.reading) if one else None, tests=tuple(told),
    ), truths  # fmt: skip


def _together(truths: Sequence[int]) -> int:
    """Return what all entities come to: every one of them must hold."""
    return min(truths, default=TRUE) if FALSE not in truths else FALSE
