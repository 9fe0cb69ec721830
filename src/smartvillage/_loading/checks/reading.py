"""Reading: a written value is tried with the engine's own reader, and what it refuses becomes a diagnostic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from smartvillage._faults import numbers, references
from smartvillage._program.literal import LiteralFault
from smartvillage.diagnostics import Diagnostic, Place
from smartvillage.numbers import NumberFault
from smartvillage.units import UnitFault

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step


def unread(read: Callable[[Any], object], written: object, entry: Entry, *steps: Step) -> Iterator[Diagnostic]:
    """Yield why a value cannot be read, if it cannot."""
    try:
        read(written)
    except (NumberFault, UnitFault, LiteralFault) as fault:
        yield told(fault, entry.place(*steps))


def told(fault: NumberFault | UnitFault | LiteralFault, place: Place | None) -> Diagnostic:
    """Turn a reader's refusal into a diagnostic."""
    match fault:
        case NumberFault():
            return numbers.number_fault(place, fault)
        case UnitFault():
            return numbers.unit_fault(place, fault)
        case LiteralFault(kind="unit_missing"):
            return numbers.missing_unit(place, fault.text, fault.known[0].removeprefix(fault.text).strip())
        case LiteralFault(kind="unknown_level"):
            return references.unknown_id(place, "level", fault.text, fault.known)
        case LiteralFault(kind="unknown_code"):
            return references.unknown_id(place, "code", fault.text, fault.known)
        case LiteralFault():
            return _TELL[fault.kind](place, fault.text)


#: The diagnostic for each other kind of refusal.
_TELL: dict[str, Callable[[Place | None, str], Diagnostic]] = {
    "not_a_truth": numbers.not_a_truth,
    "not_whole": numbers.not_whole,
    "negative": numbers.negative,
    "not_a_share": numbers.not_a_share,
    "share_unit": numbers.not_a_share,
    "no_number": numbers.no_literal,
    "over_whole": numbers.over_whole,
    "unit_unwanted": numbers.unit_unwanted,
    "not_a_day": numbers.bad_day,
    "no_literal": numbers.no_literal,
    "not_days": numbers.not_days,
    "not_above_zero": numbers.not_above_zero,
}
