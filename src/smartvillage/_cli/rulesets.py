"""``smartvillage rulesets``: which rulesets are shipped, and what one asks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from smartvillage import api, authoring

from . import options
from .deliver import deliver
from .output import put
from .talk import Talk

if TYPE_CHECKING:
    from pathlib import Path


@click.group(
    "rulesets", short_help="Các bộ tiêu chí có sẵn. List or print the shipped sets.", invoke_without_command=True
)
@options.format_option("text", "json")
@options.lang_option
@click.pass_context
def command(context: click.Context, /, *, form: options.Form | None) -> None:
    """Liệt kê các bộ tiêu chí có sẵn; `rulesets show TÊN` in một bộ.

    List the shipped rulesets; `rulesets show NAME` prints one.

    \b
    Ví dụ / examples:
      smartvillage rulesets
      smartvillage rulesets show dong-thap-2021-2025
    """  # noqa: D301 - click reads \b
    if context.invoked_subcommand is None:
        _list(context.ensure_object(Talk), form)


def _list(talk: Talk, form: options.Form | None) -> None:
    loaded = {name: api.load_ruleset(name) for name in authoring.rulesets()}
    if form == "json":
        listed = [
            {**found.ruleset.model_dump(mode="json", include={"id", "version", "title", "period"}), "name": name}
            for name, found in loaded.items()
        ]
        put(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
        return
    for name, found in loaded.items():
        put(f"{name}  {found.version}  {found.ruleset.title.say(talk.lang)}\n")


@command.command("show")
@click.argument("name", metavar="NAME|PATH", shell_complete=options.offer_rulesets)
@options.overlay_option
@options.format_option()
@options.output_option
@options.lang_option
@click.pass_obj
def show(
    talk: Talk, /, *, name: str, overlays: tuple[str, ...], form: options.Form | None, output: Path | None
) -> None:  # fmt: skip
    """In một bộ tiêu chí: từng tiêu chí, quy tắc bằng lời, ngưỡng và căn cứ.

    Print a ruleset: its criteria, each rule in words, thresholds and where they come from.
    """
    found = api.load_ruleset(name, overlays=overlays)
    deliver(talk, found, form=form, output=output, ruleset=found)
