"""HTML: a page as a fragment for notebooks and sites, or whole for a browser. Every text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from .blocks import Block, Branch, Entries, Entry, Grid, Heading, Line, Page, Paragraph, Span, Tone, Tree, Verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLE = """\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
.smartvillage table{border-collapse:collapse}.smartvillage td,.smartvillage th{padding:.2rem .6rem;text-align:left}
.smartvillage th{border-bottom:1px solid #999}.smartvillage .number{text-align:right}
.smartvillage ul{list-style:none;padding-left:1.2rem}.smartvillage .note{font-size:.9em}
.smartvillage .good{color:#17702c}.smartvillage .bad{color:#a61b1b}.smartvillage .open{color:#8a5a00}
.smartvillage .caveat{color:#7a2a80}.smartvillage .muted{color:#666}
"""

#: On paper: A4 with the margins of administrative documents, no task or criterion torn apart, no title left behind.
_PRINT = """@page{size:A4;margin:20mm 15mm 20mm 30mm}
@media print{body{font-size:10.5pt;line-height:1.35;max-width:none;margin:0;padding:0}
.smartvillage h1{font-size:15pt;margin:0 0 .6em}.smartvillage h2{font-size:12pt;margin:1.2em 0 .4em;break-after:avoid}
.smartvillage p{margin:.35em 0}.smartvillage tr,.smartvillage li{break-inside:avoid}
.smartvillage td,.smartvillage th{padding:.1rem .4rem}}
"""


def to_html(page: Page) -> str:
    """Write a page as a fragment."""
    blocks = "\n".join("\n".join(_block(block)) for block in page.blocks)
    return f'<section class="smartvillage" lang="{page.lang}">\n{blocks}\n</section>\n'


def whole_page(page: Page) -> str:
    """Write a page with all a browser needs and nothing it would have to fetch."""
    return (
        f'<!doctype html>\n<html lang="{page.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n<style>\n{_STYLE}{_PRINT}</style>\n</head>\n<body>\n{to_html(page)}</body>\n</html>\n"
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level}>{escape(block.text)}</h{block.level}>"
        case Paragraph():
            yield f"<p>{_line(block.line)}</p>"
        case Entries():
            yield "<table>"
            for entry in block.items:
                yield from _entry(entry)
            yield "</table>"
        case Grid():
            yield from _grid(block)
        case Tree():
            yield "<ul>"
            yield from _branch(block.root)
            yield "</ul>"
        case Verbatim():
            yield "<pre>" + "\n".join(_line(line) for line in block.lines) + "</pre>"
        case _:
            assert_never(block)


def _entry(entry: Entry) -> Iterator[str]:
    notes = "".join(f'<div class="note">{_line(note)}</div>' for note in entry.notes)
    status = _span(entry.status) if entry.status else ""
    yield (
        f"<tr><td>{_span(entry.mark)}</td><td><b>{escape(entry.key)}</b></td>"
        f"<td>{_line(entry.title)}{notes}</td><td>{status}</td></tr>"
    )


def _grid(grid: Grid) -> Iterator[str]:
    kinds = ['class="number"' if column.number else 'class="text"' for column in grid.columns]
    titles = zip(kinds, grid.columns, strict=True)
    yield "<table>"
    yield "<tr>" + "".join(f"<th {kind}>{escape(column.title)}</th>" for kind, column in titles) + "</tr>"
    for row in grid.rows:
        cells = zip(kinds, row, strict=True)
        yield "<tr>" + "".join(f"<td {kind}>{_span(cell)}</td>" for kind, cell in cells) + "</tr>"
    yield "</table>"


def _branch(branch: Branch) -> Iterator[str]:
    yield f"<li>{_line(branch.line)}"
    for note in branch.notes:
        yield f'<div class="note">{_line(note)}</div>'
    if branch.branches:
        yield "<ul>"
        for child in branch.branches:
            yield from _branch(child)
        yield "</ul>"
    yield "</li>"


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    text = escape(span.text)
    if span.tone is Tone.PLAIN:
        return text
    return f"<b>{text}</b>" if span.tone is Tone.STRONG else f'<span class="{span.tone}">{text}</span>'
