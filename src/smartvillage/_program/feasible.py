"""Feasibility: whether linear constraints over exact numbers can all hold, shown by numbers for which they do.

Fourier–Motzkin: a variable goes by adding every constraint that bounds it from below to every one that bounds it from
above; what is left when none remains is plain arithmetic. Whole variables are tightened on the way and, where the
numbers found for them are broken ones, split on both sides.
INVARIANT (exact): an answer is either numbers that satisfy every constraint, or a proof by elimination that none do.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .nodes import Exact


class SearchStoppedError(Exception):
    """The search took all the steps it was given; nothing is known then."""


class Steps:
    """How many steps a search has taken, and how many it may."""

    def __init__(self, limit: int) -> None:
        """Begin with none taken."""
        self.limit = limit
        self.taken = 0

    def take(self, count: int = 1) -> None:
        """Count steps; stop the search where there are no more."""
        self.taken += count
        if self.taken > self.limit:
            raise SearchStoppedError


@dataclass(frozen=True, slots=True)
class Constraint:
    """A sum of scaled variables and a constant that is at least zero, or above it where ``strict``."""

    terms: Mapping[int, Exact]
    constant: Exact
    strict: bool = False


Sample = dict[int, Fraction]


def feasible(constraints: Iterable[Constraint], whole: frozenset[int], steps: Steps) -> Sample | None:
    """Return numbers that satisfy every constraint, whole where they must be; nothing if there are none."""
    todo = [[_tighten(constraint, whole) for constraint in constraints]]
    while todo:
        rows = todo.pop()
        sample = _rational(rows, whole, steps)
        if sample is None:
            continue
        broken = next((name for name, value in sample.items() if name in whole and value.denominator != 1), None)
        if broken is None:
            return sample
        todo.append([*rows, Constraint({broken: 1}, -ceil(sample[broken]))])
        todo.append([*rows, Constraint({broken: -1}, floor(sample[broken]))])
    return None


def _rational(rows: Sequence[Constraint], whole: frozenset[int], steps: Steps) -> Sample | None:
    """Eliminate every variable, then give each a value from the last eliminated to the first."""
    eliminated: list[tuple[int, list[Constraint]]] = []
    left = list(rows)
    while True:
        steps.take()
        if any(not row.terms and (row.constant < 0 or (row.strict and row.constant == 0)) for row in left):
            return None
        left = [row for row in left if row.terms]
        if not left:
            break
        name = _cheapest(left)
        mine = [row for row in left if name in row.terms]
        eliminated.append((name, mine))
        left = [row for row in left if name not in row.terms] + _combined(name, mine, whole, steps)
    sample: Sample = {}
    for name, mine in reversed(eliminated):
        sample[name] = _choose(name, mine, sample, name in whole)
    return sample


def _cheapest(rows: Sequence[Constraint]) -> int:
    """Name the variable whose elimination adds the fewest rows; the lowest number where several do."""
    below: dict[int, int] = {}
    above: dict[int, int] = {}
    for row in rows:
        for name, scale in row.terms.items():
            side = below if scale > 0 else above
            side[name] = side.get(name, 0) + 1
    return min(sorted({*below, *above}), key=lambda name: below.get(name, 0) * above.get(name, 0))


def _combined(name: int, rows: Sequence[Constraint], whole: frozenset[int], steps: Steps) -> list[Constraint]:
    """Add each row that bounds the variable from below to each that bounds it from above, so that it goes."""
    below = [row for row in rows if row.terms[name] > 0]
    above = [row for row in rows if row.terms[name] < 0]
    steps.take(len(below) * len(above))
    return _fewest(_tighten(_sum(name, low, high), whole) for low in below for high in above)


def _sum(name: int, low: Constraint, high: Constraint) -> Constraint:
    up, down = -high.terms[name], low.terms[name]
    terms = {key: scale * up for key, scale in low.terms.items() if key != name}
    for key, scale in high.terms.items():
        if key != name:
            terms[key] = terms.get(key, 0) + scale * down
    kept = {key: scale for key, scale in terms.items() if scale}
    return Constraint(kept, low.constant * up + high.constant * down, low.strict or high.strict)


def _fewest(rows: Iterable[Constraint]) -> list[Constraint]:
    """Keep the tightest of the rows that differ in nothing but their constant."""
    tightest: dict[tuple[tuple[int, Exact], ...], Constraint] = {}
    for row in rows:
        key = tuple(sorted(row.terms.items()))
        known = tightest.get(key)
        if known is None or (row.constant, not row.strict) < (known.constant, not known.strict):
            tightest[key] = row
    return list(tightest.values())


def _tighten(row: Constraint, whole: frozenset[int]) -> Constraint:
    """Scale to whole coefficients without common divisor; over whole variables round the constant inwards."""
    if not row.terms:
        return row
    common = lcm(*(Fraction(scale).denominator for scale in row.terms.values()))
    shared = gcd(*(int(scale * common) for scale in row.terms.values()))
    factor = Fraction(common, shared)
    terms: dict[int, Exact] = {name: int(scale * factor) for name, scale in row.terms.items()}
    constant = row.constant * factor
    if not whole.issuperset(terms):
        return Constraint(terms, constant, row.strict)
    return Constraint(terms, ceil(constant) - 1 if row.strict else floor(constant))


def _choose(name: int, rows: Sequence[Constraint], sample: Sample, whole: bool) -> Fraction:  # noqa: FBT001
    """Take a value between the bounds that the values already taken leave: a whole one where there is one."""
    low: tuple[Fraction, bool] | None = None
    high: tuple[Fraction, bool] | None = None
    for row in rows:
        rest = sum(
            (scale * sample.setdefault(key, Fraction(0)) for key, scale in row.terms.items() if key != name),
            Fraction(0),
        )
        edge = -(rest + row.constant) / row.terms[name]
        if row.terms[name] > 0:
            low = max(low, (edge, row.strict)) if low else (edge, row.strict)
        else:
            high = min(high, (edge, not row.strict)) if high else (edge, not row.strict)
    return _between(low, high and (high[0], not high[1]), whole=whole)


def _between(low: tuple[Fraction, bool] | None, high: tuple[Fraction, bool] | None, *, whole: bool) -> Fraction:
    """Return zero, a whole number or the middle, the first of them that lies between two ends (value, open)."""
    if _inside(Fraction(0), low, high):
        return Fraction(0)
    if low is None or high is None:
        end, step = (low, 1) if low else (high, -1)
        if end is None:
            return Fraction(0)
        near = Fraction(ceil(end[0]) if step > 0 else floor(end[0]))
        return near if _inside(near, low, high) else near + step
    for candidate in (Fraction(floor(low[0]) + 1), Fraction(ceil(low[0]))):
        if whole and _inside(candidate, low, high):
            return candidate
    return low[0] if not low[1] and _inside(low[0], low, high) else (low[0] + high[0]) / 2


def _inside(value: Fraction, low: tuple[Fraction, bool] | None, high: tuple[Fraction, bool] | None) -> bool:
    above = low is None or value > low[0] or (value == low[0] and not low[1])
    return above and (high is None or value < high[0] or (value == high[0] and not high[1]))
