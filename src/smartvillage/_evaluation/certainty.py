"""Certainty: does a verdict hold under every completion of what is open, and what would settle it if not.

A set of open things settles a verdict when no values of theirs leave two outcomes possible. Each set that does not
shows what else differs between two completions; every settling set holds one of those. The smallest sets are found by
asking for ever better sets until none is refuted.
INVARIANT (proxy): a verdict that rests on a substitute for the rule's own fact is never certain.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from smartvillage._program.feasible import SearchStoppedError, Steps
from smartvillage._program.possible import Question, goals_of, possible_outcomes
from smartvillage._program.residue import renamed
from smartvillage._program.search import Branch, find
from smartvillage.model.explanation import Certainty
from smartvillage.model.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


#: How many steps a search takes before it says that it stopped.
STEP_LIMIT = 20_000

#: How many smallest sets are told.
SETS_TOLD = 3

#: Of how many open things settling sets are looked for; what more would settle is nothing that people can use.
THINGS_ASKED = 200

Paths = frozenset[str]


def certainty(question: Question, *, rests_on_proxy: bool = False, limit: int = STEP_LIMIT) -> Certainty:
    """Say whether one outcome holds under every completion, else the smallest sets of open things that settle it."""
    steps = Steps(limit)
    possible = possible_outcomes(question, steps)
    if possible is None:
        return Certainty(rests_on_proxy=rests_on_proxy, finished=False, steps=limit)
    if len(possible) == 1:
        return Certainty(
            certain=not rests_on_proxy, holds=possible[0], rests_on_proxy=rests_on_proxy, steps=steps.taken
        )
    settle, finished = _smallest((question,), steps)
    return Certainty(
        certain=False, settle=settle, rests_on_proxy=rests_on_proxy, finished=finished, steps=min(steps.taken, limit)
    )


def of_levels(questions: Sequence[Question], limit: int = STEP_LIMIT) -> Certainty:
    """Say whether a level is the same under every completion; each question asks whether one level is reached."""
    steps = Steps(limit)
    possible = [possible_outcomes(question, steps) for question in questions]
    if any(one is None for one in possible):
        return Certainty(finished=False, steps=limit)
    unsure = [question for question, one in zip(questions, possible, strict=True) if one is not None and len(one) > 1]
    if not unsure:
        return Certainty(certain=True, steps=steps.taken)
    settle, finished = _smallest(unsure, steps)
    return Certainty(certain=False, settle=settle, finished=finished, steps=min(steps.taken, limit))


def _smallest(questions: Sequence[Question], steps: Steps) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return the smallest settling sets, at most three, and whether the search came to its end.

    Things without which nothing settles are asked for first, one by one; often they are all there is to find.
    """
    paths = frozenset(variable.path for question in questions for variable in question.variables.values())
    found: list[Paths] = []
    refuted: set[Paths] = set()
    if len(paths) > THINGS_ASKED:
        return (), False
    try:
        conflicts = [_any_conflict(questions, paths - {path}, steps) for path in sorted(paths)]
        needed = [conflict for conflict in conflicts if conflict is not None]
        for size in range(max(1, len(needed)), len(paths) + 1):
            while (candidate := _candidate(needed, size, {*found, *refuted}, steps)) is not None:
                conflict = _any_conflict(questions, candidate, steps)
                if conflict is None:
                    found.append(candidate)
                else:
                    refuted.add(candidate)
                    needed.append(conflict)
                if len(found) == SETS_TOLD:
                    break
            if found:
                break
    except SearchStoppedError:
        return _told(found), False
    return _told(found), True


def _told(found: list[Paths]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(sorted(paths)) for paths in found))


def _candidate(conflicts: list[Paths], size: int, tried: set[Paths], steps: Steps) -> Paths | None:
    """Return a set of at most so many paths, not tried before, that holds one of every conflict."""
    return next((paths for paths in _hitting(conflicts, size, steps) if paths not in tried), None)


def _hitting(conflicts: list[Paths], size: int, steps: Steps) -> Iterator[Paths]:
    forced: Paths = frozenset().union(*(conflict for conflict in conflicts if len(conflict) == 1))
    todo: list[Paths] = [forced] if len(forced) <= size else []
    while todo:
        steps.take()
        chosen = todo.pop()
        missed = next((conflict for conflict in conflicts if not conflict & chosen), None)
        if missed is None:
            yield chosen
        elif len(chosen) < size:
            todo.extend(chosen | {path} for path in sorted(missed, reverse=True))


def _any_conflict(questions: Sequence[Question], known: Paths, steps: Steps) -> Paths | None:
    """Find two completions that agree on the known paths and differ in the answer to any of the questions."""
    return next((found for one in questions if (found := _conflict(one, known, steps)) is not None), None)


def _conflict(question: Question, known: Paths, steps: Steps) -> Paths | None:
    """Find two completions that agree on the known paths and not on the outcome; return where they differ."""
    if known.issuperset(variable.path for variable in question.variables.values()):
        return None
    shared = {number for number, variable in question.variables.items() if variable.path in known}
    twin = max(question.variables, default=0) + 1
    mapping = {number: number if number in shared else number + twin for number in question.variables}
    variables = {**question.variables, **{mapping[number]: thing for number, thing in question.variables.items()}}
    other = Question(renamed(question.applies, mapping), renamed(question.holds, mapping), variables)
    for one, rest in _PAIRS:
        for another in rest:
            goals = [*goals_of(question, one), *goals_of(other, another)]
            branch = find(goals, variables, steps, frozenset(variables.keys() - shared))
            if branch is not None:
                return _differing(question, mapping, branch)
    return None


#: Every two outcomes that differ.
_PAIRS: tuple[tuple[Outcome, tuple[Outcome, ...]], ...] = (
    (Outcome.MET, (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)),
    (Outcome.NOT_MET, (Outcome.NOT_APPLICABLE,)),
)


def _differing(question: Question, mapping: Mapping[int, int], branch: Branch) -> Paths:
    """Name the paths that both completions rest on, each in its own way; what only one looks at may be the same."""
    values = {**branch.case.truths, **branch.sample}
    asked = {*branch.case.truths, *chain.from_iterable(row.terms for row in branch.constraints)}
    return frozenset(
        variable.path
        for number, variable in question.variables.items()
        if mapping[number] != number
        and number in asked
        and mapping[number] in asked
        and values.get(number, 0) != values.get(mapping[number], 0)
    )
