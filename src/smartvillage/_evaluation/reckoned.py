"""What was reckoned: points, a count, a level or a class with how it is written, and how far it is from limits.

The rule: what is open is written as what it can still be; a percentage of points is held against the most there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartvillage._program.carried import Carried
from smartvillage._program.gauged import Codes, Levels, Number
from smartvillage._program.interval import Interval, add, hold, scale
from smartvillage._program.scores import Ladder, Score
from smartvillage._program.walk import number_of
from smartvillage.exact import exact_text
from smartvillage.model.explanation import Comparison, Measured
from smartvillage.truth import TRUE, UNKNOWN

from .distance import Ruler, distance, share_distance
from .members import is_share
from .scene import TRUTHS
from .spelling import Speller, speller, value_title
from .trials import limit_step, ruler_of, sure, trials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage._program.gauged import Gauged
    from smartvillage._program.interval import Known
    from smartvillage._program.nodes import Exact
    from smartvillage._program.program import LimitInfo
    from smartvillage.model.base import Text
    from smartvillage.model.conditions import Tests
    from smartvillage.model.explanation import Distance, LimitStep
    from smartvillage.model.facts import AnyFact

    from .scene import Scene
    from .trials import Trial


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What something came to, and how it is written."""

    known: Known
    spelled: Speller
    ruler: Ruler | None
    most: Exact | None = None
    titles: tuple[Text | None, ...] = ()
    """What levels or codes are called, by their position."""

    @property
    def is_open(self) -> bool:
        """Tell whether it is not known."""
        return isinstance(self.known, Interval)

    def measured(self) -> Measured:
        """Write it as what was measured."""
        known = self.known
        return Measured(
            form=self.spelled.form,
            exact=None if isinstance(known, Interval) else self.spelled.text(known),
            within=self.spelled.span(known) if isinstance(known, Interval) and self.spelled.form != "code" else None,
            unit=self.spelled.unit,
            title=None if isinstance(known, Interval) else self.title(known),
            out_of=None if self.most is None else exact_text(self.most),
        )

    def title(self, value: Exact) -> Text | None:
        """Return what a level or a code is called."""
        place = int(value)
        return self.titles[place] if 0 <= place < len(self.titles) else None


def reckoned(scene: Scene, gauged: Gauged) -> Reckoned:
    """Read what something came to off the walk."""
    match gauged:
        case Levels():
            lowest, highest = Ladder(gauged.reach).read(scene.program, scene.values)
            known: Known = lowest if lowest == highest else Interval(lowest, highest, whole=True)
            titles = tuple(level.title for level in scene.ruleset.scales[gauged.scale])
            return Reckoned(known, Speller("level", words=gauged.ids), Ruler("levels", whole=True), titles=titles)
        case Codes():
            return _code(scene, gauged)
        case Number():
            return _number(scene, gauged)


def _code(scene: Scene, gauged: Codes) -> Reckoned:
    surely = [at for at, node in enumerate(gauged.chosen) if scene.truth(node) == TRUE]
    known: Known = surely[0] if surely else Interval(0, len(gauged.ids) - 1, whole=True)
    titles = tuple(scene.ruleset.codes.get(gauged.list or "", {}).values())
    return Reckoned(known, Speller("code", words=gauged.ids), None, titles=titles)


def _number(scene: Scene, gauged: Number) -> Reckoned:
    known = number_of(scene.program, gauged.value)(scene.values)
    most = None if gauged.most is None else number_of(scene.program, gauged.most)(scene.values)
    if gauged.fact is not None:
        fact_id, fact = gauged.fact
        titles = () if isinstance(known, Interval) else _titles(scene, fact, known)
        return Reckoned(known, speller(fact, scene.program.tables), ruler_of(scene, fact, fact_id), titles=titles)
    ruler = Ruler("items", whole=True) if gauged.total is None else Ruler("marks")
    return Reckoned(known, Speller("number"), ruler, most.high if isinstance(most, Interval) else most)


def _titles(scene: Scene, fact: AnyFact, known: Exact) -> tuple[Text | None, ...]:
    place = int(known)
    title = value_title(fact, known, scene.ruleset)
    return () if title is None else (*[None] * place, title)


def what_is_open(scene: Scene, gauged: Gauged) -> Carried:
    """Return what the leaves say that a measure comes from."""
    said = Carried()
    match gauged:
        case Levels(reach=truths) | Codes(chosen=truths):
            Ladder(truths).tell(scene.program)(scene.notes, said)
        case Number():
            Score(gauged.value, gauged.most).tell(scene.program)(scene.notes, said)
    return said


def comparisons(scene: Scene, found: Reckoned, tests: Tests, path: str, truth: int) -> tuple[Comparison, ...]:
    """Tell of the tests that something was put to; ``truth`` is what the whole condition came to."""
    told = [_comparison(scene, found, trial) for trial in trials(scene, tests, path)]
    return (sure(told[0], truth),) if len(told) == 1 else tuple(told)


def _comparison(scene: Scene, found: Reckoned, trial: Trial) -> Comparison:
    shares = [found.most is not None and is_share(info, scene) for info in trial.limits]
    held = {_held(found, info, trial, share=share) for info, share in zip(trial.limits, shares, strict=True)}
    steps = (_limit(scene, found, info, share=share) for info, share in zip(trial.limits, shares, strict=True))
    truth = max(held, default=UNKNOWN) if trial.word == "one_of" else held.pop() if len(held) == 1 else UNKNOWN
    return Comparison(
        word=trial.word, truth=TRUTHS[truth], limits=tuple(steps), distance=_distance(found, trial, shares)
    )


def _limit(scene: Scene, found: Reckoned, info: LimitInfo, *, share: bool) -> LimitStep:
    step = limit_step(info, Speller("percent") if share else found.spelled, scene)
    title = None if info.value is None or share else found.title(info.value)
    return step if title is None else step.model_copy(update={"title": title})


def _held(found: Reckoned, info: LimitInfo, trial: Trial, *, share: bool) -> int:
    if share:
        if info.value is None or found.most is None:
            return UNKNOWN
        return hold(add(found.known, -info.value * found.most), trial.op)
    limit = info.domain if info.value is None else info.value
    return UNKNOWN if limit is None else hold(add(found.known, scale(-1, limit)), trial.op)


def _distance(found: Reckoned, trial: Trial, shares: Sequence[bool]) -> Distance | None:
    """Say how far off it is from the one limit in question."""
    if isinstance(found.known, Interval) or found.ruler is None or len(trial.limits) != 1 or trial.word == "one_of":
        return None
    limit = trial.limits[0].value
    if limit is None:
        return None
    if found.spelled.form == "percent":
        return share_distance(found.known, limit, trial.op, None, found.ruler)
    wanted = limit * (found.most or 0) if shares[0] else limit
    return distance(found.known, wanted, trial.op, found.ruler)
