"""Quotas: how many of some conditions or criteria are asked for, held against how many there are.

It is a warning: a set may be meant to be out of reach until criteria are added, but nearly always it is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references
from smartvillage._program.quota import read_quota
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.limits import ValueLimit

from .selections import criteria_in

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step
    from smartvillage.model.conditions import Selector, Testing

    from .context import Loaded

#: What asks for at least so many; of ``more_than`` one more.
_LEAST = {"at_least": 0, "is": 0, "more_than": 1}


def check_quota(
    loaded: Loaded, entry: Entry, condition: Testing, there: int | None, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield a warning where more is asked for than is there; ``there`` is nothing where nobody can tell."""
    if there is None:
        return
    for word, limit in condition.given():
        if word not in _LEAST or not isinstance(limit, ValueLimit):
            continue
        try:
            level = read_quota(limit.value, loaded.tables.style)
        except ValueError:
            continue  # told already
        if not level.share and level.value + _LEAST[word] > there:
            yield references.out_of_reach(entry.place(*steps, word), str(limit.value), there)


def criteria_of(loaded: Loaded, chosen: Selector) -> int | None:
    """Return how many criteria with an outcome are chosen; nothing where one may have a fault of its own."""
    if isinstance(chosen, tuple):
        return len(set(chosen))
    criteria = criteria_in(loaded, chosen)
    return None if criteria is None else len([one for one in criteria if one.rule is not None])
