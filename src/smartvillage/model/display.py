"""How a result shows itself in an interpreter, a notebook and a rich console: a headline and a short table.

Whole reports are written elsewhere; this is what one sees of a value at a prompt. No library is imported for it: rich
reads markup, and a notebook reads HTML in which everything is escaped. A notebook also shows a picture, where
matplotlib is installed.

INVARIANT (one look upstream): pictures are drawn in a room above this one. It is asked for by name when a result is
shown, and only here, so that nothing below it needs it or waits for it.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The sign of each outcome.
_SIGNS = (
    ("met", "✓", "green"), ("not_met", "✗", "red"), ("not_assessable", "?", "yellow"), ("unknown", "?", "yellow"),
    ("open", "?", "yellow"), ("not_applicable", "–", "dim"),
)  # fmt: skip

#: The room that draws what stands with a result in a notebook.
_PICTURES = "smartvillage._plotting.inline"

_TAG = re.compile(r"(\\*)(\[[a-z#/@][^[]*?])")
#: Backslashes at the end, which would otherwise take the meaning off the tag that follows.
_TRAILING = re.compile(r"(\\+)$")


def sign(outcome: str) -> str:
    """Return the sign of an outcome; it never stands without its word."""
    return next((mark for name, mark, _ in _SIGNS if name == outcome), " ")


class Displayed:
    """A result that says itself in a headline and the rows of a table."""

    @abstractmethod
    def _headline(self) -> str:
        """Say in one line what this is."""

    def _rows(self) -> Iterable[tuple[str, ...]]:
        """Return the table's rows, an outcome or a date first."""
        return ()

    def __repr__(self) -> str:
        """Say in one line what this is."""
        return f"<{type(self).__name__} {self._headline()}>"

    def __str__(self) -> str:
        """Say in one line what this is."""
        return self._headline()

    def __rich__(self) -> str:
        """Show the headline and the rows in rich's markup."""
        colours = {name: colour for name, _, colour in _SIGNS}
        headline = _TRAILING.sub(r"\1\1", _unmarked(self._headline()))
        lines = [f"[bold]{headline}[/bold]"]
        for first, *rest in self._rows():
            colour = colours.get(first, "bold")
            text = "  ".join(_unmarked(cell) for cell in (first, *rest))
            lines.append(f"[{colour}]{sign(first)}[/{colour}] {text}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        """Show the headline, a picture where one can be drawn, and the rows as HTML."""
        from html import escape

        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in (f'{sign(first)} {first}'.strip(), *rest))}</tr>"
            for first, *rest in self._rows()
        )
        table = f"<table>{rows}</table>" if rows else ""
        headline = f"<p><strong>{escape(self._headline())}</strong></p>"
        return f'<div class="smartvillage">{headline}{self._picture()}{table}</div>'

    def _picture(self) -> str:
        """Return the picture of what this is as HTML; nothing where none can be drawn."""
        from importlib import import_module

        try:
            return str(import_module(_PICTURES).inline(self))
        except Exception:  # noqa: BLE001 - the table is shown whatever becomes of a picture, matplotlib missing or broken
            return ""


def _unmarked(text: str) -> str:
    """Take the meaning off whatever rich would read as a tag, and off backslashes before one."""
    return _TAG.sub(r"\1\1\\\2", text)
