"""What a pair (applies, holds) means, and what is said of it: outcome, reasons, caveats, what is open.

The rule: a known that does not apply, then decided, else open; open for want of a limit, a method or a criterion that
nobody has seen is ``not_assessable``, whatever facts are missing too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from smartvillage.model.findings import Caveat, Outcome
from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .bound import CAVEAT_BITS
from .build import ALWAYS
from .carried import Carried
from .carry import carry_fn, root_carry
from .nodes import Kind
from .scores import scores
from .walk import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    from .bound import Bound
    from .closures import Values
    from .program import Program


_FACTS = frozenset({Kind.FACT})
#: What a truth is called.
_OUTCOMES = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)


def outcome_of(applies: int, holds: int, carried: Carried) -> Outcome:
    """Name what a criterion came to."""
    if applies == TRUE and holds != UNKNOWN:
        return _OUTCOMES[holds]
    if applies == FALSE:
        return Outcome.NOT_APPLICABLE
    return Outcome.UNKNOWN if _FACTS.issuperset(carried.open.values()) else Outcome.NOT_ASSESSABLE


def decision_outcome(holds: int) -> Outcome:
    """Name what a decision came to; it is never not assessable."""
    return _OUTCOMES[holds]


class Notes:
    """What is said of each criterion and decision of a walked village; each is found once, when asked for.

    INVARIANT (flat): what reads others is found in an order in which all that is read comes first, so that a long row
    of rules that read one another is gone along and never down.
    """

    __slots__ = (
        "_criteria",
        "_decisions",
        "_late",
        "_layout",
        "_program",
        "_tellers",
        "entities",
        "masks",
        "values",
        "whys",
    )

    def __init__(self, bound: Bound, values: Values) -> None:
        """Take the values as walked."""
        self.values, self.masks, self.whys, self.entities = values, bound.masks, bound.whys, bound.entities
        code = compiled(bound.program)
        self._program, self._layout, self._late = bound.program, code.layout, code.late
        self._tellers = _tellers(bound.program)
        self._criteria: list[Carried | None] = [None] * len(bound.program.criteria)
        self._decisions: dict[tuple[int, bool], Carried] = {}

    def criterion(self, place: int) -> Carried:
        """Return what the leaves say that carry a criterion's result."""
        said = self._criteria[place]
        if said is not None:
            return said
        if place in self._late:
            self._find_late()
            return self.criterion(place)
        return self._find(place)

    def _find_late(self) -> None:
        for kind, place in self._program.late:
            if kind == "criteria":
                self._find(place)
            else:
                for tell in (False, True):
                    self._decisions[place, tell] = self._look(place, tell=tell)

    def _find(self, place: int) -> Carried:
        teller = self._tellers[place]
        if teller is None:
            teller = self._tellers[place] = _teller(self._program, place)
        said = self._criteria[place] = teller(self)
        return said

    def decision(self, place: int) -> Carried:
        """Return what the leaves say that carry a decision's result."""
        tell = self.values[self._layout.decisions + place] != TRUE
        return self._decisions.get((place, tell)) or self._look(place, tell=tell)

    def nested(self, place: int, *, tell: bool) -> Carried:
        """Return what a decision says inside another rule."""
        if (place, tell) not in self._decisions:
            self._find_late()
        return self._decisions[place, tell]

    def _look(self, place: int, *, tell: bool) -> Carried:
        program = self._program
        lowered = program.decisions[place]
        own, said = self._layout.found(lowered.holds) == self._layout.decisions + place, Carried()
        (root_carry if own else carry_fn)(program, lowered.holds)(self, said, tell)
        scored = scores(program).decisions.get(place)
        if scored is not None and self.values[self._layout.decisions + place] == TRUE:
            scored.tell(program, self, said)
        if program.ruleset.ruleset.completeness == "partial" and lowered.decision.unseen == "leave_out":
            said.mask |= CAVEAT_BITS[Caveat.PARTIAL_RULESET]
        return said


#: Tells of a criterion.
_TellFn: TypeAlias = "Callable[[Notes], Carried]"


def _tellers(program: Program) -> list[_TellFn | None]:
    """Return by criterion what tells of it, as far as anybody asked."""
    found: list[_TellFn | None] | None = program._derived.get("tellers")  # noqa: SLF001 - the place for what is made of it
    if found is None:
        found = program._derived["tellers"] = [None] * len(program.criteria)  # noqa: SLF001 - likewise
    return found


def _teller(program: Program, place: int) -> _TellFn:
    """Make what tells of a criterion, once for a program."""
    lowered, layout = program.criteria[place], compiled(program).layout
    applies_at, holds_at = layout.applies + place, layout.holds + place
    applying = None if lowered.applies is ALWAYS else carry_fn(program, lowered.applies)
    holding = carry_fn(program, lowered.holds)
    scored = scores(program).criteria[place] if place in scores(program).alone else None

    def tell(notes: Notes) -> Carried:
        said, applies, holds = Carried(), notes.values[applies_at], notes.values[holds_at]
        if applying is not None:
            applying(notes, said, applies == UNKNOWN)
        if applies == TRUE or (applies == UNKNOWN and holds == UNKNOWN):
            holding(notes, said, holds != TRUE)
        if scored is not None and applies != FALSE:
            scored.tell(program, notes, said)
        return said

    return tell
