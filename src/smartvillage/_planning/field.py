"""The field of choice: which activities can be planned, what each needs, weighs and when it can end at best.

Activities are numbers here, in the order of their ids; sets are bit masks. Done ones, advised ones and those all of
whose effects hold already are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .choose import choose
from .cover import Tree, bits
from .schedule import Job, Span, forward, shut
from .terms import cost_of, duration_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from smartvillage.model.activities import Activity
    from smartvillage.model.ruleset import Ruleset
    from smartvillage.model.tasks import Cost, Duration
    from smartvillage.model.village import Village

    from .calendar import Calendar
    from .effects import Deed, Effects


@dataclass(frozen=True, slots=True)
class Move:
    """An activity that can be planned."""

    id: str
    activity: Activity
    deeds: tuple[Deed, ...]
    """Those of its effects that do not hold yet."""
    grants: int
    """How many of them another body decides on."""
    cost: Cost
    duration: Duration
    needs: int
    """The set of what it needs, and what that needs; itself included."""


@dataclass(frozen=True, slots=True)
class Field:
    """All moves, and their days if everything were done."""

    moves: tuple[Move, ...]
    jobs: Mapping[str, Job]
    spans: Mapping[str, Span]
    weights: Sequence[int]
    days: Sequence[int]
    """Working days by move."""

    def deeds(self, chosen: int) -> list[Deed]:
        """Return all deeds of a set."""
        return [deed for number in bits(chosen) for deed in self.moves[number].deeds]

    def closed(self, chosen: int) -> int:
        """Return a set with everything it needs."""
        mask = 0
        for number in bits(chosen):
            mask |= self.moves[number].needs
        return mask

    def ids(self, chosen: int) -> list[str]:
        """Return the ids of a set, in order."""
        return [self.moves[number].id for number in bits(chosen)]

    def chosen(self, chosen: int) -> list[Move]:
        """Return the moves of a set, in the order of their ids."""
        return [self.moves[number] for number in bits(chosen)]

    def mask(self, ids: Iterable[str]) -> int:
        """Return the set of some ids; those that cannot be planned are left out."""
        wanted = set(ids)
        return sum(1 << number for number, move in enumerate(self.moves) if move.id in wanted)

    def cost(self, chosen: int) -> int:
        """Return what a set costs at most, as far as anybody knows."""
        return sum(self.moves[number].cost.high or 0 for number in bits(chosen))

    def least_cost(self, tree: Tree) -> int:
        """Return a cost below which no set that meets a rule can stay, unknown costs taken as nothing."""
        found = choose(tree, [move.cost.high or 0 for move in self.moves])
        return 0 if found is None else found.bound

    def after(self, last: int) -> int:
        """Return the moves that cannot end by a working day, by number."""
        return self.mask(id_ for id_, span in self.spans.items() if span.due > last)

    def outside(self, calendar: Calendar) -> int:
        """Return the moves that cannot lie in their windows, and all that need one of them."""
        late = self.mask(id_ for id_, span in self.spans.items() if shut(self.jobs[id_], span, calendar))
        return sum(1 << number for number, move in enumerate(self.moves) if move.needs & late)

    def jobs_of(self, chosen: int, *, windows: bool = True) -> dict[str, Job]:
        """Return the jobs of a set, or as they would be if none had a window."""
        jobs = {id_: self.jobs[id_] for id_ in self.ids(chosen)}
        return jobs if windows else {id_: replace(job, window=None) for id_, job in jobs.items()}


def lay_out(
    ruleset: Ruleset, village: Village, effects: Effects, calendar: Calendar, plan: tuple[int, frozenset[str]]
) -> Field:
    """Find the moves; ``plan`` is the first working day by number, and the tasks of the roadmap before."""
    start, before = plan
    names = sorted(name for name in ruleset.activities if _open(ruleset, village, effects, name))
    numbers = {name: number for number, name in enumerate(names)}
    jobs = {name: _job(ruleset, village, name, numbers) for name in names}
    spans = forward(jobs, calendar, start)
    style = ruleset.ruleset.numbers
    moves = tuple(
        Move(
            name,
            ruleset.activities[name],
            deeds := tuple(deed for deed in effects.deeds[name] if not effects.holds(deed)),
            sum(effects.granted(deed) for deed in deeds),
            cost_of(ruleset.activities[name], style),
            duration_of(ruleset.activities[name]),
            _closure(name, jobs, numbers),
        )
        for name in names
    )
    days = [spans[name].due - spans[name].start + 1 for name in names]
    return Field(moves, jobs, spans, weigh_all(moves, days, before), days)


def _open(ruleset: Ruleset, village: Village, effects: Effects, name: str) -> bool:
    """Tell whether an activity can be planned. One without effects is there for others, and never holds already."""
    progress = village.progress.get(name)
    if ruleset.activities[name].advised or (progress is not None and progress.done is not None):
        return False
    deeds = effects.deeds[name]
    return not deeds or not all(effects.holds(deed) for deed in deeds)


def _job(ruleset: Ruleset, village: Village, name: str, numbers: Mapping[str, int]) -> Job:
    activity, progress = ruleset.activities[name], village.progress.get(name)
    started: date | None = None if progress is None else progress.started
    needs = tuple(need for need in activity.after if need in numbers)
    return Job(name, needs, duration_of(activity).high, activity.available, started)


def _closure(name: str, jobs: Mapping[str, Job], numbers: Mapping[str, int]) -> int:
    mask, waiting = 0, [name]
    while waiting:
        here = waiting.pop()
        if not mask >> numbers[here] & 1:
            mask |= 1 << numbers[here]
            waiting += jobs[here].needs
    return mask


def weigh_all(moves: Sequence[Move], days: Sequence[int], before: frozenset[str]) -> list[int]:
    """Write the order of choosing as one number a move: what comes first counts more than all that follows.

    Unknown costs, cost, assumptions, working days, tasks, tasks not in the roadmap before; a full tie goes to the
    smallest sorted list of ids, which among sets of one size is the one whose smallest ids weigh least.
    """
    count = len(moves)
    columns = [
        [int(move.cost.high is None) for move in moves],
        [move.cost.high or 0 for move in moves],
        [move.grants for move in moves],
        list(days),
        [1] * count,
        [int(bool(before) and move.id not in before) for move in moves],
        [(1 << count) - (1 << (count - 1 - number)) for number in range(count)],
    ]
    weights = [0] * count
    for column in columns:
        room = sum(column) + 1
        weights = [weight * room + part for weight, part in zip(weights, column, strict=True)]
    return weights
