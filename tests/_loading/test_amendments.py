"""Amendments: a dated overlay does nothing before its first day and after its last."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from strategies.overlays import BASE, codes, criterion, overlay

import smartvillage
from smartvillage import Ruleset
from smartvillage._loading import load_ruleset
from smartvillage.model.digest import digest_of

LIMIT = "criteria/2.1/rule/at_least"
VILLAGE = {
    "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
    "ruleset": "base",
    "as_of": "2024-03-31",
    "facts": {"user_share": "75 %", "residents": 1000, "users": 750},
}


def set_(percent: int) -> dict[str, Any]:
    """Return an edit of the limit of 2.1."""
    return {"set": LIMIT, "to": f"{percent} %"}


def since(day: str, percent: int, id_: str = "sua", **more: Any) -> dict[str, Any]:
    """Return an overlay that sets the limit of 2.1 from a day on."""
    return overlay(set_(percent), id=id_, in_force={"from": day}, **more)


def least(ruleset: Ruleset, day: str) -> str:
    """Return the limit of 2.1 on a day."""
    rule: Any = criterion(ruleset.on(date.fromisoformat(day)), "2.1").rule
    return str(rule.at_least.value)


def outcome(ruleset: Any, day: str, **more: Any) -> str:
    """Return what 2.1 comes to for a village on a day."""
    found = smartvillage.evaluate(ruleset, smartvillage.load_village(VILLAGE), day, **more)
    return str(next(one.outcome for one in found.findings if one.criterion == "2.1"))


def test_one_set_before_and_after() -> None:
    """One loaded set answers for both sides of the day."""
    ruleset = load_ruleset(BASE, overlays=[since("2024-07-01", 80)])
    assert [least(ruleset, day) for day in ("2023-01-01", "2024-06-30", "2024-07-01", "2025-12-31")] == [
        "70 %", "70 %", "80 %", "80 %",
    ]  # fmt: skip
    assert [outcome(ruleset, day) for day in ("2024-06-30", "2024-07-01")] == ["met", "not_met"]


def test_until_includes_its_day() -> None:
    """An overlay with an end is gone on the day after."""
    one = overlay(set_(80), in_force={"from": "2024-01-01", "until": "2024-12-31"})
    ruleset = load_ruleset(BASE, overlays=[one])
    assert [least(ruleset, day) for day in ("2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01")] == [
        "70 %", "80 %", "80 %", "70 %",
    ]  # fmt: skip
    assert list(ruleset.amended) == [date(2024, 1, 1), date(2025, 1, 1)]


def test_an_amendment_from_before_the_beginning_is_there_from_the_first_day() -> None:
    """A set that was amended before it began has no day without the amendment."""
    ruleset = load_ruleset(BASE, overlays=[since("2022-01-01", 80)])
    assert (least(ruleset, "2023-01-01"), ruleset.amended, ruleset.overlays) == ("80 %", {}, ("sua@1.0.0",))


def test_an_amendment_of_an_amendment() -> None:
    """A later amendment extends the earlier one and takes its place."""
    chain = [since("2024-01-01", 80), since("2025-01-01", 90, "sau", extends="sua")]
    ruleset = load_ruleset(BASE, overlays=chain)
    assert [least(ruleset, day) for day in ("2023-12-31", "2024-01-01", "2025-01-01")] == ["70 %", "80 %", "90 %"]


def test_two_amendments_of_days_that_do_not_meet_go_together() -> None:
    """They are never in force at once, so their order cannot matter."""
    first = overlay(set_(80), id="a", in_force={"from": "2023-06-01", "until": "2023-12-31"})
    assert codes(first, since("2024-01-01", 90, "b")) == []
    assert codes(first, since("2023-12-31", 90, "b")) == ["SV518"]


def test_the_result_names_what_was_in_force() -> None:
    """An assessment names the overlays of its day, and a digest that is the set's of that day."""
    ruleset = load_ruleset(BASE, overlays=[since("2024-07-01", 80)])
    village = smartvillage.load_village(VILLAGE)
    before, after = (smartvillage.evaluate(ruleset, village, day).ruleset for day in ("2024-06-30", "2024-07-01"))
    assert (before.overlays, after.overlays) == ((), ("sua@1.0.0",))
    assert before.digest == digest_of(load_ruleset(BASE))


def test_an_edit_that_does_something_on_some_day_is_not_in_vain() -> None:
    """Only what changes nothing on any day is refused."""
    dated = overlay(set_(80), id="tam", in_force={"from": "2024-01-01", "until": "2024-12-31"})
    back = {"set": LIMIT, "to": {"value": "70 %", "basis": "stated", "source": "qd-1"}}
    assert codes(dated, overlay(back, extends="tam")) == []
    assert codes(overlay(back)) == ["SV505"]


def test_a_fault_of_later_days_is_told_at_once() -> None:
    """A set whose amendment is broken does not load at all, and its fault is told once."""
    assert codes(overlay({"set": LIMIT, "to": "80 kg"}, in_force={"from": "2025-06-01"})) == ["SV431"]


@pytest.mark.parametrize(
    "days", [{"from": "2026-01-01"}, {"until": "2022-12-31"}, {"from": "2020-01-01", "until": "2022-12-31"}]
)
def test_an_overlay_that_is_never_in_force(days: dict[str, str]) -> None:
    """Days that all lie outside the set's period are told."""
    assert codes(overlay(set_(80), in_force=days)) == ["SV509"]


def test_what_was_amended_is_written_and_read_back() -> None:
    """A set with its amendments survives data and JSON, with the same digest."""
    ruleset = load_ruleset(BASE, overlays=[since("2024-07-01", 80)])
    again = Ruleset.model_validate_json(ruleset.model_dump_json())
    assert again == ruleset
    assert digest_of(again) == digest_of(ruleset) != digest_of(load_ruleset(BASE))
    assert [outcome(again, day) for day in ("2024-06-30", "2024-07-01")] == ["met", "not_met"]


def test_a_written_set_is_loaded_with_its_amendments(tmp_path: Path) -> None:
    """Its file is a ruleset like any other, and takes overlays on all its days."""
    ruleset = load_ruleset(BASE, overlays=[since("2024-07-01", 80)])
    path = tmp_path / "base.json"
    path.write_text(ruleset.model_dump_json(), encoding="utf-8")
    loaded = load_ruleset(path)
    assert loaded == ruleset
    renamed = overlay({"set": "criteria/2.1/title", "to": "Tên mới"}, id="ten")
    more = load_ruleset(path, overlays=[renamed])
    assert more == load_ruleset(BASE, overlays=[since("2024-07-01", 80), renamed])


def test_resolving_one_after_the_other_is_resolving_both() -> None:
    """An amendment of a loaded set meets what was brought into it before."""
    one, other = since("2024-07-01", 80), overlay({"set": "criteria/2.1/title", "to": "Tên mới"}, id="ten")
    both = load_ruleset(BASE, overlays=[one, other])
    assert load_ruleset(load_ruleset(BASE, overlays=[one]), overlays=[other]) == both
    assert load_ruleset(load_ruleset(BASE, overlays=[other]), overlays=[one]) == both
    assert load_ruleset(both, overlays=[one]) is both


def test_a_criterion_of_the_future() -> None:
    """What an amendment adds is in no count before its day."""
    item = {"id": "3.1", "group": "2", "title": "Mới", "rule": {"fact": "regulation"}}
    ruleset = load_ruleset(BASE, overlays=[overlay({"add": "criteria", "item": item}, in_force={"from": "2025-01-01"})])
    village = smartvillage.load_village(VILLAGE)
    counts = [smartvillage.evaluate(ruleset, village, day).counts.total for day in ("2024-12-31", "2025-01-01")]
    assert counts[1] - counts[0] == 1


def test_a_roadmap_is_held_to_the_set_of_its_replay() -> None:
    """What counts is what will be asked on the day by which all is to be done."""
    ruleset = load_ruleset(BASE, overlays=[since("2025-07-01", 80)])
    village = smartvillage.load_village({**VILLAGE, "as_of": "2025-03-31"})
    early, late = (smartvillage.roadmap(ruleset, village, until=day) for day in ("2025-06-30", "2025-12-31"))
    met = [
        [str(one.outcome) for one in plan.replay.without_assumptions.findings if one.criterion == "2.1"]
        for plan in (early, late)
    ]
    tasks = [[task.id for task in plan.tasks] for plan in (early, late)]
    assert met[0] == ["met"]
    assert "train" not in tasks[0]
    assert "train" in tasks[1]


def test_an_explanation_is_of_its_day() -> None:
    """The limit that is shown is the one that was asked."""
    ruleset = load_ruleset(BASE, overlays=[since("2024-07-01", 80)])
    village = smartvillage.load_village(VILLAGE)
    told = [
        smartvillage.explain(ruleset, village, "2.1", day).model_dump_json() for day in ("2024-06-30", "2024-07-01")
    ]
    assert ["80 %" in text for text in told] == [False, True]


def test_an_amended_set_copies_and_pickles() -> None:
    """Like any value."""
    import copy
    import pickle

    ruleset = load_ruleset(BASE, overlays=[since("2024-07-01", 80)])
    assert copy.deepcopy(ruleset) == pickle.loads(pickle.dumps(ruleset)) == ruleset  # noqa: S301 - our own
    assert json.loads(ruleset.model_dump_json())["amended"].keys() == {"2024-07-01"}


def test_a_comparison_sees_what_an_amendment_changes() -> None:
    """Against its base a set is compared as it stands in the end, or on a day that is asked for."""
    base, ruleset = load_ruleset(BASE), load_ruleset(BASE, overlays=[since("2024-07-01", 80)])
    told = [
        [(str(change.kind), change.id) for change in smartvillage.diff(base, ruleset, on=day).changes]
        for day in (None, "2024-06-30", "2024-07-01")
    ]
    assert told == [[("stricter", "2.1")], [], [("stricter", "2.1")]]
