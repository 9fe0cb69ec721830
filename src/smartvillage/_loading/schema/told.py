"""What schemas say of types and keys, in one language; the words are data beside this file.

A key that several types share is told once, under the type that brings it; a type that means something else by it
tells it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import BaseModel

from smartvillage.diagnostics import Lang

from .words import WORDS


@dataclass(frozen=True, slots=True)
class Told:
    """Finds what is said of types and keys, and keeps what nothing is said of."""

    lang: Lang
    untold: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """The names whose words were said."""

    def model(self, model: type[BaseModel]) -> str | None:
        """Return what is said of a type."""
        return self.say(model.__name__.strip("_"))

    def key(self, model: type[BaseModel], key: str) -> str | None:
        """Return what is said of a key of a type."""
        return self.say(*names_of(model, key), key)

    def say(self, *names: str) -> str | None:
        """Return the words that stand under the first of some names."""
        found = next((name for name in names if name in WORDS), None)
        if found is None:
            self.untold.append(names[0])
            return None
        self.asked.add(found)
        return WORDS[found].say(self.lang)


def names_of(model: type[BaseModel], key: str) -> Iterator[str]:
    """Yield the names of a key: under its type, then under the types that this one is made of."""
    kinds = (kind for kind in model.__mro__ if issubclass(kind, BaseModel) and kind is not BaseModel)
    return (f"{kind.__name__.strip('_')}.{key}" for kind in kinds)
