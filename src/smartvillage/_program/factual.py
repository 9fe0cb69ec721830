"""Lowering what looks at one fact, and what is asked of an entity or a record by ``where``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.facts import ListFact, RecordFact

from .build import ALWAYS
from .domains import field_of
from .forms import lower_tests
from .literal import FLAG_LIKE, SpanFact
from .measures import FactMeasure, TruthMeasure
from .nodes import AtLeast, Not

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.model.conditions import DaysCondition, FactCondition, Tests, Where
    from smartvillage.model.facts import AnyFact

    from .build import Build, Site
    from .measures import Measure
    from .nodes import Slot, TruthNode


def lower_fact(build: Build, condition: FactCondition, site: Site) -> TruthNode:
    """Lower ``fact``: the fact itself, what its record must show, and the tests."""
    fact = build.ruleset.facts[condition.fact]
    slot = build.fact(condition.fact)
    if condition.where is None or not isinstance(fact, RecordFact):
        return read_fact(build, condition.fact, slot, condition, site)
    site.owner.facts.add(condition.fact)
    shown = lower_where(build, condition.where, _record_fields(build, condition.fact, fact), site.at("where"))
    record = AtLeast(1 + len(shown), (slot, *shown))
    return _all(lower_tests(build, TruthMeasure(record), condition, site)) or record


def read_fact(build: Build, fact_id: str, slot: Slot, tests: Tests, site: Site) -> TruthNode:
    """Put tests to a fact; one that is true or false needs none."""
    fact = build.ruleset.facts[fact_id]
    site.owner.facts.update(build.behind(fact_id))
    measure = measure_of(build, fact, slot)
    return _all(lower_tests(build, measure, tests, site)) or slot


def lower_days(build: Build, condition: DaysCondition, site: Site) -> TruthNode:
    """Lower ``days``: the later day, less the earlier one, is how many lie between."""
    first, last = condition.days.from_, condition.days.to
    site.owner.facts.update((first, last))
    measure = FactMeasure(build, SpanFact(), build.fact(last), build.fact(first))
    held = lower_tests(build, measure, condition, site)
    return _all(held) or ALWAYS


def measure_of(build: Build, fact: AnyFact, slot: Slot) -> Measure:
    """Return how a fact or a field is held against limits."""
    return TruthMeasure(slot) if isinstance(fact, FLAG_LIKE) else FactMeasure(build, fact, slot)


def lower_where(build: Build, where: Where, field: Callable[[str], Measure], site: Site) -> list[TruthNode]:
    """Lower what must hold of an entity or a record; all of it must."""
    held: list[TruthNode] = []
    for name, tests in sorted(where.fields.items()):  # keys have no order of their own
        held += lower_tests(build, field(name), tests, site.at(name))
    for place, part in enumerate(where.all_of):
        held += lower_where(build, part, field, site.at("all_of", place))
    if where.any_of:
        parts = [lower_where(build, part, field, site.at("any_of", place)) for place, part in enumerate(where.any_of)]
        held.append(AtLeast(1, tuple(_all(part) or ALWAYS for part in parts)))
    if where.not_ is not None:
        held.append(Not(_all(lower_where(build, where.not_, field, site.at("not"))) or ALWAYS))
    return held


def entity_fields(build: Build, list_id: str) -> Callable[[str], Measure]:
    """Return how the fields of a list's entities are measured."""
    fact = build.ruleset.facts[list_id]
    assert isinstance(fact, ListFact)  # noqa: S101 - what the checks of loading hold

    def field(name: str) -> Measure:
        return measure_of(build, fact.fields[name], build.entity_field(list_id, name))

    return field


def _record_fields(build: Build, fact_id: str, record: RecordFact) -> Callable[[str], Measure]:
    def field(name: str) -> Measure:
        return measure_of(build, field_of(record, name), build.fact(fact_id, name))

    return field


def _all(truths: list[TruthNode]) -> TruthNode | None:
    if not truths:
        return None
    return truths[0] if len(truths) == 1 else AtLeast(len(truths), tuple(truths))


def where_node(build: Build, list_id: str, where: Where | None, site: Site) -> TruthNode:
    """Return what decides whether an entity is a hit."""
    if where is None:
        return ALWAYS
    return _all(lower_where(build, where, entity_fields(build, list_id), site.at("where"))) or ALWAYS
