"""``smartvillage roadmap``: what has to be done, by whom and by when."""

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

    from smartvillage.model.roadmap import Roadmap


@click.command("roadmap", short_help="Lập lộ trình để đạt. Find the cheapest way to recognition.")
@options.village_argument
@options.results
@click.option(
    "--until", type=options.Day(), metavar="DAY",
    help="Hạn, kể cả ngày này. Last day, included; default: the ruleset's last day in force.",
)  # fmt: skip
@click.option("--budget", type=options.Dong(), metavar="ĐỒNG", help="Kinh phí, đồng. What may be spent, whole đồng.")
@click.option(
    "--target", metavar="reported|proven|LEVEL", default="reported",
    help="Mục tiêu: đạt theo báo cáo, được chứng minh, hay một mức. Met as reported (default), proven, or a level.",
)  # fmt: skip
@click.option(
    "--previous", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
    help="Lộ trình trước (tệp JSON) để so sánh. An earlier roadmap, as JSON, to compare with.",
)  # fmt: skip
@options.counted_option
@options.fail_on_option("out_of_reach", "not_met", "open", "unproven")
@click.pass_obj
def command(  # noqa: PLR0913 - click hands every option over
    talk: Talk, /, *, village: Path, ruleset: str | None, overlays: tuple[str, ...], on: date | None,
    form: options.Form | None, output: Path | None, until: date | None, budget: int | None, target: str,
    previous: str | None, as_counted: bool, fail_on: tuple[str, ...],
) -> int:  # fmt: skip
    """Lập lộ trình ít tốn kém nhất để đạt: việc, người làm, ngày, chi phí, giả định, trở ngại.

    Find the cheapest tasks after which VILLAGE meets its ruleset, with owners, days, costs and assumptions.

    --fail-on: out_of_reach - the target cannot be reached; not_met, open, unproven - so it still is after the
    tasks that end in time, with all assumptions granted.

    \b
    Ví dụ / examples:
      smartvillage roadmap examples/an-phu --until 2024-12-31
      smartvillage roadmap examples/an-phu --budget 500000000 -o plan.html
      smartvillage roadmap examples/an-phu --previous plan.json --fail-on out_of_reach
    """  # noqa: D301 - click reads \b
    earlier = _read(talk, previous) if previous else None
    subject = load(village, ruleset, overlays)
    plan = api.roadmap(
        subject.ruleset, subject.village, on, until=until, budget=budget, target=target, overlays=(),
        previous=earlier,
    )  # fmt: skip
    deliver(talk, plan, form=form, output=output, ruleset=subject.ruleset, as_counted=as_counted)
    tell_warnings(talk, subject, village)
    return int(any(came_true(plan, event) for event in fail_on))


def came_true(plan: Roadmap, event: str) -> bool:
    """Tell whether what ``--fail-on`` names is so; of a late plan only what ends in time counts."""
    after = plan.replay.by_until or plan.replay.with_assumptions
    if event == "out_of_reach":
        return plan.standing == "out_of_reach"
    if event == "not_met":
        return after.verdict == "not_met"
    if event == "open":
        return after.verdict in ("unknown", "not_assessable")
    return after.proven < after.counts.met


def _read(talk: Talk, path: str) -> Roadmap:
    """Read a roadmap that ``--format json`` wrote."""
    from pathlib import Path

    from pydantic import ValidationError

    from smartvillage.model.roadmap import Roadmap

    try:
        return Roadmap.model_validate_json(Path(path).read_bytes())
    except (ValidationError, OSError) as error:
        told = talk.words(
            f"{path} không phải là lộ trình do `smartvillage roadmap --format json` ghi ra",
            f"{path} is not a roadmap that `smartvillage roadmap --format json` wrote",
        )
        raise click.BadParameter(told, param_hint="--previous") from error
