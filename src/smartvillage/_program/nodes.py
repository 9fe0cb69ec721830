"""The narrow waist: nine kinds of node. Every rule becomes these, and every reader of rules reads only these.

A value node stands for an interval of exact numbers, a truth node for one of three truths. Levels, codes and days are
whole numbers. The evaluator, the tables and the prover read the same nodes, so none can mean something else.
Nodes are compared by identity: a node that stands in two places is one thing, computed once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Fraction


class Op(StrEnum):
    """How a value is held against zero."""

    GE = ">="
    GT = ">"
    LE = "<="
    LT = "<"
    EQ = "="


class Kind(StrEnum):
    """What kind of thing is open when a slot is; the kind gives the reason."""

    FACT = "fact"
    LIMIT = "limit"
    METHOD = "method"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True, eq=False)
class Const:
    """A known value, or a known truth (``truth`` true: 0, 1 or 2)."""

    value: Exact
    truth: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A place that a village, a limit or a method fills; open while nobody has.

    ``inner`` slots are fields of the entity a ``Tally`` is looking at, counted within that list.
    """

    index: int
    truth: bool
    inner: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A sum of scaled terms and a constant. INVARIANT: no two terms share a slot."""

    terms: tuple[tuple[Exact, Value], ...]
    constant: Exact = 0


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Over the entities of a list: ``hit`` for each of which ``where`` holds, else ``miss``."""

    list: int
    where: TruthNode
    hit: Exact
    miss: Exact


@dataclass(frozen=True, slots=True, eq=False)
class Pick:
    """The first row whose condition holds, else ``otherwise``. All rows are values, or all are truths."""

    rows: tuple[tuple[TruthNode, Node], ...]
    otherwise: Node


@dataclass(frozen=True, slots=True, eq=False)
class Prefer:
    """The first option whose fact is usable, else the first. ``facts[i]`` is the slot that option i needs."""

    options: tuple[TruthNode, ...]
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Compare:
    """A value held against zero."""

    value: Value
    op: Op
    of_emptiness: bool = False
    """True where no rule names the test: it asks whether anything is there to be counted."""


@dataclass(frozen=True, slots=True, eq=False)
class AtLeast:
    """At least ``k`` of the items hold; all of n is k = n, any is k = 1."""

    k: int
    items: tuple[TruthNode, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Not:
    """The item does not hold."""

    item: TruthNode


Value: TypeAlias = Const | Slot | Linear | Tally | Pick
TruthNode: TypeAlias = Const | Slot | Compare | AtLeast | Not | Pick | Prefer
Node: TypeAlias = Value | TruthNode
