"""Conditions read straight off the page: what is found of each, what is open in it, which leaves carry it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from oracle.facts import FLAG_LIKE, RECORD_DAYS, RECORDS, Known, World, look
from oracle.limits import WORDS, Threshold, thresholds
from oracle.literals import Plain
from oracle.spans import MAYBE, NO, YES, holds, point

_DAYS: Plain = {key: {"type": "date"} for key in RECORD_DAYS}

#: What may be open: the kind of the gap and the reason it gives.
Gap = tuple[str, str]


@dataclass(frozen=True)
class Found:
    """The truth of a condition, with all that a finding has to say of it."""

    truth: int
    gaps: frozenset[Gap] = frozenset()
    """Empty unless the truth is open."""
    fails: frozenset[str] = frozenset()
    """Why it is false; empty unless it is."""
    caveats: frozenset[str] = frozenset()
    lacks: bool = False
    applies: tuple[Found, ...] = field(default=())
    """What must hold for the condition to have a subject at all."""


def open_for(kind: str, reason: str) -> Found:
    """Return what is found where one thing is open and nothing else is known."""
    return Found(MAYBE, gaps=frozenset({(kind, reason)}))


def threshold(k: int, parts: list[Found]) -> Found:
    """At least ``k`` parts hold: the truth is the k-th largest, carried by the parts that share it."""
    ranked = sorted((part.truth for part in parts), reverse=True)
    truth = YES if k <= 0 else (ranked[k - 1] if k <= len(ranked) else NO)
    return gather(truth, [part for part in parts if part.truth == truth], parts)


def gather(truth: int, carriers: list[Found], parts: list[Found]) -> Found:
    """Give a truth what its carriers say."""
    return Found(
        truth,
        gaps=frozenset[Gap]().union(*(part.gaps for part in carriers)) if truth == MAYBE else frozenset(),
        fails=frozenset[str]().union(*(part.fails for part in carriers)) if truth == NO else frozenset(),
        caveats=frozenset[str]().union(*(part.caveats for part in carriers)),
        lacks=any(part.lacks for part in carriers),
        applies=tuple(needed for part in parts for needed in part.applies),
    )


def every(parts: list[Found]) -> Found:
    """All parts hold."""
    return threshold(len(parts), parts)


def some(parts: list[Found]) -> Found:
    """One part holds."""
    return threshold(1, parts)


def mirror(part: Found) -> Found:
    """The part does not hold."""
    fails = frozenset({"other_value"}) if part.truth == YES else frozenset[str]()
    return replace(part, truth=YES - part.truth, fails=fails)


def by_class(world: World, test: Threshold, judge: Any) -> Found:
    """Hold a value against the limit of its class; where the class is open, all classes must agree."""
    if test.hole:
        return open_for("limit", "not_in_force")
    if not test.by:
        found: Found = judge(test)
        return found
    known = look(world, test.by)
    if known.given:
        row = next((limit for code, limit in test.rows if code == known.code), test.otherwise)
        assert row is not None
        one = by_class(world, row, judge)
        return replace(one, caveats=one.caveats | known.caveats)
    rows = [by_class(world, limit, judge) for limit in test.all_rows()]
    if all(row.truth == rows[0].truth for row in rows) and rows[0].truth != MAYBE:
        return gather(rows[0].truth, rows, rows)
    undecided = [row for row in rows if row.truth == MAYBE]
    return gather(MAYBE, [open_for("fact", "class_unknown"), *undecided], [])


def condition(world: World, rule: Plain) -> Found:  # noqa: PLR0911 - one line a head
    """Tell what is found of a condition about facts."""
    if "fact" in rule:
        return fact_condition(world, world.ruleset["facts"][rule["fact"]], look(world, rule["fact"]), rule)
    if "all_of" in rule:
        return every([condition(world, part) for part in rule["all_of"]])
    if "any_of" in rule:
        return some([condition(world, part) for part in rule["any_of"]])
    if "not" in rule:
        return mirror(condition(world, rule["not"]))
    if "no_method" in rule:
        return open_for("method", "no_method")
    if "days" in rule:
        return _days_between(world, rule)
    from oracle.counting import count

    return count(world, rule)


def _days_between(world: World, rule: Plain) -> Found:
    """Tell what is found of the days from one day to another."""
    ends = [look(world, rule["days"][end]) for end in ("from", "to")]
    between = ends[1].span.minus(ends[0].span)
    gaps = frozenset(("fact", end.reason) for end in ends if not end.given)
    caveats = ends[0].caveats | ends[1].caveats
    parts = list[Found]()
    for word in WORDS:
        if word in rule:
            truth = holds(word, between, point(int(rule[word].split(" ")[0])))
            fails = frozenset({failed_side(word, truth)}) if truth == NO else frozenset[str]()
            parts.append(Found(truth, gaps if truth == MAYBE else frozenset(), fails, caveats))
    return every(parts)


def fact_condition(world: World, decl: Plain, known: Known, tests: Plain) -> Found:
    """Tell what is found of one fact under its tests."""
    parts = [
        _test(world, decl, known, word, limit)
        for word in WORDS
        if word in tests
        for limit in [tests[word]]
    ]  # fmt: skip
    if decl["type"] in RECORDS and "where" in tests:
        parts = [_flag(known, wanted=True), where(world, {**_DAYS, **decl["fields"]}, known.fields, tests["where"])]
    if not parts:
        parts = [_flag(known, wanted=True)]
    return every(parts)


def where(world: World, decls: Plain, fields: dict[str, Known], asked: Plain) -> Found:
    """Tell whether an entity's or a record's fields are as asked."""
    parts = list[Found]()
    for key, tests in asked.items():
        if key in ("all_of", "any_of"):
            inner = [where(world, decls, fields, part) for part in tests]
            parts.append(every(inner) if key == "all_of" else some(inner))
        elif key == "not":
            parts.append(mirror(where(world, decls, fields, tests)))
        else:
            spelt = tests if isinstance(tests, dict) else {"is": tests}
            parts.append(fact_condition(world, decls[key], fields[key], spelt))
    return every(parts)


def _flag(known: Known, *, wanted: bool) -> Found:
    if not known.given:
        return open_for("fact", known.reason)
    if wanted:
        fails = frozenset({known.reason}) if known.truth == NO else frozenset[str]()
        return Found(known.truth, fails=fails, caveats=known.caveats, lacks=known.lacks and known.truth == YES)
    fails = frozenset({"other_value"}) if known.truth == YES else frozenset[str]()
    return Found(YES - known.truth, fails=fails, caveats=known.caveats)


def _test(world: World, decl: Plain, known: Known, word: str, limit: Any) -> Found:
    if decl["type"] in FLAG_LIKE:
        return _flag(known, wanted=bool(limit))
    if decl["type"] == "choice":
        if not known.given:
            return open_for("fact", known.reason)
        truth = YES if known.code in (limit if word == "one_of" else [limit]) else NO
        return Found(truth, fails=frozenset({"other_value"}) if truth == NO else frozenset(), caveats=known.caveats)
    return by_class(world, thresholds(world, limit, decl), lambda one: _compare(known, word, one))


def _compare(known: Known, word: str, test: Threshold) -> Found:
    truth = holds(word, known.span, test.span)
    gaps = set[Gap]()
    if not known.given:
        gaps.add(("fact", known.reason))
    if test.relative is not None and not test.relative.given:
        gaps.add(("fact", test.relative.reason))
    elif not test.span.known:
        gaps.add(("limit", "threshold_unknown"))
    return Found(
        truth,
        gaps=frozenset(gaps) if truth == MAYBE else frozenset(),
        fails=frozenset({failed_side(word, truth)}) if truth == NO else frozenset(),
        caveats=known.caveats | (test.relative.caveats if test.relative else frozenset()),
    )


def failed_side(word: str, truth: int) -> str:
    """Name the side of the limit on which a value that fails lies."""
    assert truth == NO
    return "below" if word in ("at_least", "more_than", "on_or_after", "after") else "above"


def as_share(weight: Fraction, truth: int) -> list[Fraction]:
    """Return what one of many may add to *hits minus share times all*."""
    return {YES: [1 - weight], NO: [-weight], MAYBE: [1 - weight, -weight]}[truth]
