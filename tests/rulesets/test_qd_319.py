"""The shipped set of decision 319/QĐ-TTg: an income relative to another norm, and the result of another set."""

from __future__ import annotations

from pathlib import Path

from rulesets.reading import parts

from smartvillage import evaluate, load_ruleset, load_village
from smartvillage.model.facts import ListFact, ResultFact
from smartvillage.model.limits import LimitReference, TimesLimit, UnknownLimit

SHIPPED = load_ruleset("qd-319-2022")


def test_income_is_110_percent_of_a_level_nobody_here_has_seen() -> None:
    """At least 10 % above the level of advanced communes, which each province knows."""
    limit = next(part for part in parts(SHIPPED.criteria[1].rule) if isinstance(part, TimesLimit))

    assert (str(limit.times), limit.of) == ("110 %", LimitReference(limit="thu_nhap_xa_nang_cao"))
    assert isinstance(SHIPPED.limits["thu_nhap_xa_nang_cao"], UnknownLimit)
    assert SHIPPED.limits["thu_nhap_xa_nang_cao"].ask == "province"


def test_a_smart_village_is_the_result_of_the_provinces_set() -> None:
    """Đồng Tháp's set by default, Thanh Hóa's by the overlay."""
    names = []
    for overlays in ([], ["thanh-hoa"]):
        villages = load_ruleset("qd-319-2022", overlays=overlays).facts["villages"]
        assert isinstance(villages, ListFact)
        smart = villages.fields["smart"]
        assert isinstance(smart, ResultFact)
        names.append(smart.ruleset)

    assert names == ["dong-thap-2021-2025", "thanh-hoa-2022-2025"]


def test_my_dong_meets_all_but_the_income() -> None:
    """The district tells 19/19, a smart hamlet and 6/6 of the landscape; 75,1 million meets no known level."""
    found = evaluate(SHIPPED, load_village(Path(__file__).parents[2] / "examples" / "my-dong"))

    assert [finding.outcome for finding in found.findings] == ["met", "not_assessable", "met", "met"]
    assert found.decisions[0].outcome == "unknown"
