"""The target *proven*: evidence that tasks leave, own figures, and what no activity gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from smartvillage import Roadmap
from smartvillage.model.obstacles import NoWay
from smartvillage.model.roadmap import Standing

Road = Callable[..., Roadmap]


def criteria(rule: dict[str, Any], evidence: Any) -> dict[str, Any]:
    """Return the sections of a ruleset whose one criterion asks for evidence."""
    one = {"id": "1", "title": "Tiêu chí 1", "rule": rule}
    kinds = {"photo": {"title": "Ảnh"}, "minutes": {"title": "Biên bản"}}
    return {"criteria": [one if evidence is None else {**one, "evidence": evidence}], "evidence_types": kinds}


def test_task_leaves_its_evidence(road: Road) -> None:
    """What a task produces supports what it changes."""
    ruleset = criteria({"fact": "a"}, [["photo"]])
    found = road({"x": {"effects": [{"fact": "a"}], "evidence": ["photo"]}}, ruleset=ruleset, target="proven")
    assert (found.standing, found.replay.with_assumptions.proven) == (Standing.SECURED, 1)


def test_evidence_nobody_leaves_is_no_way(road: Road) -> None:
    """A paper that no activity produces keeps the criterion from being proven."""
    ruleset = criteria({"fact": "a"}, [["photo", "minutes"]])
    found = road({"x": {"effects": [{"fact": "a"}], "evidence": ["photo"]}}, ruleset=ruleset, target="proven")
    assert found.standing is Standing.OUT_OF_REACH
    assert isinstance(found.obstacles[0], NoWay)


def test_new_record_is_complete(road: Road) -> None:
    """A document that a task issues will show its number, day and issuer."""
    ruleset = criteria({"fact": "paper"}, "none")
    found = road({"x": {"effects": [{"fact": "paper"}]}}, ruleset=ruleset, target="proven")
    assert found.standing is Standing.SECURED


def test_figure_of_another_place_is_measured_anew(road: Road) -> None:
    """The commune's share meets the rule as reported; to prove it the hamlet's own is measured."""
    ruleset = criteria({"fact": "share", "at_least": "70 %"}, "none")
    activities = {"x": {"effects": [{"learn": "share"}]}}
    facts = {"share": {"value": "92 %", "scope": "commune"}}
    reported = road(activities, None, facts, ruleset=ruleset)
    proven = road(activities, None, facts, ruleset=ruleset, target="proven")
    assert (reported.standing, proven.standing) == (Standing.ALREADY_MET, Standing.CONDITIONAL)
    assert proven.assumptions[0].needed.span is not None
    assert proven.assumptions[0].needed.span.low == "0.7"


def test_measuring_leaves_its_evidence(road: Road) -> None:
    """The table of figures that a measuring produces supports the fact it measures."""
    ruleset = criteria({"fact": "share", "at_least": "70 %"}, [["minutes"]])
    activities = {"x": {"effects": [{"learn": "share"}], "evidence": ["minutes"]}}
    found = road(activities, None, {"share": {"value": "92 %", "scope": "commune"}}, ruleset=ruleset, target="proven")
    assert (found.standing, found.replay.with_assumptions.proven) == (Standing.CONDITIONAL, 1)


def test_to_prove_lists_papers_and_figures(road: Road) -> None:
    """What is met and not proven says which papers and which figures it lacks; nothing is dated."""
    ruleset = criteria({"fact": "share", "at_least": "70 %"}, [["photo"], ["minutes"]])
    found = road({}, None, {"share": {"value": "92 %", "scope": "commune"}}, ruleset=ruleset)
    wanting = found.to_prove[0]
    assert (wanting.criterion, wanting.papers) == ("1", (("photo",), ("minutes",)))
    assert (wanting.own_figures, wanting.incomplete, wanting.no_evidence_list) == (("share",), (), False)


def test_to_prove_lists_incomplete_records(road: Road) -> None:
    """A document without its number is met and never proven; so is a criterion without an evidence list."""
    found = road({}, None, {"paper": True}, ruleset=criteria({"fact": "paper"}, None))
    assert (found.to_prove[0].incomplete, found.to_prove[0].no_evidence_list) == (("paper",), True)


def test_attached_paper_is_not_asked_for(road: Road) -> None:
    """Where one whole list is attached only the figure is left to get."""
    ruleset = criteria({"fact": "share", "at_least": "70 %"}, [["photo"]])
    evidence = [{"id": "e", "type": "photo", "supports": ["1"]}]
    found = road(
        {}, None, {"share": {"value": "92 %", "scope": "commune"}}, ruleset=ruleset, village={"evidence": evidence}
    )
    assert (found.to_prove[0].papers, found.to_prove[0].own_figures) == ((), ("share",))


def test_what_only_lacks_proof_is_told_apart(road: Road) -> None:
    """One criterion is settled by asking, but no text says what proves it; the other nothing touches."""
    rules = {"1": {"fact": "users", "at_least": {"unknown": {}, "ask": "province"}}, "2": {"fact": "b"}}
    activities = {"x": {"effects": [{"settle": ["criteria/1/rule/at_least"]}]}}
    found = road(activities, rules, {"users": 3}, target="proven")
    told = {one.criterion: one.only_proof for one in found.obstacles if isinstance(one, NoWay)}
    assert told == {"1": True, "2": False}
    assert [(one.criterion, one.no_evidence_list) for one in found.to_prove] == [("1", True)]


def test_papers_that_tasks_leave_are_not_lacking(road: Road) -> None:
    """As reported too, what a task leaves need not be got besides; what it does not leave is."""
    ruleset = criteria({"fact": "a"}, [["photo"]])
    leaves = {"effects": [{"fact": "a"}], "evidence": ["photo"]}
    assert road({"x": leaves}, ruleset=ruleset).to_prove == ()
    assert road({"x": {**leaves, "evidence": ["minutes"]}}, ruleset=ruleset).to_prove[0].papers == (("photo",),)


def test_a_task_that_only_proves_names_what_it_proves(road: Road) -> None:
    """What is met as reported and not proven is what it is for."""
    ruleset = criteria({"fact": "share", "at_least": "70 %"}, "none")
    facts = {"share": {"value": "92 %", "scope": "commune"}}
    found = road({"x": {"effects": [{"learn": "share"}]}}, None, facts, ruleset=ruleset, target="proven")
    assert found["x"].criteria == ("1",)
