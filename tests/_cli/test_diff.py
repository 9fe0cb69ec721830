"""``smartvillage diff``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Smartvillage

SET = "dong-thap-2021-2025"


def test_a_set_against_itself(smartvillage: Smartvillage) -> None:
    """No change, exit code 0."""
    ended = smartvillage("diff", SET, SET, "--lang", "en")
    assert ended.code == 0
    assert "The two are the same." in ended.out


def test_an_overlay_is_compared_with_its_base(smartvillage: Smartvillage) -> None:
    """The two thresholds that the overlay brings in are the changes of criteria."""
    found = json.loads(smartvillage("diff", SET, SET, "--overlay", "quoc-gia-tham-chieu", "--format", "json").out)
    assert {one["id"] for one in found["changes"] if one["section"] == "criteria"} == {"1.1", "2.12"}


def test_the_overlay_may_stand_before(smartvillage: Smartvillage) -> None:
    """Both sides may be resolved; two equal ones are the same."""
    overlay = "quoc-gia-tham-chieu"
    ended = smartvillage("diff", SET, SET, "--before-overlay", overlay, "--overlay", overlay, "--lang", "en")
    assert "The two are the same." in ended.out


def test_villages_that_flip_are_listed(smartvillage: Smartvillage, village: Path) -> None:
    """A folder of villages: those that come out differently are named, and `--fail-on flips` ends with 1."""
    ruleset = village.parent / "vi-du.yaml"
    later = village.parent / "later.yaml"
    later.write_text(ruleset.read_text(encoding="utf-8").replace("at_least: 10", "at_least: 4"), encoding="utf-8")
    ended = smartvillage("diff", ruleset, later, "--villages", village.parent, "--fail-on", "flips", "--lang", "en")
    assert ended.code == 1
    assert "1 of 1 villages comes out differently" in ended.out


def test_fail_on_names_a_kind(smartvillage: Smartvillage) -> None:
    """The run ends with 1 only if a change of that kind is there."""
    overlay = ("--overlay", "quoc-gia-tham-chieu")
    assert smartvillage("diff", SET, SET, *overlay, "--fail-on", "incomparable").code == 1
    assert smartvillage("diff", SET, SET, *overlay, "--fail-on", "looser").code == 0


def test_an_unknown_set_is_told(smartvillage: Smartvillage) -> None:
    """The name and the nearest one, exit code 2."""
    ended = smartvillage("diff", SET, "dong-thap-2021-2026", "--lang", "en")
    assert ended.code == 2
    assert SET in ended.err
