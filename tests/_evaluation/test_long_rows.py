"""Long rows of rules that read one another: gone along, never down."""

from __future__ import annotations

from typing import Any

from strategies.rulesets import skeleton

import smartvillage
from smartvillage.model.findings import Outcome, Reason

Plain = dict[str, Any]
#: More than an interpreter goes down.
LONG = 1500


def assessed(criteria: list[Plain], decisions: Plain) -> smartvillage.Assessment:
    """Evaluate a village of which nothing is known."""
    data = skeleton({"ok": {"type": "flag"}})
    data["criteria"] = [{"title": "Một", "group": "one", **one} for one in criteria]
    data["decisions"] = decisions
    village = {"village": {"id": "a", "name": "A", "kind": "hamlet"}, "ruleset": "made-up", "as_of": "2024-03-31"}
    return smartvillage.evaluate(smartvillage.load_ruleset(data), smartvillage.load_village({**village, "facts": {}}))


def test_criteria_that_read_one_another_in_a_long_row() -> None:
    """Each asks whether the one before is met; all are open for the one missing fact."""
    rules: list[Plain] = [{"id": "c0", "rule": {"fact": "ok"}}]
    rules += [{"id": f"c{n}", "rule": {"met": [f"c{n - 1}"], "at_least": 1}} for n in range(1, LONG)]
    found = assessed(rules[::-1], {"all": {"main": True, "if": {"met": "all", "at_least": "all"}}})
    assert {finding.outcome for finding in found.findings} == {Outcome.UNKNOWN}
    assert found[f"c{LONG - 1}"].reasons == (Reason.MISSING_FACT,)
    assert found[f"c{LONG - 1}"].open == ("facts/ok",)


def test_decisions_that_read_one_another_in_a_long_row() -> None:
    """Each needs the next; the reasons of the last reach the first."""
    last = {"met": "all", "at_least": "all"}
    decisions: Plain = {f"d{n}": {"if": {"all_of": [{"decision": f"d{n + 1}"}, last]}} for n in range(LONG)}
    found = assessed([{"id": "1", "rule": {"fact": "ok"}}], {**decisions, f"d{LONG}": {"if": last, "main": True}})
    assert {decision.outcome for decision in found.decisions} == {Outcome.UNKNOWN}
    first = next(decision for decision in found.decisions if decision.id == "d0")
    assert first.reasons == (Reason.MISSING_FACT,)


def test_a_decision_under_a_denial_says_why_it_holds() -> None:
    """What is so is the reason where it should not be."""
    village = {"village": {"id": "a", "name": "A", "kind": "hamlet"}, "ruleset": "made-up", "as_of": "2024-03-31"}
    data = skeleton({"ok": {"type": "flag"}})
    data["criteria"] = [{"id": "1", "title": "Một", "group": "one", "rule": {"fact": "ok"}}]
    data["decisions"] = {
        "good": {"if": {"met": "all", "at_least": "all"}}, "bad": {"main": True, "if": {"not": {"decision": "good"}}},
    }  # fmt: skip
    found = smartvillage.evaluate(
        smartvillage.load_ruleset(data), smartvillage.load_village({**village, "facts": {"ok": True}})
    )
    bad = next(decision for decision in found.decisions if decision.id == "bad")
    assert (bad.outcome, bad.reasons) == (Outcome.NOT_MET, (Reason.OTHER_VALUE,))
