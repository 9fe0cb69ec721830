"""Judging a change: a criterion or decision of two rulesets before the same made-up villages.

The rule: what a change is called is what the evaluator says of villages, never what the text looks like.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage.model.comparison import ChangeKind, Stand, Witness
from smartvillage.model.findings import Outcome

from .fares import Fared, fare, fared, kind_of
from .trials import Trial, decision_trials, reads_others, trials

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartvillage.model.findings import Assessment

    from .days import Days
    from .trials import Side


#: How many ways to suit two criteria at once are tried.
MOST_MENDS = 60
#: How many villages that miss some criteria, chosen at random, are tried for a decision.
MOST_MIXED = 40
_OPPOSITE = {ChangeKind.STRICTER: ChangeKind.LOOSER, ChangeKind.LOOSER: ChangeKind.STRICTER}
_FINE = (Outcome.MET, Outcome.NOT_APPLICABLE, None)


class Judged(NamedTuple):
    """What a change came to."""

    kind: ChangeKind
    witness: Witness | None = None
    whole: bool = True


class _Seen(NamedTuple):
    name: str
    days: Days
    trial: Trial
    before: Fared | None
    after: Fared | None
    fare: int | None


@dataclass(slots=True)
class Judge:
    """Holds two rulesets against the same villages, on the days that matter."""

    before: Side
    after: Side
    days: tuple[Days, ...]
    best: dict[Days, dict[str, Any]] = field(default_factory=dict)
    """The facts of a village that meets as much as could be found, by the days."""

    def criterion(self, name: str) -> Judged:
        """Judge a criterion that both have."""
        seen: list[_Seen] = []
        whole, moved = True, False
        for days in self.days:
            old, new = self.before.lowered(name, days.before), self.after.lowered(name, days.after)
            if old is None or new is None:
                moved = moved or old is not new
                continue
            programs = (self.before.program(days.before), self.after.program(days.after))
            if reads_others(programs[0], old) or reads_others(programs[1], new):
                seen += self._seen(name, days, self.patterns(days), alone=False)
                whole = False
                continue
            found = trials([(programs[0], old), (programs[1], new)])
            whole = whole and found.whole
            seen += self._seen(name, days, found.tried, alone=True)
        judged = self._judged(seen, whole=whole)
        return Judged(ChangeKind.DATES) if moved and judged.kind is ChangeKind.EDITORIAL else judged

    def decision(self, name: str) -> Judged:
        """Judge a decision that both have."""
        seen = [
            one for days in self.days for tried in (self.patterns(days), self._read_by(name, days))
            for one in self._seen(name, days, tried, alone=False, decision=True)
        ]  # fmt: skip
        judged = self._judged(seen, whole=False, decision=True)
        turned = judged.witness and _turned(judged.witness)
        if turned is None or judged.kind not in _OPPOSITE:
            return judged
        # A decision such as a revocation does harm where it is met: the main verdict says whom it serves.
        agrees = (judged.kind is ChangeKind.LOOSER) == turned
        return judged if agrees else judged._replace(kind=_OPPOSITE[judged.kind])

    def _read_by(self, name: str, days: Days) -> Iterator[Trial]:
        """Yield villages that differ in what a decision reads itself, all else as good as could be found."""
        programs = (self.before.program(days.before), self.after.program(days.after))
        sides = [(program, one) for program in programs for one in program.decisions if one.id == name]
        base = self.base(days)
        yield from (Trial({**base, **trial.facts}) for trial in decision_trials(sides))

    def evidence(self, name: str, kinds: Iterable[tuple[str, ...]]) -> Witness | None:
        """Find a village whose proof of a criterion comes out differently with some evidence attached."""
        for days in self.days:
            if self.after.lowered(name, days.after) is None:
                continue
            tried = [Trial(facts, types) for types in kinds for facts in self._met_by(name, days)]
            for one in self._seen(name, days, tried, alone=True):
                if one.before and one.after and one.before.stand.proven is not one.after.stand.proven:
                    return self._witness(one)
        return None

    def alone(self, name: str, *, added: bool) -> Witness | None:
        """Find a village whose verdict a criterion changes by being there, or by being there no more."""
        side = self.after if added else self.before
        for days in self.days:
            day = days.after if added else days.before
            lowered = side.lowered(name, day)
            if lowered is None or reads_others(side.program(day), lowered):
                continue
            for trial in trials([(side.program(day), lowered)]).tried:
                found = fared(side.ruleset, side.assess(trial, day, alone=name), name)
                if found is not None and found.stand.outcome == "not_met":
                    before, after = (None, found) if added else (found, None)
                    return self._witness(_Seen(name, days, trial, before, after, None))
        return None

    def patterns(self, days: Days) -> Iterator[Trial]:
        """Yield villages that meet all that could be found, then less: one criterion, more from an end, and some."""
        base = self.base(days)
        yield Trial(base)
        yield Trial({})
        spoils = [facts for name in self._names() for facts in islice(self._spoiling(name, days), 1)]
        for facts in spoils:
            yield Trial({**base, **facts})
        for order in (spoils, spoils[::-1]):
            spoilt = dict(base)
            for facts in order:
                spoilt |= facts
                yield Trial(dict(spoilt))
        yield from _some(base, spoils)

    def base(self, days: Days) -> dict[str, Any]:
        """Return the facts of a village that meets as many criteria of both sets as could be found."""
        found = self.best.get(days)
        if found is None:
            found = self.best[days] = {}
            for name in self._names():
                found |= next((one for one in self._met_by(name, days) if _agree(found, one)), {})
            self._mend(found, days)
        return found

    def _mend(self, facts: dict[str, Any], days: Days) -> None:
        """Where two criteria want one fact otherwise, find what suits both; INVARIANT: no other criterion is lost."""
        for name in self._names():
            met = self._met(facts, days)
            if name not in met:
                tried = islice((one for one in self._met_by(name, days) if not _agree(facts, one)), MOST_MENDS)
                facts |= next((one for one in tried if met < self._met({**facts, **one}, days)), {})

    def _met(self, facts: dict[str, Any], days: Days) -> set[str]:
        """Return the criteria that such a village meets in both sets, or in the one that has them."""
        sides = ((self.before, days.before), (self.after, days.after))
        found = [side.assess(Trial(facts), day) for side, day in sides]
        lost = {one.criterion for told in found if told for one in told.findings if one.outcome not in _FINE}
        return {one.criterion for told in found if told for one in told.findings} - lost

    def _names(self) -> list[str]:
        return list(dict.fromkeys(one.id for side in (self.before, self.after) for one in side.ruleset.criteria))

    def _met_by(self, name: str, days: Days) -> Iterator[dict[str, Any]]:
        yield from self._with(name, days, "met")

    def _spoiling(self, name: str, days: Days) -> Iterator[dict[str, Any]]:
        yield from self._with(name, days, "not_met")

    def _with(self, name: str, days: Days, outcome: str) -> Iterator[dict[str, Any]]:
        """Yield facts that make a criterion come out so wherever it is in the set and reads facts alone."""
        sides = [(self.before, days.before), (self.after, days.after)]
        present = [(side, day, lowered) for side, day in sides if (lowered := side.lowered(name, day)) is not None]
        if not present or any(reads_others(side.program(day), lowered) for side, day, lowered in present):
            return
        for trial in trials([(side.program(day), lowered) for side, day, lowered in present]).tried:
            found = [fared(side.ruleset, side.assess(trial, day, alone=name), name) for side, day, _ in present]
            if all(one is not None and one.stand.outcome == outcome for one in found):
                yield dict(trial.facts)

    def _read(self, name: str, days: Days) -> set[str]:
        """Return the facts that a criterion reads in either set; of these a made-up village tells only its own."""
        found = (self.before.lowered(name, days.before), self.after.lowered(name, days.after))
        return {fact for lowered in found if lowered is not None for fact in lowered.facts}

    def _seen(
        self, name: str, days: Days, tried: Iterable[Trial], *, alone: bool, decision: bool = False
    ) -> Iterator[_Seen]:
        only = name if alone else None
        for trial in tried:
            before, after = (
                fared(side.ruleset, side.assess(trial, day, alone=only), name, decision=decision)
                for side, day in ((self.before, days.before), (self.after, days.after))
            )
            yield _Seen(name, days, trial, before, after, fare(before, after))

    def _judged(self, seen: list[_Seen], *, whole: bool, decision: bool = False) -> Judged:
        kind = kind_of(one.fare for one in seen)
        different = [one for one in seen if one.fare != 0 and one.before and one.after]
        if kind is ChangeKind.EDITORIAL or not different:
            return Judged(kind, None, whole)
        told = min(different, key=lambda one: (one.fare is None, len(one.trial.facts), -_decided(one)))
        return Judged(kind, self._witness(told, decision=decision), whole)

    def _witness(self, seen: _Seen, *, decision: bool = False) -> Witness:
        """Show the village, and what becomes of the verdict where all else is as good as could be found."""
        aside = set() if decision else self._read(seen.name, seen.days)
        base = {name: value for name, value in self.base(seen.days).items() if name not in aside}
        trial = Trial({**base, **seen.trial.facts}, seen.trial.evidence)
        verdicts = (self.before.assess(trial, seen.days.before), self.after.assess(trial, seen.days.after))
        before, after = (
            _with_verdict(one, whole) for one, whole in zip((seen.before, seen.after), verdicts, strict=True)
        )
        flips = before.verdict != after.verdict
        facts = trial.facts if flips and not decision else seen.trial.facts
        return Witness(on=seen.days.after, facts=facts, evidence=trial.evidence, before=before, after=after)


def _some(base: dict[str, Any], spoils: list[dict[str, Any]]) -> Iterator[Trial]:
    """Yield villages that miss some criteria, chosen at random and always the same."""
    chance = Random(len(spoils))  # noqa: S311 - a fixed choice, nobody's secret
    for _ in range(MOST_MIXED if len(spoils) > 1 else 0):
        spoilt = dict(base)
        for facts in chance.sample(spoils, chance.randint(1, len(spoils))):
            spoilt |= facts
        yield Trial(spoilt)


def _turned(witness: Witness) -> bool | None:
    """Tell whether the main verdict turns for the better; nothing where it does not turn, or is none."""
    way = fare(Fared(Stand(outcome=witness.before.verdict)), Fared(Stand(outcome=witness.after.verdict)))
    return None if not way else way > 0


def _agree(known: dict[str, Any], facts: dict[str, Any]) -> bool:
    return all(known.get(name, value) == value for name, value in facts.items())


def _decided(seen: _Seen) -> int:
    return sum(one is not None and one.stand.outcome in ("met", "not_met") for one in (seen.before, seen.after))


def _with_verdict(found: Fared | None, whole: Assessment | None) -> Stand:
    stand = Stand() if found is None else found.stand
    return stand.model_copy(update={"verdict": None if whole is None else whole.verdict})
