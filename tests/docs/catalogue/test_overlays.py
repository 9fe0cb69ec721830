"""An overlay's page: each edit with its reason, and what every criterion that comes out otherwise rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .shelves import copied, edit, pages, pages_of, shape_pages

if TYPE_CHECKING:
    from pathlib import Path

NATIONAL = "dong-thap-2021-2025/overlays/quoc-gia-tham-chieu.md"


def test_every_kind_of_edit_is_told_with_its_reason() -> None:
    """What is set, altered, added, left out from a day on, and locked; a selection in its own overlay."""
    page = shape_pages("en")["every-form/overlays/every-edit.md"]
    told = [line for line in page.split("## What it changes")[1].split("\n## ")[0].splitlines() if line]
    assert [line.split()[1] for line in told] == ["Sets", "Alters", "Adds", "Leaves", "Locks"]
    assert told[0].endswith("(`rule/at_least`) → `80 %`: xã đặt mức cao hơn")
    assert told[3].endswith(", from 2024-07-01: hạn đã qua")
    assert "In force | 2024-01-01 – 2025-12-31" in page
    assert "- Keeps only `[1, 2, 3, 4, 5, 6, 8, 9]`" in shape_pages("en")["every-form/overlays/some-criteria.md"]


def test_before_and_now_stand_under_each_criterion() -> None:
    """What nobody had seen before is inferred now, of the fact and its stand-in; nothing else is shown as changed."""
    page = pages("vi")[NATIONAL]
    part = page.split("## 2.12")[1].split("\n## ")[0]
    before, now = part.split("**Nay**")
    assert before.count(":class: danger footing basis-unknown") == 2
    assert now.count(":class: warning footing basis-inferred") == 2
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## Đổi những gì", "## 1.1 · Tỷ lệ thuê bao sử dụng điện thoại thông minh của người dân trong độ tuổi lao động",
        "## 2.12 · Hồ sơ sức khỏe điện tử", "## Nghĩa là gì", "## Nguồn",
    ]  # fmt: skip


def test_what_comes_and_goes_is_said_not_to_be_there() -> None:
    """A criterion that a selection drops stands on its page, before and now."""
    page = shape_pages("en")["every-form/overlays/some-criteria.md"]
    assert page.split("## 7")[1].split("**Now**")[1].split("\n## ")[0].strip() == "Not in the set."


def test_a_level_in_an_overlay_changes_its_page_and_its_criterions(tmp_path: Path) -> None:
    """The criterion tells what the overlay makes of it; nothing else shows the overlay's level."""
    folder = copied(tmp_path)
    path = folder / "rulesets" / "dong-thap-2021-2025" / "overlays" / "quoc-gia-tham-chieu.yaml"
    edit(path, "value: 80 %", "value: 81 %")
    after = pages_of(folder, "vi")
    assert {name for name, text in pages("vi").items() if after[name] != text} == {
        NATIONAL,
        "dong-thap-2021-2025/1-1.md",
    }


@pytest.mark.parametrize(("lang", "word"), [("vi", "không so được"), ("en", "incomparable")])
def test_another_set_for_the_villages_is_not_a_matter_of_words(lang: str, word: str) -> None:
    """By Thanh Hóa's overlay villages are judged by another set: the page does not call that editorial."""
    page = pages(lang)["qd-319-2022/overlays/thanh-hoa.md"]
    assert f"| {word} | 1 |" in page
