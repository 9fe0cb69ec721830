"""What is left of activities when a selection leaves criteria out."""

from __future__ import annotations

from typing import Any

import pytest

from smartvillage import RulesetError, check, evaluate, load_ruleset, load_village, roadmap

SHIPPED = "dong-thap-2021-2025"


def selection(chosen: Any) -> dict[str, Any]:
    """Write an overlay that keeps some criteria of the shipped set."""
    return {
        "overlay": {"id": "chon", "title": "Chọn", "version": "1.0.0", "extends": f"{SHIPPED}@>=1,<2",
                    "basis": "assumed", "source": "ours"},
        "sources": {"ours": {"type": "own", "issuer": "UBND xã", "seen": True}},
        "edits": [{"select": chosen, "because": "thử"}],
    }  # fmt: skip


def test_a_selection_of_the_shipped_set_loads() -> None:
    """One group of it is a set without faults, with the preconditions before it."""
    ruleset = load_ruleset(SHIPPED, overlays=[selection({"group": "rural-economy"})])
    assert {one.group for one in ruleset.criteria} == {"framework", "rural-economy"}


def test_an_activity_with_nothing_left_goes() -> None:
    """What only reached a criterion that is left out is no activity of the set any more; what does more stays."""
    whole = load_ruleset(SHIPPED)
    ruleset = load_ruleset(SHIPPED, overlays=[selection({"group": "rural-economy"})])
    assert "publish_village_stories" in whole.activities
    assert "publish_village_stories" not in ruleset.activities
    assert "ask_cultivation_guidance" in ruleset.activities


def test_what_settles_several_settles_those_that_are_left() -> None:
    """A question about thresholds asks only about criteria that are still there."""
    ruleset = load_ruleset(SHIPPED, overlays=[selection({"group": "digital-infrastructure"})])
    paths = [path for effect in ruleset.activities["ask_thresholds"].effects for path in getattr(effect, "settle", ())]
    assert paths == ["criteria/1.1/rule/at_least"]


def test_nothing_waits_for_what_is_gone() -> None:
    """Every activity that another waits for is there."""
    ruleset = load_ruleset(SHIPPED, overlays=[selection(["1.1", "3.7"])])
    named = {name for one in ruleset.activities.values() for name in one.after}
    assert named <= set(ruleset.activities)


def test_a_roadmap_of_a_selection() -> None:
    """It has tasks for the criteria that are left and for no other."""
    plan = roadmap(
        SHIPPED, load_village("examples/an-phu"), until="2024-12-31", overlays=[selection({"group": "rural-economy"})]
    )
    assert plan.tasks
    assert {name for task in plan.tasks for name in task.criteria if name[0].isdigit()} <= {"3.3", "3.6", "3.7"}


def test_a_selected_set_is_sound(tmp_path: Any) -> None:
    """Its file has no error."""
    import json

    path = tmp_path / "chon.json"
    path.write_text(json.dumps(selection({"group": "management"}), ensure_ascii=False), "utf-8")
    assert [fault.code for fault in check(path) if fault.severity.value == "error"] == []


def test_one_activity_waited_for_by_its_bare_name_may_go() -> None:
    """An activity that waits for a single one, written without a list, waits for nothing when that goes."""
    waiting = selection(["3.7"])
    waiting["activities"] = {
        "later": {"title": "Việc sau", "kind": "locality", "effects": [{"fact": "traceability"}], "advised": True,
                  "duration": "5 days", "owner": "commune_chair", "after": "publish_village_stories",
                  "basis": "assumed", "source": "ours"},
    }  # fmt: skip
    assert load_ruleset(SHIPPED, overlays=[waiting]).activities["later"].after == ()


def test_a_method_that_an_overlay_brings_is_settled() -> None:
    """What asked for a method where there is one now has nothing left to settle, and is no fault of anybody."""
    overlay = selection("all") | {
        "facts": {"field_share": {"type": "share", "title": "Diện tích có dữ liệu"}},
        "edits": [
            {"set": "criteria/3.3/rule", "to": {"fact": "field_share", "at_least": "50 %"}, "because": "hướng dẫn"}
        ],
    }
    ruleset = load_ruleset(SHIPPED, overlays=[overlay])
    village = load_village("examples/an-phu/village.yaml")
    assert evaluate(ruleset, village)["3.3"].outcome == "unknown"
    planned = roadmap(ruleset, village, until="2024-12-31")
    assert "ask_cultivation_guidance" not in [task.id for task in planned.tasks]


def test_a_method_that_an_overlay_brings_elsewhere_settles_nothing() -> None:
    """A path into a criterion of which another part was set still has to lead to a limit or a method."""
    overlay = selection("all") | {
        "edits": [
            {"set": "criteria/3.4/evidence", "to": "none", "because": "thử"},
            {
                "set": "activities/ask_cultivation_guidance/effects",
                "to": [{"settle": ["criteria/3.4/rule"]}],
                "because": "thử",
            },
        ],
    }
    with pytest.raises(RulesetError) as caught:
        load_ruleset(SHIPPED, overlays=[overlay])
    assert [fault.code for fault in caught.value.diagnostics] == ["SV312"]
