"""Loading rulesets: names, folders, data; all faults in one run, each once, at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smartvillage._loading import check_ruleset, load_ruleset
from smartvillage.document import Limits
from smartvillage.errors import NotFoundError, RulesetError
from smartvillage.model.basis import Basis
from smartvillage.model.conditions import AllOf, FactCondition
from smartvillage.model.ruleset import Ruleset

BASE = Path(__file__).parent.parent / "bad" / "base.yaml"


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the base set with some texts exchanged."""
    text = BASE.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    path = folder / "set.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def line_of(path: Path, text: str) -> int:
    """Return the first line that holds a text."""
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if text in line)


def test_ten_faults_are_told_in_one_run(tmp_path: Path) -> None:
    """Ten faults in one file give ten diagnostics, each with its code on its own line."""
    changes = {
        "SV301": ("owner: officer", "owner: oficer"),
        "SV203": ("    evidence: [[paper]]", "    evidense: [[paper]]"),
        "SV205": ("kind: residents", "kind: resident"),
        "SV206": ("rule: {count: places", "rule: {cuont: places"),
        "SV306": ("founded, on_or_before: 2023-12-31}", "founded, one_of: [2023-12-31]}"),
        "SV309": ("values: {mountain: 50 %, other: 80 %}", "values: {mountain: 50 %}"),
        "SV211": ("until: 2024-12-31", "until: 31/12/2024"),
        "SV216": ("  camera: {type: record", "  count: {type: record"),
        "SV409": ("valid_for: 12 months", "valid_for: a year"),
        "SV431": ("value: 70 %,", "value: 70,"),
    }
    path = written(tmp_path, *changes.values(), ("fact: camera", "fact: count"))
    _, found = check_ruleset(path)
    expected = sorted((line_of(path, new), code) for code, (_, new) in changes.items())
    actual = [(fault.place.line if fault.place else 0, fault.code) for fault in found]
    assert actual == expected


def test_a_misspelt_section_is_told_once(tmp_path: Path) -> None:
    """What refers to a section under a wrong name is not held against anybody."""
    path = written(tmp_path, ("\nfacts:", "\nfactss:"))
    assert [fault.code for fault in check_ruleset(path)[1]] == ["SV201"]


def test_a_word_of_older_tools_is_no_id(tmp_path: Path) -> None:
    """What other tools read as a truth value is an id in quotes alone."""
    assert [fault.code for fault in check_ruleset(written(tmp_path, ("subject: hamlet", "subject: no")))[1]] == [
        "SV106"
    ]
    assert check_ruleset(written(tmp_path, ("subject: hamlet", "subject: 'no'")))[1] == ()


def test_a_strange_unit_is_told_where_it_is_written(tmp_path: Path) -> None:
    """Where the fact's own unit is not listed, the hint names it."""
    path = written(tmp_path, ("area: {type: quantity, unit: ha", "area: {type: quantity, unit: hectar"))
    (fault, *_) = check_ruleset(path)[1]
    assert fault.code == "SV412"
    assert fault.hint is not None
    assert fault.hint.en == "`hectar` (the fact's `unit`) is not in the list of units; did you mean `hectare`?"


def test_one_bad_fact_gives_one_diagnostic(tmp_path: Path) -> None:
    """A fact that cannot be read is told once; the rules, shares and activities that name it are not."""
    path = written(tmp_path, ("user_share: {type: share", "user_share: {type: sahre"))
    assert [fault.code for fault in check_ruleset(path)[1]] == ["SV205"]


@pytest.mark.parametrize("section", ["sources", "roles", "scales", "codes", "facts", "groups", "evidence_types"])
def test_a_broken_section_does_not_cascade(section: str, tmp_path: Path) -> None:
    """Where a whole section cannot be read, only that is told."""
    text = BASE.read_text(encoding="utf-8")
    start = text.index(f"\n{section}:\n")
    end = text.index("\n\n", start + 1)
    path = tmp_path / "set.yaml"
    path.write_text(text[:start] + f"\n{section}: 5" + text[end:], encoding="utf-8")
    assert [fault.code for fault in check_ruleset(path)[1]] == ["SV208"]


def test_faults_are_sorted_by_place(tmp_path: Path) -> None:
    """Faults stand in the order of the file."""
    path = written(tmp_path, ("owner: officer", "owner: oficer"), ("subject: hamlet", "subjekt: hamlet"))
    lines = [fault.place.line for fault in check_ruleset(path)[1] if fault.place]
    assert lines == sorted(lines)


def test_errors_are_raised_and_warnings_kept(tmp_path: Path) -> None:
    """An error stops the load; a warning is kept beside the ruleset."""
    with pytest.raises(RulesetError) as error:
        load_ruleset(written(tmp_path, ("owner: officer", "owner: oficer")))
    assert [fault.code for fault in error.value.diagnostics] == ["SV301"]
    warned = load_ruleset(written(tmp_path, ("  founded:", "  closed: {type: date}\n  founded:")))
    assert [fault.code for fault in warned._derived["warnings"]] == ["SV318"]


def test_printing_a_ruleset_does_not_dump_it(tmp_path: Path) -> None:
    """One line, in print as at a prompt."""
    ruleset = load_ruleset(written(tmp_path))
    assert str(ruleset) == repr(ruleset)
    assert str(ruleset).startswith("<Ruleset base 1.0.0: ")


def test_a_folder_is_the_union_of_its_files(tmp_path: Path) -> None:
    """Sections spread over files, and criteria in their own folder, load as one file does."""
    text = BASE.read_text(encoding="utf-8")
    start, end = text.index("criteria:\n"), text.index("evidence_types:")
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "all.yaml").write_text(text[start:end], encoding="utf-8")
    (tmp_path / "ruleset.yaml").write_text(text[:start], encoding="utf-8")
    (tmp_path / "activities.yml").write_text(text[end:], encoding="utf-8")
    (tmp_path / "met.case.yaml").write_text("ruleset: base\ncases: []\n", encoding="utf-8")
    assert load_ruleset(tmp_path) == load_ruleset(BASE)


def test_a_village_beside_the_ruleset_is_no_part_of_it(tmp_path: Path) -> None:
    """Who tries a set out keeps a village in its folder; the folder still names the set."""
    alone = load_ruleset(written(tmp_path).rename(tmp_path / "ruleset.yaml"))
    (tmp_path / "village.yaml").write_text("village: {id: a, name: A, kind: hamlet}\nruleset: x\n", encoding="utf-8")
    assert load_ruleset(tmp_path) == alone


def test_a_file_of_another_kind_is_no_ruleset(tmp_path: Path) -> None:
    """It is told as such, and not section by section."""
    path = tmp_path / "ruleset.yaml"
    path.write_text("village: {id: a}\nruleset: b\n", encoding="utf-8")
    assert [fault.code for fault in check_ruleset(path)[1]] == ["SV225"]


def test_an_overlay_by_itself_is_what_it_makes_of_its_base(tmp_path: Path) -> None:
    """The set that it extends is found as when it is named beside the set."""
    text = BASE.read_text(encoding="utf-8")
    (tmp_path / "base.yaml").write_text(text, encoding="utf-8")
    overlay = tmp_path / "mine.yaml"
    head = "overlay: {id: mine, title: Của tôi, version: 1.0.0, extends: base@>=1, basis: assumed, source: own}\n"
    own = "sources: {own: {type: own, issuer: UBND xã, seen: true}}\n"
    overlay.write_text(f"{head}{own}edits: [{{set: limits/least_area, to: 60 ha, because: thử}}]\n", encoding="utf-8")
    assert load_ruleset(overlay) == load_ruleset(tmp_path / "base.yaml", overlays=[overlay])


def test_an_overlay_whose_base_is_not_there_is_no_ruleset(tmp_path: Path) -> None:
    """It is told which set is missing."""
    overlay = tmp_path / "mine.yaml"
    overlay.write_text("overlay: {id: mine, title: A, version: 1.0.0, extends: nowhere@>=1}\n", encoding="utf-8")
    assert [fault.code for fault in check_ruleset(overlay)[1]] == ["SV511"]


def test_a_folder_without_a_set_is_no_ruleset(tmp_path: Path) -> None:
    """It is told as a file that is not there, not as a set that lacks everything."""
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    with pytest.raises(NotFoundError, match=r"ruleset\.yaml"):
        check_ruleset(tmp_path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A file that lies elsewhere is no part of a ruleset, however it is linked, and the link is told."""
    inside = tmp_path / "set"
    inside.mkdir()
    (inside / "a.yaml").write_text(BASE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("roles:\n  guest: {title: Khách}\n", encoding="utf-8")
    (inside / "b.yaml").symlink_to(tmp_path / "b.yaml")
    (inside / "c.yaml").symlink_to(tmp_path / "nothing.yaml")
    (inside / "own").mkdir()
    (inside / "own" / "d.txt").write_text("roles:\n  host: {title: Chủ}\n", encoding="utf-8")
    (inside / "d.yaml").symlink_to(inside / "own" / "d.txt")
    ruleset = load_ruleset(inside)
    assert ("guest" in ruleset.roles, "host" in ruleset.roles) == (False, True)
    told = [(fault.code, fault.place and fault.place.file) for fault in ruleset.warnings]
    assert told[:2] == [("SV113", str(inside / "b.yaml")), ("SV113", str(inside / "c.yaml"))]


def test_the_order_is_that_of_groups(tmp_path: Path) -> None:
    """Criteria stand in the order of their groups, whatever the order of files."""
    groups = '  - {id: "1", title: Hạ tầng}\n'
    path = written(
        tmp_path, (groups, ""), ('  - {id: "2", title: Dịch vụ}\n', '  - {id: "2", title: Dịch vụ}\n' + groups)
    )
    assert [one.id for one in load_ruleset(path).criteria] == ["2.1", "2.2", "2.3", "2.4", "1.1", "1.2", "1.3", "1.4"]


@pytest.mark.parametrize("again", [Ruleset.model_validate, load_ruleset])
@pytest.mark.parametrize("mode", ["json", "python"])
def test_what_is_dumped_loads_as_it_was(again: Callable[[Any], Ruleset], mode: Any) -> None:
    """A dumped ruleset is read back equal, by the model and by the loader."""
    ruleset = load_ruleset(BASE)
    assert again(ruleset.model_dump(mode=mode)) == ruleset


def test_a_loaded_ruleset_is_itself() -> None:
    """Loading what is loaded gives the same value."""
    ruleset = load_ruleset(BASE)
    assert load_ruleset(ruleset) is ruleset


def test_grounds_come_down(tmp_path: Path) -> None:
    """A limit takes its ground from its condition, the criterion, the file and the ruleset, in this order."""
    ruleset = load_ruleset(
        written(tmp_path, ("sources:\n", "defaults: {basis: inferred, source: bai-2}\n\nsources:\n"))
    )
    by_id = {one.id: one for one in ruleset.criteria}
    stated, passed = by_id["2.1"].rule, by_id["2.4"].rule
    assert isinstance(stated, FactCondition)
    assert isinstance(passed, FactCondition)
    assert stated.at_least is not None
    assert passed.at_least is not None
    assert stated.at_least.source is not None
    assert passed.at_least.source is not None
    assert (stated.at_least.basis, stated.at_least.source.id) == (Basis.STATED, "qd-1")
    assert (passed.at_least.basis, passed.at_least.source.id) == (Basis.INFERRED, "bai-2")
    main = ruleset.decisions["recognised"].if_
    assert main is not None
    assert (main.basis, main.source and main.source.id) == (Basis.WORDING, "qd-1")


def test_an_unknown_limit_rests_on_nothing() -> None:
    """The basis of an unknown limit is unknown, whatever stands above it."""
    rule = next(one.rule for one in load_ruleset(BASE).criteria if one.id == "2.2")
    assert isinstance(rule, AllOf)
    rated = rule.all_of[0]
    assert isinstance(rated, FactCondition)
    assert rated.at_least is not None
    assert rated.at_least.basis is Basis.UNKNOWN


def test_an_assumption_has_no_borrowed_source(tmp_path: Path) -> None:
    """What says of itself that it is assumed does not stand under the text that its criterion cites."""
    path = written(
        tmp_path,
        ("{limit: least_area}", "{value: 40 ha, basis: assumed}"),
        ("limits:\n  least_area: {value: 50 ha}", ""),
    )
    rule = next(one.rule for one in load_ruleset(path).criteria if one.id == "1.3")
    assert isinstance(rule, FactCondition)
    assert rule.at_least is not None
    assert (rule.at_least.basis, rule.at_least.source) == (Basis.ASSUMED, None)


def test_too_many_criteria_are_refused() -> None:
    """More criteria than the caller allows are one fault that names the bound."""
    [fault] = check_ruleset(BASE, limits=Limits(max_criteria=7))[1]
    assert (fault.code, "7" in fault.message.en) == ("SV218", True)
    assert check_ruleset(BASE, limits=Limits(max_criteria=8))[1] == ()


def test_a_name_nobody_bears_names_the_nearest() -> None:
    """A misspelt name is answered with the nearest shipped one."""
    with pytest.raises(NotFoundError) as error:
        load_ruleset("dong-thap-2021-2026")
    assert error.value.nearest == "dong-thap-2021-2025"


def test_a_name_may_be_found_near_a_village(tmp_path: Path) -> None:
    """A ruleset beside the village's file is found by name."""
    (tmp_path / "ours.yaml").write_text(BASE.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_ruleset("ours", near=tmp_path) == load_ruleset(BASE)


@pytest.mark.parametrize("value", ["yes", "on", "1", '"true"', "True"])
def test_only_true_and_false_are_truths(value: str, tmp_path: Path) -> None:
    """What other tools read as true is refused where true or false is asked."""
    path = written(tmp_path, ("issuer: UBND tỉnh, seen: true", f"issuer: UBND tỉnh, seen: {value}"))
    assert [fault.code for fault in check_ruleset(path)[1]] == ["SV208"]


@pytest.mark.parametrize("id_", ["true", "[a]", "{a: b}", "''"])
def test_an_entry_without_a_name_is_not_held_against_those_who_may_mean_it(id_: str, tmp_path: Path) -> None:
    """Where a group's id cannot be read, the criteria of that group are not called strays."""
    path = written(tmp_path, ('{id: "1", title: Hạ tầng}', f"{{id: {id_}, title: Hạ tầng}}"))
    assert len(check_ruleset(path)[1]) == 1


def test_json_is_read_as_yaml_is(tmp_path: Path) -> None:
    """A ruleset written as JSON is the same ruleset."""
    ruleset = load_ruleset("dong-thap-2021-2025", overlays=["quoc-gia-tham-chieu"])
    path = tmp_path / "set.json"
    path.write_text(ruleset.model_dump_json(), encoding="utf-8")
    assert load_ruleset(path) == ruleset


def test_an_id_is_one_however_its_letters_are_written(tmp_path: Path) -> None:
    """Ids are compared after compatibility normalisation, wherever they stand."""
    wide = {"residents": "ｒesidents", "officer": "ｏfficer", "stars": "ｓtars", "mountain": "ｍountain"}
    path = written(
        tmp_path,
        ("residents: {type: count", f"{wide['residents']}: {{type: count"),
        ("role: officer", f"role: {wide['officer']}"),
        ("stars: [", f"{wide['stars']}: ["),
        ("{mountain: Miền", f"{{{wide['mountain']}: Miền"),
    )
    assert load_ruleset(path) == load_ruleset(BASE)
