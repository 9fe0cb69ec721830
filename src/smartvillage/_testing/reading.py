"""Reading a file of cases: every fault in it becomes a diagnostic with its place, and what is sound can be run."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartvillage._faults import cases as faults
from smartvillage._faults import shape
from smartvillage.diagnostics import Diagnostic
from smartvillage.document import Limits, read_file
from smartvillage.timeline import iso_day

from .case import Case, CaseFile, Expectation
from .homes import inside, is_path
from .wanted import read_expectation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from smartvillage.diagnostics import Place
    from smartvillage.document import Document

_FILE_KEYS = ("ruleset", "date", "cases")
_CASE_KEYS = ("name", "village", "overlays", "date", "facts", "without", "evidence", "expect", "error")


def read_cases(path: Path, limits: Limits | None = None) -> CaseFile:
    """Read a file of cases."""
    document = read_file(path, limits or Limits())
    data = document.data
    found = list(document.faults)
    if not isinstance(data, dict):
        if data is not None or not found:
            found.append(shape.wrong_shape(document.place(()), "a mapping"))
        return CaseFile(path, "", (), tuple(found))
    found.extend(_unknown(document, data, (), _FILE_KEYS))
    ruleset, fault = _ruleset(path, document, data)
    day, day_fault = _day(document, data, ("date",))
    cases = _cases(path, document, data, found, day)
    return CaseFile(path, ruleset, cases, (*found, *filter(None, (fault, day_fault))))


def _ruleset(path: Path, document: Document, data: dict[str, Any]) -> tuple[str | Path, Diagnostic | None]:
    written = data.get("ruleset")
    if not isinstance(written, str) or not written:
        missing = "ruleset" not in data
        return "", shape.missing_key(document.place(()), "ruleset") if missing else shape.wrong_shape(
            document.place(("ruleset",)), "a text"
        )
    if not is_path(written):
        return written, None
    found, fault = inside(path, written, lambda: document.place(("ruleset",)))
    return found or "", fault


def _cases(
    path: Path, document: Document, data: dict[str, Any], found: list[Diagnostic], day: date | None
) -> tuple[Case, ...]:
    written = data.get("cases")
    if "cases" not in data:
        found.append(shape.missing_key(document.place(()), "cases"))
    elif not isinstance(written, list):
        found.append(shape.wrong_shape(document.place(("cases",)), "a list"))
    elif not written:
        found.append(shape.empty_list(document.place(("cases",))))
    else:
        cases = tuple(_case(path, document, position, one, day) for position, one in enumerate(written))
        found.extend(_same_names(cases))
        return cases
    return ()


def _same_names(cases: tuple[Case, ...]) -> Iterator[Diagnostic]:
    first: dict[str, Case] = {}
    for case in cases:
        before = first.setdefault(case.name, case)
        if before is not case:
            yield shape.defined_twice(case.place("name"), case.name, before.place("name"))


def _case(path: Path, document: Document, position: int, data: Any, day: date | None) -> Case:  # noqa: ANN401 - plain data
    """Read one case, whatever stands there; what is wrong with it goes with it."""
    at = ("cases", position)
    if not isinstance(data, dict):
        fault = shape.wrong_shape(document.place(at), "a mapping")
        return Case(f"#{position + 1}", document, position, day, None, None, {}, faults=(fault,))
    found = [*_unknown(document, data, at, _CASE_KEYS), *_shapes(document, data, at)]
    name = data["name"] if isinstance(data.get("name"), str) and data["name"] else f"#{position + 1}"
    if "name" not in data:
        found.append(shape.missing_key(document.place(at), "name"))
    own, day_fault = _day(document, data, (*at, "date"))
    village, village_fault = _village(path, document, data, at)
    overlays = _overlays(path, document, data, at, found)
    expect = _expect(document, data, at, name, found)
    found.extend(filter(None, (day_fault, village_fault)))
    return Case(
        name, document, position, own or day, village, overlays,
        {key: value for key, value in data.items() if not _misshapen(key, value)}, expect, _error(data), tuple(found),
    )  # fmt: skip


#: What each key of a case is, where it is not read by a function of its own.
_SHAPES = {
    "name": (str, "a text"), "village": (str, "a text"), "overlays": (list, "a list"), "facts": (dict, "a mapping"),
    "without": (list, "a list"), "evidence": (list, "a list"), "expect": (dict, "a mapping"), "error": (str, "a text"),
}  # fmt: skip


def _misshapen(key: str, value: object) -> bool:
    kind = _SHAPES.get(key)
    return kind is not None and not isinstance(value, kind[0]) and not (value is None and kind[0] is dict)


def _shapes(document: Document, data: dict[str, Any], at: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    for key, value in data.items():
        if _misshapen(key, value):
            yield shape.wrong_shape(document.place((*at, key)), _SHAPES[key][1])


def _unknown(
    document: Document, data: dict[str, Any], at: tuple[str | int, ...], known: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for key in data:
        if key not in known:
            yield shape.unknown_key(document.place((*at, key), key=True), str(key), known)


def _day(
    document: Document, data: dict[str, Any], path: tuple[str | int, ...]
) -> tuple[date | None, Diagnostic | None]:
    if "date" not in data:
        return None, None
    written = data["date"]
    day = iso_day(written) if isinstance(written, str) else None
    return day, None if day else shape.bad_day(document.place(path), str(written))


def _village(
    path: Path, document: Document, data: dict[str, Any], at: tuple[str | int, ...]
) -> tuple[Path | None, Diagnostic | None]:
    written = data.get("village")
    return inside(path, written, lambda: document.place((*at, "village"))) if isinstance(written, str) else (None, None)


def _overlays(
    path: Path, document: Document, data: dict[str, Any], at: tuple[str | int, ...], found: list[Diagnostic]
) -> tuple[str | Path, ...] | None:
    """Return the overlays of a case by name, or where they lie inside the folder of the cases."""
    written = data.get("overlays")
    if not isinstance(written, list):
        return None
    overlays: list[str | Path] = []
    for position, name in enumerate(map(str, written)):
        if not is_path(name):
            overlays.append(name)
            continue
        file, fault = inside(path, name, partial(document.place, (*at, "overlays", position)))
        overlays += [file] if file else []
        found += [fault] if fault else []
    return tuple(overlays)


def _error(data: dict[str, Any]) -> str | None:
    written = data.get("error")
    return written if isinstance(written, str) else None


def _expect(
    document: Document, data: dict[str, Any], at: tuple[str | int, ...], name: str, found: list[Diagnostic]
) -> tuple[Expectation, ...]:
    written, error = data.get("expect"), _error(data)
    if error is not None and not _is_code(error):
        found.append(faults.impossible(document.place((*at, "error")), error, ("SV601", "SV6xx")))
    if written and error is not None:
        found.append(faults.expects_both(document.place((*at, "error"), key=True)))
    if not written and "error" not in data:
        found.append(faults.expects_nothing(document.place((*at, "name")), name))
    if not isinstance(written, dict):
        return ()
    read = [
        read_expectation(str(key), value, _placer(document, (*at, "expect", key))) for key, value in written.items()
    ]
    found.extend(one for one in read if isinstance(one, Diagnostic))
    return tuple(one for one in read if isinstance(one, Expectation))


def _placer(document: Document, at: tuple[str | int, ...]) -> Callable[..., Place]:
    return lambda *steps, key=False: document.place((*at, *steps), key)


def _is_code(text: str) -> bool:
    """Tell a diagnostic's code, or a hundred of them as ``SV6xx``."""
    digits = text.removeprefix("SV")
    return len(text) == len("SV601") and len(digits) == 3 and digits[0].isdigit() and (  # noqa: PLR2004 - of a code
        digits[1:] == "xx" or digits.isdigit()
    )  # fmt: skip
