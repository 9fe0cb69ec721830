"""The shipped procedure of new rural villages in Thanh Hóa: registration and consultation, not of smart villages."""

from __future__ import annotations

from rulesets.reading import asked, parts

from smartvillage import load_ruleset
from smartvillage.model.limits import YearlyLimit

SHIPPED = load_ruleset("thanh-hoa-thon-ntm")
SMART = load_ruleset("thanh-hoa-2022-2025")


def test_asks_for_ten_criteria_ten_days_and_ninety_percent() -> None:
    """The two procedures on the public-service portal name these figures."""
    assert {criterion.id: asked(criterion) for criterion in SHIPPED.criteria} == {
        "met-enough": ["at_least 10"],
        "in-time": [],
        "notice": ["at_least 10 days"],
        "agreement": ["at_least 90 %"],
    }


def test_registration_ends_before_december_of_the_year_before() -> None:
    """Before 01/12 of the previous year: the last day of the step is 30 November."""
    limit = next(part for part in parts(SHIPPED.criteria[1].rule) if isinstance(part, YearlyLimit))

    assert (limit.month, limit.day, limit.year) == (12, 1, "previous")


def test_the_procedure_ends_at_the_district() -> None:
    """The village, then the commune, then the district; its chair decides."""
    assert [step.owner for step in SHIPPED.procedure] == [
        "village",
        "village",
        "commune",
        "commune",
        "commune",
        "district",
        "district_chair",
    ]


def test_the_smart_village_has_no_procedure() -> None:
    """No source tells how a smart village is recognised, so its set borrows nothing from here."""
    assert SMART.procedure == ()
