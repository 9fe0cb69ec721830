"""Sides: by how little a value in an explanation lies short of its limit, on it, or past it.

The unit is what the thing is counted by: one household, one entity, one level, one day, one percentage point.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from smartvillage.exact import read_exact

from .goals import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.model.explanation import Comparison, Explanation, LimitStep, Step

#: One of each kind of thing, where a share is a number of percentage points.
_ONE = {"percent": Fraction(1, 100)}
#: Words that a value short of its limit lies above.
DOWNWARDS = frozenset({"at_most", "less_than", "on_or_before", "before"})


def seen_sides(explanation: Explanation, data: Mapping[str, Any]) -> Iterator[tuple[str, Side]]:
    """Yield each limit that a value in an explanation lies near, and on which side."""
    for root in (explanation.applies_if, explanation.rule, explanation.points, explanation.grade):
        for step in _steps(root) if root is not None else ():
            for test in step.tests:
                if len(test.limits) == 1:
                    yield from _near(step, test, test.limits[0], data)


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for inner in step.steps:
        yield from _steps(inner)


def _near(step: Step, test: Comparison, limit: LimitStep, data: Mapping[str, Any]) -> Iterator[tuple[str, Side]]:
    if limit.exact is None:
        yield from _near_ends(step, limit, data)
        return
    found = _beyond(step, limit, data)
    if found is None and test.distance is not None:
        found = Fraction(read_exact(test.distance.amount)), Fraction(1)
    elif found is not None and test.word in DOWNWARDS:
        found = -found[0], found[1]
    side = None if found is None else _side(*found)
    if side is not None:
        yield limit.path, side


def _beyond(step: Step, limit: LimitStep, data: Mapping[str, Any]) -> tuple[Fraction, Fraction] | None:
    """Return by how much a value lies above its limit, and what one of it is; nothing where no value is known."""
    edge = rank(limit.exact or "", limit.form, data)
    if edge is None:
        return None
    if step.members is not None and not (step.members.open or step.members.unlisted):
        counted = step.members.total - step.members.not_applicable
        return step.members.hold - (edge * counted if limit.form == "percent" else edge), Fraction(1)
    if step.measured is None or step.measured.exact is None:
        return None
    value = rank(step.measured.exact, limit.form, data)
    whole = step.measured.whole or ""
    one = Fraction(1, int(whole)) if whole.isdigit() else Fraction(0)
    return None if value is None else (value - edge, max(one, _ONE.get(limit.form, Fraction(1))))


def _side(amount: Fraction, one: Fraction) -> Side | None:
    """Tell where something lies that is so far from its limit; below zero is lacking. Nothing where it is far."""
    if amount == 0:
        return Side.AT
    if abs(amount) > one:
        return None
    return Side.SHORT if amount < 0 else Side.PAST


def _near_ends(step: Step, limit: LimitStep, data: Mapping[str, Any]) -> Iterator[tuple[str, Side]]:
    """Yield on which side of each end of an unknown limit's bounds a value lies."""
    if step.measured is None or step.measured.exact is None or limit.within is None:
        return
    value = rank(step.measured.exact, limit.form, data)
    for end, written in (("low", limit.within.low), ("high", limit.within.high)):
        edge = None if written is None else rank(written, limit.form, data)
        side = None if value is None or edge is None else _side(value - edge, _ONE.get(limit.form, Fraction(1)))
        if side is not None:
            yield f"{limit.path}/{end}", side


def rank(text: str, form: str, data: Mapping[str, Any]) -> Fraction | None:
    """Return an exact number's value, or a level's place on its scale."""
    if form == "level":
        for scale in data["scales"].values():
            ids = [str(level["id"]) for level in scale]
            if text in ids:
                return Fraction(ids.index(text))
        return None
    if form == "day":
        return Fraction(date.fromisoformat(text).toordinal())
    try:
        return Fraction(read_exact(text))
    except ValueError:
        return None
