"""A village bound to a program: every slot's value, why it is what it is, and what weakens it.

INVARIANT (bound): every value was read by its fact's type, every substitute was chosen and every count folded before
anything is walked; nothing here changes afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from smartvillage.model.findings import BLOCKING, Caveat, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from smartvillage.model.village import Village
    from smartvillage.numbers import Number

    from .interval import Known
    from .nodes import Exact
    from .program import Program

#: Each caveat as one bit, in the order in which caveats are shown.
CAVEAT_BITS: dict[Caveat, int] = {caveat: 1 << place for place, caveat in enumerate(Caveat)}
#: A record that is so and does not show what it needs: no caveat, but nothing is proven with it.
LACKS = 1 << len(CAVEAT_BITS)
#: What makes a fact prove nothing.
BLOCKS = sum(CAVEAT_BITS[caveat] for caveat in BLOCKING)

#: Each reason as one bit, in the order in which reasons are shown.
REASON_BITS: dict[Reason, int] = {reason: 1 << place for place, reason in enumerate(Reason)}


@dataclass(slots=True, eq=False)
class Reading:
    """What a village says of one fact, field or entity, read by its type."""

    value: Exact | None = None
    """Nothing where it is missing or unusable; a truth is 0 or 2."""
    why: Reason | None = None
    """Why it is missing, or false for another reason than that it is so."""
    mask: int = 0
    """What weakens it, as bits."""
    number: Number | None = None
    """How a number was typed."""
    scope: str | None = None
    day: date | None = None
    """The day of which it speaks."""
    fields: Mapping[str, Reading] = field(default_factory=dict)
    """A record's fields and own keys."""
    planned: Any = None
    """What is planned, as written; shown and never used in an outcome."""
    line: Any = None
    """The line as the village has it, for explanations."""
    counts: tuple[int, int] | None = None
    """Part and whole, where a share was read from counts."""


@dataclass(slots=True, eq=False)
class Entities:
    """A list's entities, as far as rules read them."""

    ids: list[str] = field(default_factory=list)
    rows: list[list[Known]] = field(default_factory=list)
    """By entity: the values of the fields that rules read, by inner slot."""
    masks: list[int] = field(default_factory=list)
    """By entity: what weakens it as a whole."""
    weak: dict[tuple[int, int], int] = field(default_factory=dict)
    """By entity and inner slot: what weakens a field."""
    whys: dict[tuple[int, int], Reason] = field(default_factory=dict)
    """By entity and inner slot: why a field is open or false, where it is not the usual reason."""
    complete: bool = False
    """Whether these are all; a list nobody wrote down is not complete."""
    every: bool = False
    """Whether the one row speaks of every entity, at least one; ``number`` says of how many."""
    number: int | None = None
    mask: int = 0
    """What weakens the list as a whole."""
    given: bool = False
    """Whether the village says anything of it."""


@dataclass(slots=True, eq=False)
class Bound:
    """A village's values for a program's slots, tallies and choices."""

    program: Program
    village: Village
    values: list[Any]
    """By the places of ``OuterLayout``: slots, folded tallies, chosen options."""
    whys: list[Reason]
    """By slot: why a finding is open, or false, on account of it."""
    masks: list[int]
    """By slot: what weakens it, as bits."""
    entities: tuple[Entities, ...]
    """By list."""
    readings: Mapping[str, Reading]
    """By fact: what is used of what the village says; nothing for a fact it does not mention."""
    guarded: list[Any]
    """The values with everything opened that a blocking caveat weakens; the very ``values`` where nothing is."""
    papers: Mapping[str, tuple[str, ...]]
    """By criterion or fact: the types of the valid evidence that supports it."""
