"""The shipped maturity levels of ITU-T Y.4904, with the one indicator whose targets were published as an example."""

from __future__ import annotations

from pathlib import Path

from rulesets.reading import compared

from smartvillage import explain, load_ruleset, load_village

SHIPPED = load_ruleset("itu-y4904-2019")


def test_household_internet_reaches_its_levels_at_30_50_70_and_90_percent() -> None:
    """Level 1 is that the baseline was collected, so it has no edge of its own."""
    grade = SHIPPED.criteria[0].grade

    assert grade is not None
    assert {level: compared(edge) for level, edge in grade.levels.items()} == {
        "alignment": ["at_least 30 %"],
        "development": ["at_least 50 %"],
        "integration": ["at_least 70 %"],
        "optimization": ["at_least 90 %"],
    }


def test_the_five_levels_are_ordered() -> None:
    """Planning, alignment, development, integration, optimization."""
    assert [level.id for level in SHIPPED.scales["maturity"]] == [
        "planning",
        "alignment",
        "development",
        "integration",
        "optimization",
    ]


def test_is_partial() -> None:
    """The other indicators are not here, so the level of the whole stays open below the one that is."""
    assert SHIPPED.ruleset.completeness == "partial"


def test_an_explanation_counts_percentage_points_to_each_level(tmp_path: Path) -> None:
    """72 % is 18 points short of the highest level and 2, 22 and 42 past the others."""
    file = tmp_path / "city.yaml"
    file.write_text(
        "village: {id: a, name: A, kind: city}\nruleset: itu-y4904-2019\nas_of: 2024-06-30\n"
        "facts: {household_internet: 72 %}\n",
        encoding="utf-8",
    )
    told = explain(SHIPPED, load_village(file), "household-internet")

    assert told.grade is not None
    tests = told.grade.steps[0].tests
    assert [(one.gives, one.distance and (one.distance.amount, one.distance.unit)) for one in tests] == [
        ("optimization", ("-18", "%")),
        ("integration", ("2", "%")),
        ("development", ("22", "%")),
        ("alignment", ("42", "%")),
    ]
