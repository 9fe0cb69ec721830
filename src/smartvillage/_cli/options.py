"""The options that commands share, each told once, and the kinds of value they take."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import click

from smartvillage.timeline import vietnamese_day

from .talk import set_language, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

#: The forms a command can print.
Form: TypeAlias = Literal["text", "json", "md", "sarif", "github"]

_Function = TypeVar("_Function", bound="Callable[..., Any]")


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day: ``2024-12-31`` or ``31/12/2024``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Read the day."""
        day = vietnamese_day(value)
        if day is None:
            vi = f"`{value}` không phải là ngày, viết như 2024-12-31 hoặc 31/12/2024"
            self.fail(words(ctx, vi, f"`{value}` is not a day such as 2024-12-31 or 31/12/2024"), param, ctx)
        return day


class Dong(click.ParamType):  # type: ignore[type-arg]
    """An amount in whole đồng; digits may stand in threes: ``500.000.000``."""

    name = "đồng"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401
        """Read the amount."""
        if not re.fullmatch(r"\d{1,20}|\d{1,3}([._ ]\d{3}){1,6}", value, re.ASCII):
            vi = f"`{value}` không phải là số đồng chẵn, viết như 500000000"
            self.fail(words(ctx, vi, f"`{value}` is not a whole number of đồng such as 500000000"), param, ctx)
        return int(re.sub(r"\D", "", value))


def offer_rulesets(context: click.Context, option: click.Parameter, begun: str) -> list[str]:
    """Offer names to a shell; what that takes is imported when a shell asks."""
    from .completion import rulesets

    return rulesets(context, option, begun)


def offer_criteria(context: click.Context, option: click.Parameter, begun: str) -> list[str]:
    """Offer ids to a shell."""
    from .completion import criteria

    return criteria(context, option, begun)


village_argument = click.argument("village", type=click.Path(path_type=Path, allow_dash=True))
ruleset_option = click.option(
    "--ruleset", metavar="NAME|PATH", shell_complete=offer_rulesets,
    help="Bộ tiêu chí: tên, tệp hoặc thư mục; không ghi thì theo tệp làng. Default: the one the village names.",
)  # fmt: skip
overlay_option = click.option(
    "--overlay", "overlays", multiple=True, metavar="NAME|PATH",
    help="Bản phủ, lặp lại được. Overlay to resolve first; may be repeated. Default: those the village names.",
)  # fmt: skip
on_option = click.option(
    "--on", type=Day(), metavar="DAY", help="Ngày đánh giá; mặc định là as_of của làng. The day; default: as_of."
)
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE",
    help="Ghi vào tệp .json .md .txt .html. Write to a file; its ending says how. `-` prints.",
)  # fmt: skip
lang_option = click.option(
    "--lang", type=click.Choice(["vi", "en"]), callback=set_language, is_eager=True, expose_value=False,
    help="Ngôn ngữ. Language of words; default vi, or SMARTVILLAGE_LANG.",
)  # fmt: skip
counted_option = click.option(
    "--as-counted-by-commune", "as_counted", is_flag=True,
    help="Ghi “chưa đánh giá được” là “chưa đạt” (chỉ đổi chữ). Print not assessable as not met; only words change.",
)  # fmt: skip


class Formats(click.Choice):  # type: ignore[type-arg]
    """One of our forms, or one that an installed package offers; packages are asked only for what is not ours."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Read the name of a form."""
        if value not in self.choices:
            from smartvillage.plugins import EXPORTERS, offers

            if any(offer.name == value for offer in offers(EXPORTERS)):
                return value
        return super().convert(value, param, ctx)


def format_option(*formats: Form) -> Callable[[_Function], _Function]:
    """Make the option that picks one of the forms a command can print."""
    return click.option(
        "--format", "form", type=Formats(formats or ("text", "json", "md")),
        help="Dạng in ra. What is printed; default text.",
    )  # fmt: skip


def fail_on_option(*events: str) -> Callable[[_Function], _Function]:
    """Make the option that names what makes the command end with exit code 1."""
    return click.option(
        "--fail-on", "fail_on", multiple=True, type=click.Choice(events),
        help="Thoát với mã 1 nếu điều này xảy ra, lặp lại được. Exit with 1 if this is so; may be repeated.",
    )  # fmt: skip


def results(function: _Function) -> _Function:
    """Give a command the options that all commands with a result share."""
    for option in (lang_option, output_option, format_option(), on_option, overlay_option, ruleset_option):
        function = option(function)
    return function
