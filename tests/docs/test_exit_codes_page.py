"""The page of exit codes has each code that a run can end with, and each option that commands share."""

from __future__ import annotations

import re
from pathlib import Path

import click

from smartvillage._cli import endings
from smartvillage._cli.commands import smartvillage as commands

CONTEXT = click.Context(commands)
PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "exit-codes.md").read_text("utf-8")


def first_cells(head: str) -> list[str]:
    """Return the first cell of each row of the table that begins with a head."""
    table = PAGE.split(f"| {head} | Means |")[1].split("\n\n")[0]
    return re.findall(r"^\| (.*?) \| ", table, re.MULTILINE)


def test_every_exit_code_is_documented() -> None:
    """With the meaning it has in the code."""
    codes = {code for name, code in vars(endings).items() if name.isupper()}
    assert {int(code) for cell in first_cells("Exit code") for code in cell.split(",")} == codes


def test_every_option_named_is_one() -> None:
    """Of some command, with values that it takes."""
    taken: dict[str, set[str]] = {}
    for name in commands.list_commands(CONTEXT):
        command = commands.get_command(CONTEXT, name)
        assert command is not None
        for parameter in command.params:
            for option in parameter.opts:
                taken.setdefault(option, set()).update(getattr(parameter.type, "choices", ()))
    for cell in first_cells("Option"):
        for option, values in re.findall(r"`(-\S+)(?: ([^`]*))?`", cell.replace("\\|", "|")):
            assert option in taken
            if taken[option] and "|" in values:
                assert set(values.split("|")) - taken[option] == set(), option
