"""Bands: levels with their edges as printed, and the values that lie in none of them.

The rule: bands go up with their scale, or down where lower is better; what lies between two neighbours, or above the
highest while the fact goes higher, is a gap. Below the lowest level's own edge is still the lowest level.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from smartvillage.model.limits import ValueLimit

from .quota import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from smartvillage.model.conditions import Tests

    from .interval import Interval
    from .nodes import Exact

#: What says where a band begins, and what where it ends; the latter of each pair leaves the edge itself out.
LOWER = ("at_least", "more_than", "on_or_after", "after")
UPPER = ("at_most", "less_than", "on_or_before", "before")
_OPEN = frozenset({"more_than", "after", "less_than", "before"})


class Band(NamedTuple):
    """All values between two edges; an absent edge is none, an open one is not itself inside."""

    low: Exact | None
    high: Exact | None
    low_open: bool = False
    high_open: bool = False
    share: bool = False

    def __lt__(self, other: object) -> bool:
        """Tell whether this band lies below another."""
        assert isinstance(other, Band)  # noqa: S101 - bands are compared with bands
        return self._start() < other._start()

    def _start(self) -> tuple[bool, Exact, bool]:
        return (self.low is not None, 0 if self.low is None else self.low, self.low_open)


def one_sided(edges: Iterable[Tests]) -> bool:
    """Tell whether all levels say only where they begin, or all only where they end: then no value is left out."""
    words = [word for tests in edges for word, _ in tests.given()]
    return all(word in LOWER for word in words) or all(word in UPPER for word in words)


def band_of(tests: Tests, read: Callable[[object], object]) -> Band | None:
    """Return a level's band; nothing where an edge is no plain value."""
    low: tuple[Exact | None, bool] = (None, False)
    high: tuple[Exact | None, bool] = (None, False)
    share = False
    for word, limit in tests.given():
        if not isinstance(limit, ValueLimit) or limit.round is not None or word == "one_of":
            return None
        found = read(limit.value)
        value, of_share = (found.value, found.share) if isinstance(found, Level) else (found, False)
        share = share or of_share
        if word in LOWER or word == "is":
            low = (value, word in _OPEN)  # type: ignore[assignment]  # what has an order is read as a number
        if word in UPPER or word == "is":
            high = (value, word in _OPEN)  # type: ignore[assignment]  # likewise
    return Band(low[0], high[0], low[1], high[1], share)


def gaps(bands: Sequence[Band], domain: Interval, *, rising: bool) -> Iterator[Band]:
    """Yield what lies in no band, of bands in the order of their levels."""
    ordered = list(bands) if rising else list(reversed(bands))
    for below, above in pairwise(ordered):
        gap = Band(below.high, above.low, not below.high_open, not above.low_open, below.share)
        if below.high is not None and above.low is not None and _holds_something(gap, domain):
            yield gap
    if rising and ordered and ordered[-1].high is not None:
        last = ordered[-1]
        beyond = Band(last.high, None, low_open=not last.high_open, share=last.share)
        if _holds_something(beyond, domain):
            yield beyond
    if not rising and ordered and ordered[0].low is not None:
        first = ordered[0]
        beyond = Band(None, first.low, high_open=not first.low_open, share=first.share)
        if _holds_something(beyond, domain):
            yield beyond


def out_of_order(bands: Sequence[Band], *, sided: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of neighbours that overlap, or do not go the way of the first two; ``sided``: one edge each."""
    if len(bands) < 2:  # noqa: PLR2004 - two bands have an order
        return
    rising = bands[0].low is not None or bands[1].low is not None if sided else bands[0] < bands[1]
    for at, (first, second) in enumerate(pairwise(bands)):
        below, above = (first, second) if rising else (second, first)
        if not (_later_edge(below, above, rising=rising) if sided else _apart(below, above)):
            yield at, at + 1


def _later_edge(below: Band, above: Band, *, rising: bool) -> bool:
    """Tell whether the edge of a higher level is the harder one."""
    if rising:
        return below.low is not None and above.low is not None and _edge(below) < _edge(above)
    one, other = (below.high, not below.high_open), (above.high, not above.high_open)
    return one[0] is not None and other[0] is not None and (one[0], one[1]) < (other[0], other[1])


def _edge(band: Band) -> tuple[Exact, bool]:
    assert band.low is not None  # noqa: S101 - asked just before
    return band.low, band.low_open


def _apart(below: Band, above: Band) -> bool:
    """Tell whether two neighbouring bands share no value."""
    if below.high is None or above.low is None:
        return False
    return below.high < above.low or (below.high == above.low and (below.high_open or above.low_open))


def _holds_something(gap: Band, domain: Interval) -> bool:
    """Tell whether any value that a fact can be lies in a gap."""
    return inside(gap, domain) is not None


def inside(gap: Band, domain: Interval) -> Exact | None:
    """Return a value of a domain that lies in a band, the middle where it can be had; nothing where there is none."""
    low, low_open = _later((gap.low, gap.low_open), (domain.low, domain.low_open), larger=True)
    high, high_open = _later((gap.high, gap.high_open), (domain.high, domain.high_open), larger=False)
    if domain.whole:
        first = None if low is None else floor(low) + 1 if low_open else ceil(low)
        last = None if high is None else ceil(high) - 1 if high_open else floor(high)
        if first is None or last is None:
            return last if first is None else first
        return first if first <= last else None
    if low is None or high is None:
        return _beyond(low, high)
    if low == high:
        return None if low_open or high_open else low
    return Fraction(low + high, 2) if low < high else None


def _beyond(low: Exact | None, high: Exact | None) -> Exact:
    """Return a value past the one end there is."""
    if low is not None:
        return low + 1
    return 0 if high is None else high - 1


def _later(
    one: tuple[Exact | None, bool], other: tuple[Exact | None, bool], *, larger: bool
) -> tuple[Exact | None, bool]:
    """Return the end of two that leaves less."""
    if one[0] is None or other[0] is None:
        return other if one[0] is None else one
    if one[0] == other[0]:
        return one[0], one[1] or other[1]
    return one if (one[0] > other[0]) is larger else other
