"""Walking a bound village, and a whole evaluation, against the same comparisons written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from by_hand import ARGUMENTS, by_hand
from measure import Row, in_turn, ratio_row

import smartvillage as sv
from smartvillage._program.bind import bind
from smartvillage._program.bound import Bound
from smartvillage._program.door import program_for
from smartvillage._program.interval import Interval
from smartvillage._program.walk import compiled, walk

VILLAGE = Path(__file__).parents[1] / "examples" / "an-phu" / "village.yaml"
REPEAT = 2_000


def arguments(bound: Bound) -> list[Any]:
    """Pick what the hand-written function is given out of a bound village."""
    places = {info.path: place for place, info in reversed(list(enumerate(bound.program.slots)))}

    def value(path: str) -> Any:  # noqa: ANN401 - whatever a slot holds
        if ":" in path:
            return _truth_over(bound, path)
        if "#" in path:
            return _counted(bound, path)
        found = bound.values[places[path]]
        return None if isinstance(found, Interval) else found

    return [value(path) for path in ARGUMENTS]


def _counted(bound: Bound, path: str) -> Any:  # noqa: ANN401 - whatever a tally holds
    """Return how many entities a list has, at least or at most, as folded before the walk."""
    name, _, end = path.removeprefix("facts/").partition("#")
    wanted = next(
        tally for tally in bound.program.tallies if bound.program.lists[tally.list].fact == name and tally.miss == 0
    )
    found = bound.values[compiled(bound.program).layout.tally(wanted)]
    return getattr(found, end) if isinstance(found, Interval) else found


def _truth_over(bound: Bound, path: str) -> int:
    """Return the truth of "every entity has it", as folded before the walk."""
    criterion = {"free_wifi": "1.2", "digital_level": "2.6", "cashless": "2.7"}[path.partition(":")[2]]
    found = walk(bound.program, bound.values)
    order = [one.criterion.id for one in bound.program.criteria]
    truth: int = found[compiled(bound.program).layout.holds + order.index(criterion)]
    return truth


def rows(rounds: int) -> Iterator[Row]:
    """Check that both say the same, then measure the walk and the evaluation."""
    village = sv.load_village(VILLAGE)
    ruleset = sv.load_ruleset(village.ruleset)
    program = program_for(ruleset, village.as_of, None, "as_of")
    bound = bind(program, village)
    given = arguments(bound)
    layout = compiled(program).layout
    found = walk(program, bound.values)
    ours = [*found[layout.holds : layout.holds + len(program.criteria)], found[layout.decisions]]
    if ours != by_hand(*given):
        msg = f"the hand-written function says otherwise: {ours} {by_hand(*given)}"
        raise SystemExit(msg)
    pair = in_turn(lambda: walk(program, bound.values), lambda: by_hand(*given), rounds=rounds, repeat=REPEAT)
    yield ratio_row("walk all criteria / by hand", *pair, 2.5)

    pair = in_turn(lambda: sv.evaluate(ruleset, village), lambda: by_hand(*given), rounds=rounds, repeat=REPEAT)
    yield ratio_row("evaluate a loaded village whose values are typed; no result is kept / by hand", *pair, 25)

    def afresh() -> None:
        village._derived.clear()  # noqa: SLF001 - measure with nothing remembered
        sv.evaluate(ruleset, village)

    took, hand = in_turn(afresh, lambda: by_hand(*given), rounds=rounds, repeat=200)
    figure = f"{took * 1e3:.3f} ms / {hand * 1e3:.3f} ms = {took / hand:.0f}"
    yield Row("evaluate a village whose values are read for the first time / by hand", figure, "none set", reached=True)
