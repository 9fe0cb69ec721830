"""What a pair (applies, holds) means, and what is said of it: outcome, reasons, caveats, what is open.

The rule: a known that does not apply, then decided, else open; open for want of a limit, a method or a criterion that
nobody has seen is ``not_assessable``, whatever facts are missing too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.findings import Caveat, Outcome
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .bound import CAVEAT_BITS
from .carried import Carried
from .carry import Carrier
from .nodes import Kind
from .walk import compiled

if TYPE_CHECKING:
    from .bound import Bound
    from .closures import Values


def outcome_of(applies: int, holds: int, carried: Carried) -> Outcome:
    """Name what a criterion came to."""
    if applies == FALSE:
        return Outcome.NOT_APPLICABLE
    if applies == TRUE and holds != UNKNOWN:
        return Outcome.MET if holds == TRUE else Outcome.NOT_MET
    facts_alone = all(kind is Kind.FACT for kind in carried.open.values())
    return Outcome.UNKNOWN if facts_alone else Outcome.NOT_ASSESSABLE


def decision_outcome(holds: int) -> Outcome:
    """Name what a decision came to; it is never not assessable."""
    return (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)[holds]


class Notes:
    """What is said of each criterion and decision of a walked village; each is found once, when asked for.

    INVARIANT (flat): what reads others is found in an order in which all that is read comes first, so that a long row
    of rules that read one another is gone along and never down.
    """

    __slots__ = ("_bound", "_criteria", "_decisions", "_late", "_layout", "_values")

    def __init__(self, bound: Bound, values: Values) -> None:
        """Take the values as walked."""
        self._bound, self._values = bound, values
        self._layout = compiled(bound.program).layout
        self._criteria: dict[int, Carried] = {}
        self._decisions: dict[tuple[int, bool], Carried] = {}
        self._late = {place for kind, place in bound.program.late if kind == "criteria"}

    def criterion(self, place: int) -> Carried:
        """Return what the leaves say that carry a criterion's result."""
        if place not in self._criteria:
            if place in self._late:
                self._find_late()
            else:
                self._criteria[place] = self._find(place)
        return self._criteria[place]

    def _find_late(self) -> None:
        for kind, place in self._bound.program.late:
            if kind == "criteria":
                self._criteria[place] = self._find(place)
            else:
                for tell in (False, True):
                    self._decisions[place, tell] = self._look(place, tell=tell)

    def _find(self, place: int) -> Carried:
        lowered = self._bound.program.criteria[place]
        applies, holds = self._values[self._layout.applies + place], self._values[self._layout.holds + place]
        carrier = Carrier(self._bound, self._values, self)
        carrier.visit(lowered.applies, tell=applies == UNKNOWN)
        if applies == TRUE or (applies == UNKNOWN and holds == UNKNOWN):
            carrier.visit(lowered.holds, tell=holds != TRUE)
        return carrier.said

    def decision(self, place: int) -> Carried:
        """Return what the leaves say that carry a decision's result."""
        tell = self._values[self._layout.decisions + place] != TRUE
        return self._decisions.get((place, tell)) or self._look(place, tell=tell)

    def nested(self, place: int, *, tell: bool) -> Carried:
        """Return what a decision says inside another rule."""
        if (place, tell) not in self._decisions:
            self._find_late()
        return self._decisions[place, tell]

    def _look(self, place: int, *, tell: bool) -> Carried:
        program = self._bound.program
        lowered = program.decisions[place]
        own = self._layout.found(lowered.holds) == self._layout.decisions + place
        carrier = Carrier(self._bound, self._values, self, lowered.holds if own else None)
        carrier.visit(lowered.holds, tell=tell)
        if program.ruleset.ruleset.completeness == "partial" and lowered.decision.unseen == "leave_out":
            carrier.said.mask |= CAVEAT_BITS[Caveat.PARTIAL_RULESET]
        return carrier.said
