"""The shipped set of decision 18/2022: conditions of recognition, and the cases of revocation."""

from __future__ import annotations

from rulesets.reading import asked, parts

from smartvillage import load_ruleset
from smartvillage.model.conditions import FactCondition
from smartvillage.model.limits import UnknownLimit

SHIPPED = load_ruleset("qd-18-2022")


def test_four_conditions_of_recognition() -> None:
    """All criteria, the residents' satisfaction, no arrears, no complex security."""
    assert {criterion.id: asked(criterion) for criterion in SHIPPED.criteria} == {
        "all-criteria": ["at_most 0 %"],
        "satisfaction": [],
        "arrears": ["is False"],
        "security": ["is False"],
    }


def test_the_level_of_satisfaction_is_unknown() -> None:
    """The article says "as required" and no more."""
    assert any(isinstance(part, UnknownLimit) for part in parts(SHIPPED.criteria[1].rule))


def test_two_cases_of_revocation() -> None:
    """Half of the criteria; or 30 percent and one of those named."""
    found = [part for part in parts(SHIPPED.decisions["revoked"].if_) if isinstance(part, FactCondition)]

    assert {part.id: str(part.at_least.value) for part in found} == {  # type: ignore[union-attr]
        "half": "50 %",
        "third": "30 %",
        "key": "1",
    }


def test_the_case_whose_sentence_is_not_whole_is_inferred() -> None:
    """The articles give half of the criteria in full, but their sentence on 30 to 50 percent is garbled."""
    found = [part for part in parts(SHIPPED.decisions["revoked"].if_) if isinstance(part, FactCondition)]

    assert {part.id: (str(part.basis), str(part.at_least.basis)) for part in found} == {  # type: ignore[union-attr]
        "half": ("stated", "stated"),
        "third": ("inferred", "inferred"),
        "key": ("inferred", "inferred"),
    }
