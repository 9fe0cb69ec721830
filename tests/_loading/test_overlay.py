"""Overlays: they set what stands at a path of ids, on their own ground, and say who set it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import smartvillage as sv
from smartvillage._loading import check_ruleset, load_ruleset
from smartvillage.document import Limits, read_text
from smartvillage.errors import NotFoundError
from smartvillage.model.conditions import AllOf, FactCondition
from smartvillage.model.limits import ValueLimit
from smartvillage.model.ruleset import Ruleset

BASE = Path(__file__).parent.parent / "bad" / "base.yaml"


def overlay(*edits: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return an overlay of the base set."""
    header = {"id": "sua", "title": "Sửa", "version": "1.0.0", "extends": "base@>=1,<2"}
    header |= {key: more.pop(key) for key in ("basis", "source", "id", "extends", "in_force") if key in more}
    return {"overlay": header, "edits": [{"because": "thử", **edit} for edit in edits], **more}


def limit_of(ruleset: Ruleset, criterion: str) -> ValueLimit:
    """Return the lower limit of a criterion that looks at one fact."""
    rule = next(one.rule for one in ruleset.criteria if one.id == criterion)
    assert isinstance(rule, FactCondition)
    assert isinstance(rule.at_least, ValueLimit)
    return rule.at_least


def codes(*overlays: dict[str, Any]) -> list[str]:
    """Return the codes that overlays give."""
    return [fault.code for fault in check_ruleset(BASE, overlays=overlays)[1]]


TIGHTEN = {"set": "criteria/2.1/rule/at_least", "to": "80 %"}


def test_an_edit_rests_on_its_own_ground() -> None:
    """A limit that an edit sets takes the overlay's basis and no source of the base."""
    limit = limit_of(load_ruleset(BASE, overlays=[overlay(TIGHTEN, basis="assumed")]), "2.1")
    assert (limit.value, limit.basis, limit.source) == ("80 %", "assumed", None)


@pytest.mark.parametrize(("written", "named"), [("ﬁ-1", "fi-1"), ("fi-1", "ﬁ-1")])
def test_a_path_is_compared_after_normalisation(written: str, named: str, tmp_path: Path) -> None:
    """Two ways of writing the same letters are one id, in a path as anywhere."""
    text = BASE.read_text("utf-8")
    assert 'id: "2.1"' in text
    text = text.replace('id: "2.1"', f'id: "{written}"').replace("criteria/2.1/rule", f"criteria/{named}/rule")
    (tmp_path / "base.yaml").write_text(text, "utf-8")
    edit = {**TIGHTEN, "set": f"criteria/{named}/rule/at_least"}
    ruleset = load_ruleset(tmp_path / "base.yaml", overlays=[overlay(edit, basis="assumed")])
    assert limit_of(ruleset, "fi-1").value == "80 %"


def test_an_edit_comes_before_the_header() -> None:
    """What an edit says of its ground comes before what the overlay's header says."""
    edit = {**TIGHTEN, "to": {"value": "80 %", "basis": "stated", "source": "bai-2"}}
    limit = limit_of(load_ruleset(BASE, overlays=[overlay(edit, basis="inferred", source="qd-1")]), "2.1")
    assert (limit.basis, limit.source and limit.source.id) == ("stated", "bai-2")


def test_an_assumption_of_an_edit_has_no_borrowed_source() -> None:
    """An edit that says it is assumed does not stand under the text that the overlay's header cites."""
    edit = {**TIGHTEN, "basis": "assumed"}
    limit = limit_of(load_ruleset(BASE, overlays=[overlay(edit, basis="inferred", source="bai-2")]), "2.1")
    assert (limit.basis, limit.source) == ("assumed", None)


def test_a_bare_number_regrounds_its_limit() -> None:
    """A number set inside a limit makes the whole limit rest on the edit, so that no citation becomes false."""
    edit = {"set": "criteria/2.1/rule/at_least/value", "to": "80 %"}
    limit = limit_of(load_ruleset(BASE, overlays=[overlay(edit, basis="assumed")]), "2.1")
    assert (limit.value, limit.basis, limit.source) == ("80 %", "assumed", None)


def test_an_edit_leaves_the_base_as_it_was() -> None:
    """Resolving an overlay changes no value of the ruleset it was resolved into."""
    base = load_ruleset(BASE)
    load_ruleset(base, overlays=[overlay(TIGHTEN, basis="assumed")])
    assert base == load_ruleset(BASE)


def test_a_condition_is_reached_by_its_id() -> None:
    """Inside a list a path names the id of a condition, wherever it stands."""
    edit = {"set": "criteria/2.2/rule/all_of/rated/at_least", "to": "3"}
    rule = next(
        one.rule for one in load_ruleset(BASE, overlays=[overlay(edit, basis="assumed")]).criteria if one.id == "2.2"
    )
    assert isinstance(rule, AllOf)
    rated = rule.all_of[0]
    assert isinstance(rated, FactCondition)
    assert isinstance(rated.at_least, ValueLimit)
    assert rated.at_least.value == "3"


@pytest.mark.parametrize(
    "path",
    [
        "criteria/2.2/rule/all_of/0/at_least",
        "criteria/2.2/rule/all_of/rated/at_most",
        "criteria/2.9/rule/at_least",
        "criterion/2.1/rule/at_least",
        "criteria/2.1/rule/at_least/value/x",
    ],
)
def test_a_path_to_nothing_is_refused(path: str) -> None:
    """A position, an absent key, an unknown id or section is no path."""
    assert codes(overlay({"set": path, "to": "1"}, basis="assumed")) == ["SV503"]


@pytest.mark.parametrize("path", ["criteria/2.1", "criteria/2.1/id", "ruleset/period/until", "facts/users"])
def test_what_gives_identity_is_not_edited(path: str) -> None:
    """Whole entries, their ids and the header are not for overlays to set."""
    assert codes(overlay({"set": path, "to": "1"}, basis="assumed")) == ["SV510"]


def test_a_named_limit_is_set_whole() -> None:
    """A named limit is reached by its name alone."""
    ruleset = load_ruleset(BASE, overlays=[overlay({"set": "limits/least_area", "to": "60 ha"}, basis="assumed")])
    limit = ruleset.limits["least_area"]
    assert isinstance(limit, ValueLimit)
    assert (limit.value, limit.basis) == ("60 ha", "assumed")


def test_an_edit_inside_another_is_two_edits_of_one_path() -> None:
    """Setting a rule and a limit of that rule would depend on their order."""
    whole = {"set": "criteria/2.1/rule", "to": {"fact": "file_share", "at_least": "60 %"}}
    assert "SV504" in codes(overlay(whole, TIGHTEN, basis="assumed"))


def test_two_overlays_may_not_edit_one_path() -> None:
    """Two overlays of one path, of which neither extends the other, would come out differently in another order."""
    other = overlay({**TIGHTEN, "to": "90 %"}, basis="assumed", id="khac")
    assert codes(overlay(TIGHTEN, basis="assumed"), other) == ["SV518"]


def test_an_edit_that_changes_only_the_ground_has_an_effect() -> None:
    """The same number on another ground is a change."""
    edit = {**TIGHTEN, "to": {"value": "70 %", "basis": "inferred", "source": "bai-2"}}
    assert codes(overlay(edit)) == []


def test_an_edit_of_nothing_is_refused() -> None:
    """The same number on the same ground is no change."""
    edit = {**TIGHTEN, "to": {"value": "70 %", "basis": "stated", "source": "qd-1"}}
    assert codes(overlay(edit)) == ["SV505"]


@pytest.mark.parametrize(("lock", "to", "expected"), [
    ("fixed", "80 %", ["SV507"]), ("may_tighten", "60 %", ["SV507"]), ("may_tighten", "80 %", []),
    ("may_tighten", "unknown", ["SV507"]),
])  # fmt: skip
def test_a_lock_holds(lock: str, to: str, expected: list[str], tmp_path: Path) -> None:
    """A fixed limit is never set, and one that may be tightened is not loosened."""
    text = BASE.read_text(encoding="utf-8").replace("{value: 70 %,", f"{{value: 70 %, lock: {lock},")
    path = tmp_path / "base.yaml"
    path.write_text(text, encoding="utf-8")
    found = check_ruleset(path, overlays=[overlay({**TIGHTEN, "to": to}, basis="assumed")])[1]
    assert [fault.code for fault in found] == expected


def test_an_overlay_adds_entries_on_its_own_ground() -> None:
    """A criterion that an overlay adds rests on the overlay's header."""
    added = {"criteria": [{"id": "3.1", "title": "Thêm", "group": "2", "rule": {"fact": "regulation"}}]}
    ruleset = load_ruleset(BASE, overlays=[overlay(basis="assumed", **added)])
    criterion = ruleset.criteria[-1]
    assert (criterion.id, criterion.basis, criterion.source) == ("3.1", "assumed", None)


def test_what_an_overlay_adds_may_not_be_there() -> None:
    """An id of the base cannot be added again."""
    assert codes(overlay(basis="assumed", roles={"officer": {"title": "Cán bộ"}})) == ["SV215"]


def test_a_fault_in_what_was_set_stands_in_the_overlay(tmp_path: Path) -> None:
    """A value that cannot be read is told at the overlay's line, not at the base's."""
    path = tmp_path / "sua.yaml"
    path.write_text(
        "overlay: {id: sua, title: Sửa, version: 1.0.0, extends: base, basis: assumed}\n"
        "edits:\n  - set: criteria/2.1/rule/at_least\n    to: {value: 80}\n    because: thử\n",
        encoding="utf-8",
    )
    [fault] = check_ruleset(BASE, overlays=[path])[1]
    assert (fault.code, str(fault.place)) == ("SV431", f"{path}:4:17")


def test_a_fault_in_a_named_limit_that_was_set_stands_in_the_overlay(tmp_path: Path) -> None:
    """A named limit that is set whole is told at the overlay's line too."""
    path = tmp_path / "sua.yaml"
    path.write_text(
        "overlay: {id: sua, title: Sửa, version: 1.0.0, extends: base, basis: assumed}\n"
        "edits:\n  - {set: limits/least_area, to: 50 kg, because: thử}\n",
        encoding="utf-8",
    )
    [fault] = check_ruleset(BASE, overlays=[path])[1]
    assert (fault.code, fault.place and fault.place.file) == ("SV412", str(path))


def test_the_resolved_set_names_its_overlays() -> None:
    """A resolved ruleset says which overlays of which version it holds."""
    assert load_ruleset(BASE, overlays=[overlay(TIGHTEN, basis="assumed")]).overlays == ("sua@1.0.0",)


def test_who_set_what_is_known() -> None:
    """The origin of what an overlay set can be asked."""
    ruleset = load_ruleset(BASE, overlays=[overlay(TIGHTEN, basis="assumed")])
    edits = ruleset._derived["sections"].entries["criteria"]["2.1"].edits
    assert [(steps, by.overlay, by.because.vi) for steps, by in edits.items()] == [(("rule", "at_least"), "sua", "thử")]


def test_twice_is_once() -> None:
    """An overlay that is resolved already is not resolved again."""
    once = load_ruleset("dong-thap-2021-2025", overlays=["quoc-gia-tham-chieu"])
    assert load_ruleset(once, overlays=["quoc-gia-tham-chieu"]) is once
    assert load_ruleset("dong-thap-2021-2025", overlays=["quoc-gia-tham-chieu"] * 2) == once


def test_an_overlay_is_resolved_into_a_loaded_set_as_into_its_text() -> None:
    """It makes no difference whether the base was loaded before."""
    loaded = load_ruleset("dong-thap-2021-2025")
    afterwards = load_ruleset(loaded, overlays=["quoc-gia-tham-chieu"])
    assert afterwards == load_ruleset("dong-thap-2021-2025", overlays=["quoc-gia-tham-chieu"])


def test_places_of_a_loaded_set_are_kept() -> None:
    """What an overlay brings into a loaded set still stands where the base wrote it."""
    loaded = load_ruleset(BASE)
    resolved = load_ruleset(loaded, overlays=[overlay(TIGHTEN, basis="assumed")])
    entry = resolved._derived["sections"].entries["criteria"]["1.1"]
    assert (entry.place().file, loaded._derived["sections"].entries["criteria"]["2.1"].edits) == (str(BASE), {})


def test_an_overlay_is_resolved_into_a_set_from_elsewhere() -> None:
    """A ruleset that a program made of data takes overlays too."""
    made = Ruleset.model_validate(load_ruleset(BASE).model_dump())
    one = overlay(TIGHTEN, basis="assumed")
    assert load_ruleset(made, overlays=[one]) == load_ruleset(BASE, overlays=[one])


def test_two_overlays_one_after_the_other_are_both_named() -> None:
    """Resolving one overlay and then another gives what resolving both gives."""
    one = overlay(TIGHTEN, basis="assumed")
    other = overlay({"set": "limits/least_area", "to": "60 ha"}, basis="assumed", id="them")
    whole = load_ruleset(BASE, overlays=[one, other])
    assert load_ruleset(load_ruleset(BASE, overlays=[one]), overlays=[other]) == whole
    assert load_ruleset(load_ruleset(BASE, overlays=[other]), overlays=[one]) == whole


def test_two_overlays_of_one_path_are_refused_one_after_the_other_too() -> None:
    """What a resolved overlay has set, no other may set again."""
    loaded = load_ruleset(BASE, overlays=[overlay(TIGHTEN, basis="assumed")])
    found = check_ruleset(loaded, overlays=[overlay({**TIGHTEN, "to": "90 %"}, basis="assumed", id="khac")])[1]
    assert [fault.code for fault in found] == ["SV518"]


def test_a_loaded_set_is_resolved_once_for_many_villages() -> None:
    """Asking again for the same overlays gives the same value."""
    loaded = load_ruleset("dong-thap-2021-2025")
    first = load_ruleset(loaded, overlays=["quoc-gia-tham-chieu"])
    assert load_ruleset(loaded, overlays=["quoc-gia-tham-chieu"]) is first


def test_an_overlay_that_nobody_knows() -> None:
    """A misspelt overlay is answered with the nearest one of the set."""
    with pytest.raises(NotFoundError) as error:
        load_ruleset("dong-thap-2021-2025", overlays=["quoc-gia"])
    assert error.value.known == ("quoc-gia-tham-chieu",)


def test_overlays_are_bounded() -> None:
    """More overlays at once than the caller allows are refused."""
    many = [overlay(id=f"sua-{n}", basis="assumed", roles={f"r{n}": {"title": "Vai"}}) for n in range(3)]
    found = check_ruleset(BASE, overlays=many, limits=Limits(max_extends=2))[1]
    assert [fault.code for fault in found] == ["SV218"]


def test_an_overlay_may_edit_what_one_that_it_extends_adds() -> None:
    """What another overlay adds is there for those that extend it, and for them alone."""
    added = {"limits": {"spare": {"value": "5 ha", "basis": "assumed"}}}
    adds = overlay(basis="assumed", id="z-them", **added)
    edits = overlay({"set": "limits/spare", "to": "6 ha"}, basis="assumed", id="a-sua", extends="z-them@>=1")
    limit = load_ruleset(BASE, overlays=[edits, adds]).limits["spare"]
    assert isinstance(limit, ValueLimit)
    assert limit.value == "6 ha"
    assert codes({**edits, "overlay": {**edits["overlay"], "extends": "base"}}, adds) == ["SV503"]


def test_what_an_edit_leaves_unused_is_no_slip() -> None:
    """The base's source that only the old limit cited is not warned of; what the overlay defines in vain is."""
    text = BASE.read_text("utf-8").replace("sources:\n", "sources:\n  only: {type: own, issuer: x, seen: true}\n", 1)
    base = read_text(text.replace("basis: stated, source: qd-1", "basis: stated, source: only", 1), "base.yaml").data
    assert check_ruleset(base)[1] == ()
    spare = {"spare": {"type": "own", "issuer": "y", "seen": True}}
    found = check_ruleset(base, overlays=[overlay(TIGHTEN, basis="assumed", sources=spare)])[1]
    assert [(fault.code, "`spare`" in fault.message.en) for fault in found] == [("SV318", True)]


def test_an_overlay_of_a_project_in_the_working_folder_is_found_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a ruleset there is: what `new ruleset --extends` wrote bears its name before it is installed."""
    for path, text in sv.new_ruleset("xa-mau", since=date(2026, 1, 1), extends="dong-thap-2021-2025").items():
        (tmp_path / "xa-mau" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "xa-mau" / path).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)

    assert sv.load_ruleset("dong-thap-2021-2025", overlays=["xa-mau"]).overlays == ("xa-mau@0.1.0",)


def test_a_name_opens_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger's village may name what lies in the working folder; nothing of it is read, or told in a fault."""
    (tmp_path / ".env").write_text("SECRET: [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFoundError) as error:
        load_ruleset("dong-thap-2021-2025", overlays=[".env"])
    assert (error.value.kind, error.value.name) == ("overlay", ".env")
