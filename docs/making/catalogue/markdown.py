"""Markdown as this site reads it: text made safe, and the few blocks that pages are built of.

The rule: what a ruleset or a village wrote is text, never markup; it reaches a page through ``safe`` or ``code``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"([\\`*_\[\]<>#~|&$])")
#: What begins a list, a comment, a target or a fence where a line begins with it.
_START = re.compile(r"^(?:(\d+)(?=[.)](?: |$))|(?=[-+%:=(]))")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def safe(text: str) -> str:
    """Return text that is shown as it stands, on one line."""
    return _START.sub(r"\1\\", _MARKUP.sub(r"\\\1", " ".join(text.split())))


def unbroken(text: str) -> str:
    """Return safe text in which no percent sign is parted from its number."""
    return safe(text).replace(" %", "\u00a0%")


def code(text: str) -> str:
    """Return text in the letters of code, on one line."""
    flat = " ".join(text.split())
    longest = max((len(run) for run in re.findall(r"`+", flat)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def code_in_table(text: str) -> str:
    """Return text in the letters of code where a bar would end the cell."""
    return code(text).replace("|", "\\|")


def link(text: str, target: str) -> str:
    """Return a link whose text is made safe."""
    return f"[{safe(text)}]({target})"


def address(url: str) -> str:
    """Return a link to another site that shows its address; anything else is shown as text."""
    if not re.fullmatch(r"https?://[^\s<>]+", url):
        return safe(url)
    return f"<{url}>"


def badge(text: str, kind: str) -> str:
    """Return a small coloured label."""
    return f"{{bdg-{kind}}}`{text}`"


def bullets(lines: Iterable[str], depth: int = 0) -> str:
    """Return a list, a line each."""
    return "\n".join(f"{'  ' * depth}- {line}" for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, classes: str = "") -> str:
    """Return a table; its cells are Markdown already."""
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    drawn = "\n".join(lines)
    return f":::{{div}} {classes}\n\n{drawn}\n\n:::" if classes else drawn


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def admonition(title: str, classes: str, body: str) -> str:
    """Return a coloured box with a title; title and body are Markdown already."""
    return f"::::{{admonition}} {title}\n:class: {classes}\n\n{body}\n::::"


def dropdown(title: str, body: str) -> str:
    """Return a part that opens when asked to."""
    return f"::::{{dropdown}} {title}\n\n{body}\n::::"


def toctree(pages: Iterable[str]) -> str:
    """Return the list of pages below this one, shown in the site's navigation alone."""
    return "```{toctree}\n:hidden:\n\n" + "\n".join(pages) + "\n```"


def below(page: str, by: int = 1) -> str:
    """Return a page that the library wrote, without its own title and with its headings lower by some levels."""
    body = page.split("\n", 1)[1] if page.startswith("# ") else page
    return re.sub(r"^(#+) ", "#" * by + r"\1 ", _plain(body), flags=re.MULTILINE).strip("\n")


def without_headings(page: str) -> str:
    """Return a page that the library wrote, without its own title and with its headings as strong lines."""
    body = page.split("\n", 1)[1] if page.startswith("# ") else page
    return _HEADING.sub(r"**\1**", _plain(body)).strip("\n")


def _plain(page: str) -> str:
    """Take their meaning off lines that this site, and no other Markdown, reads as a fence, a comment or a target."""
    return re.sub(r"^(?=:::|%|\()", r"\\", page, flags=re.MULTILINE)


def blocks(*parts: str | None) -> str:
    """Join blocks with an empty line between; what is nothing is left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
