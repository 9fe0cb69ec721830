"""What a ruleset's page says: rules in words, limits with where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from smartvillage import load_ruleset
from smartvillage._reporting import render
from smartvillage._reporting.speech import Speech
from smartvillage._reporting.view.limits import limits
from smartvillage._reporting.view.names import Names
from smartvillage._reporting.view.rules import Rules
from smartvillage.model.conditions import Condition

if TYPE_CHECKING:
    from smartvillage.model.ruleset import Ruleset

CONDITIONS: TypeAdapter[Condition] = TypeAdapter(Condition)

CASES: list[tuple[dict[str, Any], str]] = [
    ({"fact": "voluntary"}, "there is “Voluntary”"),
    ({"fact": "voluntary", "is": False}, "there is no “Voluntary”"),
    ({"fact": "voluntary", "is": True}, "there is “Voluntary”"),
    ({"fact": "phones", "at_least": "70 %"}, "“Dùng điện thoại” at least 70 %"),
    ({"fact": "phones", "at_least": "70 %", "less_than": "90 %"}, "“Dùng điện thoại” at least 70 % and less than 90 %"),
    ({"fact": "phones", "at_least": {"unknown": {}}}, "“Dùng điện thoại” at least an unknown value"),
    ({"fact": "stars", "at_least": "4"}, "“Hạng” at least 4 sao"),
    ({"fact": "region", "one_of": ["mountain", "other"]}, "“Vùng” one of: miền núi, nơi khác"),
    ({"fact": "phones", "at_least": {"by": "region", "values": {"mountain": "50 %"}, "otherwise": "80 %"}},
     "“Dùng điện thoại” at least by “Vùng”: miền núi 50 %; otherwise 80 %"),
    ({"fact": "phones", "at_least": {"dated": [{"from": "2024-01-01", "value": "66 %"}]}},
     "“Dùng điện thoại” at least 66 % (from 2024-01-01)"),
    ({"fact": "phones", "at_least": {"times": "110 %", "of": {"fact": "stars"}}},
     "“Dùng điện thoại” at least 110 % of “Hạng”"),
    ({"fact": "phones", "at_least": {"times": 2, "of": {"limit": "other#least"}}},
     "“Dùng điện thoại” at least 2 × the threshold `other#least`"),
    ({"fact": "voluntary", "before": {"month": 12, "day": 1, "year": "previous"}},
     "“Voluntary” before 12-01 of the year before"),
    ({"days": {"from": "voluntary", "to": "phones"}, "at_least": "1 days"},
     "days from “Voluntary” to “Dùng điện thoại”: at least 1 day"),
    ({"count": "places", "where": {"wifi": True}, "at_least": "all"},
     "how many of “Điểm công cộng” with (Có wifi): all"),
    ({"count": "places", "where": {"wifi": False, "any_of": [{"power": {"at_least": 5}}, {"wifi": True}]},
      "at_least": 2},
     "how many of “Điểm công cộng” with (no Có wifi and (Công suất at least 5; or Có wifi)): at least 2"),
    ({"count": "places", "where": {"not": {"wifi": True}}, "at_most": 0},
     "how many of “Điểm công cộng” with (not (Có wifi)): at most 0"),
    ({"count": [{"fact": "voluntary"}, {"fact": "phones", "more_than": "5 %"}], "at_least": 1},
     "how many hold of [there is “Voluntary”; or “Dùng điện thoại” more than 5 %]: at least 1"),
    ({"met": {"group": "khung"}, "at_least": "all"}, "criteria met in the group “Khung”: all"),
    ({"met": {"tag": "must"}, "at_least": "50 %"}, "criteria met tagged “must”: at least 50 %"),
    ({"not_met": ["1.1", "a"], "at_most": 1}, "criteria not met among 1.1, a: at most 1"),
    ({"decision": "recognised"}, "the decision “Công nhận” is met"),
    ({"all_of": [{"fact": "voluntary"}, {"any_of": [{"fact": "voluntary"}, {"not": {"fact": "voluntary"}}]}]},
     "there is “Voluntary” and (one of: there is “Voluntary”; or not (there is “Voluntary”))"),
    ({"no_method": "delegated"}, "left to another body to set"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "expected"), CASES, ids=[str(condition) for condition, _ in CASES])
def test_every_condition_has_its_words(ruleset: Ruleset, condition: dict[str, Any], expected: str) -> None:
    """A rule is read without knowing the file's language."""
    rules = Rules(Speech("en", "ruleset"), Names(ruleset, "en"), ruleset)
    assert rules.rule(CONDITIONS.validate_python(condition)) == expected


def test_every_limit_is_found_wherever_it_stands() -> None:
    """In tests, in where, and inside combinations."""
    condition = CONDITIONS.validate_python({"any_of": [
        {"fact": "phones", "at_least": "1 %"},
        {"not": {"count": "places", "where": {"power": {"at_least": 2}, "not": {"power": {"is": 3}}}, "at_most": 4}},
        {"count": [{"all_of": [{"fact": "phones", "more_than": 5}]}], "at_least": 6},
    ]})  # fmt: skip
    found = sorted(str(getattr(limit, "value", "")) for _, _, limit in limits(condition))
    assert found == ["1 %", "2", "3", "4", "5", "6"]


def test_an_unknown_limit_names_who_may_know(ruleset: Ruleset) -> None:
    """It is shown as what nobody has seen."""
    text = render(ruleset, lang="en", ruleset=ruleset)
    assert "threshold: at least an unknown value · unknown, nobody here has seen it\n" in text
    assert "ask: Sở\n" in text


def test_the_header_says_what_is_not_whole(ruleset: Ruleset) -> None:
    """A partial set is never taken for a whole one."""
    text = render(ruleset, lang="en", ruleset=ruleset)
    assert "vi-du 1.0.0 · in force from 2023-01-01\n" in text
    assert "Not whole: criteria exist that nobody here has seen.\n" in text


def test_bases_and_sources_are_shown(ruleset: Ruleset) -> None:
    """A rule with its citation, an assumed owner, an inferred decision, a text that nobody read."""
    text = render(ruleset, lang="en", ruleset=ruleset, width=100)
    assert "asked: there is “Voluntary” · stated in a text: 1/QĐ-UBND, item 1\n" in text
    assert "responsible: Chủ tịch xã (assumed)\n" in text
    assert "asked: criteria met: all · inferred, no text says just this\n" in text
    assert "1/QĐ-UBND, UBND tỉnh (the text itself was not read)\n" in text


def test_evidence_is_any_list_of_all(ruleset: Ruleset) -> None:
    """And where a criterion names none, that nothing can prove it."""
    text = render(ruleset, lang="en", ruleset=ruleset, width=100)
    assert "evidence: Danh sách and Biên bản; or Quyết định\n" in text
    assert "evidence: the ruleset does not say, so nothing can prove it\n" in text


def test_the_procedure_says_who_by_when_and_how_long() -> None:
    """Each step with its owner and basis, its last day, how long it lasts, what it needs and what comes before it."""
    shipped = load_ruleset("thanh-hoa-thon-ntm")
    told = render(shipped, lang="en", width=200, ruleset=shipped)
    section = [line.strip() for line in told.partition("The procedure\n")[2].partition("Sources")[0].splitlines()]

    assert section[1:5] == [
        "• registration     Registration",
        "who: The village · inferred, no text says just this: thu-tuc-7194",
        "by 11-30 of the year before at the latest",
        "needs “May register”",
    ]
    assert "lasts at least 10 days" in section
    assert "after: The commune's team verifies" in section


def test_a_measure_and_points_say_where_they_come_from() -> None:
    """That the edges of the classes are inferred stands beside them."""
    shipped = load_ruleset("ocop-2023")
    told = " ".join(render(shipped, lang="en", ruleset=shipped).split())

    assert "2 stars: at least 30 · inferred, no text says just this: proatc" in told
    assert "all from 100 % on · stated in a text: luat-148, item A" in told


def test_the_sets_whose_limits_are_used_are_named(ruleset: Ruleset) -> None:
    """A reader sees at once that another set's numbers stand here."""
    borrowing = ruleset.model_copy(update={"borrowed": ("advanced@1.2.0", "basic@1.0.0")})
    assert "with limits of advanced@1.2.0, basic@1.0.0" in render(borrowing, lang="en").splitlines()
    assert "limits of" not in render(ruleset, lang="en")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"fact": "site"}, "“Có trang web”"),
        ({"fact": "site", "is": False}, "không phải (“Có trang web”)"),
        ({"fact": "done", "on_or_before": "2024-12-31"}, "“Ngày xong” chậm nhất ngày 31/12/2024"),
        ({"count": "markets", "where": {"qr": True}, "at_least": "all", "when_empty": "not_applicable"},
         "số “Chợ” có (Mã QR): tất cả; không có mục nào thì không áp dụng"),
    ],
)  # fmt: skip
def test_a_rule_reads_as_people_say_it(condition: dict[str, Any], expected: str) -> None:
    """No doubled “có”, days as people write them, and what becomes of a list with nothing in it."""
    plain: dict[str, Any] = {
        "ruleset": {
            "id": "t", "title": "T", "version": "1.0.0", "period": {"from": "2024-01-01"}, "basis": "assumed",
            "source": "o",
        },
        "sources": {"o": {"type": "own", "issuer": "o", "seen": True}},
        "facts": {
            "site": {"type": "flag", "title": "Có trang web"}, "done": {"type": "date", "title": "Ngày xong"},
            "markets": {"type": "list", "title": "Chợ", "fields": {"qr": {"type": "flag", "title": "Mã QR"}}},
        },
        "criteria": [{"id": "1", "title": "Một", "rule": {"fact": "site"}}],
        "decisions": {"d": {"main": True, "if": {"met": "all", "at_least": "all"}}},
    }  # fmt: skip
    ruleset = load_ruleset(plain)
    rules = Rules(Speech("vi", "ruleset"), Names(ruleset, "vi"), ruleset)
    assert rules.rule(CONDITIONS.validate_python(condition)) == expected
