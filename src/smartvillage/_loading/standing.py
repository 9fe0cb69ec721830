"""Standing limits: every limit of an entry with what it is asked of, found again by ids after an edit.

The rule: a limit is the same limit as long as its path of ids is the same and it is asked of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from smartvillage.model.conditions import TEST_WORDS, CountCondition, FactCondition, Testing, Tests, Where
from smartvillage.model.criteria import Substitute
from smartvillage.model.limits import AnyLimit, ByLimit

from .entries import Path

#: What is asked: the fact, or the record or list and the field, that a limit is held against; nothing for all else.
Asked: TypeAlias = "tuple[str, ...]"

#: What says nothing about how much is asked.
SILENT = frozenset({"id", "basis", "source", "note", "lock", "ask"})


@dataclass(frozen=True, slots=True)
class Standing:
    """One limit where it stands."""

    steps: Path
    limit: AnyLimit
    word: str
    """The comparison word it stands behind."""
    head: Any
    """What the word asks about, as plain data."""
    asked: Asked


def limits_in(value: Any, steps: Path = ()) -> Iterator[Standing]:  # noqa: ANN401 - a value of the vocabulary
    """Yield every limit of a value with its path: keys, and ids where what stands in a list has one."""
    if isinstance(value, Testing):
        yield from _tests(value, steps, bare_head(value), asked_of(value))
    if isinstance(value, (FactCondition, CountCondition)) and value.where is not None:
        yield from _where(value.where, (*steps, "where"), asked_of(value))
    for key, inner in _parts(value):
        yield from limits_in(inner, (*steps, key))


def asked_of(condition: Any) -> Asked:  # noqa: ANN401 - a condition
    """Return the fact or list that a condition looks at."""
    match condition:
        case FactCondition(fact=fact) | Substitute(fact=fact):
            return (fact,)
        case CountCondition(count=str() as name):
            return (name, "")
        case _:
            return ()


def bare(value: Any) -> Any:  # noqa: ANN401 - a value of the vocabulary
    """Return a value as plain data without what says nothing about how much is asked."""
    if isinstance(value, BaseModel):
        return bare(value.model_dump(exclude_none=True))
    if isinstance(value, Mapping):
        return {key: bare(part) for key, part in value.items() if key not in SILENT}
    return [bare(part) for part in value] if isinstance(value, (list, tuple)) else value


def bare_head(condition: Testing) -> Any:  # noqa: ANN401 - plain data
    """Return what a condition looks at, without its tests."""
    words = {"is_" if word == "is" else word for word in TEST_WORDS}
    return bare(condition.model_dump(exclude=words, exclude_none=True))


def _tests(tests: Tests, steps: Path, head: Any, asked: Asked) -> Iterator[Standing]:  # noqa: ANN401 - plain data
    for word, limit in tests.given():
        if isinstance(limit, AnyLimit):
            yield from _limit(limit, (*steps, word), word, head, asked)


def _limit(limit: AnyLimit, steps: Path, word: str, head: Any, asked: Asked) -> Iterator[Standing]:  # noqa: ANN401 - plain data
    yield Standing(steps, limit, word, head, asked)
    if isinstance(limit, ByLimit):
        for code, inner in limit.values.items():
            yield from _limit(inner, (*steps, "values", code), word, (head, limit.by), asked)
        if limit.otherwise is not None:
            yield from _limit(limit.otherwise, (*steps, "otherwise"), word, (head, limit.by), asked)


def _where(where: Where, steps: Path, over: Asked) -> Iterator[Standing]:
    for field, tests in where.fields.items():
        yield from _tests(tests, (*steps, field), field, (over[0], field) if over else ())
    for key, parts in (("all_of", where.all_of), ("any_of", where.any_of)):
        for at, part in enumerate(parts):
            yield from _where(part, (*steps, key, at), over)
    if where.not_ is not None:
        yield from _where(where.not_, (*steps, "not"), over)


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:  # noqa: ANN401 - a value of the vocabulary
    """Yield what stands inside a value; the tests and the ``where`` of a condition are walked on their own."""
    if isinstance(value, BaseModel) and not isinstance(value, (AnyLimit, Where)):
        passed = {*TEST_WORDS, "is_", "where"} if isinstance(value, Testing) else set()
        for name, info in type(value).model_fields.items():
            if name not in passed:
                yield info.alias or name, getattr(value, name)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, (list, tuple)):
        for at, item in enumerate(value):
            yield getattr(item, "id", None) or at, item
