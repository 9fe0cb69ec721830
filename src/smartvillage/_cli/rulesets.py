"""``smartvillage rulesets``: which rulesets there are, and what one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartvillage import api, authoring

from . import options
from .deliver import deliver
from .talk import Talk

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.group(
    "rulesets", short_help="Các bộ tiêu chí có sẵn. List or print the shipped sets.", invoke_without_command=True
)
@options.format_option("text", "json")
@options.lang_option
@click.pass_context
def command(context: click.Context, /, *, form: options.Form | None) -> None:
    """Liệt kê các bộ tiêu chí có sẵn; `rulesets show TÊN` in một bộ.

    List the shipped rulesets and those of installed packages; `rulesets show NAME` prints one.

    \b
    Ví dụ / examples:
      smartvillage rulesets
      smartvillage rulesets show dong-thap-2021-2025
    """  # noqa: D301 - click reads \b
    if context.invoked_subcommand is None:
        from .listing import put_list

        put_list(context.ensure_object(Talk), form)


@command.command("show")
@click.argument("name", metavar="NAME|PATH", shell_complete=options.offer_rulesets)
@options.overlay_option
@click.option(
    "--on", type=options.Day(), metavar="DAY",
    help="Như đang áp dụng ngày này. As it stands on a day; default: the first day of its period.",
)  # fmt: skip
@click.option(
    "--resolved", is_flag=True,
    help="Từng trường với giá trị sau khi phủ. Every field with its value, overlays resolved.",
)  # fmt: skip
@click.option(
    "--origin", is_flag=True,
    help="Kèm tệp, dòng và quyết định đặt ra từng trường. Also the file, line and decision that set each field.",
)  # fmt: skip
@options.format_option()
@options.output_option
@options.lang_option
@click.pass_obj
def show(  # noqa: PLR0913 - one keyword an option
    talk: Talk, /, *, name: str, overlays: tuple[str, ...], on: date | None, resolved: bool, origin: bool,
    form: options.Form | None, output: Path | None,
) -> None:  # fmt: skip
    """In một bộ tiêu chí: từng tiêu chí, quy tắc bằng lời, ngưỡng và căn cứ.

    Print a ruleset: its criteria, each rule in words, thresholds and where they come from.

    \b
    Ví dụ / examples:
      smartvillage rulesets show dong-thap-2021-2025 --overlay quoc-gia-tham-chieu --origin
    """  # noqa: D301 - click reads \b
    found = api.load_ruleset(name, overlays=overlays)
    if resolved or origin:
        deliver(talk, authoring.origins(found, on, told=origin), form=form, output=output, ruleset=found)
        return
    found = found if on is None else authoring.standing(found, on)
    deliver(talk, found, form=form, output=output, ruleset=found)
