"""Reading a result: how a place stands against another set, as a body decided it or as its own facts say it.

The rule: a fact takes the forms that it counts; of the other form nothing is known, and so is what another set leaves
open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartvillage._faults import nested
from smartvillage._faults import village as faults
from smartvillage.model.findings import Reason
from smartvillage.truth import FALSE, TRUE

from .bound import LACKS, Reading
from .lines import A_VALUE
from .literal import plain_text, read_day, read_literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.model.facts import ResultFact

    from .lines import Path, Reader

#: The keys that state a result; one of them is enough.
FORMS = ("value", "decision", "village")


def read_result(reader: Reader, fact: ResultFact, line: Mapping[str, Any], path: Path, at: Path) -> Reading:
    """Read a result from a truth, a decision or the file of the place that is judged."""
    given = [key for key in FORMS if line.get(key) is not None]
    if len(given) > 1:
        here = (*path, given[1])
        reader.refuse(nested.result_said_twice(reader.place(here, key=True), *given[:2]), here)
        return Reading()
    match given:
        case ["value"]:
            return Reading(reader.read(lambda: read_literal(fact, line["value"], reader.tables), at))
        case ["decision"]:
            return _decided(reader, fact, line, path)
        case ["village"]:
            return _judged(reader, fact, line["village"], (*path, "village"))
        case _:
            return Reading()


def _decided(reader: Reader, fact: ResultFact, line: Mapping[str, Any], path: Path) -> Reading:
    """A decision counts from the day of its issue; where only an assessment counts it says nothing."""
    if not isinstance(line["decision"], str):
        here = (*path, "decision")
        reader.refuse(faults.wrong_shape(reader.place(here), A_VALUE), here)
        return Reading()
    issued = line.get("issued_on")
    day = None if issued is None else reader.read(lambda: read_day(issued, reader.tables), (*path, "issued_on"))
    if fact.counts == "assessed":
        return Reading()
    if day is not None and day > reader.day:
        return Reading(FALSE, Reason.ABSENT)
    return Reading(TRUE)


def _judged(reader: Reader, fact: ResultFact, written: Any, path: Path) -> Reading:  # noqa: ANN401 - plain data
    """Ask what the other set makes of the place."""
    if not isinstance(written, str):
        reader.refuse(faults.wrong_shape(reader.place(path), A_VALUE), path)
        return Reading()
    if reader.judge is None or fact.counts == "recognised":
        return Reading()
    judged = reader.judge(plain_text(written), fact.ruleset, reader.day, reader.place(path))
    reader.faults += judged.faults
    if judged.met is None:
        return Reading()
    return Reading(TRUE, mask=0 if judged.proven else LACKS) if judged.met else Reading(FALSE)
