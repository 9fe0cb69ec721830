"""Write the page of all diagnostics from the functions that give them: run it after a change."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FAULTS = ROOT / "src" / "smartvillage" / "_faults"
BAD = ROOT / "tests" / "bad"
PAGE = ROOT / "docs" / "diagnostics.md"
HEAD = """<!-- Written by docs/diagnostics.py; do not edit. -->
# Diagnostics

Everything that is told of a file has a code that stays the same, a place, a message and mostly a hint, in Vietnamese
and in English. Each line below is one code; the example is what the file of that name in `tests/bad` is told.
"""
TITLES = {
    "source": "SV1xx: the text", "shape": "SV2xx: the shape of an entry",
    "references": "SV3xx: what entries say of one another", "scores": "SV340 to SV350: points, grades and measures",
    "numbers": "SV4xx: numbers, units, durations and days", "overlays": "SV5xx: overlays",
    "village": "SV6xx: a village against its ruleset", "nested": "SV627 to SV633: villages of other sets",
    "analysis": "SV7xx: a ruleset as a whole", "cases": "SV8xx: files of cases",
}  # fmt: skip


def codes(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each code of a file with the first line of its function's docstring and whether it is a warning."""
    text = file.read_text(encoding="utf-8")
    for function in ast.parse(text).body:
        if not isinstance(function, ast.FunctionDef):
            continue
        body = ast.get_source_segment(text, function) or ""
        for code in dict.fromkeys(re.findall(r'"(SV\d{3})"', body)):
            meaning = (ast.get_docstring(function) or "").splitlines()[0].removeprefix(f"{code}: ")
            yield code, meaning, "warning" if "WARNING" in body else "error"


def example(code: str) -> str:
    """Return what the bad file of a code is told; nothing where there is none."""
    for file in sorted(BAD.glob(f"{code}-*.txt")):
        return re.sub(rf"^.*? {code}: ", "", file.read_text(encoding="utf-8").splitlines()[0])
    return ""


def page() -> str:
    """Return the whole page."""
    lines = [HEAD]
    for name, title in TITLES.items():
        lines += [f"## {title}", "", "| Code | | Meaning | Example |", "|---|---|---|---|"]
        for code, meaning, severity in sorted(codes(FAULTS / f"{name}.py")):
            lines.append(f"| {code} | {severity} | {_cell(meaning)} | {_cell(example(code))} |")
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("``", "`").replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
