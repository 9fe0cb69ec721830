"""Evidence: what a criterion asks for, what is attached and valid, and what *proven* still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from smartvillage._program.bound import LACKS
from smartvillage._program.papers import is_valid
from smartvillage.model.facts import RecordFact
from smartvillage.model.findings import BLOCKING, Outcome
from smartvillage.model.proof import EvidenceList, EvidenceNeed, EvidencePiece, Lack, Proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.criteria import Criterion
    from smartvillage.model.explanation import Step
    from smartvillage.model.findings import Finding

    from .scene import Scene


def proof(scene: Scene, criterion: Criterion, finding: Finding, steps: tuple[Step, ...], used: frozenset[str]) -> Proof:
    """Tell what proves a criterion and what is lacking."""
    wanted = criterion.evidence
    lists = tuple(_list(scene, criterion.id, used, types) for types in wanted) if isinstance(wanted, tuple) else ()
    return Proof(
        proven=finding.proven,
        asks_nothing=wanted == "none",
        lists=lists,
        lacks=() if finding.proven else tuple(_lacks(scene, criterion, finding, lists, steps)),
    )


def _list(scene: Scene, criterion: str, used: frozenset[str], types: tuple[str, ...]) -> EvidenceList:
    needs = tuple(_need(scene, {criterion, *used}, kind) for kind in types)
    return EvidenceList(needs=needs, complete=all(need.given for need in needs))


def _need(scene: Scene, supported: set[str], kind: str) -> EvidenceNeed:
    pieces = tuple(
        EvidencePiece(id=one.id, title=one.title, link=one.link, valid=is_valid(scene.program, one, scene.program.day))
        for one in scene.bound.village.evidence
        if one.type == kind and supported.intersection(one.supports)
    )
    declared = scene.ruleset.evidence_types.get(kind)
    return EvidenceNeed(
        type=kind, title=None if declared is None else declared.title, pieces=pieces,
        given=any(one.valid for one in pieces),
    )  # fmt: skip


def _lacks(
    scene: Scene, criterion: Criterion, finding: Finding, lists: tuple[EvidenceList, ...], steps: tuple[Step, ...]
) -> Iterator[Lack]:
    if finding.outcome is not Outcome.MET:
        yield Lack(kind="outcome")
    for step in _carrying(steps):
        for weakness in step.caveats:
            if weakness.caveat in BLOCKING:
                yield Lack(kind="caveat", fact=weakness.fact, title=weakness.title, caveat=weakness.caveat)
        if step.head == "fact" and step.of is not None and step.truth == "met":
            yield from _record(scene, step.of)
    if criterion.evidence is None:
        yield Lack(kind="no_evidence_list")
    elif lists and not any(one.complete for one in lists):
        nearest = min(lists, key=lambda one: sum(not need.given for need in one.needs))
        yield Lack(kind="evidence", keys=tuple(need.type for need in nearest.needs if not need.given))


def _carrying(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        if step.carries:
            yield step
            yield from _carrying(step.steps)


def _record(scene: Scene, fact_id: str) -> Iterator[Lack]:
    """Tell which keys a record needs and does not show."""
    fact, reading = scene.fact(fact_id), scene.bound.readings.get(fact_id)
    if not isinstance(fact, RecordFact) or reading is None or not reading.mask & LACKS:
        return
    line = reading.line if isinstance(reading.line, Mapping) else {}
    keys = tuple(key for key in fact.needed() if line.get(key) is None)
    yield Lack(kind="record", fact=fact_id, title=fact.title, keys=keys)
