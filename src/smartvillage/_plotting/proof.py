"""Reported against proven: every criterion as two tiles, what is reported of it and whether evidence bears it out."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech
from smartvillage.model.findings import BLOCKING

from .canvas import FONT, bar, canvas, key, named, rows, write
from .colours import signed

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from smartvillage.diagnostics import Lang
    from smartvillage.model.findings import Assessment, Finding

#: How many letters a tile takes.
TILE = 36


def proof(assessment: Assessment, *, lang: Lang = "vi") -> Figure:
    """Draw a heat map of all criteria: as reported on the left, as proven on the right.

    Args:
        assessment: What ``evaluate`` returned.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
    """
    say = Speech(lang, "assessment", "plot")
    found = [one for one in assessment.findings if one.outcome is not None]
    title = say("plot.proof", village=assessment.village.name, met=assessment.counts.met, proven=assessment.proven)
    figure, axes = canvas(8, 1.4 + 0.3 * len(found), title)
    for place, finding in enumerate(found):
        for column, (meaning, told) in enumerate(_tiles(say, finding)):
            bar(axes, place, (column + 0.02, column + 0.98), meaning, 0.86)
            write(axes, (column + 0.5, place), told, on=meaning, size=7)
    rows(axes, [named(one.criterion, say.text(one.title)) for one in found])
    axes.set_xlim(0, 2)
    axes.set_xticks([0.5, 1.5], [say("plot.reported"), say("plot.proven")], fontsize=9, fontfamily=FONT)
    axes.xaxis.tick_top()
    used = dict.fromkeys(str(one.outcome) for one in found)
    key(figure, [(one, say(f"outcome.{one}")) for one in used])
    return figure


def _tiles(say: Speech, finding: Finding) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the meaning and the words of both tiles."""
    outcome = str(finding.outcome)
    reported = (outcome, signed(outcome, say(f"outcome.{outcome}")))
    if finding.proven:
        return reported, ("proven", signed("proven", say("outcome.met_proven")))
    weak = [one for one in finding.caveats if one in BLOCKING]
    why = say.all("caveat", weak) if finding.outcome == "met" else ""
    told = why or say("plot.not_proven" if finding.outcome == "met" else "plot.nothing_to_prove")
    return reported, ("unproven", shorten(told, TILE, placeholder=" …"))
