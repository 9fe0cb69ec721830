"""Facts: their ids are no words of the language, and what they name is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references, shape
from smartvillage.diagnostics import Diagnostic
from smartvillage.durations import read_duration
from smartvillage.model.conditions import CONDITION_HEADS, TEST_WORDS
from smartvillage.model.facts import (
    RECORD_KEYS,
    AnyFact,
    ChoiceFact,
    CountFact,
    JudgementFact,
    LevelFact,
    ListFact,
    QuantityFact,
    RecordFact,
    ResultFact,
    ShareFact,
)

from .measured import reader_of
from .reading import unread

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step

    from .context import Loaded

#: Heads, tests and condition keys, those of later versions included: a ``where`` could not tell them from a field.
CONDITION_WORDS = (
    *CONDITION_HEADS, "points", "grade", "days", "measure", *TEST_WORDS, "where", "when_empty", "id", "basis", "source",
    "note", "from", "to",
)  # fmt: skip
#: What a village may write beside a value: a field of that name could not be told from it.
VALUE_WORDS = (
    "value", "statements", "items", "complete", "all", "number", "part", "whole", "decision", "village", "by", "date",
    "fields", "scope", "period", "measured_on", "status", "source", "note", "planned", "planned_for", "name",
)  # fmt: skip
RESERVED = frozenset((*CONDITION_WORDS, *VALUE_WORDS))


def check_facts(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with the declarations of facts."""
    for entry, fact in loaded.entries("facts"):
        if entry.id in RESERVED:
            yield shape.reserved_id(entry.place(key=True), entry.id)
        yield from _check_fact(loaded, entry, fact, ())


def _check_fact(loaded: Loaded, entry: Entry, fact: AnyFact, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    if fact.fresh_for is not None:
        yield from unread(read_duration, fact.fresh_for, entry, *steps, "fresh_for")
    match fact:
        case JudgementFact(assessor=str(role)):
            yield from loaded.refer("role", role, entry, *steps, "assessor")
        case LevelFact():
            yield from loaded.refer("scale", fact.scale, entry, *steps, "scale")
        case ChoiceFact(codes=str(codes)):
            yield from loaded.refer("code list", codes, entry, *steps, "codes")
        case CountFact() | QuantityFact():
            yield from _check_bounds(loaded, entry, fact, steps)
        case ShareFact():
            yield from _check_share(loaded, entry, fact, steps)
        case ResultFact():
            yield from _check_result(loaded, entry, fact, steps)
        case RecordFact() | ListFact():
            yield from _check_fields(loaded, entry, fact, steps)
        case _:
            return


def _check_result(loaded: Loaded, entry: Entry, fact: ResultFact, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield a fault where a set is nested in itself; another set is looked for when a village is judged by it."""
    own = loaded.sections.header().get("id")
    if fact.ruleset == own:
        yield references.cycle(entry.place(*steps, "ruleset"), [fact.ruleset, fact.ruleset])


def _check_bounds(
    loaded: Loaded, entry: Entry, fact: CountFact | QuantityFact, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    for key, written in (("min", fact.min), ("max", fact.max)):
        if written is not None:
            yield from unread(reader_of(fact, loaded.tables), written, entry, *steps, key)


def _check_share(loaded: Loaded, entry: Entry, fact: ShareFact, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    if (fact.part is None) != (fact.whole is None):
        yield references.part_without_whole(entry.place(*steps, key=True), entry.id)
    for key, name in (("part", fact.part), ("whole", fact.whole)):
        if name is None:
            continue
        yield from loaded.refer("fact", name, entry, *steps, key)
        other = loaded.fact(name)
        if other is not None and not isinstance(other, (CountFact, QuantityFact)):
            yield references.wrong_kind(entry.place(*steps, key), name, loaded.type_of(name), ["count", "quantity"])


def _check_fields(
    loaded: Loaded, entry: Entry, fact: RecordFact | ListFact, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    for name, field in fact.fields.items():
        if name in RESERVED or (isinstance(fact, RecordFact) and name in RECORD_KEYS):
            yield shape.reserved_id(entry.place(*steps, "fields", name, key=True), name)
        yield from _check_fact(loaded, entry, field, (*steps, "fields", name))
    if isinstance(fact, RecordFact):
        known = (*RECORD_KEYS, *fact.fields)
        for position, name in enumerate(fact.needs or ()):
            loaded.use("fields", f"{entry.id}/{name}")
            if name not in known:
                yield references.unknown_id(entry.place(*steps, "needs", position), "field", name, known)
