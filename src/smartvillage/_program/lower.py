"""Lowering: a ruleset on a day becomes nodes. One function a head; the forms of limits stand in ``forms``.

The rule: every condition becomes one of the nine nodes, and nothing else is ever evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.basis import Basis
from smartvillage.model.conditions import (
    AllOf,
    AnyCondition,
    AnyOf,
    CountCondition,
    DaysCondition,
    DecisionCondition,
    FactCondition,
    GradeCondition,
    MeasureCondition,
    MetCondition,
    NoMethod,
    NotMetCondition,
    PointsCondition,
)
from smartvillage.model.conditions import (
    Not as NotCondition,
)
from smartvillage.model.findings import Caveat, Reason

from .build import ALWAYS, Build, Heads, Owner, Site
from .counting import lower_count, lower_met, lower_not_met
from .factual import lower_days, lower_fact, read_fact
from .gauged import Levels, Number
from .gauges import gauge, gauged_of, keep, lower_gauged, named
from .grades import grade_of
from .literal import Tables
from .needs import criteria_in_set, in_order_of_need
from .nodes import AtLeast, Not
from .points import points_of
from .program import LoweredCriterion, LoweredDecision, Program
from .ranks import rank_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from smartvillage.model.criteria import Criterion
    from smartvillage.model.ruleset import Ruleset

    from .nodes import TruthNode
    from .program import Given


def lower(ruleset: Ruleset, day: date, given: Given | None = None) -> Program:
    """Turn a ruleset into a program for a day; ``given`` fills or narrows open slots by their path."""
    build = Build(ruleset, day, given or {}, Tables.of(ruleset), heads=Heads(lower_condition, gauge, named))
    present = criteria_in_set(ruleset, day)
    early, late = in_order_of_need(ruleset, present)
    for criterion in early:
        build.criteria[criterion.id] = _lower_criterion(build, criterion)
    for kind, name in late:
        if kind == "criteria":
            build.criteria[name] = _lower_criterion(build, present[name])
        elif kind == "decisions":
            build.decisions[name] = _lower_decision(build, name)
    return _program(build, list(present), [one for one in late if one[0] != "measures"])


def _program(build: Build, order: list[str], late: list[tuple[str, str]]) -> Program:
    # The main one first: the order of a mapping's keys is never the order of results.
    decisions = tuple(sorted(build.decisions.values(), key=lambda one: (not one.decision.main, one.id)))
    places = {("criteria", name): place for place, name in enumerate(order)}
    places |= {("decisions", decision.id): place for place, decision in enumerate(decisions)}
    order_of_need = tuple((kind, places[kind, name]) for kind, name in late)
    return Program(
        build.ruleset, build.day, tuple(build.slots), build.list_infos(),
        tuple(build.criteria[name] for name in order), decisions, build.limits, build.nodes, build.ruleset.facts,
        build.tables, tuple(build.tallies), tuple(build.prefers), order_of_need, build.sides, build.gauged,
        tuple(build.texts), build.given,
    )  # fmt: skip


def _lower_criterion(build: Build, criterion: Criterion) -> LoweredCriterion:
    basis = criterion.basis or build.ruleset.ruleset.basis or Basis.UNKNOWN
    owner = Owner(basis, unseen=build.ruleset.ruleset.completeness == "partial")
    site = Site(f"criteria/{criterion.id}", owner, basis)
    holds = ALWAYS if criterion.rule is None else lower_condition(build, criterion.rule, site.at("rule"))
    if criterion.instead and isinstance(criterion.rule, FactCondition):
        holds = _with_substitutes(build, criterion, holds, site)
    applies = list(owner.applies)
    if criterion.applies_if is not None:
        applies.insert(0, lower_condition(build, criterion.applies_if, site.at("applies_if")))
    node = applies[0] if len(applies) == 1 else AtLeast(len(applies), tuple(applies)) if applies else ALWAYS
    _measure(build, criterion, (node, holds), site)
    points, grade = build.gauged.get(site.at("points").path), build.gauged.get(site.at("grade").path)
    return LoweredCriterion(
        criterion, node, holds, frozenset(owner.facts), owner.weakest(),
        points if isinstance(points, Number) else None, grade if isinstance(grade, Levels) else None,
    )  # fmt: skip


def _measure(build: Build, criterion: Criterion, truths: tuple[TruthNode, TruthNode], site: Site) -> None:
    """Keep what a criterion gives and its grade."""
    if criterion.grade is not None:
        here = site.at("grade")
        keep(build, here.path, grade_of(build, criterion.grade, here))
    if criterion.points is not None:
        here = site.at("points").based(criterion.points.basis)
        here.note_basis()
        keep(build, here.path, points_of(build, criterion, *truths, here))


def _with_substitutes(build: Build, criterion: Criterion, own: TruthNode, site: Site) -> TruthNode:
    """Let other facts stand in, in order, under their own tests or the rule's."""
    rule = criterion.rule
    assert isinstance(rule, FactCondition)  # noqa: S101 - asked just before
    options, facts = [own], [build.fact(rule.fact).index]
    for place, substitute in enumerate(criterion.instead):
        here = site.at("instead", substitute.id or place).based(substitute.basis)
        tests, where = (substitute, here) if substitute.given() else (rule, site.at("rule").based(rule.basis))
        caveat = Caveat(substitute.caveat) if substitute.caveat else None
        slot = build.second_use(substitute.fact, here.path, caveat=caveat)
        options.append(read_fact(build, substitute.fact, slot, tests, where))
        facts.append(slot.index)
        build.nodes[here.path] = options[-1]
    node = build.prefer(tuple(options), tuple(facts))
    build.nodes[site.at("rule").path] = node
    return node


def _lower_decision(build: Build, name: str) -> LoweredDecision:
    """Lower a decision; one that needs another is that one too, and a level or a score holds only where it does."""
    decision = build.ruleset.decisions[name]
    basis = decision.basis or build.ruleset.ruleset.basis or Basis.UNKNOWN
    partial = build.ruleset.ruleset.completeness == "partial"
    owner = Owner(basis, unseen=partial and decision.unseen == "keep_open")
    site = Site(f"decisions/{name}", owner, basis)
    needed = None if decision.needs is None else build.decisions[decision.needs].holds
    if needed is not None:
        build.nodes[site.at("needs").path] = needed
    if decision.if_ is not None:
        own = lower_condition(build, decision.if_, site.at("if"))
        holds = own if needed is None else AtLeast(2, (needed, own))
        return LoweredDecision(name, decision, holds, owner.weakest())
    level = None if decision.level is None else gauged_of(rank_of(named(build, decision.level, site.at("level"))))
    score = None if decision.score is None else gauged_of(gauge(build, decision.score, site.at("score")))
    site.note_basis()
    return LoweredDecision(
        name, decision, needed or ALWAYS, owner.weakest(),
        level if isinstance(level, Levels) else None, score if isinstance(score, Number) else None,
    )  # fmt: skip


def lower_condition(build: Build, condition: AnyCondition, site: Site) -> TruthNode:
    """Lower a condition of any head."""
    site = site.based(condition.basis)
    site.note_basis()
    node = HEADS[type(condition)](build, condition, site)
    build.nodes[site.path] = node
    return node


def _parts(build: Build, conditions: tuple[AnyCondition, ...], site: Site) -> tuple[TruthNode, ...]:
    return tuple(lower_condition(build, part, site.at(part.id or place)) for place, part in enumerate(conditions))


def _all_of(build: Build, condition: AllOf, site: Site) -> TruthNode:
    items = _parts(build, condition.all_of, site.at("all_of"))
    return AtLeast(len(items), items)


def _any_of(build: Build, condition: AnyOf, site: Site) -> TruthNode:
    return AtLeast(1, _parts(build, condition.any_of, site.at("any_of")))


def _not(build: Build, condition: NotCondition, site: Site) -> TruthNode:
    return Not(lower_condition(build, condition.not_, site.at("not")))


def _count(build: Build, condition: CountCondition, site: Site) -> TruthNode:
    if isinstance(condition.count, str):
        return lower_count(build, condition, condition.count, None, site)
    return lower_count(build, condition, None, _parts(build, condition.count, site.at("count")), site)


def _decision(build: Build, condition: DecisionCondition, site: Site) -> TruthNode:  # noqa: ARG001 - one shape for all
    return build.decisions[condition.decision].holds


def _no_method(build: Build, condition: NoMethod, site: Site) -> TruthNode:
    return build.method(site.path, Reason.NO_METHOD, condition.ask)


#: One function a head; the next head is one line here and one function.
HEADS: dict[type[AnyCondition], Callable[..., TruthNode]] = {
    FactCondition: lower_fact,
    CountCondition: _count,
    MetCondition: lower_met,
    NotMetCondition: lower_not_met,
    PointsCondition: lower_gauged,
    GradeCondition: lower_gauged,
    MeasureCondition: lower_gauged,
    DaysCondition: lower_days,
    DecisionCondition: _decision,
    AllOf: _all_of,
    AnyOf: _any_of,
    NotCondition: _not,
    NoMethod: _no_method,
}
