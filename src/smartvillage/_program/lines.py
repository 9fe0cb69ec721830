"""A village's line: what may stand around a value, and the place in the file for what does not fit.

The rule: nothing stops at the first fault. A line with a fault is read as missing, the fault is kept, and reading
goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from smartvillage._faults import village as faults
from smartvillage.diagnostics import Diagnostic, Place, Words
from smartvillage.model.basis import Citation
from smartvillage.numbers import NumberFault
from smartvillage.units import UnitFault

from .literal import LiteralFault, plain_text, read_day
from .periods import end_of_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from .judged import Judge
    from .literal import Tables

#: What every mapping form of a fact may say beside its value.
AROUND = frozenset({"scope", "period", "measured_on", "status", "source", "note", "planned", "planned_for"})
STATUSES = ("existing", "planned")

A_MAPPING = Words("các cặp `khóa: giá trị`", "a mapping")
A_LIST = Words("một danh sách", "a list")
A_SOURCE = Words("mã của một nguồn hoặc `{id, item, quote}`", "a source's id or `{id, item, quote}`")
A_VALUE = Words("một giá trị", "a single value")

#: What a number is called, by the type of its fact.
_NUMBERS = {
    "count": Words("một số nguyên", "a whole number"),
    "share": Words("một tỷ lệ như `92 %` hay `117/133`", "a share such as `92 %` or `117/133`"),
    "quantity": Words("một số kèm đơn vị", "a number with its unit"),
}

#: Where something stands in a village's file: the path of keys and positions.
Path = tuple[str | int, ...]


@dataclass(slots=True)
class Reader:
    """How a village is read: its tables, the day, whose it is, and the faults that were found."""

    tables: Tables
    day: date
    kind: str
    within: frozenset[str]
    subject: str
    where: Callable[..., Place | None]
    judge: Judge | None = None
    """Judges places by other sets; nothing where nobody asks for it."""
    faults: list[Diagnostic] = field(default_factory=list)

    def place(self, path: Path, *, key: bool = False) -> Place | None:
        """Return the place of a path, where the village came from a text."""
        return self.where(path, key)

    def refuse(self, fault: Diagnostic, path: Path) -> None:
        """Keep a fault."""
        self.faults.append(replace(fault, path="/".join(map(str, path))))

    def unknown_keys(self, line: Mapping[str, Any], known: Iterable[str], path: Path) -> None:
        """Refuse the keys of a line that nobody knows."""
        allowed = set(known)
        for name in line:
            if name not in allowed:
                here = (*path, name)
                self.refuse(faults.unknown_key(self.place(here, key=True), name, sorted(allowed)), here)

    def status(self, line: Mapping[str, Any], path: Path) -> str | None:
        """Read whether a thing exists or is only planned."""
        status = line.get("status")
        if status is None or status in STATUSES:
            return status
        here = (*path, "status")
        self.refuse(faults.unknown_word(self.place(here), plain_text(status), STATUSES), here)
        return None

    def scope(self, line: Mapping[str, Any], path: Path) -> str | None:
        """Read which place a line speaks of."""
        scope = line.get("scope")
        if scope is None or isinstance(scope, str):
            return scope
        here = (*path, "scope")
        self.refuse(faults.wrong_shape(self.place(here), A_VALUE), here)
        return None

    def cites(self, line: Mapping[str, Any], path: Path) -> None:
        """Refuse a source that is neither an id nor an id with its item and words."""
        if line.get("source") is None:
            return
        try:
            Citation.model_validate(line["source"])
        except ValueError:
            here = (*path, "source")
            self.refuse(faults.wrong_shape(self.place(here), A_SOURCE), here)

    def day_of(self, line: Mapping[str, Any], path: Path) -> date | None:
        """Return the day of which a line speaks: when it was measured, else its period's last."""
        planned_for = line.get("planned_for")
        if planned_for is not None:
            self.read(lambda: read_day(planned_for, self.tables), (*path, "planned_for"))
        measured = line.get("measured_on")
        if measured is not None:
            day: date | None = self.read(lambda: read_day(measured, self.tables), (*path, "measured_on"))
            return day
        period = line.get("period")
        if period is None:
            return None
        end = end_of_period(period, self.tables)
        if end is None:
            here = (*path, "period")
            self.refuse(faults.not_a_day(self.place(here), plain_text(period)), here)
        return end

    def read(self, reading: Callable[[], Any], path: Path, unit: str = "") -> Any:  # noqa: ANN401 - whatever is read
        """Read something; a fault is kept, and nothing returned."""
        try:
            return reading()
        except (LiteralFault, NumberFault) as fault:
            self.refuse(told(fault, self.place(path), unit), path)
        except UnitFault as fault:
            self.refuse(faults.bad_unit(self.place(path), fault.text or fault.unit, unit), path)
        return None


def told(fault: LiteralFault | NumberFault, place: Place | None, unit: str = "") -> Diagnostic:
    """Tell what is wrong with a value."""
    if isinstance(fault, NumberFault):
        if fault.kind == "zero_whole":
            return faults.over_whole(place, fault.text)
        return faults.bad_number(place, fault)
    less_than_no_share = fault.kind == "negative" and fault.text.endswith("%")
    tell = _TOLD.get("not_a_share" if less_than_no_share else fault.kind)
    if tell is not None:
        return tell(place, fault.text)
    if fault.kind in {"unknown_level", "unknown_code"}:
        return faults.unknown_word(place, fault.text, fault.known)
    if fault.kind in {"unit_missing", "unit_unwanted"}:
        return faults.bad_unit(place, fault.text, unit)
    return faults.wrong_shape(place, _NUMBERS[fault.known[0]] if fault.kind == "no_number" else A_VALUE)


_TOLD: dict[str, Callable[[Place | None, str], Diagnostic]] = {
    "not_a_truth": faults.not_a_truth,
    "not_whole": faults.not_whole,
    "negative": faults.not_whole,
    "not_a_share": faults.not_a_share,
    "share_unit": lambda place, text: faults.bad_unit(place, text, "%"),
    "over_whole": faults.over_whole,
    "not_a_day": faults.not_a_day,
}
