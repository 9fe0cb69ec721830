"""Grading: the points, grades, levels and scores of a walked village, packed as a result keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._program.interval import interval_of
from smartvillage._program.scores import scores
from smartvillage._program.walk import compiled
from smartvillage.exact import exact_text
from smartvillage.model.packed import pack_scores
from smartvillage.truth import FALSE, TRUE

if TYPE_CHECKING:
    from smartvillage._program.closures import Values
    from smartvillage._program.nodes import Exact
    from smartvillage._program.program import Program
    from smartvillage._program.scores import Ladder, Score


def measured_criteria(program: Program, values: Values) -> str:
    """Pack the points and grades of the criteria that may apply."""
    applies = compiled(program).layout.applies
    return pack_scores(
        (place, _number(program, values, one.score), _level(program, values, one.ladder))
        for place, one in scores(program).criteria.items()
        if values[applies + place] != FALSE
    )


def measured_decisions(program: Program, values: Values) -> str:
    """Pack the levels and scores of the decisions whose needs are met."""
    decisions = compiled(program).layout.decisions
    return pack_scores(
        (place, _number(program, values, one.score), _level(program, values, one.ladder))
        for place, one in scores(program).decisions.items()
        if values[decisions + place] == TRUE
    )


def _number(program: Program, values: Values, score: Score | None) -> str:
    if score is None:
        return ""
    value, most = score.read(program, values)
    found = interval_of(value)
    return ":".join((_end(found.low), _end(found.high), _end(most)))


def _end(value: Exact | None) -> str:
    return "" if value is None else exact_text(value)


def _level(program: Program, values: Values, ladder: Ladder | None) -> str:
    if ladder is None:
        return ""
    lowest, highest = ladder.read(program, values)
    return f"{lowest}:{highest}"
