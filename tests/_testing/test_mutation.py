"""The mutation score: what cases notice, what they do not, and what is shown to be no mistake."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from _testing.conftest import small

from smartvillage import api
from smartvillage._testing.mutants import mutants_of
from smartvillage._testing.mutation import Fate, MutationReport, mutation_score
from smartvillage._testing.plain import plain

if TYPE_CHECKING:
    from _testing.conftest import Write

#: Cases that notice every mistake that can be noticed.
WHOLE = """\
  - {name: đủ, village: village.yaml, date: 2024-03-31, facts: {share: {value: 70 %, scope: commune}}, expect: {decisions/recognised: met, proven: 3}}
  - {name: thiếu, village: village.yaml, facts: {users: 9}, expect: {criteria/2: not_met}}
"""  # noqa: E501 - a case on one line


def fates(report: MutationReport, fate: Fate) -> set[str]:
    """Return which mistakes met one fate."""
    return {f"{tried.mutant.shown}: {tried.mutant.words.en}" for tried in report.of(fate)}


def test_a_case_kills_what_it_notices(write: Write) -> None:
    """A case on the limit notices a strict test and a higher limit, and not a lower one."""
    report = mutation_score([write("  - {name: đúng, facts: {users: 10}, expect: {criteria/2: met}}\n")])

    assert {
        "criteria/2/rule/at_least: `at_least` becomes `more_than`",
        "criteria/2/rule/at_least/value: `10` becomes `11`",
    } <= fates(report, Fate.KILLED)
    assert "criteria/2/rule/at_least/value: `10` becomes `9`" in fates(report, Fate.SURVIVED)


def test_the_score_is_the_killed_of_those_that_could_be(write: Write) -> None:
    """Equivalent and refused mutants are in no count."""
    report = mutation_score([write("  - {name: đúng, facts: {users: 10}, expect: {criteria/2: met}}\n")])
    killed, survived = len(report.of(Fate.KILLED)), len(report.of(Fate.SURVIVED))

    assert report.score == Fraction(killed, killed + survived)
    assert 0 < killed < killed + survived <= len(report.tried)


def test_a_case_that_fails_kills_nothing(write: Write) -> None:
    """What fails anyway notices nothing."""
    report = mutation_score([write("  - {name: sai, facts: {users: 10}, expect: {criteria/2: not_met}}\n")])

    assert report.of(Fate.KILLED) == ()


def test_a_survivor_says_where_it_would_stand(home: Path, write: Write) -> None:
    """The file and the line of the mistake are told."""
    report = mutation_score([write("  - {name: đúng, facts: {users: 10}, expect: {criteria/2: met}}\n")])
    place = next(t.mutant.place for t in report.of(Fate.SURVIVED) if t.mutant.shown == "criteria/2/rule/at_least/value")

    assert place is not None
    assert (place.file, place.line) == (str((home / "ruleset.yaml").resolve()), 16)


def test_what_an_overlay_sets_has_mutants_of_its_own(write: Write) -> None:
    """A limit that an overlay sets is mutated where the overlay sets it, and only cases with the overlay kill it."""
    suite = write("""\
  - {name: gốc, facts: {users: 10}, expect: {criteria/2: met}}
  - {name: phủ, overlays: [siet], facts: {users: 20}, expect: {criteria/2: met}}
""")
    killed = fates(mutation_score([suite]), Fate.KILLED)

    assert "criteria/2/rule/at_least/value: `10` becomes `11`" in killed
    assert "criteria/2/rule/at_least/value: `20` becomes `21`" in killed


def test_progress_is_told_after_each(write: Write) -> None:
    """Whoever waits hears how far it is."""
    heard: list[tuple[int, int]] = []
    report = mutation_score(
        [write("  - {name: đúng, facts: {users: 10}, expect: {criteria/2: met}}\n")],
        lambda done, of: heard.append((done, of)),
    )

    assert heard == [(number, len(report.tried)) for number in range(1, len(report.tried) + 1)]


def test_several_cases_together_notice_more(write: Write) -> None:
    """More cases never notice less."""
    fewer = fates(mutation_score([write(WHOLE.splitlines(keepends=True)[0])]), Fate.KILLED)
    more = fates(mutation_score([write(WHOLE)]), Fate.KILLED)

    assert fewer < more


#: A criterion beside those that are asked about, and a case that notices nothing of them.
IDLE = "{id: idle, title: Yên, rule: {fact: idle}}"
CASE = "  - {name: yên, expect: {criteria/idle: unknown}}\n"

SETS = {
    "bounds that no share reaches": (
        "rule: {fact: share, at_least: {unknown: {more_than: 0 %, at_most: 100 %}}}",
        "criteria/1/rule/at_least/unknown/at_most: `at_most` becomes `less_than`",
        True,
    ),
    "bounds that a share reaches": (
        "rule: {fact: share, at_least: {unknown: {more_than: 0 %, at_most: 80 %}}}",
        "criteria/1/rule/at_least/unknown/at_most: `80 %` becomes `81 %`",
        False,
    ),
    "a limit in no way": (
        "rule: {fact: share, at_least: 70 %}", "criteria/1/rule/at_least/value: `70 %` becomes `69 %`", False,
    ),
    "the same thing twice": (
        "rule: {any_of: [{fact: wifi}, {fact: wifi}]}", "criteria/1/rule/any_of: `any_of` becomes `all_of`", True,
    ),
    "two things": (
        "rule: {any_of: [{fact: wifi}, {fact: other}]}", "criteria/1/rule/any_of: `any_of` becomes `all_of`", False,
    ),
    "what another part implies": (
        "rule: {all_of: [{fact: users, at_least: 10}, {fact: users, at_least: 5}]}",
        "criteria/1/rule/all_of/1: part 2 of `all_of` taken out",
        True,
    ),
    "what no part implies": (
        "rule: {all_of: [{fact: users, at_least: 10}, {fact: users, at_most: 50}]}",
        "criteria/1/rule/all_of/1: part 2 of `all_of` taken out",
        False,
    ),
    "a part that only adds a doubt": (
        "rule: {any_of: [{fact: wifi}, {all_of: [{fact: wifi}, {fact: other}]}]}",
        "criteria/1/rule/any_of/1: part 2 of `any_of` taken out",
        False,
    ),
    "a record's own day": (
        "rule: {fact: licence, where: {valid_until: {after: 2024-06-30}}}",
        "criteria/1/rule/where/valid_until/after/value: `2024-06-30` becomes `2024-07-01`",
        False,
    ),
    "a record's field": (
        "rule: {fact: licence, where: {seats: {at_least: 3, more_than: 2}}}",
        "criteria/1/rule/where/seats/more_than/value: `2` becomes `1`",
        True,
    ),
    "evidence of what is never met": (
        "rule: {no_method: no_guidance}, evidence: [[photo]]", "criteria/1/evidence: no evidence is asked for", True,
    ),
    "evidence of what can be met": (
        "rule: {fact: wifi}, evidence: [[photo]]", "criteria/1/evidence: no evidence is asked for", False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SETS)
def test_a_change_that_changes_nothing_is_shown(tmp_path: Path, name: str) -> None:
    """It is equivalent only where every state of the facts says so."""
    rule, change, equal = SETS[name]
    report = mutation_score([small(tmp_path, f'{{id: "1", title: Một, {rule}}}, {IDLE}', CASE)])

    assert (change in fates(report, Fate.EQUIVALENT), change in fates(report, Fate.SURVIVED)) == (equal, not equal)


DECIDED = {
    "one rule twice": ("rule: {fact: users, at_least: 5}", "rule: {fact: users, at_least: 5}", {"1", "2"}),
    "a laxer rule": ("rule: {fact: users, at_least: 10}", "rule: {fact: users, at_least: 5}", {"2"}),
    "another fact": ("rule: {fact: users, at_least: 10}", "rule: {fact: wifi}", set()),
    "a rule with more": ("rule: {all_of: [{fact: wifi}, {fact: users, at_least: 5}]}", "rule: {fact: wifi}", {"2"}),
    "a rule that is open where the other is not": (
        "rule: {fact: share, at_least: {unknown: {more_than: 0 %, at_most: 100 %}}}",
        "rule: {fact: share, at_least: 1 %}",
        set(),
    ),
}


@pytest.mark.parametrize("name", DECIDED)
def test_a_criterion_is_redundant_only_where_another_fails_with_it(tmp_path: Path, name: str) -> None:
    """What is left out of a conjunction changes nothing only where something that stays is never better off."""
    first, second, redundant = DECIDED[name]
    criteria = f'{{id: "1", title: Một, {first}}}, {{id: "2", title: Hai, {second}}}, {IDLE}'
    report = mutation_score([small(tmp_path, criteria, CASE, selected='["1", "2"]')])
    equal = {
        one for one in "12" if f"{_LEFT_OUT}: criterion `{one}` left out of `met`" in fates(report, Fate.EQUIVALENT)
    }

    assert equal == redundant


_LEFT_OUT = "decisions/d/if/met"


@pytest.mark.parametrize("village", ["an-phu", "ap-thu"])
def test_no_example_tells_an_equivalent_from_the_shipped_set(village: str) -> None:
    """What is shown to be no mistake in the shipped set changes nothing in the examples either."""
    root = Path(__file__).parents[2]
    ruleset, known = api.load_ruleset("dong-thap-2021-2025"), api.load_village(root / "examples" / village)
    data = plain(ruleset)
    before = api.evaluate(ruleset, known, overlays=())
    equal = [
        mutant
        for mutant in mutants_of(ruleset, data)
        if (mutant.words.en == "`at_most` becomes `less_than`" and mutant.entry != "2.6")
        or mutant.words.en == "criterion `4.2` left out of `met`"
    ]
    assert len(equal) == 5
    for mutant in equal:
        after = api.evaluate(api.load_ruleset(mutant.made(data)), known, overlays=())
        assert list(after.findings) == list(before.findings)
        assert list(after.decisions) == list(before.decisions)


def test_of_very_many_mistakes_some_are_tried(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report says of how many; they are taken at even distances."""
    monkeypatch.setattr("smartvillage._testing.mutation.MOST", 5)
    report = mutation_score([write("  - {name: đúng, facts: {users: 10}, expect: {criteria/2: met}}\n")])

    assert 0 < len(report.tried) <= 5 < report.possible
