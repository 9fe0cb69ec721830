"""What makes no difference: order, spelling, what no rule reads, the caller's surroundings, asking twice."""

from __future__ import annotations

import decimal
import locale
import sys
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.engine import judged, outcomes
from strategies.rulesets import GROUPS, rulesets
from strategies.villages import villages

from smartvillage import Assessment

Plain = dict[str, Any]


@st.composite
def questions(draw: st.DrawFn) -> tuple[Plain, Plain]:
    """Draw a ruleset and a village."""
    ruleset = draw(rulesets())
    return ruleset, draw(villages(ruleset))


def keys_shuffled(node: Any, random: Random) -> Any:
    """Return the same data with the keys of every mapping in another order."""
    if isinstance(node, list):
        return [keys_shuffled(part, random) for part in node]
    if not isinstance(node, dict):
        return node
    pairs = [(key, keys_shuffled(part, random)) for key, part in node.items()]
    return dict(random.sample(pairs, len(pairs)))


def respelt(node: Any, spell: Callable[[str], str]) -> Any:
    """Return the same data with every key and text spelt another way."""
    if isinstance(node, list):
        return [respelt(part, spell) for part in node]
    if isinstance(node, dict):
        return {spell(key): respelt(part, spell) for key, part in node.items()}
    return spell(node) if isinstance(node, str) else node


@given(questions(), st.randoms(use_true_random=False))
def test_order_of_keys(question: tuple[Plain, Plain], random: Random) -> None:
    """The order of facts and keys changes nothing at all, digests included."""
    ruleset, village = question
    expected = judged(ruleset, village)
    actual = judged(keys_shuffled(ruleset, random), keys_shuffled(village, random))
    assert actual.model_dump_json() == expected.model_dump_json()


@given(questions(), st.randoms(use_true_random=False))
def test_order_of_criteria(question: tuple[Plain, Plain], random: Random) -> None:
    """Findings follow the order of groups, then of criteria, and are otherwise the same."""
    ruleset, village = question
    expected = judged(ruleset, village)
    turned = {**ruleset, "criteria": random.sample(ruleset["criteria"], len(ruleset["criteria"]))}
    actual = judged(turned, village)
    there = {one.criterion: one for one in expected.findings}
    here = sorted((one for one in turned["criteria"] if one["id"] in there), key=lambda one: GROUPS.index(one["group"]))
    assert [one.criterion for one in actual.findings] == [one["id"] for one in here]
    assert {one.criterion: one for one in actual.findings} == there
    assert (actual.counts, actual.verdict, actual.proven) == (expected.counts, expected.verdict, expected.proven)


@given(questions(), st.sampled_from([True, False, None]))
def test_what_no_rule_reads(question: tuple[Plain, Plain], value: Any) -> None:
    """A fact that no rule reads changes no finding."""
    ruleset, village = question
    expected = judged(ruleset, village)
    more = {**ruleset, "facts": {"aside": {"type": "flag", "context": True}, **ruleset["facts"]}}
    known = {**village, "facts": {**village["facts"], **({} if value is None else {"aside": value})}}
    actual = judged(more, known)
    assert actual.findings == expected.findings
    assert (actual.counts, actual.verdict) == (expected.counts, expected.verdict)


@given(questions(), st.sampled_from(["NFC", "NFD"]))
def test_spelling(question: tuple[Plain, Plain], form: Any) -> None:
    """A letter with its marks apart is the same letter."""
    ruleset, village = (respelt(part, lambda text: text.replace("flag_a", "đường_đã_sửa")) for part in question)
    expected = judged(ruleset, village)
    actual = judged(ruleset, respelt(village, lambda text: unicodedata.normalize(form, text)))
    assert actual == expected
    again = judged(respelt(ruleset, lambda text: unicodedata.normalize(form, text)), village)
    assert again == expected


@given(questions())
def test_json_there_and_back(question: tuple[Plain, Plain]) -> None:
    """A result is itself again after a way through JSON."""
    expected = judged(*question)
    assert Assessment.model_validate_json(expected.model_dump_json()) == expected


@given(questions())
def test_twice(question: tuple[Plain, Plain]) -> None:
    """Asking twice, or in another thread, gives the same and leaves the question as it was."""
    untouched = deepcopy(question)
    expected = judged(*question)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: judged(*question), range(2))) == [expected, expected]
    assert question == untouched


@given(questions())
def test_decimal_context(question: tuple[Plain, Plain]) -> None:
    """The caller's decimal context is not ours: one digit and every trap change nothing."""
    expected = judged(*question)
    with decimal.localcontext(decimal.Context(prec=1, rounding=decimal.ROUND_UP, traps=[decimal.Inexact])):
        assert judged(*question) == expected


@given(questions())
def test_recursion_limit(question: tuple[Plain, Plain]) -> None:
    """A caller deep down in their own calls gets the same."""
    expected = judged(*question)

    def deep(levels: int) -> Assessment:
        return deep(levels - 1) if levels else judged(*question)

    assert deep(300) == expected


def test_locale(plain_question: tuple[Plain, Plain]) -> None:
    """The caller's locale changes nothing."""
    expected = judged(*plain_question)
    before = locale.setlocale(locale.LC_ALL)
    try:
        for name in ("vi_VN.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            assert judged(*plain_question) == expected
    finally:
        locale.setlocale(locale.LC_ALL, before)


@pytest.fixture
def plain_question() -> tuple[Plain, Plain]:
    """Return one ruleset whose limits have decimals, and a village on their edge."""
    from strategies.rulesets import skeleton

    ruleset = skeleton({"rate": {"type": "share"}, "mark": {"type": "quantity", "unit": "1"}})
    ruleset["criteria"] = [
        {"id": "1", "title": "Tỷ lệ", "group": "one", "rule": {"fact": "rate", "at_least": "87,9 %"}},
        {"id": "2", "title": "Điểm", "group": "one", "rule": {"fact": "mark", "at_least": "0,3"}},
    ]
    ruleset["decisions"] = {"recognised": {"main": True, "if": {"met": "all", "at_least": "all"}}}
    village = {
        "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
        "ruleset": "made-up",
        "as_of": "2024-03-31",
        "facts": {"rate": "87,9 %", "mark": "0,3"},
    }
    return ruleset, village


@pytest.mark.parametrize("value", [0.3, decimal.Decimal("0.3"), "0,3", "0,30"])
def test_float_is_its_shortest_text(plain_question: tuple[Plain, Plain], value: Any) -> None:
    """A float is read by its shortest decimal text, so that 0.3 is three tenths exactly."""
    ruleset, village = plain_question
    village["facts"]["mark"] = value
    assert outcomes(judged(ruleset, village)) == {"1": "met", "2": "met", "verdict": "met"}


def test_no_recursion_error_under_a_low_limit(plain_question: tuple[Plain, Plain]) -> None:
    """A deep rule is evaluated though the caller's recursion limit is low."""
    ruleset, village = plain_question
    rule = ruleset["criteria"][0]["rule"]
    for _ in range(20):
        rule = {"all_of": [rule]}
    ruleset["criteria"][0]["rule"] = rule
    expected = judged(ruleset, village)
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(600)
    try:
        assert judged(ruleset, village) == expected
    finally:
        sys.setrecursionlimit(before)
