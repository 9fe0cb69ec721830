"""Grounded: what an edit sets, with the ground that the edit gives it, by the kind of thing it is.

INVARIANT (no false citation): what an edit sets never rests on what stood around it before. A whole condition, limit or
range carries the edit's ground itself; where a bare number is set inside one, all of it rests on the edit from then on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smartvillage.model.activities import Range
from smartvillage.model.basis import Based
from smartvillage.model.conditions import TEST_WORDS, AnyCondition, Tests, Where
from smartvillage.model.limits import AnyLimit, DatedValue
from smartvillage.model.measures import Grade, Points

from .entries import Path
from .footing import Ground
from .ground import Claims, based, condition, limit, where
from .kinds import inside, is_a, kinds_at

#: What holds numbers of its own and says where they come from.
HOLDERS = (AnyLimit, Range, DatedValue, Points, Grade)
#: Keys of a holder that are no number.
WORDS = ("basis", "source", "note", "ask", "lock", "id", "title", "scale")


def set_at(section: str, steps: Path, value: Any, ground: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    """Return what an edit sets at a path, with its ground."""
    if steps and is_a(kinds_at(section, steps[:-1]), Where) and steps[-1] not in ("all_of", "any_of", "not"):
        return where({"": value}, ground, claims)[""]
    return grounded(value, kinds_at(section, steps), ground, claims)


def grounded(value: Any, kinds: tuple[Any, ...], ground: Ground, claims: Claims) -> Any:  # noqa: ANN401, PLR0911 - plain data; a way out a kind
    """Return a value with its ground, by the kinds of what may stand there; the base's comes down no more."""
    mapping = isinstance(value, Mapping)
    if mapping and is_a(kinds, AnyCondition):
        return condition(value, ground, claims)
    if is_a(kinds, AnyLimit) and not isinstance(value, (list, tuple)):
        return limit(value, ground, claims)
    if mapping and is_a(kinds, Where):
        return where(value, ground, claims)
    if is_a(kinds, Tests):
        return _tests(value, kinds, ground, claims)
    if is_a(kinds, Range):
        return based(value if mapping else {"low": value, "high": value}, ground, claims)
    if is_a(kinds, Points):
        return based(value if mapping else {"max": value}, ground, claims)
    if mapping and is_a(kinds, Based):
        return based(value, ground, claims, needed=False)
    if mapping:
        return {key: grounded(part, inside(kinds, key), ground, claims) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [grounded(part, inside(kinds, at), ground, claims) for at, part in enumerate(value)]
    return value


def _tests(value: Any, kinds: tuple[Any, ...], ground: Ground, claims: Claims) -> Any:  # noqa: ANN401 - plain data
    """Return the edge of a level: tests, or the limit from which up it is."""
    if isinstance(value, Mapping) and not value.keys().isdisjoint(TEST_WORDS):
        return {word: grounded(test, inside(kinds, word), ground, claims) for word, test in value.items()}
    return limit(value, ground, claims)


def holder_of(section: str, steps: Path) -> Path | None:
    """Return where the limit, range or points stand in which a bare number was set; nothing where there are none."""
    if not steps or steps[-1] in WORDS or _grounds_itself(kinds_at(section, steps)):
        return None
    for length in range(len(steps) - 1, -1, -1):
        kinds = kinds_at(section, steps[:length])
        if is_a(kinds, *HOLDERS):
            return steps[:length]
        if is_a(kinds, Based, Where):
            return None
    return None


def _grounds_itself(kinds: tuple[Any, ...]) -> bool:
    return is_a(kinds, Based, Where, Tests)
