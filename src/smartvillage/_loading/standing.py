"""Standing limits: every limit of an entry with what it is asked of, found again by ids after an edit.

The rule: a limit is the same limit as long as its path of ids is the same and it is asked of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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


#: Words behind which more is stricter, and those behind which less is.
UP = ("at_least", "more_than", "on_or_after", "after")
DOWN = ("at_most", "less_than", "on_or_before", "before")
#: Keys under which a condition that holds makes its criterion ask less, and those under which nobody can say.
_TURNING = ("not", "applies_if")
_UNCLEAR = ("when", "of", "choose", "grade", "points", "score")


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
    sign: int
    """1 where a stricter limit makes the criterion stricter, -1 where it makes it looser, 0 where nobody can say."""


def limits_in(value: Any, steps: Path = (), sign: int = 1) -> Iterator[Standing]:  # noqa: ANN401 - a value of the vocabulary
    """Yield every limit of a value with its path: keys, and ids where what stands in a list has one."""
    if isinstance(value, Testing):
        yield from _tests(value, steps, bare_head(value), asked_of(value), sign)
    if isinstance(value, (FactCondition, CountCondition)) and value.where is not None:
        yield from _where(value.where, (*steps, "where"), asked_of(value), sign * _inner(value))
    for key, inner in _parts(value):
        turned = -sign if key in _TURNING else 0 if key in _UNCLEAR else sign
        yield from limits_in(inner, (*steps, key), turned * (_inner(value) if key == "count" else 1))


def _inner(condition: Any) -> int:  # noqa: ANN401 - a condition
    """Tell what a stricter part makes of a condition that counts: at least so many are fewer, at most so many more."""
    if not isinstance(condition, CountCondition):
        return 1
    words = {word for word, _ in condition.given()}
    return 1 if words <= set(UP) else -1 if words <= set(DOWN) else 0


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


def _tests(tests: Tests, steps: Path, head: Any, asked: Asked, sign: int) -> Iterator[Standing]:  # noqa: ANN401 - plain data
    for word, limit in tests.given():
        if isinstance(limit, AnyLimit):
            yield from _limit(Standing((*steps, word), limit, word, head, asked, sign))


def _limit(found: Standing) -> Iterator[Standing]:
    yield found
    limit = found.limit
    if isinstance(limit, ByLimit):
        inner = [((*found.steps, "values", code), one) for code, one in limit.values.items()]
        inner += [] if limit.otherwise is None else [((*found.steps, "otherwise"), limit.otherwise)]
        for steps, one in inner:
            yield from _limit(replace(found, steps=steps, limit=one, head=(found.head, limit.by)))


def _where(where: Where, steps: Path, over: Asked, sign: int) -> Iterator[Standing]:
    for field, tests in where.fields.items():
        yield from _tests(tests, (*steps, field), field, (over[0], field) if over else (), sign)
    for key, parts in (("all_of", where.all_of), ("any_of", where.any_of)):
        for at, part in enumerate(parts):
            yield from _where(part, (*steps, key, at), over, sign)
    if where.not_ is not None:
        yield from _where(where.not_, (*steps, "not"), over, -sign)


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:  # noqa: ANN401 - a value of the vocabulary
    """Yield what stands inside a value; limits and the ``where`` of a condition are walked on their own."""
    if isinstance(value, BaseModel) and not isinstance(value, (AnyLimit, Where)):
        for name, info in type(value).model_fields.items():
            yield info.alias or name, getattr(value, name)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, (list, tuple)):
        for at, item in enumerate(value):
            yield getattr(item, "id", None) or at, item
