"""Binding: a village's statements become values for a program's slots.

The rule: bind first what more knowledge may change (substitutes, a share's part and whole), then fold, then open what
is weak. All that does not fit the ruleset is told at once, each with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage._faults import village as faults
from smartvillage.diagnostics import Place, Severity, in_place_order
from smartvillage.errors import VillageError
from smartvillage.model.facts import ListFact, ShareFact
from smartvillage.model.findings import Caveat, Reason
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .bound import BLOCKS, CAVEAT_BITS, Bound, Entities, Reading
from .fold import fold, fold_guarded, folder
from .left_out import is_left_out
from .lines import Reader
from .listed import read_list
from .literal import Tables
from .nodes import Kind
from .papers import valid_papers
from .progress import check_progress
from .reading import read_fact, share_of
from .weakness import wanted_of, weaken_filled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartvillage.model.facts import AnyFact
    from smartvillage.model.village import Village

    from .judged import Judge
    from .program import Program, SlotInfo


#: With how many programs a village is kept bound: a planner asks with ever other things given.
_KEPT = 64


def bind(program: Program, village: Village, judge: Judge | None = None) -> Bound:
    """Read a village by a program's facts; what was read is kept beside the village.

    ``judge`` says how places that the village names by files of their own stand against other sets.

    Raises:
        VillageError: something in the village does not fit the ruleset; all of it at once.
    """
    kept: dict[int, Bound] = village._derived.setdefault("bound", {})  # noqa: SLF001 - the place for what stages derive
    bound = kept.get(id(program))
    if bound is None or bound.program is not program:
        if len(kept) >= _KEPT:
            kept.clear()
        bound = kept[id(program)] = _bind(program, village, judge)
    return bound


def _bind(program: Program, village: Village, judge: Judge | None) -> Bound:
    reader = _reader(program, village, judge)
    readings, lists = _read_facts(program, village, reader)
    papers = valid_papers(program, village, reader)
    check_progress(program, village, reader)
    errors = [fault for fault in reader.faults if fault.severity is Severity.ERROR]
    if errors:
        raise VillageError(in_place_order(errors))
    entities = tuple(lists.get(info.fact) or Entities() for info in program.lists)
    year = year_of(program, village)
    slots = [
        _slot_value(program, info, readings) if info.yearly is None
        else (info.yearly.in_year(year).toordinal(), info.reason, 0)
        for info in program.slots
    ]  # fmt: skip
    bound = Bound(
        program, village, [value for value, _, _ in slots], [why for _, why, _ in slots],
        [mask for _, _, mask in slots], entities, readings, [], papers,
    )  # fmt: skip
    bound.values += [fold(program, one, entities[one.list], bound.values) for one in program.tallies]
    bound.values += [_chosen(bound, one.facts) for one in program.prefers]
    bound.guarded = _guarded(bound)
    return bound


def year_of(program: Program, village: Village) -> int:
    """Return the year for which a village is judged: the one it speaks of, else that of the day."""
    return village.for_year or program.day.year


def _reader(program: Program, village: Village, judge: Judge | None) -> Reader:
    tables = Tables(program.tables.scales, program.tables.codes, village.numbers, "vi")
    document = village._derived.get("document")  # noqa: SLF001 - the place for what stages derive
    where: Callable[..., Place | None] = (lambda _path, _key=False: None) if document is None else document.place
    header = village.village
    return Reader(
        tables,
        program.day,
        header.kind,
        frozenset(header.within) - {header.kind},
        program.ruleset.ruleset.subject,
        where,
        judge,
    )


def _read_facts(program: Program, village: Village, reader: Reader) -> tuple[dict[str, Reading], dict[str, Entities]]:
    """Read every line of the village, those that no rule reads too: a fault there is a fault."""
    infos = {info.fact: info for info in program.lists}
    readings: dict[str, Reading] = {}
    lists: dict[str, Entities] = {}
    for name, line in village.facts.items():
        path = ("facts", name)
        fact = program.facts.get(name)
        if fact is None and is_left_out(program.ruleset, "facts", name):
            continue
        if fact is None:
            reader.refuse(faults.unknown_fact(reader.place(path, key=True), name, program.facts), path)
        elif isinstance(fact, ListFact):
            lists[name] = read_list(reader, fact, infos.get(name), line, path)
        elif line is not None:
            readings[name] = read_fact(reader, fact, line, path)
    _fill_shares(program, readings, reader)
    return readings, lists


def _fill_shares(program: Program, readings: dict[str, Reading], reader: Reader) -> None:
    """Fill shares from the facts of their part and whole; a line of their own comes first."""
    for name, fact in program.facts.items():
        if not isinstance(fact, ShareFact) or not (fact.part and fact.whole):
            continue
        own, part, whole = readings.get(name), readings.get(fact.part), readings.get(fact.whole)
        if own is not None and (own.value is not None or own.why is not None):
            if own.counts is not None:
                for which, (counted, named) in enumerate(((fact.part, part), (fact.whole, whole))):
                    if _same_occasion(reader, (fact, own), (program.facts[counted], named)):
                        own.mask |= _differing(own.counts[which], named)
        elif part is not None and whole is not None and isinstance(part.value, int) and isinstance(whole.value, int):
            filled = share_of(part.value, whole.value)
            if filled is None:
                path = ("facts", fact.part)
                reader.refuse(faults.over_whole(reader.place(path), f"{part.value}/{whole.value}"), path)
            else:
                for counted, reading in ((fact.part, part), (fact.whole, whole)):
                    weaken_filled(reader, fact, filled, program.facts[counted], reading)
                readings[name] = filled


def _same_occasion(reader: Reader, own: tuple[AnyFact, Reading], named: tuple[AnyFact, Reading | None]) -> bool:
    """Tell whether two lines speak of one place and one day; one that names no place has the wanted one."""
    (fact, reading), (other, said) = own, named
    if said is None or reading.day != said.day:
        return False
    return (reading.scope or wanted_of(reader, fact)) == (said.scope or wanted_of(reader, other))


def _differing(count: int, named: Reading | None) -> int:
    """Say whether a line's count contradicts the fact of that name."""
    if named is None or named.value is None:
        return 0
    return CAVEAT_BITS[Caveat.CONFLICT] if named.value != count else 0


def _slot_value(program: Program, info: SlotInfo, readings: Mapping[str, Reading]) -> tuple[Any, Reason, int]:
    """Return a slot's value, the reason it gives, and what weakens it."""
    static = 0 if info.caveat is None else CAVEAT_BITS[info.caveat]
    blank = UNKNOWN if info.truth else info.domain
    given = program.given.get(info.path)
    if info.kind is not Kind.FACT:
        return blank, info.reason, 0
    if given is not None:
        value = given if not isinstance(given, bool) else TRUE if given else FALSE
        return value, Reason.ABSENT if info.truth else info.reason, static
    reading = readings.get(info.fact or "")
    if info.field is not None and reading is not None:
        reading = reading.fields.get(info.field)
        if reading is not None and reading.line is not None and info.domain is not None and reading.value is None:
            return _text_value(program, info, reading), info.reason, static
    if reading is None:
        return blank, info.reason, 0
    why = reading.why or (Reason.ABSENT if info.truth and reading.value is not None else info.reason)
    if reading.value is None:
        return blank, why, 0
    return reading.value, why, reading.mask | static


def _text_value(program: Program, info: SlotInfo, reading: Reading) -> Any:  # noqa: ANN401 - a number or its domain
    """Return the number of a record's own text; one that no rule asks for is like no other."""
    if info.field not in {"number", "issuer", "status"}:
        return info.domain
    return program.texts.index(reading.line) if reading.line in program.texts else -1


def _chosen(bound: Bound, facts: tuple[int, ...]) -> int:
    """Return the first option whose fact is usable, else the rule's own."""
    for place, slot in enumerate(facts):
        info, value = bound.program.slots[slot], bound.values[slot]
        if value != UNKNOWN if info.truth else isinstance(value, int) or hasattr(value, "numerator"):
            return place
    return 0


def _guarded(bound: Bound) -> list[Any]:
    """Open everything that a blocking caveat weakens; substitutes stay as chosen."""
    program = bound.program
    lists = {place for place, one in enumerate(bound.entities) if _is_weak(one)}
    if not lists and not any(mask & BLOCKS for mask in bound.masks):
        return bound.values
    values = list(bound.values)
    for place, (info, mask) in enumerate(zip(program.slots, bound.masks, strict=True)):
        if mask & BLOCKS:
            values[place] = UNKNOWN if info.truth else info.domain
    for place, one in enumerate(program.tallies, len(program.slots)):
        if one.list in lists or folder(program, one).outer:
            values[place] = fold_guarded(program, one, bound.entities[one.list], values)
    return values


def _is_weak(entities: Entities) -> bool:
    if entities.mask & BLOCKS:
        return True
    return any(mask & BLOCKS for mask in entities.masks) or any(mask & BLOCKS for mask in entities.weak.values())
