"""``smartvillage roadmap`` on the real village and on a small one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Smartvillage

AN_PHU = Path(__file__).parents[2] / "examples" / "an-phu" / "village.yaml"


def test_an_phu_in_vietnamese(smartvillage: Smartvillage) -> None:
    """The main job: where it stands, what to do, by whom and by when."""
    ended = smartvillage("roadmap", AN_PHU, "--until", "2024-12-31")
    assert ended.code == 0
    assert "Hiện nay: 15/27 tiêu chí đạt theo báo cáo, 2 đã được chứng minh." in ended.out
    assert "27/27 đạt nếu 5 giả định" in ended.out


def test_one_task_is_enough(smartvillage: Smartvillage, village: Path) -> None:
    """The cheapest way, as JSON."""
    found = json.loads(smartvillage("roadmap", village, "--format", "json").out)
    assert (found["standing"], [task["id"] for task in found["tasks"]]) == ("secured", ["install"])


@pytest.mark.parametrize(
    ("budget", "code"), [("2000000", 0), ("2.000.000", 0), ("2_000_000", 0), ("1999999", 1), ("1.999.999", 1)]
)
def test_a_budget_is_whole_dong(smartvillage: Smartvillage, village: Path, budget: str, code: int) -> None:
    """In digits, or in threes as people write them; one đồng too few is too few."""
    assert smartvillage("roadmap", village, "--budget", budget, "--fail-on", "out_of_reach").code == code


@pytest.mark.parametrize(("until", "code"), [("2024-04-05", 0), ("5/4/2024", 0), ("2024-04-04", 1)])
def test_a_deadline_includes_its_day(smartvillage: Smartvillage, village: Path, until: str, code: int) -> None:
    """Five working days from Monday 1 April end on Friday."""
    assert smartvillage("roadmap", village, "--until", until, "--fail-on", "out_of_reach").code == code


def test_an_earlier_roadmap_is_compared(smartvillage: Smartvillage, village: Path, tmp_path: Path) -> None:
    """What ``-o`` wrote is what ``--previous`` reads."""
    smartvillage("roadmap", village, "-o", tmp_path / "plan.json")
    ended = smartvillage("roadmap", village, "--previous", tmp_path / "plan.json", "--lang", "en")
    assert "• kept: task 1\n" in ended.out


def test_a_page_for_a_browser(smartvillage: Smartvillage, village: Path, tmp_path: Path) -> None:
    """HTML is a file's form."""
    smartvillage("roadmap", village, "-o", tmp_path / "plan.html")
    assert "<title>Lộ trình của Ấp 1: Bộ ví dụ</title>" in (tmp_path / "plan.html").read_text("utf-8")


@pytest.mark.parametrize(("event", "code"), [("not_met", 0), ("open", 0), ("unproven", 0)])
def test_fail_on_looks_at_the_end(smartvillage: Smartvillage, village: Path, event: str, code: int) -> None:
    """After the tasks the village is recognised, and what is met is proven."""
    assert smartvillage("roadmap", village, "--fail-on", event).code == code


def test_a_late_plan_is_held_to_what_ends_in_time(smartvillage: Smartvillage, village: Path) -> None:
    """What is met after the deadline is not met."""
    assert smartvillage("roadmap", village, "--until", "2024-04-04", "--fail-on", "not_met").code == 1


def test_an_earlier_roadmap_of_another_village_is_refused(
    smartvillage: Smartvillage, village: Path, tmp_path: Path
) -> None:
    """It says of which, and nothing is printed."""
    smartvillage("roadmap", AN_PHU, "-o", tmp_path / "plan.json")
    ended = smartvillage("roadmap", village, "--previous", tmp_path / "plan.json", "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert "the earlier roadmap is for the village `an-phu`" in ended.err


def test_a_deadline_before_anything_can_start_is_refused(smartvillage: Smartvillage, village: Path) -> None:
    """It names the first working day."""
    ended = smartvillage("roadmap", village, "--until", "2024-03-31")
    assert ended.code == 2
    assert "hạn 31/03/2024 trước ngày làm việc đầu tiên có thể bắt đầu (01/04/2024)" in ended.err
