"""The shipped set of decision 4725/QĐ-BGDĐT: two groups of points, three levels, the lower one counts."""

from __future__ import annotations

from rulesets.reading import compared

from smartvillage import load_ruleset
from smartvillage.model.basis import Basis
from smartvillage.model.measures import GradeMeasure, LowestMeasure

SHIPPED = load_ruleset("qd-4725-2022")


def test_the_levels_leave_no_points_out() -> None:
    """The page's words are "dưới 50", "từ 50 đến 75", "trên 75"; its printed bands would leave 49,5 and 75,5 out."""
    for name in ("teaching_level", "management_level"):
        measure = SHIPPED.measures[name]
        assert isinstance(measure, GradeMeasure)
        assert {level: compared(edge) for level, edge in measure.grade.levels.items()} == {
            "1": ["less_than 50"],
            "2": ["at_least 50", "at_most 75"],
            "3": ["more_than 75"],
        }


def test_that_the_lower_level_counts_is_inferred() -> None:
    """Each level asks its points of each group; what holds where they differ is not said."""
    level = SHIPPED.measures["level"]

    assert isinstance(level, LowestMeasure)
    assert (level.lowest, level.basis) == (("teaching_level", "management_level"), Basis.INFERRED)


def test_the_two_mandatory_conditions_that_were_seen() -> None:
    """A plan and regulations of online teaching; what follows where one is missing is not known."""
    assert {criterion.id for criterion in SHIPPED.criteria if "mandatory" in criterion.tags} == {
        "online-teaching-plan",
        "online-teaching-rules",
    }


def test_the_report_is_due_before_the_end_of_may() -> None:
    """The page says "trước 31-5" and "trước 20-06": the last days are 30 May and 19 June of every year."""
    told = {step.id: (step.until.month, step.until.day) for step in SHIPPED.procedure}  # type: ignore[union-attr]

    assert told == {"self-assessment": (5, 30), "approval": (6, 19)}
