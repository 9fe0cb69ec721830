"""Knobs: the facts and thresholds that can be turned, read off the explanations of a village as it is.

The rule: only what a rule looks at is offered, as it stands now; nothing here draws, and nothing here decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from smartvillage import Explanation, Ruleset, Village
from smartvillage.model.base import Text
from smartvillage.model.explanation import Step
from smartvillage.model.facts import ChoiceFact, CountFact, LevelFact
from smartvillage.model.trial import LimitStep

Lang: TypeAlias = Literal["vi", "en"]

#: The forms of values that have a dial.
FORMS = ("truth", "percent", "number", "level", "code")


@dataclass(frozen=True, slots=True)
class FactKnob:
    """A fact, what it is now, and what it may be."""

    id: str
    title: Text
    form: str
    now: str | None
    """As explanations write it, exact; nothing while nobody knows."""
    unit: str = ""
    whole: bool = False
    """True where it is counted."""
    options: tuple[tuple[str, Text], ...] = ()
    """The levels or codes it may have."""
    scope: str | None = None
    """What the village's figure is about, where it says so; a turned figure is about the same."""


@dataclass(frozen=True, slots=True)
class LimitKnob:
    """A threshold that is a share or a plain number, and what it is now."""

    path: str
    criterion: str
    title: Text
    percent: bool
    now: Fraction | None
    """Nothing while nobody has seen it."""
    unit: str = ""
    of: Text | None = None
    """What is held against it: tells apart the thresholds of one criterion."""


def fact_knobs(told: Iterable[Explanation], ruleset: Ruleset, village: Village) -> dict[str, FactKnob]:
    """Return the facts that rules look at, each once, in the order of the criteria."""
    found: dict[str, FactKnob] = {}
    for one in told:
        for step in _steps(one):
            if step.head == "fact" and step.of in ruleset.facts and step.measured and step.measured.form in FORMS:
                found.setdefault(step.of, _fact_knob(step.of, step, ruleset, village))
    return found


def _fact_knob(name: str, step: Step, ruleset: Ruleset, village: Village) -> FactKnob:
    fact, written = ruleset.facts[name], village.facts.get(name)
    measured = step.measured
    assert measured is not None  # noqa: S101 - asked by the caller
    return FactKnob(
        name, fact.title or Text(vi=name), measured.form, measured.exact, measured.unit,
        whole=isinstance(fact, CountFact),
        options=tuple(_options(fact, ruleset)),
        scope=written.get("scope") if isinstance(written, Mapping) else None,
    )  # fmt: skip


def _options(fact: Any, ruleset: Ruleset) -> Iterator[tuple[str, Text]]:  # noqa: ANN401 - any kind of fact
    if isinstance(fact, LevelFact):
        yield from ((level.id, level.title or Text(vi=level.id)) for level in ruleset.scales[fact.scale])
    elif isinstance(fact, ChoiceFact) and isinstance(fact.codes, str):
        yield from ruleset.codes[fact.codes].items()
    elif isinstance(fact, ChoiceFact):
        yield from ((code, Text(vi=code)) for code in fact.codes)


def limit_knobs(told: Iterable[Explanation]) -> dict[str, LimitKnob]:
    """Return the thresholds that stand by themselves, each once; those that follow from others have no dial."""
    found: dict[str, LimitKnob] = {}
    for one in told:
        for step in _steps(one):
            for limit in (limit for test in step.tests for limit in test.limits):
                if limit.form in ("percent", "number") and not (limit.relative or limit.picked or limit.periods):
                    found.setdefault(limit.path, _limit_knob(one, step, limit))
    return found


def _limit_knob(one: Explanation, step: Step, limit: LimitStep) -> LimitKnob:
    now, title = None if limit.exact is None else Fraction(limit.exact), one.title or Text(vi=one.id)
    return LimitKnob(limit.path, one.id, title, limit.form == "percent", now, limit.unit, step.title)


def _steps(one: Explanation) -> Iterator[Step]:
    waiting = [step for step in (one.applies_if, one.rule, one.points, one.grade) if step is not None]
    while waiting:
        step = waiting.pop(0)
        yield step
        waiting += step.steps


def overlay(base: Ruleset, limits: Mapping[str, str]) -> dict[str, Any]:
    """Return what an overlay's file would say that sets thresholds; it extends the last overlay there is."""
    extended = base.overlays[-1].partition("@")[0] if base.overlays else base.id
    because = {"vi": "thử trên bảng", "en": "tried on the board"}
    return {
        "overlay": {
            "id": "tried-on-the-board", "title": because, "version": "1.0.0", "extends": extended, "basis": "assumed",
        },
        "edits": [{"set": path, "to": value, "because": because} for path, value in limits.items()],
    }  # fmt: skip
