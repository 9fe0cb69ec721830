"""Rendering: a result, a format and a language become text. It picks the view and the writer, and loads no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset

    from .reportable import Reportable

#: The forms every result can take.
Format: TypeAlias = Literal["text", "json", "md", "html"]
#: The forms that diagnostics can take beside those.
FaultFormat: TypeAlias = Literal["sarif", "github"]

#: The width of text where nobody says another.
WIDTH = 100


def render(  # noqa: PLR0913 - all but two are keywords
    result: Reportable,
    format: str = "text",  # noqa: A002 - the word users type
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
        format: ``text`` for a terminal, ``json`` for programs, ``md``, or ``html`` (a fragment, escaped); of
            diagnostics also ``sarif`` and ``github``; else the name under which an installed package offers one.
        lang: The language of the words; JSON has none.
        width: How many columns text may take.
        color: Whether text carries terminal colours; needs the library ``rich``.
        ruleset: Where names of facts, roles and evidence types are read; without it their ids are shown.
        as_counted_by_commune: Print "not assessable" as "not met"; only words change.
    """
    if format not in get_args(Format):
        return _special(result, format, lang, ruleset)
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


def _special(result: Reportable, format: str, lang: Lang, ruleset: Ruleset | None) -> str:  # noqa: A002 - as above
    """Write a form that only diagnostics have, or one that another package offers."""
    if format == "sarif" and isinstance(result, Sequence):
        from .as_sarif import to_sarif

        return to_sarif(result, lang)
    if format == "github" and isinstance(result, Sequence):
        from .as_github import to_github

        return to_github(result, lang)
    from smartvillage.plugins import exporter

    written = None if format in get_args(FaultFormat) else exporter(format)
    if written is None:
        known = (*get_args(Format), *(get_args(FaultFormat) if isinstance(result, Sequence) else ()))
        msg = f"a format is one of {', '.join(known)}, not {format!r}"
        raise ValueError(msg)
    return written(result, lang=lang, ruleset=ruleset)
