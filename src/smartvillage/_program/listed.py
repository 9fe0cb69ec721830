"""Reading a list: its entities one by one, or one row that speaks of all of them.

The rule: a planned entity is left out and leaves its caveat; a list that nobody wrote down, or that says it is not
complete, may hold more. An empty complete list is nothing, which is not the same as missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smartvillage._faults import village as faults
from smartvillage.diagnostics import Words
from smartvillage.model.facts import CountFact
from smartvillage.model.findings import Caveat, Reason
from smartvillage.truth import UNKNOWN

from .bound import CAVEAT_BITS, Entities, Reading
from .lines import A_LIST, A_MAPPING, AROUND, Path, Reader
from .literal import plain_text, read_literal
from .reading import read_fact
from .weakness import Around, aged, is_wider, wanted_of

if TYPE_CHECKING:
    from smartvillage.model.facts import ListFact

    from .program import ListInfo

#: The two ways of saying what a list holds: one by one, or one row that speaks of all.
_LISTED = frozenset({"items", "complete"})
_EVERY = frozenset({"all", "number"})
_ENTITY = frozenset({"id", "name", "status", "scope", "source", "note"})
_SCOPE = CAVEAT_BITS[Caveat.SCOPE_MISMATCH]
_PLANNED = CAVEAT_BITS[Caveat.PLANNED_NOT_COUNTED]


def read_list(reader: Reader, fact: ListFact, info: ListInfo | None, line: Any, path: Path) -> Entities:  # noqa: ANN401
    """Read a list; ``info`` says which fields rules read, nothing where none does."""
    if line is None:
        return Entities()
    if isinstance(line, Mapping) and "statements" in line:
        return _first_wanted(reader, fact, info, line, path)
    if not isinstance(line, Mapping):
        entities = _read_items(reader, fact, info, (line, path), None)
        entities.complete = True
        return entities
    return _read_mapping(reader, fact, info, line, path)


def _first_wanted(
    reader: Reader, fact: ListFact, info: ListInfo | None, line: Mapping[str, Any], path: Path
) -> Entities:
    """Use the statement of the wanted scope, then the latest, then the first."""
    reader.unknown_keys(line, {"statements", *AROUND}, path)
    here = (*path, "statements")
    statements = line["statements"]
    if not isinstance(statements, (list, tuple)) or not statements:
        reader.refuse(faults.wrong_shape(reader.place(here), A_LIST), here)
        return Entities()
    read = [read_list(reader, fact, info, one, (*here, place)) for place, one in enumerate(statements)]
    ranks = []
    for place, (one, entities) in enumerate(zip(statements, read, strict=True)):
        said = one if isinstance(one, Mapping) else {}
        day = reader.day_of(said, (*here, place))
        wanted = said.get("scope") in (None, wanted_of(reader, fact))
        ranks.append((entities.given, wanted, 0 if day is None else day.toordinal()))
    best = ranks.index(max(ranks))
    chosen = read[best]
    rivals = [entities for entities, rank in zip(read, ranks, strict=True) if rank == ranks[best]]
    if any((one.rows, one.complete, one.number) != (chosen.rows, chosen.complete, chosen.number) for one in rivals):
        chosen.mask |= CAVEAT_BITS[Caveat.CONFLICT]
    return chosen


def _read_mapping(
    reader: Reader, fact: ListFact, info: ListInfo | None, line: Mapping[str, Any], path: Path
) -> Entities:
    reader.unknown_keys(line, (_LISTED if line.get("all") is None else _EVERY) | AROUND, path)
    reader.cites(line, path)
    status, day, scope = reader.status(line, path), reader.day_of(line, path), reader.scope(line, path)
    if line.get("all") is not None:
        entities = _read_every(reader, fact, info, line, path)
    elif line.get("items") is not None:
        entities = _read_items(reader, fact, info, (line["items"], (*path, "items")), scope)
        entities.complete = _is_complete(reader, line, path)
    else:
        _is_complete(reader, line, path)  # of nothing; a slip in it is told all the same
        return Entities()
    if status == "planned":
        return Entities()
    wanted = wanted_of(reader, fact)
    empty = entities.complete and not entities.rows
    if scope is not None and scope != wanted and not (empty and is_wider(reader, scope, wanted)):
        entities.mask |= _SCOPE
    if day is not None:
        entities.mask |= aged(reader, fact, day)
    return entities


def _is_complete(reader: Reader, line: Mapping[str, Any], path: Path) -> bool:
    complete = line.get("complete")
    if complete is None or isinstance(complete, bool):
        return complete is not False
    here = (*path, "complete")
    reader.refuse(faults.not_a_truth(reader.place(here), plain_text(complete)), here)
    return False


def _read_every(reader: Reader, fact: ListFact, info: ListInfo | None, line: Mapping[str, Any], path: Path) -> Entities:
    """Read one row that speaks of every entity, at least one; or of exactly so many."""
    every, here = line["all"], (*path, "all")
    if not isinstance(every, Mapping):
        reader.refuse(faults.wrong_shape(reader.place(here), A_MAPPING), here)
        return Entities()
    number = line.get("number")
    if number is not None:
        counted = CountFact(type="count")
        number = reader.read(lambda: read_literal(counted, number, reader.tables), (*path, "number"))
    entities = Entities(every=True, number=number, given=True, complete=number is not None)
    _add(reader, fact, info, entities, (every, here), line.get("scope"))
    if number == 0 or not entities.rows:
        return Entities(complete=number == 0, given=True, mask=entities.mask)
    return entities


def _read_items(
    reader: Reader, fact: ListFact, info: ListInfo | None, listed: tuple[Any, Path], scope: str | None
) -> Entities:
    items, path = listed
    if not isinstance(items, (list, tuple)):
        reader.refuse(faults.wrong_shape(reader.place(path), A_LIST, _form(fact)), path)
        return Entities()
    entities = Entities(given=True)
    names: set[str] = set()
    for place, item in enumerate(items):
        here = (*path, place)
        if not isinstance(item, Mapping):
            reader.refuse(faults.wrong_shape(reader.place(here), A_MAPPING, _form(fact)), here)
            continue
        name = item.get("id")
        if name is not None and plain_text(name) in names:
            reader.refuse(faults.duplicate_entity(reader.place((*here, "id")), plain_text(name)), here)
        names.add(plain_text(name))
        _add(reader, fact, info, entities, (item, here), scope)
    return entities


def _form(fact: ListFact) -> Words:
    """Show how a list of this kind is written."""
    fields = "".join(f", {name}: …" for name in list(fact.fields)[:2])
    return Words(
        f"viết mỗi mục như sau: [{{id: a1, name: …{fields}}}]",
        f"write each entry as a mapping: [{{id: a1, name: …{fields}}}]",
    )


def _add(  # noqa: PLR0913, PLR0917 - the list's five, and the entity
    reader: Reader, fact: ListFact, info: ListInfo | None, entities: Entities, entity: tuple[Mapping[str, Any], Path],
    scope: str | None,
) -> None:  # fmt: skip
    """Read one entity and put it in, unless it is only planned."""
    item, path = entity
    reader.unknown_keys(item, _ENTITY | fact.fields.keys(), path)
    reader.cites(item, path)
    status, own = reader.status(item, path), reader.scope(item, path)
    wanted = wanted_of(reader, fact)
    around = Around(own or scope, wanted)
    fields = {
        name: read_fact(reader, declared, item.get(name), (*path, name), around)
        for name, declared in fact.fields.items()
        if item.get(name) is not None
    }
    if status == "planned":
        entities.mask |= _PLANNED
        return
    place = len(entities.rows)
    entities.ids.append(plain_text(item.get("id") or place + 1))
    mismatch = own is not None and own != wanted and not is_wider(reader, wanted, own)
    entities.masks.append(_SCOPE if mismatch else 0)
    entities.rows.append([_inner(entities, fields.get(one.field or ""), place, at, one.domain)
                          for at, one in enumerate(info.fields if info else ())])  # fmt: skip


def _inner(entities: Entities, reading: Reading | None, place: int, at: int, domain: Any) -> Any:  # noqa: ANN401
    """Return a field's value for its inner slot, and keep why and what weakens it where that is not as usual."""
    if reading is None:
        return UNKNOWN if domain is None else domain
    if reading.mask:
        entities.weak[place, at] = reading.mask
    if reading.why is not None and reading.why is not Reason.ABSENT:
        entities.whys[place, at] = reading.why
    if reading.value is not None:
        return reading.value
    return UNKNOWN if domain is None else domain
