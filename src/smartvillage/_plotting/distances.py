"""Distance to threshold: every measured criterion as its value on the way to what is asked, which is 100."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from smartvillage._reporting.speech import Speech
from smartvillage.api import evaluate, explain, load_village
from smartvillage.exact import read_exact
from smartvillage.resolving import resolved_for

from .canvas import FONT, bar, canvas, key, named, rows, write
from .colours import signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.figure import Figure

    from smartvillage.api import RulesetLike, VillageLike
    from smartvillage.arguments import DayLike, OverlayLike
    from smartvillage.diagnostics import Lang
    from smartvillage.model.explanation import Explanation, Step

#: A value this many times what is asked is drawn no longer, and marked.
MOST = Fraction(2)


class Reached(NamedTuple):
    """A criterion's value as a part of what is asked."""

    criterion: str
    title: str
    part: Fraction
    told: str
    met: bool
    basis: str


def distances(
    ruleset: RulesetLike,
    village: VillageLike,
    on: DayLike | None = None,
    *,
    overlays: OverlayLike | Sequence[OverlayLike] | None = None,
    lang: Lang = "vi",
) -> Figure:
    """Draw how far each measured value has come to the least that is asked; the line at 100 % is the threshold.

    Criteria without a number, with a threshold nobody has seen, or that ask for at most so much are left out; the
    picture says how many.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        village: The village, loaded or as a path.
        on: The day; by default the village's ``as_of``.
        overlays: Overlays to resolve first; by default those the village names.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
        NotInForceError, VillageError, RulesetError: As ``evaluate``.
    """
    say = Speech(lang, "assessment", "plot")
    known = load_village(village)
    resolved = resolved_for(ruleset, known, overlays)
    assessment = evaluate(resolved, known, on, overlays=())
    told = [explain(resolved, known, one.criterion, on, overlays=()) for one in assessment.findings]
    reached = [found for one in told if (found := _reached(say, one)) is not None]
    return _drawn(say, reached, say("plot.distances", village=known.name, drawn=len(reached), total=len(told)))


def distance(explanation: Explanation, *, lang: Lang = "vi") -> Figure | None:
    """Draw how far one criterion's value has come to the least that is asked.

    Args:
        explanation: What ``explain`` returned.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``; nothing where the criterion has no number, or nobody has seen its threshold.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
    """
    say = Speech(lang, "assessment", "plot")
    reached = _reached(say, explanation)
    if reached is None:
        return None
    title = say("plot.distance", village=explanation.village.name, criterion=explanation.id)
    return _drawn(say, [reached], title)


def _drawn(say: Speech, reached: Sequence[Reached], title: str) -> Figure:
    figure, axes = canvas(9, 1.6 + 0.42 * max(1, len(reached)), title)
    for place, one in enumerate(reached):
        meaning = "met" if one.met else "not_met"
        end = float(min(one.part, MOST) * 100)
        bar(axes, place, (0, end), meaning, 0.62)
        write(axes, (end + 2, place), signed(meaning, f"{one.told}{' »' if one.part > MOST else ''}"), size=7)
    rows(axes, [f"{named(one.criterion, one.title)}{one.basis}" for one in reached])
    axes.axvline(100, color="black", linewidth=1)
    axes.set_xlim(0, float(MOST * 100) + 40)
    axes.set_xlabel(say("plot.of_threshold"), fontsize=8, fontfamily=FONT)
    key(figure, [(one, say(f"outcome.{one}")) for one in ("met", "not_met")])
    return figure


def _reached(say: Speech, explanation: Explanation) -> Reached | None:
    """Take the first value of a rule that is held against a known least."""
    if explanation.rule is None or explanation.title is None:
        return None
    for step in _steps(explanation.rule):
        for test in step.tests:
            limit = test.limits[0] if len(test.limits) == 1 else None
            if limit is None or limit.exact is None or step.measured is None or step.measured.exact is None:
                continue
            if (
                test.word in ("at_least", "more_than")
                and limit.form in ("number", "percent")
                and read_exact(limit.exact)
            ):
                part = Fraction(read_exact(step.measured.exact)) / read_exact(limit.exact)
                percent = limit.form == "percent"
                value, asked = (
                    say.number(one.exact or "0", one.unit, percent=percent) for one in (step.measured, limit)
                )
                weak = "" if limit.basis in ("stated", "wording") else f" ({say.firmness(limit.basis, short=True)})"
                told = say("plot.reached", value=value, asked=asked)
                return Reached(explanation.id, say.text(explanation.title), part, told, test.truth == "met", weak)
    return None


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for inner in step.steps:
        yield from _steps(inner)
