"""Splits: one fact that decisions, criteria of a group or the rows of a choice part into bands.

The rule: conditions split a fact only where no two of them share more than an edge; what then lies between neighbours,
or in two of them, was printed so or is a slip. What lies beyond the outermost is left to whoever wrote them.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from smartvillage._faults import analysis as faults
from smartvillage._program.band_text import band_text
from smartvillage._program.bands import Band, band_of, inside, one_sided
from smartvillage.model.conditions import FactCondition
from smartvillage.model.facts import CountFact, DateFact, LevelFact, QuantityFact, ShareFact

from .bands import gauge_of
from .spots import criterion_spots, decision_spots, measure_spots
from .telling import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .asking import Asker
    from .bands import Gauge
    from .spots import Spot
    from .telling import Teller

#: The facts whose values have an order.
_ORDERED = (CountFact, QuantityFact, ShareFact, LevelFact, DateFact)


class Part(NamedTuple):
    """One of the conditions that look at a fact, and the values that it takes."""

    band: Band
    spot: Spot


def splits(asker: Asker) -> Iterator[Finding]:
    """Yield what lies between or in two of the bands into which a fact is split."""
    for fact, parts in _parted(asker):
        head = parts[0].tests
        gauge = gauge_of(asker, FactCondition(fact=fact)) if isinstance(head, FactCondition) else None
        if gauge is None or one_sided(spot.tests for spot in parts):  # type: ignore[misc]  # all look at a fact
            continue
        bands = [band_of(spot.tests, gauge.read) for spot in parts]  # type: ignore[arg-type]  # likewise
        if all(band is not None and not band.share for band in bands):
            yield from _between(
                [Part(band, spot) for band, spot in zip(bands, parts, strict=True) if band], fact, gauge
            )


def _parted(asker: Asker) -> Iterator[tuple[str, list[Spot]]]:
    """Yield each fact that several outermost conditions of one place look at alone."""
    ruleset = asker.program.ruleset
    groups: dict[object, list[Spot]] = defaultdict(list)
    for spot in decision_spots(ruleset):
        groups["decisions"].append(spot)
    for spot in measure_spots(ruleset):
        groups["measures", spot.id].append(spot)
    for lowered in asker.program.criteria:
        for spot in criterion_spots(lowered.criterion):
            if spot.steps == ("rule",):
                groups["criteria", lowered.criterion.group].append(spot)
    for spots in groups.values():
        by_fact: dict[str, list[Spot]] = defaultdict(list)
        for spot in spots:
            tests = spot.tests
            if isinstance(tests, FactCondition) and tests.where is None and tests.given():
                by_fact[tests.fact].append(spot)
        yield from ((fact, found) for fact, found in by_fact.items() if _is_ordered(asker, fact) and len(found) > 1)


def _is_ordered(asker: Asker, fact: str) -> bool:
    return isinstance(asker.program.ruleset.facts[fact], _ORDERED)


def _between(parts: Sequence[Part], fact: str, gauge: Gauge) -> Iterator[Finding]:
    if any(_overlap_widely(one.band, other.band) for one, other in combinations(parts, 2)):
        return
    for below, above in pairwise(sorted(parts, key=lambda part: part.band)):
        if below.band.high is None or above.band.low is None:
            continue
        gap = Band(below.band.high, above.band.low, not below.band.high_open, not above.band.low_open)
        example = inside(gap, gauge.extent)
        both = Band(above.band.low, below.band.high, above.band.low_open, below.band.high_open)
        if example is not None:
            such = "" if example == gap.high else f"`{gauge.write(example)}`"
            yield _finding(above.spot, "gap", _gap(fact, band_text(gap, gauge.write), such))
        elif inside(both, gauge.extent) is not None:
            yield _finding(above.spot, "overlap", _overlap(fact, band_text(both, gauge.write)))


def _finding(spot: Spot, what: str, tell: Teller) -> Finding:
    return Finding(spot.section, spot.id, spot.steps, what, tell)


def _gap(fact: str, values: str, such: str) -> Teller:
    return lambda place, _since: faults.split_gap(place, fact, values, such)


def _overlap(fact: str, values: str) -> Teller:
    return lambda place, _since: faults.split_overlap(place, fact, values)


def _overlap_widely(one: Band, other: Band) -> bool:
    """Tell whether two bands share more than an edge."""
    below, above = sorted((one, other))
    if below.high is None:
        return True
    return above.low is None or above.low < below.high
