"""Cases are run as a user would evaluate, and every difference is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from _testing.conftest import only

from smartvillage.testing import run_suite

if TYPE_CHECKING:
    from _testing.conftest import Write


def test_what_is_expected_comes_out(write: Write) -> None:
    """Outcome, reasons, caveats, proof, counts and the decision are each held against what came out."""
    result = only(
        write("""\
  - name: tất cả
    village: village.yaml
    expect:
      criteria/1: met
      proven/1: true
      proven: 1
      criteria/3: unknown
      reasons/3: [missing_fact]
      caveats/1: []
      counts: {met: 2, unknown: 1}
      decisions/recognised: unknown
""")
    )

    assert result.passed
    assert result.mismatches == ()


@pytest.mark.parametrize(
    ("expect", "found"),
    [
        ("criteria/1: not_met", "met"),
        ("criteria/1: null", "met"),
        ("criteria/1: scored", "met"),
        ("decisions/recognised: met", "unknown"),
        ("proven/1: false", True),
        ("proven: 0", 1),
        ("reasons/3: [below]", frozenset({"missing_fact"})),
        ("reasons/3: [missing_fact, below]", frozenset({"missing_fact"})),
        ("caveats/1: [stale]", frozenset()),
        ("counts: {met: 3}", {"met": 2}),
        ("points/1: 5", None),
    ],
)
def test_what_comes_out_otherwise_is_told(write: Write, expect: str, found: object) -> None:
    """A case fails with what was found instead."""
    result = only(write(f"  - {{name: sai, village: village.yaml, expect: {{{expect}}}}}\n"))

    assert not result.passed
    assert [mismatch.found for mismatch in result.mismatches] == [found]


def test_null_is_a_criterion_out_of_the_set_on_that_day(write: Write) -> None:
    """Before it is valid a criterion is not in the set."""
    assert only(write("  - {name: trước, date: 2023-12-31, expect: {criteria/3: null}}\n")).passed


def test_the_day_is_the_cases_own_then_its_files_then_its_villages(write: Write) -> None:
    """A case is evaluated on its own day, else on its file's, else on its village's, else on the set's first."""
    suite = write("""\
  - {name: riêng, date: 2024-02-01, village: village.yaml, expect: {criteria/1: met}}
  - {name: làng, village: village.yaml, expect: {criteria/1: met}}
  - {name: đầu, facts: {wifi: true}, expect: {criteria/1: met}}
""")

    assert [str(result.day) for result in run_suite(suite)] == ["2024-02-01", "2024-03-31", "2023-04-03"]


def test_facts_of_the_case_stand_over_those_of_its_village(write: Write) -> None:
    """What the case says replaces what the village says, and only that."""
    result = only(
        write("""\
  - name: ít người
    village: village.yaml
    facts: {users: 9}
    expect: {criteria/1: met, criteria/2: not_met}
""")
    )

    assert result.passed


def test_without_takes_facts_and_evidence_out(write: Write) -> None:
    """What is taken out is missing, be it a fact or a paper."""
    result = only(
        write("""\
  - name: bỏ ra
    village: village.yaml
    without: [users, anh]
    expect: {criteria/2: unknown, criteria/1: met, proven/1: false}
""")
    )

    assert result.passed


def test_overlays_are_resolved(write: Write) -> None:
    """A case names overlays of its set, or files beside it."""
    suite = write("""\
  - {name: tên, overlays: [siet], facts: {users: 19}, expect: {criteria/2: not_met}}
  - {name: tệp, overlays: [../overlays/siet.yaml], facts: {users: 20}, expect: {criteria/2: met}}
  - {name: gốc, facts: {users: 10}, expect: {criteria/2: met}}
""")

    assert [result.passed for result in run_suite(suite)] == [True, True, True]


@pytest.mark.parametrize(
    ("overlay", "code"), [("khong-co", "SV301"), ("../../other.yaml", "SV804"), ("none.yaml", "SV805")]
)
def test_an_overlay_that_cannot_be_had_is_told(write: Write, overlay: str, code: str) -> None:
    """An unknown name, a path that leads out, a file that is not there."""
    result = only(
        write(f"  - {{name: sai, overlays: [{overlay}], facts: {{users: 1}}, expect: {{criteria/2: met}}}}\n")
    )

    assert [fault.code for fault in result.faults] == [code]


@pytest.mark.parametrize(
    ("case", "passed"),
    [
        ("facts: {users: nhiều}, error: SV612", True),
        ("facts: {users: nhiều}, error: SV6xx", True),
        ("facts: {users: nhiều}, error: SV605", False),
        ("facts: {users: nhiều}, error: SV5xx", False),
        ("facts: {users: 10}, error: SV605", False),
        ("facts: {users: nhiều, wifi: có}, error: SV612", False),
        ("facts: {users: nhiều, wifi: có}, error: SV6xx", True),
        ("date: 2026-01-01, error: SV619", True),
        ("date: 2025-12-31, error: SV619", False),
    ],
)
def test_an_expected_error_is_the_one_that_is_told(write: Write, case: str, passed: bool) -> None:  # noqa: FBT001 - a parameter
    """Every error told must be the expected one, or of the expected hundred; none at all is not enough."""
    assert only(write(f"  - {{name: lỗi, {case}}}\n")).passed is passed


def test_a_fault_in_a_fact_of_the_case_stands_in_the_file_of_cases(write: Write) -> None:
    """A fault is told where it was written: in the case, or in the village it starts from."""
    suite = write("""\
  - name: sai
    village: village.yaml
    facts:
      users: nhiều
    expect: {criteria/2: met}
""")
    (fault,) = only(suite).faults

    assert fault.place is not None
    assert (fault.code, fault.place.line, fault.place.column) == ("SV612", 6, 14)
    assert fault.place.file.endswith("some.case.yaml")


def test_a_fault_in_evidence_of_the_case_stands_there_too(write: Write) -> None:
    """Papers of the case come after those of its village and keep their places."""
    suite = write("""\
  - name: sai
    village: village.yaml
    evidence: [{id: b, type: giấy, supports: ["1"]}]
    expect: {proven/1: true}
""")
    (fault,) = only(suite).faults

    assert fault.place is not None
    assert (fault.code, fault.place.line) == ("SV615", 5)


@pytest.mark.parametrize(
    ("case", "codes"),
    [
        ("facts: {users: 1}, expect: {criteria/1: unknown}", ["SV807"]),
        ("facts: {users: 1}, expect: {criteria/1: unknown, criteria/2: not_met}", []),
        ("facts: {users: 1}, expect: {counts: {not_met: 1}}", []),
        ("facts: {users: 1}, expect: {decisions/recognised: not_met}", []),
        ("facts: {wifi: true}, evidence: [{id: a, type: photo, supports: ['1']}], expect: {proven/1: true}", []),
        ("evidence: [{id: a, type: photo, supports: ['1']}], expect: {criteria/2: unknown}", ["SV807"]),
        ("village: village.yaml, without: [users], expect: {criteria/1: met}", ["SV807"]),
        ("village: village.yaml, without: [anh], expect: {criteria/1: met}", ["SV807"]),
        ("village: village.yaml, without: [anh], expect: {proven/1: false}", []),
        ("expect: {criteria/1: unknown}", []),
    ],
)
def test_a_case_whose_facts_nothing_reads_fails(write: Write, case: str, codes: list[str]) -> None:
    """What a case says must matter to something that it expects."""
    result = only(write(f"  - {{name: rỗng, {case}}}\n"))

    assert [fault.code for fault in result.faults] == codes
    assert result.passed or codes


def test_an_empty_village_lies_in_the_places_that_facts_ask_about(write: Write) -> None:
    """A commune's figure for a commune's fact has no caveat, one of no known place has."""
    told = "date: 2024-02-01, facts: {share: {value: 70 %, scope: "
    suite = write(f"""\
  - {{name: đúng chỗ, {told}commune}}}}, expect: {{caveats/3: []}}}}
  - {{name: sai chỗ, {told}hamlet}}}}, expect: {{caveats/3: [scope_mismatch]}}}}
""")

    assert [result.passed for result in run_suite(suite)] == [True, True]
