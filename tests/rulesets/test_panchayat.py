"""The shipped grades of the Panchayat Development Index: the report says to which grade each edge belongs."""

from __future__ import annotations

from rulesets.reading import compared

from smartvillage import load_ruleset
from smartvillage.model.basis import Basis
from smartvillage.model.measures import GradeMeasure

SHIPPED = load_ruleset("panchayat-development-index")


def test_each_grade_begins_at_its_lower_edge() -> None:
    """The report: "40 to below 60", "60 to below 75", "75 to below 90", "90 to 100"; below 40 is D."""
    measure = SHIPPED.measures["grade"]

    assert isinstance(measure, GradeMeasure)
    assert measure.basis is Basis.STATED
    assert {level: compared(edge) for level, edge in measure.grade.levels.items()} == {
        "C": ["at_least 40"],
        "B": ["at_least 60"],
        "A": ["at_least 75"],
        "A-plus": ["at_least 90"],
    }


def test_the_grades_are_ordered() -> None:
    """D is the lowest and A+ the highest."""
    assert [level.id for level in SHIPPED.scales["grade"]] == ["D", "C", "B", "A", "A-plus"]
