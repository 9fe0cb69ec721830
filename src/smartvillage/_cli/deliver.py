"""Delivery: a result goes to a file or to standard output, in the form that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage import api
from smartvillage.diagnostics import Words
from smartvillage.errors import QuestionError

from .output import is_stdout, put
from .terminal import wants_color, width

if TYPE_CHECKING:
    from pathlib import Path

    from smartvillage.model.ruleset import Ruleset

    from .options import Form
    from .talk import Talk


def deliver(  # noqa: PLR0913 - all but two are keywords
    talk: Talk,
    result: api.Result,
    *,
    form: Form | None,
    output: Path | None = None,
    ruleset: Ruleset | None = None,
    as_counted: bool = False,
) -> None:
    """Write a result to ``output``, or print it; without a form a file's ending says which, a terminal gets text."""
    if output is not None and not is_stdout(output):
        _check_ending(output, form)
        api.write(result, output, format=form, lang=talk.lang, ruleset=ruleset, as_counted_by_commune=as_counted)
        talk.say(f"đã ghi {output}", f"wrote {output}")
        return
    plain = form not in (None, "text")
    text = api.render(
        result, form or "text", lang=talk.lang, width=None if plain else width(),
        color=not plain and wants_color(), ruleset=ruleset, as_counted_by_commune=as_counted,
    )  # fmt: skip
    put(text)


def _check_ending(output: Path, form: Form | None) -> None:
    """Refuse a file whose ending says another form than the one that was asked for."""
    from smartvillage._reporting.write import ENDINGS

    said = dict(ENDINGS).get(output.suffix.lower())
    if form is not None and said not in (None, form):
        message = Words(
            f"`--format {form}` trái với đuôi của `{output}`", f"`--format {form}` contradicts the ending of `{output}`"
        )
        raise QuestionError(message)
