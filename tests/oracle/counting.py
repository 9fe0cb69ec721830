"""Counts: of entities, of conditions and of criteria, as a number, a share or all, added up one by one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from oracle.facts import Known, World, look, missing
from oracle.limits import WORDS, Threshold, thresholds
from oracle.literals import Plain, is_percent, number
from oracle.rules import Found, Gap, by_class, condition, every, failed_side, gather, mirror, open_for, some, where
from oracle.spans import MAYBE, NO, YES, Span, holds, hull, point


@dataclass(frozen=True)
class Crowd:
    """The things that are counted: what is found of each, and how many more there may be."""

    members: tuple[Found, ...]
    applying: tuple[int, ...]
    """Whether each is counted at all."""
    more: tuple[Found, ...] = ()
    """What may be found of further things, if there may be any."""
    alike: bool = False
    """True where there is at least one, all are alike, and nobody knows how many."""
    unseen: int = 0
    """How many further single things nobody has seen."""
    caveats: frozenset[str] = frozenset()
    gaps: frozenset[Gap] = frozenset()
    """What is open about the crowd itself."""


def count(world: World, rule: Plain) -> Found:
    """Tell what is found of a count of entities or of conditions."""
    if isinstance(rule["count"], list):
        parts = [condition(world, part) for part in rule["count"]]
        return _tests(world, rule, Crowd(tuple(parts), (YES,) * len(parts)))
    return _tests(world, rule, _entities(world, rule), entities=True)


def _entities(world: World, rule: Plain) -> Crowd:
    decl, known = world.ruleset["facts"][rule["count"]], look(world, rule["count"])
    asked = rule.get("where", {})
    members = tuple(where(world, decl["fields"], entity, asked) for entity in known.entities)
    nobody: Known = missing(world.ruleset, decl)
    more = (where(world, decl["fields"], nobody.fields, asked),) if known.endless else ()
    gaps = set[Gap]()
    if known.endless or known.alike:
        gaps.add(("fact", known.reason if not known.given else "missing_fact"))
    return Crowd(
        members, (YES,) * len(members), more=more, alike=known.alike, caveats=known.caveats, gaps=frozenset(gaps)
    )


def _tests(world: World, rule: Plain, crowd: Crowd, *, entities: bool = False) -> Found:
    parts = [
        by_class(world, thresholds(world, rule[word], None), _judge(word, crowd, rule if entities else None))
        for word in WORDS
        if word in rule
    ]
    return every(parts)


def _judge(word: str, crowd: Crowd, rule: Plain | None) -> Any:
    def judge(test: Threshold) -> Found:
        if test.unknown is not None:
            found = _unknown_share(word, crowd, test.unknown)
        else:
            found = tally(word, crowd, test.literal)
        relative = test.unknown is not None or is_percent(test.literal)
        return _when_empty(found, crowd, rule.get("when_empty")) if rule is not None and relative else found

    return judge


def tally(word: str, crowd: Crowd, literal: Any) -> Found:
    """Hold the number of hits, or the hits less a share of all, against a limit."""
    share = is_percent(literal)
    weight = (Fraction(1) if literal == "all" else number(literal)) if share else Fraction(0)
    target = point(0) if share else point(number(literal))
    truth = holds(word, _total(crowd, weight), target)
    open_members = [
        found for found, applies in zip(crowd.members, crowd.applying, strict=True)
        if MAYBE in (found.truth, applies)
    ]  # fmt: skip
    counted = gather(truth, [*open_members, *crowd.more] if truth == MAYBE else [], [])
    carriers = [found for found in crowd.members if _carries(word, truth, found)]
    around = frozenset[Any]() if _number_is_idle(word, crowd, weight, target) else crowd.gaps
    return Found(
        truth,
        gaps=counted.gaps | around if truth == MAYBE else frozenset(),
        fails=frozenset({failed_side(word, truth)}) if truth == NO else frozenset(),
        caveats=crowd.caveats.union(*(found.caveats for found in carriers)),
        lacks=any(found.lacks for found in carriers),
    )


def _number_is_idle(word: str, crowd: Crowd, weight: Fraction, target: Span) -> bool:
    """Tell whether it makes no difference how many there are that are all alike, be they hits or misses."""
    sums = [_multiplied(point(amount)) for amount in (1 - weight, -weight)]
    return crowd.alike and all(holds(word, one, target) != MAYBE for one in sums)


def _carries(word: str, truth: int, member: Found) -> bool:
    """Tell whether one of many is among those whose truth makes the count come out as it does."""
    if truth == MAYBE:
        return True
    rising = word in ("at_least", "more_than")
    return member.truth == (truth if rising else YES - truth)


def _total(crowd: Crowd, weight: Fraction) -> Span:
    total = point(0)
    for found, applies in zip(crowd.members, crowd.applying, strict=True):
        adds = {YES: [1 - weight], NO: [-weight], MAYBE: [1 - weight, -weight]}[found.truth]
        nothing = {YES: [], MAYBE: [Fraction(0)], NO: [Fraction(0)]}[applies]
        one = hull(adds + nothing) if applies != NO else point(0)
        total = total.plus(_multiplied(one) if crowd.alike else one)
    for found in crowd.more:
        adds = {YES: [1 - weight], NO: [-weight], MAYBE: [1 - weight, -weight]}[found.truth]
        lowest, highest = min(adds), max(adds)
        total = total.plus(Span(None if lowest < 0 else Fraction(0), None if highest > 0 else Fraction(0)))
    return total.plus(hull([0 * weight, -crowd.unseen * weight, crowd.unseen * (1 - weight)]))


def _multiplied(one: Span) -> Span:
    """Return once or any greater number of times a span."""
    low = None if one.low is None or one.low < 0 else one.low
    return Span(low, None if one.high is None or one.high > 0 else one.high)


def _unknown_share(word: str, crowd: Crowd, bounds: Plain) -> Found:
    """A share nobody has seen: true where the farthest one is passed, false where the nearest is not."""
    near, far = bounds.get("at_least"), bounds.get("at_most", "all")
    easiest = tally(word, crowd, near) if near is not None else tally("at_least", crowd, 1)
    hardest = tally(word, crowd, far)
    if hardest.truth == YES:
        return hardest
    if easiest.truth == NO:
        return easiest
    undecided = [found for found in (easiest, hardest) if found.truth == MAYBE]
    found = gather(MAYBE, [open_for("limit", "threshold_unknown"), *undecided], [])
    return Found(MAYBE, gaps=found.gaps, caveats=easiest.caveats)


def _when_empty(found: Found, crowd: Crowd, asked: str | None) -> Found:
    there = YES if crowd.members else (MAYBE if crowd.more else NO)
    fails = frozenset({"empty_set"}) if there == NO else frozenset[str]()
    nonempty = Found(there, gaps=crowd.gaps if there == MAYBE else frozenset(), fails=fails, caveats=crowd.caveats)
    if asked == "met":
        return found if there == YES else some([mirror(nonempty), found])
    if asked == "not_met":
        return found if there == YES else every([nonempty, found])
    if asked == "not_applicable":
        return Found(found.truth, found.gaps, found.fails, found.caveats, found.lacks, (nonempty,))
    if there == YES:
        return found
    return open_for("method", "empty_set") if there == NO else Found(MAYBE, found.gaps | crowd.gaps)
