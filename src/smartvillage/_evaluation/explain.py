"""Explaining: why a criterion or a decision came out as it did, built when asked, so that evaluating stays quick.

The rule: nothing is judged here. Outcome, reasons and caveats are those of the assessment; the tree is read off the
same walk.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smartvillage._faults.words import nearest
from smartvillage._program.feasible import Steps
from smartvillage._program.nodes import Prefer
from smartvillage._program.outcome import Notes
from smartvillage._program.possible import Question, possible_outcomes
from smartvillage._program.reads import beneath
from smartvillage._program.reduction import Reduction, TooDeepError
from smartvillage._program.residue import Decided
from smartvillage._program.walk import compiled, walk
from smartvillage.errors import NotFoundError
from smartvillage.model.explanation import Certainty, Explanation
from smartvillage.model.findings import Reason
from smartvillage.model.proof import Proof
from smartvillage.truth import TRUE

from .assess import assess
from .certainty import STEP_LIMIT, certainty
from .evidence import proof
from .proven import Proof as Proving
from .scene import Scene, slots_of
from .steps import step

if TYPE_CHECKING:
    from smartvillage._program.bound import Bound
    from smartvillage._program.nodes import TruthNode
    from smartvillage._program.program import LoweredCriterion, LoweredDecision, Program
    from smartvillage.model.findings import Assessment


def explain(program: Program, bound: Bound, name: str) -> Explanation:
    """Show why a criterion, or a decision, came out as it did.

    Raises:
        NotFoundError: neither a criterion in the set on the day nor a decision bears the name.
    """
    assessment = assess(program, bound)
    values = walk(program, bound.values)
    scene = Scene(bound, values, Notes(bound, values), slots_of(program))
    for place, criterion in enumerate(program.criteria):
        if criterion.criterion.id == name:
            return _of_criterion(scene, assessment, criterion, place)
    for decision in program.decisions:
        if decision.id == name:
            return _of_decision(scene, assessment, decision)
    known = [*[one.criterion.id for one in program.criteria], *[one.id for one in program.decisions]]
    raise NotFoundError("criterion", name, nearest(name, known), known)


def _of_criterion(scene: Scene, assessment: Assessment, lowered: LoweredCriterion, place: int) -> Explanation:
    criterion = lowered.criterion
    finding = assessment[criterion.id]
    applies, holds = (scene.values[start + place] for start in (scene.layout.applies, scene.layout.holds))
    path = f"criteria/{criterion.id}"
    scene = replace(scene, criterion=criterion)
    condition = None
    if criterion.applies_if is not None:
        here = replace(scene, tell=applies != TRUE)
        condition = step(here, criterion.applies_if, f"{path}/applies_if")
    assert criterion.rule is not None  # noqa: S101 - a criterion without a rule is in no program
    rule = step(replace(scene, tell=holds != TRUE), criterion.rule, f"{path}/rule", carries=applies != 0)
    steps = tuple(one for one in (condition, rule) if one is not None)
    return Explanation(
        ruleset=assessment.ruleset, village=assessment.village, on=assessment.on, id=criterion.id,
        title=criterion.title, group=criterion.group, outcome=finding.outcome, reasons=finding.reasons,
        caveats=finding.caveats, basis=finding.basis, applies_if=condition, rule=rule,
        proof=proof(scene, criterion, finding, steps, frozenset(Proving(scene.bound).used(place))),
        certainty=_certainty(scene.bound, lowered.applies, lowered.holds),
    )  # fmt: skip


def _of_decision(scene: Scene, assessment: Assessment, lowered: LoweredDecision) -> Explanation:
    found = next(one for one in assessment.decisions if one.id == lowered.id)
    truth = scene.truth(lowered.holds)
    rule = step(replace(scene, tell=truth != TRUE), lowered.decision.if_, f"decisions/{lowered.id}/if")
    return Explanation(
        ruleset=assessment.ruleset, village=assessment.village, on=assessment.on, kind="decision", id=lowered.id,
        title=lowered.decision.title, outcome=found.outcome, reasons=found.reasons, caveats=found.caveats,
        basis=found.basis, rule=rule, proof=Proof(proven=False),
        certainty=_certainty(scene.bound, None, lowered.holds),
    )  # fmt: skip


def _certainty(bound: Bound, applies: TruthNode | None, holds: TruthNode) -> Certainty:
    """Ask how sure an outcome is, and whether it is only so because a substitute stands in.

    What is not in force is nothing that anybody could know, so no set that would settle the outcome holds it.
    """
    try:
        question = _question(Reduction(bound), applies, holds)
        found = certainty(question, rests_on_proxy=_rests_on_proxy(bound, question, applies, holds))
    except TooDeepError:
        return Certainty(finished=False)
    holes = {info.path for info in bound.program.slots if info.reason is Reason.NOT_IN_FORCE}
    knowable = tuple(paths for paths in found.settle if holes.isdisjoint(paths))
    return found if knowable == found.settle else found.model_copy(update={"settle": knowable})


def _rests_on_proxy(bound: Bound, question: Question, applies: TruthNode | None, holds: TruthNode) -> bool:
    """Tell whether the rules' own facts, which are missing, could give another outcome than their substitutes do."""
    layout = compiled(bound.program).layout
    roots = (holds,) if applies is None else (applies, holds)
    if not any(bound.values[layout.prefer(one)] for one in beneath(*roots) if isinstance(one, Prefer)):
        return False
    own = possible_outcomes(_question(Reduction(bound, own=True), applies, holds), Steps(STEP_LIMIT))
    return own is None or len(own) > 1 or own != possible_outcomes(question, Steps(STEP_LIMIT))


def _question(reduction: Reduction, applies: TruthNode | None, holds: TruthNode) -> Question:
    first = Decided(TRUE) if applies is None else reduction.root(applies)
    return Question(first, reduction.root(holds), reduction.variables)
