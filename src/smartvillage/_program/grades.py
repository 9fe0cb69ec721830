"""Grades: a level by what a measure comes to, and the lowest grade of criteria.

The rule: with lower edges alone every value has a level; with both edges as printed a value in no band has none, and
is open for want of a method.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.model.facts import ChoiceFact
from smartvillage.model.findings import Reason
from smartvillage.model.limits import ValueLimit

from .bands import Band, band_of, gaps, one_sided
from .build import ALWAYS, NEVER
from .extents import SHARE, extent_of, level_domain, shared_scale
from .forms import lower_tests
from .literal import plain_text
from .measures import FactMeasure
from .needs import selected
from .nodes import AtLeast, Compare, Kind, Linear, Not, Op, Pick
from .program import SlotInfo
from .quota import Level
from .ranks import ClassMeasure, RankMeasure, every, from_value, some

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.model.conditions import Selector
    from smartvillage.model.measures import Grade

    from .build import Build, Site
    from .gauged import Levels
    from .interval import Interval
    from .measures import Measure
    from .nodes import TruthNode


def grade_of(build: Build, grade: Grade, site: Site) -> RankMeasure:
    """Return the level that a measure comes to."""
    site = site.based(grade.basis)
    measure: Measure = build.heads.gauge(build, grade.of, site.at("of"))
    levels = build.tables.scales[grade.scale]
    held = _edges(build, grade, measure, site)
    if not one_sided(grade.levels.values()):
        bands = {name: band_of(tests, measure.read) for name, tests in grade.levels.items()}
        known = {name: band for name, band in bands.items() if band is not None}
        if len(known) < len(bands):
            aside = () if _names_every_code(build, grade, measure) else _no_band(build, levels, site)
            reach = _by_rows(levels, held, aside)
        else:
            share = any(band.share for band in known.values())
            extent = SHARE if share else extent_of(build.ruleset, build.tables, grade.of)
            reach = _by_bands(build, levels, measure, (known, extent), site)
    else:
        reach = _from_edges(levels, held)
    return RankMeasure(build, grade.scale, levels, reach)


def _edges(build: Build, grade: Grade, measure: Measure, site: Site) -> dict[str, TruthNode]:
    """Lower what each level asks."""
    found: dict[str, TruthNode] = {}
    for level, tests in sorted(grade.levels.items()):
        here = site.at("levels", level)
        found[level] = build.nodes[here.path] = every(lower_tests(build, measure, tests, here))
    return found


def _from_edges(levels: tuple[str, ...], held: Mapping[str, TruthNode]) -> tuple[TruthNode, ...]:
    """Ask of each level the edge of the next one at or above it that has one; the lowest is always reached."""
    reach: list[TruthNode] = []
    above: TruthNode = NEVER
    for level in reversed(levels):
        above = held.get(level, above)
        reach.append(above)
    reach[-1] = ALWAYS
    return tuple(reversed(reach))


def _by_bands(
    build: Build, levels: tuple[str, ...], measure: Measure, printed: tuple[Mapping[str, Band], Interval], site: Site
) -> tuple[TruthNode, ...]:
    """Ask the edges that lie between bands, and in a gap the method slot."""
    bands, domain = printed
    ordered = [bands[level] for level in levels if level in bands]
    rising = len(ordered) < 2 or ordered[0] < ordered[-1]  # noqa: PLR2004 - two bands have an order
    held = {level: _edge(measure, band, rising=rising) for level, band in bands.items()}
    reach = _from_edges(levels, held)
    holes = [_within(measure, gap) for gap in gaps(ordered, domain, rising=rising)]
    if not holes:
        return reach
    aside = _no_band(build, levels, site)
    return tuple(Pick(tuple((hole, open_) for hole in holes), sure) for open_, sure in zip(aside, reach, strict=True))


def _edge(measure: Measure, band: Band, *, rising: bool) -> TruthNode:
    """Ask for a band's lower edge; its upper one where lower is better."""
    if rising:
        return ALWAYS if band.low is None else measure.known(
            Level(band.low, band.share), Op.GT if band.low_open else Op.GE, None
        )  # fmt: skip
    return ALWAYS if band.high is None else measure.known(
        Level(band.high, band.share), Op.LT if band.high_open else Op.LE, None
    )  # fmt: skip


def _within(measure: Measure, gap: Band) -> TruthNode:
    ends = []
    if gap.low is not None:
        ends.append(measure.known(Level(gap.low, gap.share), Op.GT if gap.low_open else Op.GE, None))
    if gap.high is not None:
        ends.append(measure.known(Level(gap.high, gap.share), Op.LT if gap.high_open else Op.LE, None))
    return every(ends)


def _names_every_code(build: Build, grade: Grade, measure: Measure) -> bool:
    """Tell whether the rows name every code of a choice, so that none is left without a level."""
    if isinstance(measure, ClassMeasure):
        codes = measure.codes
    elif isinstance(measure, FactMeasure) and isinstance(measure.fact, ChoiceFact):
        codes = build.tables.choices(measure.fact)
    else:
        return False
    limits = [limit for tests in grade.levels.values() for _, limit in tests.given()]
    each = [one for limit in limits for one in (limit if isinstance(limit, tuple) else (limit,))]
    return {plain_text(one.value) for one in each if isinstance(one, ValueLimit)} == set(codes)


def _by_rows(
    levels: tuple[str, ...], held: Mapping[str, TruthNode], aside: tuple[TruthNode, ...]
) -> tuple[TruthNode, ...]:
    """Ask the rows as printed, highest level first; what is in none of them has no band.

    Where nothing can be aside, what the rows before it leave is in the last one.
    """
    rows = [(at, held[level]) for at, level in reversed(list(enumerate(levels))) if level in held]
    last = rows[-1][0]
    return tuple(
        Pick(tuple((row, _reached(at, wanted)) for at, row in rows), aside[wanted]) if aside
        else Pick(tuple((row, _reached(at, wanted)) for at, row in rows[:-1]), _reached(last, wanted))
        for wanted in range(len(levels))
    )  # fmt: skip


def _reached(at: int, wanted: int) -> TruthNode:
    return ALWAYS if at >= wanted else NEVER


def _no_band(build: Build, levels: tuple[str, ...], site: Site) -> tuple[TruthNode, ...]:
    return _open_reach(build, levels, SlotInfo(
        site.at("levels").settled_at, Kind.METHOD, truth=False, domain=level_domain(levels), reason=Reason.NO_BAND
    ))  # fmt: skip


def _open_reach(build: Build, levels: tuple[str, ...], info: SlotInfo) -> tuple[TruthNode, ...]:
    """Return the reach of a level that is open: that it is at least the lowest is open too."""
    slot = build.open_level(info)
    return (Compare(Linear(((1, slot),)), Op.GE), *from_value(slot, len(levels))[1:])


def grades_of(build: Build, chosen: Selector, site: Site, *, highest: bool = False) -> RankMeasure:
    """Return the lowest (or the highest) grade of the criteria that have one and apply."""
    here = [build.criteria[name] for name in selected(build.ruleset, build.criteria, chosen)]
    graded = [(one.applies, one.grade) for one in here if one.grade is not None]
    scale = shared_scale(build.ruleset, chosen)
    levels = build.tables.scales[scale]
    unseen = site.owner.unseen and not isinstance(chosen, tuple)
    further = _unseen(build, levels) if unseen else None
    reach = [_joined(graded, at, further, highest=highest) for at in range(len(levels))]
    return RankMeasure(build, scale, levels, tuple(_guarded(build, [one for one, _ in graded], levels, reach, site)))


def _joined(
    graded: list[tuple[TruthNode, Levels]], at: int, further: tuple[TruthNode, ...] | None, *, highest: bool
) -> TruthNode:
    """Join whether each criterion reaches a level; one that does not apply stands in nobody's way and lifts nobody."""
    items = [
        rank.reach[at] if applies is ALWAYS
        else every((applies, rank.reach[at])) if highest
        else some((Not(applies), rank.reach[at]))
        for applies, rank in graded
    ]  # fmt: skip
    if further is not None:
        items.append(further[at])
    return some(items) if highest else every(items)


def _unseen(build: Build, levels: tuple[str, ...]) -> tuple[TruthNode, ...]:
    """Return the reach of one more criterion that nobody has seen."""
    info = SlotInfo(
        "unseen/grade", Kind.UNSEEN, truth=False, domain=level_domain(levels), reason=Reason.UNSEEN_CRITERION
    )
    return from_value(build.slot(info), len(levels))


def _guarded(
    build: Build, applies: list[TruthNode], levels: tuple[str, ...], reach: list[TruthNode], site: Site
) -> list[TruthNode]:
    """Leave the grade open where no criterion applies."""
    if any(one is ALWAYS for one in applies):
        return reach
    info = SlotInfo(
        site.at("when_empty").settled_at, Kind.METHOD, truth=False, domain=level_domain(levels), reason=Reason.EMPTY_SET
    )
    nonempty = AtLeast(1, tuple(applies))
    return [
        Pick(((nonempty, sure),), open_) for sure, open_ in zip(reach, _open_reach(build, levels, info), strict=True)
    ]
