"""Telling: what is found of a ruleset on some day, to be told once, at the place of the text that stood then.

The rule: what is so on several days is told of the first of them; the day is named where it is not the set's first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartvillage.diagnostics import Diagnostic, Place

    from .spots import Step

#: Makes the diagnostic of a place, and of the day from which on it is so; the day is empty for the first.
Teller: TypeAlias = "Callable[[Place | None, str], Diagnostic]"


class Finding(NamedTuple):
    """Something to be told of a part of an entry."""

    section: str
    id: str
    steps: tuple[Step, ...]
    what: str
    """What it is, so that it is told once."""
    tell: Teller
    key: bool = True
    """Whether the key at the steps is told, or the value."""
