"""Sameness: an entry's own words, the entries it leans on, and which of its keys carry meaning.

The rule: what two entries say is compared on plain data; titles, notes, sources and the like never carry a verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smartvillage.model.ruleset import Ruleset

#: Keys that are for readers: no village fares otherwise by them.
FOR_READERS = frozenset((
    "title", "note", "question", "item", "quote", "source", "basis", "derived_from", "ask", "lock", "context", "link",
))  # fmt: skip
#: The sections whose entries others lean on by name.
_LEANED_ON = ("facts", "limits", "measures", "scales", "codes", "decisions")
#: The sections whose entries selections take, and by which of their keys.
_SORTED = {"groups": ("precondition",), "criteria": ("group", "tags")}


class Texts:
    """A ruleset as plain data, entry by entry."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Write the ruleset out once."""
        self._plain: dict[str, Any] = ruleset.model_dump(mode="json", by_alias=True, exclude_none=True)

    def section(self, name: str) -> dict[str, Any]:
        """Return the entries of a section by their ids, whether it is a mapping or a list."""
        found = self._plain.get(name) or {}
        return found if isinstance(found, dict) else {one["id"]: one for one in found}

    def order(self, name: str) -> list[str]:
        """Return the ids of a section in the order of its file."""
        return list(self.section(name))

    def sections(self) -> Iterator[str]:
        """Return the names of the sections that hold entries."""
        return (name for name, found in self._plain.items() if name not in ("ruleset", "overlays") and found)

    def header(self) -> dict[str, Any]:
        """Return the header."""
        found: dict[str, Any] = self._plain["ruleset"]
        return found

    def sorted_otherwise(self, other: Texts) -> tuple[str, ...]:
        """Return the groups and criteria that both have and that selections, as of all or of a tag, take otherwise."""
        return tuple(
            f"{section}/{name}"
            for section, keys in _SORTED.items()
            for name, old in self.section(section).items()
            if (new := other.section(section).get(name)) is not None
            and any((old.get(key) or None) != (new.get(key) or None) for key in keys)
        )

    def leans_on(self, entry: object) -> dict[str, Any]:
        """Return what an entry leans on, path to entry, as far as it goes; one word may name a fact and a limit."""
        found: dict[str, Any] = {}
        todo = [entry]
        while todo:
            for word in _words(todo.pop()):
                for section in _LEANED_ON:
                    path, known = f"{section}/{word}", self.section(section)
                    if word in known and path not in found:
                        found[path] = known[word]
                        todo.append(found[path])
        return found


def _words(plain: object) -> Iterator[str]:
    """Yield every word of an entry, keys too: a rule names a field or a code as a key."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for key, value in plain.items():
            if key not in FOR_READERS:
                yield key
                yield from _words(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _words(value)


def meaning(plain: Any) -> Any:  # noqa: ANN401 - plain data is any JSON
    """Return an entry without the keys that are for readers."""
    if isinstance(plain, dict):
        return {key: meaning(value) for key, value in plain.items() if key not in FOR_READERS}
    return [meaning(value) for value in plain] if isinstance(plain, list) else plain


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys that read differently, in the order in which they are written."""
    keys = dict.fromkeys((*before, *after))
    return tuple(key for key in keys if before.get(key) != after.get(key))
