"""Reading a record: a paper, a registration, a body, an event. It exists on a day, or it does not.

The rule: a record is so on a day if it exists, is not only planned, and the day lies between its issue and its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from smartvillage._faults import village as faults
from smartvillage.model.findings import Caveat, Reason
from smartvillage.truth import FALSE, TRUE

from .bound import CAVEAT_BITS, LACKS, Reading
from .domains import OWN_KEYS
from .lines import AROUND, STATUSES, Path, Reader
from .literal import plain_text, read_day
from .weakness import Around, wanted_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.facts import RecordFact

_DAYS = ("issued_on", "valid_until")
#: How the keys of a record may look.
_SAMPLES = {"number": "12/QĐ-UBND", "issued_on": "2024-03-31", "issuer": "UBND xã", "valid_until": "2025-12-31"}


def read_record(
    reader: Reader,
    fact: RecordFact,
    line: Any,  # noqa: ANN401 - plain data
    path: Path,
    read_field: Callable[..., Reading],
) -> Reading:
    """Read a record from ``true``, ``false`` or its keys and fields."""
    if not isinstance(line, Mapping):
        return _bare(reader, fact, line, path)
    reader.unknown_keys(line, {*OWN_KEYS, *fact.fields, "value", *AROUND}, path)
    reader.cites(line, path)
    status = reader.status(line, path)
    scope, wanted = reader.scope(line, path), wanted_of(reader, fact)
    fields = _own_keys(reader, line, status, path)
    if scope not in {None, wanted}:
        for own in fields.values():
            own.mask |= CAVEAT_BITS[Caveat.SCOPE_MISMATCH]
    around = Around(scope, wanted)
    for name, declared in fact.fields.items():
        if line.get(name) is not None:
            fields[name] = read_field(reader, declared, line[name], (*path, name), around)
    reading = Reading(fields=fields, scope=scope, day=reader.day_of(line, path), planned=line.get("planned"))
    reading.value, reading.why = _standing(reader, line, status, fields, path)
    if reading.value == TRUE and any(line.get(name) is None for name in fact.needed()):
        reading.mask |= LACKS
    return reading


def _own_keys(reader: Reader, line: Mapping[str, Any], status: str | None, path: Path) -> dict[str, Reading]:
    """Read what every record may say beside its fields; one that does not say its status is there."""
    days = {name: _day(reader, line, name, path) for name in _DAYS if line.get(name) is not None}
    _check_days(reader, days, path)
    texts = {name: line[name] for name in ("number", "issuer") if line.get(name) is not None}
    said = {**texts, "status": status or STATUSES[0]}
    return days | {name: Reading(line=plain_text(text)) for name, text in said.items()}


def _bare(reader: Reader, fact: RecordFact, line: Any, path: Path) -> Reading:  # noqa: ANN401 - plain data
    if not isinstance(line, bool):
        reader.refuse(faults.not_a_truth(reader.place(path), plain_text(line), _form(fact)), path)
        return Reading()
    fields = {"status": Reading(line=STATUSES[0])} if line else {}
    return Reading(TRUE if line else FALSE, mask=LACKS if line and fact.needed() else 0, fields=fields)


def _form(fact: RecordFact) -> str:
    """Show how a record of this kind is written."""
    needed = [name for name in fact.needed() if name in _SAMPLES]
    keys = needed or list(fact.fields)[:2] or ["number", "issued_on"]
    return "{" + ", ".join(f"{name}: {_SAMPLES.get(name, '…')}" for name in keys) + "}"


def _standing(
    reader: Reader, line: Mapping[str, Any], status: str | None, fields: Mapping[str, Reading], path: Path
) -> tuple[int | None, Reason | None]:
    """Say whether the record is so on the day, and if not, why."""
    value = line.get("value")
    if value is not None and not isinstance(value, bool):
        here = (*path, "value")
        reader.refuse(faults.not_a_truth(reader.place(here), plain_text(value)), here)
        return None, None
    if status == "planned" or value is False:
        return FALSE, Reason.PLANNED_ONLY if status == "planned" else Reason.ABSENT
    if value is None and status is None and _says_nothing(line):
        return None, None
    today = reader.day.toordinal()
    issued, ends = (fields[name].value if name in fields else None for name in _DAYS)
    if issued is not None and issued > today:
        return FALSE, Reason.ABSENT
    expired = ends is not None and ends < today
    return (FALSE, Reason.EXPIRED) if expired else (TRUE, None)


def _says_nothing(line: Mapping[str, Any]) -> bool:
    """Tell whether a line has only what stands around a value: a plan, a note or a source is no paper."""
    return all(value is None or name in AROUND for name, value in line.items())


def _check_days(reader: Reader, days: Mapping[str, Reading], path: Path) -> None:
    issued, ends = (days[name].value if name in days else None for name in _DAYS)
    if issued is not None and ends is not None and ends < issued:
        here = (*path, "valid_until")
        told = (date.fromordinal(int(day)) for day in (issued, ends))
        reader.refuse(faults.ends_before_it_begins(reader.place(here), *told), here)


def _day(reader: Reader, line: Mapping[str, Any], name: str, path: Path) -> Reading:
    day = reader.read(lambda: read_day(line[name], reader.tables), (*path, name))
    return Reading(None if day is None else day.toordinal())
