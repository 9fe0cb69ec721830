"""Text: a page as plain characters, for pipes, files and terminals without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks import plain
from .layout import lay

if TYPE_CHECKING:
    from .blocks import Page


def to_text(page: Page, width: int) -> str:
    """Draw a page without colour; no line ends in a space."""
    return "".join(plain(line).rstrip() + "\n" for line in lay(page, width))
