"""How a village fares: better, worse or no differently under one ruleset than under another.

The rule: to be met, or not to be asked, is better than to be open, and that is better than not to be met. Of two that
are met, the proven one fares better; more points and a higher level are better.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from smartvillage.exact import read_exact
from smartvillage.model.comparison import ChangeKind, Stand
from smartvillage.model.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartvillage.exact import Exact
    from smartvillage.model.findings import Amount, Assessment, LevelRange
    from smartvillage.model.ruleset import Ruleset

    #: Between what something lies; an infinity where there is no end.
    Ends: TypeAlias = tuple[Exact | float, Exact | float]

_RANKS = {
    Outcome.NOT_MET: 0, Outcome.NOT_ASSESSABLE: 1, Outcome.UNKNOWN: 1, Outcome.MET: 2, Outcome.NOT_APPLICABLE: 2,
}  # fmt: skip


class Fared(NamedTuple):
    """How a village stands, and its points and levels as numbers."""

    stand: Stand
    ends: tuple[Ends, ...] = ()


def fared(ruleset: Ruleset, assessment: Assessment | None, name: str, *, decision: bool = False) -> Fared | None:
    """Say how a village stands before a criterion or decision; nothing where the ruleset refused the village."""
    if assessment is None:
        return None
    if decision:
        told = next((one for one in assessment.decisions if one.id == name), None)
        if told is None:
            return Fared(Stand())
        return _fared(ruleset, told.outcome, told.level, told.score)
    finding = next((one for one in assessment.findings if one.criterion == name), None)
    if finding is None:
        return Fared(Stand())
    return _fared(ruleset, finding.outcome, finding.grade, finding.points, proven=finding.proven)


def _fared(
    ruleset: Ruleset, outcome: Outcome | None, level: LevelRange | None, amount: Amount | None, *, proven: bool = False
) -> Fared:
    shown = " / ".join(str(one) for one in (level, amount) if one is not None)
    ends: list[Ends] = []
    if level is not None:
        ids = [one.id for one in ruleset.scales[level.scale]]
        ends.append((ids.index(level.lowest), ids.index(level.highest)))
    if amount is not None:
        low, high = (None if one is None else read_exact(one) for one in (amount.lowest, amount.highest))
        ends.append((-inf if low is None else low, inf if high is None else high))
    return Fared(Stand(outcome=outcome, proven=proven, score=shown or None), tuple(ends))


def fare(before: Fared | None, after: Fared | None) -> int | None:
    """Return 1 where the village fares better afterwards, -1 worse, 0 alike; nothing where the two have no measure."""
    if before is None or after is None:
        return 0 if before is after else None
    old, new = before.stand, after.stand
    if (old.outcome is None) is not (new.outcome is None) or len(before.ends) != len(after.ends):
        return None
    ways = {_outcomes(old, new), *map(_ends, before.ends, after.ends)} - {0}
    return 0 if not ways else None if len(ways) > 1 else ways.pop()


def _outcomes(old: Stand, new: Stand) -> int:
    if old.outcome is None or new.outcome is None:
        return 0
    way = _sign(_RANKS[new.outcome] - _RANKS[old.outcome])
    return way or (int(new.proven) - int(old.proven) if old.outcome is new.outcome else 0)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _ends(before: Ends, after: Ends) -> int | None:
    ways = {(new > old) - (new < old) for old, new in zip(before, after, strict=True)} - {0}
    return 0 if not ways else None if len(ways) > 1 else ways.pop()


def kind_of(fares: Iterable[int | None]) -> ChangeKind:
    """Say what kind of change it is from how all villages fare."""
    found = set(fares) - {0}
    if not found:
        return ChangeKind.EDITORIAL
    if found == {-1}:
        return ChangeKind.STRICTER
    return ChangeKind.LOOSER if found == {1} else ChangeKind.INCOMPARABLE
