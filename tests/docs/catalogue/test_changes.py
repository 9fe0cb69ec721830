"""A page changes when what it shows changes, and by nothing else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from making.catalogue import catalogue, read_shelf

from .shelves import copied, edit, pages, pages_of, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from smartvillage.diagnostics import Lang

LANGS = pytest.mark.parametrize("lang", ["vi", "en"])
DONG_THAP, THANH_HOA, LAM_DONG = "dong-thap-2021-2025", "thanh-hoa-2022-2025", "lam-dong-2021-2025"


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Return the pages that say something else, or are there only before or after."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_a_threshold_changes_the_pages_that_show_it(tmp_path: Path) -> None:
    """Another share in Thanh Hóa's fourth condition: its page, its set's and the one beside other provinces."""
    folder = copied(tmp_path)
    edit(
        folder / "rulesets" / THANH_HOA / "ruleset.yaml",
        "service_skills, at_least: 70 %",
        "service_skills, at_least: 71 %",
    )
    touched = changed(pages("vi"), pages_of(folder, "vi"))
    assert touched == {f"{THANH_HOA}.md", f"{THANH_HOA}/4.md", "side-by-side.md"}


def test_a_basis_changes_the_pages_that_show_it(tmp_path: Path) -> None:
    """What is assumed instead of inferred is counted otherwise on the first page too."""
    folder = copied(tmp_path)
    edit(
        folder / "rulesets" / LAM_DONG / "ruleset.yaml",
        'value: 70 %\n        basis: inferred\n        source: {id: bao-lam-dong, item: "5"}',
        "value: 70 %\n        basis: assumed",
    )  # fmt: skip
    touched = changed(pages("en"), pages_of(folder, "en"))
    assert touched == {"index.md", f"{LAM_DONG}.md", f"{LAM_DONG}/5.md", "side-by-side.md"}


def test_evidence_changes_its_criterion_and_the_digest_of_the_set(tmp_path: Path) -> None:
    """A set's page shows the digest of all its data; beside that only the criterion's page speaks of its evidence."""
    folder = copied(tmp_path)
    path = folder / "rulesets" / DONG_THAP / "criteria" / "digital-infrastructure.yaml"
    edit(path, "[[acceptance_record], [photo, police_report]]", "[[acceptance_record]]")
    assert changed(pages("vi"), pages_of(folder, "vi")) == {f"{DONG_THAP}.md", f"{DONG_THAP}/1-3.md"}


def test_a_figure_changes_the_pages_on_which_its_village_stands(tmp_path: Path) -> None:
    """Another number of online files in An Phú: the criterion that reads it and nothing else."""
    folder = copied(tmp_path)
    edit(folder / "examples" / "an-phu" / "village.yaml", "part: 117", "part: 118")
    assert changed(pages("vi"), pages_of(folder, "vi")) == {f"{DONG_THAP}/2-13.md"}


@LANGS
def test_other_sets_and_villages_change_nothing(tmp_path: Path, lang: Lang) -> None:
    """Without every other set and village the pages of Đồng Tháp's are the same."""
    folder = copied(tmp_path, DONG_THAP)
    for path in (folder / "examples").iterdir():
        if path.name not in ("an-phu", "ap-thu"):
            shutil.rmtree(path)
    alone = pages_of(folder, lang)
    own = {name: text for name, text in pages(lang).items() if name.startswith(DONG_THAP)}
    assert {name: text for name, text in alone.items() if name.startswith(DONG_THAP)} == own


def test_the_order_of_sets_changes_nothing() -> None:
    """Read in another order they make the same pages, but for the lists of sets themselves."""
    backwards = dict(reversed(list(shipped().items())))
    assert changed(pages("en"), catalogue(backwards, "en")) <= {"index.md", "side-by-side.md"}


def test_surroundings_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the environment nor the folder one stands in nor where the files lie is seen on a page."""
    folder = copied(tmp_path)
    for name, value in (("SMARTVILLAGE_LANG", "en"), ("LANG", "C"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Tokyo"),
                        ("COLUMNS", "40"), ("FORCE_COLOR", "1")):  # fmt: skip
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    assert changed(pages("vi"), pages_of(folder, "vi")) == set()
    assert read_shelf(folder / "rulesets", folder / "examples").keys() == shipped().keys()
