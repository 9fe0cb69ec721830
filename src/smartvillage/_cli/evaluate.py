"""``smartvillage evaluate``: how a village stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartvillage import api

from . import options
from .deliver import deliver
from .subject import load, tell_warnings
from .talk import Talk

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from smartvillage.model.findings import Assessment


@click.command("evaluate", short_help="Đánh giá một làng. Say how a village stands.")
@options.village_argument
@options.results
@options.counted_option
@options.fail_on_option("not_met", "open", "unproven")
@click.pass_obj
def command(  # noqa: PLR0913 - click hands every option over
    talk: Talk, /, *, village: Path, ruleset: str | None, overlays: tuple[str, ...], on: date | None,
    form: options.Form | None, output: Path | None, as_counted: bool, fail_on: tuple[str, ...],
) -> int:  # fmt: skip
    """Đánh giá một làng: từng tiêu chí, theo báo cáo và đã chứng minh.

    Say how VILLAGE (a file, or a folder with village.yaml) stands, as reported and as proven.

    --fail-on: not_met - the verdict is not met; open - a criterion or the verdict is open; unproven - a criterion
    is met and not proven.

    \b
    Ví dụ / examples:
      smartvillage evaluate examples/an-phu
      smartvillage evaluate examples/an-phu --overlay quoc-gia-tham-chieu --lang en
      smartvillage evaluate examples/an-phu --format json --fail-on not_met
    """  # noqa: D301 - click reads \b
    subject = load(village, ruleset, overlays)
    assessment = api.evaluate(subject.ruleset, subject.village, on, overlays=())
    deliver(talk, assessment, form=form, output=output, ruleset=subject.ruleset, as_counted=as_counted)
    tell_warnings(talk, subject, village)
    return int(any(came_true(assessment, event) for event in fail_on))


def came_true(assessment: Assessment, event: str) -> bool:
    """Tell whether what ``--fail-on`` names is so."""
    still_open = ("unknown", "not_assessable")
    if event == "not_met":
        return assessment.verdict == "not_met"
    if event == "open":
        measured = [one for f in assessment.findings for one in (f.points, f.grade)]
        measured += [one for d in assessment.decisions[:1] for one in (d.level, d.score)]  # the main one comes first
        if any(one is not None and one.is_open for one in measured):
            return True
        return assessment.verdict in still_open or any(f.outcome in still_open for f in assessment.findings)
    return any(finding.outcome == "met" and not finding.proven for finding in assessment.findings)
