"""Pins: what has to be assumed of open slots so that something comes true, each as weak as still does.

A fact that is to be measured is pinned at what is hoped, else at the weakest deciding value; a limit at most at what
the fact reaches; a method at true. INVARIANT (asked): pins are proposals, and only the evaluator's truth counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.boundary import weakest
from smartvillage._program.interval import Interval

from .reach import truths_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from smartvillage._program.nodes import Exact, TruthNode

    from .asking import Pins, State

    #: The weakest values of an open slot.
    Weakest = Interval | bool
    #: What is assumed of one open slot.
    Pin = Exact | Interval | bool
    #: Asks for a state under pins.
    Under = Callable[[Pins], State]


def fill(
    under: Under,
    good: Callable[[State], bool],
    nodes: Callable[[State], Sequence[TruthNode]],
    hoped: Mapping[str, Exact | bool | None],
) -> Pins | None:
    """Find pins for open paths under which a state is good; nothing where none were found.

    ``hoped`` are the open paths with what is hoped of each; ``nodes`` are the truths that the state is good for,
    the whole first.
    """
    pins: Pins = {path: value for path, value in hoped.items() if value is not None}
    open_ = sorted((path for path in hoped if path not in pins), key=_limits_first)
    for _ in range(2):
        for path in open_:
            state = under(pins)
            if good(state):
                break
            if path not in pins:
                pins |= _pinned(state, nodes(state), path)
    return _relaxed(under, good, nodes, pins) if good(under(pins)) else None


def both(one: Pin, other: Pin) -> Pin:
    """Return what keeps to both pins; of two single values that differ the greater."""
    if isinstance(one, Interval) and isinstance(other, Interval):
        low = max((one.low, one.low_open), (other.low, other.low_open), key=_low)
        high = min((one.high, not one.high_open), (other.high, not other.high_open), key=_high)
        return Interval(low[0], high[0], low[1], not high[1], one.whole or other.whole)
    if isinstance(one, bool) or isinstance(other, bool):
        return one
    return max(value for value in (one, other) if not isinstance(value, Interval))


def _low(end: tuple[Exact | None, bool]) -> tuple[bool, Exact, bool]:
    return end[0] is not None, end[0] or 0, end[1]


def _high(end: tuple[Exact | None, bool]) -> tuple[bool, Exact, bool]:
    return end[0] is None, end[0] or 0, end[1]


def _limits_first(path: str) -> tuple[bool, str]:
    return path.startswith("facts/"), path


def _pinned(state: State, nodes: Sequence[TruthNode], path: str) -> Pins:
    """Pin a path at the weakest value that decides the whole, else the innermost part that it decides."""
    parts = (part for node in nodes for part in truths_inside(node))
    for node in (*nodes, *parts):
        value = weakest(state.program, state.bound, node, path)
        if value is not None:
            return {path: _at(path, value)}
    return {}


def _at(path: str, value: Weakest) -> Pin:
    """Take the weakest single value for a fact, the whole span for a limit."""
    if isinstance(value, bool) or not path.startswith("facts/"):
        return value
    if value.low is not None and not value.low_open:
        return value.low
    return value.high if value.high is not None and not value.high_open else value


def _relaxed(
    under: Under, good: Callable[[State], bool], nodes: Callable[[State], Sequence[TruthNode]], pins: Pins
) -> Pins:
    """Drop pins that nothing needs, and weaken those of limits as far as they still do."""
    for path in sorted(pins, key=_limits_first):
        rest = {other: value for other, value in pins.items() if other != path}
        state = under(rest)
        if good(state):
            pins = rest
        elif not path.startswith("facts/"):
            pins = {**rest, **(_weaker(state, nodes(state), path) or {path: pins[path]})}
    return pins


def _weaker(state: State, nodes: Sequence[TruthNode], path: str) -> Pins | None:
    for node in nodes:
        value = weakest(state.program, state.bound, node, path)
        if value is not None:
            return {path: value}
    return None
