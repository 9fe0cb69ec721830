"""Which facts a criterion or a decision may read, as its data says it.

The rule: rather one too many than one too few; a case is called empty only where nothing at all reads what it says.
Whatever the language may learn, a rule reads a fact only where the fact's id stands in it, or in what it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.ruleset import Ruleset

#: Where what a rule names by id stands.
_NAMED = ("limits", "measures", "decisions")
#: Heads under which criteria are named, or all of them.
_OVER_CRITERIA = ("met", "not_met", "points", "grade")


class Reads:
    """What reads what in a ruleset."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Take a ruleset, as plain data."""
        data = ruleset.model_dump(by_alias=True)
        self._facts: dict[str, Any] = data["facts"]
        self.criteria: dict[str, Any] = {criterion["id"]: criterion for criterion in data["criteria"]}
        self.decisions: dict[str, Any] = data["decisions"]
        self._named = {name: data.get(name) or {} for name in _NAMED}
        self.facts = self._facts.keys()
        self._kept: dict[str, frozenset[str]] = {}

    def facts_of(self, name: str) -> frozenset[str]:
        """Return the facts that a criterion or a decision may read."""
        if name not in self._kept:
            self._kept[name] = frozenset(self._follow(name))
        return self._kept[name]

    def _follow(self, name: str) -> set[str]:
        """Go through all that stands in a rule and in what it names."""
        found: set[str] = set()
        seen: set[str] = set()  # a measure may bear the name of the decision that takes it
        todo: list[Any] = [self.criteria.get(name), self.decisions.get(name)]
        while todo:
            part = todo.pop()
            if _looks_at_criteria(part):
                todo.extend(self.criteria[one] for one in self.criteria.keys() - seen)
                seen |= self.criteria.keys()
            for text in _texts(part):
                if text in self._facts and text not in found:
                    found.add(text)
                    todo.append(self._facts[text])
                if text not in seen:
                    seen.add(text)
                    todo.extend(section[text] for section in self._named.values() if text in section)
        return found


def _looks_at_criteria(value: Any) -> bool:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return any(_selects(value.get(head)) for head in _OVER_CRITERIA) or any(map(_looks_at_criteria, value.values()))
    return isinstance(value, (list, tuple)) and any(map(_looks_at_criteria, value))


def _selects(value: Any) -> bool:  # noqa: ANN401 - plain data
    """Tell whether criteria are selected: all, those of a group or a tag, or some by id."""
    return (
        value == "all"
        or isinstance(value, (list, tuple))
        or (isinstance(value, dict) and not {"group", "tag"}.isdisjoint(value))
    )


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    """Yield every text in a value, keys left out: a key that names a fact stands in no rule but a ``where``."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
