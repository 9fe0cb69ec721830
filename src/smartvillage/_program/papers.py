"""Which attached evidence is valid on the day, and what it supports.

The rule: no piece counts before the day of its issue. Its own ``valid`` comes before its type's ``valid_for``; a type
that ages needs the day of issue; a piece that speaks of neither is valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._faults import village as faults
from smartvillage.durations import read_duration

from .left_out import is_left_out
from .periods import later_by

if TYPE_CHECKING:
    from datetime import date

    from smartvillage.model.village import Evidence, Village

    from .lines import Reader
    from .program import Program


def valid_papers(program: Program, village: Village, reader: Reader) -> dict[str, tuple[str, ...]]:
    """Return, by criterion or fact, the types of the valid evidence that supports it."""
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for place, piece in enumerate(village.evidence):
        _check(program, piece, ("evidence", place), reader)
        if piece.id in seen:
            path = ("evidence", place, "id")
            reader.refuse(faults.duplicate_entity(reader.place(path), piece.id), path)
        seen.add(piece.id)
        if is_valid(program, piece, program.day):
            for name in piece.supports:
                found.setdefault(name, []).append(piece.type)
    return {name: tuple(types) for name, types in found.items()}


def _check(program: Program, piece: Evidence, path: tuple[str | int, ...], reader: Reader) -> None:
    types = program.ruleset.evidence_types
    ruleset = program.ruleset
    if piece.type not in types and not is_left_out(ruleset, "evidence_types", piece.type):
        here = (*path, "type")
        reader.refuse(faults.unknown_evidence_type(reader.place(here), piece.type, types), here)
    _check_days(piece, path, reader)
    known = {one.id for one in program.ruleset.criteria} | program.facts.keys()
    for name in piece.supports:
        if name not in known and not any(is_left_out(ruleset, section, name) for section in ("criteria", "facts")):
            here = (*path, "supports")
            reader.refuse(faults.unknown_supported(reader.place(here), name, sorted(known)), here)


def _check_days(piece: Evidence, path: tuple[str | int, ...], reader: Reader) -> None:
    if piece.valid is None or piece.valid.until is None:
        return
    since, until = piece.issued_on or piece.valid.from_, piece.valid.until
    if since is not None and until < since:
        here = (*path, "valid", "until")
        reader.refuse(faults.ends_before_it_begins(reader.place(here), since, until), here)


def is_valid(program: Program, piece: Evidence, day: date) -> bool:
    """Tell whether a piece of evidence counts on a day."""
    if piece.issued_on is not None and day < piece.issued_on:
        return False
    if piece.valid is not None:
        since, until = piece.valid.from_, piece.valid.until
        return (since is None or since <= day) and (until is None or day <= until)
    kind = program.ruleset.evidence_types.get(piece.type)
    if kind is None or kind.valid_for is None:
        return True
    return piece.issued_on is not None and day <= later_by(piece.issued_on, read_duration(kind.valid_for))
