"""Layers: two overlays of which neither extends the other may not touch the same, nor what the other looks at."""

from __future__ import annotations

from typing import Any

import pytest
from strategies.overlays import BASE, codes, overlay

from smartvillage._loading import check_ruleset, load_ruleset
from smartvillage._loading.layers import Touch

LIMIT = "criteria/2.1/rule/at_least"
ITEM = {"id": "2.1a", "group": "2", "title": "Thêm", "rule": {"fact": "regulation"}}
OTHER = {**ITEM, "id": "2.1b"}
FREE = {"alter": "activities/train", "with": {"effects": [{"fact": "user_share", "becomes": "80 %"}]}}


def set_(path: str, to: Any) -> dict[str, Any]:
    """Return an edit that sets a value."""
    return {"set": path, "to": to}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (set_(LIMIT, "80 %"), set_(f"{LIMIT}/value", "90 %")),
        (set_(f"{LIMIT}/value", "80 %"), set_(f"{LIMIT}/basis", "inferred")),
        ({"alter": "criteria/2.1", "with": {"basis": "inferred"}}, set_(LIMIT, "80 %")),
        ({"alter": "criteria/2.1", "with": {"title": "x"}}, set_("criteria/2.1/title", "y")),
        ({"retire": "criteria/2.4"}, set_("criteria/2.4/title", "y")),
        ({"retire": "criteria/2.4", "from": "2024-07-01"}, {"alter": "criteria/2.4", "with": {"valid": {}}}),
        ({"lock": LIMIT, "as": "fixed"}, {"retire": "criteria/2.1", "from": "2024-07-01"}),
        ({"lock": LIMIT, "as": "fixed"}, set_("criteria/2.1/rule/fact", "file_share")),
        ({"select": {"group": "1"}}, set_("criteria/2.4/title", "y")),
        ({"select": {"group": "1"}}, set_("criteria/1.1/group", "2")),
        ({"select": ["1.1", "2.4"]}, {"alter": "groups/2", "with": {"precondition": True}}),
        ({"select": {"group": "1"}}, {"add": "criteria", "item": ITEM}),
        ({"select": {"group": "1"}}, {"select": {"group": "2"}}),
        ({"select": ["1.1"]}, {"add": "criteria", "after": "2.4", "item": {**ITEM, "group": "1"}}),
        ({"add": "criteria", "item": ITEM}, {"add": "criteria", "item": {**ITEM, "title": "y"}}),
    ],
)
def test_what_may_not_go_together(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Whichever id comes first, each such pair is refused, and the fault names both overlays."""
    for first, second in (("a", "b"), ("b", "a")):
        pair = [overlay(one, FREE, id=first), overlay(other, id=second)]
        found = check_ruleset(BASE, overlays=pair)[1]
        assert {fault.code for fault in found} & {"SV518", "SV519", "SV215"}, found
        assert check_ruleset(BASE, overlays=pair)[0] is None


def test_a_section_that_brings_back_what_another_took_out_is_refused() -> None:
    """Whether the role is there twice or once would be a matter of order."""
    base = overlay(id="vai", roles={"clerk": {"title": "Văn thư"}})
    gone = overlay({"retire": "roles/clerk"}, id="a", extends="vai")
    back = overlay(id="b", extends="vai", roles={"clerk": {"title": "Thư ký"}})
    assert codes(base, gone, back) == ["SV518"]


def test_a_section_that_adds_what_another_would_not_have_kept_is_refused() -> None:
    """A criterion outside a selection, whichever of the two comes first by its id."""
    for first, second in (("a", "b"), ("b", "a")):
        chosen = overlay({"select": {"group": "1"}}, FREE, id=first)
        assert "SV518" in codes(chosen, overlay(id=second, criteria=[ITEM]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (set_(LIMIT, "80 %"), set_("criteria/2.1/title", "y")),
        ({"alter": "criteria/2.1", "with": {"title": "x"}}, {"alter": "criteria/2.1", "with": {"tags": ["y"]}}),
        ({"lock": LIMIT, "as": "fixed"}, set_("criteria/2.1/title", "y")),
        ({"lock": LIMIT, "as": "fixed"}, {"lock": "criteria/2.4", "as": "fixed"}),
        ({"select": {"group": "1"}}, set_("criteria/1.1/title", "y")),
        (
            {"add": "criteria", "after": "2.1", "item": ITEM},
            {"add": "criteria", "after": "2.1", "item": {**ITEM, "id": "x"}},
        ),
        ({"add": "criteria", "after": "2.4", "item": ITEM}, {"retire": "criteria/2.4", "from": "2024-07-01"}),
        ({"add": "criteria", "item": ITEM}, {"retire": "criteria/2.4"}),
        ({"add": "criteria", "item": {**ITEM, "group": "1"}}, {"select": {"group": "1"}}),
        ({"alter": "criteria/1.1", "with": {"tags": ["x"]}}, {"select": {"group": "1"}}),
    ],
)
def test_what_goes_together(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Edits that do not meet come to the same under any names, and as one overlay of both."""
    whole = load_ruleset(BASE, overlays=[overlay(one, other, FREE)])
    for first, second in (("a", "b"), ("b", "a")):
        pair = [overlay(one, FREE, id=first), overlay(other, id=second)]
        assert load_ruleset(BASE, overlays=pair).model_copy(update={"overlays": ()}) == whole.model_copy(
            update={"overlays": ()}
        )


def test_sections_of_two_overlays_stand_in_the_order_of_their_ids() -> None:
    """What overlays add in their own sections is in one order, whatever the order in which they are given."""
    one = overlay(id="a", criteria=[{**ITEM, "id": "x"}])
    other = overlay(id="b", criteria=[{**ITEM, "id": "w"}])
    for pair in ([one, other], [other, one]):
        assert [each.id for each in load_ruleset(BASE, overlays=pair).criteria][-2:] == ["x", "w"]


def test_two_overlays_of_one_new_id_do_not_go_together() -> None:
    """Which of the two would stand is a matter of order."""
    pair = [overlay(id=name, criteria=[{**ITEM, "title": name}]) for name in ("a", "b")]
    assert codes(*pair) == ["SV215"]


def test_the_fault_names_what_both_touch() -> None:
    """Both overlays, and the path of the criterion that one of them would leave out."""
    pair = [overlay({"select": {"group": "1"}}, FREE, id="b"), overlay(set_("criteria/2.4/title", "y"), id="a")]
    told = [fault.message.en for fault in check_ruleset(BASE, overlays=pair)[1] if fault.code == "SV518"]
    assert told == ["`b` and `a` both touch `criteria/2.4`: their order would make a difference"]


def test_the_fault_names_what_both_add() -> None:
    """Two overlays that add one id are told of by that id, not by the section alone."""
    pair = [overlay({"add": "criteria", "item": {**ITEM, "title": name}}, id=name) for name in ("a", "b")]
    (fault,) = check_ruleset(BASE, overlays=pair)[1]
    assert fault.code == "SV518"
    assert f"`criteria/{ITEM['id']}`" in fault.message.en


def test_an_unknown_section_of_an_overlay_is_told() -> None:
    """With the nearest known word."""
    assert codes(overlay(criterias=[ITEM])) == ["SV201"]


def test_a_place_that_is_not_there_is_told_at_after(tmp_path: Any) -> None:
    """The fault stands at the id that nothing bears; the one of an altered key at the keys."""
    path = tmp_path / "sua.yaml"
    path.write_text(
        "overlay: {id: sua, title: Sửa, version: 1.0.0, extends: base}\n"
        "edits:\n"
        "  - add: criteria\n    after: '9.9'\n    because: x\n"
        "    item: {id: x, title: x, basis: assumed, rule: {fact: regulation}}\n"
        f"  - alter: {LIMIT}\n    with: {{value: 80 %}}\n    because: x\n",
        encoding="utf-8",
    )
    found = check_ruleset(BASE, overlays=[path])[1]
    assert [(fault.code, str(fault.place)) for fault in found] == [("SV503", f"{path}:4:12"), ("SV508", f"{path}:8:5")]


def test_what_many_edits_look_at_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many additions after one criterion each is held against what was looked at before, not against all before."""
    asked: list[Touch] = []

    def meets(one: Touch, other: Touch, met: Any = Touch.meets) -> bool:
        asked.append(one)
        return bool(met(one, other))

    monkeypatch.setattr(Touch, "meets", meets)
    adds = [{"add": "criteria", "after": "2.4", "item": {**ITEM, "id": f"n{number}"}} for number in range(100)]
    assert codes(overlay(*adds)) == []
    assert 0 < len(asked) < len(adds)
