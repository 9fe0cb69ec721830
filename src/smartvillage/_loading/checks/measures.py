"""Measures, points and grades: what they look at can be measured, and their edges, steps and rows fit it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from smartvillage._faults import references, scores
from smartvillage._program.bands import band_of, one_sided, out_of_order
from smartvillage._program.quota import read_points
from smartvillage.diagnostics import Diagnostic
from smartvillage.model.conditions import FactCondition, Testing, condition_head
from smartvillage.model.measures import (
    AnyMeasure,
    ChooseMeasure,
    FullAt,
    GradeMeasure,
    HeadMeasure,
    HighestMeasure,
    LowestMeasure,
    MeasureRef,
)

from .bands import check_gaps
from .conditions import HEADS, check_condition, check_tests
from .gauged import MEASURABLE, Gauged, codes_of, gauged, of_measure
from .measured import of_fact
from .reading import told, unread
from .selections import check_grades_given

if TYPE_CHECKING:
    from smartvillage._loading.entries import Entry, Step
    from smartvillage.model.conditions import AnyCondition
    from smartvillage.model.measures import Grade, GradesOf, Points

    from .context import Loaded
    from .gauged import Kind

#: What has an order, so that steps and edges can be put to it.
ORDERED: tuple[Kind, ...] = ("number", "points", "share", "level", "day")
#: What a score can be.
NUMBERED: tuple[Kind, ...] = ("number", "points", "share")


def check_head(
    loaded: Loaded, entry: Entry, head: AnyCondition, steps: tuple[Step, ...], wanted: Iterable[Kind]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a head that is measured, and must come to one of the kinds that are wanted."""
    word = condition_head(head) or ""
    if word not in MEASURABLE or not isinstance(head, Testing):
        yield scores.not_a_measure(entry.place(*steps, word, key=True), word, MEASURABLE)
        return
    for test, _ in head.given():
        yield scores.test_not_wanted(entry.place(*steps, test, key=True), test)
    if isinstance(head, FactCondition) and head.where is not None:
        yield scores.test_not_wanted(entry.place(*steps, "where", key=True), "where")
        return
    yield from (one for one in HEADS[type(head)](loaded, entry, head, steps) if one.code not in _OF_TESTS)
    found = gauged(loaded, head)
    kinds = list(wanted)
    if found is not None and found.kind not in kinds:
        yield scores.not_measured(entry.place(*steps, word), found.kind, kinds)


#: What is told of a condition that asks nothing, as what is only measured does.
_OF_TESTS = frozenset({"SV307", "SV320"})


def check_points(loaded: Loaded, entry: Entry, points: Points, *, rule: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with the points of a criterion."""
    style = loaded.tables.style
    at = ("points", "max") if isinstance(entry.data.get("points"), dict) else ("points",)
    broken = list(unread(lambda written: read_points(written, style), points.max, entry, *at))
    yield from broken
    forms = [key for key in ("steps", "proportional") if getattr(points, key) is not None]
    if points.of is None and not (rule and not forms):
        yield scores.one_of_keys(entry.place("points", key=True), (), ("rule", "points/of"))
    elif points.of is not None:
        if len(forms) != 1:
            yield scores.one_of_keys(entry.place("points", key=True), forms, ("steps", "proportional"))
        wanted = ("share",) if points.proportional is not None else ORDERED
        yield from check_head(loaded, entry, points.of, ("points", "of"), wanted)
    if not broken:
        yield from _amounts(loaded, entry, points)
    yield from _steps(loaded, entry, points)
    if isinstance(points.proportional, FullAt):
        yield from _full_at(loaded, entry, points.proportional)


def _amounts(loaded: Loaded, entry: Entry, points: Points) -> Iterator[Diagnostic]:
    """Yield where an amount is no number, or more than the most."""
    style = loaded.tables.style
    most = read_points(points.max, style)
    if most.share or most.value <= 0:
        at = ("points", "max") if isinstance(entry.data.get("points"), dict) else ("points",)
        yield scores.over_most(entry.place(*at), str(points.max), "0")
        return
    given = [(("steps", key), amount) for key, amount in (points.steps or {}).items()]
    for steps, amount in [*given, *([(("otherwise",), points.otherwise)] if points.otherwise is not None else [])]:
        try:
            level = read_points(amount, style)
        except ValueError as fault:
            yield told(fault, entry.place("points", *steps))  # type: ignore[arg-type]  # a reader's refusal
            continue
        if level.share or level.value > most.value:
            yield scores.over_most(entry.place("points", *steps), str(amount), str(points.max))


def _steps(loaded: Loaded, entry: Entry, points: Points) -> Iterator[Diagnostic]:
    """Yield where a step is no value of what is measured, or stands twice."""
    found = None if points.of is None else gauged(loaded, points.of)
    if points.steps is None or found is None or found.kind not in ORDERED:
        return
    seen: set[object] = set()
    kinds: set[bool] = set()
    for key in points.steps:
        broken = list(unread(found.measured.read, key, entry, "points", "steps", key))
        yield from broken
        if broken:
            continue
        level = found.measured.read(key)
        kinds.add(bool(getattr(level, "share", False)))
        if level in seen or len(kinds) > 1:
            yield scores.same_step(entry.place("points", "steps", key, key=True), key)
        seen.add(level)


def _full_at(loaded: Loaded, entry: Entry, full: FullAt) -> Iterator[Diagnostic]:
    from smartvillage.model.facts import ShareFact

    at = ("points", "proportional", "full_at")
    share = of_fact("full_at", ShareFact(type="share"), loaded.tables)
    broken = list(unread(share.read, full.full_at, entry, *at))
    yield from broken
    if not broken and not share.read(full.full_at):
        yield scores.over_most(entry.place(*at), str(full.full_at), "0")


def check_grade(loaded: Loaded, entry: Entry, grade: Grade, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with levels by edges."""
    yield from check_head(loaded, entry, grade.of, (*steps, "of"), (*ORDERED, "code"))
    yield from loaded.refer("scale", grade.scale, entry, *steps, "scale")
    levels = loaded.tables.scales.get(grade.scale)
    found = gauged(loaded, grade.of)
    fits = found is not None and found.kind != "truth"
    whole = True
    for level, tests in grade.levels.items():
        here = (*steps, "levels", level)
        if levels is not None and level not in levels:
            yield references.unknown_id(entry.place(*here, key=True), "level", level, levels)
        broken = list(check_tests(loaded, entry, tests, found.measured if found and fits else None, here))
        yield from broken
        whole = whole and not broken and level in (levels or ())
    if whole and found is not None and levels is not None and found.kind in ORDERED:
        yield from _order(loaded, entry, grade, (found, levels), (*steps, "levels"))


def _order(
    loaded: Loaded, entry: Entry, grade: Grade, of: tuple[Gauged, tuple[str, ...]], steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    """Yield where neighbouring levels overlap, or do not go the way their scale does; else what lies in none."""
    found, levels = of
    named = [(level, band_of(grade.levels[level], found.measured.read)) for level in levels if level in grade.levels]
    known = [(level, band) for level, band in named if band is not None]
    if len(known) < len(named):
        return
    sided = one_sided(grade.levels.values())
    wrong = list(out_of_order([band for _, band in known], sided=sided))
    for first, second in wrong:
        level, other = known[second][0], known[first][0]
        yield scores.bands_overlap(entry.place(*steps, level, key=True), level, other)
    if not sided and not wrong:
        yield from check_gaps(loaded, entry, grade, (found, [band for _, band in known]), steps)


def check_measures(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is wrong with named measures."""
    for entry, measure in loaded.entries("measures"):
        yield from KINDS[type(measure)](loaded, entry, measure)


def _graded(loaded: Loaded, entry: Entry, measure: GradeMeasure) -> Iterator[Diagnostic]:
    yield from check_grade(loaded, entry, measure.grade, ("grade",))


def _lowest(loaded: Loaded, entry: Entry, measure: LowestMeasure) -> Iterator[Diagnostic]:
    yield from _of_several(loaded, entry, measure.lowest, "lowest")


def _highest(loaded: Loaded, entry: Entry, measure: HighestMeasure) -> Iterator[Diagnostic]:
    yield from _of_several(loaded, entry, measure.highest, "highest")


def _of_several(loaded: Loaded, entry: Entry, over: tuple[str, ...] | GradesOf, key: str) -> Iterator[Diagnostic]:
    """Yield where one of several is no level, or of another scale than the first."""
    if not isinstance(over, tuple):
        yield from check_grades_given(loaded, entry, over.grade, (key, "grade"))
        return
    if not over:
        yield scores.nothing_to_measure(entry.place(key), "grade")
    first: Gauged | None = None
    for position, name in enumerate(over):
        yield from loaded.refer("measure", name, entry, key, position)
        found = of_measure(loaded, name)
        if found is None:
            continue
        if found.kind != "level":
            yield scores.not_measured(entry.place(key, position), found.kind, ["level"])
        elif first is None:
            first = found
        elif found.words != first.words:
            yield scores.other_scale(entry.place(key, position), found.words, first.words)


def _chosen(loaded: Loaded, entry: Entry, measure: ChooseMeasure) -> Iterator[Diagnostic]:
    """Yield what is wrong with a choice: its rows, and what each comes to."""
    given = [key for key in ("scale", "codes") if getattr(measure, key) is not None]
    if len(given) != 1:
        yield scores.one_of_keys(entry.place(key=True), given, ("scale", "codes"))
    if measure.scale is not None:
        yield from loaded.refer("scale", measure.scale, entry, "scale")
    elif isinstance(measure.codes, str):
        yield from loaded.refer("code list", measure.codes, entry, "codes")
    for position, row in enumerate(measure.choose):
        yield from check_condition(loaded, entry, row.when, ("choose", position, "when"))
        yield from _then(loaded, entry, measure, row.then, ("choose", position, "then"))
    yield from _then(loaded, entry, measure, measure.otherwise, ("otherwise",))


def _then(
    loaded: Loaded, entry: Entry, measure: ChooseMeasure, then: str | MeasureRef, steps: tuple[Step, ...]
) -> Iterator[Diagnostic]:
    own = of_measure(loaded, entry.id)
    if isinstance(then, MeasureRef):
        yield from loaded.refer("measure", then.measure, entry, *steps, "measure")
        other = of_measure(loaded, then.measure)
        if own is not None and other is not None:
            if other.kind != own.kind:
                yield scores.not_measured(entry.place(*steps, "measure"), other.kind, [own.kind])
            elif other.words != own.words:
                yield scores.other_scale(entry.place(*steps, "measure"), other.words, own.words)
        return
    known = codes_of(loaded, measure) if measure.scale is None else loaded.tables.scales.get(measure.scale)
    if known is not None and then not in known:
        kind = "code" if measure.scale is None else "level"
        yield references.unknown_id(entry.place(*steps), kind, then, known)


def _head(loaded: Loaded, entry: Entry, measure: HeadMeasure) -> Iterator[Diagnostic]:
    at = ("of",) if "of" in entry.data else ()
    yield from check_head(loaded, entry, measure.of, at, ("number", "points", "share", "level", "code", "day"))


#: One function a kind of measure; the next kind is one line here and one function above.
KINDS: dict[type[AnyMeasure], Callable[..., Iterator[Diagnostic]]] = {
    GradeMeasure: _graded,
    LowestMeasure: _lowest,
    HighestMeasure: _highest,
    ChooseMeasure: _chosen,
    HeadMeasure: _head,
}


def check_level(loaded: Loaded, entry: Entry, name: str) -> Iterator[Diagnostic]:
    """Yield where a decision's level is no level."""
    yield from loaded.refer("measure", name, entry, "level")
    found = of_measure(loaded, name)
    if found is not None and found.kind != "level":
        yield scores.not_measured(entry.place("level"), found.kind, ["level"])
