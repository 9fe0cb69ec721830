"""What all results of one program share: the shelves, which criteria are counted, and the names with their digests.

The rule: it is made once for a program or a village and kept beside it; a result holds references alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.canonical import digest
from smartvillage.model.findings import RulesetRef, VillageRef
from smartvillage.model.packed import CriterionCard, DecisionCard, DecisionShelf, FindingShelf, GroupCard, GroupShelf

if TYPE_CHECKING:
    from smartvillage._program.program import Program
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
        members.setdefault(one.criterion.group, []).append(place)
    aside = {group.id for group in ruleset.groups if group.precondition}
    main = ruleset.main_decision()
    names = [one.id for one in program.decisions]
    return Shelves(
        ruleset_ref(ruleset),
        FindingShelf(tuple(CriterionCard(one.criterion.id, one.criterion.title, one.criterion.group, one.basis)
                           for one in program.criteria)),
        GroupShelf(tuple(GroupCard(one.id, one.title, one.precondition, tuple(members.get(one.id, ())))
                         for one in ruleset.groups)),
        DecisionShelf(tuple(DecisionCard(one.id, one.decision.title, one.basis) for one in program.decisions)),
        tuple(place for place, one in enumerate(program.criteria) if one.criterion.group not in aside),
        names.index(main) if main in names else None,
    )  # fmt: skip


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
