"""A whole set against a whole village: findings, counts and the verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from oracle.counting import Crowd, tally
from oracle.facts import World, look, missing
from oracle.limits import WORDS
from oracle.literals import Plain, is_percent
from oracle.papers import papers_are_there
from oracle.rules import Found, condition, every, fact_condition, mirror, some
from oracle.spans import MAYBE, NO, YES

OUTCOMES = ("met", "not_met", "not_assessable", "unknown", "not_applicable")


@dataclass(frozen=True)
class Judged:
    """What is found of one criterion."""

    criterion: str
    outcome: str
    proven: bool
    reasons: frozenset[str]
    caveats: frozenset[str]
    applies: Found
    holds: Found


@dataclass(frozen=True)
class Verdict:
    """What is found of the village."""

    findings: dict[str, Judged]
    counts: dict[str, int]
    proven: int
    verdict: str


def judge_village(ruleset: Plain, village: Plain, day: date) -> Verdict:
    """Judge a village by a ruleset on a day."""
    world = World(ruleset, village, day)
    found = {
        criterion["id"]: judge(world, criterion)
        for criterion in ruleset["criteria"]
        if in_set(criterion, day)
    }  # fmt: skip
    counted = [found[key] for key in outside_preconditions(ruleset, day)]
    outcomes = Counter(one.outcome for one in counted)
    main = next(decision for decision in ruleset["decisions"].values() if decision.get("main"))
    truth = decide(world, main["if"], found, keep_open=main.get("unseen", "keep_open") == "keep_open").truth
    return Verdict(
        found,
        {outcome: outcomes[outcome] for outcome in OUTCOMES},
        sum(one.proven for one in counted),
        {YES: "met", NO: "not_met", MAYBE: "unknown"}[truth],
    )


def in_set(criterion: Plain, day: date) -> bool:
    """Tell whether a criterion is in the set on a day."""
    valid = criterion.get("valid", {})
    begun = "from" not in valid or date.fromisoformat(valid["from"]) <= day
    return begun and ("until" not in valid or day <= date.fromisoformat(valid["until"]))


def outside_preconditions(ruleset: Plain, day: date) -> list[str]:
    """Return the criteria that ``all`` means."""
    apart = {group["id"] for group in ruleset.get("groups", []) if group.get("precondition")}
    return [one["id"] for one in ruleset["criteria"] if one.get("group") not in apart and in_set(one, day)]


def judge(world: World, criterion: Plain) -> Judged:
    """Judge one criterion, as reported and as proven."""
    applies, holds = _both(world, criterion)
    outcome, gaps = _outcome(applies, holds)
    reasons = holds.fails if outcome == "not_met" else frozenset(reason for _, reason in gaps)
    proven = False
    if outcome == "met" and not (holds.lacks or applies.lacks):
        again = _outcome(*_both(replace(world, blocked=True), criterion, world))[0]
        proven = again == "met" and papers_are_there(world, criterion)
    caveats = holds.caveats | applies.caveats
    return Judged(criterion["id"], outcome, proven, reasons, caveats, applies, holds)


def _both(world: World, criterion: Plain, reported: World | None = None) -> tuple[Found, Found]:
    holds = _rule(world, criterion, reported or world)
    needed = [condition(world, criterion["applies_if"])] if "applies_if" in criterion else []
    return every([*needed, *holds.applies]), holds


def _rule(world: World, criterion: Plain, reported: World) -> Found:
    """Find the rule; another fact stands in where the rule's own is missing or unusable and the other is not."""
    rule = criterion["rule"]
    if not criterion.get("instead") or look(reported, rule["fact"]).given:
        return condition(world, rule)
    for other in criterion["instead"]:
        if look(reported, other["fact"]).given:
            return _stand_in(world, rule, other)
    return condition(world, rule)


def _stand_in(world: World, rule: Plain, other: Plain) -> Found:
    tests = other if any(word in other for word in WORDS) else rule
    decl, known = world.ruleset["facts"][other["fact"]], look(world, other["fact"])
    if world.blocked and "caveat" in other:
        known = missing(world.ruleset, decl)
    found = fact_condition(world, decl, known, {word: tests[word] for word in WORDS if word in tests})
    extra = frozenset({other["caveat"]}) if "caveat" in other else frozenset[str]()
    return replace(found, caveats=found.caveats | extra)


def _outcome(applies: Found, holds: Found) -> tuple[str, frozenset[tuple[str, str]]]:
    if applies.truth == NO:
        return "not_applicable", frozenset()
    if applies.truth == YES and holds.truth != MAYBE:
        return ("met" if holds.truth == YES else "not_met"), frozenset()
    gaps = applies.gaps | holds.gaps
    return ("not_assessable" if any(kind != "fact" for kind, _ in gaps) else "unknown"), gaps


def decide(world: World, rule: Plain, found: dict[str, Judged], *, keep_open: bool) -> Found:
    """Tell what is found of a decision's condition."""
    if "met" in rule or "not_met" in rule:
        return _of_criteria(world, rule, found, keep_open=keep_open)
    if "all_of" in rule:
        return every([decide(world, part, found, keep_open=keep_open) for part in rule["all_of"]])
    if "any_of" in rule:
        return some([decide(world, part, found, keep_open=keep_open) for part in rule["any_of"]])
    if "not" in rule:
        return mirror(decide(world, rule["not"], found, keep_open=keep_open))
    if "decision" in rule:
        other = world.ruleset["decisions"][rule["decision"]]
        return decide(world, other["if"], found, keep_open=other.get("unseen", "keep_open") == "keep_open")
    return condition(world, rule)


def selected(ruleset: Plain, selector: Any, day: date) -> list[str]:
    """Return the criteria that a selector means."""
    if selector == "all":
        return outside_preconditions(ruleset, day)
    here = [one for one in ruleset["criteria"] if in_set(one, day)]
    if isinstance(selector, list):
        return [one["id"] for one in here if one["id"] in selector]
    if "group" in selector:
        return [one["id"] for one in here if one.get("group") == selector["group"]]
    return [one["id"] for one in here if selector["tag"] in one.get("tags", [])]


def _of_criteria(world: World, rule: Plain, found: dict[str, Judged], *, keep_open: bool) -> Found:
    head = "met" if "met" in rule else "not_met"
    chosen = [found[key] for key in selected(world.ruleset, rule[head], world.day)]
    partial = world.ruleset["ruleset"].get("completeness") == "partial" and not isinstance(rule[head], list)
    members = tuple(one.holds if head == "met" else mirror(one.holds) for one in chosen)
    crowd = Crowd(members, tuple(one.applies.truth for one in chosen), unseen=int(partial and keep_open))
    parts = list[Found]()
    for word in WORDS:
        if word not in rule:
            continue
        one = tally(word, crowd, rule[word])
        there = max(crowd.applying, default=NO)
        parts.append(one if there == YES or not is_percent(rule[word]) else Found(MAYBE))
    return every(parts)
