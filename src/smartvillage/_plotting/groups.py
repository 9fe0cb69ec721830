"""Bars by group: how many criteria of each group came out how, and how many of the met ones are proven."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartvillage._reporting.speech import Speech

from .canvas import FONT, bar, canvas, key, rows, short, write
from .colours import signed

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from smartvillage.diagnostics import Lang
    from smartvillage.model.findings import Assessment, Counts

OUTCOMES = ("met", "not_met", "not_assessable", "unknown", "not_applicable")


class _Bar(NamedTuple):
    """What one bar shows."""

    title: str
    counts: Counts
    proven: int


def groups(assessment: Assessment, *, lang: Lang = "vi") -> Figure:
    """Draw one bar a group, split by outcome, with how many of the met criteria are proven written inside.

    A ruleset without groups has one bar, for the whole set.

    Args:
        assessment: What ``evaluate`` returned.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``: ``figure.savefig("groups.png")`` writes it; a notebook shows it.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
    """
    say = Speech(lang, "assessment", "plot")
    title = say("plot.groups", village=assessment.village.name, met=assessment.counts.met,
                total=assessment.counts.total - assessment.counts.not_applicable, proven=assessment.proven)  # fmt: skip
    bars = [_Bar(short(say.text(one.title)), one.counts, one.proven) for one in assessment.groups]
    bars = bars or [_Bar(say("group.all"), assessment.counts, assessment.proven)]
    figure, axes = canvas(9, 1.6 + 0.55 * len(bars), title)
    for place, one in enumerate(bars):
        left = 0
        for outcome in OUTCOMES:
            count = getattr(one.counts, outcome)
            if count:
                bar(axes, place, (left, left + count), outcome)
                write(axes, (left + count / 2, place), signed(outcome, str(count)), on=outcome)
            left += count
        write(axes, (left + 0.1, place), say("plot.proven_count", proven=one.proven))
    rows(axes, [one.title for one in bars])
    axes.set_xlabel(say("plot.criteria"), fontsize=8, fontfamily=FONT)
    axes.margins(x=0.14)
    used = [outcome for outcome in OUTCOMES if any(getattr(one.counts, outcome) for one in bars)]
    key(figure, [(outcome, say(f"outcome.{outcome}")) for outcome in used])
    return figure
