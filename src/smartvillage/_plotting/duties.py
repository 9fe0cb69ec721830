"""Who owes what: roles down, criteria across; who leads, who supports, and whose duty is only assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.speech import Speech
from smartvillage.api import load_ruleset

from .canvas import FONT, bar, canvas, key, rows, short, write
from .colours import signed

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from smartvillage.api import RulesetLike
    from smartvillage.diagnostics import Lang
    from smartvillage.model.findings import Assessment

_WEAK = ("inferred", "assumed", "unknown")


def duties(ruleset: RulesetLike, assessment: Assessment | None = None, *, lang: Lang = "vi") -> Figure:
    """Draw which role answers for which criterion: ``●`` leads, ``○`` supports, ``*`` is only assumed.

    Args:
        ruleset: The ruleset, loaded or as a name or path.
        assessment: Where one is given, only the criteria that are not met yet are shown: who still owes what.
        lang: The language of words.

    Returns:
        A ``matplotlib.figure.Figure``.

    Raises:
        MissingExtraError: The library matplotlib is not installed.
        RulesetError: The ruleset has faults.
    """
    say = Speech(lang, "assessment", "plot")
    resolved = load_ruleset(ruleset)
    owed = None if assessment is None else {
        one.criterion for one in assessment.findings if one.outcome not in ("met", "not_applicable")
    }  # fmt: skip
    shown = [one for one in resolved.criteria if one.responsible and (owed is None or one.id in owed)]
    roles = list(dict.fromkeys(duty.role for one in shown for duty in one.responsible))
    label = "plot.duties" if assessment is None else "plot.owed"
    figure, axes = canvas(3.5 + 0.34 * max(4, len(shown)), 1.8 + 0.36 * max(1, len(roles)),
                          say(label, ruleset=say.text(resolved.ruleset.title)))  # fmt: skip
    for column, criterion in enumerate(shown):
        for duty in criterion.responsible:
            place = roles.index(duty.role)
            bar(axes, place, (column - 0.43, column + 0.43), duty.duty, 0.8)
            mark = signed(duty.duty, "*" if duty.basis in _WEAK else "")
            write(axes, (column, place), mark, on=duty.duty)
    rows(axes, [short(say.text(resolved.roles[role].title)) if role in resolved.roles else role for role in roles])
    axes.set_xticks(range(len(shown)), [one.id for one in shown], fontsize=8, rotation=90, fontfamily=FONT)
    axes.set_xlim(-0.6, max(3.6, len(shown) - 0.4))
    key(figure, [(one, say(f"plot.{one}")) for one in ("lead", "support")], say("plot.weak"))
    return figure
