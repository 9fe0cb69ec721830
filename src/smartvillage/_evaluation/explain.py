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
from smartvillage.model.conditions import DecisionCondition
from smartvillage.model.explanation import Certainty, Explanation
from smartvillage.model.findings import Outcome, Reason
from smartvillage.model.proof import Proof
from smartvillage.truth import TRUE

from .assess import assess
from .certainty import STEP_LIMIT, certainty, of_levels
from .evidence import proof
from .gauging import gauge_step, grade_step, measure_step, points_step
from .proven import Proof as Proving
from .scene import Scene, slots_of
from .steps import step

if TYPE_CHECKING:
    from smartvillage._program.bound import Bound
    from smartvillage._program.gauged import Levels, Number
    from smartvillage._program.nodes import TruthNode, Value
    from smartvillage._program.program import LoweredCriterion, LoweredDecision, Program
    from smartvillage.model.criteria import Criterion
    from smartvillage.model.explanation import Step
    from smartvillage.model.findings import Assessment


def explain(program: Program, bound: Bound, name: str) -> Explanation:
    """Show why a criterion, or a decision, came out as it did.

    Raises:
        NotFoundError: neither a criterion in the set on the day nor a decision bears the name.
    """
    assessment = assess(program, bound)
    values = walk(program, bound.values)
    scene = Scene(bound, values, Notes(bound, values), slots_of(program), step=step)
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
    rule = None
    if criterion.rule is not None:
        rule = step(replace(scene, tell=holds != TRUE), criterion.rule, f"{path}/rule", carries=applies != 0)
    steps = tuple(one for one in (condition, rule) if one is not None)
    return Explanation(
        ruleset=assessment.ruleset, village=assessment.village, on=assessment.on, id=criterion.id,
        title=criterion.title, group=criterion.group, outcome=finding.outcome,
        answer="" if finding.outcome is None else str(finding.outcome), reasons=finding.reasons,
        caveats=finding.caveats, basis=finding.basis, applies_if=condition, rule=rule,
        **_measured(scene, criterion, carries=applies != 0),
        proof=proof(scene, criterion, finding, steps, frozenset(Proving(scene.bound).used(place))),
        certainty=_of_scored(scene.bound, lowered) if rule is None else
        _certainty(scene.bound, lowered.applies, lowered.holds),
    )  # fmt: skip


def _measured(scene: Scene, criterion: Criterion, *, carries: bool) -> dict[str, Step]:
    """Tell what a criterion gives and its grade, where it has them."""
    found = {}
    if criterion.points is not None:
        found["points"] = points_step(scene, criterion, carries=carries)
    if criterion.grade is not None:
        path, named = f"criteria/{criterion.id}/grade", (criterion.id, criterion.title)
        found["grade"] = grade_step(scene, criterion.grade, path, carries=carries, named=named)
    return found


def _of_decision(scene: Scene, assessment: Assessment, lowered: LoweredDecision) -> Explanation:
    found = next(one for one in assessment.decisions if one.id == lowered.id)
    truth = scene.truth(lowered.holds)
    return Explanation(
        ruleset=assessment.ruleset, village=assessment.village, on=assessment.on, kind="decision", id=lowered.id,
        title=lowered.decision.title, outcome=found.outcome, answer=found.answer, reasons=found.reasons,
        caveats=found.caveats, basis=found.basis, needs=_needed(replace(scene, tell=truth != TRUE), lowered),
        rule=_told(replace(scene, tell=truth != TRUE), lowered), proof=Proof(proven=False),
        certainty=_of_answer(scene, lowered),
    )  # fmt: skip


def _of_answer(scene: Scene, lowered: LoweredDecision) -> Certainty:
    """Ask how sure the answer is: of a level or a score, once it is sure that there is one, how sure that one is."""
    if lowered.decision.if_ is None and scene.truth(lowered.holds) == TRUE:
        return _of_given(scene.bound, lowered.level, lowered.score)
    found = _certainty(scene.bound, None, lowered.holds)
    sure = found.certain and found.holds is Outcome.MET
    return _of_given(scene.bound, lowered.level, lowered.score) if sure and lowered.decision.if_ is None else found


def _needed(scene: Scene, lowered: LoweredDecision) -> Step | None:
    """Tell of the decision that must be met first."""
    decision = lowered.decision
    if decision.needs is None:
        return None
    needed = DecisionCondition(decision=decision.needs, basis=decision.basis, source=decision.source)
    return step(scene, needed, f"decisions/{lowered.id}/needs")


def _told(scene: Scene, lowered: LoweredDecision) -> Step:
    """Tell of what a decision is: its condition, its level or its score."""
    decision, path = lowered.decision, f"decisions/{lowered.id}"
    if decision.if_ is not None:
        own = scene.truth(scene.program.nodes[f"{path}/if"])
        return step(scene, decision.if_, f"{path}/if", carries=own == scene.truth(lowered.holds))
    if decision.level is not None:
        return measure_step(scene, decision.level, carries=True)
    assert decision.score is not None  # noqa: S101 - a decision is one of the three
    return gauge_step(scene, decision.score, f"{path}/score", carries=True)


def _of_scored(bound: Bound, lowered: LoweredCriterion) -> Certainty:
    """Ask how sure the grade of a criterion is that is only scored, or its points where it has none."""
    return _of_given(bound, lowered.grade, lowered.points)


def _of_given(bound: Bound, level: Levels | None, score: Number | None) -> Certainty:
    """Ask how sure a level or a score is."""
    reduction = Reduction(bound)
    try:
        if level is not None:
            return of_levels([_question(reduction, None, node) for node in level.reach])
        return Certainty() if score is None else _of_sum(reduction, score.value)
    except TooDeepError:
        return Certainty(finished=False)


def _of_sum(reduction: Reduction, value: Value) -> Certainty:
    """A sum is settled by all that is open in it."""
    total = reduction.root_sum(value)
    if not (total.terms or total.choices):
        return Certainty(certain=True)
    paths = {variable.path for variable in reduction.variables.values()}
    return Certainty(certain=False, settle=(tuple(sorted(paths)),))


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
