"""Apart: goals that share nothing open are searched by themselves.

So one of them is not tried again for each way in which another can be had.
The rule: goals can all be had at once if and only if those of each part can; parts share no open thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .residue import Atom, Denial, Fork, Free, Quorum, Sum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .residue import Formula
    from .search import Goal


def apart(goals: Iterable[Goal]) -> list[list[Goal]]:
    """Group goals by the open things they share; what is decided stands by itself."""
    first: dict[int, int] = {}
    joined: list[int] = []
    spread = _spread(goals)
    for place, (formula, _) in enumerate(spread):
        joined.append(place)
        for variable in open_in(formula):
            joined[_leader(joined, first.setdefault(variable, place))] = _leader(joined, place)
    parts: dict[int, list[Goal]] = {}
    for place, goal in enumerate(spread):
        parts.setdefault(_leader(joined, place), []).append(goal)
    return list(parts.values())


def _leader(joined: list[int], place: int) -> int:
    """Return the goal that stands for all that a goal was joined with."""
    while joined[place] != place:
        joined[place] = joined[joined[place]]
        place = joined[place]
    return place


def _spread(goals: Iterable[Goal]) -> list[Goal]:
    """Ask for the parts where all of them are asked for."""
    todo = list(goals)
    kept: list[Goal] = []
    while todo:
        formula, wanted = todo.pop()
        match formula:
            case Denial(item):
                todo.append((item, not wanted))
            case Quorum(k, items) if k == (len(items) if wanted else 1):
                todo += [(item, wanted) for item in items]
            case _:
                kept.append((formula, wanted))
    return kept


def open_in(formula: Formula) -> set[int]:
    """Return the open things that a formula speaks of."""
    found: set[int] = set()
    todo: list[Formula | Sum] = [formula]
    while todo:
        part = todo.pop()
        match part:
            case Free(variable):
                found.add(variable)
            case Atom(total):
                todo.append(total)
            case Denial(item):
                todo.append(item)
            case Quorum(_, items):
                todo += items
            case Fork(rows, otherwise):
                todo += [otherwise, *[inner for row in rows for inner in row]]
            case Sum(terms, choices):
                found.update(variable for _, variable in terms)
                todo += [inner for _, choice in choices for row in choice.rows for inner in row]
                todo += [choice.otherwise for _, choice in choices]
    return found
