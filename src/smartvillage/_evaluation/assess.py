"""Assessing: a walked village becomes an ``Assessment``, compact, with its findings made when asked for.

The rule: what a criterion comes to is read off its two truths; why, and how weak, is asked only where it is not plainly
met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage._program.outcome import Notes, decision_outcome, outcome_of
from smartvillage._program.scores import scores
from smartvillage._program.walk import compiled, walk
from smartvillage.model.findings import Assessment, Outcome
from smartvillage.model.lazy import Lazy
from smartvillage.model.packed import counts_of, outcome_in, pack, pack_open, word
from smartvillage.truth import TRUE

from .grading import measured_criteria, measured_decisions
from .procedure import procedure
from .proven import Proof
from .shelves import shelves, village_ref

if TYPE_CHECKING:
    from smartvillage._program.bound import Bound
    from smartvillage._program.closures import Values
    from smartvillage._program.nodes import Kind
    from smartvillage._program.program import Program
    from smartvillage.model.findings import Counts
    from smartvillage.model.packed import PackedDecisions

_MET = word(Outcome.MET)
_MET_AND_PROVEN = word(Outcome.MET, proven=True)


def assess(program: Program, bound: Bound) -> Assessment:
    """Say how a bound village stands."""
    values = walk(program, bound.values)
    shared = shelves(program)
    told = _tell(program, bound, values)
    return Assessment(
        schema_version="1", ruleset=shared.ruleset, village=village_ref(bound.village), on=program.day,
        verdict=told.verdict, counts=told.counts, proven=told.proven, groups=Lazy(shared.groups, told.findings),
        decisions=Lazy(shared.decisions, told.decisions),
        findings=Lazy(shared.findings, (told.findings, told.opened, told.scores)),
        procedure=procedure(program, bound, values) if program.ruleset.procedure else (),
    )  # fmt: skip


class _Told(NamedTuple):
    """What is said of a walked village, packed."""

    findings: bytes
    opened: str
    scores: str
    decisions: PackedDecisions
    counts: Counts
    proven: int
    verdict: Outcome | None


def _tell(program: Program, bound: Bound, values: Values) -> _Told:
    """Say what the truths mean."""
    shared = shelves(program)
    notes = Notes(bound, values)
    words, opened = _words(program, bound, values, notes)
    decided = [_decision_word(program, values, notes, place) for place in range(len(program.decisions))]
    counts, proven = counts_of([words[place] for place in shared.counted])
    verdict = Outcome.UNKNOWN if shared.main is None else outcome_in(decided[shared.main])
    decisions = pack(decided), measured_decisions(program, values)
    return _Told(pack(words), pack_open(opened), measured_criteria(program, values), decisions, counts, proven, verdict)


def _words(
    program: Program, bound: Bound, values: Values, notes: Notes
) -> tuple[list[int], list[tuple[int, dict[str, Kind]]]]:
    layout = compiled(program).layout
    proof = Proof(bound)
    words: list[int] = []
    opened: list[tuple[int, dict[str, Kind]]] = []
    size = len(program.criteria)
    holds_all = values[layout.holds : layout.holds + size]
    applies_all = values[layout.applies : layout.applies + size]
    unruled = scores(program).alone
    asked = proof.weak | unruled
    for place, (applies, holds) in enumerate(zip(applies_all, holds_all, strict=True)):
        if applies == TRUE and holds == TRUE and place not in asked:
            words.append(_MET_AND_PROVEN if proof.proven(place, 0) else _MET)
            continue
        carried = notes.criterion(place)
        outcome = None if place in unruled else outcome_of(applies, holds, carried)
        proven = outcome is Outcome.MET and proof.proven(place, carried.mask)
        words.append(word(outcome, carried.reasons, carried.mask, proven=proven))
        if carried.open:
            opened.append((place, carried.open))
    return words, opened


def _decision_word(program: Program, values: Values, notes: Notes, place: int) -> int:
    carried = notes.decision(place)
    truth = values[compiled(program).layout.decisions + place]
    given = truth == TRUE and place in scores(program).decisions
    return word(None if given else decision_outcome(truth), carried.reasons, carried.mask)
