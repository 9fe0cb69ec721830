"""Trials: the tests of a condition with the limits in force, what each came to, and how far off it is.

The rule: a trial reads its limits from the program, where the day, the named limits and the classes are settled. Where
the class is not known every row of the table is a limit in question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage._program.forms import OPS
from smartvillage._program.gauged import Codes
from smartvillage._program.interval import Interval, add, hold, scale
from smartvillage._program.literal import FLAG_LIKE, LiteralFault, SpanFact, plain_text, read_literal
from smartvillage._program.nodes import Op
from smartvillage._program.rounding import rounded
from smartvillage._program.settled import in_village
from smartvillage.model.base import Period
from smartvillage.model.explanation import Comparison, Distance, InForce, LimitStep, Picked
from smartvillage.model.facts import ChoiceFact, CountFact, DateFact, LevelFact, QuantityFact, ShareFact
from smartvillage.model.findings import Reason
from smartvillage.model.limits import AnyLimit, ByLimit, DatedLimit, LimitReference, NamedLimit, TimesLimit
from smartvillage.truth import FALSE, UNKNOWN, negate

from .distance import Ruler, distance, share_distance
from .relative import relative
from .scene import TRUTHS, Scene
from .spelling import Speller, asked, cited, speller, value_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage._program.interval import Known
    from smartvillage._program.nodes import Exact
    from smartvillage._program.program import LimitInfo
    from smartvillage.model.conditions import Tests
    from smartvillage.model.facts import AnyFact
    from smartvillage.model.limits import DatedValue, Rounding


@dataclass(frozen=True, slots=True)
class Trial:
    """One test: its word and the limits that are in question for it."""

    word: str
    limits: tuple[LimitInfo, ...]
    round_: Rounding | None = None

    @property
    def op(self) -> Op:
        """Return how the value is held against a limit."""
        return OPS[self.word]


def trials(scene: Scene, tests: Tests, path: str) -> list[Trial]:
    """Return the tests with their limits in force."""
    found = []
    for word, limit in tests.given():
        here = f"{path}/{word}"
        each = limit if isinstance(limit, tuple) else (limit,)
        paths = [f"{here}/{place}" for place in range(len(each))] if isinstance(limit, tuple) else [here]
        infos = [info for at, one in zip(paths, each, strict=True) for info in _in_force(scene, at, one)]
        found.append(Trial(word, tuple(infos), each[0].round))
    return found


def _in_force(scene: Scene, path: str, limit: AnyLimit, *, part: bool = False) -> Iterator[LimitInfo]:
    """Yield the limit at a path, or those in question where a class picks it.

    A limit of which another is a ``part`` is told under that one's path, so many times.
    """
    info = scene.program.limits.get(path)
    if info is not None:
        found = in_village(scene.program, info, scene.values)
        yield found._replace(dated=_periods(scene, limit)) if _is_hole(scene, info) else found
    elif isinstance(limit, TimesLimit) and isinstance(limit.of, LimitReference):
        for found in _in_force(scene, f"{path}/of", scene.ruleset.limits[limit.of.limit], part=True):
            yield found._replace(relative=limit)
    elif isinstance(limit, NamedLimit):
        there = path if part else f"limits/{limit.limit}"
        yield from _in_force(scene, there, scene.ruleset.limits[limit.limit], part=part)
    elif isinstance(limit, ByLimit):
        for picked, at, row in _rows(scene, path, limit):
            for found in _in_force(scene, at, row, part=part):
                yield found._replace(picked=(picked, *found.picked))


def _is_hole(scene: Scene, info: LimitInfo) -> bool:
    return info.slot is not None and scene.program.slots[info.slot].reason is Reason.NOT_IN_FORCE


def _periods(scene: Scene, limit: AnyLimit) -> tuple[DatedValue, ...]:
    while (name := _refers_to(limit)) is not None:
        limit = scene.ruleset.limits[name]
    return limit.dated if isinstance(limit, DatedLimit) else ()


def _refers_to(limit: AnyLimit) -> str | None:
    """Return the named limit that one is, or is a part of."""
    if isinstance(limit, NamedLimit):
        return limit.limit
    return limit.of.limit if isinstance(limit, TimesLimit) and isinstance(limit.of, LimitReference) else None


def _rows(scene: Scene, path: str, limit: ByLimit) -> Iterator[tuple[Picked, str, AnyLimit]]:
    if limit.by not in scene.program.facts:
        yield from _rows_of_measure(scene, path, limit)
        return
    code, fact = scene.value(f"facts/{limit.by}"), scene.fact(limit.by)
    assert isinstance(fact, ChoiceFact)  # noqa: S101 - what the checks of loading hold
    codes, known = scene.program.tables.choices(fact), None
    if code is not None and not isinstance(code, Interval):
        known = codes[int(code)]
    rows = {name: (f"{path}/values/{name}", row) for name, row in sorted(limit.values.items()) if known in {None, name}}
    for name, (at, row) in rows.items():
        yield _picked(scene, limit.by, fact, name), at, row
    if limit.otherwise is not None and known not in limit.values:
        yield _picked(scene, limit.by, fact, known), f"{path}/otherwise", limit.otherwise


def _rows_of_measure(scene: Scene, path: str, limit: ByLimit) -> Iterator[tuple[Picked, str, AnyLimit]]:
    """Yield the rows that a measure which chooses a class may pick."""
    chosen = scene.program.gauged[f"measures/{limit.by}"]
    assert isinstance(chosen, Codes)  # noqa: S101 - what the checks of loading hold
    truths = dict(zip(chosen.ids, map(scene.truth, chosen.chosen), strict=True))
    titles = scene.ruleset.codes.get(chosen.list or "", {})
    named = scene.ruleset.measures[limit.by].title

    def picked(code: str | None) -> Picked:
        return Picked(fact=limit.by, fact_title=named, code=code, title=titles.get(code or ""))

    for name, row in sorted(limit.values.items()):
        if truths[name] != FALSE:
            yield picked(name), f"{path}/values/{name}", row
    others = [name for name in chosen.ids if name not in limit.values and truths[name] != FALSE]
    if limit.otherwise is not None and others:
        yield picked(others[0] if len(others) == 1 else None), f"{path}/otherwise", limit.otherwise


def _picked(scene: Scene, fact_id: str, fact: ChoiceFact, code: str | None) -> Picked:
    place = None if code is None else scene.program.tables.choices(fact).index(code)
    title = None if place is None else value_title(fact, place, scene.ruleset)
    return Picked(fact=fact_id, fact_title=fact.title, code=code, title=title)


def truth_of(trial: Trial, fact: AnyFact, value: Known, scene: Scene) -> int:
    """Hold a fact's value against a trial: any limit of ``one_of``, else what all limits in question agree on."""
    truths = [_held(trial, info, fact, value, scene) for info in trial.limits]
    if trial.word == "one_of":
        return max(truths, default=FALSE)
    return truths[0] if len(set(truths)) == 1 else UNKNOWN


def _held(trial: Trial, info: LimitInfo, fact: AnyFact, value: Known, scene: Scene) -> int:
    if isinstance(fact, FLAG_LIKE):
        truth = UNKNOWN if isinstance(value, Interval) else int(value)
        return truth if info.value else negate(truth)
    if info.value is None:
        return UNKNOWN if info.domain is None else hold(add(value, scale(-1, info.domain)), trial.op)
    edges = _edges(trial, info.value, fact, scene)
    return min(hold(add(value, -edge), op) for edge, op in edges)


def _edges(trial: Trial, limit: Exact, fact: AnyFact, scene: Scene) -> list[tuple[Exact, Op]]:
    """Return the comparisons a limit stands for: itself, or where rounding moves it."""
    if trial.round_ is None:
        return [(limit, trial.op)]
    try:
        step = read_literal(fact, trial.round_.to, scene.program.tables)
    except LiteralFault:
        return [(limit, trial.op)]
    return rounded(limit, trial.op, step, trial.round_.mode)


def comparison(
    trial: Trial, fact: AnyFact, value: Known, scene: Scene, counted: tuple[str, tuple[int, int] | None]
) -> Comparison:
    """Tell of a trial of a fact; ``counted`` is the fact's id and the counts behind a share."""
    spelled = speller(fact, scene.program.tables)
    return Comparison(
        word=trial.word,
        truth=TRUTHS[truth_of(trial, fact, value, scene)],
        limits=tuple(limit_step(info, spelled, scene, fact) for info in trial.limits),
        distance=_distance(trial, fact, value, scene, counted),
    )


def limit_step(info: LimitInfo, spelled: Speller, scene: Scene, fact: AnyFact | None = None) -> LimitStep:
    """Tell of a limit with where it comes from."""
    known, own = info.value is not None, info if info.relative is None else info.relative
    return LimitStep(
        path=info.path,
        form=spelled.form,
        exact=spelled.text(info.value) if info.value is not None else None,
        within=None if known else spelled.span(info.domain),
        written=info.written,
        unit=spelled.unit,
        title=value_title(fact, info.value, scene.ruleset) if fact is not None and info.value is not None else None,
        basis=own.basis or info.basis,
        source=cited(scene.ruleset.sources, own.source),
        ask=asked(scene.ruleset, info.ask),
        picked=info.picked,
        relative=relative(scene, info, spelled),
        periods=tuple(_in_period(one, spelled, scene, fact) for one in info.dated),
    )


def _in_period(dated: DatedValue, spelled: Speller, scene: Scene, fact: AnyFact | None) -> InForce:
    value = None if fact is None else read_literal(fact, dated.value, scene.program.tables)
    return InForce(
        during=Period(from_=dated.from_, until=dated.until),
        exact=None if value is None else spelled.text(value),
        written=plain_text(dated.value),
        title=None if fact is None or value is None else value_title(fact, value, scene.ruleset),
    )


def _distance(
    trial: Trial, fact: AnyFact, value: Known, scene: Scene, counted: tuple[str, tuple[int, int] | None]
) -> Distance | None:
    """Measure how far off a known value is from the one limit in question."""
    ruler = ruler_of(scene, fact, counted[0])
    if ruler is None or isinstance(value, Interval) or len(trial.limits) != 1 or trial.word == "one_of":
        return None
    limit = trial.limits[0].value
    if limit is None:
        return None
    edge, op = _edges(trial, limit, fact, scene)[0]
    if isinstance(fact, ShareFact):
        return share_distance(value, edge, op, counted[1], ruler)
    return distance(value, edge, op, ruler)


def ruler_of(scene: Scene, fact: AnyFact, fact_id: str) -> Ruler | None:
    """Return what distances of a fact are measured in; nothing where there is none."""
    match fact:
        case ShareFact():
            of = fact.part or fact_id
            return Ruler("units", whole=True, of=of, title=scene.fact(of).title if fact.part else fact.title)
        case CountFact():
            return Ruler("units", whole=True, of=fact_id, title=fact.title)
        case QuantityFact():
            return Ruler("units", unit="" if fact.unit == "1" else fact.unit, of=fact_id, title=fact.title)
        case LevelFact():
            return Ruler("levels", whole=True, of=fact_id, title=fact.title)
        case DateFact() | SpanFact():
            return Ruler("days", whole=True, of=fact_id or None, title=fact.title)
        case _:
            return None


def sure(comparison_: Comparison, truth: int) -> Comparison:
    """Give a comparison the truth that the whole condition came to, where it is its only test."""
    return comparison_.model_copy(update={"truth": TRUTHS[truth]})
