"""The shipped pilot set of smart communes: what a text tells that may or may not retell the ministry's guidance."""

from __future__ import annotations

from rulesets.reading import asked, parts

from smartvillage import load_ruleset
from smartvillage.model.basis import Based, Basis
from smartvillage.model.conditions import NoMethod

SHIPPED = load_ruleset("xa-thong-minh-thi-diem-2023")


def test_has_the_fifteen_contents_that_are_told() -> None:
    """The text says 13 indicators and tells 15 contents; each stands alone, the last is cut off."""
    assert [criterion.id for criterion in SHIPPED.criteria] == [str(number) for number in range(1, 16)]
    assert [criterion.id for criterion in SHIPPED.criteria if isinstance(criterion.rule, NoMethod)] == ["15"]


def test_two_figures_are_told() -> None:
    """Fixed lines and mobile service in at least 95 % of the households."""
    assert [asked(criterion) for criterion in SHIPPED.criteria[:3]] == [["at_least 95 %"], ["at_least 95 %"], []]


def test_everything_is_inferred() -> None:
    """Nothing is stated by a text whose address was not kept, and the set recognises nobody."""
    bases = {part.basis for criterion in SHIPPED.criteria for part in parts(criterion) if isinstance(part, Based)}

    assert bases - {None} == {Basis.INFERRED}
    assert SHIPPED.ruleset.completeness == "partial"
