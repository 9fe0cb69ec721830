"""What a difference between two rulesets is called holds for villages nobody thought of."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies.rulesets import criteria, rulesets
from strategies.villages import villages

from smartvillage import ChangeKind, diff, evaluate, load_ruleset

Plain = dict[str, Any]
#: One example tries hundreds of made-up villages.
FEW = settings(max_examples=8)
#: From worse to better; what is open is left out, since nobody knows what it will be.
RANKS = {"not_met": 0, "met": 1, "not_applicable": 1}


@st.composite
def versions(draw: st.DrawFn) -> tuple[Plain, Plain, list[Plain]]:
    """Draw a ruleset of one criterion, the same with another rule for it, and villages for both."""
    before = draw(rulesets(most=1))
    after = {**before, "criteria": [{**draw(criteria(1)), "group": before["criteria"][0]["group"]}]}
    return before, after, [draw(villages(before)) for _ in range(3)]


@FEW
@given(versions())
def test_what_every_case_shows_holds_for_every_village(drawn: tuple[Plain, Plain, list[Plain]]) -> None:
    """No village fares better by what is stricter, worse by what is looser, or otherwise by what is editorial."""
    before, after, told = drawn
    changes = [one for one in diff(before, after).changes if one.section == "criteria"]
    assume(all(one.whole for one in changes))
    called = {one.kind for one in changes if "evidence" not in one.keys and one.witness}
    for village in told:
        outcomes = [_outcome(ruleset, village) for ruleset in (before, after)]
        if None in outcomes:
            continue
        fares = RANKS[outcomes[1] or ""] - RANKS[outcomes[0] or ""]
        assert fares <= 0 or called & {ChangeKind.LOOSER, ChangeKind.INCOMPARABLE}, (called, outcomes)
        assert fares >= 0 or called & {ChangeKind.STRICTER, ChangeKind.INCOMPARABLE}, (called, outcomes)


def _outcome(ruleset: Plain, village: Plain) -> str | None:
    """Return the criterion's outcome where it is decided and in the set."""
    found = evaluate(load_ruleset(ruleset), village)
    outcome = next((str(one.outcome) for one in found.findings), None)
    return outcome if outcome in RANKS else None


@FEW
@given(st.data())
def test_a_ruleset_differs_from_itself_in_nothing(data: st.DataObject) -> None:
    """Whatever the rules, nothing is told of two equal sets."""
    ruleset = data.draw(rulesets())
    assert diff(ruleset, ruleset).changes == ()


@FEW
@given(versions())
def test_the_way_back_is_the_opposite(drawn: tuple[Plain, Plain, list[Plain]]) -> None:
    """What is stricter one way is looser the other."""
    before, after, _ = drawn
    opposite = {ChangeKind.STRICTER: ChangeKind.LOOSER, ChangeKind.LOOSER: ChangeKind.STRICTER}
    there, back = (
        [one for one in found.changes if one.section == "criteria"]
        for found in (diff(before, after), diff(after, before))
    )
    assume(all(one.whole for one in (*there, *back)))
    kinds = {(frozenset(one.keys), one.kind) for one in there}
    assert kinds == {(frozenset(one.keys), opposite.get(one.kind, one.kind)) for one in back}
