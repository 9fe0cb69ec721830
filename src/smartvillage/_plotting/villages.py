"""Many villages: how each criterion comes out among them, so that one sees what is hard for whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech

from .canvas import FONT, bar, canvas, key, named, rows, write
from .groups import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.figure import Figure

    from smartvillage.diagnostics import Lang
    from smartvillage.model.findings import Assessment


def villages(assessments: Iterable[Assessment], *, lang: Lang = "vi") -> Figure:
    """Draw one bar a criterion: among how many villages it came out how.

    Args:
        assessments: What ``evaluate`` returned, of any number of villages by one ruleset.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
        ValueError: The assessments are by several rulesets.

    >>> from smartvillage import evaluate
    >>> villages([evaluate("dong-thap-2021-2025", "examples/an-phu")]).get_suptitle()
    '1 làng: từng tiêu chí ra kết quả thế nào'
    """
    told = list(assessments)
    if len({one.ruleset.id for one in told}) > 1:
        msg = "one picture shows the villages of one ruleset"
        raise ValueError(msg)
    say = Speech(lang, "assessment", "plot")
    names, counts = _counted(say, told)
    title = say("plot.villages", villages=len({(one.village.id, one.village.name) for one in told}))
    figure, axes = canvas(9, 1.6 + 0.42 * max(1, len(names)), title)
    for row, counted in enumerate(counts):
        left = 0
        for outcome in OUTCOMES:
            if count := counted[outcome]:
                bar(axes, row, (left, left + count), outcome)
                write(axes, (left + count / 2, row), str(count), on=outcome, size=7)
            left += count
    rows(axes, names)
    axes.set_xlabel(say("plot.of_villages"), fontsize=8, fontfamily=FONT)
    used = [one for one in OUTCOMES if any(counted[one] for counted in counts)]
    if used:
        key(figure, [(one, say(f"outcome.{one}")) for one in used])
    return figure


def _counted(say: Speech, told: list[Assessment]) -> tuple[list[str], list[Counter[str]]]:
    """Return what each criterion is called, in the order in which they come, and how often it came out how."""
    names: dict[str, str] = {}
    counts: dict[str, Counter[str]] = {}
    for finding in (finding for one in told for finding in one.findings if finding.outcome is not None):
        names.setdefault(finding.criterion, named(finding.criterion, say.text(finding.title)))
        counts.setdefault(finding.criterion, Counter())[str(finding.outcome)] += 1
    return list(names.values()), [counts[name] for name in names]
