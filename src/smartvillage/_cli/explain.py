"""``smartvillage explain``: why one criterion came out as it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartvillage import api

from . import options
from .deliver import deliver
from .subject import load
from .talk import Talk

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from smartvillage.model.explanation import Explanation


@click.command("explain", short_help="Giải thích một tiêu chí. Show why one came out as it did.")
@options.village_argument
@click.argument("criterion", shell_complete=options.offer_criteria)
@options.results
@options.fail_on_option("not_met", "open", "unproven")
@click.pass_obj
def command(  # noqa: PLR0913 - click hands every option over
    talk: Talk, /, *, village: Path, criterion: str, ruleset: str | None, overlays: tuple[str, ...],
    on: date | None, form: options.Form | None, output: Path | None, fail_on: tuple[str, ...],
) -> int:  # fmt: skip
    """Giải thích một tiêu chí: quy tắc, số liệu, ngưỡng và căn cứ, còn thiếu gì, thiếu bao nhiêu.

    Show why CRITERION (an id such as 2.13, or a decision's) came out as it did for VILLAGE.

    \b
    Ví dụ / examples:
      smartvillage explain examples/an-phu 2.13
      smartvillage explain examples/an-phu 1.1 --lang en
      smartvillage explain examples/an-phu recognised --format md
    """  # noqa: D301 - click reads \b
    subject = load(village, ruleset, overlays)
    explanation = api.explain(subject.ruleset, subject.village, criterion, on, overlays=())
    deliver(talk, explanation, form=form, output=output, ruleset=subject.ruleset)
    return int(any(came_true(explanation, event) for event in fail_on))


def came_true(explanation: Explanation, event: str) -> bool:
    """Tell whether what ``--fail-on`` names is so."""
    if event == "not_met":
        return explanation.outcome == "not_met"
    if event == "open":
        return explanation.outcome in ("unknown", "not_assessable")
    return explanation.outcome == "met" and not explanation.proven
