"""One file of a village serves a set and any overlay of it: what an overlay took out is passed over, a slip is not."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from typing import Any

import pytest
from strategies.overlays import BASE, overlay

import smartvillage as sv
from smartvillage.model.ruleset import Ruleset

DROPPED = (
    {"retire": "criteria/2.1"},
    {"retire": "activities/train"},
    {"retire": "facts/user_share"},
    {"retire": "facts/users"},
)
SAID: dict[str, Any] = {
    "village": {"id": "ap-1", "name": "Ấp 1", "kind": "hamlet"},
    "ruleset": "base",
    "as_of": "2024-03-31",
    "facts": {"residents": 100, "users": 80, "user_share": "80 %"},
    "evidence": [
        {"id": "e-1", "type": "paper", "supports": ["2.1", "1.1"], "issued_on": "2024-01-02"},
        {"id": "e-2", "type": "paper", "supports": "user_share", "issued_on": "2024-01-02"},
    ],
    "progress": {"train": {"started": "2024-01-02"}},
}


def less(*edits: dict[str, Any]) -> Ruleset:
    """Return the base set with what some edits leave of it."""
    return sv.load_ruleset(BASE, overlays=[overlay(*edits)])


def test_a_village_of_the_whole_set_is_one_of_what_is_left() -> None:
    """Papers, facts and progress of what was taken out say nothing, and the rest comes out as it would without them."""
    alone = {**SAID, "facts": {"residents": 100}, "evidence": [{**SAID["evidence"][0], "supports": "1.1"}]}
    alone.pop("progress")
    one, other = (sv.evaluate(less(*DROPPED), village) for village in (SAID, alone))
    assert one.findings == other.findings
    assert one.decisions == other.decisions


def test_a_paper_of_a_type_that_was_taken_out_is_passed_over() -> None:
    """It is no evidence of anything that is left."""
    edits = ({"alter": "criteria/1.1", "with": {"evidence": "none"}}, {"retire": "evidence_types/paper"})
    assert told(less(*edits), SAID) == []


def test_a_selection_passes_over_the_papers_of_the_rest() -> None:
    """A selection takes criteria out as a retirement does."""
    assert told(less({"select": ["1.1"]}), SAID) == []


def sent(ruleset: Ruleset) -> Ruleset:
    """Return what arrives in another process."""
    arrived = pickle.loads(pickle.dumps(ruleset))  # noqa: S301 - our own
    assert isinstance(arrived, Ruleset)
    return arrived


@pytest.mark.parametrize("copied", [copy, deepcopy, sent])
def test_a_copy_remembers(copied: Callable[[Ruleset], Ruleset]) -> None:
    """It is equal to the set, and judges alike."""
    ruleset = less(*DROPPED)
    assert told(copied(ruleset), SAID) == []
    assert sv.evaluate(copied(ruleset), SAID) == sv.evaluate(ruleset, SAID)


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ({"evidence": [{"id": "e", "type": "paper", "supports": "2.11"}]}, "SV616"),
        ({"evidence": [{"id": "e", "type": "papers", "supports": "1.1"}]}, "SV615"),
        ({"facts": {"user_shar": "80 %"}}, "SV601"),
        ({"progress": {"trian": {"started": "2024-01-02"}}}, "SV617"),
    ],
)
def test_a_slip_is_told_all_the_same(slip: dict[str, Any], code: str) -> None:
    """A name that was in no set is refused, with and without overlays."""
    village = {**SAID, **slip}
    for ruleset in (sv.load_ruleset(BASE), less(*DROPPED)):
        assert code in told(ruleset, village)


def told(ruleset: Ruleset, village: dict[str, Any]) -> list[str]:
    """Return the codes with which a village is refused."""
    try:
        sv.evaluate(ruleset, village)
    except sv.VillageError as error:
        return [fault.code for fault in error.diagnostics]
    return []
