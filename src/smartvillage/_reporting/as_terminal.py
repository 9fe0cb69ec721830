"""Terminal: the same lines as plain text, painted. The only room that knows rich."""

from __future__ import annotations

from io import StringIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from smartvillage.errors import MissingExtraError

from .blocks import Tone
from .layout import lay

if TYPE_CHECKING:
    from .blocks import Page

_STYLES = MappingProxyType({
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "dim",
    Tone.GOOD: "green",
    Tone.BAD: "red",
    Tone.OPEN: "yellow",
    Tone.CAVEAT: "magenta",
})  # fmt: skip


def to_terminal(page: Page, width: int) -> str:
    """Draw a page with the colours of a terminal.

    Raises:
        MissingExtraError: The library rich is not installed.
    """
    try:
        from rich.console import Console
        from rich.text import Text
    except ImportError as error:
        raise MissingExtraError("rich", "cli") from error
    console = Console(
        file=StringIO(), force_terminal=True, color_system="standard", width=width, legacy_windows=False,
        no_color=False, highlight=False,
    )  # fmt: skip
    with console.capture() as captured:
        for line in lay(page, width):
            painted = Text.assemble(*((span.text, _STYLES[span.tone]) for span in line))
            console.print(painted, soft_wrap=True)
    return captured.get()
