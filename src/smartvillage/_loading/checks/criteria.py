"""Criteria and decisions: what they name is there, and each asks something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references, scores, shape
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.conditions import FactCondition
from smartvillage.model.criteria import Criterion, Decision

from .conditions import check_condition, check_fact_tests, check_is_met
from .measures import NUMBERED, check_grade, check_head, check_level, check_points

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry

    from .context import Loaded


def check_criteria(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with criteria."""
    for entry, criterion in loaded.entries("criteria"):
        yield from _check_names(loaded, entry, criterion)
        if criterion.rule is None and criterion.points is None and criterion.grade is None:
            yield shape.not_a_rule(entry.place(key=True), criterion.id)
        elif criterion.rule is not None:
            yield from check_condition(loaded, entry, criterion.rule, ("rule",))
        if criterion.points is not None:
            yield from check_points(loaded, entry, criterion.points, rule=criterion.rule is not None)
        if criterion.grade is not None:
            yield from check_grade(loaded, entry, criterion.grade, ("grade",))
        if criterion.applies_if is not None:
            yield from check_condition(loaded, entry, criterion.applies_if, ("applies_if",))
        if criterion.instead:
            yield from _check_instead(loaded, entry, criterion)


def _check_names(loaded: Loaded, entry: Entry, criterion: Criterion) -> Iterator[Diagnostic]:
    if criterion.group is not None and "group" in entry.data:  # another is told where the file's defaults name it
        yield from loaded.refer("group", criterion.group, entry, "group")
    if criterion.derived_from is not None:
        yield from loaded.cite(criterion.derived_from.id, entry, "derived_from")
    for position, responsible in enumerate(criterion.responsible):
        yield from loaded.refer("role", responsible.role, entry, "responsible", position, "role")
    for outer, types in enumerate(criterion.evidence if isinstance(criterion.evidence, tuple) else ()):
        if not types:
            yield shape.empty_list(entry.place("evidence", outer))
        for inner, name in enumerate(types):
            yield from loaded.refer("evidence type", name, entry, "evidence", outer, inner)


def _check_instead(loaded: Loaded, entry: Entry, criterion: Criterion) -> Iterator[Diagnostic]:
    rule = criterion.rule
    if rule is not None and (not isinstance(rule, FactCondition) or rule.where is not None):
        yield references.instead_not_allowed(entry.place("instead", key=True))
        return
    seen: dict[str, int] = {}
    for position, substitute in enumerate(criterion.instead):
        steps = ("instead", position)
        if substitute.id is not None and seen.setdefault(substitute.id, position) != position:
            first = entry.place("instead", seen[substitute.id], "id")
            yield shape.defined_twice(entry.place(*steps, "id"), substitute.id, first)
        if substitute.given() or not isinstance(rule, FactCondition):
            yield from check_fact_tests(loaded, entry, substitute.fact, substitute, steps)
        else:
            yield from _under_rule(loaded, entry, substitute.fact, rule, steps)


def _under_rule(
    loaded: Loaded, entry: Entry, name: str, rule: FactCondition, steps: tuple[str | int, ...]
) -> Iterator[Diagnostic]:
    """Yield a fault where a substitute cannot be read under the rule's own tests."""
    found = list(check_fact_tests(loaded, entry, name, rule, ("rule",)))
    own = loaded.fact(rule.fact)
    if name not in loaded.values["facts"] or (own and loaded.fact(name) and type(own) is not type(loaded.fact(name))):
        yield from loaded.refer("fact", name, entry, *steps, "fact")
        if found and loaded.fact(name):
            needed = loaded.type_of(rule.fact)
            yield references.wrong_kind(entry.place(*steps, "fact"), name, loaded.type_of(name), [needed])


def _check_kind(loaded: Loaded, entry: Entry, decision: Decision) -> Iterator[Diagnostic]:
    """Yield what is wrong with what a decision is: exactly one of a condition, a level and a score."""
    kinds = {"if": decision.if_, "level": decision.level, "score": decision.score}
    given = [key for key, part in kinds.items() if part is not None]
    if len(given) != 1:
        yield scores.one_of_keys(entry.place(key=True), given, kinds)
    if decision.if_ is not None:
        yield from check_condition(loaded, entry, decision.if_, ("if",))
    if decision.level is not None:
        yield from check_level(loaded, entry, decision.level)
    if decision.score is not None:
        yield from check_head(loaded, entry, decision.score, ("score",), NUMBERED)


def check_decisions(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with decisions; exactly one is the verdict."""
    main: list[Entry] = []
    for entry, decision in loaded.entries("decisions"):
        yield from _check_kind(loaded, entry, decision)
        if decision.needs is not None:
            yield from loaded.refer("decision", decision.needs, entry, "needs")
            yield from check_is_met(loaded, entry, decision.needs, ("needs",))
        if decision.decided_by is not None and decision.decided_by not in loaded.values["parties"]:
            yield from loaded.refer("role", decision.decided_by, entry, "decided_by")
        elif decision.decided_by is not None:
            loaded.use("parties", decision.decided_by)
        if decision.main:
            main.append(entry)
    whole = all(value is not None for value in loaded.values["decisions"].values())
    if not main and whole and loaded.values["decisions"]:
        yield shape.no_main_decision(next(iter(loaded.sections.entries["decisions"].values())).place(key=True))
    for entry in main[1:]:
        yield shape.two_main_decisions(entry.place("main", key=True), main[0].id, entry.id)
