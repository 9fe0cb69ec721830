"""Records after an effect: the paper, body or event exists on the day, with the fields that the effect sets.

The rule: fields stay, and so do the particulars of a paper in force; those of one that ended or was planned go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage._program.domains import field_of
from smartvillage._program.literal import read_day

from .matching import typed
from .writing import written

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from smartvillage._program.literal import Tables
    from smartvillage.model.activities import FactEffect
    from smartvillage.model.facts import RecordFact

#: How the village writes, and how the ruleset does.
Both = tuple["Tables", "Tables"]

_PAPER = ("number", "issued_on", "issuer", "valid_until")


def record_holds(line: Any, effect: FactEffect, fact: RecordFact, tables: Both) -> bool:  # noqa: ANN401
    """Tell whether a record that is true has all that the effect sets already."""
    there = line if isinstance(line, dict) else {}
    return all(there.get(key) == value for key, value in _set_by(effect, fact, tables).items()) or all(
        typed(field_of(fact, key), there.get(key), tables[0])
        == typed(field_of(fact, key), value, tables[0])
        is not None
        for key, value in _set_by(effect, fact, tables).items()
    )


def record_after(line: Any, effects: list[FactEffect], fact: RecordFact, known: tuple[Both, date]) -> Any:  # noqa: ANN401
    """Return the record after effects: its own fields kept, what ended or was only planned renewed."""
    tables, day = known
    there = line if isinstance(line, dict) else {}
    kept = {key: value for key, value in there.items() if key in fact.fields}
    if _in_force(there, day, tables[0]):
        kept |= {key: there[key] for key in _PAPER if key in there}
    for effect in effects:
        kept |= _set_by(effect, fact, tables)
    return kept or True


def _set_by(effect: FactEffect, fact: RecordFact, tables: Both) -> dict[str, Any]:
    """Write what an effect sets the way the village writes."""
    found: dict[str, Any] = {}
    for key, value in (effect.with_ or {}).items():
        field = field_of(fact, key)
        exact = typed(field, value, tables[1])
        found[key] = value if exact is None else written(field, exact, tables[0])
    return found


def _in_force(there: Mapping[str, Any], day: date, tables: Tables) -> bool:
    if there.get("status") == "planned":
        return False
    issued, ends = (read_day(there[key], tables) if key in there else None for key in ("issued_on", "valid_until"))
    return (issued is None or issued <= day) and (ends is None or day <= ends)
