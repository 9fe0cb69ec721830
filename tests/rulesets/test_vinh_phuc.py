"""The shipped set of Vĩnh Phúc (decision 36/2022): seven conditions of an article that does not name it."""

from __future__ import annotations

from rulesets.reading import asked, parts

from smartvillage import load_ruleset
from smartvillage.model.basis import Based, Basis

SHIPPED = load_ruleset("vinh-phuc-2021-2025")


def test_has_seven_conditions_of_all_and_at_least_one() -> None:
    """Each condition is there or is not, holds of all, or of at least one."""
    assert {criterion.id: asked(criterion) for criterion in SHIPPED.criteria} == {
        "1": ["at_least 1"],
        "2": [],
        "3": [],
        "4": [],
        "5": ["at_least 100 %"],
        "6": ["at_least all", "is True"],
        "7": ["at_least 1"],
    }


def test_everything_is_inferred() -> None:
    """The article names no decision, so nothing here is stated, and the set recognises nobody."""
    bases = {part.basis for criterion in SHIPPED.criteria for part in parts(criterion) if isinstance(part, Based)}

    assert bases - {None} == {Basis.INFERRED}
    assert SHIPPED.ruleset.completeness == "partial"
