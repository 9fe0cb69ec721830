"""The shipped set of decision 1127/QĐ-BTTTT: thresholds by area."""

from __future__ import annotations

from rulesets.reading import parts

from smartvillage import load_ruleset
from smartvillage.model.basis import Basis
from smartvillage.model.limits import ByLimit, ValueLimit

SHIPPED = load_ruleset("qd-1127-2022")


def test_three_of_five_indicators_go_by_area() -> None:
    """Subscriptions 50 / 80 %, staff trained 80 / 100 %, digital skills 50 / 70 %: mountain and islands / elsewhere."""
    told = {
        criterion.id: {code: str(limit.value) for code, limit in part.values.items() if isinstance(limit, ValueLimit)}
        for criterion in SHIPPED.criteria
        for part in parts(criterion.rule)
        if isinstance(part, ByLimit)
    }

    assert told == {
        "smartphones": {"mountain": "50 %", "other": "80 %"},
        "trained-staff": {"mountain": "80 %", "other": "100 %"},
        "digital-skills": {"mountain": "50 %", "other": "70 %"},
    }
    assert len(SHIPPED.criteria) == len(told) + 2


def test_only_the_figure_in_the_title_of_the_page_is_stated() -> None:
    """50 % of subscriptions in mountain areas stands in a text that was read; all else is inferred."""
    limits = [part for criterion in SHIPPED.criteria for part in parts(criterion.rule) if isinstance(part, ValueLimit)]

    assert [str(limit.value) for limit in limits if limit.basis is Basis.STATED] == ["50 %"]
    assert {limit.basis for limit in limits} == {Basis.STATED, Basis.INFERRED}
