"""Misuse: what is wrong with what was typed, in the language asked for. English is click's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartvillage.diagnostics import Lang


def language_of(arguments: Sequence[str], usual: Lang) -> Lang:
    """Return the language that a command line asks for, also where it cannot be read to its end."""
    for place, word in enumerate(arguments):
        option, _, value = word.partition("=")
        if option == "--lang":
            said = value or "".join(arguments[place + 1 : place + 2])
            return "en" if said == "en" else "vi" if said == "vi" else usual
    return usual


def tell(error: click.ClickException, lang: Lang) -> None:
    """Say on standard error what was typed wrong, and what shows how to type it."""
    said = _in_vietnamese(error) if lang == "vi" else None
    if said is None:
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        click.echo(f"Xem cách dùng: {context.command_path} --help\n", err=True)
    click.echo(f"Lỗi: {said}", err=True)


def _in_vietnamese(error: click.ClickException) -> str | None:
    """Say it in Vietnamese; nothing where click's own words must do."""
    match error:
        case click.NoSuchOption():
            return f"không có tùy chọn `{error.option_name}`{_nearest(error)}"
        case click.MissingParameter():
            return f"thiếu {_name(error)}"
        case click.BadParameter():
            return f"giá trị của {_name(error)} {_wanted(error)}"
        case click.BadOptionUsage():
            return f"tùy chọn `{error.option_name}` thiếu giá trị hoặc thừa giá trị"
        case click.UsageError() if error.message.startswith("No such command"):
            typed = error.message.partition("'")[2].rpartition("'")[0]
            return f"không có lệnh `{typed}`{_nearest(error)}"
        case _:
            return None


def _wanted(error: click.BadParameter) -> str:
    """Say what a value ought to be."""
    match error.param.type if error.param else None:
        case click.Choice(choices=choices):
            return f"phải là một trong: {', '.join(map(str, choices))}"
        case click.Path():
            return f"phải là một tệp dùng được: {error.message}"
        case _:
            return f"không dùng được: {error.message}"


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "tham số")
    return error.param.get_error_hint(error.ctx).strip("'")


def _nearest(error: click.ClickException) -> str:
    near = getattr(error, "possibilities", None)
    return f"; ý bạn là `{near[0]}`?" if near else ""
