"""JUnit XML: the cases of a run as build servers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .telling import failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage.diagnostics import Lang

    from .report import Report
    from .run import Result


def as_junit(reports: Sequence[Report], lang: Lang = "vi") -> str:
    """Write reports as one document, a suite for each ruleset."""
    from xml.etree import ElementTree as ET

    root = ET.Element("testsuites")
    for report in reports:
        failed = len(report.failed)
        suite = ET.SubElement(
            root, "testsuite", name=report.ruleset, tests=str(len(report.results)), failures=str(failed),
            errors=str(len(report.faults)),
        )  # fmt: skip
        for fault in report.faults:
            case = ET.SubElement(suite, "testcase", name=fault.code, classname=report.ruleset)
            ET.SubElement(case, "error", message=fault.message.say(lang)).text = fault.render(lang)
        for result in report.results:
            _add(suite, result, lang, ET)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(suite: object, result: Result, lang: Lang, xml: object) -> None:
    place = result.case.place("name")
    case = xml.SubElement(  # type: ignore[attr-defined]
        suite, "testcase", name=result.case.name, classname=place.file, file=place.file, line=str(place.line)
    )
    if not result.passed:
        told = failure(result, lang)
        xml.SubElement(case, "failure", message=told.splitlines()[0]).text = told  # type: ignore[attr-defined]
