"""Rendering: a result, a format and a language become text. It picks the view and the writer, and loads no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset

    from .reportable import Reportable

#: The forms a result can take.
Format: TypeAlias = Literal["text", "json", "md", "html"]

#: The width of text where nobody says another.
WIDTH = 100


def render(  # noqa: PLR0913 - all but two are keywords
    result: Reportable,
    format: Format = "text",  # noqa: A002 - the word users type
    *,
    lang: Lang = "vi",
    width: int | None = None,
    color: bool = False,
    ruleset: Ruleset | None = None,
    as_counted_by_commune: bool = False,
) -> str:
    """Write a result as text.

    Args:
        result: An assessment, an explanation, a roadmap, a ruleset, or diagnostics.
        format: ``text`` for a terminal, ``json`` for programs, ``md``, or ``html`` (a fragment, escaped).
        lang: The language of the words; JSON has none.
        width: How many columns text may take.
        color: Whether text carries terminal colours; needs the library ``rich``.
        ruleset: Where names of facts, roles and evidence types are read; without it their ids are shown.
        as_counted_by_commune: Print "not assessable" as "not met"; only words change.
    """
    if format not in get_args(Format):
        msg = f"a format is one of {', '.join(get_args(Format))}, not {format!r}"
        raise ValueError(msg)
    if format == "json":
        from .as_json import to_json

        return to_json(result)
    from .view.page import page

    drawn = page(result, lang, ruleset=ruleset, as_counted_by_commune=as_counted_by_commune)
    if format == "md":
        from .as_markdown import to_markdown

        return to_markdown(drawn)
    if format == "html":
        from .as_html import to_html

        return to_html(drawn)
    if color:
        from .as_terminal import to_terminal

        return to_terminal(drawn, width or WIDTH)
    from .as_text import to_text

    return to_text(drawn, width or WIDTH)
