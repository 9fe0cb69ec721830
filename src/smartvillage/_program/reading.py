"""Reading what a village says of one fact or field: one function a type, from a line as written to a ``Reading``.

The rule: missing is not false and not zero. A planned flag or record is absent, a planned number missing; what cannot
be used (a share of nothing) is open, with its own reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from smartvillage._faults import village as faults
from smartvillage.model.facts import (
    AnyFact,
    ChoiceFact,
    CountFact,
    DateFact,
    FlagFact,
    JudgementFact,
    LevelFact,
    QuantityFact,
    RecordFact,
    ResultFact,
    ShareFact,
)
from smartvillage.model.findings import Caveat, Reason
from smartvillage.numbers import NumberFault
from smartvillage.truth import FALSE

from .bound import CAVEAT_BITS, Reading
from .domains import domain_of
from .lines import A_LIST, AROUND, Path, Reader
from .literal import plain_text, read_literal, read_measure
from .recorded import read_record
from .result import FORMS, read_result
from .weakness import NOWHERE, Around, wanted_of, weaken

if TYPE_CHECKING:
    from collections.abc import Callable

#: The keys of a line's own beside those around every value, by type.
_FORMS: dict[type[AnyFact], frozenset[str]] = {
    JudgementFact: frozenset({"value", "by", "date"}),
    ShareFact: frozenset({"value", "part", "whole"}),
    ResultFact: frozenset({*FORMS, "issued_on"}),
}
_PLAIN_FORM = frozenset({"value"})


def read_fact(reader: Reader, fact: AnyFact, line: Any, path: Path, around: Around = NOWHERE) -> Reading:  # noqa: ANN401
    """Read a line, or the best of several statements; ``around`` is what the line stands in, if in anything."""
    if isinstance(line, Mapping) and "statements" in line:
        return _best(reader, fact, line, path, around)
    reading = _read_line(reader, fact, line, path)
    reading.line = line
    weaken(reader, fact, reading, around)
    return reading


def _best(reader: Reader, fact: AnyFact, line: Mapping[str, Any], path: Path, around: Around) -> Reading:
    """Use the statement of the wanted scope, then the latest; of equal ones the first, and say if they differ."""
    reader.unknown_keys(line, {"statements", *AROUND}, path)
    reader.cites(line, path)
    statements = line["statements"]
    here = (*path, "statements")
    if not isinstance(statements, (list, tuple)):
        reader.refuse(faults.wrong_shape(reader.place(here), A_LIST), here)
        return Reading()
    readings = [read_fact(reader, fact, one, (*here, place), around) for place, one in enumerate(statements)]
    usable = [one for one in readings if one.value is not None and one.why is not Reason.PLANNED_ONLY]
    usable = usable or [one for one in readings if one.value is not None] or [one for one in readings if one.why]
    if not usable:
        return readings[0] if readings else Reading()
    wanted = wanted_of(reader, fact, around)
    best = max(usable, key=lambda one: _rank(wanted, one))
    rivals = [one for one in usable if _rank(wanted, one) == _rank(wanted, best)]
    if any(_differ(one, best) for one in rivals):
        best.mask |= CAVEAT_BITS[Caveat.CONFLICT]
    return best


def _differ(one: Reading, other: Reading) -> bool:
    """Tell whether two statements contradict each other; a field that only one of them has contradicts nothing."""
    shared = one.fields.keys() & other.fields.keys()
    return one.value != other.value or any(_said(one.fields[name]) != _said(other.fields[name]) for name in shared)


def _said(reading: Reading) -> Any:  # noqa: ANN401 - an exact number, or a record's own text
    return reading.line if reading.value is None else reading.value


def _rank(wanted: str, reading: Reading) -> tuple[bool, int]:
    return reading.scope in {None, wanted}, 0 if reading.day is None else reading.day.toordinal()


def _read_line(reader: Reader, fact: AnyFact, line: Any, path: Path) -> Reading:  # noqa: ANN401 - plain data
    if line is None:
        return Reading()
    if isinstance(fact, RecordFact):
        return read_record(reader, fact, line, path, read_fact)
    if not isinstance(line, Mapping):
        return _VALUES[type(fact)](reader, fact, {"value": line}, path, path)
    reader.unknown_keys(line, _FORMS.get(type(fact), _PLAIN_FORM) | AROUND, path)
    reader.cites(line, path)
    status = reader.status(line, path)
    reading: Reading = _VALUES[type(fact)](reader, fact, line, path, (*path, "value"))
    reading.scope, reading.day, reading.planned = (
        reader.scope(line, path),
        reader.day_of(line, path),
        line.get("planned"),
    )
    return _only_planned(fact, reading) if status == "planned" else reading


def _only_planned(fact: AnyFact, reading: Reading) -> Reading:
    """A planned flag is absent; a planned number, and a judgement yet to come, are missing."""
    absent = isinstance(fact, (FlagFact, ResultFact)) or (isinstance(fact, JudgementFact) and reading.value is not None)
    return Reading(
        FALSE if absent else None,
        Reason.PLANNED_ONLY if absent else None,
        scope=reading.scope, day=reading.day,
        planned=reading.planned if reading.planned is not None else reading.value, number=reading.number,
    )  # fmt: skip


def _literal(reader: Reader, fact: AnyFact, line: Mapping[str, Any], _path: Path, at: Path) -> Reading:
    written = line.get("value")
    if written is None:
        return Reading()
    return Reading(reader.read(lambda: read_literal(fact, written, reader.tables), at))


def _measure(reader: Reader, fact: CountFact | QuantityFact, line: Mapping[str, Any], _path: Path, at: Path) -> Reading:
    written = line.get("value")
    if written is None:
        return Reading()
    unit = fact.unit if isinstance(fact, QuantityFact) else ""
    number = reader.read(lambda: read_measure(fact, written, reader.tables), at, unit)
    if number is None:
        return Reading()
    if fact.min is not None or fact.max is not None:
        _check_range(reader, fact, number.value, at)
    return Reading(number.value, number=number)


def _check_range(reader: Reader, fact: CountFact | QuantityFact, value: Any, at: Path) -> None:  # noqa: ANN401 - exact
    domain = domain_of(fact, reader.tables)
    if domain is None:
        return
    if (domain.low is not None and value < domain.low) or (domain.high is not None and value > domain.high):
        low, high = ("" if end is None else plain_text(end) for end in (fact.min, fact.max))
        reader.refuse(faults.out_of_range(reader.place(at), str(value), low, high), at)


def _share(reader: Reader, fact: ShareFact, line: Mapping[str, Any], path: Path, at: Path) -> Reading:
    """Read a share: counts on the line come before a percent, and say whether the percent is theirs."""
    number, unusable = _stated(reader, fact, line, at)
    counts = _counts(reader, line, path)
    if counts is None and number is not None and number.part is not None:
        counts = (number.part, number.whole)
        number = None
    if counts is None:
        if unusable:
            return Reading(None, Reason.UNUSABLE_FACT)
        return Reading() if number is None else Reading(number.value, number=number)
    reading = share_of(*counts)
    if reading is None:
        over = (*path, "part") if "part" in line else at
        reader.refuse(faults.over_whole(reader.place(over), f"{counts[0]}/{counts[1]}"), over)
        return Reading()
    reading.number = number
    if number is not None and reading.value is not None:
        reading.mask |= _differs(reading, number)
    return reading


def _stated(reader: Reader, fact: ShareFact, line: Mapping[str, Any], at: Path) -> tuple[Any, bool]:
    """Return the number as stated, and whether it is a share of nothing."""
    written = line.get("value")
    if written is None:
        return None, False
    try:
        return read_measure(fact, written, reader.tables), False
    except NumberFault as fault:
        if fault.kind == "empty_share":
            return None, True
        reader.refuse(_told(reader, fault, at), at)
    except ValueError:
        return reader.read(lambda: read_measure(fact, written, reader.tables), at), False
    return None, False


def _told(reader: Reader, fault: NumberFault, at: Path) -> Any:  # noqa: ANN401 - a diagnostic
    from .lines import told

    return told(fault, reader.place(at))


def _counts(reader: Reader, line: Mapping[str, Any], path: Path) -> tuple[int, int] | None:
    part, whole = line.get("part"), line.get("whole")
    if part is None and whole is None:
        return None
    if part is None or whole is None:
        given, missing = ("whole", "part") if part is None else ("part", "whole")
        here = (*path, given)
        reader.refuse(faults.part_alone(reader.place(here, key=True), given, missing), here)
        return None
    counted = CountFact(type="count")
    parts = reader.read(lambda: read_literal(counted, part, reader.tables), (*path, "part"))
    wholes = reader.read(lambda: read_literal(counted, whole, reader.tables), (*path, "whole"))
    return None if parts is None or wholes is None else (parts, wholes)


def share_of(part: int, whole: int) -> Reading | None:
    """Return the share of two counts; none of nothing is unusable, and more than the whole is no share."""
    if part > whole:
        return None
    if whole == 0:
        return Reading(None, Reason.UNUSABLE_FACT, counts=(part, whole))
    share = Fraction(part, whole)
    return Reading(share.numerator if share.denominator == 1 else share, counts=(part, whole))


def _differs(counted: Reading, number: Any) -> int:  # noqa: ANN401 - a number
    """Say what a printed percent beside its counts leaves: nothing if rounded half up, else how far it is off."""
    if number.part is not None:
        return 0 if counted.counts == (number.part, number.whole) else CAVEAT_BITS[Caveat.CONFLICT]
    exact, step = Fraction(counted.value or 0), Fraction(1, 100 * 10**number.decimals)
    steps = exact / step
    if (2 * steps.numerator + steps.denominator) // (2 * steps.denominator) * step == number.value:
        return 0
    near = abs(number.value - exact) < step
    return CAVEAT_BITS[Caveat.STATED_DIFFERS if near else Caveat.CONFLICT]


#: One reader a type; records have a file of their own. The next type is one line here.
_VALUES: dict[type[AnyFact], Callable[..., Reading]] = {
    FlagFact: _literal,
    JudgementFact: _literal,
    LevelFact: _literal,
    ChoiceFact: _literal,
    DateFact: _literal,
    CountFact: _measure,
    QuantityFact: _measure,
    ShareFact: _share,
    ResultFact: read_result,
}
