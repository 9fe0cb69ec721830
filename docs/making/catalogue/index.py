"""The catalogue's first page: every ruleset in one table, and how to read what the others show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .brief import tally
from .markdown import badge, blocks, link, safe, table, toctree
from .telling import Telling, legend
from .words import word

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang

    from .shelf import Shelf


def index_page(shelf: Shelf, lang: Lang) -> str:
    """Return the page that lists all rulesets."""
    words = partial(word, lang)
    head = [words(f"column.{name}") for name in ("ruleset", "head_period", "criteria", "thresholds")]
    rows = [_row(Telling(one.ruleset, lang)) for one in shelf.values()]
    beside = link(words("beside.title"), "side-by-side.md")
    listed = toctree([*shelf, "side-by-side"])
    return blocks(
        f"# {words('index.title')}", words("index.intro"), legend(lang), table(head, rows),
        words("index.beside", page=beside), listed,
    )  # fmt: skip


def _row(telling: Telling) -> list[str]:
    header = telling.ruleset.ruleset
    whole = header.completeness == "whole"
    partial = "" if whole else " " + badge(telling("head.partial"), "danger")
    authority = f" — {telling.text(header.authority)}" if header.authority else ""
    named = f"{link(telling.say.text(header.title), f'{telling.ruleset.id}.md')}{partial}{authority}"
    period = safe(telling.say.period(header.period)).replace("-", "\u2011")  # a day stays on its line
    return [named, period, str(len(telling.ruleset.criteria)), tally(telling)]
