"""Scores: the points, grades and levels of a walked village, as numbers and positions.

The rule: a level is read off what is known of "at least this one" for each level of its scale; it lies between the
highest that is surely reached and the highest that can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage.truth import FALSE, TRUE, UNKNOWN

from .carry import carry_fn, value_carry
from .interval import Interval
from .walk import number_of, truth_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .carried import Carried, Walked
    from .closures import Values
    from .gauged import Levels, Number
    from .interval import Known
    from .nodes import Exact, TruthNode, Value
    from .program import Program


class Score(NamedTuple):
    """A number that is measured, and the most it could be."""

    value: Value
    most: Value | None

    def read(self, program: Program, values: Values) -> tuple[Known, Exact | None]:
        """Return what it comes to, and the most it could be as far as that is known."""
        most = None if self.most is None else number_of(program, self.most)(values)
        return number_of(program, self.value)(values), most.high if isinstance(most, Interval) else most

    def tell(self, program: Program) -> Callable[[Walked, Carried], None]:
        """Return what tells what it comes from."""
        carry = value_carry(program, self.value)
        return lambda walked, said: carry(walked, said, True)  # noqa: FBT003 - what is open is always asked why


class Ladder(NamedTuple):
    """A level: for each of its scale, lowest first, whether it is at least that one."""

    reach: tuple[TruthNode, ...]

    def read(self, program: Program, values: Values) -> tuple[int, int]:
        """Return the highest level that is surely reached and the highest that can be."""
        truths = [truth_of(program, one)(values) for one in self.reach]
        sure = max((at for at, truth in enumerate(truths) if truth == TRUE), default=0)
        return sure, max((at for at, truth in enumerate(truths) if truth != FALSE), default=sure)

    def tell(self, program: Program) -> Callable[[Walked, Carried], None]:
        """Return what tells what it comes from: the levels in question, or the two on whose edge it lies."""
        parts = [(truth_of(program, one), carry_fn(program, one)) for one in self.reach]

        def told(walked: Walked, said: Carried) -> None:
            lowest, _ = self.read(program, walked.values)
            for at, (truth_at, carry) in enumerate(parts):
                truth = truth_at(walked.values)
                if truth == UNKNOWN or at in {lowest, lowest + 1}:
                    carry(walked, said, truth == UNKNOWN)

        return told


class Scored(NamedTuple):
    """What a criterion or a decision comes to beside its truth."""

    score: Score | None = None
    ladder: Ladder | None = None

    def tell(self, program: Program, walked: Walked, said: Carried) -> None:
        """Add what both come from."""
        for part in (self.score, self.ladder):
            if part is not None:
                part.tell(program)(walked, said)


class Scores(NamedTuple):
    """By place: the criteria that give points or have a grade, and the decisions that are a level or a score."""

    criteria: dict[int, Scored]
    decisions: dict[int, Scored]
    alone: frozenset[int]
    """The criteria that have no rule beside them, and so no outcome."""


def scores(program: Program) -> Scores:
    """Return what a program measures, made once and kept beside it."""
    found: Scores | None = program._derived.get("scores")  # noqa: SLF001 - the place for what is made of it
    if found is None:
        found = program._derived["scores"] = Scores(  # noqa: SLF001 - likewise
            {place: Scored(_score(one.points), _ladder(one.grade))
             for place, one in enumerate(program.criteria) if one.points is not None or one.grade is not None},
            {place: Scored(_score(one.score), _ladder(one.level))
             for place, one in enumerate(program.decisions) if one.score is not None or one.level is not None},
            frozenset(place for place, one in enumerate(program.criteria)
                      if one.criterion.rule is None and (one.points is not None or one.grade is not None)),
        )  # fmt: skip
    return found


def _score(number: Number | None) -> Score | None:
    return None if number is None else Score(number.value, number.most)


def _ladder(levels: Levels | None) -> Ladder | None:
    return None if levels is None else Ladder(levels.reach)
