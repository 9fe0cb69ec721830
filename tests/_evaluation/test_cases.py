"""Every construct of the language by cases: a small set, what a village says, and what must come out."""

from __future__ import annotations

from typing import Any

import pytest
from strategies.told import cases, ruleset_of, village_of

from smartvillage import Assessment, VillageError, evaluate, load_ruleset, load_village


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


@pytest.mark.parametrize(("sections", "case"), [
    pytest.param(sections, case, id=f"{name}: {case['name']}") for name, sections, case in cases()
])  # fmt: skip
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
