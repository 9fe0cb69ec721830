"""What is measured, as nodes alone: a number of so many, the levels of a scale, the codes of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from smartvillage.model.facts import AnyFact

    from .nodes import Exact, TruthNode, Value
    from .quota import Level


class Number(NamedTuple):
    """A number, and the most it could be where it is so many of so many."""

    value: Value
    read: Callable[[object], Level]
    """Reads what it is held against."""
    most: Value | None = None
    total: Callable[[Exact, Exact], Value] | None = None
    """Of points: the sum of one amount for each that is got and another for each that is missed."""
    fact: tuple[str, AnyFact] | None = None
    """The fact whose number it is, where it is that of one."""


class Levels(NamedTuple):
    """A level: for each of its scale, lowest first, whether it is at least that one."""

    scale: str
    ids: tuple[str, ...]
    reach: tuple[TruthNode, ...]
    read: Callable[[object], Level]


class Codes(NamedTuple):
    """A code: for each of its list whether it is that one."""

    list: str | None
    """The list's name, where it has one."""
    ids: tuple[str, ...]
    chosen: tuple[TruthNode, ...]


Gauged: TypeAlias = Number | Levels | Codes
