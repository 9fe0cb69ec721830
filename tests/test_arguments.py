"""What a caller hands over beside rulesets and villages."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import smartvillage as sv
from smartvillage.arguments import check_budget, check_language, day_of, overlays_of

AN_PHU = Path(__file__).parents[1] / "examples" / "an-phu" / "village.yaml"
SET = "dong-thap-2021-2025"
DAY = date(2024, 12, 31)


@pytest.mark.parametrize("written", [DAY, "2024-12-31", datetime(2024, 12, 31, 5)])  # noqa: DTZ001 - a day
def test_a_day(written: Any) -> None:
    """A day is a day however it is handed over, and never more than one."""
    assert (type(day_of(written, "on")), day_of(written, "on")) == (date, DAY)


def test_no_day() -> None:
    """Nothing stays nothing."""
    assert day_of(None, "on") is None


@pytest.mark.parametrize("written", ["31/12/2024", "2024-02-30", "", 20241231])
def test_what_is_no_day(written: Any) -> None:
    """It is refused in our own words, by its name."""
    with pytest.raises(sv.QuestionError) as raised:
        day_of(written, "until")
    assert raised.value.explain("en") == f"`until` is a day such as 2024-12-31, not `{written}`"


@pytest.mark.parametrize("alone", ["a", Path("a.yaml"), {"overlay": {}}])
def test_one_overlay(alone: Any) -> None:
    """One overlay is a row of one, not its letters or keys."""
    assert overlays_of(alone) == (alone,)


def test_many_overlays() -> None:
    """A row stays one."""
    assert overlays_of(["a", "b"]) == ("a", "b")


@pytest.mark.parametrize("budget", [None, 0, 5_000_000])
def test_a_budget(budget: Any) -> None:
    """Nothing, and whole đồng from 0, can be meant."""
    check_budget(budget)


@pytest.mark.parametrize("budget", [-1, True, 1.5, "5000000"])
def test_what_is_no_budget(budget: Any) -> None:
    """All else is refused."""
    with pytest.raises(sv.QuestionError, match="budget"):
        check_budget(budget)


def test_a_language() -> None:
    """There are two."""
    check_language("vi")
    check_language("en")
    with pytest.raises(sv.QuestionError, match="fr"):
        check_language("fr")


def test_the_whole_course() -> None:
    """Every question takes days as text and one overlay alone."""
    village = sv.load_village(AN_PHU)
    assert sv.evaluate(SET, village, "2024-06-30").on == date(2024, 6, 30)
    assert sv.explain(SET, village, "1.1", "2024-06-30").on == date(2024, 6, 30)
    plan = sv.roadmap(SET, village, "2024-06-03", until="2024-12-31")
    assert plan == sv.roadmap(SET, village, date(2024, 6, 3), until=DAY)
    overlay = "quoc-gia-tham-chieu"
    assert sv.evaluate(SET, village, overlays=overlay) == sv.evaluate(SET, village, overlays=[overlay])
    assert sv.load_ruleset(SET, overlays=overlay).overlays == ("quoc-gia-tham-chieu@1.0.0",)


def test_every_door_refuses_a_strange_language(tmp_path: Path) -> None:
    """Printing, writing and forms speak Vietnamese and English."""
    assessment = sv.evaluate(SET, sv.load_village(AN_PHU))
    strange: Any = "fr"
    with pytest.raises(sv.QuestionError):
        sv.render(assessment, lang=strange)
    with pytest.raises(sv.QuestionError):
        sv.write(assessment, tmp_path / "a.md", lang=strange)
    with pytest.raises(sv.QuestionError):
        sv.new_village(SET, as_of=DAY, lang=strange)
    with pytest.raises(sv.QuestionError):
        sv.roadmap(SET, AN_PHU, budget=-1)
