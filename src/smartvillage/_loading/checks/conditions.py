"""Conditions: what each head names is there, and what is asked of it can be asked. One function a head."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from smartvillage._faults import references, relative, scores, shape
from smartvillage._program.literal import SpanFact
from smartvillage.diagnostics import Diagnostic
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
    Not,
    NotMetCondition,
    PointsCondition,
    Selector,
    Testing,
    Tests,
    Where,
)
from smartvillage.model.facts import AnyFact, DateFact, ListFact, RecordFact
from smartvillage.model.limits import ValueLimit

from .gauged import gauged, of_points
from .limits import check_limit
from .measured import Measured, fields_of, of_count, of_fact
from .quotas import check_quota, criteria_of
from .selections import check_grades_given, check_points_given, check_selection

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step

    from .context import Loaded


def check_condition(
    loaded: Loaded, entry: Entry, condition: AnyCondition, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a condition and all it holds."""
    yield from HEADS[type(condition)](loaded, entry, condition, steps)


def _fact(loaded: Loaded, entry: Entry, condition: FactCondition, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from check_fact_tests(loaded, entry, condition.fact, condition, steps)
    fact = loaded.fact(condition.fact)
    if condition.where is None:
        return
    if fact is not None and not isinstance(fact, RecordFact):
        yield references.where_not_allowed(entry.place(*steps, "where", key=True), condition.fact)
    elif fact is not None:
        yield from check_where(loaded, entry, condition.where, (condition.fact, fact), (*steps, "where"))


def check_fact_tests(
    loaded: Loaded, entry: Entry, name: str, tests: Tests, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tests put to a fact."""
    yield from loaded.refer("fact", name, entry, *steps, "fact")
    fact = loaded.fact(name)
    if isinstance(fact, ListFact):
        yield references.wrong_test(entry.place(*steps, "fact"), "fact", name, ["count"])
        return
    yield from check_tests(loaded, entry, tests, of_fact(name, fact, loaded.tables) if fact else None, steps)


def check_tests(
    loaded: Loaded, entry: Entry, tests: Tests, measured: Measured | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tests put to something measured."""
    given = tests.given()
    if not given and measured is not None and measured.needs_test:
        yield references.missing_test(entry.place(*steps, key=True), measured.name, measured.words)
    for word, limit in given:
        if measured is not None and word not in measured.words:
            yield references.wrong_test(entry.place(*steps, word, key=True), word, measured.name, measured.words)
        elif isinstance(limit, tuple):
            for position, one in enumerate(limit):
                yield from check_limit(loaded, entry, one, measured, (*steps, word, position))
        else:
            yield from check_limit(loaded, entry, limit, measured, (*steps, word))


def check_where(
    loaded: Loaded, entry: Entry, where: Where, over: tuple[str, AnyFact], steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a ``where`` over the entities of a list or a record."""
    name, fact = over
    fields = fields_of(fact)
    for field, tests in where.fields.items():
        loaded.use("fields", f"{name}/{field}")
        if field not in fields:
            yield references.unknown_id(entry.place(*steps, field, key=True), "field", field, fields)
            continue
        measured = of_fact(f"{name}/{field}", fields[field], loaded.tables)
        yield from check_tests(loaded, entry, tests, measured, (*steps, field))
    for head, parts in (("all_of", where.all_of), ("any_of", where.any_of)):
        for position, part in enumerate(parts):
            yield from check_where(loaded, entry, part, over, (*steps, head, position))
    if where.not_ is not None:
        yield from check_where(loaded, entry, where.not_, over, (*steps, "not"))


def _count(loaded: Loaded, entry: Entry, condition: CountCondition, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    over = condition.count
    name = over if isinstance(over, str) else "count"
    yield from check_tests(loaded, entry, condition, of_count(name, loaded.tables), steps)
    if condition.when_empty is not None and (not isinstance(over, str) or not _asks_share(condition)):
        yield references.when_empty_not_needed(entry.place(*steps, "when_empty", key=True))
    if not isinstance(over, str):
        if condition.where is not None:
            yield references.where_not_allowed(entry.place(*steps, "where", key=True), name)
        yield from check_quota(loaded, entry, condition, len(over), steps)
        yield from _parts(loaded, entry, over, (*steps, "count"))
        return
    yield from loaded.refer("fact", over, entry, *steps, "count")
    fact = loaded.fact(over)
    if fact is not None and not isinstance(fact, ListFact):
        yield references.wrong_kind(entry.place(*steps, "count"), over, loaded.type_of(over), ["list"])
    elif fact is not None and condition.where is not None:
        yield from check_where(loaded, entry, condition.where, (over, fact), (*steps, "where"))


def _asks_share(condition: Testing) -> bool:
    """Tell whether a count may be held against a share; only a plain number surely is none."""
    limits = [limit for _, limit in condition.given()]
    return not all(isinstance(limit, ValueLimit) and _is_plain(limit.value) for limit in limits)


def _is_plain(written: Any) -> bool:  # noqa: ANN401 - a scalar as written
    return written != "all" and "%" not in str(written)


def _met(loaded: Loaded, entry: Entry, condition: MetCondition, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from _criteria(loaded, entry, condition, condition.met, (*steps, "met"))


def _not_met(loaded: Loaded, entry: Entry, condition: NotMetCondition, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from _criteria(loaded, entry, condition, condition.not_met, (*steps, "not_met"))


def _criteria(
    loaded: Loaded, entry: Entry, condition: Testing, chosen: Selector, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    yield from check_tests(loaded, entry, condition, of_count(str(steps[-1]), loaded.tables), steps[:-1])
    yield from check_quota(loaded, entry, condition, criteria_of(loaded, chosen), steps[:-1])
    yield from check_selection(loaded, entry, chosen, steps)


def _points(loaded: Loaded, entry: Entry, condition: PointsCondition, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from check_tests(loaded, entry, condition, of_points(loaded), steps)
    yield from check_points_given(loaded, entry, condition.points, (*steps, "points"))


def _grade(loaded: Loaded, entry: Entry, condition: GradeCondition, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    found = gauged(loaded, condition)
    yield from check_tests(loaded, entry, condition, None if found is None else found.measured, steps)
    yield from check_grades_given(loaded, entry, condition.grade, (*steps, "grade"))


def _measure(
    loaded: Loaded, entry: Entry, condition: MeasureCondition, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    yield from loaded.refer("measure", condition.measure, entry, *steps, "measure")
    found = gauged(loaded, condition)
    yield from check_tests(loaded, entry, condition, None if found is None else found.measured, steps)


def _days(loaded: Loaded, entry: Entry, condition: DaysCondition, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    for key, name in (("from", condition.days.from_), ("to", condition.days.to)):
        yield from loaded.refer("fact", name, entry, *steps, "days", key)
        fact = loaded.fact(name)
        if fact is not None and not isinstance(fact, DateFact):
            yield references.wrong_kind(entry.place(*steps, "days", key), name, loaded.type_of(name), ["date"])
    if condition.days.from_ == condition.days.to:
        yield relative.to_itself(entry.place(*steps, "days", "to"), condition.days.to)
    yield from check_tests(loaded, entry, condition, of_fact("days", SpanFact(), loaded.tables), steps)


def _decision(
    loaded: Loaded, entry: Entry, condition: DecisionCondition, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    yield from loaded.refer("decision", condition.decision, entry, *steps, "decision")
    yield from check_is_met(loaded, entry, condition.decision, (*steps, "decision"))


def check_is_met(loaded: Loaded, entry: Entry, name: str, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield a fault where a decision that must be met is a level or a score, which nothing meets."""
    other = loaded.values["decisions"].get(name)
    if other is not None and other.if_ is None and (other.level or other.score):
        yield scores.not_measured(entry.place(*steps), "level" if other.level else "number", ["truth"])


def _all_of(loaded: Loaded, entry: Entry, condition: AllOf, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from _parts(loaded, entry, condition.all_of, (*steps, "all_of"))


def _any_of(loaded: Loaded, entry: Entry, condition: AnyOf, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from _parts(loaded, entry, condition.any_of, (*steps, "any_of"))


def _not(loaded: Loaded, entry: Entry, condition: Not, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    yield from check_condition(loaded, entry, condition.not_, (*steps, "not"))


def _no_method(loaded: Loaded, entry: Entry, condition: NoMethod, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    if condition.ask is not None:
        yield from loaded.refer("role", condition.ask, entry, *steps, "ask")


def _parts(
    loaded: Loaded, entry: Entry, parts: tuple[AnyCondition, ...], steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for position, part in enumerate(parts):
        if part.id is not None and seen.setdefault(part.id, position) != position:
            yield shape.defined_twice(
                entry.place(*steps, position, "id"), part.id, entry.place(*steps, seen[part.id], "id")
            )
        yield from check_condition(loaded, entry, part, (*steps, position))


#: One function a head; the next head is one line here and one function above.
HEADS: dict[type[AnyCondition], Callable[..., Iterator[Diagnostic]]] = {
    FactCondition: _fact,
    CountCondition: _count,
    MetCondition: _met,
    NotMetCondition: _not_met,
    PointsCondition: _points,
    GradeCondition: _grade,
    MeasureCondition: _measure,
    DaysCondition: _days,
    DecisionCondition: _decision,
    AllOf: _all_of,
    AnyOf: _any_of,
    Not: _not,
    NoMethod: _no_method,
}
