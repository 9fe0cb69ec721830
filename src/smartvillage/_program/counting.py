"""Lowering what counts: entities of a list, conditions, and criteria of the set.

The rule: a share is one sum in which each hit weighs 1 − p, each miss −p, and what does not apply nothing, so that
numerator and denominator can never drift apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.findings import Reason

from .build import ALWAYS
from .factual import where_node
from .forms import lower_tests
from .measures import CountMeasure
from .needs import selected
from .nodes import AtLeast, Compare, Const, Kind, Linear, Not, Op, Pick
from .program import SlotInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.conditions import CountCondition, MetCondition, NotMetCondition, Selector, Testing

    from .build import Build, Site
    from .measures import Measure
    from .nodes import Exact, TruthNode, Value


def lower_count(
    build: Build, condition: CountCondition, list_id: str | None, parts: tuple[TruthNode, ...] | None, site: Site
) -> TruthNode:
    """Lower ``count``: over the entities of a list, or over conditions."""
    return tested(build, condition, count_measure(build, condition, list_id, parts, site), site)


def count_measure(
    build: Build, condition: CountCondition, list_id: str | None, parts: tuple[TruthNode, ...] | None, site: Site
) -> CountMeasure:
    """Return how many entities of a list, or how many conditions, hold."""
    if list_id is not None:
        return _over_entities(build, condition, list_id, site)
    items = parts or ()

    def total(hit: Exact, miss: Exact) -> Value:
        return Linear(tuple((1, Pick(((item, Const(hit)),), Const(miss))) for item in items))

    return CountMeasure(build, total, lambda truth: truth)


def _over_entities(build: Build, condition: CountCondition, list_id: str, site: Site) -> CountMeasure:
    site.owner.facts.add(list_id)
    number = build.list(list_id)
    where = where_node(build, list_id, condition.where, site)

    def total(hit: Exact, miss: Exact) -> Value:
        return build.tally(number, where, hit, miss)

    nonempty = Compare(Linear(((1, build.tally(number, ALWAYS, 1, 0)),), -1), Op.GE, of_emptiness=True)
    return CountMeasure(build, total, _guard(build, condition.when_empty, nonempty, site))


def _guard(build: Build, when_empty: str | None, nonempty: TruthNode, site: Site) -> Callable[[TruthNode], TruthNode]:
    """Say what a share of an empty list is: as the rule says, else open for want of a method."""

    def guard(truth: TruthNode) -> TruthNode:
        match when_empty:
            case "met":
                return AtLeast(1, (Not(nonempty), truth))
            case "not_met":
                return AtLeast(2, (nonempty, truth))
            case "not_applicable":
                site.owner.applies.append(nonempty)
                return truth
            case _:
                empty = build.method(site.at("when_empty").path, Reason.EMPTY_SET)
                return Pick(((nonempty, truth),), empty)

    return guard


def lower_met(build: Build, condition: MetCondition, site: Site) -> TruthNode:
    """Lower ``met``: how many criteria are met."""
    return tested(build, condition, met_measure(build, condition.met, site, met=True), site)


def lower_not_met(build: Build, condition: NotMetCondition, site: Site) -> TruthNode:
    """Lower ``not_met``: how many criteria are not met."""
    return tested(build, condition, met_measure(build, condition.not_met, site, met=False), site)


def met_measure(build: Build, chosen: Selector, site: Site, *, met: bool) -> CountMeasure:
    """Return how many criteria are met, or are not; those that are only scored are in no such count."""
    chosen_here = [build.criteria[name] for name in selected(build.ruleset, build.criteria, chosen)]
    lowered = [one for one in chosen_here if one.criterion.rule is not None]
    unseen = _unseen(build) if site.owner.unseen and not isinstance(chosen, tuple) else None

    def total(hit: Exact, miss: Exact) -> Value:
        yes, no = (hit, miss) if met else (miss, hit)
        terms = [(1, weigh(one.applies, one.holds, yes, no)) for one in lowered]
        if unseen is not None:
            terms.append((1, Pick(((unseen, Const(yes)),), Const(no))))
        return Linear(tuple(terms))

    return CountMeasure(build, total, guard_criteria(build, [one.applies for one in lowered], site))


def weigh(applies: TruthNode, holds: TruthNode, yes: Exact, no: Exact) -> Pick:
    """Return what a criterion adds: an amount where it holds, another where not, nothing where it does not apply."""
    rows: tuple[tuple[TruthNode, Const], ...] = ((holds, Const(yes)),)
    if applies is not ALWAYS:
        rows = ((Not(applies), Const(0)), *rows)
    return Pick(rows, Const(no))


def guard_criteria(build: Build, applies: list[TruthNode], site: Site) -> Callable[[TruthNode], TruthNode]:
    """Say what a share of criteria is none of which applies: open, never true."""

    def guard(truth: TruthNode) -> TruthNode:
        if any(one is ALWAYS for one in applies):
            return truth
        empty = build.method(site.at("when_empty").path, Reason.EMPTY_SET)
        return Pick(((AtLeast(1, tuple(applies)), truth),), empty) if applies else empty

    return guard


def _unseen(build: Build) -> TruthNode:
    info = SlotInfo("unseen", Kind.UNSEEN, truth=True, domain=None, reason=Reason.UNSEEN_CRITERION)
    return build.slot(info)


def tested(build: Build, condition: Testing, measure: Measure, site: Site) -> TruthNode:
    """Put a condition's tests to what it measures."""
    held = lower_tests(build, measure, condition, site)
    return held[0] if len(held) == 1 else AtLeast(len(held), tuple(held))
