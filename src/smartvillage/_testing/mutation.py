"""The mutation score: how many small mistakes in a ruleset's data its cases notice.

A mutant is killed when some case no longer passes. One that the loader refuses could never be used and is in no count;
one that survives counts against the cases, unless it is shown that no village could tell it from the ruleset.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from smartvillage import api
from smartvillage.errors import RulesetError, SmartVillageError

from .equivalence import shown_equal
from .mutants import mutants_of
from .plain import plain
from .reads import Reads
from .run import judged
from .village import village_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from smartvillage.diagnostics import Words
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.village import Village

    from .case import Case
    from .mutants import Mutant
    from .run import Suite

#: More mistakes than these are not all made; of more, as many are taken at even distances.
MOST = 4000


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    """Some case noticed it."""
    SURVIVED = "survived"
    """No case noticed it."""
    EQUIVALENT = "equivalent"
    """No village can tell it from the ruleset, and that is shown."""
    REFUSED = "refused"
    """The loader refuses it; it counts for nothing."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant and what became of it."""

    mutant: Mutant
    """The mistake."""
    fate: Fate
    """What became of it."""
    by: str | None = None
    """The case that noticed it."""
    shown: Words | None = None
    """Why no village can tell it from the ruleset."""


@dataclass(frozen=True, slots=True)
class MutationReport:
    """What became of all mutants."""

    tried: tuple[Tried, ...]
    """Each mistake that was made, and what became of it."""
    possible: int
    """How many mistakes there are; more than were tried where there are very many."""

    def of(self, fate: Fate) -> tuple[Tried, ...]:
        """Return the mutants of one fate."""
        return tuple(one for one in self.tried if one.fate is fate)

    @property
    def survived(self) -> tuple[Tried, ...]:
        """Return those that no case noticed."""
        return self.of(Fate.SURVIVED)

    @property
    def score(self) -> Fraction | None:
        """The killed of those that could be; nothing where there was none."""
        killed, survived = len(self.of(Fate.KILLED)), len(self.of(Fate.SURVIVED))
        return Fraction(killed, killed + survived) if killed + survived else None


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A case that passes, with what is needed to run it again."""

    case: Case
    village: Village | None
    """Nothing where the village itself has faults, as the case expects."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A ruleset with one choice of overlays, its data, and the cases that are about it."""

    ruleset: Ruleset
    data: dict[str, Any]
    reads: Reads
    ready: tuple[Ready, ...]


def mutation_score(suites: Sequence[Suite], progress: Callable[[int, int], None] | None = None) -> MutationReport:
    """Try every mutant of the ruleset that files of cases are about; cases that do not pass are left out."""
    grounds = list(_grounds(suites))
    todo: dict[tuple[object, ...], list[tuple[Ground, Mutant]]] = defaultdict(list)
    for ground in grounds:
        for mutant in mutants_of(ground.ruleset, ground.data):
            todo[mutant.key].append((ground, mutant))
    taken = list(todo.values())[:: max(1, -(-len(todo) // MOST))]
    tried = []
    for done, pairs in enumerate(taken, 1):
        tried.append(_try(pairs))
        if progress is not None:
            progress(done, len(taken))
    return MutationReport(tuple(tried), len(todo))


def _grounds(suites: Sequence[Suite]) -> Iterator[Ground]:
    """Gather the cases of all files by the overlays that they name."""
    rulesets: dict[tuple[str | Path, ...], Ruleset] = {}
    cases: dict[tuple[str | Path, ...], list[Ready]] = defaultdict(list)
    for suite in suites:
        for case in suite.file.cases if suite.ruleset is not None else ():
            if case.faults:
                continue
            overlays = case.overlays or ()
            try:
                ruleset = rulesets.setdefault(overlays, suite.resolved(case))
                cases[overlays].append(Ready(case, village_of(case, ruleset)))
            except SmartVillageError:
                continue
    for overlays, ready in cases.items():
        ruleset = rulesets[overlays]
        passing = tuple(
            one for one in ready if one.village is not None and judged(one.case, ruleset, one.village).passed
        )
        yield Ground(ruleset, plain(ruleset), Reads(ruleset), passing)


def _try(pairs: Sequence[tuple[Ground, Mutant]]) -> Tried:
    """Find out what becomes of one mistake, in each choice of overlays in which it can be made."""
    refused = 0
    for ground, mutant in pairs:
        try:
            mutated = api.load_ruleset(mutant.made(ground.data))
        except RulesetError:
            refused += 1
            continue
        killer = next(_killers(ground, mutant, mutated), None)
        if killer is not None:
            return Tried(mutant, Fate.KILLED, killer.case.name)
    first = pairs[0][1]
    if refused == len(pairs):
        return Tried(first, Fate.REFUSED)
    shown = [shown_equal(ground.ruleset, ground.data, mutant) for ground, mutant in pairs]
    if all(shown):
        return Tried(first, Fate.EQUIVALENT, shown=shown[0])
    return Tried(first, Fate.SURVIVED)


def _killers(ground: Ground, mutant: Mutant, mutated: Ruleset) -> Iterator[Ready]:
    """Yield the cases that notice a mistake; those that speak of it come first."""
    for ready in _near_first(ground, mutant):
        if ready.village is None:
            continue
        try:
            passed = judged(ready.case, mutated, ready.village).passed
        except SmartVillageError:
            passed = False
        if not passed:
            yield ready


def _near_first(ground: Ground, mutant: Mutant) -> Iterable[Ready]:
    def far(ready: Ready) -> bool:
        names = {expectation.name for expectation in ready.case.expect}
        if mutant.section == "facts":
            return mutant.entry not in ready.case.facts
        return mutant.entry not in names

    return sorted(ground.ready, key=far)
