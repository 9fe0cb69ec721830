"""Repeats: the same condition, code or id twice in one list; the second adds nothing, so another was meant.

The rule: conditions are the same where they ask the same of the same; what they rest on makes no difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from smartvillage._faults.analysis import said_twice

from .spots import all_spots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartvillage.diagnostics import Diagnostic
    from smartvillage.model.ruleset import Ruleset

    from .spots import Placer, Step

#: What may differ without anything else being asked.
_ASIDE = frozenset({"id", "basis", "source", "note", "ask", "lock"})
#: The lists of conditions, codes and criteria inside a condition.
_LISTS = ("all_of", "any_of", "count", "met", "not_met", "one_of")


def repeats(ruleset: Ruleset, place: Placer) -> Iterator[Diagnostic]:
    """Yield a warning for each thing that stands twice in a list."""
    for spot in all_spots(ruleset):
        for key in _LISTS:
            listed = getattr(spot.tests, key, None)
            if isinstance(listed, tuple):
                yield from _in(listed, place, spot.section, spot.id, (*spot.steps, key))
    for criterion in ruleset.criteria:
        if isinstance(criterion.evidence, tuple):
            yield from _in(tuple(map(frozenset, criterion.evidence)), place, "criteria", criterion.id, ("evidence",))
            for at, types in enumerate(criterion.evidence):
                yield from _in(types, place, "criteria", criterion.id, ("evidence", at))
        yield from _in(criterion.responsible, place, "criteria", criterion.id, ("responsible",))
    for name, activity in ruleset.activities.items():
        for key in ("effects", "after", "support", "evidence"):
            yield from _in(getattr(activity, key), place, "activities", name, (key,))


def _in(
    listed: Sequence[object], place: Placer, section: str, name: str, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    first: dict[object, int] = {}
    for at, one in enumerate(listed):
        before = first.setdefault(_meaning(one), at)
        if before != at:
            yield said_twice(place(section, name, *steps, at), place(section, name, *steps, before))


def _meaning(value: Any) -> Any:  # noqa: ANN401 - a value of the vocabulary, or what is compared of it
    if isinstance(value, BaseModel):
        kept = [name for name in type(value).model_fields if name not in _ASIDE]
        return (type(value), *[(name, _meaning(getattr(value, name))) for name in kept])
    if isinstance(value, Mapping):
        return frozenset((key, _meaning(part)) for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(map(_meaning, value))
    return value
