"""All diagnostic codes, read off the functions that give them; what they mean is read off the words of reports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from smartvillage._reporting.labels.en.codes import LABELS as EN
from smartvillage._reporting.labels.vi.codes import LABELS as VI
from smartvillage.diagnostics import Words

from .fixes import bad_files

ROOT = Path(__file__).parents[3]
FAULTS = ROOT / "src" / "smartvillage" / "_faults"
Severity: TypeAlias = Literal["error", "warning"]

#: The files of functions, in the order of their codes, and what each is about.
GROUPS = {
    "source": Words("SV1xx: văn bản của tệp", "SV1xx: the text of a file"),
    "shape": Words("SV2xx: dạng của một mục", "SV2xx: the shape of an entry"),
    "references": Words("SV3xx: các mục nói về nhau", "SV3xx: what entries say of one another"),
    "relative": Words("SV330 đến SV334: ngưỡng theo thứ khác", "SV330 to SV334: limits relative to others"),
    "scores": Words("SV340 đến SV350: điểm, mức và số đo", "SV340 to SV350: points, grades and measures"),
    "numbers": Words("SV4xx: số, đơn vị, thời hạn và ngày", "SV4xx: numbers, units, durations and days"),
    "overlays": Words("SV5xx: bản phủ", "SV5xx: overlays"),
    "village": Words("SV6xx: tệp làng so với bộ tiêu chí", "SV6xx: a village against its ruleset"),
    "nested": Words("SV627 đến SV633: làng của bộ khác", "SV627 to SV633: villages of other sets"),
    "analysis": Words("SV7xx: cả bộ tiêu chí", "SV7xx: a ruleset as a whole"),
    "cases": Words("SV8xx: tệp tình huống", "SV8xx: files of cases"),
}


@dataclass(frozen=True)
class Code:
    """A code: how bad it is, what it means, and the file that shows it where one can."""

    name: str
    severity: Severity
    meaning: Words
    bad: Path | None


def codes(group: str) -> tuple[Code, ...]:
    """Return the codes of a file of functions, in their order."""
    shown = {path.name[:5]: path for path in bad_files()}
    text = (FAULTS / f"{group}.py").read_text(encoding="utf-8")
    found = sorted(_given(text))
    return tuple(Code(name, severity, meaning(name), shown.get(name)) for name, severity in found)


def meaning(name: str) -> Words:
    """Return what a code means, in one sentence a language."""
    return Words(VI[f"code.{name}"], EN[f"code.{name}"])


def _given(text: str) -> Iterator[tuple[str, Severity]]:
    for function in ast.parse(text).body:
        if isinstance(function, ast.FunctionDef):
            body = ast.get_source_segment(text, function) or ""
            for name in dict.fromkeys(re.findall(r'"(SV\d{3})"', body)):
                yield name, "warning" if "WARNING" in body else "error"
