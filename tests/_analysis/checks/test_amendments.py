"""A set that is amended is looked at as it stands before and after, and what is told points at who wrote it."""

from __future__ import annotations

import shutil
from pathlib import Path

import smartvillage
from smartvillage._analysis.checks.stretches import standings

BASE = Path(__file__).parents[2] / "bad" / "base.yaml"
OVERLAY = """\
overlay: {id: sua, title: Sửa, version: 1.0.0, extends: "base@>=1", in_force: {from: 2025-06-01}, basis: assumed}
edits:
  - {set: criteria/2.4/rule/at_least, to: {value: 200000}, because: mới}
"""


def amended(tmp_path: Path) -> Path:
    """Write the base set with an overlay that is in force only later."""
    home = tmp_path / "base"
    (home / "overlays").mkdir(parents=True)
    shutil.copy(BASE, home / "ruleset.yaml")
    overlay = home / "overlays" / "sua.yaml"
    overlay.write_text(OVERLAY, encoding="utf-8")
    return overlay


def test_what_an_amendment_puts_out_of_reach(tmp_path: Path) -> None:
    """It is told from the amendment's day on, where the set's own file says less."""
    found = smartvillage.check(amended(tmp_path))
    assert [fault.message.en for fault in found] == [
        "this condition can never hold, from 2025-06-01 on, so `2.4` can never be met"
    ]


def test_the_stretches_of_a_set(tmp_path: Path) -> None:
    """The days on which it changes by its own dates, parted by its amendments."""
    overlay = amended(tmp_path)
    ruleset = smartvillage.load_ruleset(overlay.parents[1], overlays=[overlay])
    days = [[str(day) for day in standing.days] for standing in standings(ruleset)]
    assert days == [["2023-01-01", "2025-01-01"], ["2025-06-01"]]
    alone = smartvillage.load_ruleset(BASE)
    assert [[str(day) for day in standing.days] for standing in standings(alone)] == [["2023-01-01", "2025-01-01"]]


def test_a_set_without_a_first_day(tmp_path: Path) -> None:
    """It is looked at before the first of its changes too."""
    path = tmp_path / "set.yaml"
    path.write_text(BASE.read_text("utf-8").replace("period: {from: 2023-01-01,", "period: {"), "utf-8")
    days = [str(day) for standing in standings(smartvillage.load_ruleset(path)) for day in standing.days]
    assert days == ["2022-12-31", "2023-01-01", "2025-01-01"]
