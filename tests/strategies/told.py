"""The cases of the language: files of a small set, what villages say, and what must come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smartvillage.document import read_file

CASES = Path(__file__).parents[1] / "cases"

#: What a case's ruleset says where it does not say it itself.
HEADER = {
    "id": "made-up", "title": "Bộ tiêu chí thử", "version": "1.0.0", "subject": "hamlet", "basis": "assumed",
    "period": {"from": "2023-01-01", "until": "2025-12-31"}, "source": "ours",
}  # fmt: skip
SOURCES = {"ours": {"type": "own", "issuer": "chúng tôi", "seen": True}}
DECISIONS = {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}}
PLACES = {"id": "v", "name": "Ấp", "kind": "hamlet", "within": {"commune": "c", "district": "d"}}


def cases() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Read the files of cases: each file's name, its set, and one of its cases."""
    for path in sorted(CASES.glob("*.yaml")):
        document = read_file(path)
        assert document.faults == ()
        data = document.data
        for case in data["cases"]:
            yield path.stem, data["ruleset"], case


def ruleset_of(sections: dict[str, Any]) -> dict[str, Any]:
    """Fill in what a case's ruleset leaves out."""
    header = {**HEADER, **sections.get("ruleset", {})}
    return {"sources": SOURCES, "decisions": DECISIONS, **sections, "ruleset": header}


def village_of(case: dict[str, Any]) -> dict[str, Any]:
    """Make the village of a case."""
    day = case.get("date", "2024-03-31")
    more: dict[str, Any] = {key: case[key] for key in ("evidence", "for_year") if key in case}
    return {"village": PLACES, "ruleset": "made-up", "as_of": day, "facts": case["facts"], **more}
