"""What all results of one program share: the shelves, which criteria are counted, and the names with their digests.

The rule: it is made once for a program or a village and kept beside it; a result holds references alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.canonical import digest
from smartvillage.model.facts import ShareFact
from smartvillage.model.findings import RulesetRef, VillageRef
from smartvillage.model.packed import (
    CriterionCard,
    DecisionCard,
    DecisionShelf,
    FindingShelf,
    Gauge,
    GroupCard,
    GroupShelf,
)

if TYPE_CHECKING:
    from smartvillage._program.program import LoweredCriterion, LoweredDecision, Program
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village


class Shelves(NamedTuple):
    """What all results of one program share."""

    ruleset: RulesetRef
    findings: FindingShelf
    groups: GroupShelf
    decisions: DecisionShelf
    counted: tuple[int, ...]
    """Where the criteria stand that the counts count: those outside precondition groups."""
    main: int | None
    """Which decision is the verdict."""


def shelves(program: Program) -> Shelves:
    """Return what all results of a program share."""
    found: Shelves | None = program._derived.get("shelves")  # noqa: SLF001 - the place for what is made of it
    if found is None:
        found = program._derived["shelves"] = _make(program)  # noqa: SLF001 - likewise
    return found


def _make(program: Program) -> Shelves:
    ruleset = program.ruleset
    members: dict[str | None, list[int]] = {}
    for place, one in enumerate(program.criteria):
        if one.criterion.rule is not None:
            members.setdefault(one.criterion.group, []).append(place)
    aside = {group.id for group in ruleset.groups if group.precondition}
    main = ruleset.main_decision()
    names = [one.id for one in program.decisions]
    return Shelves(
        ruleset_ref(ruleset),
        FindingShelf(tuple(_criterion_card(program, one) for one in program.criteria)),
        GroupShelf(tuple(GroupCard(one.id, one.title, one.precondition, tuple(members.get(one.id, ())))
                         for one in ruleset.groups)),
        DecisionShelf(tuple(_decision_card(program, one) for one in program.decisions)),
        tuple(place for place, one in enumerate(program.criteria)
              if one.criterion.group not in aside and one.criterion.rule is not None),
        names.index(main) if main in names else None,
    )  # fmt: skip


def _criterion_card(program: Program, lowered: LoweredCriterion) -> CriterionCard:
    criterion = lowered.criterion
    gauge = Gauge() if criterion.grade is None else _ladder(program, criterion.grade.scale)
    return CriterionCard(criterion.id, criterion.title, criterion.group, lowered.basis, gauge)


def _decision_card(program: Program, lowered: LoweredDecision) -> DecisionCard:
    gauge = Gauge()
    if lowered.level is not None:
        gauge = _ladder(program, lowered.level.scale)
    elif lowered.score is not None and lowered.score.fact is not None:
        _, fact = lowered.score.fact
        share = isinstance(fact, ShareFact)
        gauge = Gauge("percent" if share else "number", str(getattr(fact, "unit", "")))
    return DecisionCard(lowered.id, lowered.decision.title, lowered.basis, gauge)


def _ladder(program: Program, scale: str) -> Gauge:
    return Gauge(scale=scale, levels=program.tables.scales[scale])


def ruleset_ref(ruleset: Ruleset) -> RulesetRef:
    """Name a resolved ruleset."""
    found: RulesetRef | None = ruleset._derived.get("ref")  # noqa: SLF001 - the place for what stages derive
    if found is None:
        found = ruleset._derived["ref"] = RulesetRef(  # noqa: SLF001 - likewise
            id=ruleset.id, version=ruleset.version, title=ruleset.ruleset.title, overlays=ruleset.overlays,
            digest=digest(ruleset.model_dump(mode="json")),
        )  # fmt: skip
    return found


def village_ref(village: Village) -> VillageRef:
    """Name a village."""
    found: VillageRef | None = village._derived.get("ref")  # noqa: SLF001 - the place for what stages derive
    if found is None:
        found = village._derived["ref"] = VillageRef(  # noqa: SLF001 - likewise
            id=village.id, name=village.name, digest=digest(village.model_dump(mode="json"))
        )
    return found
