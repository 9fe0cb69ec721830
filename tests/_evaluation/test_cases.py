"""Every construct of the language by cases: a small set, what a village says, and what must come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smartvillage import Assessment, VillageError, evaluate, load_ruleset, load_village
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


def all_cases() -> Iterator[Any]:
    """Read the files of cases."""
    for path in sorted(CASES.glob("*.yaml")):
        document = read_file(path)
        assert document.faults == ()
        data = document.data
        for case in data["cases"]:
            yield pytest.param(data["ruleset"], case, id=f"{path.stem}: {case['name']}")


def ruleset_of(sections: dict[str, Any]) -> dict[str, Any]:
    """Fill in what a case's ruleset leaves out."""
    header = {**HEADER, **sections.get("ruleset", {})}
    return {"sources": SOURCES, "decisions": DECISIONS, **sections, "ruleset": header}


def village_of(case: dict[str, Any]) -> dict[str, Any]:
    """Make the village of a case."""
    day = case.get("date", "2024-03-31")
    more: dict[str, Any] = {key: case[key] for key in ("evidence", "for_year") if key in case}
    return {"village": PLACES, "ruleset": "made-up", "as_of": day, "facts": case["facts"], **more}


def seen(assessment: Assessment, key: str) -> Any:
    """Return what an ``expect`` key asks for."""
    part, _, name = key.partition("/")
    if part == "counts":
        return assessment.counts.model_dump()
    if key == "proven":
        return assessment.proven
    results: dict[str, Any] = {one.criterion: one for one in assessment.findings}
    decisions = {one.id: one for one in assessment.decisions}
    if part == "decisions":
        return decisions[name].answer
    result: Any = results.get(name, decisions.get(name))
    if part == "criteria":
        return None if result is None else "scored" if result.outcome is None else str(result.outcome)
    return _part(result, part)


def _part(result: Any, part: str) -> Any:
    """Return a part of a finding or of a decision's result as a file writes it."""
    if part == "out_of":
        measured: Any = getattr(result, "points", None) or getattr(result, "score", None)
        return measured.out_of
    found = getattr(result, part)
    if part in ("points", "grade", "level", "score"):
        return None if found is None else str(found)
    return list(map(str, found)) if isinstance(found, tuple) else found


@pytest.mark.parametrize(("sections", "case"), list(all_cases()))
def test_case(sections: dict[str, Any], case: dict[str, Any]) -> None:
    """What the case expects comes out; where it expects an error, one of that code is told."""
    ruleset, village = load_ruleset(ruleset_of(sections)), load_village(village_of(case))
    if "error" in case:
        with pytest.raises(VillageError) as caught:
            evaluate(ruleset, village)
        assert [fault.code for fault in caught.value.diagnostics] == [case["error"]]
        return
    assessment = evaluate(ruleset, village)
    assert {key: seen(assessment, key) for key in case["expect"]} == plain(case["expect"])


def plain(expect: dict[str, Any]) -> dict[str, Any]:
    """Read the numbers of an ``expect`` as numbers."""
    counts = {key: int(value) for key, value in expect.get("counts", {}).items()}
    told = {key: int(value) if key == "proven" else value for key, value in expect.items()}
    return {**told, "counts": counts} if counts else told
