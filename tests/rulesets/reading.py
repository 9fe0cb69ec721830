"""What the tests of shipped rulesets read off them: their parts, and what each criterion asks, as short lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from smartvillage.model.conditions import Tests
from smartvillage.model.criteria import Criterion
from smartvillage.model.limits import ValueLimit


def parts(value: Any) -> Iterator[BaseModel]:
    """Return a value of the vocabulary and all that stands in it."""
    if isinstance(value, BaseModel):
        yield value
        value = tuple(getattr(value, name) for name in type(value).model_fields)
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from parts(item)


def asked(criterion: Criterion) -> list[str]:
    """Return each comparison of a criterion as its word and literal, as they stand in the file: ``more_than 80 %``."""
    return [line for part in parts(criterion.rule) if isinstance(part, Tests) for line in compared(part)]


def compared(given: Tests) -> list[str]:
    """Return comparisons as their word and literal."""
    return [f"{word} {limit.value}" for word, limit in given.given() if isinstance(limit, ValueLimit)]
