"""The limits of a rule one by one, each with where it comes from: the numbers, and what others hold to be numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.conditions import AllOf, AnyOf, CountCondition, FactCondition, Not, Tests, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.conditions import Condition
    from smartvillage.model.limits import Limit


def limits(condition: Condition) -> Iterator[tuple[str, str | None, Limit]]:
    """Walk the limits of a condition: the comparison word, the fact it is held against, the limit."""
    if isinstance(condition, Tests):
        fact = condition.fact if isinstance(condition, FactCondition) else None
        yield from _tests(condition, fact)
    where = getattr(condition, "where", None)
    if isinstance(where, Where):
        yield from _where(where)
    for inner in inside(condition):
        yield from limits(inner)


def inside(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions that a condition is made of, one level down."""
    if isinstance(condition, AllOf):
        return condition.all_of
    if isinstance(condition, AnyOf):
        return condition.any_of
    if isinstance(condition, Not):
        return (condition.not_,)
    return condition.count if isinstance(condition, CountCondition) and isinstance(condition.count, tuple) else ()


def _where(where: Where) -> Iterator[tuple[str, str | None, Limit]]:
    for tests in where.fields.values():
        yield from _tests(tests, None)
    for inner in (*where.all_of, *where.any_of, *((where.not_,) if where.not_ else ())):
        yield from _where(inner)


def _tests(tests: Tests, fact: str | None) -> Iterator[tuple[str, str | None, Limit]]:
    for word, given in tests.given():
        for limit in given if isinstance(given, tuple) else (given,):
            yield word, fact, limit
