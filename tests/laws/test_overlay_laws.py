"""Overlays: an edit does what writing it there would have done, in any order, once."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from laws.engine import day_of, outcomes
from oracle.limits import WORDS
from oracle.verdict import judge_village
from strategies.palette import NUMBERS, Plain
from strategies.rules import literals
from strategies.rulesets import rulesets
from strategies.villages import villages

import smartvillage
from smartvillage import Ruleset

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
