"""Writing: a result goes to a file whose ending says how. The file is whole or not there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from smartvillage.diagnostics import Words
from smartvillage.errors import WriteError
from smartvillage.files import write_text_atomic

from .render import render

if TYPE_CHECKING:
    from pathlib import Path

    from smartvillage.diagnostics import Lang
    from smartvillage.model.ruleset import Ruleset

    from .render import FaultFormat, Format
    from .reportable import Reportable

#: Which ending means which form.
ENDINGS: tuple[tuple[str, Format | FaultFormat], ...] = (
    (".json", "json"), (".md", "md"), (".txt", "text"), (".html", "html"), (".sarif", "sarif"),
)  # fmt: skip


def write(  # noqa: PLR0913 - all but two are keywords
    result: Reportable,
    path: Path,
    *,
    format: str | None = None,  # noqa: A002 - the word users type
    lang: Lang = "vi",
    width: int | None = None,
    ruleset: Ruleset | None = None,
    as_counted_by_commune: bool = False,
) -> Path:
    """Write a result to ``path`` in ``format``, else as its ending says; HTML is a whole page.

    Raises:
        WriteError: The file cannot be written, or nobody knows its ending.
    """
    endings = {ending: form for ending, form in ENDINGS if form != "sarif" or isinstance(result, Sequence)}
    form = format or endings.get(path.suffix.lower())
    if form is None:
        known = ", ".join(endings)
        reason = Words(f"tên tệp cần kết thúc bằng {known}", f"its name must end in one of {known}")
        raise WriteError(str(path), reason)
    if form == "html":
        from .as_html import whole_page
        from .view.page import page

        made = page(result, lang, ruleset=ruleset, as_counted_by_commune=as_counted_by_commune)
        text = whole_page(made)
    else:
        text = render(
            result, form, lang=lang, width=width, ruleset=ruleset, as_counted_by_commune=as_counted_by_commune
        )
    write_text_atomic(path, text)
    return path
