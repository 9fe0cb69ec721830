"""What a change does to villages: of each criterion, how many meet it only afterwards, and how many no longer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech
from smartvillage.model.findings import Outcome

from .canvas import FONT, bar, canvas, key, named, rows, write

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from smartvillage.diagnostics import Lang
    from smartvillage.model.comparison import Comparison
    from smartvillage.model.ruleset import Ruleset

#: What a village's criterion may have become, each with its colour and the side on which it is drawn.
_SIDES = (("gained", "met", 1), ("lost", "not_met", -1), ("otherwise", "not_assessable", 1))


def turns(comparison: Comparison, ruleset: Ruleset | None = None, *, lang: Lang = "vi") -> Figure:
    """Draw how many villages a change of the ruleset turns, criterion by criterion.

    To the right stand those that meet a criterion only afterwards, and those that come out otherwise without being
    met before or after; to the left those that meet it no longer.

    Args:
        comparison: What ``diff`` returned when it was given villages.
        ruleset: Where titles of criteria are read; without it their ids are shown.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``.

    Raises:
        MissingExtraError: The library matplotlib is not installed.

    >>> from smartvillage import diff
    >>> comparison = diff("dong-thap-2021-2025", "dong-thap-2021-2025", villages=["examples/an-phu"])
    >>> turns(comparison, lang="en").get_suptitle()
    '0 of 1 villages come out differently'
    """
    say = Speech(lang, "assessment", "plot")
    counts = _counted(comparison)
    titles = {} if ruleset is None else {one.id: say.text(one.title) for one in ruleset.criteria}
    order = [*(name for name in titles if name in counts), *(name for name in counts if name not in titles)]
    title = say("plot.turns", turned=len(comparison.flips), villages=comparison.villages)
    figure, axes = canvas(9, 1.8 + 0.5 * max(1, len(order)), title)
    for row, name in enumerate(order):
        right = 0
        for kind, colour, side in _SIDES:
            if count := counts[name][kind]:
                start = right if side > 0 else 0
                bar(axes, row, (start, start + side * count), colour)
                write(axes, (start + side * count / 2, row), str(count), on=colour)
                right += max(0, side * count)
    rows(axes, [named(name, titles[name]) if name in titles else name for name in order])
    axes.axvline(0, color="black", linewidth=1)
    axes.set_xlabel(say("plot.of_villages"), fontsize=8, fontfamily=FONT)
    axes.xaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    axes.margins(x=0.1)
    used = [(colour, say(f"plot.{kind}")) for kind, colour, _ in _SIDES if any(one[kind] for one in counts.values())]
    if used:
        key(figure, used)
    return figure


def _counted(comparison: Comparison) -> dict[str, Counter[str]]:
    """Count for each criterion what it became among the villages that come out differently."""
    counts: dict[str, Counter[str]] = {}
    for flip in comparison.flips:
        for name, before, after in flip.criteria:
            gained, lost = after is Outcome.MET, before is Outcome.MET
            counts.setdefault(name, Counter())["gained" if gained else "lost" if lost else "otherwise"] += 1
    return counts
