"""The scene of one explanation: a walked village, what each part of a rule came to, and what carries it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from smartvillage._program.carried import Carried
from smartvillage._program.carry import carry_fn
from smartvillage._program.walk import OuterLayout, compiled, truth_of
from smartvillage.model.basis import Basis
from smartvillage.model.findings import Reason
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .spelling import cited

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartvillage._program.bound import Bound
    from smartvillage._program.interval import Known
    from smartvillage._program.nodes import TruthNode
    from smartvillage._program.outcome import Notes
    from smartvillage._program.program import Program
    from smartvillage.model.basis import Based
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.explanation import Step, StepTruth
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.ruleset import Ruleset

#: What each truth is called in a step.
TRUTHS: dict[int, StepTruth] = {FALSE: "not_met", UNKNOWN: "open", TRUE: "met"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the steps of one explanation are read off."""

    bound: Bound
    values: list[Any]
    """The values as walked."""
    notes: Notes
    slots: Mapping[str, int]
    """By path: the slot of a fact, a field, a limit or a method."""
    step: Callable[..., Step]
    """What tells of a condition that lies inside something else."""
    criterion: Criterion | None = None
    tell: bool = True
    """Whether the root is asked why: it is open or fails."""
    depth: int = 0
    """How many decisions lie around."""
    told: set[str] = field(default_factory=set, compare=False)
    """The named measures that were told whole already."""

    @property
    def program(self) -> Program:
        """Return the program."""
        return self.bound.program

    @property
    def ruleset(self) -> Ruleset:
        """Return the ruleset."""
        return self.bound.program.ruleset

    @property
    def layout(self) -> OuterLayout:
        """Return where everything stands among the values."""
        return compiled(self.bound.program).layout

    def truth(self, node: TruthNode) -> int:
        """Return a node's truth."""
        return truth_of(self.bound.program, node)(self.values)

    def said(self, node: TruthNode) -> Carried:
        """Return what the leaves say that carry a node's truth."""
        said = Carried()
        carry_fn(self.bound.program, node)(self.notes, said, self.tell)
        return said

    def value(self, path: str) -> Known | None:
        """Return the value of a slot by its path."""
        place = self.slots.get(path)
        return None if place is None else self.values[place]

    def fact(self, fact_id: str) -> AnyFact:
        """Return a fact's declaration."""
        return self.program.facts[fact_id]


def slots_of(program: Program) -> dict[str, int]:
    """Number slots by path; of several uses of one thing the first."""
    found: dict[str, int] = {}
    for place, info in enumerate(program.slots):
        found.setdefault(info.path, place)
    return found


def reasons_of(said: Carried) -> tuple[Reason, ...]:
    """Return the reasons in the order in which they are shown."""
    return tuple(reason for place, reason in enumerate(Reason) if said.reasons & (1 << place))


def based(scene: Scene, condition: Based) -> dict[str, Any]:
    """Say where a condition comes from, as keys of a step."""
    return {
        "basis": condition.basis or Basis.UNKNOWN,
        "source": cited(scene.ruleset.sources, condition.source),
        "note": condition.note,
    }
