"""Overlays: an edit does what writing it there would have done, in any order, once."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from random import Random
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from laws.engine import day_of, outcomes
from oracle.limits import WORDS
from oracle.verdict import judge_village
from strategies.overlays import edits
from strategies.palette import NUMBERS, Plain
from strategies.rules import conditions, literals
from strategies.rulesets import rulesets
from strategies.villages import villages

import smartvillage
from smartvillage import Ruleset
from smartvillage._loading import check_ruleset
from smartvillage.model.digest import digest_of

OPEN = ("unknown", "not_assessable")


@st.composite
def edited(draw: st.DrawFn, *, unseen: bool = False) -> tuple[Plain, Plain, Plain]:
    """Draw a ruleset, an overlay that sets some of its limits, and the ruleset written that way."""
    ruleset = draw(rulesets(most=3))
    fact = draw(st.sampled_from(NUMBERS))
    rule = {
        "fact": fact,
        draw(st.sampled_from(["at_least", "less_than"])): "unknown" if unseen else draw(literals(fact)),
    }
    ruleset["criteria"].append({"id": "9", "title": "Tiêu chí 9", "group": "one", "rule": rule})
    written, edits = deepcopy(ruleset), list[Plain]()
    for criterion in written["criteria"]:
        rule = criterion["rule"]
        words = [word for word in WORDS if word in rule] if "fact" in rule and rule["fact"] != "opened" else []
        words = [word for word in words if word not in ("is", "one_of")]
        for word in words:
            limit = {"value": draw(literals(rule["fact"])), "basis": "assumed", "source": "ours"}
            if _differs(rule[word], limit["value"]):
                edits.append({"set": f"criteria/{criterion['id']}/rule/{word}", "to": limit, "because": "thử"})
                rule[word] = limit
    assume(edits)
    return ruleset, overlay_of(draw(st.permutations(edits))), written


def _differs(limit: Any, value: Any) -> bool:
    plain = limit["value"] if isinstance(limit, dict) and "value" in limit else limit
    return bool(plain != value)


def overlay_of(edits: list[Plain], name: str = "sua") -> Plain:
    """Return an overlay of some edits."""
    header = {"id": name, "title": "Sửa", "version": "1.0.0", "extends": "made-up@>=1,<2", "basis": "assumed"}
    return {"overlay": {**header, "source": "ours"}, "edits": edits}


def found(ruleset: Ruleset, village: Plain) -> dict[str, str]:
    """Evaluate a loaded ruleset."""
    return outcomes(smartvillage.evaluate(ruleset, smartvillage.load_village(village)))


@given(edited(), st.data())
def test_set_is_writing_it_there(question: tuple[Plain, Plain, Plain], data: st.DataObject) -> None:
    """Setting limits by an overlay gives the outcomes of a ruleset written that way."""
    ruleset, overlay, written = question
    village = data.draw(villages(ruleset))
    resolved = smartvillage.load_ruleset(ruleset, overlays=[overlay])
    actual = found(resolved, village)
    assert actual == found(smartvillage.load_ruleset(written), village)
    expected = judge_village(written, village, day_of(village))
    assert actual == {**{key: one.outcome for key, one in expected.findings.items()}, "verdict": expected.verdict}


@given(edited())
def test_order_of_edits(question: tuple[Plain, Plain, Plain]) -> None:
    """The order of edits never matters."""
    ruleset, overlay, _ = question
    turned = overlay_of(list(reversed(overlay["edits"])))
    one, other = (smartvillage.load_ruleset(ruleset, overlays=[edits]) for edits in (overlay, turned))
    assert one == other


@given(edited())
def test_order_of_overlays(question: tuple[Plain, Plain, Plain]) -> None:
    """Two overlays of different edits give the same criteria in either order, and those of one overlay of both."""
    ruleset, overlay, _ = question
    halves = [overlay_of(part, name) for part, name in _halves(overlay["edits"])]
    one = smartvillage.load_ruleset(ruleset, overlays=halves)
    other = smartvillage.load_ruleset(ruleset, overlays=halves[::-1])
    assert one.criteria == other.criteria == smartvillage.load_ruleset(ruleset, overlays=[overlay]).criteria


def _halves(edits: list[Plain]) -> list[tuple[list[Plain], str]]:
    parts = [(edits[::2], "mot"), (edits[1::2], "hai")]
    return [(part, name) for part, name in parts if part]


@given(edited())
def test_resolving_twice_is_once(question: tuple[Plain, Plain, Plain]) -> None:
    """A resolved ruleset, written out and read again, is itself."""
    ruleset, overlay, _ = question
    resolved = smartvillage.load_ruleset(ruleset, overlays=[overlay])
    assert smartvillage.load_ruleset(resolved) == resolved
    assert Ruleset.model_validate_json(resolved.model_dump_json()) == resolved


@given(edited(unseen=True), st.data())
def test_seeing_a_limit_never_flips(question: tuple[Plain, Plain, Plain], data: st.DataObject) -> None:
    """An overlay that puts a value where a limit was unknown takes back nothing that was decided."""
    ruleset, overlay, _ = question
    unseen = [edit for edit in overlay["edits"] if _was_unknown(ruleset, edit["set"])]
    village = data.draw(villages(ruleset))
    before = found(smartvillage.load_ruleset(ruleset), village)
    after = found(smartvillage.load_ruleset(ruleset, overlays=[overlay_of(unseen)]), village)
    decided = {key: outcome for key, outcome in before.items() if outcome not in OPEN}
    assert {key: after[key] for key in decided} == decided


def _was_unknown(ruleset: Plain, path: str) -> bool:
    _, criterion, _, word = path.split("/")
    rule = next(one["rule"] for one in ruleset["criteria"] if one["id"] == criterion)
    return bool(rule[word] == "unknown")


def made(ruleset: Any, *overlays: Plain) -> Ruleset | None:
    """Return what overlays make of a ruleset; nothing where they are refused."""
    return check_ruleset(ruleset, overlays=overlays)[0]


@st.composite
def edited_at_random(draw: st.DrawFn) -> tuple[Plain, list[Plain]]:
    """Draw a ruleset and edits of any kind."""
    ruleset = draw(rulesets(most=3))
    return ruleset, draw(st.lists(edits(ruleset), min_size=1, max_size=3))


@st.composite
def edited_twice(draw: st.DrawFn) -> tuple[Plain, Plain, Plain]:
    """Draw a ruleset and two overlays with edits of any kind."""
    ruleset = draw(rulesets(most=3))
    first, second = (draw(st.lists(edits(ruleset), min_size=1, max_size=2)) for _ in range(2))
    return ruleset, overlay_of(first, draw(st.sampled_from(["a", "z"]))), overlay_of(second, "m")


@given(edited_at_random(), st.randoms(use_true_random=False))
def test_no_order_of_edits_matters(question: tuple[Plain, list[Plain]], random: Random) -> None:
    """Edits of any kind come to the same in any order, be it a ruleset or a refusal."""
    ruleset, written = question
    turned = random.sample(written, len(written))
    assert made(ruleset, overlay_of(written)) == made(ruleset, overlay_of(turned))


@given(edited_twice())
def test_overlays_whose_order_matters_are_refused(question: tuple[Plain, Plain, Plain]) -> None:
    """Two overlays that go together come to the same whichever of them extends the other."""
    ruleset, one, two = question
    together = made(ruleset, one, two)
    assert together == made(ruleset, two, one)
    if together is not None:
        upon = [made(ruleset, one, _upon(two, one)), made(ruleset, two, _upon(one, two))]
        assert upon == [together, together]


def _upon(overlay: Plain, base: Plain) -> Plain:
    """Return an overlay that extends another."""
    return {**overlay, "overlay": {**overlay["overlay"], "extends": base["overlay"]["id"]}}


@given(edited_at_random())
def test_resolving_anything_twice_is_once(question: tuple[Plain, list[Plain]]) -> None:
    """With edits of any kind the second time changes nothing, on the loaded set, on its data and in its digest."""
    ruleset, written = question
    overlay = overlay_of(written)
    once = made(ruleset, overlay)
    assume(once is not None)
    assert once is not None
    again = [made(once, overlay), made(Ruleset.model_validate_json(once.model_dump_json()), overlay)]
    assert again == [once, once]
    assert {digest_of(one) for one in again if one} == {digest_of(once)}


@given(edited_at_random(), st.dates(date(2022, 6, 1), date(2026, 6, 1)), st.dates(date(2023, 1, 1), date(2025, 12, 31)))
def test_an_amendment_does_nothing_before_its_day(question: tuple[Plain, list[Plain]], since: date, day: date) -> None:
    """On each day a dated set is the base before the amendment's first day, and what it makes of it from then on."""
    ruleset, written = question
    overlay = overlay_of(written)
    undated = made(ruleset, overlay)
    assume(undated is not None and not undated.amended)
    dated = made(ruleset, {**overlay, "overlay": {**overlay["overlay"], "in_force": {"from": since.isoformat()}}})
    if dated is None:
        assert since > date(2025, 12, 31)
    else:
        assert dated.on(day) == (undated if since <= day else made(ruleset))


@st.composite
def tightened(draw: st.DrawFn) -> tuple[Plain, str, Plain]:
    """Draw a ruleset, a criterion, and an edit that may or may not make that criterion ask more."""
    ruleset = draw(rulesets(most=3))
    target = draw(st.sampled_from(ruleset["criteria"]))
    path, rule, other = f"criteria/{target['id']}", target["rule"], draw(conditions())
    near = draw(st.sampled_from([rule, *(_moved(draw, rule, word) for word in WORDS if word in rule)]))
    whole = draw(st.sampled_from([
        near, other, {"all_of": [rule, other]}, {"any_of": [near, other]}, {"not": {"not": near}},
        {"any_of": [{"all_of": [near, other]}, near]}, {"all_of": [near, {"not": other}]},
    ]))  # fmt: skip
    edit = draw(st.sampled_from([
        {"set": f"{path}/rule", "to": whole}, {"alter": path, "with": {"rule": whole, "instead": []}},
        {"alter": path, "with": {"applies_if": other}}, {"alter": path, "with": {"valid": {"until": "2024-06-30"}}},
    ]))  # fmt: skip
    return ruleset, target["id"], {"because": "thử", **edit}


def _moved(draw: st.DrawFn, rule: Plain, word: str) -> Plain:
    """Return a rule with another limit behind a word."""
    if "fact" not in rule or word in ("is", "one_of") or rule["fact"] == "opened":
        return rule
    return {**rule, word: draw(literals(rule["fact"]))}


@given(tightened(), st.data())
def test_what_may_only_be_tightened_is_never_easier(question: tuple[Plain, str, Plain], data: st.DataObject) -> None:
    """Whatever an overlay makes of a locked criterion, no village that fails it before passes it afterwards."""
    ruleset, name, edit = question
    locking = overlay_of([{"lock": f"criteria/{name}", "as": "may_tighten", "because": "thử"}], "khoa")
    locked = made(ruleset, locking)
    after = made(ruleset, locking, _upon(overlay_of([edit]), locking))
    assume(locked is not None and after is not None)
    assert locked is not None
    assert after is not None
    village = data.draw(villages(ruleset))
    was, now = found(locked, village), found(after, village)
    if was.get(name) == "not_met":
        assert now.get(name) not in ("met", "not_applicable")
