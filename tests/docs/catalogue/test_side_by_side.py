"""The page on which provinces stand beside one another: who is there, and what stands in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .shelves import copied, edit, pages, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from smartvillage.diagnostics import Lang

PROVINCES = ["Đồng Tháp", "Lâm Đồng", "Nam Định", "Ninh Bình", "Thanh Hóa", "Vĩnh Phúc"]


def rows(page: str, subject: str) -> list[str]:
    """Return the cells of a subject's row, without their links."""
    line = next(line for line in page.splitlines() if line.startswith(f"| {subject} |"))
    return [cell.strip(" ").split("]")[0].lstrip("[").replace("\u00a0", " ") for cell in line.strip("|").split("|")[1:]]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_sets_of_smart_villages_are_called_by_their_provinces(lang: Lang) -> None:
    """The columns are the six provinces; sets of communes and of new rural villages are not there."""
    head = next(line for line in pages(lang)["side-by-side.md"].splitlines() if line.startswith("| "))
    assert [cell.strip() for cell in head.strip("|").split("|")][1:] == PROVINCES


def test_what_each_asks_of_one_subject_stands_in_one_row() -> None:
    """Fibre is asked of more than 80 % of the households here, of at least 80 % there, and not at all elsewhere."""
    assert rows(pages("vi")["side-by-side.md"], "Cáp quang") == ["–", "trên 80 %", "–", "ít nhất 80 %", "có", "–"]


def test_a_criterion_that_is_worded_like_others_finds_its_row(tmp_path: Path) -> None:
    """The words of titles decide: a title that names wifi brings Thanh Hóa into that row."""
    folder = copied(tmp_path)
    path = folder / "rulesets" / "thanh-hoa-2022-2025" / "ruleset.yaml"
    edit(path, "vi: Cán bộ thôn có ứng dụng các nền tảng số để", "vi: Cán bộ thôn có wifi và nền tảng số để")
    assert rows(pages("vi")["side-by-side.md"], "Wifi miễn phí")[4] == "–"
    assert rows(pages_of(folder, "vi")["side-by-side.md"], "Wifi miễn phí")[4] == "có"


def test_what_shares_no_subject_is_listed_as_asked_by_one_alone() -> None:
    """Every criterion of the six sets stands in some row or in the last part, and none in both."""
    page = pages("en")["side-by-side.md"]
    above, alone = page.split("## Asked by one set alone")
    assert "dong-thap-2021-2025/1-3.md" in alone
    assert "dong-thap-2021-2025/1-3.md" not in above
    assert "ninh-binh-2021-2025/" not in alone
