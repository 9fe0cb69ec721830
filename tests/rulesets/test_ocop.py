"""The shipped classes of OCOP products: three parts of points, five classes by their lower edges."""

from __future__ import annotations

from rulesets.reading import compared

from smartvillage import load_ruleset
from smartvillage.model.basis import Basis
from smartvillage.model.measures import GradeMeasure

SHIPPED = load_ruleset("ocop-2023")


def test_the_parts_give_40_25_and_35_points() -> None:
    """Together a hundred, each in proportion to what was scored."""
    told = {criterion.id: str(criterion.points.max) for criterion in SHIPPED.criteria if criterion.points}

    assert told == {"A": "40", "B": "25", "C": "35"}


def test_the_classes_begin_at_30_50_70_and_90() -> None:
    """The lower edges of an undated page, so inferred; below 30 is the lowest class."""
    measure = SHIPPED.measures["class"]

    assert isinstance(measure, GradeMeasure)
    assert measure.basis is Basis.INFERRED
    assert {level: compared(edge) for level, edge in measure.grade.levels.items()} == {
        "2": ["at_least 30"],
        "3": ["at_least 50"],
        "4": ["at_least 70"],
        "5": ["at_least 90"],
    }
