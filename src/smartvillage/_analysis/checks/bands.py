"""Bands whose edges depend on the day or on a class: settled for each, and held against what their fact can be.

The rule: edges that are plain values are told when the set is loaded; here are those that only a day or a class makes
plain. A day on which an edge is not in force, or one that nobody has seen, says nothing.
"""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

from smartvillage._faults import scores
from smartvillage._program.band_text import band_text, number_text, share_text, writer_of
from smartvillage._program.bands import band_of, gaps, inside, one_sided, out_of_order
from smartvillage._program.extents import SHARE, extent_of
from smartvillage._program.literal import read_literal
from smartvillage._program.quota import read_points, read_quota
from smartvillage.model.conditions import (
    CountCondition,
    FactCondition,
    MetCondition,
    NotMetCondition,
    PointsCondition,
    Tests,
)
from smartvillage.model.facts import ChoiceFact
from smartvillage.model.limits import ByLimit, DatedLimit, NamedLimit, ValueLimit
from smartvillage.model.measures import ChooseMeasure
from smartvillage.timeline import day_after, in_period

from .levels import grades_of
from .telling import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from smartvillage._program.band_text import Writer
    from smartvillage._program.bands import Band
    from smartvillage._program.interval import Interval
    from smartvillage.model.conditions import AnyCondition
    from smartvillage.model.limits import AnyLimit
    from smartvillage.model.measures import Grade
    from smartvillage.numbers import Style

    from .asking import Asker
    from .spots import Step
    from .telling import Teller

#: In how many ways classes together are tried.
_WAYS = 64


class Gauge(NamedTuple):
    """How what is graded is read, written, and which values it can have."""

    read: Callable[[object], object]
    write: Writer
    extent: Interval
    style: Style


def bands(asker: Asker) -> Iterator[Finding]:
    """Yield where neighbouring levels overlap, and what lies in none, with the edges of a day and of each class."""
    for section, name, steps, grade in grades_of(asker):
        limits = [limit for tests in grade.levels.values() for _, limit in tests.given()]
        if all(isinstance(limit, ValueLimit) for limit in limits):
            continue  # told when the set was loaded
        gauge = gauge_of(asker, grade.of)
        if gauge is not None:
            yield from _settled(asker, (section, name, (*steps, "levels")), grade, gauge)


def gauge_of(asker: Asker, head: AnyCondition) -> Gauge | None:
    """Return how a condition's head is read; nothing where it is no number, share, level or day."""
    ruleset, tables = asker.program.ruleset, asker.program.tables
    match head:
        case FactCondition(fact=name, where=None):
            fact = ruleset.facts[name]
            extent = extent_of(ruleset, tables, head)
            return Gauge(
                lambda written: read_literal(fact, written, tables), writer_of(fact, tables), extent, tables.style
            )
        case PointsCondition():
            read = read_points
        case CountCondition() | MetCondition() | NotMetCondition():
            read = read_quota
        case _:
            return None
    extent = extent_of(ruleset, tables, head)
    return Gauge(
        lambda written: read(written, tables.style),
        lambda value: number_text(value, tables.style),
        extent,
        tables.style,
    )


def _settled(asker: Asker, at: tuple[str, str, tuple[Step, ...]], grade: Grade, gauge: Gauge) -> Iterator[Finding]:
    section, name, steps = at
    by = sorted(
        {name for tests in grade.levels.values() for _, limit in tests.given() for name in _classes(asker, limit)}
    )
    for codes in islice(product(*(_codes(asker, one) for one in by)), _WAYS):
        chosen = dict(zip(by, codes, strict=True))
        edges = {level: _edges(asker, tests, chosen) for level, tests in grade.levels.items()}
        found = {level: band_of(tests, gauge.read) for level, tests in edges.items() if tests is not None}
        scale = asker.program.tables.scales[grade.scale]
        known = [(level, found.get(level)) for level in scale if level in grade.levels]
        whole = [(level, band) for level, band in known if band is not None]
        if len(whole) == len(known):
            sided = one_sided(grade.levels.values())
            yield from _told((section, name, steps), whole, gauge, (sided, ", ".join(codes)))


def _told(
    at: tuple[str, str, tuple[Step, ...]], found: list[tuple[str, Band]], gauge: Gauge, how: tuple[bool, str]
) -> Iterator[Finding]:
    section, name, steps = at
    sided, classes = how
    ordered = [band for _, band in found]
    wrong = list(out_of_order(ordered, sided=sided))
    for first, second in wrong:
        level, other = found[second][0], found[first][0]
        yield Finding(section, name, (*steps, level), f"overlap {other}", _overlap(level, other))
    if sided or wrong:
        return
    share = any(band.share for band in ordered)
    extent = SHARE if share else gauge.extent
    write = (lambda value: share_text(value, gauge.style)) if share else gauge.write
    for gap in gaps(ordered, extent, rising=len(ordered) < 2 or ordered[0] < ordered[1]):  # noqa: PLR2004 - two have one
        values, example = band_text(gap, write), inside(gap, extent)
        such = "" if example is None or example == gap.high else f"`{write(example)}`"
        yield Finding(section, name, steps, f"gap {values}", _gap(values, such, classes))


def _overlap(level: str, other: str) -> Teller:
    return lambda place, _since: scores.bands_overlap(place, level, other)


def _gap(values: str, such: str, classes: str) -> Teller:
    return lambda place, since: scores.band_gap(place, _when(values, classes, since), such)


def _when(values: str, classes: str, since: str) -> str:
    told = ", ".join(part for part in (classes, since) if part)
    return f"{values} ({told})" if told else values


def _classes(asker: Asker, limit: AnyLimit | tuple[AnyLimit, ...]) -> Iterator[str]:
    """Yield the classes that pick a limit."""
    match limit:
        case NamedLimit(limit=name) if name in asker.program.ruleset.limits:
            yield from _classes(asker, asker.program.ruleset.limits[name])
        case ByLimit():
            yield limit.by
            for one in (*limit.values.values(), *([limit.otherwise] if limit.otherwise is not None else [])):
                yield from _classes(asker, one)
        case _:
            return


def _codes(asker: Asker, name: str) -> tuple[str, ...]:
    ruleset, tables = asker.program.ruleset, asker.program.tables
    fact, measure = ruleset.facts.get(name), ruleset.measures.get(name)
    if isinstance(fact, ChoiceFact):
        return tables.choices(fact)
    if isinstance(measure, ChooseMeasure):
        return measure.codes if isinstance(measure.codes, tuple) else tables.codes.get(measure.codes or "", ())
    return ()


def _edges(asker: Asker, tests: Tests, chosen: Mapping[str, str]) -> Tests | None:
    """Return a level's edges as plain values; nothing where one of them is none."""
    plain: dict[str, Any] = {word: _plain(asker, limit, chosen) for word, limit in tests.given()}
    if any(limit is None for limit in plain.values()):
        return None
    return Tests.model_construct(**{"is_" if word == "is" else word: limit for word, limit in plain.items()})


def _plain(asker: Asker, limit: AnyLimit | tuple[AnyLimit, ...], chosen: Mapping[str, str]) -> AnyLimit | None:
    match limit:
        case ValueLimit():
            return limit
        case NamedLimit(limit=name) if name in asker.program.ruleset.limits:
            return _plain(asker, asker.program.ruleset.limits[name], chosen)
        case ByLimit():
            picked = limit.values.get(chosen[limit.by], limit.otherwise)
            return None if picked is None else _plain(asker, picked, chosen)
        case DatedLimit():
            day = asker.program.day
            ends = [(one, None if one.until is None else day_after(one.until)) for one in limit.dated]
            here = next((one for one, end in ends if in_period(day, one.from_, end)), None)
            return None if here is None else ValueLimit.model_construct(value=here.value)
        case _:
            return None
