"""The boundary of one open thing: the weakest values of it that make a truth hold, everything else as it is.

Where a truth is a step function of a number it changes only at edges, where some comparison changes; asking it once at
every edge and once between every two tells all of it.
INVARIANT (asked): edges only say where to ask; what a value makes of the truth is always asked of the truth itself.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, TypeAlias

from smartvillage.exact import simplify
from smartvillage.truth import TRUE

from .interval import EVERYTHING, Interval
from .reduction import Reduction, TooDeepError
from .residue import Atom, Case, Choice, Decided, Denial, Fork, Quorum, Sum, hull_of, truth_of
from .unseen_share import weakest_share

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .bound import Bound
    from .nodes import Exact, TruthNode
    from .program import Program
    from .residue import Formula, Variable

#: Some end, and whether the end itself is outside.
End: TypeAlias = "tuple[Exact | None, bool]"


def weakest(program: Program, bound: Bound, node: TruthNode, path: str) -> Interval | bool | None:
    """Return the weakest values of one open thing that make a node true; nothing if none do, or it is no single thing.

    Args:
        program: The program the node belongs to.
        bound: The village; everything but the one thing is taken as it stands there, open things at their worst.
        node: The truth to make true.
        path: The open thing: ``facts/residents``, ``criteria/1.1/rule/at_least``, ``criteria/3.3/rule``.

    Returns:
        The numbers for a limit or a fact that is a number; ``True`` (or ``False``) for a truth, a method included.
    """
    reduction = Reduction(bound)
    try:
        formula = reduction.root(node)
    except TooDeepError:
        return None
    numbers = [number for number, variable in reduction.variables.items() if variable.path == path]
    if len(numbers) != 1:
        return None
    if isinstance(formula, Decided):
        domain = _anything(program, reduction.variables[numbers[0]])
        return domain if formula.truth == TRUE else None
    if reduction.variables[numbers[0]].domain is not None:
        return weakest_values(formula, reduction.variables, numbers[0])
    truth = weakest_truth(formula, reduction.variables, numbers[0])
    if truth is not True or path not in program.limits:
        return truth
    slot = next(place for place, info in enumerate(program.slots) if info.path == path)
    return weakest_share(node, slot, program.limits[path], reduction)


def _anything(program: Program, variable: Variable) -> Interval | bool:
    """Return everything an open thing can be."""
    limit = program.limits.get(variable.path)
    return variable.domain or (limit.domain if limit is not None else None) or True


def weakest_truth(formula: Formula, variables: Mapping[int, Variable], number: int) -> bool | None:
    """Return the truth of an open truth that makes the formula hold; nothing if neither does."""
    for truth in (True, False):
        if truth_of(formula, Case(truths={number: truth}), variables) == TRUE:
            return truth
    return None


def weakest_values(formula: Formula, variables: Mapping[int, Variable], number: int) -> Interval | None:
    """Return the widest stretch of an open number's values that makes the formula hold; nothing if none does."""
    domain = variables[number].domain or EVERYTHING
    stretches = []
    for stretch in _stretches(_edges_within(formula, variables, number, domain), domain):
        inside = _whole(stretch) if domain.whole else stretch
        if inside is not None and _holds(formula, variables, number, _inner(inside)):
            stretches.append(inside)
    return max(_merged(stretches, whole=domain.whole), key=_width, default=None)


def _holds(formula: Formula, variables: Mapping[int, Variable], number: int, value: Exact) -> bool:
    return truth_of(formula, Case(values={number: value}), variables) == TRUE


def _edges_within(formula: Formula, variables: Mapping[int, Variable], number: int, domain: Interval) -> list[Exact]:
    ends = [end for end in (domain.low, domain.high) if end is not None]
    return sorted({*ends, *(edge for edge in edges(formula, variables, number) if _within(edge, domain))})


def _within(value: Exact, domain: Interval) -> bool:
    return (domain.low is None or domain.low <= value) and (domain.high is None or value <= domain.high)


def edges(formula: Formula, variables: Mapping[int, Variable], number: int) -> Iterator[Exact]:
    """Yield every value of an open number at which some comparison within a formula may change."""
    match formula:
        case Atom(total):
            inner = sorted(set(_inner_edges(total, variables, number)))
            yield from inner
            yield from _roots(total, variables, number, inner)
        case Denial(item):
            yield from edges(item, variables, number)
        case Quorum(_, items):
            for item in items:
                yield from edges(item, variables, number)
        case Fork(rows, otherwise):
            for condition, row in rows:
                yield from edges(condition, variables, number)
                yield from edges(row, variables, number)
            yield from edges(otherwise, variables, number)


def _inner_edges(total: Sum, variables: Mapping[int, Variable], number: int) -> Iterator[Exact]:
    for _, choice in total.choices:
        yield from _choice_edges(choice, variables, number)


def _choice_edges(choice: Choice, variables: Mapping[int, Variable], number: int) -> Iterator[Exact]:
    for condition, row in choice.rows:
        yield from edges(condition, variables, number)
        yield from _inner_edges(row, variables, number)
    yield from _inner_edges(choice.otherwise, variables, number)


def _roots(total: Sum, variables: Mapping[int, Variable], number: int, inner: Sequence[Exact]) -> Iterator[Exact]:
    """Yield where either end of a sum crosses zero; between two inner edges each end is a straight line."""
    for first, second in _pairs(inner):
        one = hull_of(total, Case(values={number: first}), variables)
        other = hull_of(total, Case(values={number: second}), variables)
        for low, high in zip(_ends(one), _ends(other), strict=True):
            if low is not None and high is not None and low != high:
                yield simplify(first - Fraction(low * (second - first)) / (high - low))


def _ends(value: Exact | Interval) -> tuple[Exact | None, Exact | None]:
    return (value.low, value.high) if isinstance(value, Interval) else (value, value)


def _pairs(inner: Sequence[Exact]) -> Iterator[tuple[Exact, Exact]]:
    """Yield two values out of every piece between neighbouring edges, those without an end included."""
    if not inner:
        yield 0, 1
        return
    yield inner[0] - 2, inner[0] - 1
    for low, high in pairwise(inner):
        yield low + Fraction(high - low) / 3, low + Fraction(high - low) * 2 / 3
    yield inner[-1] + 1, inner[-1] + 2


def _stretches(marks: Sequence[Exact], domain: Interval) -> Iterator[Interval]:
    """Cut a domain at the marks: each mark by itself, and each open stretch beside one, in order."""
    if not marks:
        yield Interval(None, None)
        return
    if domain.low is None:
        yield Interval(None, marks[0], high_open=True)
    for place, mark in enumerate(marks):
        if not ((domain.low_open and mark == domain.low) or (domain.high_open and mark == domain.high)):
            yield Interval(mark, mark)
        if place + 1 < len(marks):
            yield Interval(mark, marks[place + 1], low_open=True, high_open=True)
    if domain.high is None:
        yield Interval(marks[-1], None, low_open=True)


def _whole(stretch: Interval) -> Interval | None:
    """Draw a stretch in to the whole numbers inside it; nothing if there are none."""
    low = None if stretch.low is None else floor(stretch.low) + 1 if stretch.low_open else ceil(stretch.low)
    high = None if stretch.high is None else ceil(stretch.high) - 1 if stretch.high_open else floor(stretch.high)
    if low is not None and high is not None and low > high:
        return None
    return Interval(low, high, whole=True)


def _inner(stretch: Interval) -> Exact:
    """Return a value inside a stretch; a whole one in a stretch of whole numbers."""
    if stretch.low is None:
        return 0 if stretch.high is None else stretch.high - 1
    if stretch.high is None:
        return stretch.low + 1
    return stretch.low if stretch.whole else Fraction(stretch.low + stretch.high) / 2


def _merged(stretches: Sequence[Interval], *, whole: bool) -> list[Interval]:
    """Join stretches that touch; whole ones touch their neighbours."""
    joined: list[Interval] = []
    for stretch in stretches:
        if joined and _touch(joined[-1], stretch, whole=whole):
            before = joined.pop()
            joined.append(Interval(before.low, stretch.high, before.low_open, stretch.high_open, whole))
        else:
            joined.append(stretch)
    return joined


def _touch(before: Interval, after: Interval, *, whole: bool) -> bool:
    if before.high is None or after.low is None:
        return False
    if whole:
        return after.low <= before.high + 1
    return before.high == after.low and not (before.high_open and after.low_open)


def _width(stretch: Interval) -> tuple[bool, Exact]:
    if stretch.low is None or stretch.high is None:
        return True, 0
    return False, stretch.high - stretch.low
