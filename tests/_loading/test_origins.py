"""Origins: every field with the file, the line and the decision that set it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from strategies.overlays import BASE, overlay

from smartvillage import Ruleset
from smartvillage._loading import load_ruleset
from smartvillage._loading.origins import origins_of
from smartvillage.model.origins import Field

LIMIT = "criteria/2.1/rule/at_least"
LINES = BASE.read_text("utf-8").splitlines()


def fields(ruleset: Ruleset, **more: Any) -> dict[str, Field]:
    """Return the fields of a ruleset by their paths."""
    found = origins_of(ruleset, **more).fields
    assert len({field.path for field in found}) == len(found)
    return {field.path: field for field in found}


def _why(field: Field) -> str | None:
    return field.because.vi if field.because else None


def test_a_field_of_the_base() -> None:
    """Its line is where it is written, its decision what it rests on in the end."""
    field = fields(load_ruleset(BASE))[f"{LIMIT}/value"]
    assert (field.value, field.file, field.basis, field.cited, field.overlay) == (
        "70 %", str(BASE), "stated", "1/QĐ-UBND", None,
    )  # fmt: skip
    assert "value: 70 %" in LINES[(field.line or 0) - 1]


def test_what_inherits_its_ground() -> None:
    """A field that says nothing of itself rests on what is around it, down to the header."""
    found = fields(load_ruleset(BASE))
    assert [found[path].basis for path in ("criteria/1.4/rule/where/kept/at_least", "criteria/1.1/rule/fact")] == [
        "inferred", "wording",
    ]  # fmt: skip
    assert found["criteria/1.4/rule/where/kept/at_least"].source == found["criteria/1.4/title"].source


def test_every_field_of_the_base_stands_on_its_line() -> None:
    """No field is told to stand where its value is not."""
    for field in fields(load_ruleset(BASE)).values():
        shown = field.value if isinstance(field.value, list) else [field.value]
        first = str(shown[0] if not isinstance(shown[0], list) else shown[0][0])
        first = first.lower() if isinstance(shown[0], bool) else first
        assert first in LINES[(field.line or 0) - 1], field


def test_what_an_edit_set(tmp_path: Path) -> None:
    """The overlay's file and line, the overlay, and why."""
    path = tmp_path / "sua.yaml"
    path.write_text(
        "overlay: {id: sua, title: Sửa, version: 1.0.0, extends: base, basis: assumed}\n"
        "edits:\n"
        f"  - set: {LIMIT}\n    to: 80 %\n    because: năm 2025\n"
        "  - retire: criteria/2.4\n    from: 2024-07-01\n    because: thôi áp dụng\n"
        "  - lock: limits/least_area\n    as: fixed\n    because: mức sàn\n"
        "  - add: criteria\n    because: thêm\n"
        '    item: {id: "3.1", title: Thêm, rule: {fact: regulation}}\n'
        "parties:\n  so: {title: Sở}\n",
        encoding="utf-8",
    )
    found = fields(load_ruleset(BASE, overlays=[path]))
    named = [f"{LIMIT}/value", "criteria/2.4/valid/until", "limits/least_area/lock", "criteria/3.1/title"]
    told = {name: (found[name].value, found[name].line, _why(found[name])) for name in (*named, "parties/so/title")}
    assert told == {
        f"{LIMIT}/value": ("80 %", 4, "năm 2025"),
        "criteria/2.4/valid/until": ("2024-06-30", 7, "thôi áp dụng"),
        "limits/least_area/lock": ("fixed", 10, "mức sàn"),
        "criteria/3.1/title": ("Thêm", 14, "thêm"),
        "parties/so/title": ("Sở", 16, None),
    }
    assert {found[name].file for name in told} == {str(path)}
    assert {found[name].overlay for name in told} == {"sua"}
    assert (found["limits/least_area/value"].overlay, found["limits/least_area/value"].basis) == (None, "wording")


def test_the_last_of_a_chain_set_it() -> None:
    """Of several overlays the one that came last is named, also where it replaced what another set inside."""
    first = overlay({"set": f"{LIMIT}/value", "to": "75 %"}, id="mot")
    second = overlay({"set": LIMIT, "to": "80 %"}, id="hai", extends="mot")
    found = fields(load_ruleset(BASE, overlays=[second, first]))
    assert {field.overlay for path, field in found.items() if path.startswith(LIMIT)} == {"hai"}


def test_the_fields_of_a_day() -> None:
    """What stands before an amendment, and what after."""
    from datetime import date

    one = overlay({"set": LIMIT, "to": "80 %"}, in_force={"from": "2024-07-01"})
    ruleset = load_ruleset(BASE, overlays=[one])
    told = [fields(ruleset, day=date(2024, month, day))[f"{LIMIT}/value"] for month, day in ((6, 30), (7, 1))]
    assert [(field.value, field.overlay) for field in told] == [("70 %", None), ("80 %", "sua")]


def test_a_set_from_elsewhere_has_fields_without_places() -> None:
    """What a program made of data is nowhere written."""
    found = fields(Ruleset.model_validate(load_ruleset(BASE).model_dump()))
    assert (found[f"{LIMIT}/value"].value, found[f"{LIMIT}/value"].file) == ("70 %", None)


def test_the_group_that_a_files_defaults_give() -> None:
    """It stands in the file's defaults."""
    field = fields(load_ruleset("dong-thap-2021-2025"))["criteria/2.12/group"]
    assert (field.value, (field.file or "").endswith("digital-services.yaml")) == ("digital-services", True)


def test_a_lock_leaves_who_set_the_limit() -> None:
    """A literal is written at length to hold the lock, and is still the base's own."""
    lock = overlay({"lock": "criteria/2.3/rule/at_least/values/mountain", "as": "fixed"}, id="khoa")
    found = fields(load_ruleset(BASE, overlays=[lock]))
    told = {key: found[f"criteria/2.3/rule/at_least/values/mountain/{key}"] for key in ("value", "lock")}
    before = fields(load_ruleset(BASE))["criteria/2.3/rule/at_least/values/mountain"]

    assert (told["value"].line, told["value"].basis, told["value"].overlay) == (before.line, before.basis, None)
    assert (told["lock"].basis, told["lock"].overlay) == ("assumed", "khoa")


def test_what_an_edit_sets_is_never_told_as_the_bases() -> None:
    """A note or a list of evidence of an overlay does not stand in the text that the criterion is taken from."""
    edit = {"alter": "criteria/2.1", "with": {"note": "Ghi chú", "evidence": "none"}}
    bare = overlay(edit, id="sua")
    del bare["overlay"]["basis"]
    for given, basis in ((overlay(edit), "assumed"), (bare, None)):
        found = fields(load_ruleset(BASE, overlays=[given]))
        told = [found[f"criteria/2.1/{key}"] for key in ("note", "evidence")]
        assert [(one.basis, one.cited, one.overlay) for one in told] == [(basis, None, "sua")] * 2
        assert found["criteria/2.1/title"].overlay is None
