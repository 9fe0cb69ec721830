"""The shipped set of Ninh Bình (decision 897): four conditions of a list that an article breaks off."""

from __future__ import annotations

from rulesets.reading import asked

from smartvillage import load_ruleset

SHIPPED = load_ruleset("ninh-binh-2021-2025")


def test_says_at_least_where_the_article_does() -> None:
    """The words "từ 80% trở lên" and "từ 90% trở lên" include the figure, unlike Lâm Đồng's "trên"."""
    assert {criterion.id: asked(criterion) for criterion in SHIPPED.criteria} == {
        "1": ["at_least 80 %"],
        "2": ["at_least 100 %"],
        "3": [],
        "4": ["at_least 90 %"],
    }


def test_is_partial() -> None:
    """The article ends in dots, so the set recognises nobody."""
    assert SHIPPED.ruleset.completeness == "partial"
