"""``smartvillage rulesets``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Smartvillage

SET = "dong-thap-2021-2025"


def test_the_shipped_sets_are_listed(smartvillage: Smartvillage) -> None:
    """Name, version and title, a line each."""
    assert smartvillage("rulesets", "--lang", "en").out.startswith(f"{SET}  1.0.0  Structure and criteria")


def test_the_list_as_json(smartvillage: Smartvillage) -> None:
    """For programs."""
    first, *_ = json.loads(smartvillage("rulesets", "--format", "json").out)
    assert (first["name"], first["version"], first["period"]["until"]) == (SET, "1.0.0", "2025-12-31")


def test_a_set_is_printed_in_words(smartvillage: Smartvillage) -> None:
    """Rules, limits and where they come from."""
    text = smartvillage("rulesets", "show", SET, "--lang", "en").out
    assert "unknown, nobody here has seen it" in text
    assert "3.3" in text


def test_an_overlay_shows_what_it_changes(smartvillage: Smartvillage) -> None:
    """The resolved set, with the overlay named."""
    text = smartvillage("rulesets", "show", SET, "--overlay", "quoc-gia-tham-chieu").out
    assert "có bản phủ quoc-gia-tham-chieu@1.0.0" in text
    assert "ngưỡng: ít nhất 80 % · suy ra" in text


def test_a_set_of_ones_own(smartvillage: Smartvillage, village: Path) -> None:
    """By its file."""
    text = smartvillage("rulesets", "show", village.with_name("vi-du.yaml")).out
    assert "yêu cầu: “Người dùng” ít nhất 10" in text


def test_every_field_with_who_set_it(smartvillage: Smartvillage) -> None:
    """Value, file and line, overlay and why; an unedited field has the text it rests on."""
    out = smartvillage(
        "rulesets", "show", SET, "--overlay", "quoc-gia-tham-chieu", "--resolved", "--origin", "--lang", "en"
    ).out
    lines = {line.split(" = ")[0].strip(): line for line in out.splitlines() if " = " in line}
    edited, own = lines["criteria/1.1/rule/at_least/value"], lines["criteria/1.1/rule/fact"]
    assert " = 80 %" in edited
    assert "overlays/quoc-gia-tham-chieu.yaml:32" in edited
    assert "overlay quoc-gia-tham-chieu: The nearest national norm for the same measure" in edited
    assert "1127/QĐ-BTTTT" in edited
    assert ("criteria/digital-infrastructure.yaml:14" in own, "overlay" in own.partition("[")[2]) == (True, False)


def test_every_field_alone(smartvillage: Smartvillage) -> None:
    """Without `--origin` only what was resolved."""
    out = smartvillage("rulesets", "show", SET, "--resolved").out
    assert "criteria/1.1/rule/fact = smartphone_share\n" in out
    assert "←" not in out


def test_fields_as_json(smartvillage: Smartvillage) -> None:
    """For programs, with everything that is known of each."""
    shown = json.loads(smartvillage("rulesets", "show", SET, "--origin", "--format", "json").out)
    field = next(one for one in shown["fields"] if one["path"] == "criteria/1.1/rule/fact")
    assert (field["value"], field["line"], field["basis"]) == ("smartphone_share", 14, "wording")


def test_a_set_on_a_day(smartvillage: Smartvillage, village: Path) -> None:
    """As its amendments up to then made it; a day outside its period is an error."""
    sets = village.with_name("vi-du.yaml")
    path = village.with_name("sua.yaml")
    path.write_text(
        "overlay: {id: sua, title: Sửa, version: 1.0.0, extends: vi-du, basis: assumed, in_force: {from: 2024-07-01}}\n"
        "edits:\n  - {alter: criteria/1, with: {title: Tên mới}, because: thử}\n",
        encoding="utf-8",
    )
    before, after = (
        smartvillage("rulesets", "show", sets, "--overlay", path, "--on", day).out
        for day in ("2024-06-30", "01/07/2024")
    )
    assert ("Tên mới" in before, "Tên mới" in after) == (False, True)
    told = smartvillage("rulesets", "show", sets, "--overlay", path, "--on", "2024-07-01", "--origin").out
    assert f"{path}:3" in told
    assert smartvillage("rulesets", "show", sets, "--on", "1999-01-01").code == 2
