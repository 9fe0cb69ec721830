"""The reference of the command line: what ``--help`` says of each command.

The rule: the page is what the commands themselves say, in their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartvillage._cli.commands import smartvillage as commands

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

TITLES: dict[Lang, str] = {"en": "The command line", "vi": "Dòng lệnh"}
LEADS: dict[Lang, str] = {
    "en": "What each command says with `--help`. What all of them keep to: [](exit-codes.md).",
    "vi": "Lời mà mỗi lệnh in ra với `--help`. Điều mọi lệnh đều theo: [](exit-codes.md).",
}
#: How many letters a line of the page holds on a screen.
WIDTH = 84


def command_page(lang: Lang) -> str:
    """Return the page with the help of every command, and of those below it."""
    parts = [f"# {TITLES[lang]}\n\n{LEADS[lang]}\n\n", _help(commands, ("smartvillage",))]
    context = click.Context(commands, info_name="smartvillage")
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        if command is None:
            raise LookupError(name)
        parts.append(f"\n## `smartvillage {name}`\n\n{_help(command, ('smartvillage', name))}")
        for inner, one in getattr(command, "commands", {}).items():
            parts.append(f"\n### `smartvillage {name} {inner}`\n\n{_help(one, ('smartvillage', name, inner))}")
    return "".join(parts)


def _help(command: click.Command, names: tuple[str, ...]) -> str:
    context = click.Context(command, info_name=" ".join(names), max_content_width=WIDTH, terminal_width=WIDTH)
    return f"```text\n{command.get_help(context)}\n```\n"
