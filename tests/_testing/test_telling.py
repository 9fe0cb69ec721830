"""A failure is told in words: what was expected, what came out, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _testing.conftest import only

from smartvillage.testing import failure

if TYPE_CHECKING:
    from _testing.conftest import Write

WRONG = "  - {name: sai, village: village.yaml, facts: {users: 9}, expect: {criteria/2: met, proven: 2}}\n"


def test_a_failure_shows_place_difference_and_explanation(write: Write) -> None:
    """The line of the case, the expectation's own line, both values, and the criterion's explanation."""
    told = failure(only(write(WRONG)), "en")
    first, second, third, *rest = told.splitlines()

    assert first.endswith("some.case.yaml:3:12: case `sai`")
    assert second == "  criteria/2 (line 3): expected `met`, found `not_met`"
    assert third == "  proven (line 3): expected `2`, found `1`"
    assert any("Người dùng" in line for line in rest)
    assert any("9" in line for line in rest)


def test_a_failure_is_told_in_vietnamese(write: Write) -> None:
    """Vietnamese is the language of words unless another is asked for."""
    told = failure(only(write(WRONG)))

    assert "tình huống `sai`" in told
    assert "chờ `met`, ra `not_met`" in told


def test_each_criterion_is_explained_once(write: Write) -> None:
    """Two expectations of one criterion need one explanation."""
    case = "  - {name: sai, facts: {users: 9}, expect: {criteria/2: met, reasons/2: [above]}}\n"
    told = failure(only(write(case)), "en")

    assert told.count("2 · Người dùng") == 1
    assert "  reasons/2 (line 3): expected `[above]`, found `[below]`" in told


def test_a_decision_is_explained_too(write: Write) -> None:
    """A decision that came out otherwise shows its own tree."""
    told = failure(only(write("  - {name: sai, facts: {users: 9}, expect: {decisions/recognised: met}}\n")), "en")

    assert "decisions/recognised (line 3): expected `met`, found `not_met`" in told
    assert len(told.splitlines()) > 5


def test_what_is_not_in_the_set_has_no_explanation(write: Write) -> None:
    """A criterion out of the set on that day is nothing to explain."""
    told = failure(only(write("  - {name: sai, date: 2023-12-31, expect: {criteria/3: met}}\n")), "en")

    assert told.splitlines()[1:] == ["  criteria/3 (line 3): expected `met`, found `null`"]


def test_an_error_that_did_not_come_is_told(write: Write) -> None:
    """What was expected and what was told instead."""
    told = failure(only(write("  - {name: sai, facts: {users: nhiều}, error: SV605}\n")), "en")

    assert told.splitlines()[1:] == ["  expected `SV605`, found `SV612`"]


def test_an_error_where_none_was_told(write: Write) -> None:
    """Nothing was wrong."""
    told = failure(only(write("  - {name: sai, facts: {users: 9}, error: SV605}\n")), "en")

    assert told.splitlines()[1:] == ["  expected `SV605`, found nothing"]


def test_a_fault_of_the_case_is_shown_with_its_line(write: Write) -> None:
    """A fault has its code, its line and its hint."""
    told = failure(only(write("  - {name: sai, facts: {user: 9}, expect: {criteria/2: met}}\n")), "en")

    assert "SV601" in told
    assert "did you mean `users`?" in told
