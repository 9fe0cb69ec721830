"""What was looked at: a fact's value as used and as written, what weakens it, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smartvillage._program.bound import CAVEAT_BITS, REASON_BITS
from smartvillage._program.interval import Interval
from smartvillage._program.literal import FLAG_LIKE, plain_text
from smartvillage._program.nodes import Kind
from smartvillage.exact import exact_text
from smartvillage.model.basis import Citation
from smartvillage.model.explanation import Cited, Measured, Missing, Weakness
from smartvillage.model.facts import JudgementFact, ListFact, RecordFact, ShareFact
from smartvillage.model.findings import Caveat, Reason
from smartvillage.truth import UNKNOWN

from .spelling import asked, cited, speller, value_title

if TYPE_CHECKING:
    from smartvillage._program.bound import Reading
    from smartvillage._program.carried import Carried
    from smartvillage._program.interval import Known
    from smartvillage.model.facts import AnyFact

    from .scene import Scene


def measured(scene: Scene, fact: AnyFact, value: Known, reading: Reading | None) -> Measured:
    """Tell what a fact or a field came to."""
    spelled = speller(fact, scene.program.tables)
    open_ = isinstance(value, Interval) or (isinstance(fact, FLAG_LIKE) and value == UNKNOWN)
    counts = None if reading is None else reading.counts
    return Measured(
        form=spelled.form,
        exact=None if open_ else spelled.text(value),  # type: ignore[arg-type]  # no interval is left
        within=spelled.span(value) if isinstance(value, Interval) and scene.program.given else None,
        written=written(reading),
        unit=spelled.unit,
        title=None if open_ else value_title(fact, value, scene.ruleset),  # type: ignore[arg-type]  # likewise
        part=None if counts is None else exact_text(counts[0]),
        whole=None if counts is None else exact_text(counts[1]),
        part_of=fact.part if isinstance(fact, ShareFact) else None,
        source=_source(scene, reading),
    )


def written(reading: Reading | None) -> str | None:
    """Return a value as the village wrote it; a record's keys are no value."""
    if reading is None:
        return None
    line = reading.line
    if isinstance(line, Mapping):
        value = next((line[key] for key in ("value", "decision", "village") if line.get(key) is not None), None)
        if value is None and reading.counts is not None:
            return f"{line.get('part')}/{line.get('whole')}"
        return None if value is None or isinstance(value, (dict, list)) else plain_text(value)
    return None if line is None or isinstance(line, list) else plain_text(line)


def _source(scene: Scene, reading: Reading | None) -> Cited | None:
    """Return where the village has a value from: the line's own source, else the village's; by the village's list."""
    if reading is None or reading.line is None:
        return None
    said = reading.line.get("source") if isinstance(reading.line, Mapping) else None
    village = scene.bound.village
    return cited(village.sources, village.source if said is None else Citation.model_validate(said))


def weaknesses(scene: Scene, fact_id: str, mask: int, instead_of: str | None = None) -> tuple[Weakness, ...]:
    """Tell what weakens a fact; ``instead_of`` is the rule's own fact where this one stands in for it."""
    found = []
    for caveat, bit in CAVEAT_BITS.items():
        if mask & bit:
            about = _about(scene, fact_id, bit)
            asked_, given = _told(scene, about, caveat, instead_of)
            own = scene.fact(asked_).title if caveat is Caveat.PROXY_MEASURE and asked_ is not None else None
            title = scene.fact(about).title
            found.append(Weakness(caveat=caveat, fact=about, title=title, asked=asked_, given=given, asked_title=own))
    return tuple(found)


def _about(scene: Scene, fact_id: str, bit: int) -> str:
    """Say which fact a caveat is about: the one looked at, else a class or another that the criterion reads."""
    program, bound = scene.program, scene.bound
    if isinstance(scene.fact(fact_id), ListFact) or scene.criterion is None:
        return fact_id
    weak = {info.fact for info, mask in zip(program.slots, bound.masks, strict=True) if mask & bit}
    if fact_id in weak:
        return fact_id
    read = next((one.facts for one in program.criteria if one.criterion is scene.criterion), frozenset())
    return min((name for name in read if name in weak), default=fact_id)


def _told(scene: Scene, fact_id: str, caveat: Caveat, instead_of: str | None) -> tuple[str | None, str | None]:
    """Say what was asked for and what was given instead."""
    fact, reading = scene.fact(fact_id), scene.bound.readings.get(fact_id)
    match caveat:
        case Caveat.SCOPE_MISMATCH:
            return fact.scope or scene.ruleset.ruleset.subject, _scope(scene, fact_id)
        case Caveat.PROXY_MEASURE:
            return instead_of, fact_id
        case Caveat.STALE:
            day = None if reading is None or reading.day is None else reading.day.isoformat()
            return fact.fresh_for, day
        case Caveat.STATED_DIFFERS | Caveat.CONFLICT:
            if reading is None or reading.counts is None or reading.number is None or reading.value is None:
                return None, None
            return exact_text(reading.value), reading.number.text
        case _:
            return None, None


def _scope(scene: Scene, fact_id: str) -> str | None:
    """Return the scope a village gave, on the fact's line or on that of a share's part."""
    fact, reading = scene.fact(fact_id), scene.bound.readings.get(fact_id)
    if reading is not None and reading.scope is not None:
        return reading.scope
    if isinstance(fact, ShareFact):
        parts = [scene.bound.readings.get(name) for name in (fact.part, fact.whole) if name]
        return next((part.scope for part in parts if part is not None and part.scope is not None), None)
    line: Any = scene.bound.village.facts.get(fact_id)
    scope = line.get("scope") if isinstance(line, Mapping) else None
    return scope if isinstance(scope, str) else None


def missing(scene: Scene, said: Carried) -> tuple[Missing, ...]:
    """Tell of everything open that carries a result, in the order of the rule."""
    return tuple(_missing(scene, path, kind, said) for path, kind in said.open.items())


def _missing(scene: Scene, path: str, kind: Kind, said: Carried) -> Missing:
    place = scene.slots.get(path)
    if kind is Kind.FACT:
        reason = Reason.MISSING_FACT if place is None else scene.bound.whys[place]
        return missing_fact(scene, path, Reason.CLASS_UNKNOWN if _is_class(scene, path, said) else reason)
    info = scene.program.slots[place] if place is not None else None
    limit = scene.program.limits.get(path)
    ask = (info.ask if info else None) or (limit.ask if limit else None)
    reason = info.reason if info else Reason.THRESHOLD_UNKNOWN
    return Missing(path=path, kind=kind.value, reason=reason, ask=asked(scene.ruleset, ask))


def _is_class(scene: Scene, path: str, said: Carried) -> bool:
    """Tell whether a fact is open as the class that picks a limit."""
    if not said.reasons & REASON_BITS[Reason.CLASS_UNKNOWN]:
        return False
    return any(info.path == path and info.reason is Reason.CLASS_UNKNOWN for info in scene.program.slots)


def missing_fact(scene: Scene, path: str, reason: Reason) -> Missing:
    """Tell of a missing fact, a record's field, a list or an entity's field, with its question."""
    _, fact_id, *rest = path.split("/")
    fact = scene.fact(fact_id)
    if rest and isinstance(fact, (ListFact, RecordFact)):
        fact = fact.fields.get(rest[-1], fact)
    ask = fact.assessor if isinstance(fact, JudgementFact) else None
    return Missing(
        path=path, kind="fact", reason=reason, fact=fact_id, title=fact.title, question=fact.question,
        ask=asked(scene.ruleset, ask),
    )  # fmt: skip
