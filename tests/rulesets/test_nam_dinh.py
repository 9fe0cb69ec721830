"""The shipped sets of Nam Định: the commune's income by year, and what is told of the village's requirements."""

from __future__ import annotations

from datetime import date

import pytest
from rulesets.reading import asked, parts

from smartvillage import load_ruleset
from smartvillage.model.limits import DatedLimit

COMMUNE = load_ruleset("nam-dinh-2021-2025")
VILLAGE = load_ruleset("nam-dinh-thon-xom-2021-2025")


def test_the_income_is_asked_by_year() -> None:
    """66, 72, 83, 93 and 103 million đồng for 2021 to 2025, each for a whole year, none left out."""
    limit = next(part for part in parts(COMMUNE.criteria[1].rule) if isinstance(part, DatedLimit))
    told = {(row.from_, row.until): str(row.value) for row in limit.dated}

    assert told == {
        (date(year, 1, 1), date(year, 12, 31)): f"{level} triệu đồng"
        for year, level in zip(range(2021, 2026), (66, 72, 83, 93, 103), strict=True)
    }


def test_the_village_asks_more_than_70_percent() -> None:
    """The words "trên 70%" are strict; the other three ask for at least one."""
    assert [asked(criterion)[0] for criterion in VILLAGE.criteria] == [
        "at_least 1",
        "at_least 1",
        "at_least 1",
        "more_than 70 %",
    ]


@pytest.mark.parametrize("ruleset", [COMMUNE, VILLAGE], ids=lambda ruleset: ruleset.id)
def test_is_partial(ruleset: object) -> None:
    """The article's sentence is cut off, so neither set recognises anybody."""
    assert ruleset.ruleset.completeness == "partial"  # type: ignore[attr-defined]
