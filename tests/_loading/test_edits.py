"""Edits: each kind does what it says, is followed in what is extended, and is refused where it does nothing."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from strategies.overlays import BASE, codes, criterion, overlay

from smartvillage._loading import check_ruleset, load_ruleset
from smartvillage.model.ruleset import Ruleset


def loaded(*edits: dict[str, Any], **more: Any) -> Ruleset:
    """Load the base set with an overlay of some edits."""
    return load_ruleset(BASE, overlays=[overlay(*edits, **more)])


def least(ruleset: Ruleset) -> Any:
    """Return the lower limit of 2.1."""
    rule: Any = criterion(ruleset, "2.1").rule
    return rule.at_least


ONLY = {"select": ["1.1", "1.2"]}
#: What refers to criteria that some tests take out.
FREE = {"alter": "activities/train", "with": {"effects": [{"fact": "user_share", "becomes": "80 %"}]}}


class TestAlter:
    """Keys of a mapping are set, be they there or not."""

    def test_keys_are_merged(self) -> None:
        """A key that was there is set, one that was not is added, the rest stays."""
        edit = {"alter": "criteria/2.1", "with": {"title": "Tên mới", "tags": ["chính"]}}
        found, before = criterion(loaded(edit), "2.1"), criterion(load_ruleset(BASE), "2.1")
        assert (found.title.vi, found.tags, found.rule) == ("Tên mới", ("chính",), before.rule)

    def test_a_test_that_was_not_there_rests_on_the_edit(self) -> None:
        """A limit that is added inside a condition has the edit's ground, and what stood there keeps its own."""
        rule: Any = criterion(loaded({"alter": "criteria/2.1/rule", "with": {"less_than": "95 %"}}), "2.1").rule
        assert (rule.less_than.basis, rule.less_than.source, rule.at_least.basis) == ("assumed", None, "stated")

    def test_a_bare_number_regrounds_its_limit(self) -> None:
        """A number that is merged into a limit makes all of it rest on the edit."""
        edit = {"alter": "criteria/2.1/rule/at_least", "with": {"value": "80 %"}}
        limit = least(loaded(edit))
        assert (limit.value, limit.basis, limit.source) == ("80 %", "assumed", None)

    def test_a_number_that_says_its_ground_keeps_it(self) -> None:
        """What the merged keys themselves say of their ground comes first."""
        edit = {
            "alter": "criteria/2.1/rule/at_least",
            "with": {"value": "80 %", "basis": "inferred", "source": "bai-2"},
        }
        limit = least(loaded(edit))
        assert (limit.basis, limit.source.id) == ("inferred", "bai-2")

    @pytest.mark.parametrize("path", ["criteria/2.1/title", "criteria", "limits/least_area/value"])
    def test_only_a_mapping_is_altered(self, path: str) -> None:
        """A text has no keys, and a section no path."""
        assert codes(overlay({"alter": path, "with": {"x": "1"}})) == ["SV510"]

    def test_an_unknown_key_is_told_in_the_overlay(self) -> None:
        """What the vocabulary does not know is refused as anywhere."""
        assert codes(overlay({"alter": "criteria/2.1", "with": {"titel": "x"}})) == ["SV203"]

    def test_the_id_is_not_altered(self) -> None:
        """What gives a thing its identity stays."""
        assert codes(overlay({"alter": "criteria/2.1", "with": {"id": "9"}})) == ["SV510"]

    def test_two_alters_of_different_keys_go_together(self) -> None:
        """Only edits of one key are edits of one path."""
        one, other = (
            {"alter": "criteria/2.1", "with": {"title": "x"}},
            {"alter": "criteria/2.1", "with": {"tags": ["y"]}},
        )
        assert codes(overlay(one, other)) == []
        assert codes(overlay(one, {"set": "criteria/2.1/title", "to": "z"})) == ["SV504"]

    def test_a_number_and_the_ground_of_its_limit_are_one_path(self) -> None:
        """Setting the number sets the ground, so another edit of that ground would depend on the order."""
        number = {"set": "criteria/2.1/rule/at_least/value", "to": "80 %"}
        assert codes(overlay(number, {"set": "criteria/2.1/rule/at_least/basis", "to": "inferred"})) == ["SV504"]


class TestAdd:
    """An entry is added to a section, after another or at the end."""

    ITEM: ClassVar[dict[str, Any]] = {"id": "2.1a", "group": "2", "title": "Thêm", "rule": {"fact": "regulation"}}

    def test_after_an_id(self) -> None:
        """It stands right behind what it names."""
        ids = [one.id for one in loaded({"add": "criteria", "after": "2.1", "item": self.ITEM}).criteria]
        assert ids[ids.index("2.1") :][:3] == ["2.1", "2.1a", "2.2"]

    def test_at_the_end(self) -> None:
        """Without `after` it comes last."""
        assert loaded({"add": "criteria", "item": self.ITEM}).criteria[-1].id == "2.1a"

    def test_on_the_edits_ground(self) -> None:
        """What it says nothing of itself rests on the edit."""
        found = criterion(
            loaded({"add": "criteria", "item": self.ITEM, "basis": "inferred", "source": "bai-2"}), "2.1a"
        )
        assert (found.basis, found.source and found.source.id) == ("inferred", "bai-2")

    def test_to_a_section_of_names(self) -> None:
        """The item's id becomes the name."""
        item = {"id": "clerk", "title": "Văn thư"}
        use = {"set": "activities/draft/owner", "to": "clerk"}
        base = overlay({"add": "roles", "item": item}, id="vai")
        ruleset = load_ruleset(BASE, overlays=[base, overlay(use, extends="vai")])
        assert ruleset.roles["clerk"].title.vi == "Văn thư"

    def test_several_after_one_stand_in_the_order_of_their_ids(self) -> None:
        """So the order of edits makes no difference; numbers in ids count as numbers."""
        edits = [{"add": "criteria", "after": "2.1", "item": {**self.ITEM, "id": f"2.1.{n}"}} for n in (10, 9, 2)]
        one, other = loaded(*edits), loaded(*reversed(edits))
        assert one == other
        assert [found.id for found in one.criteria if found.id.startswith("2.1.")] == ["2.1.2", "2.1.9", "2.1.10"]

    def test_one_after_another_that_is_added_in_a_later_overlay(self) -> None:
        """An overlay may add after what the one that it extends has added."""
        first = overlay({"add": "criteria", "after": "2.1", "item": self.ITEM}, id="mot")
        second = overlay({"add": "criteria", "after": "2.1a", "item": {**self.ITEM, "id": "2.1b"}}, extends="mot")
        ids = [one.id for one in load_ruleset(BASE, overlays=[second, first]).criteria]
        assert ids[ids.index("2.1") :][:4] == ["2.1", "2.1a", "2.1b", "2.2"]

    @pytest.mark.parametrize(
        ("edit", "expected"),
        [
            ({"add": "criteria", "after": "9.9", "item": ITEM}, "SV503"),
            ({"add": "criterion", "item": ITEM}, "SV503"),
            ({"add": "criteria", "item": {**ITEM, "id": "2.1"}}, "SV215"),
            ({"add": "criteria", "item": {"title": "x"}}, "SV510"),
            ({"add": "roles", "after": "officer", "item": {"id": "x", "title": "x"}}, "SV510"),
            ({"add": "ruleset", "item": ITEM}, "SV510"),
            ({"add": "criteria", "item": {**ITEM, "titel": "x"}}, "SV203"),
            ({"select": []}, "SV221"),
        ],
    )
    def test_what_cannot_be_added(self, edit: dict[str, Any], expected: str) -> None:
        """An unknown place, a taken id, an item without one, an order where there is none."""
        assert codes(overlay(edit)) == [expected]


class TestRetire:
    """An entry leaves the set."""

    def test_a_criterion_from_a_day_on(self) -> None:
        """It is valid until the day before."""
        found = criterion(loaded({"retire": "criteria/2.4", "from": "2024-07-01"}), "2.4")
        assert found.valid is not None
        assert str(found.valid.until) == "2024-06-30"

    def test_a_criterion_altogether(self) -> None:
        """Without a day it is not there at all."""
        assert "2.4" not in [one.id for one in loaded({"retire": "criteria/2.4"}).criteria]

    def test_what_refers_to_it_is_told(self) -> None:
        """A path of an activity into a criterion that is gone, with the edit that took it out."""
        [fault] = check_ruleset(BASE, overlays=[overlay({"retire": "criteria/2.1"})])[1]
        assert (fault.code, "`sua`" in fault.message.en) == ("SV519", True)

    def test_a_party_from_a_day_on(self) -> None:
        """An office is still known afterwards, with the day on which it ended."""
        ours = overlay(id="them", parties={"so": {"title": "Sở", "fills": ["officer"], "successors": "unknown"}})
        gone = overlay({"retire": "parties/so", "from": "2024-07-01"}, extends="them")
        ruleset = load_ruleset(BASE, overlays=[ours, gone])
        assert (str(ruleset.parties["so"].until), ruleset.amended) == ("2024-06-30", {})

    def test_what_leaves_before_is_not_kept_for_longer(self) -> None:
        """Retiring later than the last day is in vain, and earlier brings that day forward."""
        ended = overlay({"alter": "criteria/2.4", "with": {"valid": {"until": "2024-02-29"}}}, id="cu")
        for day, expected in (("2024-07-01", ["SV505"]), ("2024-03-01", ["SV505"]), ("2024-02-01", [])):
            assert codes(ended, overlay({"retire": "criteria/2.4", "from": day}, extends="cu")) == expected

    def test_from_the_first_day_there_is(self) -> None:
        """What never was in the set is not there."""
        assert codes(overlay({"retire": "criteria/2.4", "from": "0001-01-01"})) == []

    def test_a_role_from_a_day_on(self) -> None:
        """What knows no days of its own is there until the day before, and then no more."""
        spare = overlay(id="them", roles={"clerk": {"title": "Văn thư"}})
        gone = overlay({"retire": "roles/clerk", "from": "2024-07-01"}, extends="them")
        ruleset = load_ruleset(BASE, overlays=[spare, gone])
        assert ["clerk" in one.roles for one in (ruleset, *ruleset.amended.values())] == [True, False]

    def test_a_used_role_leaves_its_users_behind(self) -> None:
        """They are told, on whatever day it goes."""
        assert set(codes(overlay({"retire": "roles/officer", "from": "2024-07-01"}))) == {"SV519"}

    def test_after_the_end_is_in_vain(self) -> None:
        """Nobody notices that a role leaves when the set has ended."""
        assert codes(overlay({"retire": "roles/officer", "from": "2026-01-01"})) == ["SV505"]

    @pytest.mark.parametrize("path", ["criteria/2.1/rule", "ruleset", "criteria"])
    def test_only_whole_entries(self, path: str) -> None:
        """A part of an entry, a section or the header is not retired."""
        assert codes(overlay({"retire": path})) == ["SV510"]


class TestSelect:
    """Only some criteria stay, and all those of precondition groups."""

    def test_a_list_of_ids(self) -> None:
        """Those that are named stay."""
        assert [one.id for one in loaded(ONLY, FREE).criteria] == ["1.1", "1.2"]

    def test_a_group(self) -> None:
        """Those of a group stay."""
        assert {one.group for one in loaded({"select": {"group": "1"}}, FREE).criteria} == {"1"}

    def test_a_tag(self) -> None:
        """Those with a tag stay."""
        tagged = overlay({"alter": "criteria/1.1", "with": {"tags": ["chính"]}}, id="nhan")
        chosen = overlay({"select": {"tag": "chính"}}, FREE, extends="nhan")
        assert [one.id for one in load_ruleset(BASE, overlays=[tagged, chosen]).criteria] == ["1.1"]

    def test_preconditions_stay(self) -> None:
        """A group that must be met first is not for selecting."""
        ahead = overlay({"alter": "groups/1", "with": {"precondition": True}}, id="khung")
        chosen = overlay({"select": ["2.4"]}, FREE, extends="khung")
        ids = [one.id for one in load_ruleset(BASE, overlays=[ahead, chosen]).criteria]
        assert ids == ["1.1", "1.2", "1.3", "1.4", "2.4"]

    def test_what_an_overlay_adds_itself_stays(self) -> None:
        """The selection is made from what is extended."""
        item = {"id": "3.1", "group": "2", "title": "Thêm", "rule": {"fact": "regulation"}}
        ids = [one.id for one in loaded(ONLY, FREE, {"add": "criteria", "item": item}).criteria]
        assert ids == ["1.1", "1.2", "3.1"]

    @pytest.mark.parametrize("chosen", [["1.1", "9.9"], {"group": "9"}, {"tag": "gì"}])
    def test_an_unknown_name_is_told(self, chosen: Any) -> None:
        """A criterion, group or tag that nothing bears."""
        assert codes(overlay({"select": chosen}, FREE)) == ["SV301"]

    def test_all_is_in_vain(self) -> None:
        """Selecting everything changes nothing."""
        assert codes(overlay({"select": "all"})) == ["SV505"]

    def test_an_edit_of_what_is_dropped_is_a_second_edit(self) -> None:
        """An overlay that drops a criterion has nothing to set in it."""
        edit = {"set": "criteria/2.4/title", "to": "x"}
        assert "SV504" in codes(overlay(ONLY, FREE, edit))

    def test_a_reference_to_what_was_dropped_is_told_as_such(self) -> None:
        """A later overlay that edits it is told who took it out."""
        first, edit = overlay(ONLY, FREE, id="chon"), {"set": "criteria/2.4/title", "to": "x"}
        assert codes(first, overlay(edit, extends="chon")) == ["SV519"]


class TestSet:
    """What stands at a path is set."""

    def test_a_condition_keeps_its_id(self) -> None:
        """A condition that is set whole can be reached as before."""
        whole = {"set": "criteria/2.2/rule/all_of/rated", "to": {"fact": "product", "at_least": "3"}}
        rule: Any = criterion(loaded(whole), "2.2").rule
        assert [part.id for part in rule.all_of] == ["rated", None]

    def test_a_scale_is_set_whole(self) -> None:
        """A list of levels has no path inside."""
        assert [level.id for level in loaded({"set": "scales/stars", "to": ["1", "2", "3", "4"]}).scales["stars"]] == [
            "1", "2", "3", "4",
        ]  # fmt: skip

    def test_a_field_of_a_where(self) -> None:
        """A test of a field rests on the edit."""
        rule: Any = criterion(loaded({"set": "criteria/1.4/rule/where/kept/at_least", "to": "30 ngày"}), "1.4").rule
        limit = rule.where.fields["kept"].at_least
        assert (limit.value, limit.basis, limit.source) == ("30 ngày", "assumed", None)

    def test_a_duration_is_a_range(self) -> None:
        """A duration written short rests on the edit."""
        duration = loaded({"set": "activities/draft/duration", "to": "10 working days"}).activities["draft"].duration
        assert (duration.low, duration.high, duration.basis) == ("10 working days", "10 working days", "assumed")

    def test_points_rest_on_the_edit(self) -> None:
        """What a criterion gives is a number like any other."""
        edit = {"alter": "criteria/1.1", "with": {"points": "20"}}
        points = criterion(loaded(edit), "1.1").points
        assert points is not None
        assert (points.max, points.basis) == ("20", "assumed")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({"because": "x"}, "SV506"),
        ({"set": "criteria/2.1/title", "to": "x", "retire": "criteria/2.1"}, "SV506"),
        ({"set": "criteria/2.1/title", "to": "x", "because": None}, "SV204"),
        ({"set": "criteria/2.1/title"}, "SV204"),
        ({"lock": "criteria/2.1", "as": "forever"}, "SV205"),
        ({"retire": "criteria/2.1", "from": "tomorrow"}, "SV211"),
        ({"alter": "criteria/2.1", "with": {}}, "SV221"),
    ],
)
def test_an_edit_that_is_no_edit(edit: dict[str, Any], expected: str) -> None:
    """One verb, all its keys, and why."""
    written = {key: value for key, value in {"because": "thử", **edit}.items() if value is not None}
    assert codes({**overlay(), "edits": [written]}) == [expected]


def test_all_faults_of_an_overlay_in_one_run() -> None:
    """Ten faults, ten diagnostics."""
    edits: list[dict[str, Any]] = [
        {"set": "criteria/2.1/rule/at_most", "to": "80 %"},
        {"set": "criteria/9.9/title", "to": "x"},
        {"set": "criteria/2.4/title", "to": "Số người theo năm"},
        {"set": "criteria/1.3/titel", "to": "x"},
        {"lock": "criteria/1.1/title", "as": "fixed"},
        {"retire": "criteria/1.1/rule"},
        {"add": "criteria", "after": "7", "item": TestAdd.ITEM},
        {"alter": "roles/officer", "with": {"titel": "x"}},
        {"set": "limits/least_area", "to": "50 kg"},
        {"sett": "x"},
    ]
    assert sorted(codes(overlay(*edits))) == [
        "SV203", "SV412", "SV503", "SV503", "SV503", "SV503", "SV505", "SV506", "SV510", "SV520",
    ]  # fmt: skip
