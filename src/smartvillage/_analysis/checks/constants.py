"""Constants: conditions that come to the same whatever the facts are, each told where it comes from.

The rule: the innermost part that is fixed is told, with what follows of it; what contains it is not told again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage._faults import analysis as faults
from smartvillage._program.reads import beneath
from smartvillage.diagnostics import Words

from .seeking import Fixed, Seeker
from .spots import criterion_spots, decision_spots, measure_spots
from .telling import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartvillage._program.program import LoweredCriterion, LoweredDecision

    from .asking import Asker
    from .spots import Spot, Step
    from .telling import Teller


class _Told(NamedTuple):
    """What is told of a fixed part: where, what it comes to, and what follows."""

    spot: Spot
    steps: tuple[Step, ...]
    truth: bool
    so: Words | None = None
    among: tuple[str, ...] = ()
    """The criteria that contradict one another, where a decision asks for all of them."""


class _So(NamedTuple):
    """What follows where a whole condition always holds, and where it never does."""

    always: tuple[str, str]
    never: tuple[str, str]

    def of(self, name: str, *, truth: bool) -> Words:
        vi, en = self.always if truth else self.never
        return Words(vi.format(f"`{name}`"), en.format(f"`{name}`"))


_MET = _So(("{} luôn đạt", "{} is always met"), ("{} không bao giờ đạt", "{} can never be met"))
_APPLIES = _So(("{} luôn áp dụng", "{} always applies"), ("{} không bao giờ áp dụng", "{} never applies"))
_STANDS_IN = _So(
    ("{} luôn đạt khi dùng nó thay", "{} is always met where it stands in"),
    ("{} không bao giờ đạt khi dùng nó thay", "{} is never met where it stands in"),
)
_WHERE_IT_APPLIES = _So(
    ("{} luôn đạt ở mọi nơi áp dụng", "{} is always met where it applies"),
    ("{} không bao giờ đạt ở nơi áp dụng", "{} can never be met where it applies"),
)
#: Among how many criteria those that contradict one another are looked for.
MOST_BLAMED = 400
#: What follows, by the key under which a whole condition stands.
_FOLLOWS = {"rule": _MET, "if": _MET, "applies_if": _APPLIES, "instead": _STANDS_IN}


def constants(asker: Asker) -> Iterator[Finding]:
    """Yield each condition that is fixed on a day."""
    told: set[int] = set()
    for lowered in asker.program.criteria:
        found = list(_of_criterion(asker, lowered))
        if any(one.so for one in found):
            told |= {id(lowered.holds), id(lowered.applies)}
        yield from map(_finding, found)
    decided = {decision.id: decision for decision in asker.program.decisions}
    for spot in decision_spots(asker.program.ruleset):
        found = list(_of_decision(asker, decided[spot.id], spot, frozenset(told)))
        if any(one.so or one.among for one in found):
            told.add(id(decided[spot.id].holds))
        yield from map(_finding, found)
    for spot in measure_spots(asker.program.ruleset):
        _, fixed = Seeker(asker, frozenset(told)).seek(spot)
        yield from (_finding(_Told(spot, one.steps, one.truth)) for one in fixed)


def _finding(one: _Told) -> Finding:
    if one.among:
        tell: Teller = lambda place, _: faults.contradictory(place, one.spot.id, one.among)  # noqa: E731 - as its sister
        return Finding(one.spot.section, one.spot.id, one.spot.steps, "fixed", tell)
    fault = faults.always_holds if one.truth else faults.never_holds
    return Finding(one.spot.section, one.spot.id, one.steps, "fixed", lambda place, since: fault(place, one.so, since))


def _of_criterion(asker: Asker, lowered: LoweredCriterion) -> Iterator[_Told]:
    settled = lowered.criterion.rule is None  # only scored: nothing of it is met or not
    rule = None
    for spot in criterion_spots(lowered.criterion):
        rule = spot if spot.steps == ("rule",) else rule
        truth, found = Seeker(asker).seek(spot)
        settled = settled or truth is not None
        yield from _told(spot, truth, found)
    truth = None if settled else asker.fixed_where_it_applies(lowered)
    if truth is not None and rule is not None:
        yield _Told(rule, rule.steps, truth, _WHERE_IT_APPLIES.of(rule.id, truth=truth))


def _of_decision(asker: Asker, lowered: LoweredDecision, spot: Spot, told: frozenset[int]) -> Iterator[_Told]:
    truth, found = Seeker(asker, told).seek(spot)
    if lowered.decision.needs is not None:
        known = any(id(one) in told for one in beneath(lowered.holds))
        truth = None if known else asker.fixed(lowered.holds)
        found = found or ([] if truth is None else [Fixed(spot, spot.steps, truth)])
    for one in _told(spot, truth, found):
        among = () if one.truth else _core(asker, lowered)
        yield one._replace(among=tuple(each.criterion.id for each in among))


def _told(spot: Spot, truth: bool | None, found: Sequence[Fixed]) -> Iterator[_Told]:  # noqa: FBT001 - what it comes to
    """Yield what is told of what was found; what follows for the whole is said once."""
    why = next((one for one in found if one.truth == truth), found[0] if found and truth is not None else None)
    for one in found:
        so = _FOLLOWS[str(spot.steps[0])].of(spot.id, truth=truth) if one is why and truth is not None else None
        yield _Told(spot, one.steps, one.truth, so)


def _core(asker: Asker, lowered: LoweredDecision) -> list[LoweredCriterion]:
    """Return criteria that cannot be met together, none of which could be left out; none where that is not why."""
    read = {id(node) for node in beneath(lowered.holds)}
    core = [one for one in asker.program.criteria if id(one.holds) in read]
    if len(core) > MOST_BLAMED or not asker.never_together(core):
        return []
    for one in tuple(core):
        without = [other for other in core if other is not one]
        if asker.never_together(without):
            core = without
    return core
