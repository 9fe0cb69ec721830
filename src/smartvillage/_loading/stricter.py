"""Stricter: whether what is asked after an edit is certainly no less than what was asked before.

The rule: it is decided by meaning where meaning can be read off (a threshold up behind ``at_least``, down behind
``at_most``; one more condition beside others; one more paper among the evidence), and refused where it cannot: what
cannot be compared is never called stricter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from smartvillage._program.literal import read_times
from smartvillage.model.base import Period
from smartvillage.model.conditions import AllOf, AnyCondition, AnyOf, CountCondition, Not, Testing
from smartvillage.model.criteria import Criterion
from smartvillage.model.limits import (
    AnyLimit,
    ByLimit,
    DatedLimit,
    DatedValue,
    LimitReference,
    NamedLimit,
    TimesLimit,
    UnknownLimit,
    ValueLimit,
    YearlyLimit,
)

from .standing import DOWN, UP, Asked, asked_of, bare, bare_head

#: What of a criterion says how much is asked only by being the same.
_SAME = ("group", "tags", "points", "grade")

#: Reads a written limit of something that is asked as what can be compared; nothing where it cannot be read.
Read = Callable[[Asked, Any], Any]


@dataclass(frozen=True, slots=True)
class Stricter:
    """What is needed to compare: how limits are read, and the named ones."""

    read: Read
    named: Callable[[str], AnyLimit | None]

    def limit(self, old: AnyLimit, new: AnyLimit, word: str, asked: Asked) -> bool:
        """Tell whether a limit asks for no less than another behind the same word."""
        if bare(old) == bare(new):
            return True
        if bare(old.round) != bare(new.round) or word not in (*UP, *DOWN):
            return False
        pairs = list(self._pairs(old, new))
        return bool(pairs) and all(self._value(first, later, word, asked) for first, later in pairs)

    def _pairs(self, old: AnyLimit, new: AnyLimit) -> Iterator[tuple[Any, Any]]:
        """Yield the values that must be compared: those of the same class, else each with each."""
        if isinstance(old, ByLimit) and isinstance(new, ByLimit) and old.by == new.by:
            for code in {*old.values, *new.values}:
                first, later = (one.values.get(code, one.otherwise) for one in (old, new))
                if first is not None and later is not None:
                    yield from self._pairs(first, later)
                else:
                    yield None, None
            if old.otherwise is not None or new.otherwise is not None:
                yield from [(None, None)] if old.otherwise is None or new.otherwise is None else self._pairs(
                    old.otherwise, new.otherwise
                )  # fmt: skip
        elif isinstance(old, DatedLimit) and isinstance(new, DatedLimit):
            same = [(one.from_, one.until) for one in old.dated] == [(one.from_, one.until) for one in new.dated]
            yield from zip(old.dated, new.dated, strict=True) if same else [(None, None)]
        else:
            yield from ((first, later) for first in self._all(old) for later in self._all(new))

    def _all(self, limit: AnyLimit) -> list[Any]:
        """Return everything a limit can come to, whatever the class or the day."""
        match limit:
            case ByLimit():
                inner = [*limit.values.values(), *([limit.otherwise] if limit.otherwise is not None else [])]
                return [part for one in inner for part in self._all(one)]
            case DatedLimit():
                return [*limit.dated]
            case NamedLimit():
                found = self.named(limit.limit)
                return [None] if found is None or isinstance(found, NamedLimit) else self._all(found)
            case _:
                return [limit]

    def _value(self, old: Any, new: Any, word: str, asked: Asked) -> bool:  # noqa: ANN401 - limits, or one period of one
        """Tell whether one value asks for no less than another; of an unknown one its farther bound counts."""
        if isinstance(old, UnknownLimit):
            bound = old.unknown.at_most if word in UP else old.unknown.at_least
            before = None if bound is None else self.read(asked, bound)
        else:
            before = self._read(asked, old)
        after = self._read(asked, new)
        if before is None or after is None or before[:-1] != after[:-1]:
            return False
        return bool(after[-1] >= before[-1] if word in UP else after[-1] <= before[-1])

    def _read(self, asked: Asked, part: Any) -> Any:  # noqa: ANN401 - a limit, or one period of one
        match part:
            case ValueLimit() | DatedValue():
                return self.read(asked, part.value)
            case TimesLimit():
                return _times(part)
            case YearlyLimit():
                return "yearly", part.in_year(_ANY_YEAR)
            case _:
                return None

    def condition(self, old: AnyCondition | None, new: AnyCondition | None) -> bool:  # noqa: PLR0911 - one way out a shape
        """Tell whether what meets the new condition certainly meets the old one."""
        if old is None or new is None or bare(old) == bare(new):
            return old is None or new is not None
        if isinstance(old, AllOf):
            return all(self.condition(part, new) for part in old.all_of)
        if isinstance(new, AnyOf):
            return all(self.condition(old, part) for part in new.any_of)
        if isinstance(new, AllOf):
            return any(self.condition(old, part) for part in new.all_of)
        if isinstance(old, AnyOf):
            return any(self.condition(part, new) for part in old.any_of)
        if isinstance(old, Not) and isinstance(new, Not):
            return self.condition(new.not_, old.not_)
        return isinstance(old, Testing) and isinstance(new, Testing) and self._tests(old, new)

    def _tests(self, old: Testing, new: Testing) -> bool:
        """Tell whether each test of one condition is asked by the other too, of the same thing."""
        if bare_head(old) != bare_head(new):
            return False
        wanted, asked = dict(new.given()), asked_of(old)
        for word, limit in old.given():
            later = wanted.get(word)
            if later is None:
                return False
            same = isinstance(limit, AnyLimit) and isinstance(later, AnyLimit)
            if not (self.limit(limit, later, word, asked) if same else _fewer(limit, later)):  # type: ignore[arg-type]
                return False
        return _empty(old) == _empty(new)

    def criterion(self, old: Criterion, new: Criterion) -> bool:
        """Tell whether a criterion asks for no less: its rule, whom it applies to, when, and on what evidence."""
        return (
            all(bare(getattr(old, key)) == bare(getattr(new, key)) for key in _SAME)
            and (self.condition(old.rule, new.rule) if new.rule is not None else old.rule is None)
            and (
                new.applies_if is None
                or (old.applies_if is not None and self.condition(new.applies_if, old.applies_if))
            )
            and all(any(bare(one) == bare(other) for other in old.instead) for one in new.instead)
            and _covers(new.valid, old.valid)
            and _as_much(old.evidence, new.evidence)
        )


#: Days of every year are compared in one year; a leap year has them all.
_ANY_YEAR = 2024


def _times(limit: TimesLimit) -> Any:  # noqa: ANN401 - what can be compared
    """Return how many times another limit one is: more is stricter than less of the very same one.

    A fact of the village may lie below zero, so nothing is said of its parts.
    """
    if not isinstance(limit.of, LimitReference):
        return None
    try:
        return "times", bare(limit.of), read_times(limit.times, "vi" if "%" in str(limit.times) else "en")
    except ValueError:
        return None


def _fewer(old: Any, new: Any) -> bool:  # noqa: ANN401 - what ``one_of`` names
    """Tell whether no new choice is among those that do."""
    before = [bare(one) for one in old]
    return all(bare(one) in before for one in new)


def _empty(condition: Testing) -> str | None:
    return condition.when_empty if isinstance(condition, CountCondition) else None


def _covers(new: Period | None, old: Period | None) -> bool:
    """Tell whether a period holds every day of another."""
    if new is None:
        return True
    first = date.min if old is None else old.start or date.min
    end = date.max if old is None else old.end or date.max
    return (new.start or date.min) <= first and (new.end or date.max) >= end


def _as_much(old: Any, new: Any) -> bool:  # noqa: ANN401 - lists of evidence types, ``none`` or nothing
    """Tell whether evidence that satisfies the new lists would have satisfied the old ones."""
    if new is None or old == "none":
        return True  # without any list nothing ever proves it; where nothing was asked, anything is more
    if old is None or new == "none":
        return False
    return all(any(set(wanted) <= set(one) for wanted in old) for one in new)
