"""The terminal: how wide it is, and whether it wants colour."""

from __future__ import annotations

import os
import sys

#: Lines longer than this are hard to read on any screen.
WIDEST = 100


def width() -> int:
    """Return how many columns to write: the terminal's, at most a hundred."""
    from shutil import get_terminal_size

    return min(get_terminal_size((WIDEST, 24)).columns, WIDEST)


def wants_color() -> bool:
    """Tell whether to paint: on a terminal that can, unless ``NO_COLOR`` is set; elsewhere if ``FORCE_COLOR`` is.

    ``FORCE_COLOR=0`` is off everywhere.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    forced = os.environ.get("FORCE_COLOR", "").lower()
    if forced in ("0", "false") or not (forced or (sys.stdout and sys.stdout.isatty())):
        return False
    from importlib.util import find_spec

    return find_spec("rich") is not None
